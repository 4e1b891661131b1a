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
  const { time, current, scale, perSecond } = traceColumns(trace, area_cm2)
  let chargeC = 0
  let skippedRows = 0
  let first = NaN
  let last = NaN
  let lastI = NaN
  let timeRunsBack = false
  const steps: number[] = []
  const counts = counted(part)
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
      if (counts(t - first - step / 2)) steps.push(step)
    }
    last = t
    lastI = i
  }
  if (Number.isNaN(last) || last === first) throw new RangeError('The trace has fewer than two rows with time and current.')
  if (steps.length === 0) throw new RangeError('The window and the stretches left out leave nothing of the trace.')
  const sorted = Float64Array.from(steps).sort()
  const median = sorted[sorted.length >> 1]!
  const quality = { skippedRows, largestGap: median > 0 ? sorted.at(-1)! / median : 1, timeRunsBack }
  if (part === undefined) return { chargeC, duration_s: last - first, rows: n - skippedRows, ...quality }
  if (timeRunsBack) throw new RangeError('Its time runs backwards, so no part of it can be chosen.')
  return { ...chargeOfPart(cumulative({ time, current, scale, perSecond }), part), rows: steps.length + 1, ...quality }
}

function counted(part: TracePart | undefined): (t_s: number) => boolean {
  if (part === undefined) return () => true
  return (t) => t >= part.from_s && t <= part.to_s && !part.leftOut.some(({ from, to }) => t >= from && t <= to)
}

interface Cumulative { readonly t_s: readonly number[]; readonly i_A: readonly number[]; readonly q_C: readonly number[] }

function cumulative({ time, current, scale, perSecond }: TraceColumns): Cumulative {
  const [t_s, i_A, q_C]: [number[], number[], number[]] = [[], [], []]
  let first = NaN
  for (let row = 0; row < Math.min(time.length, current.length); row += 1) {
    const [t, i] = [time[row]! * perSecond, current[row]! * scale]
    if (!Number.isFinite(t) || !Number.isFinite(i)) continue
    if (Number.isNaN(first)) first = t
    const before = t_s.length - 1
    q_C.push(before < 0 ? 0 : q_C[before]! + ((t - first - t_s[before]!) * (i + i_A[before]!)) / 2)
    t_s.push(t - first)
    i_A.push(i)
  }
  return { t_s, i_A, q_C }
}

/** On the straight lines between the points, so that Q follows the ends of a window without steps. */
function chargeOfPart({ t_s, i_A, q_C }: Cumulative, { from_s, to_s, leftOut, leftOutAs }: TracePart): { readonly chargeC: number; readonly duration_s: number } {
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
