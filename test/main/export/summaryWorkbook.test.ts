import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { strFromU8, unzipSync } from 'fflate'
import * as XLSX from 'xlsx'
import type { Outcome } from '../../../src/shared/analyses/analysis'
import { defaultCatalysts, colourOf } from '../../../src/shared/catalystColours'
import { buildRunSheetTemplate } from '../../../src/shared/workbook/buildRunSheetTemplate'
import { buildSummaryWorkbook } from '../../../src/shared/workbook/buildSummaryWorkbook'
import type { FieldValues, ResolvedFields } from '../../../src/shared/metadata/fields'
import type { Entry } from '../../../src/shared/project'
import type { Workbook } from '../../../src/shared/workbook'
import { simulateLab } from '../../../src/main/cli/simulate'
import { writeWorkbook } from '../../../src/main/export/writeWorkbook'
import { readLab } from '../cli/readLab'
import { formulasOf, office, recalculated } from './recalculated'

const folder = mkdtempSync(join(tmpdir(), 'rum-xlsx-'))
let outcomes: readonly Outcome[]
let bytes: Uint8Array
let book: XLSX.WorkBook
let linkedBytes: Uint8Array

beforeAll(async () => {
  const lab = readLab(await simulateLab(join(folder, 'lab'), { seed: 3 }), join(folder, 'lab'))
  outcomes = lab.outcomes
  bytes = await writeWorkbook(buildSummaryWorkbook({
    project: 'test', simulated: true, appVersion: 'test', outcomes, entries: [], findings: lab.findings, defaults: { fields: {}, referencePotentials: {} },
    catalysts: defaultCatalysts.map((name) => ({ name, ...colourOf(name, []), isNew: false, archived: false })), files: [{ path: '=cmd|calc', sha256: 'x', reader: null, status: 'error', reason: '-1+1' }]
  }))
  book = XLSX.read(bytes, { cellNF: true })
  const result = { catalyst: 'A', metric: 'charge', value: 1, u: null, unit: 'C', conditions: {}, method: '', inputs: ['e1'] }
  linkedBytes = await writeWorkbook(buildSummaryWorkbook({
    project: 'test', simulated: false, appVersion: 'test', findings: [], defaults: { fields: {}, referencePotentials: {} }, catalysts: [],
    outcomes: [{ analysis: 'electrolysis-charge', version: 1, catalyst: 'A', state: 'result', results: [result, result], figures: [], needs: [], findings: [], trace: { appVersion: 'test', settings: {}, key: '', inputs: [] } }],
    entries: [{ id: 'e1', measurement: null, fileId: 'f1', path: 'lab/a.txt', fields: {}, tags: [], content: '1', revision: '1' }], files: [{ path: 'lab/a.txt', sha256: '', reader: null, status: 'ok', reason: null }]
  }))
}, 240_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the Excel summary', () => {
  it('has its sheets, says that the data are simulated, and keeps headers in sight', () => {
    expect(book.SheetNames).toEqual(['Summary', 'Comparison figures', ...defaultCatalysts.flatMap((name) => [name, `${name} figures`]), 'Runs', 'Calibration', 'Results', 'Findings', 'Files', 'Methods', 'Figure data', 'Figure data 2'])
    for (const name of book.SheetNames) expect(book.Sheets[name]!['A2']?.v).toContain('SIMULATED')
    const xml = new TextDecoder().decode(XLSX.CFB.find(XLSX.CFB.read(bytes, { type: 'array' }), '/xl/worksheets/sheet1.xml')!.content as Uint8Array)
    expect(xml).toContain('state="frozen"')
    expect(xml).toContain('topLeftCell="C6"')
    expect(xml).toContain('fitToHeight="0"')
  })
  it('draws charts from cells that hold what the figures show', () => {
    const parts = unzipSync(bytes)
    const charts = Object.keys(parts).filter((name) => /^xl\/charts\/chart\d+\.xml$/.test(name)).map((name) => strFromU8(parts[name]!))
    expect(charts.length).toBeGreaterThan(60)
    const titled = (title: string): string => charts.find((xml) => xml.includes(`<a:t>${title}</a:t>`)) ?? ''
    const columnAt = (reference: string): (number | string | null)[] => {
      const [, sheet, column, first, last] = /^'?(.+?)'?!\$([A-Z]+)\$(\d+)(?::\$[A-Z]+\$(\d+))?$/.exec(reference)!
      return Array.from({ length: Number(last ?? first) - Number(first) + 1 }, (_, i) => ((book.Sheets[sheet!]?.[`${column}${Number(first) + i}`] as XLSX.CellObject | undefined)?.v ?? null) as number | string | null)
    }
    for (const xml of charts) {
      const references = [...xml.matchAll(/<c:f>([^<]+)<\/c:f>/g)].map(([, text]) => text!.replace(/&apos;/g, "'"))
      expect(references.length).toBeGreaterThan(1)
      for (const reference of references) expect(columnAt(reference).some((value) => value !== null), reference).toBe(true)
    }
    const efficiency = titled('FE(NH₃) of RuFe-NC')
    const [x, error, , y] = [...efficiency.matchAll(/<c:(xVal|yVal|plus|minus)>[\s\S]*?<c:f>([^<]+)<\/c:f>/g)].sort(([, a], [, b]) => 'xVal plus minus yVal'.indexOf(a!) - 'xVal plus minus yVal'.indexOf(b!)).map(([, , text]) => columnAt(text!))
    expect(x).toEqual([-0.1, -0.2, -0.3, -0.4, -0.5])
    const means = outcomes.flatMap((outcome) => outcome.results).filter((result) => result.catalyst === 'RuFe-NC' && result.metric === 'fe_nh3' && result.n === 3 && result.conditions.nitrate_M !== 0).sort((a, b) => Number(b.conditions.potential_V_RHE) - Number(a.conditions.potential_V_RHE))
    expect(y).toEqual(means.map(({ value }) => expect.closeTo(value, 9)))
    expect(error).toEqual(means.map(({ u }) => expect.closeTo(u!, 9)))
    expect(titled('Linear sweep')).not.toBe('')
  })
  it('shows live charts below the formulas, and the comparison below the ranking', () => {
    const parts = unzipSync(bytes)
    const titlesOn = (sheet: string): string[] => {
      const number = book.SheetNames.indexOf(sheet) + 1
      const drawing = /drawing(\d+)\.xml/.exec(strFromU8(parts[`xl/worksheets/_rels/sheet${number}.xml.rels`]!))![1]
      return [...strFromU8(parts[`xl/drawings/_rels/drawing${drawing}.xml.rels`]!).matchAll(/charts\/(chart\d+\.xml)/g)].map(([, chart]) => /<a:t>([^<]+)</.exec(strFromU8(parts[`xl/charts/${chart}`]!))![1]!)
    }
    expect(titlesOn('RuFe-NC')).toEqual(['FE(NH₃) of RuFe-NC', 'NH₃ yield of RuFe-NC'])
    expect(titlesOn('Summary')).toEqual(expect.arrayContaining(['Faradaic efficiency of NH₃', 'NH₃ yield rate']))
  })
  it('has its axes at the left also where they run backwards, and no numbers where places mean nothing', () => {
    const charts = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('xl/charts/chart')).map(([, xml]) => strFromU8(xml))
    const [x = '', y = ''] = [...charts.find((xml) => xml.includes('<a:t>C 1s</a:t>') && !xml.includes('moved apart'))!.matchAll(/<c:valAx>.*?<\/c:valAx>/g)].map(([axis]) => axis)
    expect(x).toContain('<c:orientation val="maxMin"/>')
    expect(y).toContain('<c:crosses val="max"/>')
    expect(y).toContain('<c:tickLblPos val="high"/>')
    expect(charts.find((xml) => xml.includes('<a:t>Diffraction patterns</a:t>'))).toContain('<c:tickLblPos val="none"/>')
    const states = charts.find((xml) => xml.includes('Free energy at U = 0 V vs RHE'))!
    expect(states).toContain(' → ')
  })
  it('prints whole charts: breaks between their rows', () => {
    const xml = strFromU8(unzipSync(bytes)[`xl/worksheets/sheet${book.SheetNames.indexOf('RuFe-NC figures') + 1}.xml`]!)
    const breaks = [...xml.matchAll(/<brk id="(\d+)"/g)].map(([, row]) => Number(row))
    expect(breaks.length).toBeGreaterThan(1)
    expect(breaks.map((row) => (row - breaks[0]!) % 54)).toEqual(breaks.map(() => 0))
    expect(xml.indexOf('<rowBreaks')).toBeGreaterThan(xml.indexOf('<headerFooter'))
    expect(xml.indexOf('<rowBreaks')).toBeLessThan(xml.indexOf('<drawing'))
  })
  it('has tables with filters where nothing refers to their rows, and there alone', () => {
    const parts = unzipSync(bytes)
    const tables = Object.keys(parts).filter((name) => name.startsWith('xl/tables/')).map((name) => strFromU8(parts[name]!))
    expect(tables.map((xml) => /displayName="([^"]+)"/.exec(xml)![1])).toEqual(['Results', 'Findings'])
    for (const xml of tables) {
      const sheet = book.Sheets[/displayName="([^"]+)"/.exec(xml)![1]!]!
      const { s, e } = XLSX.utils.decode_range(/<table [^>]*ref="([^"]+)"/.exec(xml)![1]!)
      expect([...xml.matchAll(/<tableColumn id="\d+" name="([^"]+)"/g)].map(([, name]) => name)).toEqual(Array.from({ length: e.c - s.c + 1 }, (_, k) => (sheet[XLSX.utils.encode_cell({ r: s.r, c: s.c + k })] as XLSX.CellObject).v))
      expect(e.r).toBe(XLSX.utils.decode_range(sheet['!ref']!).e.r)
      expect([...formulasOf(book).values()].some(({ f }) => new RegExp(`${/displayName="([^"]+)"/.exec(xml)![1]}'?!`).test(f!))).toBe(false)
    }
  })
  it('has headers that are unlike each other and no empty columns on the sheets of catalysts', () => {
    for (const name of defaultCatalysts) {
      const rows = XLSX.utils.sheet_to_json<unknown[]>(book.Sheets[name]!, { header: 1 })
      const top = rows.findIndex((row) => row[0] === 'E vs RHE')
      const headers = rows[top] as string[]
      expect(new Set(headers).size).toBe(headers.length)
      headers.slice(6).forEach((header, k) => expect(rows.slice(top + 2).some((row) => row[k + 6] !== undefined), `${name}: ${header}`).toBe(true))
      expect(rows.slice(top + 2).filter((row) => row[1] === 'mean').length).toBeGreaterThan(0)
    }
  })
  it('says of each mean how many runs it is of, as its formula counts them', () => {
    const rows = XLSX.utils.sheet_to_json<unknown[]>(book.Sheets['RuFe-NC']!, { header: 1 })
    const headers = rows.find((row) => row[0] === 'E vs RHE') as string[]
    const at = rows.findIndex((row) => row[0] === -0.3 && row[1] === 'mean' && row[headers.indexOf('nitrate')] === 0.1)
    const cell = (header: string): XLSX.CellObject => book.Sheets['RuFe-NC']![XLSX.utils.encode_cell({ r: at, c: headers.indexOf(header) })] as XLSX.CellObject
    const counted = (header: string): number => cell(header).f!.split(',').length
    // The 12 h run of the kinetics has a trace at this potential, but no NH₃ reading: a run of j, none of FE.
    expect([cell('n').v, counted('FE(NH₃)'), counted('j(NH₃)'), counted('NH₃')]).toEqual([3, 3, 3, 3])
    expect([cell('n of j mean').v, cell('n of j mean').f, counted('j mean')]).toEqual([4, expect.stringMatching(/^COUNT\(.*\)$/), 4])
    expect(headers.filter((header) => header.startsWith('n of'))).toEqual(['n of j mean'])
  })
  it('sets rate constants side by side only at one concentration of nitrate', () => {
    const rows = XLSX.utils.sheet_to_json<unknown[]>(book.Sheets['Summary']!, { header: 1 })
    const k = rows.find((row) => row[0] === 'rank')!.indexOf('k of C/C₀')
    const shown = rows.find((row) => row[1] === 'RuFe-NC')![k]
    const constants = outcomes.flatMap((outcome) => outcome.results).filter((result) => result.metric === 'k_zero_normalised' && result.catalyst === 'RuFe-NC')
    expect(new Set(constants.map(({ conditions }) => conditions.nitrate_M)).size).toBe(2)
    expect(constants.find(({ value }) => value === shown)?.conditions.nitrate_M).toBe(0.1)
    const retention = outcomes.flatMap((outcome) => outcome.results).find((result) => result.metric === 'retention_fe' && result.catalyst === 'RuFe-NC')!
    expect(rows.find((row) => row[1] === 'RuFe-NC')![rows.find((row) => row[0] === 'rank')!.indexOf('FE retention')]).toBe(retention.value)
  })
  it('names its constants and leads from a number to its file', () => {
    expect(book.Workbook?.Names?.map(({ Name, Ref }) => [Name, Ref])).toContainEqual(['F_C_PER_MOL', '96485.33212'])
    const linked = XLSX.read(linkedBytes)
    const cell = linked.Sheets['Results']!['I3'] as XLSX.CellObject
    expect(cell.v).toBe('lab/a.txt')
    expect(cell.l?.Target).toMatch(/^#'?Files'?!A3$/)
    expect((linked.Sheets['Files']!['A3'] as XLSX.CellObject).v).toBe('lab/a.txt')
  })
  it('holds the numbers of the results', () => {
    const best = (catalyst: string): number => Math.max(...outcomes.flatMap((outcome) => outcome.results).filter((result) => result.catalyst === catalyst && result.metric === 'yield_nh3_mass' && result.n === 3).map((result) => result.value))
    const rows = XLSX.utils.sheet_to_json<(string | number)[]>(book.Sheets['Summary']!, { header: 1 })
    const header = rows.findIndex((row) => row[0] === 'rank')
    const ranked = rows.slice(header + 2)
    expect(ranked.map((row) => row[1])).toEqual(['RuCo-NC', 'RuFe-NC', 'RuNi-NC', 'RuCu-NC', 'Ru-NC', 'NC'])
    for (const row of ranked) expect(row[5]).toBeCloseTo(best(String(row[1])), 10)
  })
  it('keeps text as text', () => {
    const files = book.Sheets['Files']!
    const cells = Object.values(files).filter((cell): cell is XLSX.CellObject => typeof cell === 'object' && cell !== null && 'v' in cell)
    expect(cells.find((cell) => cell.v === '=cmd|calc')).toMatchObject({ t: 's' })
    expect(cells.every((cell) => cell.f === undefined)).toBe(true)
    expect(files['C4']).toMatchObject({ t: 's', v: '-1+1' })
  })
  it('computes efficiencies, yields and means by formulas', () => {
    const cells = formulasOf(book)
    expect(cells.size).toBeGreaterThan(500)
    expect([...cells.values()].filter((cell) => cell.f!.includes('Runs!')).length).toBeGreaterThan(200)
    expect([...cells.values()].filter((cell) => cell.f!.startsWith('AVERAGE(')).length).toBeGreaterThan(50)
  })
  it.skipIf(!office)('is recalculated to the same values by LibreOffice', () => {
    const again = recalculated(bytes, join(folder, 'office'))
    let compared = 0
    for (const [place, cell] of formulasOf(book)) {
      const [sheet, address] = place.split('!') as [string, string]
      const found = again.Sheets[sheet]?.[address] as XLSX.CellObject | undefined
      expect(found?.t, `${place} = ${cell.f}`).toBe('n')
      expect(Math.abs(Number(found!.v) - Number(cell.v)), `${place} = ${cell.f}`).toBeLessThanOrEqual(1e-9 * Math.max(Math.abs(Number(cell.v)), 1e-6))
      compared += 1
    }
    expect(compared).toBeGreaterThan(500)
    const errors = again.SheetNames.flatMap((name) => Object.values(again.Sheets[name]!).filter((cell) => (cell as XLSX.CellObject).t === 'e'))
    expect(errors).toEqual([])
  }, 180_000)
})

