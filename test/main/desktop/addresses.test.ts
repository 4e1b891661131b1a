import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isAllowedRequest, isAllowedUrl } from '../../../src/main/desktop/allowedUrl'
import { assetPath } from '../../../src/main/desktop/assetPath'

const root = join('/app', 'out', 'renderer')

describe('addresses of the window', () => {
  it.each(['app://rum/', 'app://rum/index.html', 'app://rum/index.html?view=inbox#top'])('may be %s', (url) => expect(isAllowedUrl(url, null)).toBe(true))
  it.each(['https://example.org/', 'app://other/', 'app://rum.example.org/', 'app://rum@example.org/', 'app://user@rum/', 'file:///etc/passwd', 'javascript:alert(1)', 'data:text/html,x', 'about:blank', ''])(
    'may not be %s', (url) => expect(isAllowedUrl(url, null)).toBe(false))
  it('may be the development server, and nothing that only looks like it', () => {
    const server = 'http://localhost:5173'
    expect(isAllowedUrl('http://localhost:5173/src/main.ts', server)).toBe(true)
    expect(isAllowedRequest('ws://localhost:5173/?token=1', server)).toBe(true)
    for (const url of ['http://localhost:51730/', 'http://localhost:5173.example.org/', 'https://localhost:5173/', 'http://a@localhost:5173/']) expect(isAllowedUrl(url, server)).toBe(false)
    expect(isAllowedRequest('ws://localhost:5173/', null)).toBe(false)
  })
  it('requests nothing remote', () => {
    for (const url of ['data:image/png;base64,AA==', 'blob:app://rum/1', 'app://rum/index.js']) expect(isAllowedRequest(url, null)).toBe(true)
    for (const url of ['http://127.0.0.1/', 'https://example.org/', 'ftp://example.org/', 'file:///etc/passwd', 'ws://example.org/']) expect(isAllowedRequest(url, null)).toBe(false)
  })
})

describe('files behind the addresses', () => {
  it('are those of the built window', () => {
    expect(assetPath(root, 'app://rum/')).toEqual({ path: join(root, 'index.html'), contentType: 'text/html; charset=utf-8' })
    expect(assetPath(root, 'app://rum/assets/index-a1.js?v=2')?.path).toBe(join(root, 'assets', 'index-a1.js'))
  })
  it.each(['app://rum/..%2fmain%2findex.js', 'app://rum/a%5c..%5cb.js', 'app://rum/a%00.js', 'app://rum/%E0%A4%A', 'app://other/index.html', 'app://rum/secrets.rum', 'app://rum/assets', 'not an address'])(
    'are not %s', (url) => expect(assetPath(root, url)).toBe(null))
  it('never leave the folder', () => {
    for (const url of ['app://rum/../../etc/passwd.js', 'app://rum/./../x.js', 'app://rum//etc/x.js', 'app://rum/%2e%2e/main/index.js']) {
      const asset = assetPath(root, url)
      expect(asset === null || asset.path.startsWith(root)).toBe(true)
    }
  })
})
