import type { Column, Segment, Technique } from '../../measurement'
import { segmentsOfSpectra, segmentsOfSteps } from '../instrumentTable/segmentsOfSteps'
import { findSweeps } from '../../electrochemistry/findSweeps'

export interface TechniqueAndSegments { readonly technique: Technique; readonly segments: readonly Segment[] }

/** A potential that stays within this is held. */
const held_V = 0.005

function extent(values: Float64Array): number {
  let min = Infinity
  let max = -Infinity
  for (const value of values) {
    if (value < min) min = value
    if (value > max) max = value
  }
  return max - min
}

/** Even steps from row to row, as in a sweep; a step experiment stands still and jumps. */
function movesEvenly(values: Float64Array): boolean {
  const steps = values.subarray(1).map((value, i) => Math.abs(value - values[i]!)).filter(Number.isFinite).sort()
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length
  return steps.length > 2 && steps[steps.length >> 1]! > 0.3 * mean
}

const isHeld = (current: Float64Array): boolean => extent(current) <= 0.02 * current.reduce((most, value) => Math.max(most, Math.abs(value)), 0)

/** The export does not name the procedure: the columns and how the applied potential moves tell it. A CV has its cycles, then its sweeps. */
export function novaTechnique(columns: readonly Column[]): TechniqueAndSegments {
  const named = (pattern: RegExp): Column | undefined => columns.find(({ name, labels }) => !labels && pattern.test(name))
  const of = (quantity: Column['quantity']): Column | undefined => columns.find((column) => column.quantity === quantity)
  const frequency = of('frequency')
  if (frequency) return { technique: 'EIS', segments: segmentsOfSpectra(frequency.values) }
  if (named(/^Current applied$/i)) return { technique: 'CP', segments: [] }
  const [potential, current, time] = [of('potential'), of('current'), of('time')]
  const isScan = potential && current && (!time || (movesEvenly(potential.values) && !isHeld(current.values)))
  const applied = named(/^Potential applied$/i) ?? (named(/^Scan$/) || isScan ? potential : undefined)
  if (applied && extent(applied.values) > held_V && movesEvenly(applied.values)) {
    const scan = named(/^Scan$/)
    const sweeps = findSweeps(applied.values)
    const cycles = scan ? segmentsOfSteps(scan.values, 'cycle', (value) => `scan ${value}`) : []
    return sweeps.length > 1 || cycles.length > 1 ? { technique: 'CV', segments: [...cycles, ...sweeps] } : { technique: 'LSV', segments: sweeps }
  }
  if (potential && current && time) {
    if (extent(potential.values) <= held_V) return { technique: 'CA', segments: [] }
    if (isHeld(current.values)) return { technique: 'CP', segments: [] }
    return { technique: movesEvenly(potential.values) ? 'OTHER' : 'CA', segments: [] }
  }
  return { technique: potential && time ? 'OCV' : 'OTHER', segments: [] }
}
