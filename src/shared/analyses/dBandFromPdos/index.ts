import { nameOf } from '../../electrochemistry/electrolysis'
import { techniqueOf } from '../../electrochemistry/techniqueOf'
import type { Handle, Mark, Series } from '../../figure'
import { message } from '../../message'
import { minMaxDecimate } from '../../numerics/minMaxDecimate'
import type { CatalystEntries, Entry } from '../../project'
import { defineAnalysis, type Conditions, type Finding, type Need, type Result, type Settings } from '../analysis'
import { bandMoments, upperBandEdge_eV } from './bandMoments'
import { dColumnsOf, dDensity } from './dDensity'

const windows = ['whole range', 'up to E_F', 'as entered below'] as const
const SOURCE = 'Hammer & Nørskov, Surf. Sci. 343 (1995) 211; seed paper, PDOS of the Ru–M pairs'

export const dBandFromPdos = defineAnalysis<null>({
  id: 'd-band-pdos',
  version: 1,
  title: 'd-band centre from DFT',
  tab: 'mechanism',
  scope: 'catalyst',
  metrics: ['d_band_centre_dft', 'd_band_width_dft', 'd_band_filling_dft', 'd_band_upper_edge_dft'],
  about: {
    equation: 'ε_d = ∫E ρ_d dE/∫ρ_d dE;  width = √(∫(E − ε_d)² ρ_d dE/∫ρ_d dE);  filling = ∫^{E_F} ρ_d dE/∫ρ_d dE;  E relative to E_F',
    source: SOURCE,
    assumes: ['all five d orbitals, both spins summed', 'trapezoidal rule on the energy grid of the file', 'the centre depends on the window and on the atoms chosen below', 'upper edge: largest maximum of the Hilbert transform of ρ_d']
  },
  settings: [
    { key: 'window', label: 'Energy window', default: 'whole range', options: windows },
    { key: 'from', label: 'Window from', unit: 'eV vs E_F', default: -10 },
    { key: 'to', label: 'Window to', unit: 'eV vs E_F', default: 0 },
    { key: 'atoms', label: 'Atoms by number, as in POSCAR (empty: all)', default: '' }
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
    const entries = dosOf(view)
    const atoms = atomsOf(String(settings.atoms ?? ''))
    for (const entry of entries) {
      const file = nameOf(entry)
      const measurement = context.load(entry.id)
      if (dColumnsOf(measurement.columns, null).length === 0) {
        needs.push({ message: message('needs.lorbit', 'a DOSCAR with d states of {file}: run VASP with LORBIT = 11', { file }), where: 'inbox', entries: [entry.id] })
        continue
      }
      const band = dDensity(measurement, atoms)
      if (!band) {
        needs.push({ message: message('needs.atoms', 'atoms with d states in {file}; the chosen ones have none', { file }), where: 'settings', entries: [entry.id] })
        continue
      }
      const { from, to, text } = windowOf(settings)
      try {
        const moments = bandMoments(band.energy_eV, band.density, from, to)
        const method = `∫ over ${text}, trapezoid, ${band.columns} d columns of atom(s) ${ranges(band.atoms)}, spins summed`
        const conditions: Conditions = entries.length > 1 ? { file } : {}
        const result = (metric: string, value: number | null, unit: string): Result[] => (value === null ? [] : [{ catalyst: view.catalyst, metric, value, u: null, unit, conditions, method, inputs: [entry.id] }])
        results.push(
          ...result('d_band_centre_dft', moments.centre_eV, 'eV'), ...result('d_band_width_dft', moments.width_eV, 'eV'),
          ...result('d_band_filling_dft', moments.filling, '1'), ...result('d_band_upper_edge_dft', upperBandEdge_eV(band.energy_eV, band.density), 'eV')
        )
        series.push({ name: entries.length > 1 ? file : 'd states', style: 'area', ...(view.catalyst === null ? {} : { catalyst: view.catalyst }), ...minMaxDecimate(band.energy_eV, band.density, 1000) })
        marks.push({ axis: 'x', value: moments.centre_eV, label: `ε_d ${moments.centre_eV.toFixed(3).replace('-', '\u2212')} eV`, ...(view.catalyst === null ? {} : { catalyst: view.catalyst }) })
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        findings.push({ rule: 'd-band', level: 'error', catalyst: view.catalyst, message: message('finding.noBand', '{file}: {why}', { file, why: error.message }), source: SOURCE, metric: 'd_band_centre_dft', entries: [entry.id] })
      }
      if (!measurement.complete) findings.push({ rule: 'd-band', level: 'warning', catalyst: view.catalyst, message: message('finding.incompleteDos', '{file} is cut off; the centre is that of the atoms that are complete.', { file }), source: SOURCE, metric: 'd_band_centre_dft', entries: [entry.id] })
    }
    return {
      results, needs, findings,
      figures: series.length === 0 ? [] : [{ kind: 'xy', id: 'pdos', title: 'Projected density of d states', x: { title: 'E − E_F', unit: 'eV' }, y: { title: 'd states', unit: 'states eV⁻¹' }, series, marks, handles: handlesOf(settings) }]
    }
  }
})

const dosOf = (view: CatalystEntries): Entry[] => view.entries.filter((entry) => techniqueOf(entry) === 'DOS')

function windowOf(settings: Settings): { from: number; to: number; text: string } {
  if (settings.window === 'up to E_F') return { from: -Infinity, to: 0, text: 'the grid up to E_F' }
  if (settings.window !== 'as entered below') return { from: -Infinity, to: Infinity, text: 'the whole range' }
  return { from: Number(settings.from), to: Number(settings.to), text: `${settings.from} … ${settings.to} eV` }
}

/** The ends of the window that is entered; the whole range has none to drag. */
function handlesOf(settings: Settings): readonly Handle[] {
  if (settings.window !== 'as entered below') return []
  return [{ label: 'Window from', setting: 'from', value: Number(settings.from) }, { label: 'Window to', setting: 'to', value: Number(settings.to) }]
}

/** '1, 3-5' → [1, 3, 4, 5]; empty or without a number: all. */
function atomsOf(text: string): number[] | null {
  const atoms = text.split(/[,;\s]+/).flatMap((part) => {
    const match = /^(\d{1,5})(?:[-–](\d{1,5}))?$/.exec(part)
    if (!match) return []
    const first = Number(match[1])
    return Array.from({ length: Math.max(0, Number(match[2] ?? first) - first + 1) }, (_, i) => first + i)
  })
  return atoms.length > 0 ? atoms : null
}

function ranges(atoms: readonly number[]): string {
  const parts: string[] = []
  for (let i = 0; i < atoms.length; i += 1) {
    const start = i
    while (atoms[i + 1] === atoms[i]! + 1) i += 1
    parts.push(start === i ? String(atoms[i]) : `${atoms[start]}–${atoms[i]}`)
  }
  return parts.join(', ')
}
