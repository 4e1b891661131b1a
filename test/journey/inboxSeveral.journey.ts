import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerDialogs } from './answerDialogs'
import { ask } from './ask'
import { eventually } from './eventually'
import { launchApp, type RunningApp } from './launchApp'

const count = 60
/** Nobody knows its columns. */
const table = (tail: number): string => ['p,q', ...Array.from({ length: 40 }, (_, i) => `${(0.1 - 0.01 * i).toFixed(2)},${(-0.02 * Math.max(0, i - 10) - 0.001 * tail).toFixed(3)}`), ''].join('\n')

describe('several files of the Inbox', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rum-several-'))
  let running: RunningApp
  beforeAll(async () => {
    for (const name of ['lab', 'settings']) mkdirSync(join(folder, name))
    for (let i = 0; i < count; i += 1) writeFileSync(join(folder, 'lab', `scan ${i + 10}.csv`), table(i))
    running = await launchApp({ userData: join(folder, 'settings') })
    await answerDialogs(running.app, { save: join(folder, 'Several'), open: [join(folder, 'lab')] })
    await ask(running, 'createProject')
    await ask(running, 'addFolders')
    await eventually('all are read', async () => (await ask(running, 'allEntries')).length, (n) => n === count, 60_000)
    await running.part('nav-inbox').first().click()
    await eventually('they are listed', () => options().count(), (n) => n > 5)
  }, 120_000)
  afterAll(async () => {
    await running.quit()
    rmSync(folder, { recursive: true, force: true })
  }, 60_000)

  const list = () => running.part('inbox-list')
  const options = () => list().getByRole('option')
  const row = (place: number) => list().locator(`[aria-posinset="${place}"]`)
  const chosen = async (): Promise<string> => (await list().locator('[aria-selected="true"]').evaluateAll((rows) => rows.map((one) => Number(one.getAttribute('aria-posinset'))))).sort((a, b) => a - b).join()
  const isChosen = (what: string) => eventually(`chosen: ${what}`, chosen, (found) => found === what)
  const panel = () => running.part('several-files')
  const says = (text: string) => eventually(text, () => panel().getByRole('status').innerText(), (found) => found === text)
  const stated = async (field: 'catalyst' | 'technique'): Promise<string> => {
    const values = (await ask(running, 'allEntries')).map(({ fields }) => fields[field]?.value ?? '–')
    return [...new Set(values)].map((value) => `${values.filter((one) => one === value).length} ${value}`).sort().join(', ')
  }
  const press = (keys: string) => running.page.keyboard.press(keys)
  const choose = async (select: ReturnType<RunningApp['part']>, option: string): Promise<void> => {
    await select.locator('.n-base-selection').click()
    await running.page.locator('.n-base-select-option:visible').first().waitFor()
    await running.page.locator('.n-base-select-option:visible').filter({ hasText: option }).first().click()
  }

  it('are chosen with the mouse as in a file manager', async () => {
    await isChosen('1')
    await row(2).click()
    await row(4).click({ modifiers: ['ControlOrMeta'] })
    await isChosen('2,4')
    await says('2 files selected')
    await row(7).click({ modifiers: ['Shift'] })
    await isChosen('4,5,6,7')
    await row(5).click({ modifiers: ['ControlOrMeta'] })
    await isChosen('4,6,7')
    await row(6).click()
    await isChosen('6')
    expect(await running.page.evaluate('document.activeElement === document.querySelector("[data-test=inbox-list]")'), 'a click gives the list the keyboard').toBe(true)
    expect(await panel().count()).toBe(0)
  }, 60_000)

  it('and with the keyboard; all of them, of which only those in sight are drawn', async () => {
    expect(await list().evaluate((element) => [element.getAttribute('role'), element.getAttribute('aria-multiselectable'), element.getAttribute('aria-label')])).toEqual(['listbox', 'true', 'Inbox'])
    await press('Home')
    await isChosen('1')
    await press('Shift+ArrowDown')
    await press('Shift+ArrowDown')
    await isChosen('1,2,3')
    expect(await list().getAttribute('aria-activedescendant'), 'the screen reader is told where').toBe(await row(3).getAttribute('id'))
    await press('Shift+ArrowUp')
    await isChosen('1,2')
    await press('ControlOrMeta+ArrowDown')
    await press('ControlOrMeta+ArrowDown')
    await press('Space')
    await isChosen('1,2,4')
    await running.screenshot('inbox-several-keyboard')
    await press('Escape')
    await isChosen('4')
    await press('Shift+End')
    await says(`${count - 3} files selected`)
    await press('ControlOrMeta+a')
    await says(`${count} files selected`)
    expect(await options().count()).toBeLessThan(count / 2)
    await press('Tab')
    expect(await running.page.evaluate('document.activeElement.closest("[data-test=several-files]") !== null'), 'the list is one stop').toBe(true)
    await running.page.locator('[data-find] input').click()
    await press('ControlOrMeta+a')
    await running.page.locator('[data-find] input').fill('scan 1')
    await says('10 files selected')
    await running.page.locator('[data-find] input').fill('')
    await says(`${count} files selected`)
  }, 60_000)

  it('get a catalyst, and their columns, in one step that undo takes back', async () => {
    await list().focus()
    await press('ControlOrMeta+a')
    await choose(running.part('assign-all'), 'RuFe-NC')
    await eventually('all have it', () => stated('catalyst'), (found) => found === `${count} RuFe-NC`)
    await ask(running, 'undo')
    await eventually('none has it', () => stated('catalyst'), (found) => found === `${count} –`)
    await ask(running, 'redo')
    for (const [place, quantity, unit] of [[0, 'potential', 'V'], [1, 'current', 'mA']] as const) {
      const column = running.part('column-name').nth(place)
      await column.locator('.n-base-selection').click()
      await running.page.keyboard.type(quantity)
      await press('Enter')
      await column.locator('input').last().fill(unit)
    }
    await running.screenshot('inbox-several-columns-light')
    await running.part('apply-columns').click()
    const named = async () => (await ask(running, 'allEntries')).filter(({ measurement }) => measurement?.columns.map(({ quantity }) => quantity).join() === 'potential,current').length
    await eventually('all are named', named, (n) => n === count, 60_000)
    await choose(running.part('choose-technique'), 'LSV')
    await eventually('all are sweeps', () => stated('technique'), (found) => found === `${count} LSV`)
    await running.part('theme-toggle').click()
    await running.screenshot('inbox-several-dark')
    await running.part('theme-toggle').click()
    for (const _ of ['technique', 'columns', 'catalyst']) await ask(running, 'undo')
    await eventually('nothing is said', async () => [await named(), await stated('catalyst'), await stated('technique')].join(), (found) => found === `0,${count} –,${count} –`, 60_000)
  }, 120_000)

  it('are left out, and used again, without a copy, which would take its original with it', async () => {
    cpSync(join(folder, 'lab', 'scan 10.csv'), join(folder, 'lab', 'copy.csv'))
    await running.page.locator('[data-find] input').fill('copy.csv')
    await eventually('only the copy is listed', () => options().count(), (n) => n === 1)
    await row(1).click()
    await running.page.getByRole('button', { name: 'Read again' }).waitFor()
    expect(await running.page.getByRole('button', { name: 'Ignore' }).count()).toBe(0)
    await running.page.locator('[data-find] input').fill('scan 1')
    await eventually('ten are listed', () => options().count(), (n) => n === 10)
    await list().focus()
    await press('ControlOrMeta+a')
    await says('10 files selected')
    await running.part('ignore-all').click()
    await eventually('ten are left out', async () => (await ask(running, 'allEntries')).length, (n) => n === count - 10)
    await running.part('use-all').click()
    await eventually('all are used', async () => (await ask(running, 'allEntries')).length, (n) => n === count)
    await ask(running, 'undo')
    await ask(running, 'undo')
    await eventually('nothing is left to undo', async () => (await ask(running, 'projectState'))?.undo ?? '', (label) => label === '')
  }, 60_000)
})
