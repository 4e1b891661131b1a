import { cleanCatalystName } from '../../shared/metadata/catalystName'
import { createInheritance } from '../../shared/metadata/inheritCatalyst'
import type { MeasurementSummary } from '../../shared/measurement'
import type { FieldValues } from '../../shared/metadata/fields'
import type { NameTemplate } from '../../shared/metadata/nameTemplate/parseTemplate'
import { resolveEntry, type EntrySources } from '../../shared/metadata/resolveEntry'
import type { Entry, ProjectDefaults, RowWithoutFile } from '../../shared/project'
import { folderOfPath, nameOfPath, partsBelow } from '../../shared/storedPath'
import { readCatalysts } from '../store/catalysts'
import type { Driver } from '../store/driver'
import type { FileRecord, LocationRecord } from '../store/files'
import type { StoredMeasurement } from '../store/measurements'
import { sha256Text } from '../store/sha256'
import type { StoredRow } from '../store/sheetRows'
import { createCatalystsOfNames } from './catalystsOfNames'
import { readTemplates, templateOf } from './folderNames'
import { rootOf } from './rootOf'
import { createRowMatches, whereOf, type RowMatches } from './rowMatches'
import { createStoredParts, type FileParts, type StoredParts } from './storedParts'

export interface Built { readonly entries: readonly Entry[]; /** Rows whose file is not, or not clearly, in the project. */ readonly rowsWithoutFile: readonly RowWithoutFile[] }
export interface EntryBuilder { build(defaults: ProjectDefaults): Built }

/**
 * Joins what the store holds into entries: every measurement and every typed reading with its conditions and their origins. An entry that
 * nothing new bears on is the same object as before, so that all that was computed of it can be kept.
 */
export function createEntryBuilder(driver: Driver): EntryBuilder {
  const stored = createStoredParts(driver)
  const matches = createRowMatches()
  const inherit = createInheritance()
  const namesOf = createKnownCatalysts(driver)
  let known = new Map<string, readonly Entry[]>()
  let ordered: readonly Entry[] = []
  let places: ReadonlyMap<string, number> | null = null
  let commonKey = ''
  let common: Common = { catalysts: [], defaults: {} }
  let templates: ReadonlyMap<string, string> = new Map()
  let built: Built = { entries: [], rowsWithoutFile: [] }
  return {
    build(defaults) {
      const parts = stored.look()
      const { touched } = parts
      const templatesNow = readTemplates(driver)
      const now = { catalysts: namesOf(parts, defaults, templatesNow), defaults: defaults.fields }
      const key = JSON.stringify([now, [...templatesNow]])
      const isAllNew = touched.isFirst || touched.folders || key !== commonKey
      if (!isAllNew && touched.files.size === 0 && touched.edits.size === 0) return built
      if (isAllNew) [common, commonKey, templates] = [now, key, templatesNow]
      const matched = matches.update(parts)
      const isNew = (id: string): boolean => isAllNew || touched.files.has(id) || matched.files.has(id)
      const edited = new Set([...touched.edits].map(fileOfEntry))
      const isOnlyEdited = !isAllNew && touched.files.size === 0
      const entries = isOnlyEdited ? known : new Map<string, readonly Entry[]>()
      const asked = isOnlyEdited ? [...edited].flatMap((id) => { const file = parts.files.get(id); return file ? [[id, file] as const] : [] }) : parts.files
      for (const [id, file] of asked) {
        const before = known.get(id)
        entries.set(id, before && !isNew(id) && !edited.has(id) ? before : entriesOf(file, parts, matches, common, templates, isNew(id) ? [] : before ?? [], touched.edits))
      }
      if (isOnlyEdited) ordered = withNew(ordered, places ??= new Map(ordered.map(({ id }, place) => [id, place])), [...edited].flatMap((id) => entries.get(id) ?? []))
      else [ordered, places] = [inOrder(entries), null]
      known = entries
      built = { entries: inherit(ordered), rowsWithoutFile: isOnlyEdited ? built.rowsWithoutFile : matches.rowsWithoutFile() }
      stored.seen()
      return built
    }
  }
}

/** What all entries share. */
interface Common { readonly catalysts: readonly string[]; readonly defaults: FieldValues }

