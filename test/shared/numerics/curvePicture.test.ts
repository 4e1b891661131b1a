import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { curvePicture, type Picture } from '../../../src/shared/numerics/curvePicture'
import type { Range } from '../../../src/shared/numerics/range'
import { extremeRows } from '../../../src/shared/numerics/extremeRows'

const numbers = (length: number, of: (i: number) => number): Float64Array => Float64Array.from({ length }, (_, i) => of(i))
const noise = (i: number): number => Math.sin(i * 12.9898) * Math.cos(i * 78.233)
const inside = (x: ArrayLike<number>, y: ArrayLike<number>, { min, max }: Range): { x: number; y: number }[] =>
  Array.from({ length: x.length }, (_, i) => ({ x: x[i]!, y: y[i]! })).filter((point) => point.x >= min && point.x <= max && Number.isFinite(point.y))
/** Lowest and highest y in each column of a window, by looking at every row. */
function columnsOf(x: ArrayLike<number>, y: ArrayLike<number>, window: Range, columns: number): Map<number, readonly [number, number]> {
  const found = new Map<number, readonly [number, number]>()
  for (const point of inside(x, y, window)) {
    const column = Math.min(columns - 1, Math.floor(((point.x - window.min) / (window.max - window.min)) * columns))
    const [low, high] = found.get(column) ?? [Infinity, -Infinity]
    found.set(column, [Math.min(low, point.y), Math.max(high, point.y)])
  }
  return found
}
const whole = (x: Float64Array): Range => ({ min: x.reduce((a, b) => Math.min(a, b)), max: x.reduce((a, b) => Math.max(a, b)) })
const places = ({ x, y }: Picture): string[] => Array.from(x, (value, i) => `${value} ${y[i]!}`)

describe('extremeRows', () => {
  it('finds the lowest and the highest row between any two, as a look at each of them does', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer(), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (length, seed, a, b) => {
      const values = numbers(length, (i) => (i % 17 === 3 ? Number.NaN : noise(i + (seed % 1000))))
      const [start, end] = [Math.floor(Math.min(a, b) * length), Math.ceil(Math.max(a, b) * length)]
      const finite = [...values.subarray(start, end)].filter((value) => !Number.isNaN(value))
      const { low, high } = extremeRows(values).between(start, end)
      expect([values[low] ?? Infinity, values[high] ?? -Infinity]).toEqual([Math.min(...finite), Math.max(...finite)])
    }))
  })
})

