import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerDialogs } from './answerDialogs'
import { ask } from './ask'
import { writeElectrolysis } from './electrolysis'
import { eventually } from './eventually'
import { launchApp, type RunningApp } from './launchApp'

/** On macOS a program stays without windows anyway. */
describe.skipIf(process.platform === 'darwin')('a night without a window', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rum-night-'))
  const [watched, project, userData] = ['CHI660E', 'Night.rum', 'settings'].map((name) => join(folder, name)) as [string, string, string]
  let running: RunningApp
  const windows = (): Promise<number> => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

  beforeAll(async () => {
    for (const path of [watched, userData]) mkdirSync(path)
    running = await launchApp({ userData })
    await answerDialogs(running.app, { save: project, open: [watched] })
    await running.part('new-project').first().click()
    await eventually('the project', async () => (await ask(running, 'projectState'))?.path, (path) => path === project)
    await running.part('nav-folders').first().click()
    await running.part('add-folder').first().click()
    await eventually('a watched folder', () => ask(running, 'folders'), (folders) => folders[0]?.status.state === 'watching')
  })
  afterAll(async () => {
    await running.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('closes the project, not the window, by its one entry with Ctrl+W', async () => {
    const entries = await running.app.evaluate(({ Menu }) => {
      const all = (menu: Electron.Menu | null | undefined): Electron.MenuItem[] => (menu?.items ?? []).flatMap((item) => [item, ...all(item.submenu)])
      // A role brings its shortcut without saying so.
      return all(Menu.getApplicationMenu()).filter((item) => item.role === 'close' || item.role as string === 'windowmenu' || /Ctrl\+W$/i.test(item.accelerator ?? '')).map((item) => item.label)
    })
    expect(entries).toEqual(['Close project'])
  })

  it('says in the settings what goes on', async () => {
    await running.part('nav-settings').first().click()
    await running.part('keep-watching').first().scrollIntoViewIfNeeded()
    await running.screenshot('settings-background')
    expect(await running.part('keep-watching').first().getAttribute('aria-checked')).toBe('true')
    expect(await running.part('start-at-login').first().getAttribute('aria-checked')).toBe('false')
  })

  it('goes on reading when the window is closed, and shows it all when it is opened again', async () => {
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close())
    await eventually('no window', windows, (count) => count === 0)
    writeElectrolysis(watched, 0.5, 0)
    await new Promise((done) => setTimeout(done, 2500))
    expect(JSON.parse(readFileSync(join(userData, 'toldOfBackground.json'), 'utf8'))).toBe(true)
    // The second start ends by itself and brings the window of the first.
    expect(await running.startAgain(project)).toBe(0)
    const page = (await eventually('the window', async () => running.app.windows()[0], (found) => found !== undefined)).answer!
    await page.waitForLoadState('domcontentloaded')
    const { answer } = await eventually('what came at night', () => page.evaluate<{ path: string; files: number } | null>('workbench.projectState()'), (state) => state?.files === 2)
    expect(answer?.path).toBe(project)
    await page.screenshot({ path: join('test-output', 'journey', 'background-again.png') })
  })

  it('ends with the window where that is chosen', async () => {
    await running.app.windows()[0]!.evaluate('workbench.setPreferences({ background: false })')
    const ended = new Promise((done) => running.app.process().once('exit', done))
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close()).catch(() => undefined)
    expect(await Promise.race([ended.then(() => 'ended'), new Promise((late) => setTimeout(late, 15_000, 'still there'))])).toBe('ended')
  })
})
