import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read as readWorkbook, utils } from 'xlsx'
import { answerDialogs, proposedNames } from './answerDialogs'
import { ask } from './ask'
import { writeElectrolysis, type Electrolysis } from './electrolysis'
import { eventually } from './eventually'
import { launchApp, type RunningApp } from './launchApp'
import { holds, numbersIn } from './numbersIn'
import { firstShown, noteTexts } from './shownTexts'

const feCard = 'card-faradaic-efficiency'
const yieldCard = 'card-ammonia-yield'
/** A file must rest 0.8 s; reading, computing and showing have 0.15 s more. */
const promisedMs = 800 + 150
const promisedEditMs = 50
/** What a busy machine may add before this fails. */
const busyMs = 350
/**
 * The promise is the program's. Whatever else runs on the machine can only add to its time (a build beside it once made 1882 ms of what took
 * 1300), so the best of some writes counts; a program that is too slow is so in all of them. Each write must show up, late or not.
 */
const mostRounds = 4

describe('an evening of measurements', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rum-lab-'))
  const watched = join(folder, 'CHI660E')
  const project = join(folder, 'Evening.rum')
  const userData = join(folder, 'settings')
  let running: RunningApp
  let expected: Electrolysis

  const numbersOf = async (card: string): Promise<number[]> => {
    const part = running.part(card)
    return (await part.count()) === 0 ? [] : numbersIn(await part.first().innerText())
  }
  const showPerformance = async (): Promise<void> => {
    await running.part('catalyst-RuFe-NC').first().click()
    await running.part('tab-performance').first().click()
  }
  const showsYield = (value: number) => eventually(`a yield of ${value.toPrecision(3)} on the card`, () => numbersOf(yieldCard), (numbers) => holds(numbers, value))

  beforeAll(async () => {
    mkdirSync(watched)
    mkdirSync(userData)
    running = await launchApp({ userData })
  })
  afterAll(async () => {
    await running.quit()
    rmSync(folder, { recursive: true, force: true })
  })

  it('begins with a new project that watches a folder', async () => {
    await answerDialogs(running.app, { save: project, open: [watched] })
    await running.part('new-project').first().click()
    await eventually('the project', async () => (await ask(running, 'projectState'))?.path, (path) => path === project)
    await running.part('nav-folders').first().click()
    await running.part('add-folder').first().click()
    const { answer } = await eventually('a watched folder', () => ask(running, 'folders'), (folders) => folders[0]?.status.state === 'watching')
    expect(answer.map(({ path }) => path)).toEqual([watched])
  })

  it('shows efficiency and yield shortly after the instrument has written', async () => {
    await showPerformance()
    const took: number[] = []
    await noteTexts(running, [feCard, yieldCard])
    do {
      expected = writeElectrolysis(watched, 0.5, took.length)
      const written = Date.now()
      await eventually(`FE ${expected.fe_percent.toPrecision(3)} %`, () => numbersOf(feCard), (numbers) => holds(numbers, expected.fe_percent))
      await showsYield(expected.yield_mg_h_mg)
      const shown = await firstShown(running, ([fe = '', rate = '']) => holds(numbersIn(fe), expected.fe_percent) && holds(numbersIn(rate), expected.yield_mg_h_mg))
      took.push(shown! - written)
    } while (took.length < mostRounds && Math.min(...took) >= promisedMs)
    console.log(`FE and yield on the card ${took.map((ms) => ms.toFixed(0)).join(', ')} ms after the last write (promised: ${promisedMs} ms)`)
    await running.screenshot('live-folder')
    expect(took.every((ms) => ms > 800), 'none before the file has rested').toBe(true)
    expect(Math.min(...took)).toBeLessThan(promisedMs + busyMs)
  })

  it('follows an edit, and takes it back', async () => {
    const trace = (await ask(running, 'allEntries')).find((entry) => basename(entry.path) === expected.traceName)!
    await running.part('nav-runsheet').first().click()
    await running.part(`cell-${trace.id}-loading_mg_cm2`).first().dblclick()
    await running.page.keyboard.press('ControlOrMeta+A')
    // With 1 mg cm⁻² the yield per mass would be the one per area, which is on the card anyway.
    await running.page.keyboard.type('2')
    await running.page.keyboard.press('Enter')
    await running.screenshot('live-folder-edit')
    await showPerformance()
    await showsYield(expected.yield_mg_h_mg * expected.loading_mg_cm2 / 2)
    expect(holds(await numbersOf(yieldCard), expected.yield_mg_h_mg)).toBe(false)
    const [before, edited] = [expected.yield_mg_h_mg, expected.yield_mg_h_mg * expected.loading_mg_cm2 / 2]
    const took: number[] = []
    for (const [button, value] of [['undo', before], ['redo', edited], ['undo', before], ['redo', edited], ['undo', before]] as const) {
      await running.page.waitForTimeout(500) // comparisons and the store have followed the one before
      await firstShown(running, () => true)
      const clicked = await running.page.evaluate<number>(`(() => { const now = Date.now(); document.querySelector('[data-test=${button}]').click(); return now })()`)
      await showsYield(value)
      took.push((await firstShown(running, ([, rate = '']) => holds(numbersIn(rate), value)))! - clicked)
    }
    console.log(`an edit on the card ${took.join(', ')} ms after the click (promised: ${promisedEditMs} ms)`)
    expect(Math.min(...took)).toBeLessThan(promisedEditMs + busyMs)
  })

  it('writes the same numbers into Excel', async () => {
    const path = join(folder, 'summary.xlsx')
    await answerDialogs(running.app, { save: path })
    await running.part('export-excel').first().click()
    await eventually('the workbook', async () => existsSync(path), (exists) => exists)
    const workbook = readWorkbook(readFileSync(path))
    const cells = workbook.SheetNames.flatMap((name) => utils.sheet_to_json<unknown[]>(workbook.Sheets[name]!, { header: 1, raw: true }).flat())
    const numbers = cells.filter((cell): cell is number => typeof cell === 'number')
    expect(holds(numbers, expected.fe_percent)).toBe(true)
    expect(holds(numbers, expected.yield_mg_h_mg)).toBe(true)
    const [proposed] = (await proposedNames(running.app)).slice(-1)
    expect(basename(proposed ?? '')).toMatch(/^Evening_summary_\d{4}-\d\d-\d\d\.xlsx$/)
  })

  it('has everything again after a restart', async () => {
    await running.quit()
    running = await launchApp({ userData, project })
    await eventually('the project', async () => (await ask(running, 'projectState'))?.path, (path) => path === project)
    await showPerformance()
    await showsYield(expected.yield_mg_h_mg)
    expect(holds(await numbersOf(feCard), expected.fe_percent)).toBe(true)
    expect((await ask(running, 'folders')).map(({ path }) => path)).toEqual([watched])
    expect((await ask(running, 'history')).map(({ undone }) => undone)).toEqual([true])
  })
})
