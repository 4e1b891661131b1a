import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readers, recognise } from '../../../../src/shared/readers'
import { NotRecognised, ReadError, type TableColumnChoice } from '../../../../src/shared/readers/reader'
import { writeWorkbook } from '../../../../src/main/export/writeWorkbook'
import { previewSheets } from '../../../../src/shared/readers/spreadsheet/previewSheets'
import { landtBook, workbookOf, type Sheets } from './fixture'

const reader = readers.find(({ id }) => id === 'spreadsheet')!
const read = (bytes: Uint8Array, name = 'a.xlsx') => reader.read({ name, bytes }).measurements
const fact = (facts: readonly { name: string; value: unknown }[], name: string): unknown => facts.find((one) => one.name === name)?.value
const rows = [[1, 2.5], [2, 3.5], [3, 1e-7], [4, -2]] as const

describe('measured tables in spreadsheets', () => {
  it('gives back the numbers that stand in the cells, bit by bit', () => {
    const cell = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => value !== 0 && Math.abs(value) > 1e-290 && Math.abs(value) < 1e300)
    const table = fc.integer({ min: 2, max: 6 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 3, maxLength: 30 }))
    fc.assert(fc.property(table, fc.constantFrom('xlsx', 'biff8', 'ods'), fc.array(fc.constantFrom('Sample RuFe', 'by hand'), { maxLength: 2 }), (cells, kind, above) => {
      const names = cells[0]!.map((_, i) => `Signal ${String.fromCharCode(65 + i)}`)
      const [found] = read(workbookOf({ measured: [...above.map((text) => [text]), names, ...cells] }, kind as 'xlsx'))
      expect(found).toMatchObject({ title: 'measured', technique: 'TABLE', complete: true, warnings: [] })
      expect(found!.columns.map(({ name }) => name)).toEqual(names)
      expect(cells.map((_, row) => found!.columns.map(({ values }) => values[row]))).toEqual(cells)
    }), { numRuns: 60 })
  })
  it('reads a sheet as the format that its text is, and names the sheets beside it', () => {
    const found = read(workbookOf(landtBook))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ technique: 'GCPL', title: 'Record-Tab', complete: true, warnings: [], signConvention: expect.stringContaining('discharge current negative') })
    expect(found[0]!.segments.map(({ label }) => label)).toEqual(['Step 1 RateD', 'Step 2 RateC'])
    expect([fact(found[0]!.facts, 'sheetFormat'), fact(found[0]!.facts, 'notRead')]).toEqual(['Land / LANHE text', 'Cycle-Tab'])
  })
  it('reads an instrument text that somebody opened and saved as a workbook', () => {
    const lines = ['Sept. 3, 2026   09:05:07', 'Linear Sweep Voltammetry', 'File: c:\\chi\\a.bin', 'Data Source:  Experiment', 'Instrument Model:  CHI760E', '', 'Init E (V) = 0', 'Scan Rate (V/s) = 0.005', '']
    const sweep = Array.from({ length: 20 }, (_, i) => [-0.001 * (1 + i), -1e-6 * (1 + i)])
    const [found] = read(workbookOf({ LSV: [...lines.map((line) => [line]), ['Potential/V', 'Current/A'], [], ...sweep] }))
    expect(found).toMatchObject({ technique: 'LSV', title: 'LSV', startedAt: '2026-09-03T09:05:07', header: { scanRate_mV_s: 5 }, complete: true, warnings: [] })
    expect([...found!.columns[1]!.values]).toEqual(sweep.map(([, current]) => current))
  })
  it('reads every sheet of numbers, empty cells and texts among them', () => {
    const sheets: Sheets = { first: [['x', 'y'], ...rows], notes: [['nothing measured']], second: [['t', 'a', 'b', 'state'], [1, 2, null, 'on'], [2, 3, 7, 'on'], [3, 4, null, 'off'], [4, 4, null, null]] }
    const found = read(workbookOf(sheets))
    expect(found.map(({ title, columns }) => [title, columns.map(({ name }) => name)])).toEqual([['first', ['x', 'y']], ['second', ['t', 'a', 'b', 'state']]])
    expect([...found[1]!.columns[2]!.values]).toEqual([NaN, 7, NaN, NaN])
    expect(found[1]!.columns[3]).toMatchObject({ labels: ['on', 'off'] })
  })
  it('takes the columns as the user named them', () => {
    const bytes = workbookOf({ one: [['p', 'q'], ...rows] })
    const named = reader.read({ name: 'a.xlsx', bytes, columnNames: [{ column: 0, name: 'E', quantity: 'potential', unit: 'V' }] }).measurements
    expect(named[0]!.columns[0]).toMatchObject({ name: 'E', quantity: 'potential', unit: 'V' })
  })
  const quantities = (bytes: Uint8Array, columnNames: readonly TableColumnChoice[]) => reader.read({ name: 'a.xlsx', bytes, columnNames }).measurements.map(({ columns }) => columns.map(({ quantity }) => quantity).join())
  const chosen = (table: number | undefined, column: number, quantity: string): TableColumnChoice => ({ ...(table === undefined ? {} : { table }), column, name: 'x', quantity, unit: 'V' })
  it('takes what is said of one sheet for that sheet alone, and what an older program kept for all of them', () => {
    const bytes = workbookOf({ one: [['p', 'q'], ...rows], words: [['nothing']], two: [['p', 'q'], ...rows] })
    expect(quantities(bytes, [chosen(1, 0, 'potential')])).toEqual(['other,other', 'potential,other'])
    expect(quantities(bytes, [chosen(undefined, 0, 'potential'), chosen(1, 0, 'time'), chosen(0, 1, 'current')])).toEqual(['potential,current', 'time,other'])
  })
  it('takes what is said of a sheet that an instrument wrote before what its reader took it for', () => {
    const bytes = workbookOf({ 'Cycle-Tab': landtBook['Cycle-Tab']!, 'Record-Tab': landtBook['Record-Tab']! })
    const [before] = read(bytes)
    const at = before!.columns.findIndex(({ quantity }) => quantity === 'potential')
    const [named] = reader.read({ name: 'a.xlsx', bytes, columnNames: [{ table: 0, column: at, name: 'cell', quantity: 'temperature', unit: 'K' }] }).measurements
    expect(named!.columns[at]).toEqual({ ...before!.columns[at]!, name: 'cell', quantity: 'temperature', unit: 'K' })
    expect(named!.columns.toSpliced(at, 1)).toEqual(before!.columns.toSpliced(at, 1))
    expect(quantities(bytes, [chosen(undefined, at, 'other')])).toEqual(quantities(bytes, []))
  })
  it('shows the first lines of each sheet', () => {
    expect(previewSheets(workbookOf({ notes: [['measured on Monday']], long: [[], ['p', 'q'], ...rows] }))).toEqual([
      { sheet: 'notes', lines: ['measured on Monday'] }, { sheet: 'long', lines: ['p\tq', '1\t2.5', '2\t3.5', '3\t1e-7', '4\t-2'] }
    ])
    expect(previewSheets(new Uint8Array(900))).toEqual([])
  })
  it('leaves a workbook of this program and one without numbers unrecognised', async () => {
    const own = await writeWorkbook({ sheets: [{ name: 'Summary', preamble: [], columns: ['x', 'y'].map((header) => ({ header, unit: '', width: 9 })), rows }] })
    expect(() => read(own)).toThrow(/RuM Workbench wrote/)
    expect(() => read(own)).toThrow(NotRecognised)
    expect(() => read(workbookOf({ a: [['only', 'words'], ['of', 'people']] }))).toThrow(NotRecognised)
  })
  it('says which sheet is damaged', () => {
    const ambiguous = workbookOf({ bad: [['time,current'], ['0,5,1,5'], ['1,5,2,5'], ['2,5,3,5']] })
    expect(() => read(ambiguous)).toThrow(ReadError)
    expect(() => read(ambiguous)).toThrow(/^Sheet "bad": /)
    expect(() => read(workbookOf({ one: [['p', 'q'], ...rows] }).slice(0, 900))).toThrow(ReadError)
  })
  it('knows an .xls whose directory stands at its end by its name', () => {
    const bytes = workbookOf({ one: Array.from({ length: 3000 }, (_, i) => [i, i / 7, 2 * i]) }, 'biff8')
    const head = { name: 'old.xls', bytes: bytes.subarray(0, 600), size: bytes.length }
    expect(recognise(head).map(({ reader: { id } }) => id)).toEqual(['spreadsheet'])
    expect(recognise({ ...head, name: 'old.doc' })).toEqual([])
    expect(read(bytes, 'old.xls')[0]!.columns[1]!.values[2999]).toBe(2999 / 7)
  })
})
