import type { Column } from '../../measurement'

const stamp = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}) (\d{1,2}):(\d{2}):(\d{2})(?:[.,](\d{1,6}))?$/

/** Seconds since 1970, day first or month first; null for no date. */
function secondsOf(text: string, isDayFirst: boolean): number | null {
  const match = stamp.exec(text.trim())
  if (!match) return null
  const [first, second, year, hour, minute, whole] = match.slice(1, 7).map(Number) as [number, number, number, number, number, number]
  const [day, month] = isDayFirst ? [first, second] : [second, first]
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  return Date.UTC(year, month - 1, day, hour, minute, whole) / 1000 + Number(`0.${match[7] ?? '0'}`)
}

/**
 * EC-Lab and BT-Lab may export 'time/s' as dates with a clock. They become seconds since the first row. Day and month stand in the PC's order: of two
 * readings that both never go back, the one without jumps of months is it.
 */
export function withoutAbsoluteTime(column: Column): Column {
  const { labels, values } = column
  if (column.name !== 'time/s' || !labels || !labels.every((label) => stamp.test(label.trim()))) return column
  const readings = [false, true].flatMap((isDayFirst) => {
    const seconds = labels.map((label) => secondsOf(label, isDayFirst))
    if (seconds.some((one) => one === null)) return []
    const times = Float64Array.from(values, (index) => seconds[index] ?? NaN)
    const rises = times.every((time, i) => i === 0 || Number.isNaN(time) || Number.isNaN(times[i - 1]!) || time >= times[i - 1]!)
    return rises ? [{ times, span: times.at(-1)! - times[0]! }] : []
  })
  const best = readings.sort((a, b) => a.span - b.span)[0]
  if (!best) return column
  const start = best.times[0]!
  return { name: column.name, unit: 's', quantity: 'time', values: best.times.map((time) => Number((time - start).toFixed(6))) }
}
