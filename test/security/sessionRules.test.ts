import { beforeEach, describe, expect, it, vi } from 'vitest'

/** What the program asks of Electron, kept by a stand-in: some of it cannot be asked back of a running window, and tests run as root start without the sandbox. */
const electron = vi.hoisted(() => ({
  switches: new Set<string>(), sandboxed: 0,
  onApp: new Map<string, (...args: unknown[]) => void>(), session: new Map<string, (...args: never[]) => unknown>(), invoked: new Map<string, (...args: unknown[]) => Promise<unknown>>()
}))
vi.mock('electron', () => {
  const keep = (name: string) => (handler: (...args: never[]) => unknown): void => void electron.session.set(name, handler)
  return {
    app: {
      commandLine: { hasSwitch: (name: string) => electron.switches.has(name) }, enableSandbox: () => { electron.sandboxed += 1 },
      on: (event: string, listener: (...args: unknown[]) => void) => void electron.onApp.set(event, listener)
    },
    session: {
      defaultSession: {
        setPermissionRequestHandler: keep('request'), setPermissionCheckHandler: keep('check'), setDevicePermissionHandler: keep('device'), webRequest: { onBeforeRequest: keep('before') }
      }
    },
    ipcMain: { handle: (channel: string, handler: (...args: unknown[]) => Promise<unknown>) => void electron.invoked.set(channel, handler) }
  }
})
const { secureSession, secureWebContents } = await import('../../src/main/desktop/security')
const { receiveCalls } = await import('../../src/main/desktop/receiveCalls')

beforeEach(() => {
  electron.switches.clear()
  electron.sandboxed = 0
  for (const kept of [electron.onApp, electron.session, electron.invoked]) kept.clear()
})

describe('every process that shows a page', () => {
  it('is sandboxed, also of a window that states nothing itself', () => {
    secureWebContents(null)
    expect(electron.sandboxed).toBe(1)
  })
  it('is not where somebody started the program without, as root must', () => {
    electron.switches.add('no-sandbox')
    secureWebContents(null)
    expect(electron.sandboxed).toBe(0)
  })
  it('takes no webview, opens no window and stays where it is', () => {
    secureWebContents(null)
    const listeners = new Map<string, (event: { url: string; preventDefault(): void }) => void>()
    let opening: (() => unknown) | undefined
    electron.onApp.get('web-contents-created')!({}, {
      on: (event: string, listener: (event: { url: string; preventDefault(): void }) => void) => listeners.set(event, listener),
      setWindowOpenHandler: (handler: () => unknown) => { opening = handler }
    })
    const isPrevented = (event: string, url: string): boolean => {
      const preventDefault = vi.fn()
      listeners.get(event)!({ url, preventDefault })
      return preventDefault.mock.calls.length === 1
    }
    expect(isPrevented('will-attach-webview', 'app://rum/index.html')).toBe(true)
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      expect([isPrevented(event, 'https://example.org/'), isPrevented(event, 'app://rum.example.org/'), isPrevented(event, 'app://rum/index.html')], event).toEqual([true, true, false])
    }
    expect(opening!()).toEqual({ action: 'deny' })
  })
})

describe('the session', () => {
  const all = [
    'clipboard-read', 'display-capture', 'fileSystem', 'fullscreen', 'geolocation', 'hid', 'idle-detection', 'keyboardLock', 'media', 'mediaKeySystem', 'midi', 'midiSysex', 'notifications', 'openExternal',
    'pointerLock', 'serial', 'speaker-selection', 'storage-access', 'top-level-storage-access', 'unknown', 'usb', 'window-management'
  ]
  it.each(all)('refuses %s, when it is asked for and when it is looked at', (permission) => {
    secureSession(null)
    const answers: boolean[] = []
    electron.session.get('request')!(...[{}, permission, (granted: boolean) => answers.push(granted)] as never[])
    expect([...answers, electron.session.get('check')!(...[{}, permission] as never[])]).toEqual([false, false])
  })
  it.each(['hid', 'serial', 'usb'])('gives no device that was never asked for either: %s', (deviceType) => {
    secureSession(null)
    expect(electron.session.get('device')!(...[{ deviceType, origin: 'app://rum', device: {} }] as never[])).toBe(false)
  })
  it('lets the app write to the clipboard, and nothing else', () => {
    secureSession(null)
    expect(electron.session.get('check')!(...[{}, 'clipboard-sanitized-write'] as never[])).toBe(true)
  })
})

describe('the channel of the window', () => {
  const app = { url: 'app://rum/index.html', parent: null }
  it.each<[string, unknown]>([
    ['a frame inside the app', { url: 'app://rum/index.html', parent: app }], ['a page from elsewhere', { url: 'https://example.org/', parent: null }], ['an empty page', { url: 'about:blank', parent: null }],
    ['a host that only begins like ours', { url: 'app://rum.example.org/index.html', parent: null }], ['a page with a name and password in its address', { url: 'app://a:b@rum/index.html', parent: null }],
    ['a file', { url: 'file:///C:/rum/index.html', parent: null }], ['a frame that is gone', null]
  ])('does not hear %s', async (_, senderFrame) => {
    const answer = vi.fn(async () => ({ ok: true as const, value: 1 }))
    receiveCalls(null, answer)
    expect(await electron.invoked.get('call')!({ senderFrame }, 'projectState', [])).toEqual({ ok: false, message: 'Only the window of the app may ask this.' })
    expect(answer).not.toHaveBeenCalled()
  })
  it('hears the page of the app', async () => {
    receiveCalls(null, async (method) => ({ ok: true, value: method }))
    expect(await electron.invoked.get('call')!({ senderFrame: app }, 'projectState', [])).toEqual({ ok: true, value: 'projectState' })
  })
})
