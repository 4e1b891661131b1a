import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { xmlTree } from '../../src/shared/readers/xml/xmlTree'
import { answerDialogs } from './answerDialogs'
import { ask } from './ask'
import { eventually } from './eventually'
import { launchApp, type RunningApp } from './launchApp'
import { holds, numbersIn } from './numbersIn'

/** Names of catalysts, as somebody could type them into a run sheet. */
const names = ['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', "=cmd|' /C calc'!A0", '__proto__', 'constructor', 'CON', '中文催化剂', `${'n'.repeat(296)}-end`, 'safe\u202Ecod.exe', '{{ 7 * 191 }}']
/** Faradaic efficiencies that no two of them share, %. */
const efficiency = (i: number): number => 40 + 3.7 * i
const CURRENT_A = 0.01
const DURATION_S = 3600

function trace(i: number): string {
  const rows = Array.from({ length: 121 }, (_, k) => `${(k * 30).toFixed(1)}, ${(-CURRENT_A).toExponential(4)}`)
  return ['Mar. 14, 2026   10:15:00', 'Amperometric i-t Curve', `File: h${i}`, 'Data Source: Experiment', 'Instrument Model:  CHI660E', 'Header: ', 'Note: ', '', 'Init E (V) = -0.3', '', 'Time/sec, Current/A', '', ...rows, ''].join('\r\n')
}
function runSheet(): string {
  const conditions = (i: number) => ({ catalyst: names[i]!, run: `h${i}`, 'potential (V)': -0.3, reference: 'RHE', pH: 14, 'area (cm2)': 1, 'loading (mg/cm2)': 0.5, 'volume (mL)': 50, 'time (h)': 1 })
  const mass_ug_mL = (i: number): number => (efficiency(i) / 100 * CURRENT_A * DURATION_S / (8 * 96485.33212) * 17.031 * 1e6) / 50
  const rows = [
    ...[0, 1, 2, 4].map((c) => ({ role: 'standard', analyte: 'NH3', 'concentration (ug/mL)': c, absorbance: 0.05 + 0.5 * c, basis: 'NH3' })),
    ...names.flatMap((_, i) => [
      { ...conditions(i), file: `h${i}.txt` }, { ...conditions(i), role: 'sample', analyte: 'NH3', basis: 'NH3', dilution: 10, absorbance: 0.05 + 0.05 * mass_ug_mL(i) }
    ])
  ]
  return Papa.unparse({ fields: ['file', 'catalyst', 'run', 'role', 'analyte', 'potential (V)', 'reference', 'pH', 'area (cm2)', 'loading (mg/cm2)', 'volume (mL)', 'dilution', 'time (h)', 'absorbance', 'concentration (ug/mL)', 'basis'], data: rows })
}

