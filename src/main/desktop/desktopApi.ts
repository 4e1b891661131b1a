import { existsSync, readdirSync } from 'node:fs'
import { release } from 'node:os'
import { basename, extname, join } from 'node:path'
import { app, clipboard, shell } from 'electron'
import { handTableNames } from '../../shared/workbook/handTables'
import { figureResolution, type Preferences, type ProjectState, type WorkbenchApi } from '../../shared/api'
import type { DesktopMethod } from '../api/hostApi'
import { diagnosticsText } from './diagnostics'
import type { Dialogs } from './dialogs'
import { writeFileSafely } from '../export/writeFileSafely'
import { exportName } from './exportName'
import { checkedSvg, pngWithResolution } from './figureFiles'
import type { HostClient } from './hostClient'
import type { Labels } from './labels'
import type { Log } from './log'
import { pngOfDataUrl } from './pngOfDataUrl'
import type { PreferenceStore } from './preferences'
import { checkedReport } from './checkedReport'
import { pdfOf, pdfOfReport } from './printPdf'
import type { RecentProjects } from './recentProjects'
import { writePng } from './writePng'

export interface DesktopParts {
  readonly host: HostClient
  readonly dialogs: Dialogs
  readonly recent: RecentProjects
  readonly preferences: PreferenceStore
  readonly labels: () => Labels
  readonly preferencesChanged: (preferences: Preferences) => void
  /** The list of recent projects is another. */
  readonly projectOpened: () => void
  readonly now: () => Date
  readonly log: Log
}

export interface DesktopApi extends Pick<WorkbenchApi, DesktopMethod> {
  /** Opens NAME.rum: from a dialog, the list of recent projects, or the command line. */
  openPath(path: string): Promise<ProjectState>
}

