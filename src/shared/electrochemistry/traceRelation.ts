import { columnOf, type MeasurementSummary } from '../measurement'
import type { Entry } from '../project'
import { groupBy } from '../groupBy'
import { toSi } from './unitFactor'

/**
 * What the i–t files of one catalyst, potential, replicate and cycle are to each other, as far as their times tell: parts of one
 * electrolysis; parts by assumption alone (one was interrupted, or does not say when it was); or each a whole one of its own.
 */
export type TraceRelation = 'parts' | 'assumedParts' | 'wholes'

interface Span { readonly from_s: number; readonly to_s: number; readonly length_s: number }

/** Lengths within 5 % are those of one protocol. */
const ALIKE = 1.05
/** A part follows at once; to empty and to fill a cell takes longer. */
const AT_ONCE_S = 120
/** Many headers say the minute only. */
const CLOCK_S = 60

export function traceRelation(traces: readonly Entry[]): TraceRelation {
  const files = [...groupBy(traces, ({ fileId }) => fileId).values()]
  if (files.length < 2) return 'parts'
  const spans = files.map((of) => fileSpan(of.map(({ measurement }) => measurement)))
  if (spans.some((span) => span === null)) return 'assumedParts'
  const own = spans as readonly { readonly recorded: Span; readonly startedAt_s: number | null }[]
  const recorded = own.map((span) => span.recorded)
  // One clock that runs on through all files.
  if (gaps(recorded).every((gap_s) => gap_s >= 0)) return 'parts'
  const clock = own.flatMap(({ recorded: span, startedAt_s }) => (startedAt_s === null ? [] : [{ from_s: startedAt_s + span.from_s, to_s: startedAt_s + span.to_s, length_s: span.length_s }]))
  const lengths = recorded.map(({ length_s }) => length_s)
  const areAlike = Math.max(...lengths) <= ALIKE * Math.min(...lengths)
  if (clock.length < own.length) return areAlike ? 'wholes' : 'assumedParts'
  const between = gaps(clock)
  if (between.some((gap_s) => gap_s < -CLOCK_S)) return 'wholes'
  if (between.every((gap_s) => gap_s <= Math.max(AT_ONCE_S, (ALIKE - 1) * Math.max(...lengths)))) return 'parts'
  return areAlike ? 'wholes' : 'assumedParts'
}

/** From the end of each to the beginning of the next. */
function gaps(spans: readonly Span[]): number[] {
  const sorted = spans.toSorted((a, b) => a.from_s - b.from_s)
  return sorted.slice(1).map((span, i) => span.from_s - sorted[i]!.to_s)
}

/** Its datasets together, where each says in a known unit when it was. */
function fileSpan(datasets: readonly (MeasurementSummary | null)[]): { readonly recorded: Span; readonly startedAt_s: number | null } | null {
  const spans = datasets.map((measurement) => {
    const time = measurement ? columnOf(measurement, 'time') : undefined
    const unit = time && toSi(time.unit)
    return time && unit?.si === 's' && time.min !== null && time.max !== null ? { from_s: time.min * unit.factor, to_s: time.max * unit.factor } : null
  })
  if (spans.some((span) => span === null)) return null
  const known = spans as readonly { readonly from_s: number; readonly to_s: number }[]
  const starts = datasets.map((measurement) => startOf(measurement))
  return {
    recorded: { from_s: Math.min(...known.map(({ from_s }) => from_s)), to_s: Math.max(...known.map(({ to_s }) => to_s)), length_s: known.reduce((sum, { from_s, to_s }) => sum + to_s - from_s, 0) },
    startedAt_s: starts.some((start) => start === null) ? null : Math.min(...(starts as readonly number[]))
  }
}

/** A date without the time of day does not tell what came first. */
function startOf(measurement: MeasurementSummary | null): number | null {
  const start = measurement?.startedAt
  const milliseconds = start && /T\d\d:\d\d/.test(start) ? Date.parse(start) : NaN
  return Number.isFinite(milliseconds) ? milliseconds / 1000 : null
}
