import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Preferences } from '../../src/shared/api'
import { ask } from './ask'
import { eventually } from './eventually'
import { launchApp, type RunningApp } from './launchApp'
import { numbersIn } from './numbersIn'
import { scrolledScreenshots } from './scrolledScreenshots'

const catalysts = ['RuFe-NC', 'RuCo-NC', 'RuNi-NC', 'RuCu-NC', 'Ru-NC']
/** How a person gets to each view: the clicks, in order. */
const views: readonly (readonly [name: string, ...clicks: string[]])[] = [
  ['performance', 'catalyst-RuFe-NC', 'tab-performance'], ['mechanism', 'catalyst-RuFe-NC', 'tab-mechanism'], ['comparison', 'nav-comparison'], ['inbox', 'nav-inbox'],
  ['runsheet', 'nav-runsheet'], ['findings', 'nav-findings'], ['folders', 'nav-folders'], ['settings', 'nav-settings']
]

describe('the sample project', () => {
  let running: RunningApp
  beforeAll(async () => { running = await launchApp() })
  afterAll(async () => running.quit())

  const show = async (clicks: readonly string[]): Promise<void> => {
    for (const name of clicks) await running.part(name).first().click()
    await running.page.waitForTimeout(400) // charts draw once their card has its size
  }
  const appear = async (preferences: Preferences): Promise<void> => {
    await ask(running, 'setPreferences', preferences)
    await running.page.reload()
    await running.part('nav-comparison').first().waitFor()
  }
  const widthBeyondWindow = (): Promise<number> => running.page.evaluate('document.documentElement.scrollWidth - innerWidth')

  it.each(['dark', 'light'] as const)('begins at the start page, %s', async (theme) => {
    await ask(running, 'setPreferences', { theme, language: 'en' })
    await running.page.reload()
    await running.part('open-sample').first().waitFor()
    await running.screenshot(`start-${theme}`)
  })

  it('opens with one click and is read to the end', async () => {
    await running.part('open-sample').first().click()
    for (const name of catalysts) await running.part(`catalyst-${name}`).first().waitFor({ timeout: 60_000 })
    let before = ''
    await eventually('all files of the sample', async () => {
      await running.page.waitForTimeout(1_500)
      const state = await ask(running, 'projectState')
      const now = `${state?.files} files, ${state?.progress.length} tasks`
      const isCalm = now === before && (state?.files ?? 0) > 0 && state?.progress.length === 0
      before = now
      return { now, isCalm }
    }, ({ isCalm }) => isCalm, 90_000)
    expect((await ask(running, 'projectState'))?.simulated).toBe(true)
  })

  it.each(catalysts)('shows Faradaic efficiencies of %s', async (name) => {
    await show([`catalyst-${name}`, 'tab-performance'])
    const { answer } = await eventually('numbers on the card', async () => numbersIn(await running.part('card-faradaic-efficiency').first().innerText()), (numbers) => numbers.length >= 3)
    expect(answer.some((value) => value > 1 && value <= 110)).toBe(true)
  })

  it.each(['light', 'dark'] as const)('looks right at 1366×768, %s', async (theme) => {
    await appear({ theme, language: 'en' })
    await running.resize(1366, 768)
    for (const [name, ...clicks] of views) {
      await show(clicks)
      await running.screenshot(`sample-${name}-1366x768-${theme}`)
      expect(await widthBeyondWindow(), `${name}: no sideways scrolling`).toBeLessThanOrEqual(0)
    }
  })

  it('compares the catalysts from top to bottom', async () => {
    await appear({ theme: 'light', language: 'en' })
    await running.resize(1366, 768)
    await show(['nav-comparison'])
    expect(await running.part('card-structure-performance').first().innerText()).toContain('best NH')
    await scrolledScreenshots(running, '.comparison .body', 'sample-comparison')
  })

  it('looks right on a large screen', async () => {
    await appear({ theme: 'light', language: 'en' })
    await running.resize(1920, 1080)
    await show(['catalyst-RuFe-NC', 'tab-performance'])
    await running.screenshot('sample-performance-1920x1080-light')
    expect(await widthBeyondWindow()).toBeLessThanOrEqual(0)
  })

  it('speaks Chinese', async () => {
    await appear({ theme: 'light', language: 'zh-CN' })
    await running.resize(1366, 768)
    await show(['catalyst-RuFe-NC', 'tab-performance'])
    await running.screenshot('sample-performance-1366x768-zh')
    expect(await running.part('nav-inbox').first().innerText()).toMatch(/\p{Script=Han}/u)
  })

  it('opens the sample it already has instead of making another', async () => {
    const before = await ask(running, 'projectState')
    await ask(running, 'closeProject')
    const again = await ask(running, 'openSample')
    expect([again.path, again.files]).toEqual([before?.path, before?.files])
  })
})
