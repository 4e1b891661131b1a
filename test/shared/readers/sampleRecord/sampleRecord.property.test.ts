import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sampleRecord } from '../../../../src/shared/readers/sampleRecord/sampleRecord'
import { extensionOf, tableBytes, tableStyle, typedNumber, words, type Cell } from '../tableWriter'

const header = ['catalyst', 'part', 'name', 'value', 'unit', 'method', 'batch', 'note']
const row = fc.tuple(fc.option(words), words, fc.option(words), fc.oneof(typedNumber, words, fc.constant(null)), fc.option(words), fc.option(words), fc.option(words), fc.option(words))

it('keeps every fact as it was written; a row without a value is none', () => {
  fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), tableStyle, (rows, style) => {
    const bytes = tableBytes([header, ...rows], style)
    const [record] = sampleRecord.read({ name: `sample record.${extensionOf(style)}`, bytes }).measurements
    expect(record!.columns.map(({ name }) => name)).toEqual(header)
    // A text keeps the decimal sign that was typed; a workbook holds the number.
    const shown = (cell: Cell): string => (typeof cell === 'number' && style.kind === 'text' ? String(cell).replace('.', style.decimal) : String(cell ?? ''))
    const filled = rows.filter(([, , , value]) => value !== null)
    record!.columns.forEach(({ values, labels }, k) => expect([...values].map((at) => labels![at])).toEqual(filled.map((one) => shown(one[k]!))))
  }), { numRuns: 200 })
})
