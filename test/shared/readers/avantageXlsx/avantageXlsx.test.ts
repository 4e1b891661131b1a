import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { recognise } from '../../../../src/shared/readers'
import { avantageXlsx } from '../../../../src/shared/readers/avantageXlsx/avantageXlsx'
import { avantageDate } from '../../../../src/shared/readers/avantageXlsx/besideSpectra'
import { avantageWorkbook, fixtures } from './fixture'

const read = (bytes: Uint8Array) => avantageXlsx.read({ name: 'a.xlsx', bytes }).measurements
const head = (bytes: Uint8Array, name = 'a.xlsx') => ({ name, bytes: bytes.subarray(0, 65_536), size: bytes.length })

describe('Avantage export', () => {
  it('reads back what was written', () => {
    const row = fc.tuple(fc.double({ min: -10, max: 1400, noNaN: true }), fc.double({ min: 0, max: 1e7, noNaN: true }),
      fc.double({ min: 0, max: 1e7, noNaN: true }))
    fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
      const [measurement] = read(avantageWorkbook([{ name: 'O1s Scan', components: ['Backgnd.'], rows }]))
      expect(rows.map((_, r) => measurement!.columns.map(({ values }) => values[r]! + 0))).toEqual(rows.map((cells) =>
        cells.map((value) => value + 0)))
      expect(measurement).toMatchObject({ technique: 'XPS', title: 'O1s Scan', complete: true, warnings: [] })
    }), { numRuns: 20 })
  })
  it('names columns, units and quantities; keeps the quantification', () => {
    const [c1s, survey] = read(fixtures[0]!.bytes)
    expect(c1s!.columns.map(({ name, unit, quantity }) => [name, unit, quantity])).toEqual([
      ['Binding Energy (E)', 'eV', 'binding_energy'], ['Counts / s', 'Counts / s', 'intensity'], ['C1s sp2', 'Counts / s', 'other'],
        ['Envelope', 'Counts / s', 'other']
    ])
    expect(c1s!.settings).toEqual(expect.arrayContaining([{ name: 'Data file', value: 'C:\\data\\C1s Scan.VGD' },
      { name: 'Quantifications, C1s C-C: Atomic %', value: 8.83 }]))
    expect(c1s!.facts).toContainEqual({ name: 'exportedAt', value: '2024-11-14T22:56:55' })
    expect(survey!.columns).toHaveLength(2)
  })
  it('wins over the run sheet whatever the name says, also as .xls', () => {
    for (const bytes of [fixtures[0]!.bytes,
      avantageWorkbook([{ name: 'N1s Scan', components: [], rows: [[400, 1], [399, 2], [398, 3]] }], 'biff8')]) {
      const [claim] = recognise(head(bytes, 'run sheet.xlsx'))
      expect(claim).toMatchObject({ reader: { id: 'avantage-xlsx' }, recognition: { confidence: 'certain' } })
      expect(claim!.reader.read({ name: 'run sheet.xlsx', bytes }).measurements[0]!.columns[0]!.values.length).toBeGreaterThan(2)
    }
  })
  it('warns when rows are missing or a cell is text', () => {
    const [measurement] = read(avantageWorkbook([{ name: 'Survey', components: [], declared: 9, rows: [[3, 1], [2, 'n/a'], [1, 4]] }]))
    expect(measurement!.complete).toBe(false)
    expect(measurement!.warnings).toHaveLength(2)
    expect([...measurement!.columns[1]!.values]).toEqual([1, NaN, 4])
  })
  it('leaves other workbooks alone', () => {
    const book = XLSX.utils.book_new()
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['Axis', 'Energy'], [1, 2]]), 'Titles')
    const bytes = new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer)
    expect(avantageXlsx.recognises(head(bytes))).toBeNull()
    expect(() => read(bytes)).toThrow(/no sheet with spectra/)
  })
  it('reads its own date only', () => {
    expect(avantageDate('22:56:55  Thursday, November 14, 2024')).toBe('2024-11-14T22:56:55')
    expect(avantageDate('14/11/2024')).toBeNull()
  })
})
