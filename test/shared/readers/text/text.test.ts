import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { delimitedRows } from '../../../../src/shared/readers/instrumentTable/delimitedRows'
import { decodeText } from '../../../../src/shared/readers/text/decodeText'
import { findSweeps } from '../../../../src/shared/electrochemistry/findSweeps'
import { parseDecimal } from '../../../../src/shared/readers/text/parseDecimal'
import { scanNumber } from '../../../../src/shared/readers/text/scanNumber'
import { scanTable, type TableOptions } from '../../../../src/shared/readers/text/scanTable'
import { splitLines } from '../../../../src/shared/readers/text/splitLines'

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)
const scan = (text: string, options: Partial<TableOptions> = {}) => scanTable(ascii(text), 0, { width: 2, separator: 'loose', decimal: '.', ...options })

describe('decodeText', () => {
  it('knows the encodings of lab PCs', () => {
    expect(decodeText(ascii('cm² 氨')).encoding).toBe('utf-8')
    expect(decodeText(Uint8Array.from([0x63, 0x6d, 0xb2, 0x20, 0xb5, 0x46]))).toEqual({ text: 'cm² µF', encoding: 'windows-1252' })
    expect(decodeText(Uint8Array.from([0xb2, 0xa8, 0xb3, 0xa4, 0x2c, 0xce, 0xfc, 0xb9, 0xe2, 0xb6, 0xc8]))).toEqual({ text: '波长,吸光度', encoding: 'gb18030' })
    expect(decodeText(Uint8Array.from([0xff, 0xfe, 0x56, 0, 0x2c, 0, 0xb5, 0, 0x41, 0])).text).toBe('V,µA')
    expect(decodeText(Uint8Array.from([...'time\t1\n'].flatMap((letter) => [letter.charCodeAt(0), 0]))).text).toBe('time\t1\n')
    expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, 0x41])).text).toBe('A')
  })
  it('does not take the end of a head for another encoding, nor drop a whole last letter', () => {
    expect(decodeText(ascii('cm²').subarray(0, 3))).toEqual({ text: 'cm', encoding: 'utf-8' })
    for (const text of ['重复', 'cm²', '\u{1F9EA}', '°']) expect(decodeText(ascii(text)).text).toBe(text)
  })
})

describe('numbers', () => {
  it('are those that JavaScript reads, to the last bit', () => {
    const result = { value: 0, end: 0 }
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: 0, max: 20 }), (value, digits) => {
      for (const text of [String(value), value.toExponential(digits), value.toExponential(digits).toUpperCase().replace('.', ',')]) {
        const bytes = ascii(text)
        scanNumber(bytes, 0, bytes.length, text.includes(',') ? 44 : 46, result)
        expect(Object.is(result.value, Number(text.replace(',', '.')))).toBe(true)
        expect(result.end).toBe(bytes.length)
        expect(Object.is(parseDecimal(text, text.includes(',') ? ',' : '.'), result.value)).toBe(true)
      }
    }))
  })
  it('are not guessed', () => {
    for (const text of ['', '-', '1,5', '1.2.3', 'abc', '1e', '0x10', '1 2']) expect(parseDecimal(text, '.')).toBeNaN()
    expect(parseDecimal('\u22120,3', ',')).toBe(-0.3)
  })
})

