import { curveEnvelope } from './curveEnvelope'
import { passesOf, type Pass } from './curvePasses'
import { extremeRows, type ExtremeRows } from './extremeRows'
import type { Range, Rows } from './range'
import { rowsInside } from './rowsInside'

/** Of rows in their order: a picture of the whole curve. */
export interface Picture { readonly x: Float64Array; readonly y: Float64Array }

export interface CurvePicture {
  readonly rows: number
  /**
   * The whole curve: in each of so many columns of the window (null: all of x) the lowest and the highest y of each pass, every row
   * where there are fewer; coarse beside the window. No peak is lost at any width, and no line leads where the curve does not.
   */
  readonly draw: (window: Range | null, columns: number) => Picture
}

/** Beside the window so many columns are enough: they are seen only until the next picture is there. */
const columnsBeside = 400
/** A pass needs so many columns to keep its shape … */
const fewestPerPass = 40
/** … and a picture of more than these is slow to draw. */
const mostColumns = 3000

/** Prepared once by looking at every row; then any window takes the time of its picture, not of its rows. Never for a number that is reported. */
export function curvePicture(rawX: Float64Array, rawY: Float64Array): CurvePicture {
  if (rawX.length !== rawY.length) throw new RangeError(`A picture needs as many x as y, got ${rawX.length} and ${rawY.length}.`)
  const { x, y } = withoutGaps(rawX, rawY)
  const xs = extremeRows(x)
  const ys = extremeRows(y)
  const ends = xs.between(0, x.length)
  const all: Range = ends.low < 0 ? { min: 0, max: 0 } : { min: x[ends.low]!, max: x[ends.high]! }
  const passes = passesOf(x, all)
  let envelope: ReturnType<typeof curveEnvelope> | null = null

  const draw = (window: Range | null, columns: number): Picture => {
    const seen = window ?? all
    const inside = split(window ? rowsInside(x, xs, seen) : [{ start: 0, end: x.length }], passes)
    const perPass = columnsPerPass(inside, columns)
    if (perPass === null) {
      envelope ??= curveEnvelope(x, y, passes, all, columnsBeside)
      return pictureOf(x, y, envelope(inside, seen, columns))
    }
    const kept: number[] = []
    let next = 0
    const beside = (end: number): void => {
      if (next >= end) return
      const stretch = [{ start: next, end }]
      const parts = passes.length > mostColumns / fewestPerPass ? stretch.map((rows) => ({ ...rows, isRising: true })) : split(stretch, passes)
      for (const part of parts) keepExtremes(x, ys, part, all, Math.max(4, Math.floor(columnsBeside / (2 * inside.length + 1))), kept)
    }
    for (const part of inside) {
      beside(part.start)
      keepExtremes(x, ys, part, seen, perPass, kept)
      next = part.end
    }
    beside(x.length)
    return pictureOf(x, y, kept)
  }
  return { rows: x.length, draw }
}

/** Rows without a number take no part: their y is NaN, which extremes pass over, and their x that of the row before. */
function withoutGaps(x: Float64Array, y: Float64Array): { x: Float64Array; y: Float64Array } {
  const isWhole = (row: number): boolean => Number.isFinite(x[row]) && Number.isFinite(y[row])
  let first = 0
  while (first < x.length && isWhole(first)) first += 1
  if (first === x.length) return { x, y }
  const clean = { x: x.slice(), y: y.slice() }
  let last = first > 0 ? x[first - 1]! : (x.find(Number.isFinite) ?? 0)
  for (let row = first; row < x.length; row += 1) {
    if (!isWhole(row)) clean.y[row] = Number.NaN
    if (Number.isFinite(x[row])) last = x[row]!
    clean.x[row] = last
  }
  return clean
}

/** null where so many passes would each be too coarse to keep their shape. */
function columnsPerPass(inside: readonly Pass[], columns: number): number | null {
  const share = Math.min(columns, Math.floor(mostColumns / Math.max(1, inside.length)))
  if (share >= Math.min(columns, fewestPerPass)) return share
  return inside.reduce((sum, { start, end }) => sum + end - start, 0) <= 2 * mostColumns ? Infinity : null
}

/** Stretches of rows, cut where a pass ends. Both are in the order of the rows. */
function split(stretches: readonly Rows[], passes: readonly Pass[]): readonly Pass[] {
  const parts: Pass[] = []
  let at = 0
  for (const { start, end } of stretches) {
    while (at < passes.length && passes[at]!.end <= start) at += 1
    for (let i = at; i < passes.length && passes[i]!.start < end; i += 1) {
      parts.push({ start: Math.max(start, passes[i]!.start), end: Math.min(end, passes[i]!.end), isRising: passes[i]!.isRising })
    }
  }
  return parts
}

/** Of each column the lowest and the highest row, and the first and last of all; every row where that is no more. */
function keepExtremes(x: Float64Array, ys: ExtremeRows, part: Pass, { min, max }: Range, columns: number, kept: number[]): void {
  const { start, end, isRising } = part
  if (end - start <= 2 * columns) {
    for (let row = start; row < end; row += 1) kept.push(row)
    return
  }
  kept.push(start)
  let from = start
  for (let column = 0; column <= columns + 1; column += 1) {
    const edge = isRising ? min + ((max - min) * column) / columns : max - ((max - min) * column) / columns
    const to = column > columns ? end : Math.max(from, firstBeyond(x, from, end, edge, isRising))
    const { low, high } = ys.between(from, to)
    if (low >= 0) kept.push(Math.min(low, high))
    if (low !== high) kept.push(Math.max(low, high))
    from = to
  }
  kept.push(end - 1)
}

/** First row of a pass that has reached the edge. */
function firstBeyond(x: Float64Array, start: number, end: number, edge: number, isRising: boolean): number {
  let [from, to] = [start, end]
  while (from < to) {
    const middle = (from + to) >>> 1
    if (isRising ? x[middle]! < edge : x[middle]! > edge) from = middle + 1
    else to = middle
  }
  return from
}

function pictureOf(x: Float64Array, y: Float64Array, kept: readonly number[]): Picture {
  const rows = kept.filter((row, i) => row !== kept[i - 1] && !Number.isNaN(y[row]))
  return { x: Float64Array.from(rows, (row) => x[row]!), y: Float64Array.from(rows, (row) => y[row]!) }
}
