import { join } from 'node:path'
import { BrowserWindow, app, nativeTheme, screen } from 'electron'
import { appOrigin } from './allowedUrl'
import type { Log } from './log'
import { createReloadRule } from './reloadRule'
import { securePreferences } from './securePreferences'
import { settingsFile } from './settingsFile'
import { smallest, visiblePlace, windowPlaceSchema, type WindowPlace } from './windowPlace'

/** A page that answers nothing for so long is ended and loaded again. */
const hungMs = 60_000

/** The one window. It comes up where it was, and only when it has something to show. */
export function openWindow(devServer: string | null, log: Log): BrowserWindow {
  const remembered = settingsFile<WindowPlace | null>(join(app.getPath('userData'), 'window.json'), windowPlaceSchema, null)
  const place = visiblePlace(remembered.read(), screen.getAllDisplays().map((display) => display.workArea))
  const window = new BrowserWindow({
    ...(place?.bounds ?? { width: 1440, height: 900 }),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'RuM Workbench',
    icon: join(app.getAppPath(), 'out', 'main', 'icon.png'), // macOS takes that of the program
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#ffffff',
    webPreferences: {
      preload: join(app.getAppPath(), 'out', 'preload', 'index.cjs'),
      ...securePreferences, spellcheck: false, devTools: !app.isPackaged
    }
  })
  if (place?.maximized) window.maximize()
  window.on('close', () => {
    try {
      remembered.write({ bounds: window.getNormalBounds(), maximized: window.isMaximized() })
    } catch {
      // A place that cannot be remembered must not keep the window open.
    }
  })
  reviveWindow(window, log)
  window.on('page-title-updated', (event) => event.preventDefault()) // the title names the project; main sets it
  window.once('ready-to-show', () => window.show())
  void window.loadURL(devServer ?? `${appOrigin}/index.html`)
  return window
}

/** The project lives in another process and goes on: of a page that crashed or hangs only the picture is lost. */
function reviveWindow(window: BrowserWindow, log: Log): void {
  const isToReload = createReloadRule(Date.now)
  let hung: NodeJS.Timeout | undefined
  window.webContents.on('render-process-gone', (_, { reason }) => {
    clearTimeout(hung)
    log.write(`window process gone: ${reason}`)
    if (isToReload(reason)) window.webContents.reload()
  })
  window.on('unresponsive', () => {
    log.write('window does not answer')
    clearTimeout(hung)
    hung = setTimeout(() => { if (!window.isDestroyed()) window.webContents.forcefullyCrashRenderer() }, hungMs)
  })
  window.on('responsive', () => clearTimeout(hung))
  window.on('closed', () => clearTimeout(hung))
}
