import { basename, dirname } from 'node:path'
import type { Finding, Outcome } from '../../shared/analyses/analysis'
import type { Command, Progress, ProjectState, WatchStatus } from '../../shared/api'
import { findingKey } from '../../shared/checks/findingKey'
import { defaultCatalysts } from '../../shared/catalystColours'
import type { Entry } from '../../shared/project'
import type { Emit } from '../api/emit'
import { isThere } from '../disk'
import { createIngest, type Ingest, type IngestEvent } from '../ingest/ingest'
import type { Patience } from '../ingest/decide'
import { watchDiskRoom } from '../ingest/diskRoom'
import { createReaderPool, type ReaderPool } from '../ingest/readerPool'
import { networkKindOf } from '../networkPlace'
import { readAcknowledgements } from '../store/acknowledgements'
import { addCatalyst, readCatalysts } from '../store/catalysts'
import type { Driver } from '../store/driver'
import { locationsOfFile } from '../store/files'
import { addStep, firstUndone, lastDone, markUndone } from '../store/history'
import { openStore } from '../store/openStore'
import { readSetting, writeSetting } from '../store/settings'
import { createAnalysisState, type AnalysisState } from './analyse'
import { applyChange, changesOf, filesToRead, labelOf, type Change } from './changes'
import { createEntryBuilder } from './entries'
import { inboxCounts } from './inboxPage'
import { createProjectFolders, type ProjectFolders, type Rescan } from './projectFolders'
import { readDefaults, readerAnswers } from './projectSettings'

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
  state(): ProjectState
  entries(): readonly Entry[]
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

const quietMs = 60
const busyFrom = 20
const saveMs = 250
const firstLookMs = 400
/** An edit is shown before all catalysts are compared again. */
const compareAfterMs = 120
const longestWaitMs = 1000
/** While files pour in, analysing takes at most a fifth of the time. */
const restPerWork = 4
/** A store that could not be written is tried again after so long. */
const storeRetryMs = 5000

