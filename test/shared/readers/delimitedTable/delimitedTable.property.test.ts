import fc from 'fast-check'
import { expect, it } from 'vitest'
import { delimitedTable } from '../../../../src/shared/readers/delimitedTable/delimitedTable'

/** How a program prints a number: so many decimals, or so many digits and an exponent. */
const printers = [(value: number, digits: number) => value.toFixed(digits), (value: number, digits: number) => value.toExponential(digits)] as const
const dialect = fc.constantFrom(['\t', '.'], ['\t', ','], [';', '.'], [';', ','], [',', '.'], ['  ', '.'])
const columnNames = ['Depth (mm)', 'Signal [mV]', 'Gain', 'Offset, K', 'Run'] as const
const table = fc.integer({ min: 2, max: 5 }).chain((width) => fc.record({
  rows: fc.array(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: width, maxLength: width }), { minLength: 3, maxLength: 40 }),
  print: fc.constantFrom(...printers), digits: fc.integer({ min: 1, max: 12 }), remarks: fc.constantFrom<readonly string[]>([], ['# written by the project itself without a name for any column'], ['Probe of the laboratory', 'Operator: A. B.', '']),
  lineEnd: fc.constantFrom('\n', '\r\n'), isNamed: fc.boolean(), width: fc.constant(width), dialect
}))

it('reads every number of every column back as it was printed, whatever separates them', () => {
  fc.assert(fc.property(table, ({ rows, print, digits, remarks, lineEnd, isNamed, width, dialect: [separator, decimal] }) => {
    const printed = rows.map((row) => row.map((value) => print(value, digits)))
    // Names that hold a comma cannot stand between commas.
    const names = columnNames.slice(0, width).map((name) => (separator === ',' ? name.replace(',', ' /') : name))
    const lines = [...remarks, ...(isNamed ? [names.join(separator!)] : []), ...printed.map((row) => row.map((text) => text.replace('.', decimal!)).join(separator))]
    const bytes = new TextEncoder().encode(lines.map((line) => line + lineEnd!).join(''))
    expect(delimitedTable.recognises({ name: 'own.txt', bytes, size: bytes.length })?.confidence).toBe('possible')
    const { measurements } = delimitedTable.read({ name: 'own.txt', bytes })
    expect(measurements).toHaveLength(1)
    const { columns, warnings, complete } = measurements[0]!
    expect([warnings, complete]).toEqual([[], true])
    expect(columns.map(({ name }) => name)).toEqual(isNamed ? names : names.map((_, i) => `column ${i + 1}`))
    columns.forEach(({ values }, k) => expect([...values]).toEqual(printed.map((row) => Number(row[k]))))
  }), { numRuns: 300 })
})
