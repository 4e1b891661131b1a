import { distinctNames } from '../../electrochemistry/electrolysis'
import { groupBy } from '../../groupBy'
import { message } from '../../message'
import type { Entry } from '../../project'
import type { Finding, Need } from '../analysis'
import { chargedAlike, sampleOf, type Carbon, type Carbons, type CoreSpectrum } from './carbonShift'

/** A spectrum with what its energies are moved by; `carbon` null where they are taken as the file has them. */
export interface Referenced extends CoreSpectrum { readonly carbon: Carbon | null; readonly shift: number }

const SOURCE = 'Moulder et al., Handbook of X-ray Photoelectron Spectroscopy'
const shiftText = (shift: number): string => `${shift.toFixed(2).replace('-', '\u2212')} eV`

/** Of the file of a spectrum: several regions have one name, several samples of a file are told apart. */
export function fileNames(spectra: readonly { readonly entry: Entry }[]): (entry: Entry) => string {
  const files = [...groupBy(spectra, ({ entry }) => entry.fileId).values()]
  const names = distinctNames(files.map(([first]) => first!.entry))
  const found = new Map(files.flatMap((own) => {
    const samples = new Map(own.map(({ entry }) => [chargedAlike(entry), sampleOf(entry)]))
    const name = names.get(own[0]!.entry.id)!
    return [...samples].map(([alike, sample]): [string, string] => [alike, samples.size > 1 && sample !== '' ? `${name} (${sample})` : name])
  }))
  return (entry) => found.get(chargedAlike(entry))!
}

/** What is asked for where a file has no C 1s of its own and its folder has none or several that disagree. */
export function needOfCarbon(candidates: readonly Carbon[], file: string, entries: readonly string[], nameOf: (entry: Entry) => string): Need {
  return {
    message: candidates.length === 0 ? message('needs.carbonFor', 'a C 1s spectrum of this sample in the same session (its file or its folder) to calibrate {file} by, or another calibration', { file })
      : message('needs.carbonSession', 'a C 1s spectrum of the same session as {file}, as those of its folder disagree ({list}); put it into a folder with its own, or name both alike', { file, list: candidates.map(({ entry, shift_eV }) => `${nameOf(entry)} ${shiftText(shift_eV)}`).join(', ') }),
    where: 'inbox', entries
  }
}

export function needsOfCarbon(spectra: readonly CoreSpectrum[], carbons: Carbons, isReferenced: boolean, nameOf: (entry: Entry) => string): Need[] {
  if (!isReferenced) return []
  const without = spectra.flatMap(({ entry }) => { const carbon = carbons.of(entry); return 'candidates' in carbon ? [{ entry, ...carbon }] : [] })
  if (without.length === spectra.length && without.every(({ candidates }) => candidates.length === 0)) {
    return [{ message: message('needs.carbon', 'a C 1s spectrum of this sample, or the setting that the energies are calibrated already'), where: 'inbox', entries: spectra.map(({ entry }) => entry.id) }]
  }
  return [...groupBy(without, ({ entry }) => chargedAlike(entry)).values()].map((own) => needOfCarbon(own[0]!.candidates, nameOf(own[0]!.entry), own.map(({ entry }) => entry.id), nameOf))
}

/** Whose C 1s each session has been referred to, where there are several; and a shift that is too large for charging. */
export function findingsOfSessions(sessions: readonly (readonly Referenced[])[], catalyst: string | null, nameOf: (entry: Entry) => string): Finding[] {
  const carbons = sessions.flatMap((session) => [...new Set(session.flatMap(({ carbon }) => carbon ?? []))])
  const found = (rule: string, level: Finding['level'], entries: readonly string[], text: Finding['message']): Finding => ({ rule, level, catalyst, metric: 'xps_position', source: SOURCE, entries, message: text })
  const list = carbons.map(({ entry, shift_eV }) => `${nameOf(entry)} ${shiftText(shift_eV)}`).join(', ')
  return [
    ...(sessions.length < 2 ? [] : [found('core-level', 'note', carbons.map(({ entry }) => entry.id), message('finding.carbonSessions', '{n} sessions of XPS, each shifted by a C 1s of its own: {list}.', { n: sessions.length, list }))]),
    ...carbons.filter(({ shift_eV }) => Math.abs(shift_eV) > 3).map(({ entry, shift_eV }) =>
      found('charge-shift', 'warning', sessions.flat().filter(({ carbon }) => carbon?.entry === entry).map((spectrum) => spectrum.entry.id), message('check.chargeShift', 'The charge shift is {shift} eV: more than 3 eV says that another line than C 1s was taken.', { shift: shift_eV.toFixed(2) })))
  ]
}
