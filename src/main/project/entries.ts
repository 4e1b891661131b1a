import { basename, dirname, relative } from 'node:path'
import type { FieldKey, FieldValue, FieldValues } from '../../shared/metadata/fields'
import { inheritCatalyst } from '../../shared/metadata/inheritCatalyst'
import { matchRows } from '../../shared/metadata/matchRow'
import { resolveEntry, type EntrySources } from '../../shared/metadata/resolveEntry'
import type { Entry, ProjectDefaults, RowWithoutFile } from '../../shared/project'
import { readCatalysts } from '../store/catalysts'
import type { Driver } from '../store/driver'
import { readFilesInUse, readLocationsInUse, type FileRecord, type LocationRecord } from '../store/files'
import { readSummaries, type StoredMeasurement } from '../store/measurements'
import { sha256Text } from '../store/sha256'
import { readSheetRows, type StoredRow } from '../store/sheetRows'

export interface Built { readonly entries: readonly Entry[]; /** Rows whose file is not, or not clearly, in the project. */ readonly rowsWithoutFile: readonly RowWithoutFile[] }
export interface EntryBuilder { build(defaults: ProjectDefaults): Built }

/** Joins what the store holds into entries: every measurement and every typed reading with its conditions and their origins. */
export function createEntryBuilder(driver: Driver): EntryBuilder {
  const summariesOf = createSummaryCache(driver)
  let known = new Map<string, Resolved>()
  let knownCommon = ''
  return {
    build(defaults) {
      const files = new Map(readFilesInUse(driver).filter((file) => !file.userIgnored).map((file) => [file.id, file]))
      const locations = readLocationsInUse(driver)
      const places = ownPlaces(locations)
      const copiesOf = otherPlaces(locations, places)
      const folders = new Map(driver.all<{ id: string; path: string }>('SELECT id, path FROM folders').map((folder) => [folder.id, folder.path]))
      const measurements = summariesOf([...files.values()].filter((file) => places.has(file.id)))
      const rows = readSheetRows(driver).filter((row) => files.has(row.fileId) && places.has(row.fileId))
      const edits = readEdits(driver)
      const catalysts = knownCatalysts(driver, rows, edits, defaults)
      const { rowsOf, rowsWithoutFile } = rowsByMeasurement(measurements, rows, places, copiesOf)
      const common = { catalysts, defaults: defaults.fields }
      const commonKey = JSON.stringify(common)
      if (commonKey !== knownCommon) known = new Map()
      knownCommon = commonKey
      const resolved = new Map<string, Resolved>()
      /** The entry of before where nothing that it is made of has changed. */
      const resolve = (id: string, key: string, make: () => Entry): Entry => {
        const before = known.get(id)
        const now = before?.key === key ? before : { key, entry: make() }
        resolved.set(id, now)
        return now.entry
      }

      const datasets = new Map<string, number>()
      for (const { fileId } of measurements) datasets.set(fileId, (datasets.get(fileId) ?? 0) + 1)
      const fromFiles = measurements.map((measurement) => {
        const place = places.get(measurement.fileId)!
        const file = files.get(measurement.fileId)!
        const rowsHere = (rowsOf.get(measurement.id) ?? []).map((row) => ({ fields: row.fields, tags: row.tags, where: whereOf(row, places) }))
        const edit = edits.get(measurement.id) ?? {}
        const copies = copiesOf.get(measurement.fileId) ?? []
        const key = JSON.stringify([versionOf(file), datasets.get(measurement.fileId), place.path, folders.get(place.folderId ?? ''), edit, rowsHere, copies.map((copy) => [copy.path, folders.get(copy.folderId ?? '')])])
        return resolve(measurement.id, key, () => {
          const sources: EntrySources = {
            ...common, edit, rows: rowsHere, fileName: basename(place.path), title: measurement.summary.title, isAlone: (datasets.get(measurement.fileId) ?? 1) === 1, folderNames: folderNames(place, folders), header: measurement.summary.header,
            copies: copies.map((copy) => ({ fileName: basename(copy.path), folderNames: folderNames(copy, folders) }))
          }
          return entryOf(measurement.id, measurement, file, place.path, sources)
        })
      })
      const readings = rows.filter((row) => row.fields.file === undefined).map((row) => {
        const [file, path, edit] = [files.get(row.fileId)!, places.get(row.fileId)!.path, edits.get(row.id) ?? {}]
        const rowHere = { fields: row.fields, tags: row.tags, where: whereOf(row, places) }
        return resolve(row.id, JSON.stringify([versionOf(file), path, edit, rowHere]), () =>
          entryOf(row.id, null, file, path, { ...common, edit, rows: [rowHere], fileName: '', title: '', folderNames: [], header: {} }))
      })
      known = resolved
      return { entries: inheritCatalyst([...fromFiles, ...readings]), rowsWithoutFile }
    }
  }
}

interface Resolved { readonly key: string; readonly entry: Entry }

/** Changes whenever a file was recorded anew. */
const versionOf = (file: FileRecord): string => `${file.contentKey} ${file.reader} ${file.at} ${JSON.stringify(file.columnNames)}`

