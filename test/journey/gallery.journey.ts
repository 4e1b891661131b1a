import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { xmlTree } from '../../src/shared/readers/xml/xmlTree'
import { answerDialogs } from './answerDialogs'
import { ask } from './ask'
import { eventually } from './eventually'
import { launchApp, type RunningApp } from './launchApp'

/** Where a plate is composed: the clicks to its view, the card whose menu opens the dialog. */
interface Plate { readonly name: string; readonly clicks: readonly string[]; readonly card: string; readonly columns: number; readonly panels: readonly string[] }

const plates: readonly Plate[] = [
]
const pictures = resolve('test-output', 'journey')

describe('the figures of the paper, remade', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rum-gallery-'))
  let running: RunningApp
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true })
    running = await launchApp()
    await running.resize(1366, 900)
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
  it('lists', async () => {
    for (const [clicks, card] of [[['nav-comparison'], 'compare-faradaic-efficiency'], [['catalyst-RuCo-NC', 'tab-performance'], 'faradaic-efficiency'], [['catalyst-RuFe-NC', 'tab-mechanism'], 'd-band-pdos'], [['catalyst-RuFe-NC', 'tab-performance'], 'faradaic-efficiency']] as const) {
      for (const name of clicks) await running.part(name).first().click()
      await running.page.waitForTimeout(800)
      await running.part(`card-${card}`).locator('header button').last().click()
      await running.page.getByText(/Save figure/).first().click()
      await running.part('figure-dialog').waitFor()
      console.log(clicks.join(), await running.page.locator('.figure-dialog .list').innerText())
      await running.page.keyboard.press('Escape')
      await running.part('figure-dialog').waitFor({ state: 'detached' })
    }
  })
})
