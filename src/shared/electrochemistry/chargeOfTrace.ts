import { columnOf, type Measurement } from '../measurement'
import { interpolate } from '../numerics/interpolate'
import type { Stretch } from '../leftOut'
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

/** The part of a trace that counts; times in s from its first row. */
export interface TracePart {
  readonly from_s: number
  readonly to_s: number
  readonly leftOut: readonly Stretch[]
  /** What flows in a stretch that is left out: a straight line between its ends (the recording failed) or nothing (the cell was off, and its time does not count). */
  readonly leftOutAs: 'line' | 'nothing'
}

/**
 * Q = ∫ i dt by the trapezoidal rule on the recorded times, in C with the sign of the file. RangeError, one sentence, for columns
 * or units that are missing and for fewer than two usable rows. `area_cm2` is needed where the file states a current density.
 */
export function chargeOfTrace(trace: Measurement, area_cm2?: number, part?: TracePart): TraceCharge {
  const whole = integrated(trace, area_cm2)
  const { t_s, q_C, skippedRows, timeRunsBack } = whole
  const rows = t_s.length
  if (rows < 2) throw new RangeError('The trace has fewer than two rows with time and current.')
  const counted = countedSteps(whole, part)
  if (counted.steps === 0) throw new RangeError('The window and the stretches left out leave nothing of the trace.')
  const quality = { skippedRows, largestGap: whole.median_s > 0 ? counted.largest_s / whole.median_s : 1, timeRunsBack }
  if (part === undefined) return { chargeC: q_C[rows - 1]!, duration_s: t_s[rows - 1]!, rows, ...quality }
  if (timeRunsBack) throw new RangeError('Its time runs backwards, so no part of it can be chosen.')
  return { ...chargeOfPart(whole, part), rows: counted.steps + 1, ...quality }
}

/** Rows with time and current: s from the first of them, A, and the charge since then. */
interface Integrated {
  readonly t_s: Float64Array
  readonly i_A: Float64Array
  readonly q_C: Float64Array
  readonly skippedRows: number
  readonly timeRunsBack: boolean
  /** Sampling interval. */
  readonly median_s: number
}

/** Integrated once for a trace: a window that is dragged asks for it sixty times a second. */
const known = new WeakMap<Measurement, { readonly area_cm2: number | undefined; readonly integrated: Integrated }>()

function integrated(trace: Measurement, area_cm2: number | undefined): Integrated {
  const before = known.get(trace)
  if (before && before.area_cm2 === area_cm2) return before.integrated
  const { time, current, scale, perSecond } = traceColumns(trace, area_cm2)
  const n = Math.min(time.length, current.length)
  const [t_s, i_A, q_C] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)]
  let rows = 0
  let first = NaN
  let timeRunsBack = false
  for (let row = 0; row < n; row += 1) {
    const [t, i] = [time[row]! * perSecond, current[row]! * scale]
    if (!Number.isFinite(t) || !Number.isFinite(i)) continue
    if (rows === 0) first = t
    t_s[rows] = t - first
    i_A[rows] = i
    if (rows > 0) {
      const step = t_s[rows]! - t_s[rows - 1]!
      if (step < 0) timeRunsBack = true
      q_C[rows] = q_C[rows - 1]! + (step * (i + i_A[rows - 1]!)) / 2
    }
    rows += 1
  }
  const steps = Float64Array.from({ length: Math.max(0, rows - 1) }, (_, i) => t_s[i + 1]! - t_s[i]!).sort()
  const result = { t_s: t_s.subarray(0, rows), i_A: i_A.subarray(0, rows), q_C: q_C.subarray(0, rows), skippedRows: n - rows, timeRunsBack, median_s: steps[steps.length >> 1] ?? 0 }
  known.set(trace, { area_cm2, integrated: result })
  return result
}

/** Steps whose middle counts, and the longest of them. */
function countedSteps({ t_s }: Integrated, part: TracePart | undefined): { readonly steps: number; readonly largest_s: number } {
  let steps = 0
  let largest_s = 0
  for (let i = 1; i < t_s.length; i += 1) {
    const middle = (t_s[i]! + t_s[i - 1]!) / 2
    if (part && (middle < part.from_s || middle > part.to_s || part.leftOut.some(({ from, to }) => middle >= from && middle <= to))) continue
    steps += 1
    largest_s = Math.max(largest_s, t_s[i]! - t_s[i - 1]!)
  }
  return { steps, largest_s }
}

/** On the straight lines between the points, so that Q follows the ends of a window without steps. */
function chargeOfPart({ t_s, i_A, q_C }: Integrated, { from_s, to_s, leftOut, leftOutAs }: TracePart): { readonly chargeC: number; readonly duration_s: number } {
  const end = Math.min(to_s, t_s.at(-1)!)
  const start = Math.max(0, from_s)
  const currentAt = (t: number): number => interpolate(t_s, i_A, t)!
  const chargeAt = (t: number): number => {
    let [low, high] = [0, t_s.length]
    while (high - low > 1) { const middle = (low + high) >> 1; if (t_s[middle]! <= t) low = middle; else high = middle }
    return q_C[low]! + ((t - t_s[low]!) * (i_A[low]! + currentAt(t))) / 2
  }
  let chargeC = chargeAt(end) - chargeAt(start)
  let duration_s = end - start
  for (const { from, to } of merged(leftOut, start, end)) {
    chargeC -= chargeAt(to) - chargeAt(from)
    if (leftOutAs === 'nothing') duration_s -= to - from
    else chargeC += ((to - from) * (currentAt(from <= start ? to : from) + currentAt(to >= end ? from : to))) / 2
  }
  return { chargeC, duration_s }
}

/** Stretches inside start … end without overlap, in order. */
function merged(stretches: readonly Stretch[], start: number, end: number): readonly Stretch[] {
  const inside = stretches.map(({ from, to }) => ({ from: Math.max(start, from), to: Math.min(end, to) })).filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from)
  return inside.reduce<Stretch[]>((all, next) => {
    const last = all.at(-1)
    if (!last || next.from > last.to) return [...all, next]
    return [...all.slice(0, -1), { from: last.from, to: Math.max(last.to, next.to) }]
  }, [])
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
