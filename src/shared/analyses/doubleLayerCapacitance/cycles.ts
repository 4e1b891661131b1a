import { sweepsOf } from '../../electrochemistry/sweepsOf'
import { toSi } from '../../electrochemistry/unitFactor'
import type { Figure } from '../../figure'
import { columnOf, type Measurement } from '../../measurement'
import { minMaxDecimate } from '../../numerics/minMaxDecimate'
import { lastFullCycle, type FullCycle } from './chargingCurrent'

const POINTS_PER_SWEEP = 200

export interface Cv { readonly potential_V: Float64Array; readonly j_mA_cm2: Float64Array; readonly sweeps: readonly { readonly start: number; readonly end: number }[] }
export interface CycleCurve { readonly rate_mV_s: number; readonly x: readonly number[]; readonly y: readonly number[]; readonly cycle: FullCycle }

/** A CV in V as recorded and mA cm⁻². RangeError, one sentence, for columns and units that cannot be used. */
export function cvOf(measurement: Measurement, area_cm2: number): Cv {
  const potential = columnOf(measurement, 'potential')
  const current = columnOf(measurement, 'current')
  if (!potential || !current) throw new RangeError('it has no potential or no current column.')
  const volts = toSi(potential.unit)
  const amperes = toSi(current.unit)
  if (volts?.si !== 'V') throw new RangeError(`the unit "${potential.unit}" of its potential is not known.`)
  if (amperes?.si !== 'A' && amperes?.si !== 'A/cm2') throw new RangeError(`the unit "${current.unit}" of its current is not known.`)
  const perArea = (amperes.factor * 1000) / (amperes.si === 'A' ? area_cm2 : 1)
  const potential_V = potential.values.map((E) => E * volts.factor)
  return { potential_V, j_mA_cm2: current.values.map((i) => i * perArea), sweeps: sweepsOf(measurement, potential_V) }
}

/** The cycle that counts, thinned for its picture. */
export function cycleOf({ potential_V, j_mA_cm2, sweeps }: Cv, rate_mV_s: number): CycleCurve {
  const cycle = lastFullCycle(potential_V, sweeps)
  const rows = cycle.anodic.start < cycle.cathodic.start ? [cycle.anodic, cycle.cathodic] : [cycle.cathodic, cycle.anodic]
  const curves = rows.map(({ start, end }) => minMaxDecimate(potential_V.subarray(start, end), j_mA_cm2.subarray(start, end), POINTS_PER_SWEEP))
  return { rate_mV_s, cycle, x: curves.flatMap(({ x }) => x), y: curves.flatMap(({ y }) => y) }
}

/** The cycles over each other, with the potential whose currents are taken. */
export function cycleFigure(cycles: readonly CycleCurve[], at: number | undefined): Figure[] {
  const [first] = cycles
  if (!first) return []
  const place = at ?? (first.cycle.low + first.cycle.high) / 2
  return [{
    kind: 'xy', id: 'double-layer-cycles', title: 'Last full cycles', x: { title: 'E as recorded', unit: 'V' }, y: { title: 'j (geometric area)', unit: 'mA cm⁻²' },
    series: cycles.toSorted((a, b) => a.rate_mV_s - b.rate_mV_s).map(({ rate_mV_s, x, y }) => ({ name: `${rate_mV_s} mV s⁻¹`, style: 'line', x, y })),
    handles: [{ label: 'Potential of the charging current', setting: 'atPotential', value: place, also: { at: 'the potential below' } }]
  }]
}
