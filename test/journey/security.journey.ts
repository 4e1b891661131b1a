import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from './launchApp'

interface Workbench { readonly [method: string]: (...args: readonly unknown[]) => Promise<unknown> }

/** What the window is told when it sends these arguments; null if the call went through. */
const refusal = (running: RunningApp, method: string, args: readonly unknown[]): Promise<string | null> =>
  running.page.evaluate(async (call) => {
    const { workbench } = globalThis as unknown as { workbench: Workbench }
    return workbench[call.method]!(...call.args).then(() => null, (error: Error) => error.message)
  }, { method, args })

const addressOf = (running: RunningApp): Promise<string> => running.page.evaluate('location.href')

describe('the window as a stranger would use it', () => {
  let running: RunningApp
  beforeAll(async () => { running = await launchApp() })
  afterAll(async () => running.close())

  it('has no Node, no require and no raw channel', async () => {
    const seen = await running.page.evaluate("[typeof process, typeof require, typeof module, typeof Buffer, typeof global, typeof ipcRenderer, typeof electron].join()")
    expect(seen).toBe(Array.from({ length: 7 }, () => 'undefined').join())
    const offered = await running.page.evaluate('Object.keys(workbench)')
    expect(offered).toContain('projectState')
    expect(offered).not.toContain('send')
  })

  it('runs in a sandboxed, isolated renderer', async () => {
    const preferences = await running.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      const { contextIsolation, sandbox, nodeIntegration, webSecurity, webviewTag } = contents.getLastWebPreferences()
      return { contextIsolation, sandbox, nodeIntegration, webSecurity, webviewTag }
    })
    expect(preferences).toEqual({ contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true, webviewTag: false })
  })

  it('opens no further window', async () => {
    expect(await running.page.evaluate("window.open('https://example.org/') === null && window.open('app://rum/index.html') === null")).toBe(true)
    expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  it('does not leave its page', async () => {
    const before = await addressOf(running)
    for (const target of ['https://example.org/', 'file:///etc/passwd', 'data:text/html,<p>elsewhere', 'app://other/index.html']) {
      await running.page.evaluate((address) => { (globalThis as unknown as { location: { href: string } }).location.href = address }, target)
      await running.page.waitForTimeout(150)
      expect(await addressOf(running)).toBe(before)
    }
  })

  it('reaches no network, not even a server on this machine', async () => {
    const requests: string[] = []
    const server = createServer((request, reply) => {
      requests.push(request.url ?? '')
      reply.setHeader('access-control-allow-origin', '*').end('reached')
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    try {
      expect(await running.page.evaluate(`fetch('${address}/page').then(() => 'reached', () => 'blocked')`)).toBe('blocked')
      // The page's policy stopped that one; this one meets the filter of the session, which holds without a policy too.
      expect(await running.app.evaluate(({ net }, url) => net.fetch(url).then(() => 'reached', () => 'blocked'), `${address}/session`)).toBe('blocked')
      await running.page.evaluate(`new Promise((done) => { const image = new Image(); image.onerror = done; image.onload = done; image.src = '${address}/image' })`)
      expect(requests).toEqual([])
    } finally {
      server.close()
    }
  })

  it('runs no script that is not a file of the app', async () => {
    const ran = await running.page.evaluate(`(() => {
      const script = document.createElement('script')
      script.textContent = 'window.strangerRan = true'
      document.body.append(script)
      return window.strangerRan === true
    })()`)
    expect(ran).toBe(false)
    const policy = await running.page.evaluate("fetch('app://rum/index.html').then((reply) => reply.headers.get('content-security-policy'))")
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';/)
  })

  it('serves no file outside the window folder', async () => {
    for (const path of ['../main/index.js', '%2e%2e/main/index.js', '..%2fmain%2findex.js', '..%5cmain%5cindex.js', 'index.html%00.js']) {
      const status = await running.page.evaluate((address) => fetch(address).then((reply) => reply.status, () => 0), `app://rum/${path}`)
      expect([0, 404], path).toContain(status)
    }
  })

  it('is granted no permission', async () => {
    expect(await running.page.evaluate("Notification.requestPermission()")).toBe('denied')
    expect(await running.page.evaluate("navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'granted', (error) => error.name)")).not.toBe('granted')
    expect(await running.page.evaluate("navigator.permissions.query({ name: 'geolocation' }).then((answer) => answer.state)")).toBe('denied')
  })

  it.each<[string, readonly unknown[]]>([
    ['outcomes', [{ catalyst: 'RuFe-NC' }]], ['entries', ['not a list']], ['entryCurve', ['m1', [0, 1], null, 'many']], ['entryCurve', ['m1', [0, 1], null, 1e12]], ['entryCurve', ['m1', [0, 1], { min: 0 }, 700]], ['entryCurve', ['m1', [-1, 1], null, 700]], ['fileDetail', []],
    ['openRecent', ['']], ['setPreferences', [{ theme: 'pink' }]], ['setPreferences', [{ path: '/etc/passwd' }]], ['setFolder', ['d1', { path: '/etc' }]],
    ['execute', [{ kind: 'dropEverything' }]], ['execute', [{ kind: 'setField', entries: ['m1'], field: 'pH', value: 'acid' }]],
    ['execute', [{ kind: 'setField', entries: ['m1'], field: '__proto__', value: 1 }]], ['copyText', [42]], ['appInfo', ['surplus']]
  ])('refuses %s with %j in one sentence', async (method, args) => {
    const sentence = await refusal(running, method, args)
    expect(sentence).toMatch(new RegExp(`^The call ${method} was refused because .*(does not fit|other arguments).*\\.$`))
    expect(sentence).not.toMatch(/\n|\.(js|ts):\d/)
  })

  it('copies only pictures', async () => {
    for (const url of ['data:text/html;base64,PHA+', 'data:image/png;base64,AAAA', 'https://example.org/a.png']) {
      expect(await refusal(running, 'copyImage', [url])).toBe('The picture was not copied because it is not a PNG of a chart.')
    }
  })

  it('reads no file that was not dropped', async () => {
    expect(await refusal(running, 'importDropped', [['/etc/passwd']])).toBe('Only files that were dropped on the window can be read; drop them again.')
  })

  it('answers no other page, even one that somebody gave the bridge', async () => {
    const said = await running.app.evaluate(async ({ app, BrowserWindow }) => {
      const preload = `${app.getAppPath()}/out/preload/index.cjs`
      const ask = "workbench.appInfo().then(() => 'answered', (error) => error.message)"
      const answers: string[] = []
      for (const page of ['data:text/html,<p>stranger', 'app://rum/index.html']) {
        const window = new BrowserWindow({ show: false, webPreferences: { preload, contextIsolation: true, sandbox: true } })
        await window.loadURL(page)
        answers.push((await window.webContents.executeJavaScript(ask)) as string)
        window.destroy()
      }
      return answers
    })
    // The last one is the page of the app itself: the bridge was there, and only who asks made the difference.
    expect(said).toEqual(['Only the window of the app may ask this.', 'answered'])
  })

  it('lets no webview in, even where somebody switched the tag on', async () => {
    const isRefused = await running.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false, webPreferences: { webviewTag: true, contextIsolation: true, sandbox: true } })
      const asked = new Promise<boolean>((answer) => {
        window.webContents.on('will-attach-webview', (event) => answer(event.defaultPrevented))
        window.webContents.on('did-attach-webview', () => answer(false))
      })
      await window.loadURL('data:text/html,<webview src="data:text/html,<p>guest"></webview>')
      const refused = await asked
      window.destroy()
      return refused
    })
    expect(isRefused).toBe(true)
  })

  it.each(['usb.requestDevice({ filters: [] })', 'hid.requestDevice({ filters: [] })', 'serial.requestPort()', 'bluetooth.requestDevice({ acceptAllDevices: true })'])('reaches no device by navigator.%s', async (request) => {
    const answer = await running.page.evaluate(`(async () => { try { const found = await navigator.${request}; return Array.isArray(found) && found.length === 0 ? 'nothing' : 'granted' } catch (error) { return error.name } })()`)
    expect(answer).not.toBe('granted')
  })

  it('says in a sentence that a project is needed', async () => {
    expect(await refusal(running, 'folders', [])).toBe('No project is open.')
  })
})