/** The measurements of files, asked of the store only where a file has changed since. */
function createSummaryCache(driver: Driver): (files: readonly FileRecord[]) => StoredMeasurement[] {
  let known = new Map<string, { readonly version: string; readonly measurements: readonly StoredMeasurement[] }>()
  return (files) => {
    const stale = files.filter((file) => known.get(file.id)?.version !== versionOf(file))
    const all = stale.length > 200 ? byFile(readSummaries(driver)) : null
    const now: typeof known = new Map()
    for (const file of files) {
      const version = versionOf(file)
      const before = known.get(file.id)
      now.set(file.id, before?.version === version ? before : { version, measurements: all ? all.get(file.id) ?? [] : readSummaries(driver, file.id) })
    }
    known = now
    return files.map(({ id }) => id).sort().flatMap((id) => now.get(id)!.measurements)
  }
}

function byFile(measurements: readonly StoredMeasurement[]): Map<string, StoredMeasurement[]> {
  const groups = new Map<string, StoredMeasurement[]>()
  for (const measurement of measurements) {
    const group = groups.get(measurement.fileId)
    if (group) group.push(measurement)
    else groups.set(measurement.fileId, [measurement])
  }
  return groups
}

function entryOf(id: string, measurement: StoredMeasurement | null, file: FileRecord, path: string, sources: EntrySources): Entry {
  const { fields, tags } = resolveEntry(sources)
  const content = measurement ? [file.contentKey, file.reader, file.columnNames, measurement.summary.columns.map((column) => [column.rows, column.last])] : null
  const revision = sha256Text(JSON.stringify([content, fields, tags])).slice(0, 20)
  return { id, measurement: measurement?.summary ?? null, fileId: file.id, path, fields, tags, revision }
}

/** A file's own place: present before vanished, then the first that was seen. */
function ownPlaces(locations: readonly LocationRecord[]): Map<string, LocationRecord> {
  const places = new Map<string, LocationRecord>()
  for (const location of locations) {
    const known = places.get(location.fileId)
    if (!known || (known.missing && !location.missing)) places.set(location.fileId, location)
  }
  return places
}

function otherPlaces(locations: readonly LocationRecord[], own: ReadonlyMap<string, LocationRecord>): Map<string, LocationRecord[]> {
  const others = new Map<string, LocationRecord[]>()
  for (const location of locations) {
    if (own.get(location.fileId)?.path !== location.path) others.set(location.fileId, [...(others.get(location.fileId) ?? []), location])
  }
  return others
}

/** Names of the folders above a file, nearest first, up to and including the watched folder. */
function folderNames(place: LocationRecord, folders: ReadonlyMap<string, string>): string[] {
  const root = place.folderId === null ? undefined : folders.get(place.folderId)
  if (root === undefined) return [basename(dirname(place.path))]
  const between = relative(root, dirname(place.path)).split(/[\\/]/).filter((part) => part !== '')
  return [...between.reverse(), basename(root)]
}

const whereOf = (row: StoredRow, places: ReadonlyMap<string, LocationRecord>): string => `${basename(places.get(row.fileId)?.path ?? 'run sheet')}, row ${row.row}`

function readEdits(driver: Driver): Map<string, FieldValues> {
  const edits = new Map<string, Record<string, FieldValue>>()
  for (const { entryId, field, value } of driver.all<{ entryId: string; field: FieldKey; value: string }>('SELECT entryId, field, value FROM edits ORDER BY entryId, field')) {
    const of = edits.get(entryId) ?? {}
    of[field] = JSON.parse(value) as FieldValue
    edits.set(entryId, of)
  }
  return edits as Map<string, FieldValues>
}

/** Names that a file name may mean: the project's, and those that run sheets and edits bring in. */
function knownCatalysts(driver: Driver, rows: readonly StoredRow[], edits: ReadonlyMap<string, FieldValues>, defaults: ProjectDefaults): string[] {
  const names = readCatalysts(driver).map((catalyst) => catalyst.name)
  const stated = [...rows.map((row) => row.fields.catalyst), ...[...edits.values()].map((edit) => edit.catalyst), defaults.fields.catalyst]
  const seen = new Set(names.map((name) => name.toLowerCase()))
  for (const name of stated) {
    const clean = name?.trim().replace(/\s+/g, ' ')
    if (clean === undefined || clean === '' || seen.has(clean.toLowerCase())) continue
    seen.add(clean.toLowerCase())
    names.push(clean)
  }
  return names
}

function rowsByMeasurement(
  measurements: readonly StoredMeasurement[], rows: readonly StoredRow[], places: ReadonlyMap<string, LocationRecord>, copies: ReadonlyMap<string, readonly LocationRecord[]>
): { rowsOf: Map<string, StoredRow[]>; rowsWithoutFile: RowWithoutFile[] } {
  const candidates = measurements.flatMap(({ id, fileId, summary }) =>
    [places.get(fileId)!, ...(copies.get(fileId) ?? [])].map(({ path }) => ({ id, fileId, path, title: summary.title })))
  const rowsOf = new Map<string, StoredRow[]>()
  const rowsWithoutFile: RowWithoutFile[] = []
  const fileRows = rows.filter((row) => row.fields.file !== undefined).map((row) => ({ ...row, folder: dirname(places.get(row.fileId)!.path) }))
  for (const { row, ids, problem } of matchRows(fileRows, candidates)) {
    for (const id of ids) rowsOf.set(id, [...(rowsOf.get(id) ?? []), row])
    if (problem !== null) rowsWithoutFile.push({ where: whereOf(row, places), file: row.fields.file ?? '', catalyst: row.fields.catalyst ?? null, problem })
  }
  return { rowsOf, rowsWithoutFile }
}
