import { techniqueOf } from '../../electrochemistry/techniqueOf'
import type { Mark, Series } from '../../figure'
import type { Measurement } from '../../measurement'
import { message, type Message } from '../../message'
import { minMaxDecimate } from '../../numerics/minMaxDecimate'
import type { CatalystEntries, Entry } from '../../project'
import { defineAnalysis, type Conditions, type Finding, type Level, type Need, type Result, type Settings } from '../analysis'
import { fileSetting, filesChosen } from '../filesChosen'
import { atomChoiceOf, chosenAtoms, rangesText } from './atomChoice'
import { bandMoments, effectiveCentre_eV, upperBandEdge_eV, type BandMoments } from './bandMoments'
import { dColumnsOf, dDensity, orbitalChoices, type DDensity } from './dDensity'
import { presetWindows, windowHandles, windowNames, windowOf, type EnergyWindow } from './energyWindow'

const spinChoices = ['summed', 'up', 'down', 'effective'] as const
const SOURCE = 'Hammer & Nørskov, Surf. Sci. 343 (1995) 211; seed paper, PDOS of the Ru–M pairs'
/** A tenth of the 0.1 eV that five Ru–M pairs of the seed paper span. */
const COARSE_EV = 0.01

export const dBandFromPdos = defineAnalysis<null>({
  id: 'd-band-pdos',
  version: 3,
  title: 'd-band centre from DFT',
  tab: 'mechanism',
  scope: 'catalyst',
  metrics: [
    'd_band_centre_dft', 'd_band_width_dft', 'd_band_filling_dft', 'd_band_upper_edge_dft', 'd_band_skewness_dft', 'd_band_kurtosis_dft',
    'd_band_centre_up_dft', 'd_band_centre_down_dft', 'd_band_centre_effective_dft', 'd_band_centre_window_dft'
  ],
  about: {
    equation: 'ε_d = ∫E ρ_d dE/∫ρ_d dE;  width = √(∫(E − ε_d)² ρ_d dE/∫ρ_d dE);  filling = ∫^{E_F} ρ_d dE/∫ρ_d dE;  E relative to E_F',
    source: SOURCE,
    assumes: [
      'trapezoidal rule on the energy grid of the file; where Simpson’s rule differs by more than 0.01 eV a finding says so', 'the centre depends on the window and on the atoms chosen below; it is given over the usual windows too',
      'a window holds the grid points within it, without interpolated ends', 'the width is about the centre, not about E_F', 'effective centre: weighted by the filled share of each spin (Sci. Rep. 6, 35916)', 'upper edge: largest maximum of the Hilbert transform of ρ_d'
    ]
  },
  settings: [
    { key: 'window', label: 'Energy window', default: 'whole range', options: windowNames, isAtHand: true },
    { key: 'from', label: 'Window from', unit: 'eV vs E_F', default: -10 },
    { key: 'to', label: 'Window to', unit: 'eV vs E_F', default: 0 },
    { key: 'atoms', label: 'Atoms by number or element, as 1-4 or Ru (empty: all)', default: '' },
    { key: 'orbital', label: 'Orbitals', default: 'all d', options: orbitalChoices },
    { key: 'spin', label: 'Spin of the centre', default: 'summed', options: spinChoices },
    fileSetting
  ],
  after: [],
  collect: (view) => {
    const entries = dosOf(view).map((entry) => entry.id)
    return entries.length > 0 ? { entries, plan: null } : null
  },
  compute: (view, _plan, settings, context) => {
    const results: Result[] = []
    const needs: Need[] = []
    const findings: Finding[] = []
    const series: Series[] = []
    const marks: Mark[] = [{ axis: 'x', value: 0, label: 'E_F' }]
    const { entries, names, choices } = filesChosen(dosOf(view), settings)
    const look = view.catalyst === null ? {} : { catalyst: view.catalyst }
    for (const entry of entries) {
      const file = names.get(entry.id)!
      const measurement = context.load(entry.id)
      const found = (level: Level, text: Message): void => void findings.push({ rule: 'd-band', level, catalyst: view.catalyst, message: text, source: SOURCE, metric: 'd_band_centre_dft', entries: [entry.id] })
      if (dColumnsOf(measurement.columns, null).length === 0) {
        needs.push({ message: message('needs.lorbit', 'a DOSCAR with d states of {file}: run VASP with LORBIT = 11', { file }), where: 'inbox', entries: [entry.id] })
        continue
      }
      try {
        const band = chosenBand(measurement, settings)
        if (!band) {
          needs.push({ message: message('needs.atoms', 'atoms with d states in {file}; the chosen ones have none', { file }), where: 'settings', entries: [entry.id] })
          continue
        }
        const window = windowOf(settings)
        const numbers = numbersOf(band, window, settings)
        const method = `∫ over ${window.text}, trapezoid, ${band.columns} d columns of atom(s) ${rangesText(band.atoms)}, ${numbers.spinText}`
        const conditions: Conditions = names.size > 1 ? { file } : {}
        const result = (metric: string, value: number | null, unit: string, more: Conditions = {}, how = method): Result[] => (value === null ? [] : [{ catalyst: view.catalyst, metric, value, u: null, unit, conditions: { ...conditions, ...more }, method: how, inputs: [entry.id] }])
        const { moments } = numbers
        results.push(
          ...result('d_band_centre_dft', numbers.centre_eV, 'eV'), ...result('d_band_width_dft', moments.width_eV, 'eV'), ...result('d_band_filling_dft', moments.filling, '1'),
          ...result('d_band_upper_edge_dft', upperBandEdge_eV(band.energy_eV, numbers.density), 'eV'), ...result('d_band_skewness_dft', moments.skewness, '1'), ...result('d_band_kurtosis_dft', moments.kurtosis, '1'),
          ...(numbers.bySpin === null ? [] : [...result('d_band_centre_up_dft', numbers.bySpin.up, 'eV'), ...result('d_band_centre_down_dft', numbers.bySpin.down, 'eV'), ...result('d_band_centre_effective_dft', numbers.bySpin.effective, 'eV')]),
          ...presetWindows.flatMap((preset) => result('d_band_centre_window_dft', centreOver(band, numbers.density, preset), 'eV', { window: preset.text }, `∫ over ${preset.text}, trapezoid; to compare windows`))
        )
        if (moments.simpsonCentre_eV !== null && Math.abs(moments.simpsonCentre_eV - moments.centre_eV) > COARSE_EV) {
          found('warning', message('finding.coarseGrid', '{file}: the centre is {trapezoid} eV by the trapezoidal and {simpson} eV by Simpson’s rule: the energy grid is too coarse, raise NEDOS.', { file, trapezoid: moments.centre_eV.toFixed(3), simpson: moments.simpsonCentre_eV.toFixed(3) }))
        }
        series.push({ name: entries.length > 1 ? file : 'd states', style: 'area', ...look, ...minMaxDecimate(band.energy_eV, numbers.density, 1000) }, ...spinCurves(band, look, entries.length > 1 ? file : ''))
        marks.push({ axis: 'x', value: numbers.centre_eV, label: `ε_d ${numbers.centre_eV.toFixed(3).replace('-', '\u2212')} eV`, ...look })
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        found('error', message('finding.noBand', '{file}: {why}', { file, why: error.message }))
      }
      if (!measurement.complete) found('warning', message('finding.incompleteDos', '{file} is cut off; the centre is that of the atoms that are complete.', { file }))
    }
    return {
      results, needs, findings, choices,
      figures: series.length === 0 ? [] : [{ kind: 'xy', id: 'pdos', title: 'Projected density of d states', x: { title: 'E − E_F', unit: 'eV' }, y: { title: 'd states', unit: 'states eV⁻¹' }, series, marks, handles: windowHandles(settings) }]
    }
  }
})

