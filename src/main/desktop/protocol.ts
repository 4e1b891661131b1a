import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { assetPath } from './assetPath'
import { contentSecurityPolicy } from './contentPolicy'

/** Must run before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

/** Serves the built window, and nothing outside its folder, under app://rum/. */
export function serveWindow(root: string): void {
  protocol.handle('app', async (request) => {
    const asset = request.method === 'GET' ? assetPath(root, request.url) : null
    if (!asset) return new Response('not found', { status: 404 })
    try {
      const headers = { 'content-type': asset.contentType, 'content-security-policy': contentSecurityPolicy, 'x-content-type-options': 'nosniff' }
      return new Response(new Uint8Array(await readFile(asset.path)), { headers })
    } catch {
      return new Response('not found', { status: 404 })
    }
  })
}
