import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, readSync } from 'node:fs'
import { chromium, type Browser, type Page } from 'playwright-core'
import { rootFlags } from '../../scripts/electron.mjs'
import { startVirtualDisplay } from './virtualDisplay'

/** Names of all files in an asar archive: its head is the table of contents as JSON. */
export function filesInAsar(path: string): readonly string[] {
  interface Folder { readonly files: Readonly<Record<string, Partial<Folder>>> }
  const handle = openSync(path, 'r')
  try {
    const sizes = Buffer.alloc(16)
    readSync(handle, sizes, 0, 16, 0)
    const head = Buffer.alloc(sizes.readUInt32LE(12))
    readSync(handle, head, 0, head.length, 16)
    const under = (folder: Partial<Folder>, at: string): string[] =>
      Object.entries(folder.files ?? {}).flatMap(([name, part]) => (part.files ? under(part, `${at}${name}/`) : [`${at}${name}`]))
    return under(JSON.parse(head.toString('utf8')) as Folder, '')
  } finally {
    closeSync(handle)
  }
}

export interface PackagedWindow { readonly page: Page; close(): Promise<void> }

/**
 * Starts the packaged program as it is shipped. Playwright's own way in is shut there (the fuse of --inspect), so the
 * window is reached through Chromium's debugging port.
 */
export async function startPackaged(program: string, userData: string, project: string): Promise<PackagedWindow> {
  const display = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'] ? await startVirtualDisplay() : null
  const child = spawn(program, [...rootFlags, '--remote-debugging-port=0', project], { env: { ...process.env, RUM_USER_DATA: userData, ...(display ? { DISPLAY: display.name } : {}) }, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  let browser: Browser | null = null
  const close = async (): Promise<void> => {
    await browser?.close()
    child.kill()
    const late = setTimeout(() => child.kill('SIGKILL'), 20_000)
    await ended
    clearTimeout(late)
    display?.stop()
  }
  try {
    browser = await chromium.connectOverCDP(await debuggingAddress(child))
    const context = browser.contexts()[0]!
    const page = context.pages()[0] ?? await context.waitForEvent('page', { timeout: 60_000 })
    return { page, close }
  } catch (error) {
    await close()
    throw error
  }
}

function debuggingAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (address !== undefined) resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`The packaged program ended with code ${code}: ${said}`)))
  })
}
