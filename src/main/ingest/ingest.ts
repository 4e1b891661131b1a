import { basename } from 'node:path'
import { disk, isAbsence, isThere } from '../disk'
import type { Driver } from '../store/driver'
import { readFile as readRecord, readLocation, writeLocation } from '../store/files'
import { decide, isSameState, patience as defaultPatience, type FileState, type Patience } from './decide'
import { ignoredByName } from './ignoreName'
import { recordRead, recordUnread, type Place, type Recorded } from './recordFile'
import { ReaderStopped, type ReaderPool } from './readerPool'
import type { ReadOutcome } from './readFile'
import { createOrderedQueue } from './orderedQueue'
import type { SeenFile } from './scanFolder'

export interface IngestEvent { readonly path: string; readonly recorded: Recorded; readonly outcome: ReadOutcome | null }

export interface IngestOptions {
  readonly driver: Driver
  readonly pool: ReaderPool
  readonly archive: (folderId: string | null) => boolean
  /** What was answered where several readers were equally sure. */
  readonly answers: () => Readonly<Record<string, string>>
  readonly onRecorded: (event: IngestEvent) => void
  /** Failure of the store itself (disk full …): the queue stops taking and says so. */
  readonly onStoreTrouble: (error: unknown) => void
  readonly patience?: Patience
  readonly now?: () => number
  /** Runs on however the clock is set. */
  readonly steady?: () => number
}

export interface Ingest {
  /** Look at a path (event, scan, drop); reads it when it rests. `force` reads even what is known. */
  consider(place: Place, seen?: SeenFile, options?: { force?: boolean; immediately?: boolean }): Promise<void>
  gone(path: string): void
  /** Files being waited for or read. */
  pending(): number
  /** Resolves when nothing is being read and nothing waits to settle. */
  idle(): Promise<void>
  close(): Promise<void>
}

interface Unsaved { readonly place: Place; readonly outcome: ReadOutcome }
interface Look extends FileState { readonly atMs: number; readonly firstSeenMs: number; readonly timer: NodeJS.Timeout | null }

/** Locks, full tables and shares that dropped: they pass by themselves. */
const retryable = new Set(['EBUSY', 'EPERM', 'EACCES', 'EMFILE', 'ENFILE', 'EAGAIN', 'EIO', 'ETXTBSY', 'ESTALE', 'ENOTCONN', 'EHOSTDOWN', 'ENETUNREACH', 'ETIMEDOUT', 'UNKNOWN'])
const longestRetryMs = 60_000
/** Many files at once are recorded together: one transaction waits for the disk once. A file that comes alone is recorded at once. */
const together = { files: 100, bytes: 32e6, ms: 150 } as const

