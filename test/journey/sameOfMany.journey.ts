import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { simulatedLab } from '../../src/shared/simulate/simulatedLab'
import { answerDialogs } from './answerDialogs'
import { ask } from './ask'
import { eventually } from './eventually'
import { launchApp, type RunningApp } from './launchApp'

const names = [1, 2, 3, 4].map((n) => `RuFe-NC_LSV_r${n}.mpt`)

/** Nobody entered the area at the instrument, and the times of the run sheet could be two things. */
describe('what many files lack', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rum-same-'))
  let running: RunningApp
  beforeAll(async () => {
    for (const name of ['lab', 'settings']) mkdirSync(join(folder, name))
    const sweeps = simulatedLab(1).filter(({ path, text }) => /LSV/.test(path) && /Electrode surface area/.test(text)).slice(0, names.length)
    for (const [i, { text, encoding }] of sweeps.entries()) writeFileSync(join(folder, 'lab', names[i]!), Buffer.from(text.replace(/(Electrode surface area : )[\d.,]+/, (_, words: string) => `${words}0.001`), encoding))
    writeFileSync(join(folder, 'lab', 'runsheet.csv'), ['file,time (h),pH', ...names.map((name, i) => `${name},1:30,${i === 0 ? 'seven' : 13}`), ''].join('\n'))
    running = await launchApp({ userData: join(folder, 'settings') })
    await answerDialogs(running.app, { save: join(folder, 'Same'), open: [join(folder, 'lab')] })
    await ask(running, 'createProject')
    await ask(running, 'addFolders')
    await eventually('all are read', async () => (await ask(running, 'allEntries')).length, (n) => n === names.length, 60_000)
  }, 90_000)
  afterAll(async () => {
    await running.quit()
    rmSync(folder, { recursive: true, force: true })
  }, 60_000)

  it('is one line of a card, which leads to all of them', async () => {
    await running.part('catalyst-RuFe-NC').first().click()
    const card = running.part('card-linear-sweep').first()
    const line = card.locator('.needs .line').filter({ hasText: 'each of 4 files' })
    await line.waitFor({ timeout: 30_000 })
    expect(await card.locator('.needs .line').filter({ hasText: '.mpt' }).count()).toBe(0)
    await card.locator('.needs summary').first().click()
    expect(await card.locator('.needs .file').allInnerTexts()).toEqual(names)
    await line.scrollIntoViewIfNeeded()
    await running.screenshot('needs-of-many')
    await line.click()
    await running.page.getByText('Asked for: 4 entries').waitFor()
  }, 60_000)

  it('is one notice of the run sheet, with its places', async () => {
    await running.part('nav-inbox').first().click()
    await running.page.locator('[data-find] input').fill('runsheet')
    await running.page.getByRole('option').filter({ hasText: 'runsheet.csv' }).click()
    const notices = running.page.locator('.details ul').first()
    await notices.getByText('in 4 places').click()
    expect(await notices.locator(':scope > li').allInnerTexts()).toEqual([
      expect.stringMatching(/^"1:30" could be hours and minutes or minutes and seconds; write h:mm:ss, or a number\.\s+in 4 places\s+row 2, B \(time \(h\)\)\s+row 3/),
      'row 2, C (pH) "seven" is not a number; write the number alone, without words or a unit.'
    ])
    await running.screenshot('notices-of-many')
  }, 60_000)
})
