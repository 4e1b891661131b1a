import { nameOf } from '../../electrochemistry/electrolysis'
import { techniqueOf } from '../../electrochemistry/techniqueOf'
import type { Mark, Series } from '../../figure'
import { columnOf, type ColumnSummary } from '../../measurement'
import { message } from '../../message'
import type { CatalystEntries, Entry } from '../../project'
import { backgrounds, type BackgroundKind } from '../../spectroscopy/background'
import { fermiEdge, type FermiEdge } from '../../spectroscopy/fermiEdge'
import { intensityUnit } from '../../spectroscopy/intensityUnit'
import { nameOfPath } from '../../storedPath'
import { defineAnalysis, type Finding, type Need, type Result } from '../analysis'
import { fileSetting, filesChosen } from '../filesChosen'
import { carbonsOf, coreEntries, coreSpectra, type Carbon } from '../coreLevels/carbonShift'
import { fileNames, needOfCarbon } from '../coreLevels/sessions'
import { valenceBandCentre } from './valenceBandCentre'

const SOURCE = 'Hammer & Nørskov, Adv. Catal. 45 (2000) 71; centre of gravity of the XPS valence band as in the seed paper, Fig. 2h'
const BY_EDGE = 'Fermi edge at 0 eV'
const BY_CARBON = 'C 1s at 284.8 eV'
const calibrations = ['as the file has it', BY_EDGE, BY_CARBON] as const
/** The end of the window is moved by this much for the uncertainty. */
const WINDOW_SHIFT_eV = 0.5

export const dBandFromXps = defineAnalysis<null>({
  id: 'd-band-xps',
  version: 7,
  title: 'd-band centre from the XPS valence band',
  tab: 'mechanism',
  scope: 'catalyst',
  metrics: ['d_band_centre_xps'],
  about: {
    equation: 'ε_d = −∫BE·(I − B) dBE / ∫(I − B) dBE', source: SOURCE,
    assumes: ['binding energies are referred to E_F as the file has them, or so that the Fermi edge lies at 0 or C 1s at 284.8 eV; the shift stands with each number', 'cross-sections are not taken out: s, p and carbon states count as well', 'u: largest change when an end of the window moves by 0.5 eV, with the error of the calibration', 'trapezoid on the points as measured']
  },
  settings: [
    { key: 'from', label: 'Window from', unit: 'eV', default: 0 },
    { key: 'to', label: 'Window to', unit: 'eV', default: 9 },
    { key: 'background', label: 'Background', default: 'Shirley', options: backgrounds },
    { key: 'calibration', label: 'Binding energies', default: calibrations[0], options: calibrations, isAtHand: true },
    { key: 'shift', label: 'Further shift, added to every binding energy', unit: 'eV', default: 0 },
    fileSetting
  ],
  after: [],
  collect: (view, settings) => {
    const entries = valenceBandsOf(view).map(({ id }) => id)
    return entries.length > 0 ? { entries: [...entries, ...(settings.calibration === BY_CARBON ? coreEntries(view).map(({ id }) => id) : [])], plan: null } : null
  },
  compute: (view, _plan, settings, context) => {
    const results: Result[] = []
    const findings: Finding[] = []
    const series: Series[] = []
    const marks: Mark[] = [{ axis: 'x', value: 0, label: 'E_F' }]
    const look = view.catalyst === null ? {} : { catalyst: view.catalyst }
    const needs: Need[] = []
    const [from, to, kind] = [Number(settings.from), Number(settings.to), settings.background as BackgroundKind]
    const { entries, names: ownNames, choices } = filesChosen(valenceBandsOf(view), settings)
    const core = settings.calibration === BY_CARBON ? coreSpectra(view, context.load) : []
    const [carbons, nameOfFile] = [carbonsOf(core, kind), fileNames([...core, ...entries.map((entry) => ({ entry }))])]
    for (const entry of entries) {
      try {
        const measurement = context.load(entry.id)
        const [recorded, y] = [columnOf(measurement, 'binding_energy')!.values, signalOf(measurement.columns)!.values]
        const found = settings.calibration === BY_CARBON ? carbons.of(entry) : undefined
        const carbon = found && 'level' in found ? found : undefined
        const calibration = calibrationOf(String(settings.calibration), recorded, y, carbon, nameOfFile)
        if (calibration === null) {
          needs.push(found && 'candidates' in found ? needOfCarbon(found.candidates, nameOfFile(entry), [entry.id], nameOfFile)
            : { message: message('needs.fermiEdge', 'a Fermi edge within 1.5 eV of zero in {file}, or another calibration', { file: nameOf(entry) }), where: 'settings', entries: [entry.id] })
          continue
        }
        const shift = calibration.shift_eV + Number(settings.shift)
        const x = recorded.map((be) => be + shift)
        const band = valenceBandCentre(x, y, from, to, kind)
        const moved = [[-1, 0], [1, 0], [0, -1], [0, 1]].flatMap(([a, b]) => centreOr(x, y, from + a! * WINDOW_SHIFT_eV, to + b! * WINDOW_SHIFT_eV, kind))
        const u = moved.length === 0 || calibration.u_eV === null ? null : Math.hypot(Math.max(...moved.map((centre) => Math.abs(centre - band.centre_eV))), calibration.u_eV)
        results.push({
          catalyst: view.catalyst, metric: 'd_band_centre_xps', value: -band.centre_eV, u, unit: 'eV', conditions: ownNames.size > 1 ? { file: ownNames.get(entry.id)! } : {},
          method: `${from}–${to} eV binding energy, ${kind} background, trapezoid; ${calibration.said}${Number(settings.shift) === 0 ? '' : `, and by ${Number(settings.shift)} eV as entered`}`, inputs: [entry.id, ...(carbon ? [carbon.entry.id] : [])]
        })
        const name = entries.length > 1 ? ownNames.get(entry.id)! : 'valence band'
        series.push({ name, style: 'line', x: band.bindingEnergy_eV, y: band.intensity, ...look }, { name: `background of ${name}`, style: 'dashed', x: band.bindingEnergy_eV, y: band.background, ...look })
        if (calibration.edge) series.push({ name: entries.length > 1 ? `Fermi edge of ${name}` : 'Fermi edge', style: 'line', x: calibration.edge.bindingEnergy_eV.map((be) => be + shift), y: calibration.edge.fitted })
        marks.push({ axis: 'x', value: band.centre_eV, label: `ε_d \u2212${band.centre_eV.toFixed(2)} eV`, ...look })
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        findings.push({ rule: 'valence-band', level: 'warning', catalyst: view.catalyst, metric: 'd_band_centre_xps', source: SOURCE, entries: [entry.id], message: message('finding.valenceBand', '{file} gives no centre: {why}', { file: nameOf(entry), why: error.message }) })
      }
    }
    return {
      results, findings, needs, choices,
      figures: series.length === 0 ? [] : [{
        kind: 'xy', id: 'valence-band', title: 'Valence band', x: { title: 'Binding energy', unit: 'eV', reversed: true }, y: { title: 'Intensity', unit: intensityUnit(entries) }, series, marks,
        handles: [{ label: 'Window from', setting: 'from', value: from }, { label: 'Window to', setting: 'to', value: to }]
      }]
    }
  }
})

