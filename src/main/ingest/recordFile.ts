import type { FileStatus } from '../../shared/api'
import { liesIn, partsBelow } from '../../shared/storedPath'
import type { Driver } from '../store/driver'
import {
  filesOfContent, forgetContents, forgetLocation, locationsOfFile, nextSequence, readFile, readLocation, removeFile, writeFile, writeLocation, type FileRecord, type LocationRecord
} from '../store/files'
import { readersOfCompanion, writeCompanions } from '../store/companions'
import { writeMeasurements } from '../store/measurements'
import { writeOriginal } from '../store/originals'
import { sha256Text } from '../store/sha256'
import { writeSheetRows } from '../store/sheetRows'
import type { FileState } from './decide'
import type { ReadOutcome } from './readFile'
import { reasonOfPattern } from './reasonOfPattern'

export interface Place { readonly path: string; readonly folderId: string | null; readonly folderPath: string | null }

export interface Recorded {
  readonly fileId: string
  readonly status: FileStatus
  /** For a duplicate: the path of the file it copies. */
  readonly reason: string | null
  /** False when nothing that analyses look at has changed. */
  readonly changed: boolean
  /** Files that are read with this one, whose bytes are new at its path: they are to be read again. */
  readonly readAgain?: readonly string[]
}

/** Files that were never opened (ignored by name) have no content hash and are never each other's copies. */
const noContent = ''

/**
 * Takes one reading into the store in one transaction: a new file, a new version of a known one, a copy, or a rename.
 * `exists` tells whether a path is still on the disk (a rename leaves its old path behind).
 */
export function recordRead(driver: Driver, place: Place, outcome: ReadOutcome, exists: (path: string) => boolean, at: string): Recorded {
  return driver.transaction(() => {
    const location = readLocation(driver, place.path)
    const own = location && readFile(driver, location.fileId)
    const isNew = own?.sha256 !== outcome.sha256
    const recorded = takeIn(driver, place, outcome, { location, own }, exists, at)
    writeCompanions(driver, place.path, outcome.companions)
    const readAgain = isNew ? readersOfCompanion(driver, place.path).filter((path) => readLocation(driver, path)) : []
    return readAgain.length > 0 ? { ...recorded, readAgain } : recorded
  })
}

interface Before { readonly location: LocationRecord | undefined; readonly own: FileRecord | undefined }

function takeIn(driver: Driver, place: Place, outcome: ReadOutcome, { location, own }: Before, exists: (path: string) => boolean, at: string): Recorded {
  const here = (fileId: string): void => {
    const sequence = location?.fileId === fileId ? location.sequence : nextSequence(driver)
    writeLocation(driver, { path: place.path, fileId, folderId: place.folderId, root: rootOf(place, location), bytes: outcome.bytes, mtimeMs: outcome.mtimeMs, ctimeMs: outcome.ctimeMs, missing: false, ignoredBy: null, sequence })
  }
  if (own?.contentKey === outcome.contentKey) {
    here(own.id)
    const isCopy = firstPresent(locationsOfFile(driver, own.id), exists)?.path !== place.path
    if (isCopy) return { fileId: own.id, ...copyOf(driver, own.id, exists), changed: false }
    return write(driver, own, outcome, at)
  }
  const twin = outcome.bytes > 0 ? filesOfContent(driver, outcome.contentKey)[0] : undefined
  if (twin) {
    here(twin.id)
    if (own) dropIfOrphan(driver, own.id)
    return joinTwin(driver, twin, place.path, exists)
  }
  const isShared = own && locationsOfFile(driver, own.id).some((other) => other.path !== place.path && !other.missing)
  const file = own && !isShared ? own : newFile(driver, place, at)
  const recorded = write(driver, file, outcome, at)
  here(file.id)
  return recorded
}

/** One that no watched folder holds keeps the outermost folder that it was dropped with. */
function rootOf({ folderId, folderPath }: Place, known: LocationRecord | undefined): string | null {
  if (folderId !== null) return null
  const before = known?.root ?? null
  return before === null || folderPath !== null && liesIn(folderPath, before) ? folderPath : before
}

function newFile(driver: Driver, place: Place, at: string): FileRecord {
  const name = (place.folderPath === null ? null : partsBelow(place.folderPath, place.path)?.join('/')) ?? place.path
  const base = `f${sha256Text(name).slice(0, 12)}`
  let id = base
  for (let n = 2; readFile(driver, id); n += 1) id = `${base}-${n}`
  return {
    id, sha256: noContent, contentKey: noContent, bytes: 0, status: 'waiting', reason: null, reader: null, format: null, recognisedBecause: null, chosenReader: null,
    columnNames: null, userIgnored: false, at
  }
}