/** Ids of entries begin with that of their file: 'f12:0' a measurement, 'f12#…' a row. */
const fileOfEntry = (id: string): string => id.slice(0, id.search(/[:#]/))

/** Measurements by file and position, then typed readings by sheet and row. */
function inOrder(entries: ReadonlyMap<string, readonly Entry[]>): Entry[] {
  const ordered = [...entries.keys()].sort().flatMap((id) => entries.get(id)!)
  return [...ordered.filter((entry) => entry.measurement !== null), ...ordered.filter((entry) => entry.measurement === null)]
}

/** The same order with other entries of the same ids. */
function withNew(ordered: readonly Entry[], places: ReadonlyMap<string, number>, entries: readonly Entry[]): Entry[] {
  const now = ordered.slice()
  for (const entry of entries) {
    const place = places.get(entry.id)
    if (place !== undefined) now[place] = entry
  }
  return now
}

/** The entries of one file; of `before` those stay that were not edited. */
function entriesOf(parts: FileParts, { edits, folders, files }: StoredParts, matches: RowMatches, common: Common, templates: ReadonlyMap<string, string>, before: readonly Entry[], edited: ReadonlySet<string>): Entry[] {
  const { file, place, copies, measurements, rows } = parts
  const kept = new Map(before.filter(({ id }) => !edited.has(id)).map((entry) => [entry.id, entry]))
  const rowSource = (row: StoredRow): EntrySources['rows'][number] => ({ fields: row.fields, tags: row.tags, ...(row.unread ? { unread: row.unread } : {}), where: whereOf(row, files.get(row.fileId)!.place) })
  const fromFile = measurements.map((measurement) => kept.get(measurement.id) ?? entryOf(measurement.id, measurement, file, place.path, {
    ...common, edit: edits.get(measurement.id) ?? {}, rows: matches.rowsOf(measurement.id).map(rowSource), fileName: nameOfPath(place.path), template: templateAt(place, folders, templates), title: measurement.summary.title,
    isAlone: measurements.length === 1, folderNames: folderNames(place, folders), header: measurement.summary.header,
    copies: copies.map((copy) => ({ fileName: nameOfPath(copy.path), folderNames: folderNames(copy, folders), template: templateAt(copy, folders, templates) }))
  }))
  const typed = rows.filter((row) => row.fields.file === undefined).map((row) => kept.get(row.id) ?? entryOf(row.id, null, file, place.path, {
    ...common, edit: edits.get(row.id) ?? {}, rows: [rowSource(row)], fileName: '', title: '', folderNames: [], header: {}
  }))
  return [...fromFile, ...typed]
}

function entryOf(id: string, measurement: StoredMeasurement | null, file: FileRecord, path: string, sources: EntrySources): Entry {
  const { fields, tags } = resolveEntry(sources)
  const content = measurement ? contentOf(file, measurement.summary) : ''
  const revision = sha256Text(JSON.stringify([content, fields, tags])).slice(0, 20)
  return { id, measurement: measurement?.summary ?? null, fileId: file.id, path, fields, tags, content, revision }
}

/** Of what was read, not of what is asked for: names of columns that wait for the file to be read again leave it as it is, and change it then. */
function contentOf({ contentKey, reader }: FileRecord, { technique, columns }: MeasurementSummary): string {
  const read = [contentKey, reader, technique, columns.map(({ name, quantity, unit, rows, last }) => [name, quantity, unit, rows, last])]
  return sha256Text(JSON.stringify(read)).slice(0, 20)
}

/** Names of the folders above a file, nearest first, up to and including the folder that is or was watched, or was dropped. */
function folderNames(place: LocationRecord, folders: ReadonlyMap<string, string>): string[] {
  const root = rootOf(place, folders)
  const below = root === null ? null : partsBelow(root, place.path)
  const names = root === null || below === null ? [nameOfPath(folderOfPath(place.path))] : [...below.slice(0, -1).reverse(), nameOfPath(root)]
  return names.filter((name) => name !== '')
}

const templateAt = (place: LocationRecord, folders: ReadonlyMap<string, string>, templates: ReadonlyMap<string, string>): NameTemplate | null => (templates.size === 0 ? null : templateOf(templates, rootOf(place, folders)))

/** Names that a file name may mean: the project's, and those that run sheets, edits and names read by a template bring in. */
function createKnownCatalysts(driver: Driver): (parts: StoredParts, defaults: ProjectDefaults, templates: ReadonlyMap<string, string>) => string[] {
  /** Those of the run sheets, as they were when a file was written last. */
  let [ofRows, of]: [ReadonlySet<string | undefined>, StoredParts['files'] | null] = [new Set(), null]
  const named = createCatalystsOfNames()
  return (parts, defaults, templates) => {
    const { files, edits } = parts
    if (files !== of) [ofRows, of] = [catalystsOfRows(files), files]
    const names = readCatalysts(driver).map((catalyst) => catalyst.name)
    const stated = new Set(ofRows)
    for (const edit of edits.values()) stated.add(edit.catalyst)
    const seen = new Set(names.map((name) => cleanCatalystName(name).toLowerCase()))
    for (const name of [...stated, defaults.fields.catalyst]) {
      const clean = cleanCatalystName(name ?? '')
      if (clean === '' || seen.has(clean.toLowerCase())) continue
      seen.add(clean.toLowerCase())
      names.push(clean)
    }
    return templates.size === 0 ? names : [...names, ...named(parts, templates, names)]
  }
}

function catalystsOfRows(files: StoredParts['files']): Set<string | undefined> {
  const stated = new Set<string | undefined>()
  for (const { rows } of files.values()) for (const row of rows) stated.add(row.fields.catalyst)
  return stated
}