describe('writing a workbook', () => {
  it('survives what a file may say', async () => {
    const workbook: Workbook = { sheets: [{ name: 'A', preamble: ['\u0000bad\ud800'], columns: [{ header: '+x', unit: '@', width: 5 }], rows: [['\u0007=1+1'], [NaN], [null], ['a'.repeat(40_000)]] }] }
    const sheet = XLSX.read(await writeWorkbook(workbook)).Sheets['A']!
    expect(sheet['A1']?.v).toBe('bad')
    expect(sheet['A4']).toMatchObject({ t: 's', v: '=1+1' })
    expect(sheet['A5']).toBeUndefined()
    expect(String(sheet['A7']?.v)).toHaveLength(32_767)
  })
  it('says beside a retention what was stated of the electrolyte and of the metal in it', () => {
    const retention = (catalyst: string, inputs: readonly string[]) => ({ catalyst, metric: 'retention_fe', value: 98, u: null, unit: '%', conditions: { cycle: 10 }, method: '', inputs })
    const of = (id: string, fields: FieldValues): Entry => ({ id, measurement: null, fileId: id, path: 'lab/runsheet.csv', fields: Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, { value, origin: 'runSheet', where: '' }])), tags: [], content: '1', revision: '1' })
    const summary = (entries: readonly Entry[]) => {
      const { columns, rows } = buildSummaryWorkbook({
        project: 'test', simulated: false, appVersion: 'test', findings: [], files: [], defaults: { fields: {}, referencePotentials: {} }, catalysts: ['A', 'B'].map((name) => ({ name, ...colourOf(name, []), isNew: false, archived: false })), entries,
        outcomes: ['A', 'B'].map((catalyst) => ({ analysis: 'recycling-stability', version: 1, catalyst, state: 'result', results: [retention(catalyst, [`${catalyst}1`, `${catalyst}2`])], figures: [], needs: [], findings: [], trace: { appVersion: 'test', settings: {}, key: '', inputs: [] } }))
      }).sheets[0]!
      return rows.map((row) => ['catalyst', 'fresh electrolyte', 'leached metal'].map((header) => row[columns.findIndex((column) => column.header === header)]))
    }
    expect(summary([of('A1', { run: 'A1', freshElectrolyte: 'yes' }), of('A2', { run: 'A2', freshElectrolyte: 'yes' }), of('later', { run: 'A2', leached: 'Ru 12 ug/L' }), of('B1', {})])).toEqual([['A', 'yes', 'Ru 12 ug/L'], ['B', null, null]])
    expect(summary([of('A1', { run: 'A1' })])).toEqual([['A', undefined, undefined], ['B', undefined, undefined]])
  })
  it('exports a run sheet with the headers that the reader takes', async () => {
    const sheet = XLSX.read(await writeWorkbook(buildRunSheetTemplate([]))).Sheets['runsheet']!
    expect(sheet['A1']?.v).toBe('file')
    expect(sheet['G1']?.v).toBe('potential (V)')
  })
  it('gives columns that few laboratories fill only where something states them', () => {
    const trace = { technique: 'CA', title: '', columns: [], segments: [], settings: [], facts: [], header: {}, startedAt: null, signConvention: null, warnings: [], complete: true } as const
    const headers = (fields: ResolvedFields): string[] => buildRunSheetTemplate([{ id: 'e1', measurement: trace, fileId: 'f1', path: 'lab/a.txt', fields, tags: [], content: '1', revision: '1' }]).sheets[0]!.columns.map(({ header }) => header)
    const rare = ['pH after', 'wavelength (nm)', 'wait time (min)', 'sample pH', 'counter electrode', 'membrane', 'trap', 'cell type', 'normalisation', 'fresh electrolyte', 'leached metal']
    expect(headers({}).filter((header) => rare.includes(header))).toEqual([])
    expect(headers({ membrane: { value: 'Nafion 117', origin: 'projectDefault', where: '' } })).not.toContain('membrane')
    // Cycles hang on them.
    expect(headers({ cycle: { value: 2, origin: 'fileName', where: '' } }).filter((header) => rare.includes(header))).toEqual(['fresh electrolyte', 'leached metal'])
    const stated = buildRunSheetTemplate([{ id: 'e1', measurement: trace, fileId: 'f1', path: 'lab/a.txt', fields: { pH: { value: 7, origin: 'runSheet', where: '' }, pHAfter: { value: 9.6, origin: 'edit', where: '' } }, tags: [], content: '1', revision: '1' }]).sheets[0]!
    expect(stated.columns.map(({ header }) => header).filter((header) => rare.includes(header))).toEqual(['pH after'])
    expect(stated.rows[0]![stated.columns.findIndex(({ header }) => header === 'pH after')]).toBe(9.6)
  })
})
