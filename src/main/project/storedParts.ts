import type { FieldKey, FieldValue, FieldValues } from '../../shared/metadata/fields'
import type { Driver } from '../store/driver'
import { locationsOfFile, readFile, readFilesInUse, readLocationsInUse, type FileRecord, type LocationRecord } from '../store/files'
import { readSummaries, type StoredMeasurement } from '../store/measurements'
import { readSheetRows, type StoredRow } from '../store/sheetRows'
import { watchTouched, type Touched } from '../store/touched'

/** A file with all that entries are made of. */
export interface FileParts {
  readonly file: FileRecord
  /** Its own place: present before vanished, then the first that was seen. */
  readonly place: LocationRecord
  readonly copies: readonly LocationRecord[]
  readonly measurements: readonly StoredMeasurement[]
  readonly rows: readonly StoredRow[]
}

/** What the store holds, in memory, and which of it is new since the look before. */
export interface StoredParts {
  readonly files: ReadonlyMap<string, FileParts>
  readonly edits: ReadonlyMap<string, FieldValues>
  readonly folders: ReadonlyMap<string, string>
  readonly touched: Touched & { readonly isFirst: boolean }
}

/** So many are asked for one by one, of files also a fifth of all; more are read all at once. */
const few = 200

/**
 * Keeps what entries are made of, asking the store only for what was written since. A look that fails keeps what was touched for the next
 * one; `seen` says that a look was made use of.
 */
export function createStoredParts(driver: Driver): { look(): StoredParts; seen(): void } {
  let take: (() => Touched) | undefined
  let files = new Map<string, FileParts>()
  let edits: ReadonlyMap<string, FieldValues> = new Map()
  let folders: ReadonlyMap<string, string> = new Map()
  let waiting: Touched & { readonly isFirst: boolean } = { files: new Set(), edits: new Set(), folders: false, isFirst: true }
  return {
    look() {
      take ??= watchTouched(driver) // from the first look on: that one reads everything
      const now = take()
      waiting = { files: new Set([...waiting.files, ...now.files]), edits: new Set([...waiting.edits, ...now.edits]), folders: waiting.folders || now.folders, isFirst: waiting.isFirst }
      const isAllRead = waiting.isFirst || waiting.files.size > Math.max(few, files.size / 5)
      if (isAllRead) files = allFiles(driver)
      else if (waiting.files.size > 0) files = new Map(files)
      if (!isAllRead) for (const id of waiting.files) setOrDelete(files, id, partsOf(driver, id))
      if (waiting.isFirst || waiting.edits.size > few) edits = readEdits(driver)
      else if (waiting.edits.size > 0) edits = withEdits(driver, edits, waiting.edits)
      if (waiting.isFirst || waiting.folders) folders = new Map(driver.all<{ id: string; path: string }>('SELECT id, path FROM folders').map((folder) => [folder.id, folder.path]))
      return { files, edits, folders, touched: waiting }
    },
    seen() {
      waiting = { files: new Set(), edits: new Set(), folders: false, isFirst: false }
    }
  }
}

function setOrDelete<Value>(map: Map<string, Value>, key: string, value: Value | undefined): void {
  if (value === undefined) map.delete(key)
  else map.set(key, value)
}

/** Undefined for a file that is left out by the user, has no place that counts, holds nothing for analyses, or is gone. */
function partsOf(driver: Driver, id: string): FileParts | undefined {
  const file = readFile(driver, id)
  const [place, ...copies] = locationsOfFile(driver, id).filter(({ ignoredBy }) => ignoredBy === null)
  if (!file || file.userIgnored || !place) return undefined
  const [measurements, rows] = [readSummaries(driver, id), readSheetRows(driver, id)]
  return measurements.length + rows.length === 0 ? undefined : { file, place, copies: inArrival(copies), measurements, rows }
}

function allFiles(driver: Driver): Map<string, FileParts> {
  const locations = grouped(readLocationsInUse(driver), ({ fileId }) => fileId)
  const measurements = grouped(readSummaries(driver), ({ fileId }) => fileId)
  const rows = grouped(readSheetRows(driver), ({ fileId }) => fileId)
  return new Map(readFilesInUse(driver).flatMap((file) => {
    const [place, ...copies] = (locations.get(file.id) ?? []).filter(({ ignoredBy }) => ignoredBy === null).toSorted((a, b) => Number(a.missing) - Number(b.missing) || a.sequence - b.sequence)
    if (file.userIgnored || !place) return []
    return [[file.id, { file, place, copies: inArrival(copies), measurements: measurements.get(file.id) ?? [], rows: rows.get(file.id) ?? [] }]]
  }))
}

const inArrival = (copies: readonly LocationRecord[]): LocationRecord[] => copies.toSorted((a, b) => a.sequence - b.sequence)

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

function withEdits(driver: Driver, edits: ReadonlyMap<string, FieldValues>, ids: ReadonlySet<string>): Map<string, FieldValues> {
  const now = new Map(edits)
  for (const id of ids) setOrDelete(now, id, readEdits(driver, id).get(id))
  return now
}

function readEdits(driver: Driver, id?: string): Map<string, FieldValues> {
  const edits = new Map<string, Record<string, FieldValue>>()
  const [where, parameters] = id === undefined ? ['', []] : [' WHERE entryId = ?', [id]]
  for (const { entryId, field, value } of driver.all<{ entryId: string; field: FieldKey; value: string }>(`SELECT entryId, field, value FROM edits${where} ORDER BY entryId, field`, parameters)) {
    const of = edits.get(entryId) ?? {}
    of[field] = JSON.parse(value) as FieldValue
    edits.set(entryId, of)
  }
  return edits as Map<string, FieldValues>
}
