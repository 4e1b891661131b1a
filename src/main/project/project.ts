import { basename, dirname } from 'node:path'
import type { Finding, Outcome } from '../../shared/analyses/analysis'
import type { Command, Progress, ProjectState, WatchStatus } from '../../shared/api'
import { findingKey } from '../../shared/checks/findingKey'
import { defaultCatalysts } from '../../shared/catalystColours'
import type { Entry, ProjectDefaults } from '../../shared/project'
import type { Emit } from '../api/emit'
import { isThere } from '../disk'
import { createIngest, type Ingest, type IngestEvent } from '../ingest/ingest'
import type { Patience } from '../ingest/decide'
import { watchDiskRoom } from '../ingest/diskRoom'
import { createReaderPool, type ReaderPool } from '../ingest/readerPool'
import { networkKindOf } from '../networkPlace'
import { readAcknowledgements } from '../store/acknowledgements'
import { addCatalyst, readCatalysts } from '../store/catalysts'
import { untilLetGo, type Driver } from '../store/driver'
import { locationsOfFile } from '../store/files'
import { addStep, firstUndone, lastDone, markUndone } from '../store/history'
import { openStore } from '../store/openStore'
import { readSetting, writeSetting } from '../store/settings'
import { createAnalysisState, type AnalysisState } from './analyse'
import { applyChange, changesOf, filesToRead, labelOf, stillPossible, type Change } from './changes'
import { inboxCounts } from './inboxPage'
import { counted } from './counted'
import { createFolderRules } from './folderNames'
import { createProjectFolders, type ProjectFolders, type Rescan } from './projectFolders'
import { readerAnswers } from './projectSettings'
import { createUnderway, type Underway } from './underway'
import { createUpToDate } from './upToDate'

export interface ProjectOptions {
  /** NAME.rum, or ':memory:' for a run that keeps nothing. */
  readonly path: string
  readonly create: boolean
  readonly workerFile: URL
  readonly appVersion: string
  readonly emit: Emit
  readonly onRecorded?: (event: IngestEvent) => void
  readonly patience?: Patience
  /** Instead of worker threads. */
  readonly pool?: ReaderPool
  readonly rescan?: Rescan
  /** How often the room on the disk is looked at. */
  readonly roomEveryMs?: number
}

export interface Project {
  readonly path: string
  readonly driver: Driver
  readonly ingest: Ingest
  readonly folders: ProjectFolders
  /** Exports that take a while. */
  readonly underway: Underway
  /** The thread that makes workbooks; it lies beside the one that reads. */
  readonly workbookWorker: URL
  state(): ProjectState
  entries(): readonly Entry[]
  defaults(): ProjectDefaults
  outcomes(): readonly Outcome[]
  findings(): readonly Finding[]
  /** What a window shows: at once, even where comparisons follow in a moment, and just after opening what was stored. */
  shown(): { readonly outcomes: readonly Outcome[]; readonly findings: readonly Finding[] }
  /** Reads a file again, or for the first time, at once. */
  retry(paths: readonly string[]): Promise<void>
  execute(command: Command): ProjectState
  undo(): ProjectState
  redo(): ProjectState
  cancel(task: string): void
  /** Everything that has arrived is read and analysed. */
  settled(): Promise<void>
  markSimulated(): void
  close(): Promise<void>
}

const busyFrom = 20

