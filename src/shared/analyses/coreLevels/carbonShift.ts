import { techniqueOf } from '../../electrochemistry/techniqueOf'
import { groupBy } from '../../groupBy'
import { columnOf, type Measurement } from '../../measurement'
import type { CatalystEntries, Entry } from '../../project'
import type { BackgroundKind } from '../../spectroscopy/background'
import { carbonReference } from '../../spectroscopy/coreLines'
import { folderOfPath, nameOfPath } from '../../storedPath'
import { chargedLineIn, lineIn, type CoreLevel } from './lineIn'

export interface CoreSpectrum { readonly entry: Entry; readonly x: Float64Array; readonly y: Float64Array; readonly measurement: Measurement; /** How many stand one behind the other in its file; 1 unless it is a depth profile or another series. */ readonly ofSeries: number }
export interface Carbon { readonly entry: Entry; readonly level: CoreLevel; /** What is added to every binding energy so that C 1s lies at 284.8 eV. */ readonly shift_eV: number }
/** The C 1s that the energies of a sample of a file are referred to, or those between which nothing decides: none, or several that disagree. */
export type CarbonOfFile = Carbon | { readonly candidates: readonly Carbon[] }

/** Charging of one session is the same within this; what disagrees by more is another session, or another sample. */
export const SAME_SHIFT_EV = 0.2
/** Points farther apart are those of a survey: it places a line worse than a scan of its region does. */
const SURVEY_STEP_EV = 0.3

/** Spectra that reach beyond the valence band. */
export const coreEntries = (view: CatalystEntries): Entry[] => view.entries.filter((entry) => techniqueOf(entry) === 'XPS' && (entry.measurement?.columns.some(({ quantity, max }) => quantity === 'binding_energy' && (max ?? 0) > 40) ?? false))

/** Of a series the first spectrum: that of the surface, before anything was sputtered away. */
export function coreSpectra(view: CatalystEntries, load: (entryId: string) => Measurement): CoreSpectrum[] {
  return coreEntries(view).flatMap((entry) => {
    const measurement = load(entry.id)
    const energy = columnOf(measurement, 'binding_energy')
    const signal = columnOf(measurement, 'intensity') ?? measurement.columns.find(({ quantity, name, labels }) => quantity === 'other' && !labels && !/transmission|background|envelope/i.test(name))
    if (!energy || !signal) return []
    const series = measurement.segments.filter(({ kind }) => kind === 'spectrum')
    const { start, end } = series.length > 1 ? series[0]! : { start: 0, end: energy.values.length }
    return [{ entry, x: energy.values.subarray(start, end), y: signal.values.subarray(start, end), measurement, ofSeries: Math.max(1, series.length) }]
  })
}

export const stepOf = ({ x }: Pick<CoreLevel, 'x'>): number => Math.abs(x[1]! - x[0]!)
const isSurvey = ({ level }: Carbon): boolean => stepOf(level) > SURVEY_STEP_EV
const agree = (carbons: readonly Carbon[]): boolean => Math.max(...carbons.map(({ shift_eV }) => shift_eV)) - Math.min(...carbons.map(({ shift_eV }) => shift_eV)) <= SAME_SHIFT_EV
/** A scan of the region before a survey, then the one that is known best. */
const best = (carbons: readonly Carbon[]): Carbon | undefined => carbons.toSorted((a, b) => Number(isSurvey(a)) - Number(isSurvey(b)) || (a.level.u_eV ?? 1) - (b.level.u_eV ?? 1))[0]

/** Files of several samples (VAMAS, rows of CasaXPS) name that of each spectrum; '' where a file names none. */
export const sampleOf = ({ measurement }: Entry): string => String((measurement?.settings.find(({ name }) => name === 'Sample') ?? measurement?.facts.find(({ name }) => name === 'sample'))?.value ?? '')
/** Spectra of one sample in one file are charged alike: the key that they share. */
export const chargedAlike = (entry: Entry): string => `${entry.fileId}\n${sampleOf(entry)}`

export interface Carbons {
  /** The one that the energies of a spectrum are referred to. */
  readonly of: (entry: Entry) => CarbonOfFile
  /** The sample of a file (`chargedAlike`) whose C 1s stands for the session that a spectrum belongs to; '' where that cannot be told. */
  readonly sessionOf: (entry: Entry) => string
}

