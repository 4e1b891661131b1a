import { extname, join, sep } from 'node:path'

const types = new Map([
  ['.html', 'text/html; charset=utf-8'], ['.js', 'text/javascript; charset=utf-8'], ['.css', 'text/css; charset=utf-8'], ['.json', 'application/json'],
  ['.svg', 'image/svg+xml'], ['.png', 'image/png'], ['.jpg', 'image/jpeg'], ['.ico', 'image/x-icon'], ['.woff2', 'font/woff2'], ['.woff', 'font/woff'], ['.wasm', 'application/wasm']
])

export interface Asset { readonly path: string; readonly contentType: string }

/** The file under `root` that an address of the window means; null for anything outside `root` or of a kind the app does not have. */
export function assetPath(root: string, url: string): Asset | null {
  if (!URL.canParse(url)) return null
  const { host, pathname } = new URL(url)
  if (host !== 'rum') return null
  let relative: string
  try {
    relative = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (relative.includes('\0') || relative.includes('\\') || relative.split('/').includes('..')) return null
  const path = join(root, relative === '/' ? 'index.html' : relative)
  const contentType = types.get(extname(path).toLowerCase())
  return path.startsWith(root + sep) && contentType !== undefined ? { path, contentType } : null
}
