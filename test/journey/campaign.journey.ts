import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerDialogs } from './answerDialogs'
import { ask, outcomesOf } from './ask'
import { campaignCatalyst, writeCampaign } from './campaignFiles'
import { eventually } from './eventually'
import { launchApp, type RunningApp } from './launchApp'
import { scrolledScreenshots } from './scrolledScreenshots'

/** One concentration of nitrate is no series of conditions, and NMR needs the amount of its internal standard typed; everything else a campaign holds. */
const notMeasured = ['condition-series', 'isotope-labelling', 'long-term-current']

describe('the whole campaign of one catalyst', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rum-campaign-'))
  const lab = join(folder, 'Campaign')
  const project = join(folder, 'Campaign.rum')
  let running: RunningApp
  let files = 0

  beforeAll(async () => {
    mkdirSync(lab)
    files = writeCampaign(lab)
    running = await launchApp()
    await answerDialogs(running.app, { save: project, open: [lab] })
    await running.part('new-project').first().click()
    await eventually('the project', async () => (await ask(running, 'projectState'))?.path, (path) => path === project)
  })
  afterAll(async () => {
    await running.quit()
    rmSync(folder, { recursive: true, force: true })
  })

  it('becomes a complete Performance tab with no click but choosing the folder', async () => {
    expect(files).toBeGreaterThanOrEqual(40)
    await running.part('watch-folder').first().click()
    const wanted = (await ask(running, 'analyses')).filter(({ tab, scope, id }) => tab === 'performance' && scope !== 'comparison' && !notMeasured.includes(id)).map(({ id }) => id)
    const { tookMs } = await eventually('every analysis of the tab', async () => {
      const state = await ask(running, 'projectState')
      const outcomes = await outcomesOf(running, campaignCatalyst)
      const silent = wanted.filter((id) => !outcomes.some(({ analysis, state: of, needs }) => analysis === id && of === 'result' && needs.length === 0))
      return { silent, read: state?.files, waiting: state?.progress.length }
    }, ({ silent, read, waiting }) => silent.length === 0 && read === files && waiting === 0, 60_000)
    console.log(`${files} files read and ${wanted.length} analyses shown ${(tookMs / 1000).toFixed(1)} s after the folder was chosen`)
    for (const id of wanted) await running.part(`card-${id}`).locator('section.card').waitFor({ timeout: 10_000 })
    const tab = running.page.locator('[role=tabpanel]')
    expect(await tab.locator('.badge').allInnerTexts(), 'no card asks for anything').toEqual([])
    expect(await tab.locator('canvas').count()).toBeGreaterThan(12)
    expect(await ask(running, 'problems')).toEqual([])
    expect((await ask(running, 'inbox', { status: null, search: '', most: 1000 })).rows.filter(({ status }) => ['error', 'unrecognised', 'partial'].includes(status))).toEqual([])
  })

  it.each([['light', 1366, 768], ['dark', 1920, 1080]] as const)('looks right from top to bottom, %s at %i×%i', async (theme, width, height) => {
    await ask(running, 'setPreferences', { theme, language: 'en' })
    await running.page.reload()
    await running.resize(width, height)
    await running.part('card-electrolysis-charge').locator('canvas').first().waitFor()
    const pages = await scrolledScreenshots(running, '[role=tabpanel]', `campaign-${width}x${height}-${theme}`)
    expect(pages).toBeGreaterThan(2)
    expect(await running.page.evaluate('document.documentElement.scrollWidth - innerWidth'), 'no sideways scrolling').toBeLessThanOrEqual(0)
    const cut = await running.page.evaluate<readonly string[]>(`[...document.querySelectorAll('[role=tabpanel] :is(h3, th, td, dt, dd, p, figcaption span)')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === 'hidden').map((element) => element.innerText)`)
    expect(cut, 'no text is cut off').toEqual([])
    const wide = await running.page.evaluate<readonly string[]>(`[...document.querySelectorAll('[role=tabpanel] .scroll')]
      .filter((table) => table.scrollWidth > table.clientWidth + 1).map((table) => table.closest('[data-card]').dataset.test + ': ' + (table.scrollWidth - table.clientWidth) + ' px')`)
    expect(wide, 'every table fits its card').toEqual([])
  })
})