/** One open project: what comes in is recorded, and the analyses follow. */
export function openProject(options: ProjectOptions): Project {
  const { emit, path } = options
  const driver = openStore(path, { create: options.create })
  const analysis = begin(driver, options.appVersion)
  let trouble: string | null = null
  /** Asked for with every file. */
  let answers: Readonly<Record<string, string>> | null = null
  let rereading: Promise<void> = Promise.resolve()
  const tasks = new Map<string, Progress>()

  const current = createUpToDate({
    driver, analysis, emit, tellState: () => emit('projectState', state()), isBusy: () => ingest.pending() > busyFrom || tasks.size > 0, pending: () => ingest.pending(),
    onTrouble: (error) => storeTrouble(error), onFine: () => { trouble = null }
  })
  /** Said once, however many files it hits; the status shows it until the store takes something again. */
  const storeTrouble = (error: unknown): void => {
    const isNew = trouble === null
    trouble = `The project file cannot be written (${error instanceof Error ? error.message : 'unknown'}); free some space or check the folder, it goes on by itself.`
    if (!isNew) return
    emit('notice', { level: 'error', text: trouble })
    tellState()
  }
  const tellState = (): void => {
    try {
      emit('projectState', state())
    } catch {
      // The state is read from the store, too; what stops that has been said.
    }
  }

  const rules = createFolderRules(driver)
  const ingest = createIngest({
    driver, pool: options.pool ?? createReaderPool(options.workerFile), archive: (folderId) => folders.archive(folderId), answers: () => (answers ??= readerAnswers(driver)), onStoreTrouble: storeTrouble,
    ignoredBy: ({ folderPath, path: of }) => rules.ignoredBy(folderPath, of), isStopped: () => space?.room() === 'none', ...(options.patience ? { patience: options.patience } : {}),
    onRecorded(event) {
      trouble = null
      options.onRecorded?.(event)
      current.fileCame()
    }
  })
  const folders = createProjectFolders({
    driver, ingest,
    onStatus: tellState, ...(options.rescan ? { rescan: options.rescan } : {}),
    onProgress(folderId, done, finished) {
      if (finished) tasks.delete(`scan:${folderId}`)
      else tasks.set(`scan:${folderId}`, { task: `scan:${folderId}`, label: 'scan', done, total: null, cancellable: true })
      emit('progress', progress())
    }
  })
  const space = path === ':memory:' ? null : watchDiskRoom(dirname(path), (_now, before) => {
    if (before === 'ample') emit('notice', { level: 'warning', text: space?.reason() ?? '' })
    if (before === 'none') void folders.scanAll()
    tellState()
  }, options.roomEveryMs)
  const underway = createUnderway(() => emit('progress', progress()))
  const progress = (): Progress[] => {
    const pending = ingest.pending()
    const known = [...tasks.values(), ...underway.tasks()]
    return pending > 5 ? [...known, { task: 'read', label: 'read', done: current.filesCame(), total: current.filesCame() + pending, cancellable: false }] : known
  }
  const watchStatus = (): WatchStatus => {
    if (trouble !== null) return { state: 'trouble', reason: trouble }
    const tooLittle = space?.reason() ?? null
    if (tooLittle !== null) return { state: 'trouble', reason: tooLittle }
    const list = folders.list()
    const bad = list.find((folder) => folder.status.state === 'trouble')
    if (bad) return bad.status
    if (list.length === 0) return { state: 'none', reason: null }
    return list.every((folder) => folder.paused) ? { state: 'paused', reason: null } : { state: 'watching', reason: null }
  }
  const state = (): ProjectState => {
    const acknowledged = readAcknowledgements(driver)
    const findings = analysis.findings().filter((finding) => finding.level !== 'note' && !acknowledged.has(findingKey(finding)))
    const inbox = inboxCounts(driver)
    const count = current.counts()
    const found = counted(findings, (finding) => finding.catalyst)
    return {
      name: path === ':memory:' ? '' : basename(path).replace(/\.rum$/i, ''), path, simulated: readSetting(driver, 'meta', 'simulated') === true, readOnly: false,
      catalysts: readCatalysts(driver).map((catalyst) => ({
        ...catalyst, entries: count.get(catalyst.name) ?? 0, findings: found.get(catalyst.name) ?? 0
      })),
      files: inbox.files, needsAttention: inbox.needsAttention, folders: folders.list().length,
      findings: findings.length, watch: watchStatus(),
      undo: lastDone(driver)?.label ?? null, redo: firstUndone(driver)?.label ?? null, progress: progress()
    }
  }
  const apply = (changes: readonly Change[]): Change[] => {
    const at = new Date().toISOString()
    answers = null
    rules.forget()
    return changes.map((change) => applyChange(driver, change, at)).reverse()
  }
  const afterChange = (changes: readonly Change[]): ProjectState => {
    const paths = filesToRead(changes, driver).flatMap((id) => locationsOfFile(driver, id).filter((l) => !l.missing).slice(0, 1).map((l) => l.path))
    rereading = Promise.all([project.retry(paths), ...changes.flatMap((change) => (change.kind === 'folderNames' ? [folders.look(change.folder)] : []))]).then(() => undefined)
    current.changed()
    return state()
  }
  const step = (which: 'undo' | 'redo'): ProjectState => {
    const found = which === 'undo' ? lastDone(driver) : firstUndone(driver)
    if (!found) return state()
    const changes = stillPossible(JSON.parse(which === 'undo' ? found.backward : found.forward) as Change[], driver)
    driver.transaction(() => {
      apply(changes)
      markUndone(driver, found.id, which === 'undo')
    })
    return afterChange(changes)
  }
  const network = path === ':memory:' ? null : networkKindOf(dirname(path))
  if (network !== null) emit('notice', { level: 'info', text: `${basename(path)} lies on a network share or a foreign disk (${network}): only one computer can have it open at a time, and a local disk is faster.` })
  const project: Project = {
    path, driver, ingest, folders, underway, workbookWorker: new URL('./workbookWorker.js', options.workerFile), state,
    entries: () => (current.refresh(), current.entries()),
    defaults: () => current.defaults(),
    outcomes: () => (current.refresh(), analysis.outcomes()),
    findings: () => (current.refresh(), analysis.findings()),
    shown() {
      if (!analysis.isAsLeft()) current.refresh(false)
      return { outcomes: analysis.outcomes(), findings: analysis.findings() }
    },
    retry: async (paths) => void (await Promise.all(paths.filter((p) => isThere(p)).map((p) => ingest.consider(folders.placeOf(p), undefined, { force: true })))),
    execute(command) {
      const changes = driver.transaction(() => {
        const asked = changesOf(command, driver)
        const forward = stillPossible(asked, driver)
        if (forward.length === 0 && asked.length > 0) throw new RangeError('That file is no longer in the project.')
        const backward = apply(forward)
        addStep(driver, { label: labelOf(command, driver), forward: JSON.stringify(forward), backward: JSON.stringify(backward) }, new Date().toISOString())
        return forward
      })
      return afterChange(changes)
    },
    undo: () => step('undo'),
    redo: () => step('redo'),
    cancel: (task) => (task.startsWith('scan:') ? folders.cancelScan(task.slice('scan:'.length)) : underway.cancel(task)),
    async settled() {
      await rereading
      await ingest.idle()
      current.settle()
    },
    markSimulated: () => writeSetting(driver, 'meta', 'simulated', true),
    async close() {
      space?.close()
      await underway.close()
      await folders.close()
      await ingest.close()
      current.close()
      driver.close()
      await untilLetGo()
    }
  }
  return project
}

function begin(driver: Driver, appVersion: string): AnalysisState {
  try {
    if (readCatalysts(driver).length === 0) driver.transaction(() => defaultCatalysts.forEach((name) => addCatalyst(driver, name, false)))
    return createAnalysisState(driver, appVersion)
  } catch (error) {
    driver.close() // what stays open could not be opened again
    throw error
  }
}
