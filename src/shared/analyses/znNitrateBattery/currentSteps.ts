import { mean } from '../../numerics/mean'
import { sampleSd } from '../../numerics/sampleSd'
import type { BatteryColumns } from './batteryNumbers'

/** One stretch of constant current; the voltage is that of its last fifth. */
export interface CurrentStep {
  readonly direction: 'discharge' | 'charge'
  readonly current_A: number
  readonly voltage_V: number
  readonly voltageSd_V: number
  readonly charge_C: number
  /** ∫|I|·V dt. */
  readonly energy_J: number
}

/** A change of the current by more than this is another step; with less than this of the largest current the cell rests. */
const SAME_CURRENT = 0.05
const REST = 0.02
/** Fewer rows are the change from one step to the next. */
const FEWEST_ROWS = 5

/**
 * Steps of constant current in the order of time, rests left out. The cell charges where the current has the sign with the higher
 * voltage: instruments do not agree on which sign that is. One direction only is a discharge. RangeError without time, voltage and current.
 */
export function currentSteps({ time_s, voltage_V, current_A }: BatteryColumns): CurrentStep[] {
  if (!time_s || !voltage_V || !current_A) throw new RangeError('steps of current need a time, a voltage and a current column.')
  const largest = current_A.reduce((most, i) => (Number.isFinite(i) ? Math.max(most, Math.abs(i)) : most), 0)
  const stretches: { from: number; to: number; current: number }[] = []
  for (let row = 0; row < current_A.length; row += 1) {
    const current = current_A[row]!
    const last = stretches.at(-1)
    if (last && Math.abs(current - last.current) <= Math.max(SAME_CURRENT * Math.abs(last.current), SAME_CURRENT * REST * largest)) {
      last.to = row
      last.current += (current - last.current) / (row - last.from + 1)
    } else stretches.push({ from: row, to: row, current })
  }
  const steps = joined(stretches.filter(({ from, to, current }) => to - from + 1 >= FEWEST_ROWS && Math.abs(current) > REST * largest))
  const signs = [-1, 1].map((sign) => steps.filter(({ current }) => Math.sign(current) === sign).map(({ from, to }) => mean([...voltage_V.subarray(from, to + 1)])))
  const chargeSign = signs[0]!.length > 0 && signs[1]!.length > 0 ? (mean(signs[0]!) > mean(signs[1]!) ? -1 : 1) : 0
  return steps.map(({ from, to, current }): CurrentStep => {
    let [charge_C, energy_J] = [0, 0]
    for (let row = from + 1; row <= to; row += 1) {
      const dt = time_s[row]! - time_s[row - 1]!
      charge_C += (dt * Math.abs(current_A[row - 1]! + current_A[row]!)) / 2
      energy_J += (dt * (Math.abs(current_A[row - 1]!) * voltage_V[row - 1]! + Math.abs(current_A[row]!) * voltage_V[row]!)) / 2
    }
    const end = [...voltage_V.subarray(Math.min(to - 1, Math.round(to - 0.2 * (to - from))), to + 1)]
    return { direction: Math.sign(current) === chargeSign ? 'charge' : 'discharge', current_A: current, voltage_V: mean(end), voltageSd_V: sampleSd(end), charge_C, energy_J }
  })
}

/** A spike within a step does not part it. */
function joined(stretches: readonly { from: number; to: number; current: number }[]): { from: number; to: number; current: number }[] {
  const out: { from: number; to: number; current: number }[] = []
  for (const stretch of stretches) {
    const last = out.at(-1)
    if (last && stretch.from - last.to <= FEWEST_ROWS && Math.abs(stretch.current - last.current) <= SAME_CURRENT * Math.abs(last.current)) last.to = stretch.to
    else out.push({ ...stretch })
  }
  return out
}

/** What a test with constant currents is: one discharge, a discharge in steps, or cycles of discharge and charge. */
export function kindOfSteps(steps: readonly CurrentStep[]): 'single' | 'stepped' | 'cycled' {
  if (steps.some(({ direction }) => direction === 'charge')) return 'cycled'
  const currents = steps.map(({ current_A }) => Math.abs(current_A))
  return Math.max(...currents) > (1 + 2 * SAME_CURRENT) * Math.min(...currents) ? 'stepped' : 'single'
}

export interface BatteryCycle { readonly discharge: CurrentStep; readonly charge: CurrentStep; /** Energy given back over energy put in, %. */ readonly energyEfficiency: number }

/** Neighbouring steps of opposite direction, in pairs; a step that has no partner is not counted. */
export function batteryCycles(steps: readonly CurrentStep[]): BatteryCycle[] {
  const cycles: BatteryCycle[] = []
  for (let i = 0; i + 1 < steps.length; i += 1) {
    const [a, b] = [steps[i]!, steps[i + 1]!]
    if (a.direction === b.direction) continue
    const [discharge, charge] = a.direction === 'discharge' ? [a, b] : [b, a]
    cycles.push({ discharge, charge, energyEfficiency: (100 * discharge.energy_J) / charge.energy_J })
    i += 1
  }
  return cycles
}