/** Facts → decide → read in a worker → one transaction. One locked file never holds up the others. */
export function createIngest(options: IngestOptions): Ingest {
  const { driver, pool, patience = defaultPatience, now = Date.now, steady = () => performance.now() } = options
  const looks = new Map<string, Look>()
  const retries = new Map<string, { count: number; timer: NodeJS.Timeout }>()
  const reading = new Map<string, Place>()
  const again = new Set<string>()
  let unsaved: Unsaved[] = []
  let saving: NodeJS.Timeout | null = null
  let closed = false
  const queue = createOrderedQueue<ReadOutcome>(24)
  const iso = (): string => new Date(now()).toISOString()

  const forgetLook = (path: string): void => {
    const timer = looks.get(path)?.timer
    if (timer) clearTimeout(timer)
    looks.delete(path)
  }

  const listIgnored = (place: Place, facts: SeenFile, reason: string): void => {
    if (readLocation(driver, place.path)) return
    emit(place.path, recordUnread(driver, place, facts, 'ignored', reason, iso()), null)
  }

  const emit = (path: string, recorded: Recorded, outcome: ReadOutcome | null): void => options.onRecorded({ path, recorded, outcome })

  const consider: Ingest['consider'] = async (place, seen, { force = false, immediately = false } = {}) => {
    if (closed) return
    const facts = seen ?? (await look(place))
    if (!facts) return
    try {
      const ignored = ignoredByName(basename(place.path))
      if (ignored) return listIgnored(place, facts, ignored)
      const known = readLocation(driver, place.path)
      if (known?.missing) writeLocation(driver, { ...known, missing: false })
      const previous = looks.get(place.path)
      const decision = force || immediately && !(known && isSameState(known, facts))
        ? ({ verdict: 'read' } as const)
        : decide({ ...stateOf(facts), nowMs: now(), steadyMs: steady(), ...(previous ? { previousLook: previous } : {}), ...(known ? { known } : {}) }, patience)
      if (decision.verdict === 'known') return forgetLook(place.path)
      if (decision.verdict === 'read') {
        forgetLook(place.path)
        return enqueue(place)
      }
      waitFor(place, facts, previous, decision.forMs)
    } catch (error) {
      options.onStoreTrouble(error)
      retryLater(place)
    }
  }

  const waitFor = (place: Place, facts: SeenFile, previous: Look | undefined, forMs: number): void => {
    if (previous?.timer) clearTimeout(previous.timer)
    const before = previous && isSameState(previous, facts) ? previous : null
    const timer = setTimeout(() => void consider(place), forMs)
    looks.set(place.path, {
      ...stateOf(facts), atMs: before?.atMs ?? steady(), firstSeenMs: previous?.firstSeenMs ?? steady(), timer
    })
  }

  const look = async (place: Place): Promise<SeenFile | null> => {
    try {
      const facts = await disk.stat(place.path)
      return facts.isFile() ? { path: place.path, bytes: facts.size, mtimeMs: facts.mtimeMs, ctimeMs: facts.ctimeMs } : null
    } catch (error) {
      forgetLook(place.path) // gone again before we looked: the unlink event or the next scan tells the rest
      if (isAbsence(error)) retries.delete(place.path)
      else retryLater(place)
      return null
    }
  }

  const enqueue = (place: Place): void => {
    if (reading.has(place.path)) {
      again.add(place.path)
      return
    }
    const location = readLocation(driver, place.path)
    const file = location && readRecord(driver, location.fileId)
    const request = { path: place.path, reader: file?.chosenReader ?? null, columnNames: file?.columnNames ?? null, archive: options.archive(place.folderId), answers: options.answers() }
    reading.set(place.path, place) // only now: a store that fails above must not leave it waiting for ever
    queue.add(() => pool.read(request), (outcome) => done(place, outcome), (error) => failed(place, error))
  }

  const finish = (place: Place): void => {
    reading.delete(place.path)
    if (again.delete(place.path)) void consider(place)
  }

  const done = (place: Place, outcome: ReadOutcome): void => {
    const retry = retries.get(place.path)
    if (retry) clearTimeout(retry.timer)
    retries.delete(place.path)
    unsaved.push({ place, outcome })
    const isMuch = unsaved.length >= together.files || unsaved.reduce((sum, one) => sum + one.outcome.bytes, 0) >= together.bytes
    if (isMuch || reading.size <= unsaved.length) save()
    else saving ??= setTimeout(save, together.ms)
  }

  const save = (): void => {
    if (saving) clearTimeout(saving)
    saving = null
    const now = unsaved
    unsaved = []
    if (now.length === 0) return
    const record = ({ place, outcome }: Unsaved): Recorded => recordRead(driver, place, outcome, isThere, iso())
    const recorded = orNull(() => driver.transaction(() => now.map(record)))
    now.forEach((one, i) => {
      try {
        // Where one of them, or the disk, failed: each for itself, so that a single bad one keeps none of the others out.
        announce(one, recorded?.[i] ?? record(one))
      } catch (error) {
        options.onStoreTrouble(error)
        retryLater(one.place)
      }
    })
    for (const { place } of now) finish(place)
  }

  const announce = ({ place, outcome }: Unsaved, recorded: Recorded): void => {
    emit(place.path, recorded, outcome)
    for (const path of recorded.readAgain ?? []) void consider({ ...place, path }, undefined, { force: true })
  }

  const failed = (place: Place, error: NodeJS.ErrnoException): void => {
    if (closed) return
    try {
      if (error instanceof ReaderStopped) emit(place.path, recordUnread(driver, place, { bytes: 0, mtimeMs: -1 }, 'error', error.message, iso()), null)
      else if (error.code !== undefined && retryable.has(error.code)) {
        const reason = `The file, or one that is read with it, cannot be opened now (${error.code}): another program holds it; it is tried again by itself.`
        emit(place.path, recordUnread(driver, place, { bytes: 0, mtimeMs: -1 }, 'waiting', reason, iso()), null)
        retryLater(place)
      } else if (!isAbsence(error)) {
        emit(place.path, recordUnread(driver, place, { bytes: 0, mtimeMs: -1 }, 'error', `The file cannot be read (${error.message}).`, iso()), null)
      }
    } catch (trouble) {
      options.onStoreTrouble(trouble)
      retryLater(place)
    }
    finish(place)
  }

  const retryLater = (place: Place): void => {
    if (closed) return
    const before = retries.get(place.path)
    if (before) clearTimeout(before.timer)
    const count = (before?.count ?? 0) + 1
    const timer = setTimeout(() => void consider(place, undefined, { force: true }), Math.min(longestRetryMs, 500 * 2 ** count))
    timer.unref()
    retries.set(place.path, { count, timer })
  }

  return {
    consider,
    gone(path) {
      forgetLook(path)
      try {
        const location = readLocation(driver, path)
        if (location && !location.missing) writeLocation(driver, { ...location, missing: true })
      } catch (error) {
        options.onStoreTrouble(error) // the next scan says again that it is gone
      }
    },
    pending: () => looks.size + reading.size,
    async idle() {
      while (!closed && (looks.size > 0 || reading.size > 0)) {
        await queue.drained()
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    async close() {
      closed = true
      for (const { timer } of looks.values()) if (timer) clearTimeout(timer)
      for (const { timer } of retries.values()) clearTimeout(timer)
      looks.clear()
      await pool.close()
      await queue.drained()
      save()
    }
  }
}

function orNull<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}

const stateOf = ({ bytes, mtimeMs, ctimeMs = 0 }: FileState): Required<FileState> => ({ bytes, mtimeMs, ctimeMs })
