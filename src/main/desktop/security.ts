import { app, session } from 'electron'
import { isAllowedRequest, isAllowedUrl } from './allowedUrl'

/** Nothing remote, nothing opened, nothing permitted but writing text or a picture to the clipboard. Call before any window exists. */
export function secureWebContents(devServer: string | null): void {
  // Also for a window that somebody adds later and forgets it. As root on Linux Chromium starts only without: who asked for that gets it.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  app.on('web-contents-created', (_, contents) => {
    const stayHere = (event: { url: string; preventDefault(): void }): void => {
      if (!isAllowedUrl(event.url, devServer)) event.preventDefault()
    }
    contents.on('will-navigate', stayHere)
    contents.on('will-frame-navigate', stayHere)
    contents.on('will-redirect', stayHere)
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** Call when the app is ready. */
export function secureSession(devServer: string | null): void {
  const permitted = (permission: string): boolean => permission === 'clipboard-sanitized-write'
  session.defaultSession.setPermissionRequestHandler((_, permission, answer) => answer(permitted(permission)))
  session.defaultSession.setPermissionCheckHandler((_, permission) => permitted(permission))
  session.defaultSession.setDevicePermissionHandler(() => false)
  session.defaultSession.webRequest.onBeforeRequest((request, answer) => answer({ cancel: !isAllowedRequest(request.url, devServer) }))
}
