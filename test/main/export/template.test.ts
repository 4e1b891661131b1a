import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import type { Outcome, Result } from '../../../src/shared/analyses/analysis'
import type { Sheet } from '../../../src/shared/workbook'
import { requestedNumber } from '../../../src/shared/workbook/template/requestedNumber'
import { fillTemplate } from '../../../src/main/export/template/fillTemplate'
import { writeWorkbook } from '../../../src/main/export/writeWorkbook'

const folder = mkdtempSync(join(tmpdir(), 'rum-template-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0)

const result = (metric: string, value: number, conditions: Result['conditions'], more: Partial<Result> = {}): Result => ({ catalyst: 'RuFe-NC', metric, value, u: 0.5, unit: '%', conditions, method: '', inputs: [], ...more })
const outcomes = [{
  analysis: 'a', version: 1, catalyst: 'RuFe-NC', state: 'result', figures: [], needs: [], findings: [], trace: { appVersion: '', settings: {}, key: '', inputs: [] },
  results: [
    result('fe_nh3', 98.5, { potential_V_RHE: -0.1 }, { n: 3 }), result('fe_nh3', 97, { potential_V_RHE: -0.1, replicate: 'r1' }), result('fe_nh3', 80, { potential_V_RHE: -0.3 }, { n: 3, u: null }),
    result('fe_nh3', 1, { potential_V_RHE: -0.3, nitrate_M: 0 }), result('fe_nh3', 2, { potential_V_RHE: -0.3, cycle: 4 }), result('onset', 0.03, {}, { unit: 'V' })
  ]
}] satisfies Outcome[]
const input = { project: 'Lab & Co', simulated: false, appVersion: '1', catalysts: [], outcomes, entries: [], findings: [], defaults: { fields: {}, referencePotentials: {} }, files: [] }
const column = (header: string) => ({ header, unit: '', width: 10 })
const tables: Sheet[] = [{ name: 'Results', preamble: [], columns: [column('catalyst'), column('value'), column('u'), column('method')], rows: [['RuFe-NC', 98.5, 0.5, '<a> & "b"'], ['RuCo-NC', 95, null, 'c'], ['NC', { formula: 'A1', value: 9 }, 1, '=cmd']] }]

/** A workbook as a group has it: formats, a formula on our cells, widths; its names put in as Excel writes them. */
async function template(names: Readonly<Record<string, string>>, change: (xml: string) => string = (xml) => xml): Promise<Uint8Array> {
  const parts = unzipSync(await writeWorkbook({ sheets: [
    { name: 'Our sheet', preamble: ['Title of the group'], columns: [{ ...column('value'), format: '0.000' }, column('twice'), column('Catalyst')], rows: [[1, { formula: 'A4*2', value: 2 }, 'x'], [2, 'stays', null]] },
    { name: 'It\'s a table', preamble: [], columns: [column('Method'), column('own'), column('VALUE')], rows: [['old', 'ours', 0.125], ['old', 'ours', 3]] }
  ] }))
  const defined = Object.entries(names).map(([name, place]) => `<definedName name="${name}">${place}</definedName>`).join('')
  const workbook = strFromU8(parts['xl/workbook.xml']!).replace(/<definedNames>[\s\S]*<\/definedNames>/, '').replace('</sheets>', `</sheets><definedNames>${defined}</definedNames>`)
  parts['xl/workbook.xml'] = strToU8(workbook)
  parts['xl/worksheets/sheet1.xml'] = strToU8(change(strFromU8(parts['xl/worksheets/sheet1.xml']!)))
  return zipSync(parts)
}
const fill = async (names: Readonly<Record<string, string>>, change?: (xml: string) => string) => {
  const before = await template(names, change)
  const filled = fillTemplate(before, 'group.xlsx', input, tables)
  return { ...filled, before, book: XLSX.read(filled.bytes, { cellNF: true, cellStyles: true }) }
}

describe('names of a template', () => {
  it.each([
    ['fe_nh3_RuFe_NC_m0.1', 98.5], ['FE_NH3_rufe_nc_m0.1_u', 0.5], ['fe_nh3_RuFe_NC_m0.1_unit', '%'], ['fe_nh3_RuFe_NC_m0.1_n', 3], ['fe_nh3_RuFe_NC_m0.3', 80], ['onset_RuFe_NC', 0.03]
  ])('%s is %s', (name, value) => expect(requestedNumber(name, outcomes)).toEqual({ value }))
  it.each([['fe_nh3_RuFe_NC', 'several'], ['fe_nh3_RuCo_NC_m0.1', 'unknown'], ['fe_nh3_RuFe_NC_0.1', 'unknown'], ['fe_nh3_RuFe_NC_m0.3_u', 'unknown'], ['', 'unknown']])('%s gives no number: %s', (name, why) => expect(requestedNumber(name, outcomes)).toEqual({ why }))
})

describe('a workbook of the group', () => {
  it('finds a column whether its formula is written with subscripts or without', async () => {
    const own = await writeWorkbook({ sheets: [{ name: 'T', preamble: [], columns: [column('FE(NO2-)')], rows: [[1]] }], names: [{ name: 'RUM_table_Results', formula: '\'T\'!$A$1:$A$1' }] })
    const { bytes, notFilled } = fillTemplate(own, 'group.xlsx', input, [{ name: 'Results', preamble: [], columns: [column('FE(NO₂⁻)')], rows: [[12]] }])
    expect([notFilled, XLSX.read(bytes).Sheets['T']!['A2']?.v]).toEqual([null, 12])
  })
  it('gets our numbers in its cells and keeps its sheets, formats and words', async () => {
    const { book, before, bytes, filled, notFilled } = await fill({ 'RUM_fe_nh3_RuFe_NC_m0.1': '\'Our sheet\'!$A$4', 'RUM_project': '\'Our sheet\'!$D$9', 'theirs': '\'Our sheet\'!$A$5' })
    expect([filled, notFilled, book.SheetNames]).toEqual([2, null, ['Our sheet', 'It\'s a table']])
    const sheet = book.Sheets['Our sheet']!
    expect([sheet['A4'].v, sheet['A4'].z, sheet['A5'].v, sheet['B5'].v, sheet['A1'].v, sheet['D9'].v]).toEqual([98.5, '0.000', 2, 'stays', 'Title of the group', 'Lab & Co'])
    const [old, made] = [unzipSync(before), unzipSync(bytes)]
    expect(Object.keys(made).sort()).toEqual(Object.keys(old).sort())
    for (const part of Object.keys(old).filter((name) => !name.startsWith('xl/worksheets/sheet') && name !== 'xl/workbook.xml')) expect(made[part], part).toEqual(old[part])
  })
  it('gets a table under its own headers, in its own order, with rows that look like the first', async () => {
    const { book, notFilled } = await fill({ RUM_table_Results: '\'It\'\'s a table\'!$A$1:$C$1' })
    const sheet = book.Sheets['It\'s a table']!
    expect(notFilled).toBeNull()
    expect(['A2', 'B2', 'C2', 'A3', 'C3', 'A4', 'C4'].map((at) => sheet[at]?.v)).toEqual(['<a> & "b"', undefined, 98.5, 'c', 95, '=cmd', 9])
    expect([sheet['A4'].f, sheet['B3'].v, sheet['B5']]).toEqual([undefined, 'ours', undefined])
  })
  it('says in one sentence what it asks for in vain, and fills the rest', async () => {
    const { notFilled, book } = await fill({
      'RUM_fe_nh3_RuFe_NC': '\'Our sheet\'!$A$4', 'RUM_onset_RuFe_NC': '\'Our sheet\'!$A$5', 'RUM_onset_NC': '\'Our sheet\'!$A$7', 'RUM_version': '\'Our sheet\'!$B$4', 'RUM_table_Nothing': '\'Our sheet\'!$A$1', 'RUM_table_Results': '\'It\'\'s a table\'!$A$1:$C$2', 'RUM_unit': '#REF!'
    })
    expect(notFilled).toBe('6 of 7 names of group.xlsx could not be filled: RUM_fe_nh3_RuFe_NC (several numbers: add the potential, as _m0.3 for −0.3 V), RUM_onset_NC (not in this project), RUM_version (its cell holds a formula), RUM_table_Nothing (there is no such table), RUM_table_Results (too small for all rows), RUM_unit (it leads to no cell).')
    expect([book.Sheets['Our sheet']!['A5'].v, book.Sheets['Our sheet']!['A4'].v, book.Sheets['Our sheet']!['B4'].f]).toEqual([0.03, 1, 'A4*2'])
  })
  it('may write its XML with a prefix, without places of cells, and with rows that stand alone', async () => {
    const { book } = await fill({ 'RUM_onset_RuFe_NC': '\'Our sheet\'!$A$4' }, (xml) => {
      const prefixed = xml.replace(/<(\/?)(worksheet|sheetData|row|c|v|f|is|t)(?=[\s>/])/g, '<$1x:$2').replace(' xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"', ' xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"')
      return prefixed.replace('<x:sheetData>', '<x:sheetData><x:row r="0" ht="3"/>').replace('<x:row r="0" ht="3"/>', '')
    })
    expect(book.Sheets['Our sheet']!['A4'].v).toBe(0.03)
  })
  it('that is none is refused in one sentence', async () => {
    for (const bad of [new Uint8Array(), Buffer.from('PK\x03\x04 no zip'), zipSync({ 'a.txt': strToU8('a') })]) expect(() => fillTemplate(bad, 'group.xlsx', input, tables)).toThrow(/^group\.xlsx is no Excel workbook \(\.xlsx\) that can be filled; .*\.$/)
    await expect(fill({ theirs: '\'Our sheet\'!$A$4' })).rejects.toThrow('group.xlsx has no name that begins with RUM_')
  })
  it.skipIf(!office)('is computed anew by LibreOffice from what was filled in', async () => {
    const { bytes } = await fill({ 'RUM_fe_nh3_RuFe_NC_m0.1': '\'Our sheet\'!$A$4' })
    const path = join(folder, 'filled.xlsx')
    writeFileSync(path, bytes)
    const { status, stderr } = spawnSync(office!, [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1', '--outdir', folder, path], { encoding: 'utf8' })
    expect(status, stderr).toBe(0)
    expect(readFileSync(join(folder, 'filled.csv'), 'utf8')).toMatch(/^98\.500,197,"x"/m)
  }, 120_000)
})
