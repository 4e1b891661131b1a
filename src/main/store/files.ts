import type { FileStatus } from '../../shared/api'
import type { TableColumnChoice } from '../../shared/readers/reader'
import type { Driver } from './driver'

export interface FileRecord {
  readonly id: string
  readonly sha256: string
  /** Of these bytes and of the companions that they are read with. */
  readonly contentKey: string
  readonly bytes: number
  readonly status: FileStatus
  readonly reason: string | null
  readonly reader: string | null
  readonly format: string | null
  readonly recognisedBecause: string | null
  readonly chosenReader: string | null
  readonly columnNames: readonly TableColumnChoice[] | null
  readonly userIgnored: boolean
  readonly at: string
}

export interface LocationRecord {
  readonly path: string
  readonly fileId: string
  readonly folderId: string | null
  /** Without a watched folder: the one whose names count nevertheless, because it was watched or dropped. */
  readonly root: string | null
  readonly bytes: number
  readonly mtimeMs: number
  /** 0 where an older program recorded it. */
  readonly ctimeMs: number
  readonly missing: boolean
  /** The pattern of its watched folder that leaves it out. */
  readonly ignoredBy: string | null
  /** Order of arrival: the first present location is the file's own, the others are its copies. */
  readonly sequence: number
}

type FileRow = Omit<FileRecord, 'columnNames' | 'userIgnored'> & { columnNames: string | null; userIgnored: number }
type LocationRow = Omit<LocationRecord, 'missing'> & { missing: number }

const fileOf = (row: FileRow): FileRecord => ({
  ...row,
  columnNames: row.columnNames === null ? null : (JSON.parse(row.columnNames) as TableColumnChoice[]),
  userIgnored: row.userIgnored === 1
})
const locationOf = (row: LocationRow): LocationRecord => ({ ...row, missing: row.missing === 1 })

const fileColumns = 'id, sha256, contentKey, bytes, status, reason, reader, format, recognisedBecause, chosenReader, columnNames, userIgnored, at'

export function writeFile(driver: Driver, file: FileRecord): void {
  driver.run(
    `INSERT INTO files (${fileColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET
     sha256 = excluded.sha256, contentKey = excluded.contentKey, bytes = excluded.bytes, status = excluded.status, reason = excluded.reason, reader = excluded.reader, format = excluded.format,
     recognisedBecause = excluded.recognisedBecause, chosenReader = excluded.chosenReader, columnNames = excluded.columnNames,
     userIgnored = excluded.userIgnored, at = excluded.at`,
    [file.id, file.sha256, file.contentKey, file.bytes, file.status, file.reason, file.reader, file.format, file.recognisedBecause, file.chosenReader,
      file.columnNames ? JSON.stringify(file.columnNames) : null, file.userIgnored ? 1 : 0, file.at])
}

export const readFiles = (driver: Driver): FileRecord[] => driver.all<FileRow>(`SELECT ${fileColumns} FROM files ORDER BY at DESC, id`).map(fileOf)

/** The files that analyses can use: with a measurement or a row. A folder may hold a thousand others for each of them. */
const inUse = '(SELECT fileId FROM measurements UNION SELECT fileId FROM sheetRows)'
export const readFilesInUse = (driver: Driver): FileRecord[] => driver.all<FileRow>(`SELECT ${fileColumns} FROM files WHERE id IN ${inUse} ORDER BY at DESC, id`).map(fileOf)

export function readFile(driver: Driver, id: string): FileRecord | undefined {
  const row = driver.get<FileRow>(`SELECT ${fileColumns} FROM files WHERE id = ?`, [id])
  return row && fileOf(row)
}

export const filesOfContent = (driver: Driver, contentKey: string): FileRecord[] =>
  driver.all<FileRow>(`SELECT ${fileColumns} FROM files WHERE contentKey = ? ORDER BY id`, [contentKey]).map(fileOf)

const locationColumns = 'path, fileId, folderId, root, bytes, mtimeMs, ctimeMs, missing, ignoredBy, sequence'

export function writeLocation(driver: Driver, location: LocationRecord): void {
  driver.run(
    `INSERT INTO locations (${locationColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (path) DO UPDATE SET
     fileId = excluded.fileId, folderId = excluded.folderId, root = excluded.root, bytes = excluded.bytes, mtimeMs = excluded.mtimeMs, ctimeMs = excluded.ctimeMs, missing = excluded.missing,
     ignoredBy = excluded.ignoredBy, sequence = excluded.sequence`,
    [location.path, location.fileId, location.folderId, location.root, location.bytes, location.mtimeMs, location.ctimeMs, location.missing ? 1 : 0, location.ignoredBy, location.sequence])
}

export const readLocations = (driver: Driver): LocationRecord[] =>
  driver.all<LocationRow>(`SELECT ${locationColumns} FROM locations ORDER BY sequence`).map(locationOf)

export const readLocationsInUse = (driver: Driver): LocationRecord[] =>
  driver.all<LocationRow>(`SELECT ${locationColumns} FROM locations WHERE fileId IN ${inUse} ORDER BY sequence`).map(locationOf)

export function readLocation(driver: Driver, path: string): LocationRecord | undefined {
  const row = driver.get<LocationRow>(`SELECT ${locationColumns} FROM locations WHERE path = ?`, [path])
  return row && locationOf(row)
}

/** Those that count before those that are left out, and the present ones before the vanished. */
export const locationsOfFile = (driver: Driver, fileId: string): LocationRecord[] =>
  driver.all<LocationRow>(`SELECT ${locationColumns} FROM locations WHERE fileId = ? ORDER BY ignoredBy IS NOT NULL, missing, sequence`, [fileId]).map(locationOf)

const sequences = new WeakMap<Driver, number>()

/** Greater than all before; what is taken back leaves a gap. */
export function nextSequence(driver: Driver): number {
  const next = (sequences.get(driver) ?? driver.get<{ last: number | null }>('SELECT max(sequence) AS last FROM locations')?.last ?? 0) + 1
  sequences.set(driver, next)
  return next
}

export function forgetLocation(driver: Driver, path: string): void {
  driver.run('DELETE FROM locations WHERE path = ?', [path])
}

/** What a file held before: it is written anew from what it holds now. */
export function forgetContents(driver: Driver, id: string): void {
  driver.run('DELETE FROM columns WHERE measurementId IN (SELECT id FROM measurements WHERE fileId = ?)', [id])
  for (const table of ['measurements', 'sheetRows', 'problems']) driver.run(`DELETE FROM ${table} WHERE fileId = ?`, [id])
}

/** A file without any location left, after its only path got other content. Its measurements go; its original stays. */
export function removeFile(driver: Driver, id: string): void {
  driver.run('DELETE FROM derived WHERE measurementId IN (SELECT id FROM measurements WHERE fileId = ?)', [id])
  forgetContents(driver, id)
  driver.run('DELETE FROM files WHERE id = ?', [id])
}