/**
 * The C 1s of each sample of a file, as charging is that of one session at the spectrometer: its own; else that of its file, where each region has
 * a name of its own for the sample; else the one of its folder, for programs that write a file a region. Among several of a folder those count whose names differ from the file's in the region alone ('a_C1s', 'a_Ru3p'), and a scan of
 * the region before a survey. Where what is left disagrees, nothing is chosen.
 */
export function carbonsOf(spectra: readonly CoreSpectrum[], kind: BackgroundKind): Carbons {
  const own = ownCarbons(spectra, kind)
  const found = [...own.values()]
  const near = (entry: Entry): readonly Carbon[] => {
    const ofFile = found.filter((carbon) => carbon.entry.fileId === entry.fileId && chargedAlike(carbon.entry) !== chargedAlike(entry))
    return ofFile.length > 0 ? ofFile : nearFiles(entry)
  }
  const nearFiles = (entry: Entry): readonly Carbon[] => {
    const ofFolder = found.filter((carbon) => carbon.entry.fileId !== entry.fileId && folderOf(carbon.entry) === folderOf(entry))
    const sameName = ofFolder.filter((carbon) => seriesOf(carbon.entry) === seriesOf(entry))
    const among = sameName.length > 0 ? sameName : ofFolder
    return among.every(isSurvey) ? among : among.filter((carbon) => !isSurvey(carbon))
  }
  const of = (entry: Entry): CarbonOfFile => {
    const candidates = near(entry)
    return own.get(chargedAlike(entry)) ?? (candidates.length > 0 && agree(candidates) ? best(candidates)! : { candidates })
  }
  const sessionOf = (entry: Entry): string => {
    const carbon = of(entry)
    if ('candidates' in carbon) return ''
    // A survey of the session has a C 1s as well, and so has a scan of Ru 3d.
    const others = nearFiles(carbon.entry).filter((other) => isSurvey(carbon) || (seriesOf(other.entry) === seriesOf(carbon.entry) && agree([other, carbon])))
    const session = others.length > 0 && agree(others) ? found.find((one) => others.includes(one) || (one === carbon && !isSurvey(one)))! : carbon
    return chargedAlike(session.entry)
  }
  return { of, sessionOf }
}

/** By sample of a file. A strongly charged line lies where another element's might: it is taken for C 1s only where it is called so, or its folder has no other. */
function ownCarbons(spectra: readonly CoreSpectrum[], kind: BackgroundKind): ReadonlyMap<string, Carbon> {
  const own = new Map<string, Carbon>()
  const look = (search: typeof lineIn, isWanted: (entry: Entry) => boolean): void => {
    for (const [alike, among] of groupBy(spectra.filter(({ entry }) => !own.has(chargedAlike(entry)) && isWanted(entry)), ({ entry }) => chargedAlike(entry))) {
      const carbon = best(among.flatMap(({ entry, x, y }) => {
        const level = search(x, y, carbonReference.from_eV, carbonReference.to_eV, kind)
        return level ? [{ entry, level, shift_eV: carbonReference.position_eV - level.position_eV }] : []
      }))
      if (carbon) own.set(alike, carbon)
    }
  }
  look(lineIn, () => true)
  look(chargedLineIn, isCalledCarbon)
  const folders = new Set([...own.values()].map(({ entry }) => folderOf(entry)))
  look(chargedLineIn, (entry) => !folders.has(folderOf(entry)))
  return own
}

const folderOf = (entry: Entry): string => folderOfPath(entry.path)
const region = /(?<![a-z])(?:[A-Z][a-z]?[ _-]?[1-6][spdf](?:[ _-]?[1357][ _/-]?2)?|VB|valence(?:[ _-]?band)?|survey|wide|overview)(?![a-z])/gi
/** A file's name without the region that it is of: one for all files of a session that has a file a region. */
const seriesOf = (entry: Entry): string => nameOfPath(entry.path).replace(/\.[^.]*$/, '').replace(region, '').replace(/[ _-]+/g, ' ').trim().toLowerCase()
const isCalledCarbon = (entry: Entry): boolean => /(?<![a-z])C[ _-]?1s(?![a-z])/i.test(`${nameOfPath(entry.path)} ${entry.measurement?.title ?? ''}`)
