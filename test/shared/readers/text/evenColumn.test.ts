import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everyRow, rowsOf, summariseColumn, type Column } from '../../../../src/shared/measurement'
import { keptColumn, scanTable } from '../../../../src/shared/readers/text/scanTable'

const long = 70_000
const encoded = (rows: readonly string[]): Uint8Array => new TextEncoder().encode(`${rows.join('\n')}\n`)
const scan = (rows: readonly string[], width: number) => scanTable(encoded(rows), 0, { width, separator: 'tab', decimal: '.' })
const summary = (column: Pick<Column, 'values' | 'repeats'>) => summariseColumn({ name: '', unit: '', quantity: 'other', ...column })

describe('long tables', () => {
  it('hand on a clock and a constant by their steps, and give every row of them, bit by bit that of its text', () => {
    const texts = Array.from({ length: long }, (_, i) => [(i * 0.1).toFixed(1), '-0.65', String(Math.sin(i)), (-3 + 1e-3 * i).toFixed(3)])
    const table = scan(texts.map((cells) => cells.join('\t')), 4)
    const kept = [0, 1, 2, 3].map((i) => keptColumn(table, i))
    expect(kept.map(({ values, repeats }) => [values.length, repeats?.each])).toEqual([[2, 'step'], [1, 'value'], [long, undefined], [2, 'step']])
    for (const [i, column] of kept.entries()) {
      const wanted = Float64Array.from(texts, (cells) => Number(cells[i]))
      expect(everyRow(column), `column ${i}`).toEqual(wanted)
      expect(table.columns[i], `column ${i}`).toEqual(wanted)
      expect(rowsOf(column)).toBe(long)
      expect(summary(column)).toMatchObject({ rows: long, first: wanted[0], last: wanted.at(-1), min: summary({ values: wanted }).min, max: summary({ values: wanted }).max })
    }
  })

  it('notice the one row that is out of step, wherever it is', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: long - 1 }), fc.constantFrom('0.15', '-0.0', 'nan', '', '7e3'), (row, odd) => {
      const texts = Array.from({ length: long }, (_, i) => (i === row ? odd : i % 2 === 0 ? '0' : '0.0'))
      const table = scan(texts.map((text, i) => `${i}\t${text}`), 2)
      const [count, column] = [keptColumn(table, 0), keptColumn(table, 1)]
      expect(count.repeats?.each).toBe('step')
      expect(column.repeats).toBeUndefined()
      // Buffers, because a comparison number by number of 70 000 rows takes long.
      const wanted = Float64Array.from(texts, (text) => (text === '' || text === 'nan' ? NaN : Number(text)))
      expect(Buffer.from(column.values.slice().buffer).equals(Buffer.from(wanted.buffer))).toBe(true)
    }), { numRuns: 30 })
  })

  it('keep what words stand for as it is, and short tables too', () => {
    const words = scan(Array.from({ length: long }, (_, i) => `${i}\tword ${i}`), 2)
    expect(keptColumn(words, 1).repeats).toBeUndefined()
    expect(words.labels[1]?.[69_999]).toBe('word 69999')
    expect(keptColumn(scan(['1\t2', '2\t2', '3\t2'], 2), 0)).toEqual({ values: Float64Array.of(1, 2, 3) })
  })
})
