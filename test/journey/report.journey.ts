import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { unzipSync } from 'fflate'
import * as XLSX from 'xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { xmlTree } from '../../src/shared/readers/xml/xmlTree'
import { formulasOf, office, recalculated, throughOffice } from '../main/export/recalculated'
import { answerDialogs } from './answerDialogs'
import { ask, outcomesOf } from './ask'
import { eventually } from './eventually'
import { groupTemplate, meansOnCard, meansOnSheet } from './excelFiles'
import { launchApp, type RunningApp } from './launchApp'

const pictures = resolve('test-output', 'journey')
const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0

describe('reports and packages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rum-report-'))
  let running: RunningApp

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true })
    running = await launchApp()
    await running.part('open-sample').first().click()
    let before = ''
    await eventually('all files of the sample', async () => {
      await running.page.waitForTimeout(1_500)
      const state = await ask(running, 'projectState')
      const now = `${state?.files} files, ${state?.progress.length} tasks`
      const isCalm = now === before && (state?.files ?? 0) > 0 && state?.progress.length === 0
      before = now
      return isCalm
    }, (isCalm) => isCalm, 90_000)
  })
  afterAll(async () => {
    await running.quit()
    rmSync(folder, { recursive: true, force: true })
  })

  async function written(entry: RegExp, file: string, open: readonly string[] = []): Promise<Buffer> {
    const path = join(folder, file)
    await answerDialogs(running.app, { save: path, open })
    await running.part('export-menu').click()
    await running.page.getByText(entry).first().click()
    await eventually(`the file ${file}`, async () => existsSync(path), (isThere) => isThere, 60_000)
    const bytes = readFileSync(path)
    writeFileSync(join(pictures, file), bytes)
    return bytes
  }

  it('of a catalyst is a page of its own, with every figure, number, method and file', async () => {
    await running.part('catalyst-RuFe-NC').first().click()
    const html = (await written(/Report of RuFe-NC \(HTML\)/, 'report-catalyst.html')).toString('utf8')
    expect(html).toContain('Content-Security-Policy')
    expect(html.replace(/base64,[^"]*/g, '')).not.toMatch(/<script|src="http|href="http|NaN|undefined|\[object/)
    expect(html.match(/<figure/g)!.length).toBeGreaterThan(15)
    expect(html).toContain('100.00 ± 0.12')
    expect(html).toMatch(/Computed as FE = .*Faraday/i)
    expect(html).toMatch(/RuFe-NC_CA_-0\.1V_r1[^<]*<\/td><td>[^<]+<\/td><td>[^<]*Faradaic efficiency[^<]*<\/td><td><code>[0-9a-f]{16}/)
    for (const [svg] of html.matchAll(/<svg .*?<\/svg>/gs)) expect(xmlTree(svg).problem).toBeNull()
  })
  it('of a catalyst is a PDF of pages with text and outline', async () => {
    const pdf = await written(/Report of RuFe-NC \(PDF\)/, 'report-catalyst.pdf')
    expect(pdf.toString('latin1', 0, 5)).toBe('%PDF-')
    if (!hasPoppler) return
    const text = spawnSync('pdftotext', ['-layout', join(folder, 'report-catalyst.pdf'), '-'], { encoding: 'utf8' }).stdout
    expect(text).toContain('Faradaic efficiency')
    expect(text).toMatch(/100\.00 ± 0\.12/)
    expect(text).toMatch(/Methods/)
    spawnSync('pdftoppm', ['-r', '60', '-png', join(folder, 'report-catalyst.pdf'), join(pictures, 'report-page')])
    expect(existsSync(join(pictures, 'report-page-01.png'))).toBe(true)
  })
  it('of the comparison has the numbers of all catalysts', async () => {
    await running.part('nav-comparison').first().click()
    const html = (await written(/Report of Comparison \(HTML\)/, 'report-comparison.html')).toString('utf8')
    for (const name of ['RuFe-NC', 'RuCo-NC', 'RuNi-NC', 'RuCu-NC', 'Ru-NC']) expect(html).toContain(name)
    expect(html).toContain('Spearman')
  })
  it('as Excel has every mean of the cards, computed anew by LibreOffice', async () => {
    const bytes = await written(/^Excel summary$/, 'summary.xlsx')
    const workbook = XLSX.read(bytes)
    const computed = office ? recalculated(bytes, join(folder, 'office')) : workbook
    let compared = 0
    for (const catalyst of ['RuFe-NC', 'RuCo-NC']) {
      await running.part(`catalyst-${catalyst}`).first().click()
      await running.part('tab-performance').first().click()
      for (const [card, headers] of [['faradaic-efficiency', efficiencies], ['ammonia-yield', yields]] as const) {
        const { answer } = await eventually(`the means of ${catalyst}`, async () => meansOnCard(await running.part(`card-${card}`).first().innerText()), (found) => found.size >= 5)
        const onSheet = meansOnSheet(computed.Sheets[catalyst]!, headers)
        for (const [potential, shown] of answer) {
          expect(shown.length, `${catalyst} ${card} ${potential}`).toBe(headers.length)
          shown.forEach(({ value, half, u, uHalf }, i) => {
            const found = onSheet.get(potential)?.[i]
            expect(Math.abs(found!.value - value), `${catalyst} ${headers[i]![0]} at ${potential} V: ${found?.value}`).toBeLessThanOrEqual(half * 1.000001)
            expect(Math.abs(found!.u - u), `u of ${catalyst} ${headers[i]![0]} at ${potential} V: ${found?.u}`).toBeLessThanOrEqual(uHalf * 1.000001)
            compared += 2
          })
        }
      }
    }
    expect(compared).toBe(2 * 5 * (efficiencies.length + yields.length) * 2)
    for (const [place, cell] of formulasOf(workbook)) {
      const [sheet, address] = place.split('!') as [string, string]
      const again = computed.Sheets[sheet]?.[address] as XLSX.CellObject | undefined
      expect(Math.abs(Number(again?.v) - Number(cell.v)), `${place} = ${cell.f}`).toBeLessThanOrEqual(1e-9 * Math.max(Math.abs(Number(cell.v)), 1e-6))
    }
    const charts = Object.entries(unzipSync(new Uint8Array(bytes))).filter(([name]) => name.startsWith('xl/charts/chart'))
    expect(charts.length).toBeGreaterThan(60)
    const missing = charts.flatMap(([, xml]) => [...Buffer.from(xml).toString('utf8').matchAll(/<c:f>([^<]+)<\/c:f>/g)].filter(([, reference]) => !leads(workbook, reference!)).map(([, reference]) => reference))
    expect(missing).toEqual([])
  }, 120_000)
  it('fills a workbook of the group from the menu, and says what it asks for in vain', async () => {
    const template = join(folder, 'weekly.xlsx')
    const before = await groupTemplate()
    writeFileSync(template, before)
    const bytes = await written(/^Fill a workbook of your own/, 'weekly filled.xlsx', [template])
    // Said for some seconds; what follows takes longer on a busy machine.
    await running.page.getByText('RUM_fe_nh3_Unobtainium (not in this project)').first().waitFor()
    const book = XLSX.read(bytes, { cellNF: true, sheetStubs: true })
    const results = (await outcomesOf(running, 'RuFe-NC')).flatMap((outcome) => outcome.results)
    const efficiency = results.find(({ metric, n, conditions }) => metric === 'fe_nh3' && n === 3 && conditions.potential_V_RHE === -0.1)!
    const sheet = book.Sheets['Weekly report']!
    expect([sheet['A1'].v, sheet['B4'].v, sheet['B4'].z, sheet['C4'].v, sheet['B5'].f]).toEqual(['Group of nitrate', efficiency.value, '0.0', efficiency.u, 'B4*2'])
    const table = XLSX.utils.sheet_to_json<unknown[]>(book.Sheets['All numbers']!, { header: 1 })
    for (const { catalyst, metric, value, unit } of results) expect(table.some((row) => (row[0] ?? '') === (catalyst ?? '') && row[1] === metric && row[2] === value && (row[3] ?? '') === unit), `${metric} ${value}`).toBe(true)
    if (office) expect((throughOffice(bytes, join(folder, 'office')).Sheets['Weekly report']!['B5'] as XLSX.CellObject).v).toBeCloseTo(2 * efficiency.value, 9)
    expect(readFileSync(template).equals(Buffer.from(before))).toBe(true)
  }, 60_000)
  it('as a data package is a zip that lists what it holds', async () => {
    const parts = unzipSync(new Uint8Array(await written(/Data package/, 'package.zip')))
    expect(Object.keys(parts)).toEqual(expect.arrayContaining(['README.md', 'results.csv', 'ro-crate-metadata.json']))
    rmSync(join(pictures, 'package.zip'))
  })
})

/** As the cards have them, from left to right. */
const efficiencies = [['FE(NH₃)', '%'], ['FE(NO₂⁻)', '%'], ['FE sum', '%']] as const
const yields = [['NH₃', 'mg'], ['NH₃ yield per mass', 'mg/h/mg_cat'], ['NH₃ yield per area', 'mg/h/cm²'], ['NH₃ yield, molar', 'µmol/h/cm²']] as const

/** Whether a chart's reference leads to cells with something in them. */
function leads(workbook: XLSX.WorkBook, reference: string): boolean {
  const [, quoted, plain, cells] = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(reference.replace(/&apos;/g, '\'').replace(/&amp;/g, '&')) ?? []
  const sheet = workbook.Sheets[quoted?.replaceAll('\'\'', '\'') ?? plain ?? '']
  if (!sheet || cells === undefined) return false
  const { s, e } = XLSX.utils.decode_range(cells.replaceAll('$', ''))
  return Array.from({ length: e.r - s.r + 1 }, (_, i) => sheet[XLSX.utils.encode_cell({ r: s.r + i, c: s.c })] as unknown).some((cell) => cell !== undefined)
}