interface Calibration { readonly shift_eV: number; /** null: not known. */ readonly u_eV: number | null; readonly said: string; readonly edge?: FermiEdge }

/** How far the binding energies of a file are moved, and how that is said; null where what is asked for cannot be found. */
function calibrationOf(how: string, x: ArrayLike<number>, y: ArrayLike<number>, carbon: Carbon | undefined, nameOfFile: (entry: Entry) => string): Calibration | null {
  const inWords = (shift: number): string => `shifted by ${shift < 0 ? '\u2212' : '+'}${Math.abs(shift).toFixed(2)} eV`
  if (how === BY_CARBON) return carbon ? { shift_eV: carbon.shift_eV, u_eV: carbon.level.u_eV, said: `C 1s of ${nameOfFile(carbon.entry)} found at ${carbon.level.position_eV.toFixed(2)} eV, set to 284.8 eV: ${inWords(carbon.shift_eV)}` } : null
  if (how !== BY_EDGE) return { shift_eV: 0, u_eV: 0, said: 'energies as the file has them' }
  const edge = fermiEdge(x, y)
  return edge ? { edge, shift_eV: -edge.position_eV, u_eV: edge.u_eV, said: `Fermi edge found at ${edge.position_eV.toFixed(2).replace('-', '\u2212')} ± ${edge.u_eV.toFixed(2)} eV (${edge.width_eV.toFixed(2)} eV wide), set to 0: ${inWords(-edge.position_eV)}` } : null
}

const signalOf = <C extends Pick<ColumnSummary, 'quantity' | 'name'>>(columns: readonly C[]): C | undefined =>
  columns.find(({ quantity }) => quantity === 'intensity') ?? columns.find(({ quantity, name }) => quantity === 'other' && !/transmission|background/i.test(name))

/** Spectra that begin within a few eV of E_F and end before the shallow core levels, or that say VB. */
function valenceBandsOf(view: CatalystEntries): Entry[] {
  return view.entries.filter((entry) => {
    const energy = entry.measurement?.columns.find(({ quantity }) => quantity === 'binding_energy')
    if (!energy || !signalOf(entry.measurement!.columns) || energy.min === null || energy.max === null) return false
    if (techniqueOf(entry) !== 'XPS' && entry.measurement!.technique !== 'TABLE') return false
    const saysSo = entry.tags.some((tag) => /^vb$/i.test(tag)) || /(^|[^a-z])(vb|valence)([^a-z]|$)/i.test(`${nameOfPath(entry.path)} ${entry.measurement!.title}`)
    return saysSo || (energy.min <= 1 && energy.max >= 5 && energy.max <= 40)
  })
}

function centreOr(x: ArrayLike<number>, y: ArrayLike<number>, from: number, to: number, kind: BackgroundKind): number[] {
  try {
    return [valenceBandCentre(x, y, from, to, kind).centre_eV]
  } catch (error) {
    if (error instanceof RangeError) return []
    throw error
  }
}
