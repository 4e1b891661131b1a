import { describe, expect, it } from 'vitest'
import { delimitedTable } from '../../../../src/shared/readers/delimitedTable/delimitedTable'
import { longTable } from '../../../../src/shared/readers/delimitedTable/longTable'

const rows = 20_000
const numbers = Array.from({ length: rows }, (_, i) => [i * 0.05, -1e-3 * (1 + Math.sin(i)), 298.15 + (i % 7) / 100])
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const table = (separator: string, decimal: string, end = '\r\n'): string =>
  [['Time (s)', 'Current (A)', 'T (K)'].join(separator), ...numbers.map((row) => row.map((value) => value.toExponential(6).replace('.', decimal)).join(separator)), ''].join(end)

describe('a long table of numbers', () => {
  it.each([['\t', '.'], ['\t', ','], [';', '.'], [';', ','], [',', '.']])('between %j with decimal %j is read from its bytes, as line by line', (separator, decimal) => {
    const text = table(separator, decimal)
    const fast = longTable(bytes(text), [])!
    expect(fast.columns.map(({ name, unit, quantity }) => [name, unit, quantity])).toEqual([['Time (s)', 's', 'time'], ['Current (A)', 'A', 'current'], ['T (K)', 'K', 'other']])
    fast.columns.forEach(({ values }, k) => expect(values).toEqual(Float64Array.from(numbers, (row) => Number(row[k]!.toExponential(6)))))
    // A remark at the end makes it the slow way.
    const slow = delimitedTable.read({ name: 'a.txt', bytes: bytes(`${text}end of data\r\n`) }).measurements[0]!
    expect(slow.columns).toEqual(fast.columns)
    expect(fast).toMatchObject({ technique: slow.technique, warnings: [], complete: true })
  })
  it('between runs of blanks', () => {
    const text = ['# made by the project', 'E/V  j/mA', ...numbers.map(([a, b]) => `  ${a!.toFixed(3)}   ${b!.toFixed(6)}`), ''].join('\n')
    expect(longTable(bytes(text), [])?.columns[1]!.values[rows - 1]).toBe(Number(numbers.at(-1)![1]!.toFixed(6)))
  })
  it.each([['a word', '1.0\tx\t3.0'], ['an empty line and a second table', '\n\n\nU\tI\n1\t2\n3\t4\n5\t6'], ['a row of two cells', '1.0\t2.0']])('with %s far below is left to the slow way', (_, line) => {
    const lines = table('\t', '.', '\n').split('\n')
    lines.splice(15_000, 0, line)
    expect(longTable(bytes(lines.join('\n')), [])).toBeNull()
  })
  it('of two bytes a letter, or short, is left to the slow way', () => {
    expect(longTable(Uint8Array.from(Buffer.from(table('\t', '.'), 'utf16le')), [])).toBeNull()
    expect(longTable(bytes('a\tb\n1\t2\n3\t4\n5\t6\n'), [])).toBeNull()
  })
})
