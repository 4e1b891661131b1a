import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workbookOf } from '../shared/readers/spreadsheet/fixture'
import { answerDialogs } from './answerDialogs'
import { ask, outcomesOf } from './ask'
import { eventually } from './eventually'
import { launchApp, type RunningApp } from './launchApp'

const catalyst = 'RuCo-NC'
const spectrum = Array.from({ length: 40 }, (_, i) => {
  const f = 10 ** (5 - i / 8)
  const x = 2 * Math.PI * f * 30 * 20e-6
  return [f, 8 + 30 / (1 + x * x), (30 * x) / (1 + x * x)]
})
const sweep = Array.from({ length: 120 }, (_, i) => [0.1 - 0.005 * i, -0.02 * Math.max(0, i - 20)])

describe('a workbook whose columns nobody knows', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rum-columns-'))
  let running: RunningApp
  beforeAll(async () => {
    mkdirSync(join(folder, 'lab'))
    mkdirSync(join(folder, 'settings'))
    writeFileSync(join(folder, 'lab', `${catalyst} data.xlsx`), workbookOf({ spectrum: [['f', 'Z_re', '-Z_im'], ...spectrum], sweep: [['p', 'q'], ...sweep], remarks: [['measured on Monday']] }))
    running = await launchApp({ userData: join(folder, 'settings'), width: 1366, height: 900 })
    await answerDialogs(running.app, { save: join(folder, 'Columns'), open: [join(folder, 'lab')] })
    await ask(running, 'createProject')
    await ask(running, 'addFolders')
    await running.part('nav-inbox').first().click()
    await running.part('choose-table').waitFor()
  }, 90_000)
  afterAll(async () => {
    await running.quit()
    rmSync(folder, { recursive: true, force: true })
  }, 60_000)

  const options = () => running.page.locator('.n-base-select-option:visible')
  const choose = async (select: ReturnType<RunningApp['part']>, option: string, isTyped = true): Promise<void> => {
    await select.locator('.n-base-selection').click()
    await options().first().waitFor()
    if (isTyped) await running.page.keyboard.type(option)
    if (isTyped) await eventually(`only ${option}`, () => options().allInnerTexts(), (texts) => texts.length === 1 && texts[0]!.startsWith(option))
    if (isTyped) await running.page.keyboard.press('Enter')
    else await options().filter({ hasText: option }).click()
    await eventually('the list closes', () => options().count(), (count) => count === 0)
  }
  const name = async (column: number, quantity: string, unit: string): Promise<void> => {
    const row = running.part('column-name').nth(column)
    await choose(row, quantity)
    await row.locator('input').last().fill(unit)
  }
  const read = (place: number) => async () => {
    const entry = (await ask(running, 'allEntries'))[place]!
    return [entry.measurement!.technique, ...entry.measurement!.columns.map(({ quantity }) => quantity)].join(' ')
  }
  const results = (analysis: string) => async () => (await outcomesOf(running, catalyst)).find((outcome) => outcome.analysis === analysis && outcome.catalyst === catalyst)?.results.length ?? 0
  const apply = () => running.part('apply-columns')

  it('becomes an impedance card when the columns of its sheet are named, and none when that is undone', async () => {
    const drawn = () => running.part('entry-chart').locator('canvas').first().getAttribute('aria-label')
    await eventually('the chart of the longer table', drawn, (label) => label?.includes('q against p') === true)
    await choose(running.part('choose-table'), 'spectrum')
    await eventually('the chart of the chosen one', drawn, (label) => label?.includes('Z_re against f') === true)
    await running.screenshot('choose-table')
    expect(await apply().isEnabled(), 'nothing is changed yet').toBe(false)
    await name(0, 'frequency', 'Hz')
    await name(1, 'z_real', 'ohm')
    await name(2, 'z_imag', 'ohm')
    await running.screenshot('name-columns-light')
    await apply().click()
    await eventually('the spectrum', read(0), (what) => what === 'EIS frequency z_real z_imag')
    expect(await read(1)(), 'the other sheet').toBe('TABLE other other')
    await eventually('its resistances', results('impedance'), (count) => count > 0)
    await eventually('the form says what holds', () => apply().isEnabled(), (enabled) => !enabled)
    await running.part(`catalyst-${catalyst}`).first().click()
    await running.part('card-impedance').locator('canvas').first().waitFor()
    await ask(running, 'undo')
    await eventually('no impedance', results('impedance'), (count) => count === 0)
    expect(await read(0)()).toBe('TABLE other other other')
    await ask(running, 'redo')
    await eventually('its resistances again', results('impedance'), (count) => count > 0)
  }, 90_000)

  it('becomes a sweep when its user says what it was measured with', async () => {
    await running.part('nav-inbox').first().click()
    await choose(running.part('choose-table'), 'sweep')
    await name(0, 'potential', 'V')
    await name(1, 'current', 'mA')
    await apply().click()
    await eventually('the columns', read(1), (what) => what === 'TABLE potential current')
    expect(await read(0)(), 'the other sheet stays').toBe('EIS frequency z_real z_imag')
    await choose(running.part('choose-technique'), 'LSV', false)
    const sweepOf = async () => (await outcomesOf(running, catalyst)).find(({ analysis, catalyst: of }) => analysis === 'linear-sweep' && of === catalyst)
    await eventually('the card asks for what it needs', async () => (await sweepOf())?.needs.length ?? 0, (count) => count > 0)
    await ask(running, 'execute', { kind: 'setDefault', field: 'reference', value: 'RHE' })
    await ask(running, 'execute', { kind: 'setDefault', field: 'area_cm2', value: 1 })
    await eventually('its onset', results('linear-sweep'), (count) => count > 0)
    await running.part('entry-chart').locator('canvas').waitFor()
    await running.screenshot('name-technique-light')
  }, 90_000)
})
