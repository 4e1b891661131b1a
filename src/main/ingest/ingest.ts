import { basename } from 'node:path'
import { disk, isAbsence, isOneFile, isThere } from '../disk'
import type { Driver } from '../store/driver'
import { readFile as readRecord, readLocation, writeLocation, type LocationRecord } from '../store/files'
import { decide, isSameState, patience as defaultPatience, type FileState, type Patience } from './decide'
import { ignoredByName } from './ignoreName'
import { recordIgnored, recordRead, recordUnread, type Place, type Recorded } from './recordFile'
import { ReaderStopped, type ReaderPool } from './readerPool'
import type { ReadOutcome } from './readFile'
import { createOrderedQueue } from './orderedQueue'
import { createRecordTogether, type Unsaved } from './recordTogether'
import type { SeenFile } from './scanFolder'

export interface IngestEvent { readonly path: string; readonly recorded: Recorded; readonly outcome: ReadOutcome | null }

export interface IngestOptions {
  readonly driver: Driver
  readonly pool: ReaderPool
  readonly archive: (folderId: string | null) => boolean
  /** What was answered where several readers were equally sure. */
  readonly answers: () => Readonly<Record<string, string>>
  /** The pattern of its folder that leaves a file out; null where none does. */
  readonly ignoredBy?: (place: Place) => string | null
  readonly onRecorded: (event: IngestEvent) => void
  /** Failure of the store itself (disk full …): the queue stops taking and says so. */
  readonly onStoreTrouble: (error: unknown) => void
  /** While it is so nothing more is taken in (the disk is nearly full); the scan that follows finds what was left. */
  readonly isStopped?: () => boolean
  readonly patience?: Patience
  readonly now?: () => number
  /** Runs on however the clock is set. */
  readonly steady?: () => number
}

export interface Ingest {
  /**
   * Look at a path (event, scan, drop); reads it when it rests. `force` reads even what is known. One of many comes with what was `seen` of it:
   * the promise then waits until there is room for more, so that a scan runs no further ahead of the reading than a few hundred files.
   */
  consider(place: Place, seen?: SeenFile, options?: { force?: boolean; immediately?: boolean }): Promise<void>
  gone(path: string): void
  /** Files being waited for or read. */
  pending(): number
  /** Resolves when nothing is being read and nothing waits to settle. */
  idle(): Promise<void>
  close(): Promise<void>
}

interface Look extends FileState { readonly atMs: number; readonly firstSeenMs: number; readonly timer: NodeJS.Timeout | null }

/** Locks, full tables and shares that dropped: they pass by themselves. */
const retryable = new Set(['EBUSY', 'EPERM', 'EACCES', 'EMFILE', 'ENFILE', 'EAGAIN', 'EIO', 'ETXTBSY', 'ESTALE', 'ENOTCONN', 'EHOSTDOWN', 'EHOSTUNREACH', 'ENETUNREACH', 'ECONNRESET', 'ECONNABORTED', 'EINTR', 'ETIMEDOUT', 'UNKNOWN'])
const longestRetryMs = 60_000
/** So many files may wait to be read before a scan has to wait. */
const mostAhead = 1500
/** So many files are with the readers at a time; how many of them are at hand as numbers is bounded by their size there. */
const mostInHand = 240