describe('names made to harm, in the window', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rum-hostile-'))
  const lab = join(folder, 'Lab')
  let running: RunningApp
  const dialogs: string[] = []

  beforeAll(async () => {
    mkdirSync(lab)
    names.forEach((_, i) => writeFileSync(join(lab, `h${i}.txt`), trace(i)))
    // Windows allows none of these in a file name.
    if (process.platform !== 'win32') for (const name of ['<img src=x onerror=alert(1)>.txt', "=cmd|' calc'!A0.txt", '__proto__']) writeFileSync(join(lab, name), trace(100))
    writeFileSync(join(lab, 'runsheet.csv'), runSheet())
    running = await launchApp()
    running.page.on('dialog', (dialog) => { dialogs.push(dialog.message()); void dialog.dismiss() })
    await answerDialogs(running.app, { save: join(folder, 'Hostile.rum'), open: [lab] })
    await running.part('new-project').first().click()
    await running.part('watch-folder').first().click()
    await eventually('every catalyst', async () => (await ask(running, 'projectState'))?.catalysts.map(({ name }) => name) ?? [], (known) => names.every((name) => known.includes(name.trim())), 60_000)
  })
  afterAll(async () => {
    await running.quit()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Nothing of a name became part of the page, and nothing of it ran. */
  const isHarmless = async (where: string): Promise<void> => {
    expect(await running.page.evaluate('document.querySelectorAll("img[src=x], body script, svg[onload]").length'), where).toBe(0)
    expect(await running.page.evaluate('document.body.innerText.includes("1337")'), `${where}: a template was computed`).toBe(false)
    expect(await running.page.evaluate('document.documentElement.scrollWidth - innerWidth'), `${where}: sideways scrolling`).toBeLessThanOrEqual(0)
    expect(dialogs, where).toEqual([])
  }

  it('stand in the side bar, on cards, in tooltips and in legends as they are', async () => {
    const bar = running.page.locator('[data-test^="catalyst-"]')
    for (const [i, name] of names.entries()) {
      const entry = bar.filter({ hasText: name.length > 100 ? 'nnnnnnnn' : name }).first()
      await entry.click()
      await entry.hover()
      await running.part('tab-performance').first().click()
      await eventually(`the efficiency of ${name.slice(0, 30)}`, async () => numbersIn(await running.part('card-faradaic-efficiency').first().innerText().catch(() => '')), (numbers) => holds(numbers, efficiency(i)))
      if (name.length > 100) await running.screenshot('hostile-long')
      await isHarmless(name.slice(0, 30))
    }
    const canvas = running.part('card-faradaic-efficiency').locator('canvas').first()
    await canvas.scrollIntoViewIfNeeded()
    await canvas.hover()
    await running.page.waitForTimeout(300)
    await running.screenshot('hostile-catalyst')
    await isHarmless('cross-hair')
  })

  it.each(['comparison', 'inbox', 'runsheet', 'findings', 'folders', 'settings'])('harm nothing in %s', async (view) => {
    await running.part(`nav-${view}`).first().click()
    await running.page.waitForTimeout(600)
    await running.screenshot(`hostile-${view}`)
    await isHarmless(view)
  })

  it('harm nothing in a notification, the history or a search', async () => {
    await running.page.evaluate(`workbench.execute({ kind: 'dropEverything', name: ${JSON.stringify(names[0])} }).catch(() => 0)`)
    await running.part('nav-inbox').first().click()
    await running.page.locator('input[type=search], input').first().fill(names[0]!)
    const id = (await ask(running, 'allEntries')).find((entry) => entry.fields.catalyst?.value === names[0])!.id
    await ask(running, 'execute', { kind: 'setField', entries: [id], field: 'catalyst', value: names[1]! })
    await running.part('history').click()
    await running.page.waitForTimeout(300)
    await running.screenshot('hostile-history')
    await isHarmless('history')
    await running.part('close-panel').first().click()
    await ask(running, 'undo')
  })

  it('are text in the figure and in the workbook that are saved', async () => {
    await running.part('nav-comparison').first().click()
    await eventually('the comparison', () => running.part('card-compare-catalysts').or(running.page.locator('section.card')).count(), (cards) => cards > 0)
    const card = running.page.locator('section.card').filter({ has: running.page.locator('canvas') }).first()
    await card.locator('canvas').first().scrollIntoViewIfNeeded()
    await running.page.waitForTimeout(400)
    await card.locator('header button').last().click()
    await running.page.getByText(/Save figure/).first().click()
    await running.part('figure-dialog').waitFor()
    await running.screenshot('hostile-figure')
    const svg = join(folder, 'figure.svg')
    await answerDialogs(running.app, { save: svg })
    await running.part('figure-save-svg').click()
    await eventually('the figure', async () => existsSync(svg), (there) => there)
    const text = readFileSync(svg, 'utf8')
    expect(xmlTree(text).problem).toBeNull()
    expect(text).not.toMatch(/<img|<script|onerror=alert\(1\)>(?!.*&gt;)/)

    const path = join(folder, 'hostile.xlsx')
    await answerDialogs(running.app, { save: path })
    await running.part('export-excel').first().click()
    await eventually('the workbook', async () => existsSync(path), (there) => there)
    const book = XLSX.read(readFileSync(path), { cellFormula: true })
    const cells = book.SheetNames.flatMap((name) => Object.entries(book.Sheets[name]!).flatMap(([at, cell]) => (at.startsWith('!') ? [] : [cell as XLSX.CellObject])))
    const texts = new Set(cells.filter(({ t, f }) => t === 's' && f === undefined).map(({ v }) => String(v)))
    expect(names.filter((name) => !texts.has(name))).toEqual([])
    // Sheets are called after catalysts: a formula may name one, in quotes.
    const bare = cells.flatMap(({ f }) => (f === undefined ? [] : [f.replace(/'(?:[^']|'')*'!/g, '')]))
    expect(bare.length).toBeGreaterThan(10)
    expect(bare.filter((f) => /cmd|alert|calc/i.test(f))).toEqual([])
    await isHarmless('after saving')
  })
})