describe('curvePicture', () => {
  it('keeps a peak of one row among five million at every width of the window', () => {
    const rows = 5_000_000
    const at = 3_141_592
    const y = numbers(rows, (i) => 0.1 * Math.sin(i / 1e5))
    y[at] = 7
    const picture = curvePicture(numbers(rows, (i) => i / 100), y)
    for (let width = rows / 100; width > 0.02; width /= 7) {
      const { x, y: drawn } = picture.draw({ min: at / 100 - 0.3 * width, max: at / 100 + 0.7 * width }, 1400)
      expect(Math.max(...drawn)).toBe(7)
      expect(x[drawn.indexOf(7)]).toBe(at / 100)
      expect(x.length).toBeLessThan(3500)
    }
  })

  it('has the lowest and highest row of every column of the window, of a trace that is sampled unevenly too', () => {
    const rows = 60_000
    const x = numbers(rows, (i) => (i < 50_000 ? i / 5e5 : 0.1 + (i - 50_000) / 1000))
    const y = numbers(rows, (i) => noise(i) + (i === 41_234 ? 50 : 0) - (i === 58_000 ? 40 : 0))
    const picture = curvePicture(x, y)
    for (const window of [whole(x), { min: 0.0500013, max: 0.0900017 }, { min: 0.0900017, max: 3.0001 }, { min: 8.00003, max: 8.10007 }]) {
      const drawn = picture.draw(window, 701)
      const [mine, all] = [columnsOf(drawn.x, drawn.y, window, 701), columnsOf(x, y, window, 701)]
      expect([...mine].toSorted(([a], [b]) => a - b)).toEqual([...all].toSorted(([a], [b]) => a - b))
    }
  })

  it('gives every row of a narrow window, its neighbours, and the rest coarsely: never a gap', () => {
    const x = numbers(100_000, (i) => i / 1000)
    const { x: drawn } = curvePicture(x, x.map(noise)).draw({ min: 10, max: 10.1 }, 500)
    expect([...drawn].filter((value) => value >= 9.999 && value <= 10.101)).toHaveLength(103)
    expect([drawn[0], drawn.at(-1)]).toEqual([0, 99.999])
    expect(drawn.length).toBeLessThan(1000)
  })

  it('draws the line through a window that holds no row', () => {
    const x = numbers(50_000, (i) => i)
    expect([...curvePicture(x, x).draw({ min: 40_000.2, max: 40_000.8 }, 100).x]).toEqual(expect.arrayContaining([40_000, 40_001]))
  })

  it('passes over cells without a number', () => {
    const x = numbers(20_000, (i) => (i === 700 ? Number.NaN : i))
    const y = numbers(20_000, (i) => (i === 600 ? Number.NaN : i === 700 ? 99 : i === 800 ? 5 : i === 900 ? Infinity : 0))
    const drawn = curvePicture(x, y).draw(null, 200)
    expect(Math.max(...drawn.y)).toBe(5)
    expect([...drawn.x, ...drawn.y].every(Number.isFinite)).toBe(true)
    expect(curvePicture(new Float64Array(0), new Float64Array(0)).draw(null, 10)).toEqual({ x: new Float64Array(0), y: new Float64Array(0) })
  })

  const cycles = (count: number, rowsPerPass: number): { x: Float64Array; y: Float64Array } => {
    const x = numbers(2 * count * rowsPerPass, (i) => { const t = (i / rowsPerPass) % 2; return t < 1 ? t : 2 - t })
    const isForward = (i: number): boolean => (i / rowsPerPass) % 2 < 1
    return { x, y: numbers(x.length, (i) => (isForward(i) ? 1 : -1) * (1 + x[i]! + 1e-3 * noise(i))) }
  }

  /** Where the picture goes from one branch of the loop to the other. */
  const changesOf = ({ x, y }: Picture): number[] => Array.from(y, (value, i) => (i > 0 && Math.sign(value) !== Math.sign(y[i - 1]!) ? x[i]! : null)).filter((at) => at !== null)

  it('keeps every pass of a cyclic curve to itself: no line through the loop, every pass in the window', () => {
    const { x, y } = cycles(10, 20_000)
    y[20_000 * 12 + 9_000] = 9
    const picture = curvePicture(x, y)
    for (const window of [null, { min: 0.4, max: 0.5 }, { min: 0.449, max: 0.4501 }]) {
      const drawn = picture.draw(window, 700)
      expect(Math.max(...drawn.y)).toBe(9)
      expect(changesOf(drawn), 'it changes branches at the turns alone').toHaveLength(19)
      expect(changesOf(drawn).every((at) => at < 0.001 || at > 0.999)).toBe(true)
    }
  })

  it('outlines a curve of thousands of cycles: exact in every column of the window, forth and back apart', () => {
    const { x, y } = cycles(3000, 100)
    y[100 * 3210 + 42] = 9
    const picture = curvePicture(x, y)
    for (const window of [{ min: 0, max: 1 }, { min: 0.3, max: 0.6 }]) {
      const drawn = picture.draw(window, 500)
      expect(drawn.x.length).toBeLessThan(5000)
      expect(Math.max(...drawn.y)).toBe(9)
      expect([...columnsOf(drawn.x, drawn.y, window, 500)].toSorted(([a], [b]) => a - b)).toEqual([...columnsOf(x, y, window, 500)].toSorted(([a], [b]) => a - b))
      expect(changesOf(drawn).every((at) => at < 0.011 || at > 0.989)).toBe(true)
    }
  })

  const point = fc.tuple(fc.oneof(fc.integer({ min: -9, max: 9 }), fc.double({ noNaN: false })), fc.double({ noNaN: false }))
  const highest = (list: Iterable<number>): number => [...list].reduce((best, value) => (value > best ? value : best), -Infinity)
  it('draws nothing but rows of the curve and always its highest, whatever the curve and the window; of a trace also the highest of the window', () => {
    fc.assert(fc.property(fc.array(point, { minLength: 1, maxLength: 400 }), fc.boolean(), fc.double({ min: -10, max: 10, noNaN: true }), fc.double({ min: 0, max: 5, noNaN: true }), fc.integer({ min: 2, max: 50 }), (points, isTrace, min, width, columns) => {
      const [x, y] = [Float64Array.from(points, ([value]) => value), Float64Array.from(points, ([, value]) => value)]
      if (isTrace) x.sort()
      const rows = new Set(places({ x, y }))
      const window = { min, max: min + width }
      const drawn = curvePicture(x, y).draw(window, columns)
      expect(places(drawn).filter((place) => !rows.has(place))).toEqual([])
      expect(highest(drawn.y)).toBe(highest(y.filter((value, i) => Number.isFinite(value) && Number.isFinite(x[i]))))
      if (isTrace) expect(highest(inside(drawn.x, drawn.y, window).map((one) => one.y))).toBe(highest(inside(x, y, window).map((one) => one.y)))
    }), { numRuns: 300 })
  })
})