/** One open project: what comes in is recorded, and the analyses follow. */
export function openProject(options: ProjectOptions): Project {
  const { emit, path } = options
  const driver = openStore(path, { create: options.create })
  const analysis = begin(driver, options.appVersion)
  const entryBuilder = createEntryBuilder(driver)
  let entries: readonly Entry[] = []
  let counts: ReadonlyMap<string, number> = new Map()
  let isStale = true
  let timer: NodeJS.Timeout | null = null
  let saving: NodeJS.Timeout | null = null
  let comparing: NodeJS.Timeout | null = null
  let compareMs = 0
  let dirtySince = 0
  let refreshMs = 0
  let filesTouched = 0
  let trouble: string | null = null
  let isClosed = false
  let rereading: Promise<void> = Promise.resolve()
  const tasks = new Map<string, Progress>()

  /** What is new since; `compare` leaves nothing for later. */
  const refresh = (compare = true): void => {
    if (timer) clearTimeout(timer)
    timer = null
    if (!isStale && !(compare && analysis.isComparing())) return
    if (comparing) clearTimeout(comparing)
    comparing = null
    const started = performance.now()
    const defaults = readDefaults(driver)
    const built = entryBuilder.build(defaults)
    if (entries !== built.entries) counts = counted(built.entries, (entry) => entry.fields.catalyst?.value)
    if (entries !== built.entries) addNewCatalysts(driver, [...counts.keys()])
    entries = built.entries
    const computed = analysis.update(built, readCatalysts(driver).filter((c) => !c.archived).map((c) => c.name), defaults, compare ? 'all' : 'without comparisons')
    isStale = false // only now: what failed half-way is done again
    if (filesTouched > 0) emit('filesChanged', { count: filesTouched })
    filesTouched = 0
    if (computed.length > 0) emit('outcomesChanged', { catalysts: [...new Set(computed.map((outcome) => outcome.catalyst))] })
    emit('projectState', state())
    if (compare) compareMs = performance.now() - started
    else refreshMs = performance.now() - started
    if (analysis.isComparing()) comparing = setTimeout(() => guardedRefresh(), Math.max(compareAfterMs, ingest.pending() > busyFrom ? restPerWork * compareMs : 0))
    saveSoon()
  }
  /** The window is told first: what is not stored yet is computed again after a crash. */
  const saveSoon = (): void => {
    if (!analysis.isSaved()) saving ??= setTimeout(guardedSave, saveMs)
  }
  const guardedSave = (): void => {
    if (saving) clearTimeout(saving)
    saving = null
    try {
      analysis.save(() => writeCounts(driver, counts))
      trouble = null
    } catch (error) {
      storeTrouble(error)
      if (!isClosed) saving = setTimeout(guardedSave, storeRetryMs).unref()
    }
  }
  const markStale = (): void => {
    const now = Date.now()
    if (!isStale || timer === null) dirtySince = now
    isStale = true
    if (timer) clearTimeout(timer)
    const isBusy = ingest.pending() > busyFrom || tasks.size > 0
    const left = Math.max(0, dirtySince + Math.max(longestWaitMs, isBusy ? restPerWork * refreshMs : 0) - now)
    timer = setTimeout(() => guardedRefresh(false), isBusy ? left : Math.min(quietMs, left))
  }
  const guardedRefresh = (compare = true): void => {
    try {
      refresh(compare)
      if (analysis.isSaved()) trouble = null
    } catch (error) {
      storeTrouble(error)
      if (!isClosed) timer = setTimeout(() => guardedRefresh(compare), storeRetryMs).unref()
    }
  }
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

  const ingest = createIngest({
    driver, pool: options.pool ?? createReaderPool(options.workerFile), archive: (folderId) => folders.archive(folderId), answers: () => readerAnswers(driver), onStoreTrouble: storeTrouble,
    isStopped: () => space?.room() === 'none', ...(options.patience ? { patience: options.patience } : {}),
    onRecorded(event) {
      trouble = null
      filesTouched += 1
      options.onRecorded?.(event)
      markStale()
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
  const progress = (): Progress[] => {
    const pending = ingest.pending()
    return pending > 5 ? [...tasks.values(), { task: 'read', label: 'read', done: filesTouched, total: filesTouched + pending, cancellable: false }] : [...tasks.values()]
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
    const count = analysis.isAsLeft() ? readCounts(driver) : counts
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
    return changes.map((change) => applyChange(driver, change, at)).reverse()
  }
  const afterChange = (changes: readonly Change[]): ProjectState => {
    const paths = filesToRead(changes, driver).flatMap((id) => locationsOfFile(driver, id).filter((l) => !l.missing).slice(0, 1).map((l) => l.path))
    rereading = project.retry(paths)
    isStale = true
    refresh(false)
    return state()
  }
  const step = (which: 'undo' | 'redo'): ProjectState => {
    const found = which === 'undo' ? lastDone(driver) : firstUndone(driver)
    if (!found) return state()
    const changes = JSON.parse(which === 'undo' ? found.backward : found.forward) as Change[]
    driver.transaction(() => {
      apply(changes)
      markUndone(driver, found.id, which === 'undo')
    })
    return afterChange(changes)
  }
  // What was stored is shown first; whether it is still right is looked at a moment later.
  if (analysis.isAsLeft()) timer = setTimeout(() => guardedRefresh(), firstLookMs)
  const network = path === ':memory:' ? null : networkKindOf(dirname(path))
  if (network !== null) emit('notice', { level: 'info', text: `${basename(path)} lies on a network share or a foreign disk (${network}): only one computer can have it open at a time, and a local disk is faster.` })
  const project: Project = {
    path, driver, ingest, folders, state,
    entries: () => (refresh(), entries),
    outcomes: () => (refresh(), analysis.outcomes()),
    findings: () => (refresh(), analysis.findings()),
    shown() {
      if (!analysis.isAsLeft()) refresh(false)
      return { outcomes: analysis.outcomes(), findings: analysis.findings() }
    },
    retry: async (paths) => void (await Promise.all(paths.filter((p) => isThere(p)).map((p) => ingest.consider(folders.placeOf(p), undefined, { force: true })))),
    execute(command) {
      const changes = driver.transaction(() => {
        const forward = changesOf(command, driver)
        const backward = apply(forward)
        addStep(driver, { label: labelOf(command), forward: JSON.stringify(forward), backward: JSON.stringify(backward) }, new Date().toISOString())
        return forward
      })
      return afterChange(changes)
    },
    undo: () => step('undo'),
    redo: () => step('redo'),
    cancel: (task) => { if (task.startsWith('scan:')) folders.cancelScan(task.slice('scan:'.length)) },
    async settled() {
      await rereading
      await ingest.idle()
      guardedRefresh()
      guardedSave()
    },
    markSimulated: () => writeSetting(driver, 'meta', 'simulated', true),
    async close() {
      space?.close()
      await folders.close()
      await ingest.close()
      isClosed = true
      if (isStale || analysis.isComparing()) guardedRefresh()
      guardedSave()
      for (const waiting of [timer, saving, comparing]) if (waiting) clearTimeout(waiting)
      driver.close()
    }
  }
  return project
}

function counted<Item>(items: readonly Item[], nameOf: (item: Item) => string | null | undefined): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) {
    const name = nameOf(item)
    if (name !== null && name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

/** Entries per catalyst as they were stored with the outcomes. */
const readCounts = (driver: Driver): ReadonlyMap<string, number> => new Map(Object.entries((readSetting(driver, 'meta', 'entries') ?? {}) as Record<string, number>))
const writeCounts = (driver: Driver, counts: ReadonlyMap<string, number>): void => writeSetting(driver, 'meta', 'entries', Object.fromEntries(counts))

function addNewCatalysts(driver: Driver, stated: readonly string[]): void {
  const known = new Set(readCatalysts(driver).map(({ name }) => name))
  const added = stated.filter((name) => !known.has(name))
  if (added.length > 0) driver.transaction(() => added.forEach((name) => addCatalyst(driver, name, true)))
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
