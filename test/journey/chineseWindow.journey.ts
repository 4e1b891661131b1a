import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from './ask'
import { eventually } from './eventually'
import { launchApp, type RunningApp } from './launchApp'
import { scrolledScreenshots } from './scrolledScreenshots'

/** Views with the clicks that lead to them and what is scrolled through. */
const views: readonly { readonly name: string; readonly scrolled?: string; readonly clicks: readonly string[] }[] = [
  { name: 'performance', scrolled: '.catalyst .body', clicks: ['catalyst-RuFe-NC', 'tab-performance'] }, { name: 'mechanism', scrolled: '.catalyst .body', clicks: ['catalyst-RuFe-NC', 'tab-mechanism'] },
  { name: 'comparison', scrolled: '.comparison .body', clicks: ['nav-comparison'] }, { name: 'findings', scrolled: '.findings', clicks: ['nav-findings'] }, { name: 'inbox', clicks: ['nav-inbox'] },
  { name: 'runsheet', clicks: ['nav-runsheet'] }, { name: 'folders', clicks: ['nav-folders'] }, { name: 'settings', clicks: ['nav-settings'] }
]

/** What the sample's people wrote: names of runs, and its record of syntheses. */
const ofTheLab = /discharge (in steps|and charge)|into the melt|then cooled naturally/
/** Lines with three English words after each other: no name, unit, reference or quotation of a paper has them. */
const sentencesIn = (text: string): string[] => text.replace(/“[^”]*”/g, '').split('\n').filter((line) => !ofTheLab.test(line) && /\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b/.test(line.replace(/Bard & Faulkner[^；）\n]*/g, '')))

