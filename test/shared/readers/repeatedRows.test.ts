import { describe, expect, it } from 'vitest'
import type { Technique } from '../../../src/shared/measurement'
import type { QuantityKind } from '../../../src/shared/quantity'
import { repeatedRows, repeatedRowsFacts, statedRepeatedRows } from '../../../src/shared/readers/repeatedRows'

type Row = readonly number[]
const kinds: Readonly<Record<string, QuantityKind>> = { t: 'time', E: 'potential', i: 'current', x: 'other' }
const of = (technique: Technique, names: string, rows: readonly Row[], starts: readonly number[] = []) => repeatedRows({
  technique, columns: [...names].map((name, k) => ({ name, quantity: kinds[name]!, unit: '', values: Float64Array.from(rows, (row) => row[k]!) })),
  segments: starts.map((start, k) => ({ kind: 'step', start, end: starts[k + 1] ?? rows.length }))
})
/** Noise that is the same in every run of the test. */
const noise = (row: number): number => { const x = Math.sin(row * 12.9898) * 43758.5453; return x - Math.floor(x) }
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))
const trace = (n: number, from = 0): Row[] => Array.from({ length: n }, (_, k) => [from + k, -0.3, rounded(-0.01 - 0.001 * noise(from + k), 7)])
const sweep = (n: number, seed = 0): Row[] => Array.from({ length: n }, (_, k) => [rounded(-0.005 * k, 3), rounded(-1e-4 * k - 1e-6 * noise(k + seed), 9)])

describe('a file that holds its rows twice', () => {
  it('saved twice, three times, or a longer export behind a shorter', () => {
    expect(of('CA', 'tEi', [...trace(100), ...trace(100)])).toEqual({ kind: 'block', rows: 100, first: 101, of: 1 })
    expect(of('CA', 'tEi', [...trace(100), ...trace(100), ...trace(100)])).toEqual({ kind: 'block', rows: 200, first: 101, of: 1 })
    expect(of('CA', 'tEi', [...trace(100), ...trace(160)])).toEqual({ kind: 'block', rows: 100, first: 101, of: 1 })
  })
  it('two exports that overlap', () => expect(of('CA', 'tEi', [...trace(200), ...trace(200, 120)])).toEqual({ kind: 'block', rows: 80, first: 201, of: 121 }))
  it('a short one wholly, not in part', () => {
    expect(of('CA', 'tEi', [...trace(12), ...trace(12)])).toMatchObject({ rows: 12, first: 13 })
    expect(of('CA', 'tEi', [...trace(30), ...trace(20, 10)])).toBe(null)
  })
  it('whose clock starts anew in every step', () => {
    const steps = [...trace(60), ...trace(70).map(([t, E, i]): Row => [t!, E! - 0.1, i! * 2])]
    expect(of('CA', 'tEi', steps)).toBe(null)
    expect(of('CA', 'tEi', [...steps, ...steps])).toEqual({ kind: 'block', rows: 130, first: 131, of: 1 })
  })
  it('a sweep without a clock', () => {
    expect(of('LSV', 'Ei', [...sweep(100), ...sweep(100)])).toEqual({ kind: 'block', rows: 100, first: 101, of: 1 })
    expect(of('LSV', 'Ei', [...sweep(100), ...sweep(100, 7)])).toBe(null)
  })
  it('a cell at constant current answers with its potential', () => expect(of('CP', 'tEi', [...trace(100), ...trace(100)].map(([t, E, i]): Row => [t!, i! * 100, E!]))).toMatchObject({ kind: 'block', rows: 100 }))
  it('empty cells are alike', () => {
    const holes = trace(100).map(([t, E, i], k): Row => [t!, E!, k % 7 === 0 ? NaN : i!])
    expect(of('CA', 'tEi', [...holes, ...holes])).toMatchObject({ rows: 100 })
  })
})

