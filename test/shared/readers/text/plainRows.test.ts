import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ReadError } from '../../../../src/shared/readers/reader'
import { PlainRows } from '../../../../src/shared/readers/text/plainRows'
import { scanTable } from '../../../../src/shared/readers/text/scanTable'

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)
const prints: readonly ((value: number) => string)[] = [
  String, (v) => v.toFixed(3), (v) => v.toExponential(3), (v) => v.toExponential(15), (v) => v.toExponential(16).toUpperCase(), (v) => v.toExponential(7).replace(/e([+-])(\d)$/, 'E$100$2'), (v) => Math.round(v).toFixed(0)
]
const numbers = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.double({ noNaN: true, min: -1e5, max: 1e5 }), fc.integer().map(Number), fc.bigInt({ min: 0n, max: 2n ** 60n }).map((value) => Number(value)))

/** Rows this near to the end of a file are left to the careful reading. */
const after = '\n'.repeat(9)

describe('rows of plain numbers', () => {
  it('are those of Number(), to the last bit, however they are printed', () => {
    fc.assert(fc.property(fc.array(fc.tuple(numbers, fc.constantFrom(...prints)), { minLength: 1, maxLength: 40 }), fc.constantFrom('.', ','), (cells, decimal) => {
      const texts = cells.map(([value, print]) => print(value))
      const bytes = ascii(texts.map((text) => `${text.replace('.', decimal)}\t1\n`).join('') + after)
      const plain = new PlainRows(bytes, { width: 2, separator: 'tab', decimal: decimal.charCodeAt(0) })
      const columns = [new Float64Array(cells.length), new Float64Array(cells.length)]
      let [at, row] = [0, 0]
      while (row < cells.length) {
        plain.read(at, columns, row, cells.length)
        for (let i = row; i < plain.row; i += 1) expect([texts[i], columns[0]![i], columns[1]![i]]).toEqual([texts[i], Number(texts[i]), 1])
        // A number of more than 17 digits is left to the caller.
        if (plain.row < cells.length) expect(texts[plain.row]!.replace(/[eE].*$/, '').replace(/\D/g, '').length).toBeGreaterThan(9)
        row = plain.row + 1
        at = bytes.indexOf(10, plain.at) + 1
      }
    }), { numRuns: 2000 })
  })

  it('near halves of the last bit, too', () => {
    fc.assert(fc.property(fc.bigInt({ min: 2n ** 52n, max: 99_999_999_999_999_999n }), fc.integer({ min: -40, max: 40 }), (digits, scale) => {
      const text = `${digits}`
      const print = `${text[0]}.${text.slice(1)}E${scale < 0 ? '-' : '+'}${Math.abs(scale)}`
      const columns = [new Float64Array(1)]
      const plain = new PlainRows(ascii(`${print}${after}`), { width: 1, separator: 'loose', decimal: 46 })
      plain.read(0, columns, 0, 1)
      expect([plain.row, columns[0]![0]]).toEqual([1, Number(print)])
    }), { numRuns: 3000 })
  })
})

const cell = fc.oneof({ weight: 12, arbitrary: numbers.map((value) => value.toExponential(4)) }, { weight: 3, arbitrary: numbers.map(String) }, fc.constantFrom('', '-', 'NaN', '***', '+1.5', '.5', '1e', '1.2.3', '12345678901', '1,5', 'ok'))
const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 60 })

describe('tables', () => {
  it('hold what the cells hold, row by row, whether the fast reading or the careful one reads them', () => {
    fc.assert(fc.property(rows, fc.constantFrom('\n', '\r\n'), fc.boolean(), (table, end, repeats) => {
      const width = 3
      // The first row decides which columns hold words.
      const all = [['1', '2', repeats ? 'ok' : '3'], ...table, ...(repeats ? [...table, ...table] : [])]
      const text = `${all.map((line) => line.join('\t')).join(end)}${end}`
      const { columns, labels, rows: count, damaged } = scanTable(ascii(text), 0, { width, separator: 'tab', decimal: '.' })
      const isNumber = (one: string): boolean => /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(one)
      const expected = all.map((line) => Array.from({ length: width }, (_, k) => {
        const one = line[k] ?? ''
        if (repeats && k === 2) return line.length > k ? one : null
        return isNumber(one) ? Number(one) : NaN
      }))
      // The table ends before the first row without a number in a column of numbers, or at an empty line.
      const hasNumber = (line: readonly string[]): boolean => line.some((one, k) => !(repeats && k === 2) && isNumber(one))
      const stop = all.findIndex((line) => line.join('').trim() !== '' && !hasNumber(line))
      const kept = (stop < 0 ? all : all.slice(0, stop)).map((line, i) => [line, expected[i]!] as const).filter(([line]) => line.join('\t') !== '' && hasNumber(line))
      if (all.slice(0, stop < 0 ? all.length : stop).some((line) => line.join('\t') !== '' && !hasNumber(line))) return
      expect(count).toBe(kept.length)
      kept.forEach(([, values], row) => values.forEach((value, k) => {
        const found = columns[k]![row]!
        if (repeats && k === 2) expect(labels[2]?.[found] ?? null).toBe(value)
        else expect(found).toBe(value)
      }))
      expect(damaged).toBe(kept.reduce((sum, [line]) => sum + line.slice(0, width).filter((one, k) => !(repeats && k === 2) && one !== '' && !isNumber(one)).length, 0))
    }), { numRuns: 1500 })
  })

  it('tell a row without words from one with empty words', () => {
    const { columns, labels } = scanTable(ascii('1\t2\tok\n0\t0\t\n0\t0\n0\t0\t\n'), 0, { width: 3, separator: 'tab', decimal: '.' })
    expect([...columns[2]!].map((value) => labels[2]?.[value] ?? null)).toEqual(['ok', '', null, ''])
  })

  it('grow with their rows', () => {
    const line = (i: number): string => (i < 40_000 ? '1, 2\n' : i % 1000 === 0 ? '1, ***\n' : `${i}.25, ${-i}e-3\n`)
    const text = Array.from({ length: 60_000 }, (_, i) => `${line(i)}`).join('') + Array.from({ length: 300_000 }, () => '1 2\n').join('')
    const { columns, rows: count, damaged } = scanTable(ascii(text), 0, { width: 2, separator: 'loose', decimal: '.' })
    expect([count, damaged]).toEqual([360_000, 20])
    for (let i = 40_001; i < 60_000; i += 1) if (i % 1000 !== 0) expect([columns[0]![i], columns[1]![i]]).toEqual([i + 0.25, -i / 1000])
    expect(columns.every(({ length }) => length === 360_000)).toBe(true)
  })

  it('refuse columns that the rows do not fill', () => {
    const text = '1\n'.repeat(1_000_000)
    expect(() => scanTable(ascii(text), 0, { width: 5000, separator: 'tab', decimal: '.' })).toThrow(ReadError)
    expect(() => scanTable(ascii(text), 0, { width: 2, separator: 'tab', decimal: '.' })).not.toThrow()
  })
})
