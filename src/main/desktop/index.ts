import { join } from 'node:path'
import { app, nativeTheme, powerMonitor, type BrowserWindow } from 'electron'
import type { Preferences, WorkbenchEvents } from '../../shared/api'
import { createAnswer } from './answerCall'
import { backgroundFlag } from './autostartEntry'
import { createBackground } from './background'
import { createDesktopApi } from './desktopApi'
import { createDialogs } from './dialogs'
import { forkHost } from './forkHost'
import { createHostClient } from './hostClient'
import { labelsIn } from './labels'
import { createLog } from './log'
import { lookAfterSleep } from './lookAfterSleep'
import { showMenu } from './menu'
import type { MenuAction } from './menuActions'
import { noteUnexpected } from './noteUnexpected'
import { oneSentence } from '../oneSentence'
import { createPreferences, spokenLanguage } from './preferences'
import { projectArgument } from './projectArgument'
import { declareAppScheme, serveWindow } from './protocol'
import { quitCleanly } from './quitCleanly'
import { receiveCalls } from './receiveCalls'
import { createRecentProjects } from './recentProjects'
import { secureSession, secureWebContents } from './security'
import { startAtLogin } from './startAtLogin'
import { createTaskbarProgress } from './taskbarProgress'
import { chooseUserDataFolder } from './userDataFolder'
import { openWindow } from './window'
import { windowTitle } from './windowTitle'

/** The window's main process: puts the parts together. The project itself lives in the host process. */
chooseUserDataFolder()
const asked = projectArgument(process.argv, process.cwd())
const startsInBackground = process.argv.includes(backgroundFlag)
if (app.requestSingleInstanceLock({ project: asked })) start()
else app.exit() // the running app opens what was asked

function start(): void {
  const devServer = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null)
  const inUserData = (name: string): string => join(app.getPath('userData'), name)
  const now = (): Date => new Date()
  const log = createLog(join(app.getPath('logs'), 'main.log'), now)
  const preferences = createPreferences(inUserData('preferences.json'))
  const recent = createRecentProjects(inUserData('recentProjects.json'), now)
  let window: BrowserWindow | null = null
  let waitingProject = asked
  let isQuitting = false
  const taskbarProgress = createTaskbarProgress(() => performance.now())

  const push = <E extends keyof WorkbenchEvents>(event: E, payload: WorkbenchEvents[E]): void => {
    if (event === 'projectState') background.projectState(payload as WorkbenchEvents['projectState'])
    if (!window || window.isDestroyed()) return
    if (event === 'projectState') window.setTitle(windowTitle(payload as WorkbenchEvents['projectState']))
    if (event === 'progress' || event === 'projectState') window.setProgressBar(taskbarProgress(event === 'progress' ? (payload as WorkbenchEvents['progress']) : ((payload as WorkbenchEvents['projectState'])?.progress ?? [])))
    window.webContents.send(event, payload)
  }
  const host = createHostClient({ fork: () => forkHost(log), push: ({ event, payload }) => push(event, payload), now: Date.now, log: (event) => log.write(event) })
  const language = (): 'en' | 'zh-CN' => spokenLanguage(preferences.current(), app.getLocale())
  const labels = () => labelsIn(language())
  const background = createBackground({
    host, preferences: preferences.current, labels, toldFile: inUserData('toldOfBackground.json'), log, open: () => openInWindow(null),
    isSeen: () => window !== null && !window.isDestroyed() && window.isVisible() && !window.isMinimized()
  })
  const act = (action: MenuAction): void => {
    if (window) return push('menu', { action })
    bringUp()
    window!.webContents.once('did-finish-load', () => push('menu', { action }))
  }
  const show = (current: Preferences): void => {
    nativeTheme.themeSource = current.theme
    showMenu({ language: language(), preferences: current, act, recent: recent.list(), openRecent: (id) => openInWindow(recent.pathOf(id)), developer: !app.isPackaged })
    background.show()
  }
  const desktop = createDesktopApi({
    host, dialogs: createDialogs(() => window), recent, preferences, labels, now, log,
    preferencesChanged(current) {
      show(current)
      startAtLogin(current.startAtLogin === true)
    },
    projectOpened: () => show(preferences.current())
  })
  const openProject = async (path: string): Promise<void> => {
    waitingProject = null
    try {
      push('projectState', await desktop.openPath(path))
    } catch (error) {
      log.write('project not opened', error)
      if (window) push('notice', { level: 'error', text: oneSentence(error) })
      else background.notify('RuM Workbench', oneSentence(error))
    }
  }
  const bringUp = (): void => {
    if (window) {
      if (window.isMinimized()) window.restore()
      return window.focus()
    }
    window = openWindow(devServer, log)
    window.on('closed', () => {
      window = null
      if (!isQuitting && background.staysOn()) background.windowClosed()
    })
    window.webContents.once('did-finish-load', () => { if (waitingProject !== null) void openProject(waitingProject) })
  }
  const lastProject = (): string | null => {
    const last = recent.list().find(({ exists }) => exists)
    return last ? recent.pathOf(last.id) : null
  }
  const openInWindow = (path: string | null): void => {
    if (!app.isReady()) waitingProject = path ?? waitingProject
    else {
      const isNew = window === null
      if (isNew) waitingProject = path
      bringUp()
      if (!isNew && path !== null) void openProject(path)
    }
  }

  noteUnexpected(log, (text) => push('notice', { level: 'error', text }))
  declareAppScheme()
  secureWebContents(devServer)
  receiveCalls(devServer, createAnswer(desktop, host, log))
  app.on('before-quit', () => { isQuitting = true })
  if (process.platform === 'win32') app.setAppUserModelId('org.rum-workbench.app') // without it Windows shows no notification
  quitCleanly(() => host.stop(), background.staysOn)
  app.on('second-instance', (_event, _argv, _folder, sent) => openInWindow((sent as { project: string | null }).project))
  app.on('open-file', (event, path) => (event.preventDefault(), openInWindow(path)))
  app.on('activate', () => openInWindow(null))
  void app.whenReady().then(() => {
    secureSession(devServer)
    lookAfterSleep(powerMonitor, host.isProjectOpen, () => host.call('rescan'))
    serveWindow(join(app.getAppPath(), 'out', 'renderer'))
    show(preferences.current())
    const last = asked ?? lastProject()
    if (startsInBackground && last !== null) void openProject(last)
    else bringUp()
  })
}
