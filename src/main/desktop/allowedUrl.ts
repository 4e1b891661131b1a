/** Where the window may be: the app's own pages, and the development server if there is one. */
export const appOrigin = 'app://rum'

export function isAllowedUrl(url: string, devServer: string | null): boolean {
  return isUnder(url, appOrigin) || (devServer !== null && isUnder(url, devServer))
}

/** Requests that may leave the window: as above, and the development server's socket. */
export function isAllowedRequest(url: string, devServer: string | null): boolean {
  if (/^(data|blob|devtools|app):/i.test(url)) return true
  return devServer !== null && isUnder(url.replace(/^ws/i, 'http'), devServer)
}

/** Same scheme, host and port; `URL.origin` is 'null' for schemes of our own. */
function isUnder(url: string, base: string): boolean {
  if (!URL.canParse(url) || !URL.canParse(base)) return false
  const [a, b] = [new URL(url), new URL(base)]
  return a.protocol === b.protocol && a.host === b.host && a.username === '' && a.password === ''
}
