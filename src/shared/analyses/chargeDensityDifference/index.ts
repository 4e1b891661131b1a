import { nameOf } from '../../electrochemistry/electrolysis'
import type { Measurement } from '../../measurement'
import { message } from '../../message'
import { kindOf } from '../../metadata/kindOf'
import type { CatalystEntries, Entry } from '../../project'
import { partsOfPath } from '../../storedPath'
import { defineAnalysis, type Finding, type Need } from '../analysis'
import { blockDifference, sliceFigure, type Across } from './slice'

const SOURCE = 'Δρ = ρ(AB) − ρ(A) − ρ(B) of the frozen geometry'
type Part = 'AB' | 'A' | 'B'
const words: readonly (readonly [Part, RegExp])[] = [
  ['AB', /^(ab|total|tot|full|complex|all)$/i], ['A', /^(a|slab|surface|surf|substrate|sub|clean)$/i], ['B', /^(b|ads|adsorbate|mol|molecule)$/i]
]
/** How far the electrons of the parts may differ from those of the whole. */
const ELECTRONS_APART = 0.05

/** Where electrons go when an adsorbate binds: planar mean along c of a density minus those of its two parts. */
export const chargeDensityDifference = defineAnalysis<null>({
  id: 'charge-density-difference',
  version: 2,
  title: 'Charge-density difference',
  tab: 'mechanism',
  scope: 'catalyst',
  metrics: ['charge_displaced'],
  about: {
    equation: 'Δλ(z) = ∫∫[ρ(AB) − ρ(A) − ρ(B)] dx dy;  q = ½∫|Δλ| dz', source: SOURCE,
    assumes: ['three CHGCARs of one cell and grid, the parts at the positions of the whole', 'folders or names AB (total), A (slab) and B (ads) say which is which', 'planar mean along c; q counts what moved between planes, a lower limit', 'slice: means over at most 48 blocks along each lattice vector, drawn as if these were at right angles']
  },
  settings: [
    { key: 'across', label: 'Slice across', default: 'b', options: ['a', 'b', 'c'] },
    { key: 'at', label: 'Slice at (fraction of the vector)', default: 0, range: [0, 1], zero: 'where most is displaced', isAtHand: true },
    { key: 'limit', label: 'Colours to ±', unit: 'e Bohr⁻³', default: 0, zero: 'as far as the values' }
  ],
  after: [],
  collect: (view) => {
    const entries = densitiesOf(view).map(({ entry }) => entry.id)
    return entries.length > 0 && view.catalyst !== null ? { entries: [...entries, ...view.entries.filter(isInBlocks).map(({ id }) => id)], plan: null } : null
  },
  compute: (view, _plan, settings, context) => {
    const findings: Finding[] = []
    const needs: Need[] = []
    const parts = new Map<Part, Entry[]>()
    for (const { entry, part } of densitiesOf(view)) if (part) parts.set(part, [...(parts.get(part) ?? []), entry])
    const empty = { results: [], figures: [], needs, findings }
    for (const part of ['AB', 'A', 'B'] as const) {
      const count = parts.get(part)?.length ?? 0
      if (count !== 1) needs.push({ message: count === 0 ? message('needs.density', 'CHGCAR of {part} of {catalyst}, in a folder of that name (AB: whole, A: slab, B: adsorbate)', { part, catalyst: view.catalyst ?? '' }) : message('needs.oneDensity', 'one CHGCAR of {part} of {catalyst}; there are {count}', { part, catalyst: view.catalyst ?? '', count }), where: 'folders' })
    }
    if (needs.length > 0) return empty
    const entries = (['AB', 'A', 'B'] as const).map((part) => parts.get(part)![0]!)
    const inputs = entries.map(({ id }) => id)
    const found = (level: Finding['level'], id: string, text: string, params: Record<string, string | number>): void =>
      void findings.push({ rule: 'charge-density', level, catalyst: view.catalyst, metric: 'charge_displaced', source: SOURCE, entries: inputs, message: message(id, text, params) })
    const [whole, ...others] = entries.map((entry) => context.load(entry.id))
    const unlike = others.findIndex((other) => ['gridPoints', 'volume_A3', 'c_A'].some((name) => !isSame(factOf(whole!, name), factOf(other, name))))
    if (unlike >= 0) {
      found('error', 'finding.unlikeGrids', '{a} and {b} have different grids or cells ({x} and {y}), so that their densities cannot be subtracted.', { a: nameOf(entries[0]), b: nameOf(entries[unlike + 1]), x: String(factOf(whole!, 'gridPoints')), y: String(factOf(others[unlike]!, 'gridPoints')) })
      return empty
    }
    const electrons = [whole!, ...others].map((one) => Number(factOf(one, 'electrons')))
    if (Math.abs(electrons[0]! - electrons[1]! - electrons[2]!) > ELECTRONS_APART) found('warning', 'finding.electronsDiffer', 'The parts hold {parts} electrons, the whole {whole}: atoms or charges differ.', { parts: (electrons[1]! + electrons[2]!).toFixed(2), whole: electrons[0]!.toFixed(2) })
    const [ab, a, b] = [whole!, ...others].map(meanAlongC)
    const c_A = Number(factOf(whole!, 'c_A'))
    if (!ab || !a || !b || !(c_A > 0)) return empty
    // The grid holds density times volume: its planar mean over the length of c is the charge per length.
    const difference = Array.from(ab.mean, (value, i) => (value - a.mean[i]! - b.mean[i]!) / c_A)
    const step = c_A / difference.length
    const displaced = (difference.reduce((sum, value) => sum + Math.abs(value), 0) * step) / 2
    const look = { catalyst: view.catalyst! }
    const blocks = entries.flatMap(({ fileId }) => view.entries.find((other) => other.fileId === fileId && isInBlocks(other)) ?? []).map(({ id }) => context.load(id))
    const inBlocks = blocks.length === 3 ? blockDifference(blocks[0]!, blocks.slice(1)) : null
    const slice = inBlocks && sliceFigure(inBlocks, blocks[0]!, settings.across as Across, Number(settings.at), Number(settings.limit))
    return {
      results: [{ catalyst: view.catalyst, metric: 'charge_displaced', value: displaced, u: null, unit: 'e', conditions: {}, method: `½∫|Δλ| dz over ${difference.length} planes along c of ${entries.map(nameOf).join(', ')}`, inputs }],
      needs, findings,
      figures: [{ kind: 'xy', id: 'charge-density-difference', title: 'Planar charge-density difference', x: { title: 'z along c', unit: 'Å' }, y: { title: 'Δλ', unit: 'e Å⁻¹' }, series: [{ name: 'gain above, loss below zero', style: 'area', ...look, x: Array.from(ab.position), y: difference }], marks: [{ axis: 'y', value: 0, label: '' }] }, ...(slice ? [slice] : [])]
    }
  }
})

