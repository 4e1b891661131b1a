import type { Series } from '../figure'

const STEP = 1.1

/**
 * Curves above each other. scaled: each to the span 0 … 1, so that places and shapes are compared; as measured: all by the largest span,
 * so that heights can be compared as well. One step for all that is of one group; the name stands at the first curve of each.
 */
export function movedApart(series: readonly Series[], how: 'scaled' | 'as measured', groupOf: (series: Series) => string = ({ name }) => name): Series[] {
  const ends = series.map(({ y }) => endsOf(y))
  const groups = [...new Set(series.map(groupOf))]
  const largest = Math.max(...ends.map(([low, high]) => high - low))
  return series.map((curve): Series => {
    const members = ends.filter((_, k) => groupOf(series[k]!) === groupOf(curve))
    const low = Math.min(...members.map(([from]) => from))
    const span = how === 'scaled' ? Math.max(...members.map(([, to]) => to)) - low : largest
    const place = (groups.length - 1 - groups.indexOf(groupOf(curve))) * STEP
    const { yError: _yError, picks: _picks, ...kept } = curve
    const isFirst = series.findIndex((other) => groupOf(other) === groupOf(curve)) === series.indexOf(curve)
    return { ...kept, ...(isFirst && curve.style !== 'points' ? { isNamedAtCurve: true as const } : {}), y: curve.y.map((value) => (span > 0 ? (value - (how === 'scaled' ? low : 0)) / span : 0) + place) }
  }).filter((_, i) => Number.isFinite(ends[i]![0]))
}

function endsOf(values: readonly number[]): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity]
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return [low, high]
}
