import { join } from 'node:path'
import { BrowserWindow, app, nativeTheme, screen } from 'electron'
import { appOrigin } from './allowedUrl'
import { securePreferences } from './securePreferences'
import { settingsFile } from './settingsFile'
import { smallest, visiblePlace, windowPlaceSchema, type WindowPlace } from './windowPlace'

/** A page that crashes while it loads would otherwise be loaded for ever. */
const mostReloads = 5

/** The one window. It comes up where it was, and only when it has something to show. */
export function openWindow(devServer: string | null): BrowserWindow {
  const remembered = settingsFile<WindowPlace | null>(join(app.getPath('userData'), 'window.json'), windowPlaceSchema, null)
  const place = visiblePlace(remembered.read(), screen.getAllDisplays().map((display) => display.workArea))
  const window = new BrowserWindow({
    ...(place?.bounds ?? { width: 1440, height: 900 }),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'RuM Workbench',
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
  let crashes = 0
  window.webContents.on('render-process-gone', (_, { reason }) => {
    crashes += 1
    if (reason !== 'clean-exit' && crashes <= mostReloads) window.webContents.reload() // the project lives in another process; only the picture is lost
  })
  window.on('page-title-updated', (event) => event.preventDefault()) // the title names the project; main sets it
  window.once('ready-to-show', () => window.show())
  void window.loadURL(devServer ?? `${appOrigin}/index.html`)
  return window
}