/** Facts → decide → read in a worker → one transaction. One locked file never holds up the others. */
export function createIngest(options: IngestOptions): Ingest {
  const { driver, pool, patience = defaultPatience, now = Date.now, steady = () => performance.now() } = options
  const looks = new Map<string, Look>()
  const retries = new Map<string, { count: number; timer: NodeJS.Timeout }>()
  /** Path → whether it is one of many. A file that comes alone is recorded at once. */
  const reading = new Map<string, boolean>()
  /** Asked for while it was being read; whether by force. */
  const again = new Map<string, boolean>()
  let rooms: (() => void)[] = []
  let closed = false
  const queue = createOrderedQueue<ReadOutcome>(mostInHand)
  const iso = (): string => new Date(now()).toISOString()

  const forgetLook = (path: string): void => {
    const timer = looks.get(path)?.timer
    if (timer) clearTimeout(timer)
    looks.delete(path)
  }

  const forgetRetry = (path: string): void => {
    clearTimeout(retries.get(path)?.timer)
    retries.delete(path)
  }

  const listIgnored = (place: Place, record: () => Recorded): void => {
    if (reading.has(place.path)) return
    forgetRetry(place.path)
    forgetLook(place.path)
    reading.set(place.path, true)
    batch.add({ place, bytes: 0, outcome: null, record })
  }
  const patternOf = (place: Place): string | null => options.ignoredBy?.(place) ?? null

  const emit = (path: string, recorded: Recorded, outcome: ReadOutcome | null): void => options.onRecorded({ path, recorded, outcome })

  const consider: Ingest['consider'] = async (place, seen, { force = false, immediately = false } = {}) => {
    if (closed) return
    if (options.isStopped?.()) return force ? retryLater(place) : undefined
    const facts = seen ?? (await look(place))
    if (!facts || closed) return // closed while it was looked at
    try {
      const known = readLocation(driver, place.path)
      if (known?.missing) writeLocation(driver, { ...known, missing: false })
      const ignored = ignoredByName(basename(place.path))
      if (ignored) {
        if (!known) listIgnored(place, () => recordUnread(driver, place, facts, 'ignored', ignored, iso()))
        return seen && (await room())
      }
      const pattern = patternOf(place)
      if (pattern !== null) {
        if (known?.ignoredBy !== pattern) listIgnored(place, () => recordIgnored(driver, place, facts, pattern, iso()))
        return seen && (await room())
      }
      const previous = looks.get(place.path)
      const decision = force || immediately && !(known && isSameState(known, facts))
        ? ({ verdict: 'read' } as const)
        : decide({ ...stateOf(facts), nowMs: now(), steadyMs: steady(), ...(previous ? { previousLook: previous } : {}), ...(known ? { known } : {}) }, patience)
      if (decision.verdict === 'known') return forgetLook(place.path)
      if (decision.verdict === 'read') {
        forgetLook(place.path)
        enqueue(place, known, seen !== undefined, facts.bytes, force)
        return seen && (await room())
      }
      waitFor(place, facts, previous, decision.forMs)
    } catch (error) {
      options.onStoreTrouble(error)
      retryLater(place)
    }
  }

  const room = (): Promise<void> | undefined => (reading.size < mostAhead || closed ? undefined : new Promise((resolve) => rooms.push(resolve)))
  const makeRoom = (): void => {
    const waiting = rooms
    rooms = []
    for (const goOn of waiting) goOn()
  }

  const waitFor = (place: Place, facts: SeenFile, previous: Look | undefined, forMs: number): void => {
    if (previous?.timer) clearTimeout(previous.timer)
    const before = previous && isSameState(previous, facts) ? previous : null
    const timer = setTimeout(() => void consider(place), forMs)
    looks.set(place.path, {
      ...stateOf(facts), atMs: before?.atMs ?? steady(), firstSeenMs: previous?.firstSeenMs ?? steady(), timer
    })
    pool.prepare?.(looks.size, { path: place.path, bytes: facts.bytes, reader: null, columnNames: null, archive: false })
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

  const enqueue = (place: Place, location: LocationRecord | undefined, isOneOfMany: boolean, bytes: number, force: boolean): void => {
    if (reading.has(place.path)) {
      again.set(place.path, force || again.get(place.path) === true)
      return
    }
    const file = location && readRecord(driver, location.fileId)
    const request = { path: place.path, bytes, reader: file?.chosenReader ?? null, columnNames: file?.columnNames ?? null, archive: options.archive(place.folderId), answers: options.answers() }
    reading.set(place.path, isOneOfMany) // only now: a store that fails above must not leave it waiting for ever
    queue.add(() => pool.read(request), (outcome) => done(place, outcome), (error) => failed(place, error))
  }

  const finish = (place: Place): void => {
    reading.delete(place.path)
    if (reading.size < mostAhead / 2) makeRoom()
    const force = again.get(place.path)
    if (again.delete(place.path)) void consider(place, undefined, { force: force === true })
  }

  const done = (place: Place, outcome: ReadOutcome): void => {
    forgetRetry(place.path)
    batch.add({ place, bytes: outcome.bytes, outcome, record: () => recordNow(place, outcome) })
    if (reading.get(place.path) === false && reading.size <= batch.size()) batch.save()
  }

  /** A pattern may have come while the file was read. */
  const recordNow = (place: Place, outcome: ReadOutcome): Recorded => {
    const pattern = patternOf(place)
    return pattern === null ? recordRead(driver, place, outcome, isElsewhere(place.path), iso()) : recordIgnored(driver, place, outcome, pattern, iso())
  }

  const announce = ({ place, outcome }: Unsaved, recorded: Recorded): void => {
    emit(place.path, recorded, outcome)
    for (const path of recorded.readAgain ?? []) void consider({ ...place, path }, undefined, { force: true })
  }
  const batch = createRecordTogether(driver, {
    recorded: announce,
    failed({ place }, error) {
      options.onStoreTrouble(error)
      retryLater(place)
    },
    finished: ({ place }) => finish(place)
  })

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
        batch.save()
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    async close() {
      closed = true
      makeRoom()
      for (const { timer } of looks.values()) if (timer) clearTimeout(timer)
      for (const { timer } of retries.values()) clearTimeout(timer)
      looks.clear()
      await pool.close()
      await queue.drained()
      batch.save()
    }
  }
}

/** Something is at a path that is not this file under its name of before, which differed in case. */
const isElsewhere = (own: string) => (path: string): boolean => isThere(path) && (path === own || !isOneFile(path, own))

const stateOf = ({ bytes, mtimeMs, ctimeMs = 0 }: FileState): Required<FileState> => ({ bytes, mtimeMs, ctimeMs })
