import { Menu, app, shell, type MenuItemConstructorOptions } from 'electron'
import type { Preferences, RecentProject } from '../../shared/api'
import { labelsIn } from './labels'
import type { MenuAction } from './menuActions'
import { plain, withAccessKey } from './menuText'

type Item = MenuItemConstructorOptions
const separator: Item = { type: 'separator' }

export interface MenuOptions {
  readonly language: 'en' | 'zh-CN'
  readonly preferences: Preferences
  readonly act: (action: MenuAction) => void
  readonly recent: readonly RecentProject[]
  readonly openRecent: (id: string) => void
  readonly developer: boolean
}

/** The application menu. What the window can do is sent to it as an action; the rest are the system's own roles. */
export function showMenu({ language, preferences, act, recent, openRecent, developer }: MenuOptions): void {
  const label = labelsIn(language)
  const mac = process.platform === 'darwin'
  const item = (text: string, action: MenuAction, accelerator?: string): Item => ({ label: text, click: () => act(action), ...(accelerator ? { accelerator } : {}) })
  const choice = (text: string, action: MenuAction, checked: boolean): Item => ({ label: text, type: 'radio', checked, click: () => act(action) })
  const settings = item(label.preferences, 'view.settings', 'CmdOrCtrl+,')

  const file: Item[] = [
    item(label.newProject, 'project.new', 'CmdOrCtrl+N'), item(label.openProject, 'project.open', 'CmdOrCtrl+O'),
    { label: label.openRecent, enabled: recent.length > 0, submenu: recent.map(({ id, name, folder }) => ({ label: plain(`${name}  (${folder})`), click: () => openRecent(id) })) }, item(label.openArchive, 'project.openArchive'), item(label.openSample, 'project.sample'), separator,
    item(label.watchFolder, 'folders.add', 'CmdOrCtrl+I'), separator,
    item(label.exportExcel, 'export.excel', 'CmdOrCtrl+E'), item(label.exportTemplate, 'export.template'), item(label.exportRunSheet, 'export.runSheet'),
    { label: label.newTable, submenu: [item(label.sampleRecord, 'export.sampleRecord'), item(label.energies, 'export.energies'), item(label.literature, 'export.literature')] }, item(label.reportHtml, 'export.report.html'), item(label.reportPdf, 'export.report.pdf', 'CmdOrCtrl+P'), item(label.exportDataPackage, 'export.dataPackage'), item(label.exportArchive, 'export.archive'), separator,
    item(label.save, 'project.save', 'CmdOrCtrl+S'), item(label.closeProject, 'project.close', mac ? 'Cmd+Shift+W' : 'Ctrl+W'), { label: label.quit, role: 'quit' } // Alt+F4 closes the window, as its cross does, and watching goes on
  ]
  const edit: Item[] = [
    item(label.undo, 'undo', 'CmdOrCtrl+Z'), item(label.redo, 'redo', mac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
    ...(mac ? [] : [{ ...item(label.redo, 'redo', 'Ctrl+Shift+Z'), visible: false, acceleratorWorksWhenHidden: true }]), separator,
    { label: label.cut, role: 'cut' }, { label: label.copy, role: 'copy' }, { label: label.paste, role: 'paste' }, { label: label.selectAll, role: 'selectAll' }, separator,
    item(label.copyChart, 'chart.copy', 'CmdOrCtrl+Shift+C'), item(label.find, 'find', 'CmdOrCtrl+F'), ...(mac ? [] : [separator, settings])
  ]
  const view: Item[] = [
    item(label.performance, 'view.performance', 'CmdOrCtrl+1'), item(label.mechanism, 'view.mechanism', 'CmdOrCtrl+2'), item(label.comparison, 'view.comparison', 'CmdOrCtrl+3'),
    item(label.runSheet, 'view.runSheet', 'CmdOrCtrl+4'), item(label.inbox, 'view.inbox', 'CmdOrCtrl+5'), item(label.folders, 'view.folders', 'CmdOrCtrl+6'), separator,
    { label: label.zoomIn, role: 'zoomIn', accelerator: 'CmdOrCtrl+=' }, { label: label.zoomOut, role: 'zoomOut' }, { label: label.zoomReset, role: 'resetZoom' },
    { label: label.fullScreen, role: 'togglefullscreen' }, separator,
    { label: label.theme, submenu: [
      choice(label.themeSystem, 'theme.system', preferences.theme === 'system'), choice(label.themeLight, 'theme.light', preferences.theme === 'light'),
      choice(label.themeDark, 'theme.dark', preferences.theme === 'dark')
    ] },
    { label: label.language, submenu: [
      choice(label.languageSystem, 'language.system', preferences.language === 'system'), choice('English', 'language.en', preferences.language === 'en'),
      choice('简体中文', 'language.zh-CN', preferences.language === 'zh-CN')
    ] },
    ...(developer ? [separator, { role: 'reload' } as Item, { role: 'toggleDevTools' } as Item] : [])
  ]
  const data: Item[] = [item(label.rescan, 'rescan', 'F5'), item(label.findings, 'view.findings')]
  const help: Item[] = [
    item(label.shortcuts, 'help.shortcuts', 'F1'), { label: label.logs, click: () => void shell.openPath(app.getPath('logs')) }, item(label.diagnostics, 'help.diagnostics'), separator, item(label.licences, 'help.licences'), item(label.about, 'help.about')
  ]
  const appMenu: Item[] = [{ label: label.about, role: 'about' }, separator, settings, separator, { label: label.hideApp, role: 'hide' }, { label: label.quit, role: 'quit' }]
  // Not the role windowMenu: on Windows and Linux it brings a second entry with Ctrl+W, which closes the window.
  const window: Item[] = [
    { label: label.minimize, role: 'minimize' },
    ...(mac ? [{ label: label.zoomWindow, role: 'zoom' } as Item, { label: label.closeWindow, role: 'close' } as Item, separator, { label: label.bringToFront, role: 'front' } as Item] : [])
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate([
    ...(mac ? [{ label: app.name, submenu: appMenu }] : []),
    ...([[label.file, 'F', file], [label.edit, 'E', edit], [label.view, 'V', view], [label.data, 'D', data], [label.window, 'W', window], [label.help, 'H', help]] as const)
      .map(([text, key, submenu]): Item => ({ label: mac ? text : withAccessKey(text, key), submenu: [...submenu] }))
  ]))
}
