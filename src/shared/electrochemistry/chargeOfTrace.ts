import { columnOf, type Measurement } from '../measurement'
import { toSi } from './unitFactor'

/** Charge of one i–t trace. Rows without a finite time or current are left out and counted. */
export interface TraceCharge {
  readonly chargeC: number
  readonly duration_s: number
  readonly rows: number
  readonly skippedRows: number
  /** Largest step in time over the median step; above 5 something is missing. */
  readonly largestGap: number
  readonly timeRunsBack: boolean
}

/**
 * Q = ∫ i dt by the trapezoidal rule on the recorded times, in C with the sign of the file. RangeError, one sentence, for columns
 * or units that are missing and for fewer than two usable rows. `area_cm2` is needed where the file states a current density.
 */
export function chargeOfTrace(trace: Measurement, area_cm2?: number): TraceCharge {
  const { time, current, scale, perSecond } = traceColumns(trace, area_cm2)
  let chargeC = 0
  let skippedRows = 0
  let first = NaN
  let last = NaN
  let lastI = NaN
  let timeRunsBack = false
  const steps: number[] = []
  const n = Math.min(time.length, current.length)
  for (let row = 0; row < n; row += 1) {
    const t = time[row]! * perSecond
    const i = current[row]! * scale
    if (!Number.isFinite(t) || !Number.isFinite(i)) {
      skippedRows += 1
      continue
    }
    if (Number.isNaN(first)) first = t
    else {
      const step = t - last
      if (step < 0) timeRunsBack = true
      chargeC += (step * (i + lastI)) / 2
      steps.push(step)
    }
    last = t
    lastI = i
  }
  if (steps.length === 0) throw new RangeError('The trace has fewer than two rows with time and current.')
  const sorted = Float64Array.from(steps).sort()
  const median = sorted[sorted.length >> 1]!
  return { chargeC, duration_s: last - first, rows: n - skippedRows, skippedRows, largestGap: median > 0 ? sorted.at(-1)! / median : 1, timeRunsBack }
}

interface TraceColumns { readonly time: Float64Array; readonly current: Float64Array; /** To A. */ readonly scale: number; /** To s. */ readonly perSecond: number }

/** The time and current columns of an i–t trace with their factors to s and A. RangeError as above. */
export function traceColumns(trace: Measurement, area_cm2?: number): TraceColumns {
  const time = columnOf(trace, 'time')
  const current = columnOf(trace, 'current')
  if (!time || !current) throw new RangeError('The trace has no time or no current column.')
  const seconds = toSi(time.unit)
  const amperes = toSi(current.unit)
  if (seconds?.si !== 's') throw new RangeError(`The unit "${time.unit}" of its time is not known.`)
  if (amperes?.si === 'A/cm2' && area_cm2 === undefined) throw new RangeError('The trace states a current density, so its charge needs the electrode area.')
  if (amperes?.si !== 'A' && amperes?.si !== 'A/cm2') throw new RangeError(`The unit "${current.unit}" of its current is not known.`)
  return { time: time.values, current: current.values, scale: amperes.factor * (amperes.si === 'A/cm2' ? area_cm2! : 1), perSecond: seconds.factor }
}