const isInBlocks = (entry: Entry): boolean => kindOf(entry) === 'density in blocks'
const isDensity = (entry: Entry): boolean => kindOf(entry) === 'density'
const densitiesOf = (view: CatalystEntries): { entry: Entry; part: Part | null }[] => view.entries.filter(isDensity).map((entry) => ({ entry, part: partOf(entry.path) }))

/** By the nearest folder, or the file's own name, that says it: 'chgdiff/AB/CHGCAR', 'CHGCAR_slab'. */
function partOf(path: string): Part | null {
  for (const segment of partsOfPath(path).toReversed().slice(0, 3)) {
    for (const word of segment.split(/[_.\s-]+/)) {
      const part = words.find(([, test]) => test.test(word))
      if (part) return part[0]
    }
  }
  return null
}

const factOf = ({ facts }: Measurement, name: string): string | number | boolean | undefined => facts.find((fact) => fact.name === name)?.value as string | number | boolean | undefined
const isSame = (a: unknown, b: unknown): boolean => (typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= 1e-4 * Math.abs(a) : a === b)

function meanAlongC({ columns }: Measurement): { readonly position: Float64Array; readonly mean: Float64Array } | null {
  const position = columns.find(({ name }) => name === 'position along c')
  const mean = columns.find(({ name }) => /^mean (?!.*magn).* along c$/.test(name))
  const rows = position ? position.values.findIndex((value) => Number.isNaN(value)) : -1
  return position && mean ? { position: position.values.slice(0, rows < 0 ? undefined : rows), mean: mean.values.slice(0, rows < 0 ? undefined : rows) } : null
}
