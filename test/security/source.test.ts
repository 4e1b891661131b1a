import { readFileSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const textsUnder = (folder: string): readonly (readonly [path: string, text: string])[] => readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => ['.ts', '.vue', '.html', '.mjs', '.css'].includes(extname(path)))
  .map((path) => [join(folder, path), readFileSync(join(folder, path), 'utf8')] as const)
const product = textsUnder('src')

/** What must not stand anywhere in the product, and why. */
const forbidden: readonly (readonly [what: RegExp, why: string])[] = [
  [/(?<!if \(!app\.commandLine\.hasSwitch\(')no-sandbox|nodeIntegration: true|contextIsolation: false|webSecurity: false|sandbox: false|allowRunningInsecureContent: true|experimentalFeatures: true|nodeIntegrationIn\w+: true|webviewTag: true|enableBlinkFeatures|appendSwitch/, 'weakens the window'],
  [/\bv-html\b|innerHTML|outerHTML|insertAdjacentHTML|document\.write/, 'turns data into markup'],
  [/\beval\(|new Function\(|setTimeout\(\s*['"`]/, 'turns data into code'],
  [/shell\.(?!openPath\(app\.getPath\('logs'\)\)|showItemInFolder\(path\))\w+|<webview/, 'opens something outside the app'],
  [/\bloadFile\(|['"`]file:\/\//, 'uses file:// instead of the protocol of the app'],
  [/child_process|execSync|spawnSync/, 'starts other programs'],
  [/\bfrom ['"](?:node:)?https?['"]|\bnet\.request|XMLHttpRequest|new WebSocket/, 'talks to a network'],
  [/(?:src|href)\s*=\s*["']https?:|@import\s+(?:url\()?["']?https?:/, 'loads something remote'],
  [/createRequire|process\.dlopen/, 'loads code by a computed path']
]

describe('the source of the product', () => {
  it('is looked at', () => expect(product.length).toBeGreaterThan(50))

  it.each(forbidden)('holds no %s (%s)', (what) => {
    const found = product.filter(([, text]) => what.test(text)).map(([path]) => path)
    expect(found).toEqual([])
  })

  it('turns every sandbox on, but where the one who starts it as root says otherwise', () => {
    expect(product.flatMap(([, text]) => text.match(/^.*(?:enableSandbox|no-sandbox).*$/gm) ?? []).map((line) => line.trim())).toEqual(["if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()"])
  })

  it('speaks to Electron in the desktop folder and the preload only', () => {
    const users = product.filter(([, text]) => /from ['"]electron['"]/.test(text)).map(([path]) => path.replaceAll('\\', '/'))
    expect(users.filter((path) => !/^src\/(main\/desktop|preload)\//.test(path))).toEqual([])
  })

  it('gives the window one channel for calls', () => {
    const listeners = product.flatMap(([, text]) => text.match(/ipcMain\.\w+\([^,]*/g) ?? [])
    expect(listeners).toEqual(["ipcMain.handle('call'"])
  })
})