describe('tables', () => {
  it.each([['CR LF', '\r\n'], ['LF', '\n'], ['CR', '\r'], ['CR CR LF', '\r\r\n']])('end their lines with %s', (_name, end) => {
    const table = scan(['1, 2e-3', '-3,\t4', '5 6', ''].join(end))
    expect(table.columns.map((column) => [...column])).toEqual([[1, -3, 5], [0.002, 4, 6]])
    expect(table).toMatchObject({ rows: 3, damaged: 0, uneven: 0, isCutOff: false })
    expect(splitLines(['a', 'b'].join(end))).toEqual(['a', 'b'])
  })
  it('keep empty cells and text columns of tabbed rows', () => {
    const table = scan('1\t\tok\n2\t3\tov\n4\t5\tok\n', { width: 3, separator: 'tab' })
    expect([...table.columns[1]!]).toEqual([NaN, 3, 5])
    expect(table.labels[2]).toEqual(['ok', 'ov'])
    expect([...table.columns[2]!]).toEqual([0, 1, 0])
  })
  it('leave a row out that is cut off, not one that only lacks its line end', () => {
    expect(scan('1.50, 2.50\n1.51, 2.51\n1.52, 2.')).toMatchObject({ rows: 2, isCutOff: true })
    expect(scan('1.50, 2.50\n1.51')).toMatchObject({ rows: 1, isCutOff: true })
    expect(scan('1.50, 2.50\n1.51, 2.51')).toMatchObject({ rows: 2, isCutOff: false })
    expect(scan('1.50, 2.5e-3\n1.51, 12.5e-3')).toMatchObject({ rows: 2, isCutOff: false })
    expect(scan('1, 12\n2, 3\n3, 4\n')).toMatchObject({ rows: 3, isCutOff: false })
    expect(scan('1, 9.5\n2, 10.5 ')).toMatchObject({ rows: 2, isCutOff: false })
  })
  it.each([
    ['a digit of the exponent', '1, 2.5e-9\n2, 2.5e-10\n3, 2.5e-1'], ['the exponent', '1, 2.5e-9\n2, 2.5e-10\n3, 12.57'], ['a decimal, where other numbers are shorter', '1, 0.25\n2, 9.75\n3, 123.4'],
    ['a digit of its own exponent', '1, 2.5e-8\n2, 2.5e-9\n3, 2.5e-1'], ['a digit of a whole number', '1, 9\n2, 1234\n3, 123'], ['the sign of the exponent', '1, 2.5e-9\n2, 2.5e-10\n3, 12.5e-']
  ])('leave a row out whose last number lacks %s', (_what, text) => {
    expect(scan(text)).toMatchObject({ rows: 2, isCutOff: true })
    expect(delimitedRows(ascii(text), 0, { width: 2, separator: ',', decimal: '.' })).toMatchObject({ rows: 2, isCutOff: true })
  })
  it('leave a row out whose last word is the beginning of another', () => {
    const text = '1\t10 mA\n2\t10 mA\n3\t10 m'
    expect(scan(text, { separator: 'tab' })).toMatchObject({ rows: 2, isCutOff: true })
    expect(delimitedRows(ascii(text), 0, { width: 2, separator: '\t', decimal: '.' })).toMatchObject({ rows: 2, isCutOff: true })
  })
  it('a table cut anywhere holds only numbers that the whole one has', () => {
    fc.assert(fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }).map((v) => (Math.abs(v) < 1e-19 ? 0 : v)), { minLength: 3, maxLength: 20 }), // exponents as instruments print them
      fc.constantFrom((v: number) => v.toExponential(4), (v: number) => v.toFixed(3), (v: number) => `${v.toExponential(2).replace(/e([+-])(\d)$/, 'E$10$2')}`), fc.nat(), (values, print, where) => {
        const text = values.map((value, i) => `${i + 0.5}\t${print(value)}`).join('\n')
        const rows = text.split('\n').map((line) => Number(line.split('\t')[1]))
        // The first row has none before it to tell its length.
        const first = text.indexOf('\n') + 1
        const cut = text.slice(0, first + (where % (text.length - first)))
        for (const table of [scan(cut, { separator: 'tab' }), delimitedRows(ascii(cut), 0, { width: 2, separator: '\t', decimal: '.' })]) {
          const known = new Set(values.slice(0, 2).map((value) => print(value).length)).size === 1
          if (known) expect(Array.from(table.columns[1]!)).toEqual(rows.slice(0, table.rows))
        }
      }), { numRuns: 2000 })
  })
  it('stop at text and count what is uneven or damaged', () => {
    expect(scan('1, 2\n3, 4\nResults:\n5, 6\n')).toMatchObject({ rows: 2 })
    expect(scan('1, 2\n3\n5, 6\n')).toMatchObject({ rows: 3, uneven: 1, firstUneven: 1 })
    expect(scan('1, 2\n3, ***\n5, 6\n')).toMatchObject({ rows: 3, damaged: 1 })
  })
  it('never hang on a line without end', () => expect(scan('1 '.repeat(300_000))).toMatchObject({ uneven: 1 }))
})

describe('sweeps', () => {
  it('turn where the potential turns, not where it is noisy', () => {
    const triangle = Float64Array.from({ length: 400 }, (_, i) => { const k = i % 200; return (k < 100 ? k : 200 - k) * 0.01 + 0.002 * Math.sin(i * 7) })
    expect(findSweeps(triangle).map(({ start, end }) => Math.round((end - start) / 100))).toEqual([1, 1, 1, 1])
    expect(findSweeps(Float64Array.from({ length: 50 }, (_, i) => -i * 0.01))).toEqual([{ kind: 'sweep', start: 0, end: 50 }])
    expect(findSweeps(new Float64Array(10))).toEqual([])
  })
  it('cover every row once', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 3, maxLength: 200 }), (values) => {
      let at = 0
      for (const { start, end } of findSweeps(Float64Array.from(values))) {
        expect(start).toBe(at)
        expect(end).toBeGreaterThan(start)
        at = end
      }
      if (at > 0) expect(at).toBe(values.length)
    }))
  })
})
