import { statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { analyses } from '../../shared/analyses'
import { settingsOf } from '../../shared/analyses/engine'
import { CHECKS, checkSettings } from '../../shared/checks/thresholds'
import type { AnalysisInfo, ProjectState } from '../../shared/api'
import { referenceElectrodes } from '../../shared/electrochemistry/referencePotentials'
import { findingKey } from '../../shared/checks/findingKey'
import { previewText } from '../../shared/readers/text/previewText'
import { buildHandTable } from '../../shared/workbook/handTables'
import { buildRunSheetTemplate } from '../../shared/workbook/buildRunSheetTemplate'
import { appVersion } from '../appVersion'
import { simulateLab } from '../cli/simulate'
import { writeDataPackage } from '../export/dataPackage'
import { exportSummary, exportTemplate } from '../export/exportSummary'
import { readArchive, writeArchive } from '../export/projectArchive'
import { writeFileSafely } from '../export/writeFileSafely'
import { writeWorkbook } from '../export/writeWorkbook'
import { scanFolder } from '../ingest/scanFolder'
import { networkKindOf } from '../networkPlace'
import { createCurves } from '../project/curves'
import { fileDetail, fileIdOf, readProblems } from '../project/inbox'
import { filesInCommon } from '../project/filesInCommon'
import { inboxPage, inboxTexts, usedFiles } from '../project/inboxPage'
import { createPreview } from '../project/preview'
import { previewFolder } from '../project/previewFolder'
import { openProject, type Project } from '../project/project'
import { projectFacts } from '../project/projectFacts'
import { readDefaults, readOverrides } from '../project/projectSettings'
import { readCatalysts } from '../store/catalysts'
import { untilLetGo } from '../store/driver'
import { locationsOfFile } from '../store/files'
import { readAcknowledgements } from '../store/acknowledgements'
import { readHistory } from '../store/history'
import type { Emit } from './emit'
import { createSendOutcomes } from './sendOutcomes'
import type { HostApi } from './hostApi'

export interface HostOptions { readonly workerFile: URL; readonly emit: Emit }

/** Answers every hosted call for the one open project. A call without a project fails in one sentence. */
export function createHost({ workerFile, emit }: HostOptions): HostApi {
  let project: Project | null = null
  const preview = createPreview(appVersion)
  const curves = createCurves()
  const open = (): Project => {
    if (!project) throw new Error('No project is open.')
    return project
  }
  const close = async (): Promise<void> => {
    const closing = project
    project = null
    await closing?.close()
    if (closing) emit('projectState', null)
  }
  const start = async (path: string, create: boolean): Promise<ProjectState> => {
    await close()
    let opened: Project
    try {
      opened = openProject({ path: resolve(path), create, workerFile, appVersion, emit })
    } catch (error) {
      await untilLetGo() // somebody will put a copy in its place
      throw error
    }
    project = opened
    opened.shown()
    void opened.folders.start()
    return opened.state()
  }
  const send = createSendOutcomes()
  const present = (p: Project, ids: readonly string[]): string[] =>
    ids.flatMap((id) => locationsOfFile(p.driver, fileIdOf(id)).filter((l) => !l.missing).slice(0, 1).map((l) => l.path))

  return {
    open: (path, options) => start(path, options?.create === true),
    async openSampleAt(folder) {
      await close()
      const lab = join(folder, 'lab')
      await simulateLab(lab, { seed: 1 })
      const state = await start(join(folder, 'Sample (simulated).rum'), true)
      open().markSimulated()
      open().folders.add([lab])
      void open().folders.start()
      return { ...state, simulated: true }
    },
    async addFolderPaths(paths) {
      const p = open()
      p.folders.add(paths)
      void p.folders.start()
      return p.folders.list()
    },
    exportExcelTo: (path) => exportSummary(open(), path),
    exportTemplateTo: (template, path) => exportTemplate(open(), template, path),
    exportRunSheetTo: async (path) => writeFileSafely(path, await writeWorkbook(buildRunSheetTemplate(open().entries()))),
    exportTableTo: async (kind, path) => writeFileSafely(path, await writeWorkbook(buildHandTable(kind, readCatalysts(open().driver).filter(({ archived }) => !archived).map(({ name }) => name)))),
    exportDataPackageTo: (path) => writeDataPackage(open(), path, () => new Date()),
    async exportArchiveTo(path) {
      const { path: written } = await writeArchive(open().driver, path)
      return { path: written }
    },
    async openArchiveAt(archive, path) {
      await readArchive(archive, path)
      return start(path, false)
    },
    projectFacts: async () => project && projectFacts(project.driver, project.folders.list(), networkKindOf(dirname(project.path))),
    async pathOfFile(fileId) {
      const location = locationsOfFile(open().driver, fileIdOf(fileId))[0]
      if (!location) throw new Error('That file is no longer in the project.')
      return location.path
    },
    shutdown: close,

    closeProject: close,
    projectState: async () => project?.state() ?? null,
    outcomes: async (catalyst, known) => send(open().shown().outcomes.filter((outcome) => outcome.catalyst === catalyst || (outcome.catalyst === null && !isComparison(outcome.analysis))), known),
    preview: async (analysis, catalyst, settings) => preview(open(), analysis, catalyst, settings),
    comparison: async (known) => send(open().outcomes().filter((outcome) => isComparison(outcome.analysis)), known),
    analyses: async () => analyses.map((analysis) => analysisInfo(open(), analysis)),
    thresholds: async () => settingsWithValues(open(), { id: CHECKS, settings: checkSettings }),
    async findings() {
      const reasons = readAcknowledgements(open().driver)
      return open().shown().findings.map((finding) => ({ key: findingKey(finding), finding, acknowledged: reasons.get(findingKey(finding)) ?? null }))
    },
    async entries(ids) {
      const wanted = new Set(ids)
      return open().entries().filter((entry) => wanted.has(entry.id))
    },
    allEntries: async () => open().entries(),
    entryCurve: async (id, columns, window, width) => curves(open(), id, columns, window, width),
    defaults: async () => readDefaults(open().driver),
    referenceElectrodes: async () => referenceElectrodes,
    inbox: async (query) => inboxPage(open().driver, open().entries(), query),
    inboxTexts: async () => inboxTexts(open().driver),
    usedFiles: async () => usedFiles(open().driver, open().entries()),
    fileDetail: async (id) => fileDetail(open().driver, open().entries(), id, previewText),
    filesInCommon: async (ids) => filesInCommon(open().driver, open().entries(), ids, previewText),
    problems: async () => readProblems(open().driver),
    retryFiles: async (ids) => open().retry(present(open(), ids)),
    folders: async () => open().folders.list(),
    async setFolder(id, change) {
      await open().folders.set(id, change)
      emit('projectState', open().state())
      return open().folders.list()
    },
    previewFolder: async (id, names) => previewFolder(open(), id, names),
    async removeFolder(id) {
      await open().folders.remove(id)
      emit('projectState', open().state())
      return open().folders.list()
    },
    rescan: async () => open().folders.scanAll(),
    importDropped: async (paths) => importPaths(open(), paths),
    execute: async (command) => open().execute(command),
    undo: async () => open().undo(),
    redo: async () => open().redo(),
    history: async () => readHistory(open().driver),
    cancel: async (task) => open().cancel(task)
  }
}

const comparisons = new Set(analyses.filter((analysis) => analysis.scope === 'comparison').map((analysis) => analysis.id))
const isComparison = (id: string): boolean => comparisons.has(id)

function analysisInfo(project: Project, analysis: (typeof analyses)[number]): AnalysisInfo {
  const { id, title, tab, scope, about } = analysis
  return { id, title, tab, scope, about, settings: settingsWithValues(project, analysis) }
}

function settingsWithValues(project: Project, { id, settings }: Pick<(typeof analyses)[number], 'id' | 'settings'>): AnalysisInfo['settings'] {
  const values = settingsOf({ settings }, readOverrides(project.driver, id, null))
  return settings.map((setting) => ({ ...setting, value: values[setting.key] ?? setting.default }))
}

/** Dropped folders are read once and not watched; dropped files likewise. Their own folder gives the folder names. */
async function importPaths(project: Project, paths: readonly string[]): Promise<void> {
  const options = { immediately: true }
  for (const path of paths) {
    const facts = statSync(path)
    if (facts.isFile()) await project.ingest.consider(placeOf(project, path, dirname(path)), { path, bytes: facts.size, mtimeMs: facts.mtimeMs, ctimeMs: facts.ctimeMs }, options)
    if (!facts.isDirectory()) continue
    for await (const file of scanFolder(path, () => undefined)) await project.ingest.consider(placeOf(project, file.path, path), file, options)
  }
}

function placeOf(project: Project, path: string, folderPath: string): ReturnType<Project['folders']['placeOf']> {
  const place = project.folders.placeOf(path)
  return place.folderPath === null ? { ...place, folderPath } : place
}
