import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { literatureTable } from '../../../../src/shared/readers/literatureTable/literatureTable'
import { runSheet } from '../../../../src/shared/readers/runSheet/runSheet'
import { readers } from '../../../../src/shared/readers'

type Rows = readonly (readonly (string | number | null)[])[]
function workbook(rows: Rows, merges: readonly string[], bookType: XLSX.BookType = 'xlsx'): Uint8Array {
  const sheet = XLSX.utils.aoa_to_sheet(rows.map((row) => [...row]))
  sheet['!merges'] = merges.map((range) => XLSX.utils.decode_range(range))
  return new Uint8Array(XLSX.write({ SheetNames: ['Runs'], Sheets: { Runs: sheet } }, { type: 'array', bookType }) as ArrayBuffer)
}
const fieldsOf = (rows: Rows, merges: readonly string[], type: 'xlsx' | 'xls' | 'ods' = 'xlsx') =>
  runSheet.read({ name: `runsheet.${type}`, bytes: workbook(rows, merges, type === 'xls' ? 'biff8' : type) }).rows!.map(({ fields, tags }) => ({ ...fields, ...Object.fromEntries(tags.map(({ name, value }) => [name, value])) }))

describe('merged cells of a run sheet', () => {
  it.each(['xlsx', 'xls', 'ods'] as const)('count for each of their rows in .%s, words, numbers and columns of no field', (type) => {
    const rows = [['Log of June', null, null, null, null], ['file', 'catalyst', 'area (cm2)', 'absorbance', 'Anode'], ['a.txt', 'RuFe-NC', 0.5, null, 'IrO2'], ['b.txt'], ['c.txt'], ['d.txt', 'RuCo-NC', 1, null, 'Pt']]
    expect(fieldsOf(rows, ['A1:E1', 'B3:B5', 'C3:C5', 'E3:E4'], type)).toEqual([
      { file: 'a.txt', catalyst: 'RuFe-NC', area_cm2: 0.5, Anode: 'IrO2' }, { file: 'b.txt', catalyst: 'RuFe-NC', area_cm2: 0.5, Anode: 'IrO2' }, { file: 'c.txt', catalyst: 'RuFe-NC', area_cm2: 0.5 },
      { file: 'd.txt', catalyst: 'RuCo-NC', area_cm2: 1, Anode: 'Pt' }
    ])
  })
  it('put the reading below a file where the file is', () => {
    const rows = [['file', 'catalyst', 'potential (V)', 'replicate', 'technique', 'analyte', 'dilution', 'absorbance'], ['a.txt', 'RuFe-NC', -0.3, 1, 'CA'], [null, null, null, null, null, 'NH3', 10, 0.25], [null, null, null, null, null, 'NH3', null, 0.26]]
    expect(fieldsOf(rows, ['A2:A4', 'B2:B4', 'C2:C4', 'D2:D4', 'E2:E4', 'G3:G4'])).toEqual([
      { file: 'a.txt', catalyst: 'RuFe-NC', potential_V: -0.3, replicate: '1', technique: 'CA' }, ...[0.25, 0.26].map((absorbance) => ({ catalyst: 'RuFe-NC', potential_V: -0.3, replicate: '1', analyte: 'NH3', dilution: 10, absorbance }))
    ])
  })
  it('name the file where nothing else tells where a row belongs, and its technique with it', () => {
    expect(fieldsOf([['file', 'technique', 'analyte', 'absorbance'], ['a.txt', 'CA'], [null, null, 'NH3', 0.25]], ['A2:A3', 'B2:B3'])).toEqual([{ file: 'a.txt', technique: 'CA' }, { file: 'a.txt', technique: 'CA', analyte: 'NH3', absorbance: 0.25 }])
    expect(fieldsOf([['file', 'run', 'absorbance'], ['a.txt', 'R1'], [null, null, 0.25]], ['A2:A3', 'B2:B3'])).toEqual([{ file: 'a.txt', run: 'R1' }, { run: 'R1', absorbance: 0.25 }])
  })
  it('are no second reading, and the concentration of a standard is that of each of its readings', () => {
    const rows = [['role', 'run', 'analyte', 'concentration (ug/mL)', 'absorbance', 'h2 (ppm)'], ['standard', null, 'NH3', 1, 0.2], [null, null, null, null, 0.21], ['sample', 'R1', 'NO2', 3, null, 250], ['sample', 'R2']]
    expect(fieldsOf(rows, ['A2:A3', 'C2:C3', 'D2:D3', 'C4:C5', 'D4:D5', 'F4:F5'])).toEqual([
      ...[0.2, 0.21].map((absorbance) => ({ role: 'standard', analyte: 'NH3', concentration_ug_mL: 1, absorbance })), { role: 'sample', run: 'R1', analyte: 'NO2', concentration_ug_mL: 3, h2_ppm: 250 }, { role: 'sample', run: 'R2', analyte: 'NO2' }
    ])
  })
  it('of a header with its units, or across columns, say nothing of rows; one down to the end makes none', () => {
    const rows = [['file', 'catalyst', 'volume'], [null, null, 'mL'], ['a.txt', 'RuFe-NC', 30], ['b.txt', null, 25]]
    expect(fieldsOf(rows, ['A1:A2', 'B1:B2', 'B3:B90000', 'C3:D3'])).toEqual([{ file: 'a.txt', catalyst: 'RuFe-NC', volume_mL: 30 }, { file: 'b.txt', catalyst: 'RuFe-NC', volume_mL: 25 }])
  })
  it('are refused where there are more than a million, in one sentence', () => {
    const rows: Rows = [['file', 'catalyst', 'note'], ...Array.from({ length: 3000 }, (_, i) => [`${i}.txt`, null, 'x'])]
    const bytes = workbook(rows, Array.from({ length: 400 }, () => 'C2:C3001'))
    expect(() => runSheet.read({ name: 'runsheet.xlsx', bytes })).toThrow('The sheet merges more than a million cells; unmerge them and write each value into its row.')
  })
})

it('merged cells of a table filled in by hand count for each of their rows', () => {
  const { measurements } = literatureTable.read({ name: 'literature.xlsx', bytes: workbook([['catalyst', 'DOI', 'FE (%)', 'potential (V vs RHE)'], ['Fe SAC', '10.1/x', 75, -0.6], [null, null, 80, -0.7]], ['A2:A3', 'B2:B3']) })
  expect(measurements[0]!.columns.map(({ labels, values }) => [...values].map((value) => labels?.[value] ?? value))).toEqual([['Fe SAC', 'Fe SAC'], ['10.1/x', '10.1/x'], [75, 80], [-0.6, -0.7]])
})
it('those of a measured table make up no numbers', () => {
  const spreadsheet = readers.find(({ id }) => id === 'spreadsheet')!
  const rows: Rows = [['Potential/V', 'Current/A'], ...Array.from({ length: 12 }, (_, i) => [i / 10, i === 3 ? null : 0.001 * (i + 1)])]
  const { measurements } = spreadsheet.read({ name: 'a.xlsx', bytes: workbook(rows, ['B4:B5']) })
  expect([...measurements[0]!.columns[1]!.values].filter((value) => value === 0.003)).toHaveLength(1)
})
