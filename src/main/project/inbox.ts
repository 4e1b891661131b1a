import { existsSync, openSync, readFileSync, readSync, closeSync, statSync } from 'node:fs'
import type { FileDetail, InboxRow, Problem } from '../../shared/api'
import { techniqueOf } from '../../shared/electrochemistry/techniqueOf'
import { readByTemplate } from '../../shared/metadata/nameTemplate/readByTemplate'
import type { Entry } from '../../shared/project'
import { questionOf, readers, recognise, rivalsOf } from '../../shared/readers'
import { previewSheets } from '../../shared/readers/spreadsheet/previewSheets'
import { nameOfPath } from '../../shared/storedPath'
import { reasonOfPattern } from '../ingest/reasonOfPattern'
import { readCatalysts } from '../store/catalysts'
import type { Driver } from '../store/driver'
import { readTemplates, templateOf } from './folderNames'
import { readerAnswers } from './projectSettings'
import { rootOf } from './rootOf'
import { locationsOfFile, readFile, readLocation, type FileRecord, type LocationRecord } from '../store/files'

export const reasonOfCopy = (original: string): string => `The same bytes as ${original}.`
export const reasonOfGone = 'The file is no longer at its place; its data are kept.'

/** One row per place on the disk, in the order asked for: the file itself, and each copy of it as a duplicate that names its original. */
export function rowsOfPlaces(driver: Driver, entries: readonly Entry[], paths: readonly string[]): InboxRow[] {
  const places = paths.flatMap((path) => readLocation(driver, path) ?? [])
  const wanted = new Set(places.map(({ fileId }) => fileId))
  const used = new Map<string, { techniques: Set<string>; catalysts: Set<string> }>()
  for (const entry of entries) {
    if (!wanted.has(entry.fileId)) continue
    const of = used.get(entry.fileId) ?? { techniques: new Set(), catalysts: new Set() }
    if (entry.measurement) of.techniques.add(techniqueOf(entry) ?? entry.measurement.technique)
    if (entry.fields.catalyst) of.catalysts.add(entry.fields.catalyst.value)
    used.set(entry.fileId, of)
  }
  const noteOf = createNameNotes(driver)
  return places.flatMap((location) => {
    const file = readFile(driver, location.fileId)
    if (!file) return []
    const own = locationsOfFile(driver, file.id)[0]?.path
    const of = used.get(file.id)
    const isOwn = own === location.path
    const note = isOwn && location.ignoredBy === null && of && of.techniques.size > 0 ? noteOf(location) : null
    return [{ ...rowOf(file, location, isOwn ? undefined : own, of ? [...of.techniques] : [], of?.catalysts.size === 1 ? [...of.catalysts][0]! : null), note }]
  })
}

function rowOf(file: FileRecord, location: LocationRecord, original: string | undefined, techniques: readonly string[], catalyst: string | null): Omit<InboxRow, 'note'> {
  const isCopy = original !== undefined
  const { ignoredBy } = location
  const status = ignoredBy !== null ? 'ignored' : isCopy ? 'duplicate' : location.missing ? 'missing' : file.status
  const reason = ignoredBy !== null ? reasonOfPattern(ignoredBy) : isCopy ? reasonOfCopy(original) : location.missing ? reasonOfGone : file.reason
  const isUsed = !isCopy && ignoredBy === null
  return {
    id: isCopy ? `${file.id}@${location.sequence}` : file.id, path: location.path, name: nameOfPath(location.path), folderId: location.folderId, status, reason,
    format: file.format, reader: file.reader, recognisedBecause: file.recognisedBecause, techniques: isUsed ? techniques : [],
    catalyst: isUsed ? catalyst : null, bytes: location.bytes, sha256: file.sha256, at: file.at, ignoredBy
  }
}

/** Which names the template of their folder does not fit: a remark, no failure. */
function createNameNotes(driver: Driver): (place: LocationRecord) => string | null {
  const templates = readTemplates(driver)
  if (templates.size === 0) return () => null
  const folders = new Map(driver.all<{ id: string; path: string }>('SELECT id, path FROM folders').map(({ id, path }) => [id, path]))
  const catalysts = readCatalysts(driver).map(({ name }) => name)
  return (place) => {
    const template = templateOf(templates, rootOf(place, folders))
    const read = template && readByTemplate(nameOfPath(place.path), template, catalysts)
    return read && 'misfit' in read ? read.misfit.text : null
  }
}

export const fileIdOf = (inboxId: string): string => inboxId.split('@')[0]!

export function readProblems(driver: Driver, fileId?: string): Problem[] {
  const paths = new Map<string, string>()
  const ownPath = (id: string): string => {
    const path = paths.get(id) ?? locationsOfFile(driver, id)[0]?.path ?? ''
    paths.set(id, path)
    return path
  }
  const where = fileId === undefined ? '' : ' WHERE fileId = ?'
  return driver.all<{ fileId: string; place: string; text: string }>(`SELECT fileId, place, text FROM problems${where}`, fileId === undefined ? [] : [fileId])
    .map((row) => ({ ...row, path: ownPath(row.fileId) }))
}

export function fileDetail(driver: Driver, entries: readonly Entry[], inboxId: string, previewText: (bytes: Uint8Array) => readonly string[] | null): FileDetail {
  const id = fileIdOf(inboxId)
  const file = readFile(driver, id)
  const places = locationsOfFile(driver, id).map(({ path }) => path)
  const row = rowsOfPlaces(driver, entries, places).find((candidate) => candidate.id === inboxId)
  if (!file || !row) throw new RangeError('That file is no longer in the project.')
  return {
    row, sha256: file.sha256, locations: places, entries: entries.filter((entry) => entry.fileId === id),
    problems: readProblems(driver, id), preview: previewOf(file, row.path, previewText), reading: readingOf(driver, file, row.path),
    columnNames: ['spreadsheet', 'delimited-table'].includes(file.reader ?? '') ? file.columnNames ?? [] : null
  }
}

/** A sheet lies anywhere in its workbook; of a larger one nothing is shown. */
const mostPreviewed_bytes = 64e6

function previewOf(file: FileRecord, path: string, previewText: (bytes: Uint8Array) => readonly string[] | null): FileDetail['preview'] {
  if (!existsSync(path)) return []
  if (file.reader === 'spreadsheet') return statSync(path).size > mostPreviewed_bytes ? [] : previewSheets(readFileSync(path))
  const lines = file.reader === 'delimited-table' || file.status === 'unrecognised' ? previewText(headOf(path)) : null
  return lines ? [{ sheet: null, lines }] : []
}

const formats = readers.map(({ id, format }) => ({ id, format })).sort((a, b) => a.format.localeCompare(b.format))

/** What the file may be read as, from its first bytes as they are now. */
function readingOf(driver: Driver, file: FileRecord, path: string): FileDetail['reading'] {
  const nothing = { chosen: file.chosenReader, question: null, answer: null, rivals: [], formats }
  if (!existsSync(path)) return nothing
  const name = nameOfPath(path)
  const rivals = rivalsOf(recognise({ name, bytes: headOf(path, 65_536), size: statSync(path).size }))
  if (rivals.length === 0) return nothing
  const question = questionOf(rivals, name)
  return { ...nothing, question, answer: readerAnswers(driver)[question] ?? null, rivals: rivals.map(({ reader, recognition }) => ({ id: reader.id, format: reader.format, why: recognition.why })) }
}

function headOf(path: string, most = 16_384): Uint8Array {
  const handle = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(most)
    return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, 0))
  } finally {
    closeSync(handle)
  }
}
