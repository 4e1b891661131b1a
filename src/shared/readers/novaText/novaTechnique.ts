import type { Column, Segment, Technique } from '../../measurement'
import { segmentsOfSpectra, segmentsOfSteps } from '../instrumentTable/segmentsOfSteps'
import { findSweeps } from '../text/findSweeps'

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

/** The export does not name the procedure: the columns and how the applied potential moves tell it. A CV has its cycles, then its sweeps. */
export function novaTechnique(columns: readonly Column[]): TechniqueAndSegments {
  const named = (pattern: RegExp): Column | undefined => columns.find(({ name, labels }) => !labels && pattern.test(name))
  const of = (quantity: Column['quantity']): Column | undefined => columns.find((column) => column.quantity === quantity)
  const frequency = of('frequency')
  if (frequency) return { technique: 'EIS', segments: segmentsOfSpectra(frequency.values) }
  if (named(/^Current applied$/i)) return { technique: 'CP', segments: [] }
  const [potential, current, time] = [of('potential'), of('current'), of('time')]
  const applied = named(/^Potential applied$/i) ?? (named(/^Scan$/) ? potential : undefined)
  if (applied && extent(applied.values) > held_V) {
    const scan = named(/^Scan$/)
    const sweeps = findSweeps(applied.values)
    const cycles = scan ? segmentsOfSteps(scan.values, 'cycle', (value) => `scan ${value}`) : []
    return sweeps.length > 1 || cycles.length > 1 ? { technique: 'CV', segments: [...cycles, ...sweeps] } : { technique: 'LSV', segments: sweeps }
  }
  if (potential && current && time) return { technique: extent(potential.values) <= held_V ? 'CA' : 'OTHER', segments: [] }
  return { technique: potential && time ? 'OCV' : 'OTHER', segments: [] }
}
