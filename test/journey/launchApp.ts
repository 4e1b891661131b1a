import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ConsoleMessage, type ElectronApplication, type Page } from 'playwright-core'
import { electronEnvironment, findElectron, rootFlags } from '../../scripts/electron.mjs'
import type { Preferences } from '../../src/shared/api'
import { eventually } from './eventually'
import { startVirtualDisplay, type VirtualDisplay } from './virtualDisplay'

/** Folder of the app that is tested; another one only to try the harness itself. */
export const appFolder = resolve(process.env['RUM_APP_FOLDER'] ?? '.')
const pictures = resolve('test-output', 'journey')

export interface LaunchOptions {
  /** Settings, sample and logs of the app; a new temporary folder unless a story starts the app twice. */
  readonly userData?: string
  /** A project to open, as on the command line. */
  readonly project?: string
  readonly width?: number
  readonly height?: number
  /** The window stays where and as large as the app puts it. */
  readonly keepPlace?: boolean
  /** What the window starts with; English and light whatever the machine's settings are. */
  readonly preferences?: Preferences
}

export interface RunningApp {
  readonly app: ElectronApplication
  readonly page: Page
  readonly userData: string
  /** Errors that the window wrote to its console or did not catch. */
  readonly errors: readonly string[]
  part(name: string): ReturnType<Page['locator']>
  resize(width: number, height: number): Promise<void>
  screenshot(name: string): Promise<string>
  /** Starts the app once more with another project, as a double click on it would; resolves to the exit code of that second start. */
  startAgain(project: string): Promise<number | null>
  /** Ends the app as a person would. */
  close(): Promise<void>
  /** The same, and fails if the window's console held errors. */
  quit(): Promise<void>
}

const electronFound = findElectron({ say: () => undefined })

/** Starts the built app in a window of its own, apart from the settings of whoever runs the tests. */
export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  if (!existsSync(join(appFolder, 'out', 'main', 'index.js'))) throw new Error('The app is not built; run `npm run build` first.')
  const display = await displayIfNeeded()
  const electron = await electronFound
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'rum-journey-'))
  const preferencesFile = join(userData, 'preferences.json')
  if (!existsSync(preferencesFile)) writeFileSync(preferencesFile, JSON.stringify(options.preferences ?? { theme: 'light', language: 'en' }))
  const args = (project: string | undefined): string[] => ['.', ...rootFlags, '--force-device-scale-factor=1', ...(project ? [project] : [])]
  const env = { ...textOnly(electronEnvironment(electron)), RUM_USER_DATA: userData, ...(display ? { DISPLAY: display.name } : {}) }
  const app = await _electron.launch({ executablePath: electron.executable, cwd: appFolder, args: args(options.project), env })
  const errors: string[] = []
  const page = await app.firstWindow({ timeout: 30_000 }).catch((error: unknown) => {
    app.process().kill('SIGKILL') // an app without a window cannot be asked to end
    display?.stop()
    throw error
  })
  await collectErrors(page, errors)
  await page.waitForLoadState('domcontentloaded')

  const resize = async (width: number, height: number): Promise<void> => {
    await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height), { width, height })
    await eventually(`a window of ${width}×${height}`, () => page.evaluate<string>('`${innerWidth}×${innerHeight}`'), (size) => size === `${width}×${height}`)
  }
  const close = async (): Promise<void> => {
    const isEnded = await Promise.race([app.close().then(() => true), new Promise<false>((late) => setTimeout(() => late(false), 20_000).unref())])
    if (!isEnded) app.process().kill('SIGKILL')
    display?.stop()
    if (!isEnded) throw new Error('The app did not end within 20 s of being asked to.')
    if (options.userData === undefined) rmSync(userData, { recursive: true, force: true })
  }
  if (!options.keepPlace) await resize(options.width ?? 1366, options.height ?? 768)
  return {
    app, page, userData, errors, resize,
    part: (name) => page.locator(`[data-test="${name}"]`),
    async screenshot(name) {
      mkdirSync(pictures, { recursive: true })
      const path = join(pictures, `${name}.png`)
      await page.screenshot({ path, animations: 'disabled' })
      return path
    },
    startAgain: (project) => new Promise((ended, failed) => {
      spawn(electron.executable, args(project), { cwd: appFolder, env, stdio: 'ignore' }).once('exit', ended).once('error', failed)
    }),
    close,
    async quit() {
      await close()
      if (errors.length > 0) throw new Error(`The window's console held ${errors.length} error(s): ${errors.join(' | ')}`)
    }
  }
}

/** From now on, and what was said before anyone could listen. */
async function collectErrors(page: Page, errors: string[]): Promise<void> {
  const hear = (message: ConsoleMessage): void => { if (message.type() === 'error') errors.push(message.text()) }
  page.on('console', hear)
  page.on('pageerror', (error) => errors.push(error.message))
  for (const message of await page.consoleMessages()) hear(message)
  errors.push(...(await page.pageErrors()).map((error) => error.message))
}

const displayIfNeeded = async (): Promise<VirtualDisplay | null> =>
  process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'] ? startVirtualDisplay() : null

const textOnly = (environment: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(environment).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[0] !== 'ELECTRON_RUN_AS_NODE'))
