import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerDialogs } from './answerDialogs'
import { ask } from './ask'
import { writeElectrolysis, type Electrolysis } from './electrolysis'
import { eventually } from './eventually'
import { launchApp, type RunningApp } from './launchApp'
import { holds, numbersIn } from './numbersIn'

/** A process of the program that dies takes nothing with it: the others go on, it is started again, and the log says so. */
describe('a process that dies', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rum-revive-'))
  const lab = join(folder, 'CHI660E')
  const project = join(folder, 'Night.rum')
  let running: RunningApp
  let expected: Electrolysis
  const log = (): Promise<string> => running.app.evaluate(({ app }) => app.getPath('logs')).then((logs) => readFileSync(join(logs, 'main.log'), 'utf8'))
  /** Asked of the page by the main process: after a crash the page that the test was given is no more. */
  const inPage = <T>(script: string): Promise<T | null> => running.app.evaluate(async ({ BrowserWindow }, code) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents
    if (contents.isCrashed() || contents.isLoading()) return null
    const late = new Promise<null>((done) => setTimeout(done, 2000, null)) // a page that is just dying answers nothing
    return (await Promise.race([contents.executeJavaScript(code).catch(() => null), late])) as unknown
  }, script) as Promise<T | null>
  const hostPid = (): Promise<number | undefined> => running.app.evaluate(({ app }) => app.getAppMetrics().find(({ type, name }) => type === 'Utility' && name === 'RuM Workbench project')?.pid)

  beforeAll(async () => {
    mkdirSync(lab)
    running = await launchApp()
    await answerDialogs(running.app, { save: project, open: [lab] })
    await running.part('new-project').first().click()
    await running.part('watch-folder').first().click()
    expected = writeElectrolysis(lab, 0.5)
    await eventually('both files', async () => (await ask(running, 'projectState'))?.files, (files) => files === 2)
  })
  afterAll(async () => {
    await running.close() // the errors of a page that was killed are none of the program's
    rmSync(folder, { recursive: true, force: true })
  })

  it('of the project: another one opens it, goes on watching, and the log has it', async () => {
    const before = await hostPid()
    expect(before).toBeGreaterThan(0)
    process.kill(before!, 'SIGKILL')
    const { answer: after } = await eventually('another process', hostPid, (pid) => pid !== undefined && pid !== before, 60_000)
    expect(after).not.toBe(before)
    await eventually('the project', async () => (await ask(running, 'projectState').catch(() => null))?.path, (path) => path === project, 60_000)
    expect(await log()).toMatch(/^\S+ host process ended with code \d+$/m)
    expected = writeElectrolysis(lab, 0.5, 1)
    await running.part('catalyst-RuFe-NC').first().click()
    await running.part('tab-performance').first().click()
    await eventually('numbers of what was written since', async () => numbersIn((await running.part('card-faradaic-efficiency').first().innerText().catch(() => ''))), (numbers) => holds(numbers, expected.fe_percent), 60_000)
    expect(await ask(running, 'folders')).toHaveLength(1)
  })

  it('of the window: its page is loaded again with the project, the project never stopped, and the log has it', async () => {
    const host = await hostPid()
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer())
    await eventually('the page again', () => inPage<string>("document.querySelector('[data-test=catalyst-RuFe-NC]')?.innerText ?? ''"), (text) => text?.includes('RuFe-NC') === true, 60_000)
    expect(await inPage<string>('workbench.projectState().then((state) => state.path)')).toBe(project)
    expect(await hostPid()).toBe(host)
    expect(await log()).toMatch(/^\S+ window process gone: (crashed|killed)$/m)
  })
})