const dosOf = (view: CatalystEntries): Entry[] => view.entries.filter((entry) => techniqueOf(entry) === 'DOS')

function chosenBand(measurement: Measurement, settings: Settings): DDensity | undefined {
  const named = measurement.facts.find(({ name }) => name === 'elements')?.value
  const atoms = chosenAtoms(atomChoiceOf(String(settings.atoms ?? '')), typeof named === 'string' ? named.split(' ') : null)
  return dDensity(measurement, atoms, orbitalChoices.find((name) => name === settings.orbital) ?? 'all d')
}

interface BandNumbers {
  readonly centre_eV: number
  readonly moments: BandMoments
  readonly density: Float64Array
  readonly spinText: string
  readonly bySpin: { readonly up: number; readonly down: number; readonly effective: number | null } | null
}

/** RangeError for a spin that the file does not have. */
function numbersOf(band: DDensity, window: EnergyWindow, settings: Settings): BandNumbers {
  const spin = spinChoices.find((name) => name === settings.spin) ?? 'summed'
  if (spin !== 'summed' && band.spins === null) throw new RangeError(`it has no spins (ISPIN = 1), so that there is no centre of spin ${spin}; choose spins summed.`)
  const bySpin = band.spins && spinCentres(band, window)
  const density = band.spins && (spin === 'up' || spin === 'down') ? band.spins[spin].density : band.density
  const moments = bandMoments(band.energy_eV, density, window.from, window.to)
  const centre_eV = spin === 'effective' ? bySpin?.effective ?? NaN : moments.centre_eV
  if (!Number.isFinite(centre_eV)) throw new RangeError('no d state of the window is filled, so that there is no effective centre.')
  return { centre_eV, moments, density, bySpin, spinText: spin === 'effective' ? 'effective centre of both spins' : spin === 'summed' ? 'spins summed' : `spin ${spin}` }
}

/** null where a spin has no states in the window. */
function spinCentres({ energy_eV, spins }: DDensity, { from, to }: EnergyWindow): BandNumbers['bySpin'] {
  try {
    const [up, down] = (['up', 'down'] as const).map((spin) => {
      const { centre_eV, filling, states } = bandMoments(energy_eV, spins![spin].density, from, to)
      return { centre_eV, filled: (filling * states) / spins![spin].orbitals }
    })
    return { up: up!.centre_eV, down: down!.centre_eV, effective: effectiveCentre_eV(up!, down!) }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function centreOver({ energy_eV }: DDensity, density: Float64Array, { from, to }: EnergyWindow): number | null {
  try {
    return bandMoments(energy_eV, density, from, to).centre_eV
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Spin up above the axis, spin down below it. */
function spinCurves({ energy_eV, spins }: DDensity, look: { readonly catalyst?: string }, file: string): Series[] {
  if (spins === null) return []
  const name = (spin: string): string => [file, spin].filter((part) => part !== '').join(', ')
  return [
    { name: name('spin up'), style: 'line', ...look, ...minMaxDecimate(energy_eV, spins.up.density, 1000) },
    { name: name('spin down (below)'), style: 'dashed', ...look, ...minMaxDecimate(energy_eV, spins.down.density.map((value) => -value), 1000) }
  ]
}