describe('rows like the row before', () => {
  const doubled = (rows: readonly Row[], ...at: readonly number[]): Row[] => rows.flatMap((row, k) => (at.includes(k) ? [row, row] : [row]))
  it('are counted, with the place of the first', () => {
    expect(of('CA', 'tEi', doubled(trace(100), 40))).toEqual({ kind: 'single', rows: 1, first: 42, of: 41 })
    expect(of('CA', 'tEi', trace(100).flatMap((row) => [row, row]))).toEqual({ kind: 'single', rows: 100, first: 2, of: 1 })
  })
  it('another column may count on', () => expect(of('CA', 'tEix', doubled(trace(100), 40).map((row, k) => [...row, k]))).toMatchObject({ rows: 1 }))
  it('where a step ends and the next begins they are two', () => expect(of('CA', 'tEi', doubled(trace(100), 40), [0, 41])).toBe(null))
})

describe('no false alarm', () => {
  it('a steady trace of few digits', () => {
    expect(of('CA', 'tEi', Array.from({ length: 5000 }, (_, k) => [k, -0.3, -0.01]))).toBe(null)
    expect(of('CA', 'tEi', Array.from({ length: 5000 }, (_, k) => [k, -0.3, -0.01 - (k > 2500 ? 0.001 : 0)]))).toBe(null)
  })
  it('a clock of whole seconds, ten rows in each', () => {
    expect(of('CA', 'tEi', trace(5000).map(([t, E, i]): Row => [Math.floor(t! / 10), E!, i!]))).toBe(null)
    expect(of('CA', 'tEi', trace(5000).map(([t, E, i]): Row => [Math.floor(t! / 10), E!, rounded(i!, 3)]))).toBe(null)
    // Slow, and of so few digits that it stands still in nearly every second.
    expect(of('CA', 'tEi', Array.from({ length: 5000 }, (_, k) => [Math.floor(k / 2), -0.3, rounded(-0.01 - k * 1e-6, 4)]))).toBe(null)
  })
  it('a clock that starts anew with every step at rest, and cycles of few digits', () => {
    const rest = Array.from({ length: 300 }, (_, k): Row => [k, 1.234, 0])
    expect(of('GCPL', 'tEi', [...rest, ...rest, ...rest])).toBe(null)
    const charge = Array.from({ length: 40 }, (_, k): Row => [k, rounded(0.02 * k, 2), 1])
    expect(of('GCPL', 'tEi', Array.from({ length: 500 }, () => charge).flat())).toBe(null)
  })
  it('a sweep at no current', () => {
    const empty = sweep(500).map(([E]): Row => [E!, 0])
    expect(of('CV', 'Ei', [...empty, ...empty])).toBe(null)
  })
  it('cycles whose first rows agree by chance', () => expect(of('CV', 'Ei', [...sweep(200), ...sweep(100), ...sweep(100, 3).map(([E, i]): Row => [E! - 0.5, i!])])).toBe(null))
  it('a spectrum, a table, nothing', () => expect([of('EIS', 'tEi', [...trace(100), ...trace(100)]), of('RAMAN', 'xx', [...sweep(100), ...sweep(100)]), of('CA', 'tEi', []), of('LSV', 'E', [...sweep(100), ...sweep(100)])]).toEqual([null, null, null, null]))
})

it('costs next to nothing, even where everything agrees', () => {
  const n = 2_000_000
  const column = (quantity: QuantityKind, of: (row: number) => number) => ({ name: quantity, quantity, unit: '', values: Float64Array.from({ length: n }, (_, k) => of(k)) })
  const worst = { technique: 'CA' as const, segments: [], columns: [column('time', (k) => k % 1000), column('current', (k) => (k % 1000 === 999 ? noise(k) : k % 1000))] }
  const usual = { technique: 'CA' as const, segments: [], columns: [column('time', (k) => k * 0.1), column('current', (k) => k % 10)] }
  const still = { technique: 'CV' as const, segments: [], columns: [column('potential', () => 0), column('current', () => 0)] }
  const taken = (measured: typeof worst | typeof still): number => { const start = performance.now(); expect(repeatedRows(measured)).toBe(null); return performance.now() - start }
  expect(taken(worst)).toBeLessThan(1500)
  expect(taken(usual)).toBeLessThan(300)
  expect(taken(still)).toBeLessThan(1500)
})

it('is kept as facts of the measurement', () => {
  const found = { kind: 'block', rows: 100, first: 101, of: 1 } as const
  expect(statedRepeatedRows({ facts: repeatedRowsFacts(found) })).toEqual(found)
  expect(statedRepeatedRows({ facts: [] })).toBe(null)
})
