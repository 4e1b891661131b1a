import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerDialogs } from './answerDialogs'
import { ask } from './ask'
import { eventually } from './eventually'
import { launchApp, type RunningApp } from './launchApp'

const sweep = (tail: number): string => ['Sept. 3, 2026   09:05:07', 'Linear Sweep Voltammetry', 'File: a', 'Data Source:  Experiment', 'Instrument Model:  CHI760E', '', 'Init E (V) = 0', '', 'Potential/V, Current/A', '', ...Array.from({ length: 40 }, (_, i) => `${(-0.01 * i).toFixed(2)}, ${(-1e-6 * (i + tail)).toExponential(3)}`), ''].join('\n')

describe('files that nobody gave a catalyst', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rum-cells-'))
  let running: RunningApp
  beforeAll(async () => {
    mkdirSync(join(folder, 'lab'))
    mkdirSync(join(folder, 'settings'))
    for (const [i, name] of ['RuFe-NC_LSV.txt', 'scan 1.txt', 'scan 2.txt', 'scan 3.txt'].entries()) writeFileSync(join(folder, 'lab', name), sweep(i))
    running = await launchApp({ userData: join(folder, 'settings') })
    await answerDialogs(running.app, { save: join(folder, 'Cells'), open: [join(folder, 'lab')] })
    await ask(running, 'createProject')
    await ask(running, 'addFolders')
    await eventually('all four are read', async () => (await ask(running, 'allEntries')).length, (n) => n === 4)
  }, 90_000)
  afterAll(async () => {
    await running.quit()
    rmSync(folder, { recursive: true, force: true })
  }, 60_000)
  const stated = async (field: 'catalyst' | 'area_cm2' | 'time_h') => Object.fromEntries((await ask(running, 'allEntries')).map(({ path, fields }) => [path.split(/[\\/]/).at(-1)!, fields[field]?.value ?? null]))

  it('are found in the Inbox with a click', async () => {
    await running.part('nav-inbox').first().click()
    await running.page.getByRole('button', { name: 'without a catalyst 3' }).click()
    await eventually('only those are listed', async () => (await running.page.locator('.rows .name').allInnerTexts()).sort().join(), (names) => names === 'scan 1.txt,scan 2.txt,scan 3.txt')
    await running.screenshot('inbox-without-catalyst')
  }, 60_000)

  it('get it in the Run sheet as cells are copied and pasted in a spreadsheet, in one step', async () => {
    await running.part('nav-runsheet').first().click()
    const entries = (await ask(running, 'allEntries')).toSorted((a, b) => a.path.localeCompare(b.path))
    const cell = (row: number, field: string) => running.page.locator(`[data-test="cell-${entries[row]!.id}-${field}"]`)
    await cell(0, 'catalyst').click()
    await running.page.keyboard.press('Control+C')
    await cell(1, 'catalyst').click()
    await cell(3, 'catalyst').click({ modifiers: ['Shift'] })
    await running.page.keyboard.press('Control+V')
    await eventually('all have the catalyst', () => stated('catalyst'), (found) => Object.values(found).every((name) => name === 'RuFe-NC'))
    await ask(running, 'undo')
    await eventually('one step takes all back', () => stated('catalyst'), (found) => Object.values(found).filter((name) => name === null).length === 3)
    await running.app.evaluate(({ clipboard }) => clipboard.writeText('Ru-NC\r\nRuCo-NC\r\n'))
    await cell(1, 'catalyst').click()
    await running.page.keyboard.press('Control+V')
    await eventually('a column from a spreadsheet', () => stated('catalyst'), (found) => found['scan 1.txt'] === 'Ru-NC' && found['scan 2.txt'] === 'RuCo-NC' && found['scan 3.txt'] === null)
    await running.app.evaluate(({ clipboard }) => clipboard.writeText('0,25\r\nabout 1\r\n'))
    await cell(0, 'area_cm2').click()
    await running.page.keyboard.press('Control+V')
    await running.page.getByText('“about 1” is no number').waitFor()
    expect(await stated('area_cm2')).toMatchObject({ 'RuFe-NC_LSV.txt': null })
    await running.app.evaluate(({ clipboard }) => clipboard.writeText('0,25\r\n-1\r\n'))
    await running.page.keyboard.press('Control+V')
    await running.page.getByText('-1 cm2 is not possible here (only above 0)').waitFor()
    expect(await stated('area_cm2'), 'all of a block or nothing').toMatchObject({ 'RuFe-NC_LSV.txt': null })
    await running.screenshot('runsheet-pasted')
    await running.app.evaluate(({ clipboard }) => clipboard.writeText('0:30:00\r\n1:30:00\r\n'))
    await cell(0, 'time_h').click()
    await running.page.keyboard.press('Control+V')
    await eventually('times as Excel shows them', () => stated('time_h'), (found) => found['RuFe-NC_LSV.txt'] === 0.5 && found['scan 1.txt'] === 1.5)
    await cell(2, 'time_h').click()
    await running.page.keyboard.type('1:30')
    await running.page.keyboard.press('Enter')
    await running.page.getByText('“1:30” could be hours and minutes or minutes and seconds; write h:mm:ss or a number.').waitFor()
    await running.screenshot('runsheet-times')
    expect(await stated('time_h')).toMatchObject({ 'scan 2.txt': null })
  }, 60_000)
})
