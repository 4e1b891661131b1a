import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answerDialogs } from './answerDialogs'
import { ask } from './ask'
import { eventually } from './eventually'
import { launchApp, type RunningApp } from './launchApp'
import { pressShortcut } from './pressShortcut'

const onePixelPng = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

describe('the desktop around the project', () => {
  let folder: string
  let running: RunningApp
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rum-desktop-'))
    mkdirSync(join(folder, 'settings'))
    running = await launchApp({ userData: join(folder, 'settings') })
  })
  afterEach(async () => {
    await running.quit()
    rmSync(folder, { recursive: true, force: true })
  })
  const titleOf = (): Promise<string> => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getTitle())
  const bounds = () => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getNormalBounds())
  const openPath = async (): Promise<string | undefined> => (await ask(running, 'projectState'))?.path
  const create = async (name: string): Promise<string> => {
    const path = join(folder, name)
    await answerDialogs(running.app, { save: path })
    await ask(running, 'createProject')
    return path
  }

  it('creates, closes and opens a project again, and keeps it among the recent ones', async () => {
    const path = await create('First')
    expect(existsSync(`${path}.rum`)).toBe(true)
    await eventually('the title', titleOf, (title) => title === 'First – RuM Workbench')
    await ask(running, 'closeProject')
    await eventually('the title', titleOf, (title) => title === 'RuM Workbench')
    const [recent] = await ask(running, 'recentProjects')
    expect(recent).toMatchObject({ name: 'First', folder, exists: true })
    expect((await ask(running, 'openRecent', recent!.id)).name).toBe('First')
  })

  it('does not overwrite a project with a new one', async () => {
    await create('First.rum')
    await expect(create('First.rum')).rejects.toThrow(/First\.rum already exists and may hold a project; choose another name, or open it\./)
    expect((await ask(running, 'projectState'))?.name).toBe('First')
  })

  it('does nothing when a dialog is cancelled', async () => {
    await answerDialogs(running.app, {})
    expect(await ask(running, 'createProject')).toBe(null)
    expect(await ask(running, 'openProject')).toBe(null)
    await create('First.rum')
    await answerDialogs(running.app, {})
    expect(await ask(running, 'addFolders')).toBe(null)
    expect(await ask(running, 'exportExcel')).toBe(null)
  })

  it('starts the project process again when it dies, with the same project', async () => {
    const path = await create('First.rum')
    const killed = await running.app.evaluate(({ app }) => {
      const host = app.getAppMetrics().find((metric) => metric.type === 'Utility' && metric.name === 'RuM Workbench project')
      return host ? process.kill(host.pid, 'SIGKILL') : false
    })
    expect(killed).toBe(true)
    await eventually('the project', async () => (await ask(running, 'projectState').catch(() => null))?.path, (found) => found === path)
  })

  it('says that all is saved already to whoever saves', async () => {
    await create('Saved.rum')
    await pressShortcut(running, 'Ctrl+S')
    await running.page.getByText('Saved already').first().waitFor()
  })

  it('takes text and pictures to the clipboard', async () => {
    await ask(running, 'copyText', 'E (V vs RHE)\t−0.3')
    expect(await running.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('E (V vs RHE)\t−0.3')
    await ask(running, 'copyImage', `data:image/png;base64,${onePixelPng}`)
    expect(await running.app.evaluate(({ clipboard }) => clipboard.has('image/png'))).toBe(true)
  })

  it('keeps theme and language, and speaks the language in its menu', async () => {
    await ask(running, 'setPreferences', { theme: 'dark', language: 'zh-CN' })
    const menu = (): Promise<string[]> => running.app.evaluate(({ Menu }) => Menu.getApplicationMenu()!.items.map(({ label }) => label))
    expect(await menu()).toContain(process.platform === 'darwin' ? '文件' : '文件(&F)')
    expect(await running.app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(true)
    await running.quit()
    running = await launchApp({ userData: join(folder, 'settings') })
    expect(await ask(running, 'preferences')).toEqual({ theme: 'dark', language: 'zh-CN' })
    expect(await menu()).toContain(process.platform === 'darwin' ? '文件' : '文件(&F)')
  })

  it('comes up where its window was', async () => {
    const place = { x: 120, y: 80, width: 1111, height: 777 }
    await running.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]!.setBounds(bounds), place)
    await eventually('the new place', bounds, (now) => now.width === place.width && now.x === place.x)
    await running.quit()
    running = await launchApp({ userData: join(folder, 'settings'), keepPlace: true })
    expect(await bounds()).toEqual(place)
  })

  it('opens a project named on the command line, also when it already runs', async () => {
    const [first, second] = [await create('First.rum'), await create('Second.rum')]
    await running.quit()
    running = await launchApp({ userData: join(folder, 'settings'), project: first })
    await eventually('the first project', () => openPath(), (path) => path === first)
    expect(await running.startAgain(second)).toBe(0)
    await eventually('the second project', () => openPath(), (path) => path === second)
    expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  it('says in the window that a named project does not exist', async () => {
    await running.quit()
    running = await launchApp({ userData: join(folder, 'settings') })
    const notice = running.page.evaluate<string>("new Promise((heard) => workbench.on('notice', ({ text }) => heard(text)))")
    await running.startAgain(join(folder, 'Lost.rum'))
    expect(await notice).toBe(`The project ${join(folder, 'Lost.rum')} does not exist; choose another or create it.`)
  })
})
