import type { Entry, ProjectDefaults } from '../../shared/project'
import { replacedAt } from '../../shared/replacedAt'
import type { Emit } from '../api/emit'
import { addCatalyst, readCatalysts, removeUnusedCatalysts } from '../store/catalysts'
import type { Driver } from '../store/driver'
import { readSetting, writeSetting } from '../store/settings'
import type { AnalysisState } from './analyse'
import { counted } from './counted'
import { createEntryBuilder } from './entries'
import { readDefaults } from './projectSettings'

export interface UpToDateOptions {
  readonly driver: Driver
  readonly analysis: AnalysisState
  readonly emit: Emit
  readonly tellState: () => void
  /** Files pour in: analysing gives way to reading. */
  readonly isBusy: () => boolean
  /** Files that are being waited for or read. */
  readonly pending: () => number
  readonly onTrouble: (error: unknown) => void
  readonly onFine: () => void
}

export interface UpToDate {
  entries(): readonly Entry[]
  /** The same object while they say the same. */
  defaults(): ProjectDefaults
  /** Entries per catalyst. */
  counts(): ReadonlyMap<string, number>
  /** Brings entries and outcomes up to date now; without `compare`, comparisons follow in a moment. Throws what the store throws. */
  refresh(compare?: boolean): void
  /** Somebody changed something and waits for it. */
  changed(): void
  fileCame(): void
  /** Since the window was told the last time. */
  filesCame(): number
  /** Everything is computed and stored. */
  settle(): void
  close(): void
}

/** Files that come together are analysed together. */
const quietMs = 60
const longestWaitMs = 1000
const saveMs = 250
/** What was stored is shown first; whether it is still right is looked at a moment later. */
const firstLookMs = 400
/** An edit is shown before all catalysts are compared again. */
const compareAfterMs = 120
/** While files pour in, analysing takes at most a tenth of the time. */
const restPerWork = 9
/** A store that could not be written is tried again after so long. */
const storeRetryMs = 5000

/** When entries and outcomes are brought up to date, in which order the window hears of it, and when they are stored. */
export function createUpToDate({ driver, analysis, emit, tellState, isBusy, pending, onTrouble, onFine }: UpToDateOptions): UpToDate {
  const entryBuilder = createEntryBuilder(driver)
  const sameDefaults = createSame<ProjectDefaults>()
  let entries: readonly Entry[] = []
  let counts: ReadonlyMap<string, number> = new Map()
  let isStale = true
  let isClosed = false
  let filesCame = 0
  let dirtySince = 0
  let [refreshMs, compareMs] = [0, 0]
  let timer: NodeJS.Timeout | undefined
  let saving: NodeJS.Timeout | undefined
  let comparing: NodeJS.Timeout | undefined

  const refresh = (compare = true): void => {
    clearTimeout(timer)
    timer = undefined
    if (!isStale && !(compare && analysis.isComparing())) return
    clearTimeout(comparing)
    const started = performance.now()
    const defaults = sameDefaults(readDefaults(driver))
    const built = entryBuilder.build(defaults)
    if (entries !== built.entries) {
      const places = replacedAt(entries, built.entries)
      const isOther = !places || places.some((i) => entries[i]!.fields.catalyst?.value !== built.entries[i]!.fields.catalyst?.value)
      if (isOther) counts = counted(built.entries, (entry) => entry.fields.catalyst?.value)
      addNewCatalysts(driver, [...counts.keys()])
      if (isOther) removeUnusedCatalysts(driver, (name) => counts.has(name))
    }
    entries = built.entries
    const catalysts = readCatalysts(driver).filter(({ archived }) => !archived).map(({ name }) => name)
    const computed = analysis.update(built, catalysts, defaults, compare ? 'all' : 'without comparisons')
    isStale = false // only now: what failed half-way is done again
    if (filesCame > 0) emit('filesChanged', { count: filesCame })
    filesCame = 0
    if (computed.length > 0) emit('outcomesChanged', { catalysts: [...new Set(computed.map(({ catalyst }) => catalyst))] })
    tellState()
    if (compare) compareMs = performance.now() - started
    else refreshMs = performance.now() - started
    if (analysis.isComparing()) comparing = setTimeout(guardedRefresh, Math.max(compareAfterMs, isBusy() ? restPerWork * compareMs : 0))
    // The window is told first: what is not stored yet is computed again after a crash.
    if (!analysis.isSaved()) saving ??= setTimeout(guardedSave, saveMs)
  }
  const guardedRefresh = (compare = true): void => {
    try {
      refresh(compare)
      if (analysis.isSaved()) onFine()
    } catch (error) {
      onTrouble(error)
      if (!isClosed) timer = setTimeout(guardedRefresh, storeRetryMs, compare).unref()
    }
  }
  const guardedSave = (): void => {
    clearTimeout(saving)
    saving = undefined
    if (analysis.isSaved()) return
    try {
      analysis.save(() => writeCounts(driver, counts))
      onFine()
    } catch (error) {
      onTrouble(error)
      if (!isClosed) saving = setTimeout(guardedSave, storeRetryMs).unref()
    }
  }
  const refreshSoon = (): void => {
    const now = Date.now()
    if (!isStale || timer === undefined) dirtySince = now
    isStale = true
    clearTimeout(timer)
    const left = Math.max(0, dirtySince + Math.max(longestWaitMs, isBusy() ? restPerWork * refreshMs : 0) - now)
    timer = setTimeout(guardedRefresh, isBusy() ? left : pending() > 0 ? Math.min(quietMs, left) : 0, false)
  }
  if (analysis.isAsLeft()) timer = setTimeout(guardedRefresh, firstLookMs)
  return {
    entries: () => entries,
    defaults: () => sameDefaults(readDefaults(driver)),
    counts: () => (analysis.isAsLeft() ? readCounts(driver) : counts),
    refresh,
    changed() {
      isStale = true
      refresh(false)
    },
    fileCame() {
      filesCame += 1
      refreshSoon()
    },
    filesCame: () => filesCame,
    settle() {
      guardedRefresh()
      guardedSave()
    },
    close() {
      isClosed = true
      if (isStale || analysis.isComparing()) guardedRefresh()
      guardedSave()
      for (const waiting of [timer, saving, comparing]) clearTimeout(waiting)
    }
  }
}

/** The object of before where what it says is the same: what was computed with it is known by it. */
function createSame<T>(): (now: T) => T {
  let [before, text]: [T | undefined, string] = [undefined, '']
  return (now) => {
    const said = JSON.stringify(now)
    if (before === undefined || said !== text) [before, text] = [now, said]
    return before
  }
}

/** Entries per catalyst as they were stored with the outcomes. */
const readCounts = (driver: Driver): ReadonlyMap<string, number> => new Map(Object.entries((readSetting(driver, 'meta', 'entries') ?? {}) as Record<string, number>))
const writeCounts = (driver: Driver, counts: ReadonlyMap<string, number>): void => writeSetting(driver, 'meta', 'entries', Object.fromEntries(counts))

function addNewCatalysts(driver: Driver, stated: readonly string[]): void {
  const known = new Set(readCatalysts(driver).map(({ name }) => name))
  const added = stated.filter((name) => !known.has(name))
  if (added.length > 0) driver.transaction(() => added.forEach((name) => addCatalyst(driver, name, true)))
}