/** The calls that need dialogs, the clipboard or the desktop. Paths stay here; the window sees names and ids. */
export function createDesktopApi({ host, dialogs, recent, preferences, labels, preferencesChanged, projectOpened, now, log }: DesktopParts): DesktopApi {
  const opened = (state: ProjectState): ProjectState => {
    try {
      recent.opened(state.path)
    } catch (error) {
      log.write('list of recent projects not written', error) // the project is open all the same
    }
    app.addRecentDocument(state.path)
    projectOpened()
    return state
  }
  const openPath = async (path: string): Promise<ProjectState> => opened(await host.call('open', path))
  const openName = async (): Promise<string> => {
    const state = await host.call('projectState')
    if (!state) throw new Error('No project is open; open or create one first.')
    return state.name
  }
  return {
    openPath,
    appInfo: async () => ({ version: app.getVersion(), platform: process.platform, locale: app.getLocale(), electron: process.versions.electron ?? '' }),
    preferences: async () => preferences.current(),
    async setPreferences(change) {
      const changed = preferences.change(change)
      preferencesChanged(changed)
      return changed
    },
    recentProjects: async () => recent.list(),
    async openSample() {
      const folder = join(app.getPath('userData'), 'sample')
      const project = existsSync(folder) ? readdirSync(folder).find((name) => extname(name) === '.rum') : undefined
      if (project === undefined) return opened(await host.call('openSampleAt', folder))
      const state = await openPath(join(folder, project))
      return state.simulated ? state : opened(await host.call('openSampleAt', folder)) // its making was interrupted
    },
    async createProject() {
      const chosen = await dialogs.saveAs('project', labels().saveProject, 'NO3RR.rum')
      if (chosen === null) return null
      const path = withExtension(chosen, '.rum')
      if (existsSync(path)) throw new Error(`${path} already exists and may hold a project; choose another name, or open it.`)
      return opened(await host.call('open', path, { create: true }))
    },
    async openProject() {
      const path = await dialogs.openProject(labels().openProject)
      return path === null ? null : openPath(path)
    },
    openRecent: async (id) => openPath(recent.pathOf(id)),
    async addFolders() {
      await openName()
      const paths = await dialogs.chooseFolders(labels().chooseFolders)
      return paths === null ? null : host.call('addFolderPaths', paths)
    },
    async exportExcel() {
      const path = await dialogs.saveAs('excel', labels().saveExcel, exportName(await openName(), labels().summary, now()))
      return path === null ? null : host.call('exportExcelTo', withExtension(path, '.xlsx'))
    },
    async exportTemplate() {
      const project = await openName()
      const template = await dialogs.chooseTemplate(labels().chooseTemplate)
      const path = template === null ? null : await dialogs.saveAs('excel', labels().saveExcel, exportName(project, basename(template, extname(template)), now()))
      return template === null || path === null ? null : host.call('exportTemplateTo', template, withExtension(path, '.xlsx'))
    },
    async exportRunSheet() {
      const path = await dialogs.saveAs('runSheet', labels().saveRunSheet, exportName(await openName(), labels().runSheetName, now()))
      return path === null ? null : host.call('exportRunSheetTo', withExtension(path, '.xlsx'))
    },
    async exportTable(kind) {
      await openName()
      const path = await dialogs.saveAs('runSheet', labels().saveTable, handTableNames[kind])
      return path === null ? null : host.call('exportTableTo', kind, withExtension(path, '.xlsx'))
    },
    async exportDataPackage() {
      const path = await dialogs.saveAs('archive', labels().saveDataPackage, exportName(await openName(), labels().dataPackageName, now(), '.zip'))
      return path === null ? null : host.call('exportDataPackageTo', withExtension(path, '.zip'))
    },
    async exportArchive() {
      const path = await dialogs.saveAs('archive', labels().saveArchive, exportName(await openName(), labels().archiveName, now(), '.zip'))
      return path === null ? null : host.call('exportArchiveTo', withExtension(path, '.zip'))
    },
    async openArchive() {
      const archive = await dialogs.chooseArchive(labels().chooseArchive)
      const chosen = archive === null ? null : await dialogs.saveAs('project', labels().saveProject, `${basename(archive, extname(archive))}.rum`)
      return archive === null || chosen === null ? null : opened(await host.call('openArchiveAt', archive, withExtension(chosen, '.rum')))
    },
    async showInFolder(fileId) {
      const path = await host.call('pathOfFile', fileId)
      if (!existsSync(path)) throw new Error(`${path} is no longer there; it was moved, renamed or deleted.`)
      shell.showItemInFolder(path)
    },
    copyImage: async (pngDataUrl) => writePng(pngOfDataUrl(pngDataUrl)),
    async saveFigure(name, format, content) {
      const bytes = format === 'png' ? pngWithResolution(content, figureResolution) : Buffer.from(checkedSvg(content).svg)
      const path = await dialogs.saveAs(format, labels().saveFigure, exportName(await openName(), name, now(), `.${format}`))
      return path === null ? null : writeFileSafely(withExtension(path, `.${format}`), format === 'pdf' ? await pdfOf(content) : bytes)
    },
    async saveReport(name, format, html) {
      const page = checkedReport(html)
      const path = await dialogs.saveAs(format, labels().saveReport, exportName(await openName(), name, now(), `.${format}`))
      return path === null ? null : writeFileSafely(withExtension(path, `.${format}`), format === 'pdf' ? await pdfOfReport(page) : Buffer.from(page))
    },
    copyText: async (text) => clipboard.writeText(text),
    noteFailure: async (place) => log.write('window failed', Object.assign(new Error(), { place })),
    async copyDiagnostics() {
      const { node = '', chrome = '', electron = '' } = process.versions
      const versions = { 'RuM Workbench': app.getVersion(), 'Electron': electron, 'Node': node, 'Chromium': chrome, 'system': `${process.platform} ${release()} ${process.arch}`, 'language': app.getLocale(), 'at': now().toISOString() }
      clipboard.writeText(diagnosticsText({ versions, project: await host.call('projectFacts'), logPath: join(app.getPath('logs'), 'main.log') }))
    }
  }
}

const withExtension = (path: string, extension: string): string => (extname(path).toLowerCase() === extension ? path : path + extension)