function write(driver: Driver, file: FileRecord, outcome: ReadOutcome, at: string): Recorded {
  const { status, reason, sha256, contentKey, bytes, reader, format, recognisedBecause } = outcome
  writeFile(driver, { ...file, status: file.userIgnored ? 'ignored' : status, reason, sha256, contentKey, bytes, reader, format, recognisedBecause, at })
  if (file.sha256 !== noContent) forgetContents(driver, file.id)
  writeMeasurements(driver, file.id, outcome.measurements)
  writeSheetRows(driver, file.id, outcome.rows)
  for (const { row, column, text } of outcome.problems) driver.run('INSERT INTO problems VALUES (?, ?, ?)', [file.id, `row ${row}, ${column}`, text])
  if (outcome.deflated) writeOriginal(driver, sha256, bytes, outcome.deflated)
  return { fileId: file.id, status, reason, changed: true }
}

/** The same bytes are already known: a rename if the old path is gone, else a copy. */
function joinTwin(driver: Driver, twin: FileRecord, path: string, exists: (path: string) => boolean): Recorded {
  const others = locationsOfFile(driver, twin.id).filter((other) => other.path !== path)
  const present = others.filter((other) => isPresent(other, exists))
  if (present.length > 0) return { fileId: twin.id, ...copyOf(driver, twin.id, exists), changed: false }
  for (const other of others) if (other.ignoredBy === null || !exists(other.path)) forgetLocation(driver, other.path)
  return { fileId: twin.id, status: twin.status, reason: twin.reason, changed: true }
}

const firstPresent = (locations: readonly LocationRecord[], exists: (path: string) => boolean): LocationRecord | undefined =>
  locations.find((location) => isPresent(location, exists))

/** One that its folder leaves out is nobody's original. */
const isPresent = ({ path, missing, ignoredBy }: LocationRecord, exists: (path: string) => boolean): boolean => !missing && ignoredBy === null && exists(path)

function copyOf(driver: Driver, fileId: string, exists: (path: string) => boolean): { status: FileStatus; reason: string } {
  const original = firstPresent(locationsOfFile(driver, fileId), exists)
  return { status: 'duplicate', reason: `The same bytes as ${original?.path ?? 'a file that is gone'}.` }
}

function dropIfOrphan(driver: Driver, fileId: string): void {
  if (locationsOfFile(driver, fileId).length === 0) removeFile(driver, fileId)
}

/** Lists a file that was not opened (by its name, or because it cannot be opened): status and reason only. */
export function recordUnread(driver: Driver, place: Place, facts: FileState, status: 'ignored' | 'error' | 'waiting', reason: string, at: string): Recorded {
  return driver.transaction(() => {
    const location = readLocation(driver, place.path)
    const known = location && readFile(driver, location.fileId)
    // A file that we have read before keeps its numbers while it is locked: only its state says so.
    const isKept = known !== undefined && known.sha256 !== noContent
    if (isKept && status !== 'ignored') return { fileId: known.id, status: known.status, reason: known.reason, changed: false }
    const file = known && !isKept ? known : newFile(driver, place, at)
    writeFile(driver, { ...file, status, reason, bytes: facts.bytes, at })
    // An unreadable file is tried again: its location is not taken as known.
    const mtimeMs = status === 'ignored' ? facts.mtimeMs : -1
    writeLocation(driver, { path: place.path, fileId: file.id, folderId: place.folderId, root: rootOf(place, location), bytes: facts.bytes, mtimeMs, ctimeMs: facts.ctimeMs ?? 0, missing: false, ignoredBy: location?.ignoredBy ?? null, sequence: location?.sequence ?? nextSequence(driver) })
    return { fileId: file.id, status, reason, changed: false }
  })
}

/** Lists a place that a pattern of its folder leaves out; what was read of it before stays as it is. */
export function recordIgnored(driver: Driver, place: Place, facts: FileState, pattern: string, at: string): Recorded {
  return driver.transaction(() => {
    const location = readLocation(driver, place.path)
    const known = location && readFile(driver, location.fileId)
    const file = known ?? newFile(driver, place, at)
    if (!known) writeFile(driver, { ...file, status: 'ignored', bytes: facts.bytes, at })
    const { bytes, mtimeMs, ctimeMs = 0 } = location ?? facts
    writeLocation(driver, { path: place.path, fileId: file.id, folderId: place.folderId, root: rootOf(place, location), bytes, mtimeMs, ctimeMs, missing: false, ignoredBy: pattern, sequence: location?.sequence ?? nextSequence(driver) })
    return { fileId: file.id, status: 'ignored', reason: reasonOfPattern(pattern), changed: location?.ignoredBy !== pattern }
  })
}