/** What a chemist of the group reads: needs and findings of the program in the window's language, changed without a restart. */
describe('the window in Chinese', () => {
  let running: RunningApp
  beforeAll(async () => { running = await launchApp({ preferences: { theme: 'light', language: 'zh-CN' } }) })
  afterAll(async () => running.quit())

  const show = async (clicks: readonly string[]): Promise<void> => {
    for (const name of clicks) await running.part(name).first().click()
    await running.page.waitForTimeout(400)
  }
  const textsOf = async (selector: string): Promise<string[]> => (await running.page.locator(selector).allInnerTexts()).map((text) => text.trim()).filter((text) => text !== '')
  const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text)

  it('reads the sample', async () => {
    await running.part('open-sample').first().click()
    await running.part('catalyst-RuFe-NC').first().waitFor({ timeout: 60_000 })
    let before = -1
    await eventually('all files of the sample', async () => {
      await running.page.waitForTimeout(1_500)
      const state = await ask(running, 'projectState')
      const isCalm = state !== null && state.files > 0 && state.files === before && state.progress.length === 0
      before = state?.files ?? -1
      return isCalm
    }, (isCalm) => isCalm, 90_000)
  })

  it('says its findings in Chinese, and in English as soon as the language is changed', async () => {
    await show(['nav-findings'])
    const chinese = await textsOf('[data-test=finding] .text > p:first-child')
    expect(chinese.length).toBeGreaterThan(3)
    expect(chinese.filter((text) => !isChinese(text))).toEqual([])
    await running.part('language').first().click()
    await running.page.getByText('English', { exact: true }).click()
    const { answer: english } = await eventually('English findings', () => textsOf('[data-test=finding] .text > p:first-child'), (texts) => !texts.some(isChinese))
    expect(english).toHaveLength(chinese.length)
    await running.part('language').first().click()
    await running.page.getByText('简体中文', { exact: true }).click()
    await eventually('Chinese findings', () => textsOf('[data-test=finding] .text > p:first-child'), (texts) => texts.every(isChinese))
  })

  it('says its needs in Chinese', async () => {
    await show(['catalyst-RuFe-NC', 'tab-performance'])
    await ask(running, 'execute', { kind: 'setAnalysisSetting', analysis: 'linear-sweep', key: 'threshold', value: 0 })
    const { answer: needs } = await eventually('a need', () => textsOf('.needs .what'), (texts) => texts.length > 0, 20_000)
    expect(needs.filter((text) => !isChinese(text))).toEqual([])
    await ask(running, 'undo')
  })

  it('finds files in the Inbox by the reasons that it shows', async () => {
    await show(['nav-inbox'])
    const { rows } = await ask(running, 'inbox', { status: 'ignored', search: 'Read together with', most: 100 })
    expect(rows.length).toBeGreaterThan(5)
    const search = running.page.locator('[data-find] input')
    await search.fill('一起读取')
    await eventually('the files that are read with others', async () => (await textsOf('[role=option] .name')).sort().join(), (names) => names === rows.map(({ name }) => name).sort().join())
    await running.screenshot('zh-inbox-search')
    await search.fill('')
  })

  it('gives figures away in its own words, or in English for an English paper', async () => {
    await show(['catalyst-RuFe-NC', 'tab-performance'])
    const card = running.part('card-faradaic-efficiency').first()
    const openDialog = async (): Promise<void> => {
      await card.locator('header button').last().click()
      await running.page.getByText(/^保存图片/).first().click()
      await running.part('figure-dialog').waitFor()
    }
    /** Letters of the preview, which is what a file gets. */
    const words = async (): Promise<string> => decodeURIComponent((await running.part('figure-preview').getAttribute('src')) ?? '').replace(/<[^>]*>/g, ' ')
    await openDialog()
    expect(await words()).toMatch(/法拉第效率/)
    await running.part('figure-words-en').click()
    const { answer } = await eventually('an English figure', words, (text) => /Faradaic efficiency/.test(text.replace(/\s+/g, ' ')))
    expect(isChinese(answer)).toBe(false)
    await running.screenshot('zh-figure-in-english')
    await running.page.keyboard.press('Escape')
    await running.part('figure-dialog').waitFor({ state: 'hidden' })
    expect(await card.locator('canvas').first().getAttribute('aria-label')).toMatch(/法拉第效率/)
    // It is a preference: the next figure is asked for in English, too, be it saved or copied.
    expect((await ask(running, 'preferences')).figureLanguage).toBe('en')
    await openDialog()
    await eventually('an English figure again', words, (text) => !isChinese(text) && text !== '')
    await running.part('figure-words-window').click()
    await eventually('a Chinese figure', words, isChinese)
    await running.page.keyboard.press('Escape')
    await running.part('figure-dialog').waitFor({ state: 'hidden' })
  })

  it('explains a card and a number in Chinese', async () => {
    await show(['catalyst-RuFe-NC', 'tab-performance'])
    await running.page.locator('[data-test=card-linear-sweep] .icon[aria-expanded]').click()
    await running.page.waitForTimeout(300)
    await running.screenshot('zh-how-computed')
    const how = await running.part('card-linear-sweep').first().locator('.how').innerText()
    expect(how).toContain('起始电位')
    expect(sentencesIn(how)).toEqual([])
    await running.page.locator('[data-test=card-faradaic-efficiency] .number').first().click()
    await running.part('trace-panel').first().waitFor()
    await running.screenshot('zh-trace')
    expect(sentencesIn(await running.part('trace-panel').first().innerText())).toEqual([])
    await running.part('close-panel').first().click()
  })

  it.each(views)('has $name without anything cut off', async ({ name, scrolled, clicks }) => {
    await show(clicks)
    if (scrolled) await running.page.locator(scrolled).evaluate((element) => { element.scrollTop = 0 })
    // The settings of all analyses are read, and one table of numbers.
    for (const details of await running.page.locator('details:has(.settings), .card details.chart-table').all()) await details.evaluate((element) => element.setAttribute('open', ''))
    await running.screenshot(`zh-${name}-1366x768`)
    expect(sentencesIn(await running.page.locator('body').innerText()), 'no English sentence').toEqual([])
    expect(await running.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'), 'no sideways scrolling').toBeLessThanOrEqual(0)
    if (scrolled) expect(await running.page.locator(scrolled).evaluate((element) => element.scrollWidth - element.clientWidth), 'nor in its part').toBeLessThanOrEqual(0)
    if (scrolled) await scrolledScreenshots(running, scrolled, `zh-${name}`)
  })
})
