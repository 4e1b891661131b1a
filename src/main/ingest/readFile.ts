import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { deflateRawSync, gunzipSync } from 'node:zlib'
import type { Measurement } from '../../shared/measurement'
import { questionOf, recognise, readers, readWhole, rivalsOf, type Claim } from '../../shared/readers'
import { repeatedRows, repeatedRowsFacts } from '../../shared/readers/repeatedRows'
import { archiveKind, foreignZip } from '../../shared/readers/table/archiveKind'
import { isZip } from '../../shared/readers/table/spreadsheetKind'
import { unusedColumns } from '../../shared/readers/table/unusedColumns'
import { decodeText } from '../../shared/readers/text/decodeText'
import { NotRecognised, ReadError, type CellProblem, type ReadResult, type RunSheetRow, type TableColumnChoice } from '../../shared/readers/reader'
import { codeOf, disk, isAbsence } from '../disk'
import { sha256Bytes, sha256Text } from '../store/sha256'

export interface ReadRequest {
  readonly path: string
  /** Its size when it was looked at, where it was. */
  readonly bytes?: number
  /** By question (questionOf): which of equally sure readers is right. */
  readonly answers?: Readonly<Record<string, string>>
  /** The user's choice between readers, or the reader of the last time a growing file was read. */
  readonly reader: string | null
  readonly columnNames: readonly TableColumnChoice[] | null
  readonly archive: boolean
}

export interface ReadOutcome {
  readonly status: 'ok' | 'partial' | 'unrecognised' | 'ignored' | 'error'
  readonly reason: string | null
  readonly sha256: string
  /** Hash of this file and of the files beside it that its reader looked into: two files are the same only if those are, too. */
  readonly contentKey: string
  /** Paths beside this one that the reader asked for, there or not: when one of them arrives, this file is read again. */
  readonly companions: readonly string[]
  readonly bytes: number
  readonly mtimeMs: number
  readonly ctimeMs: number
  readonly reader: string | null
  readonly format: string | null
  readonly vendor: string | null
  readonly recognisedBecause: string | null
  readonly measurements: readonly Measurement[]
  readonly rows: readonly RunSheetRow[]
  readonly problems: readonly CellProblem[]
  /** The file compressed, when archiving is on. */
  readonly deflated: Uint8Array | null
}

/** Read at once, its columns beside it: more does not fit into the memory of a lab PC with other programs open. */
const maxBytes = 700e6
const pieceBytes = 1 << 20
const maxInflatedBytes = 400e6
const headBytes = 64 * 1024

interface Opened { readonly bytes: Uint8Array; readonly mtimeMs: number; readonly ctimeMs: number; readonly size: number; readonly tooLarge: { readonly sha256: string } | null }

/** A Buffer is a Uint8Array whose slice() is no copy: readers and the libraries they call would get the memory around a small file. */
const plain = ({ buffer, byteOffset, byteLength }: Buffer): Uint8Array => new Uint8Array(buffer, byteOffset, byteLength)

/** The file as it is at one moment: opened once for reading only, so an instrument may go on writing. Of one that is too large only the hash. */
function bytesOf(path: string): Opened {
  const handle = disk.openSync(path, constants.O_RDONLY)
  try {
    const { size, mtimeMs, ctimeMs } = disk.fstatSync(handle)
    if (size > maxBytes) return { bytes: new Uint8Array(), mtimeMs, ctimeMs, size, tooLarge: { sha256: sha256OfFile(handle) } }
    const bytes = Buffer.allocUnsafe(size)
    let filled = 0
    while (filled < size) {
      const got = disk.readSync(handle, bytes, filled, size - filled, filled)
      if (got === 0) break
      filled += got
    }
    return { bytes: plain(bytes.subarray(0, filled)), mtimeMs, ctimeMs, size: filled, tooLarge: null }
  } finally {
    disk.closeSync(handle)
  }
}

function sha256OfFile(handle: number): string {
  const hash = createHash('sha256')
  const piece = Buffer.allocUnsafe(pieceBytes)
  for (let got = disk.readSync(handle, piece, 0, pieceBytes, null); got > 0; got = disk.readSync(handle, piece, 0, pieceBytes, null)) hash.update(piece.subarray(0, got))
  return hash.digest('hex')
}

function inflated(name: string, bytes: Uint8Array): { name: string; bytes: Uint8Array } {
  if (!(bytes[0] === 0x1f && bytes[1] === 0x8b && name.toLowerCase().endsWith('.gz'))) return { name, bytes }
  try {
    return { name: name.slice(0, -3), bytes: plain(gunzipSync(bytes, { maxOutputLength: maxInflatedBytes })) }
  } catch (error) {
    const tooLarge = error instanceof RangeError
    throw new ReadError(tooLarge ? 'The compressed file is larger than 400 MB when unpacked; unpack it yourself if you trust it.' : 'The compressed file (.gz) is damaged; copy it again.')
  }
}

interface Companions { readonly sibling: (name: string) => Uint8Array | undefined; readonly asked: ReadonlyMap<string, Uint8Array | undefined> }

/** The files of one folder, for the reader of one of them; what it asked for is kept. */
function companionsOf(path: string): Companions {
  const asked = new Map<string, Uint8Array | undefined>()
  const sibling = (name: string): Uint8Array | undefined => {
    if (name !== basename(name)) return undefined
    const beside = join(dirname(path), name)
    if (!asked.has(beside)) asked.set(beside, bytesIfThere(beside))
    return asked.get(beside)
  }
  return { sibling, asked }
}

function bytesIfThere(path: string): Uint8Array | undefined {
  try {
    return plain(disk.readFileSync(path))
  } catch (error) {
    if (isAbsence(error) || codeOf(error) === 'EISDIR') return undefined // no such companion: the reader goes on without it
    throw new CompanionHeld(`${basename(path)} beside it: ${codeOf(error)}`, codeOf(error))
  }
}

/** A companion is there but cannot be opened now: reading without it would take half of a measurement for the whole. */
class CompanionHeld extends Error {
  constructor(message: string, readonly code: string) { super(message) }
}

function contentKeyOf(sha256: string, { asked }: Companions): string {
  const found = [...asked.values()].flatMap((bytes) => bytes ?? [])
  return found.length === 0 ? sha256 : sha256Text([sha256, ...found.map(sha256Bytes)].join(' '))
}

function emptyOutcome({ bytes, mtimeMs, ctimeMs }: Opened, deflated: Uint8Array | null): ReadOutcome {
  const sha256 = sha256Bytes(bytes)
  return {
    status: 'error', reason: null, sha256, contentKey: sha256, companions: [], bytes: bytes.byteLength, mtimeMs, ctimeMs, reader: null, format: null, vendor: null,
    recognisedBecause: null, measurements: [], rows: [], problems: [], deflated
  }
}

/** Reads one file: never throws for what is in it, only when the file itself cannot be opened or read. */
export function readFile(request: ReadRequest): ReadOutcome {
  const opened = bytesOf(request.path)
  const { bytes, size, tooLarge } = opened
  if (tooLarge) {
    const reason = `The file has ${(size / 1e9).toFixed(1)} GB; more than ${maxBytes / 1e6} MB are not read at once: export it in parts.`
    return { ...emptyOutcome(opened, null), ...tooLarge, contentKey: tooLarge.sha256, bytes: size, reason }
  }
  const outcome = emptyOutcome(opened, request.archive && bytes.byteLength > 0 ? deflateRawSync(bytes, { level: 3 }) : null)
  if (bytes.byteLength === 0) return { ...outcome, reason: 'The file is empty (0 bytes): nothing was saved; export it again.' }
  const companions = companionsOf(request.path)
  try {
    const whole = inflated(basename(request.path), bytes)
    if (isPotential(whole.bytes)) return { ...outcome, deflated: null, status: 'ignored', reason: potential }
    const read = parsed(request, whole, companions.sibling)
    return { ...outcome, ...read, contentKey: contentKeyOf(outcome.sha256, companions), companions: [...companions.asked.keys()] }
  } catch (error) {
    if (error instanceof ReadError) return { ...outcome, reason: error.message }
    throw error
  }
}

/** How many zeros a text ends with: some programs make a file at its full size first and fill it afterwards. Of a binary file none count. */
function zeroTail(bytes: Uint8Array): number {
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0) end -= 1
  const isText = !bytes.subarray(0, Math.min(end, 4096)).includes(0)
  return isText ? bytes.length - end : 0
}
const onlyZeros = 'The file holds nothing but zeros: it was made and not filled yet, or the disk lost it; it is read again as soon as it changes.'
const zerosAtEnd = (zeros: number): string => `The last ${zeros} bytes of the file are zeros: it is not filled to its end yet.`

function parsed(request: ReadRequest, { name, bytes: all }: { name: string; bytes: Uint8Array }, sibling: Companions['sibling']): Partial<ReadOutcome> {
  const zeros = zeroTail(all)
  if (zeros === all.length) return { status: 'error', reason: onlyZeros }
  const bytes = all.subarray(0, all.length - zeros)
  const claims = recognise({ name, bytes: bytes.subarray(0, headBytes), size: bytes.byteLength })
  const rivals = rivalsOf(claims)
  const answer = rivals.length > 0 ? request.answers?.[questionOf(rivals, name)] : undefined
  const claim = chosenClaim(claims, request.reader) ?? chosenClaim(rivals, answer ?? null) ?? (rivals.length > 0 ? undefined : claims[0])
  if (rivals.length > 0 && !claim) return { status: 'unrecognised', format: rivals.map(({ reader }) => reader.format).join(' / '), reason: questionText(rivals) }
  if (!claim) return { status: 'unrecognised', reason: unrecognisedReason(bytes) }
  const { reader, recognition } = claim
  const known = {
    reader: reader.id, format: reader.format, vendor: reader.vendor,
    recognisedBecause: recognition.version ? `${recognition.why} (${recognition.version})` : recognition.why
  }
  let result: ReadResult
  try {
    result = readWhole(reader, { name, bytes, sibling, ...(request.columnNames ? { columnNames: request.columnNames } : {}) })
  } catch (error) {
    if (error instanceof CompanionHeld) throw error
    if (error instanceof NotRecognised) return { status: 'unrecognised', reason: error.message }
    if (error instanceof ReadError) return { ...known, status: 'error', reason: withPlace(error) }
    // A defect of a reader: the sentence names it; the file is listed and everything else goes on.
    return { ...known, status: 'error', reason: `The ${reader.format} reader failed on this file (${error instanceof Error ? error.message : 'unknown'}); please report it.` }
  }
  if (result.companionOf !== undefined) return { ...known, status: 'ignored', reason: `Read together with ${result.companionOf}.` }
  const problems = result.problems ?? []
  const measurements = zeros === 0 ? result.measurements : result.measurements.map((one) => ({ ...one, complete: false, warnings: [zerosAtEnd(zeros), ...one.warnings] }))
  const isPartial = zeros > 0 || measurements.some((measurement) => !measurement.complete) || problems.some(({ isNotice }) => !isNotice)
  const unused = reader.isLastResort ? unusedColumns(measurements, request.columnNames ?? []) : null
  const warnings = [...(unused === null ? [] : [unused]), ...measurements.flatMap((measurement) => measurement.warnings), ...problems.map((p) => `row ${p.row}, ${p.column}: ${p.text}`)]
  return {
    ...known, status: isPartial ? 'partial' : 'ok', reason: warnings.length > 0 ? summaryOf(warnings) : null,
    measurements: measurements.map(withRepeatedRows), rows: result.rows ?? [], problems
  }
}

/** Looked for here, once: no rule or analysis can go through ten million rows after every edit. */
function withRepeatedRows(measurement: Measurement): Measurement {
  const found = repeatedRows(measurement)
  return found ? { ...measurement, facts: [...measurement.facts, ...repeatedRowsFacts(found)] } : measurement
}

/** What somebody chose, be it recognised or not. */
function chosenClaim(claims: readonly Claim[], id: string | null): Claim | undefined {
  if (id === null) return undefined
  const claim = claims.find(({ reader }) => reader.id === id)
  const reader = readers.find((candidate) => candidate.id === id)
  return claim ?? (reader && { reader, recognition: { confidence: 'certain', why: 'it was chosen by hand' } })
}

const questionText = (rivals: readonly Claim[]): string =>
  `${rivals.length === 2 ? 'Two' : rivals.length} formats fit this file: ${rivals.map(({ reader, recognition }) => `${reader.format} (${recognition.why})`).join('; ')}. Choose one in the Inbox, or with --reader ${rivals.map(({ reader }) => reader.id).join(' or ')}.`

function withPlace(error: ReadError): string {
  const { line, cell, byte } = error.place
  const place = cell ?? (line !== undefined ? `line ${line}` : byte !== undefined ? `byte ${byte}` : null)
  return place === null || error.message.includes(place) ? error.message : `${place}: ${error.message}`
}

const summaryOf = (warnings: readonly string[]): string =>
  warnings.length <= 3 ? warnings.join(' ') : `${warnings.slice(0, 3).join(' ')} (and ${warnings.length - 3} more)`

/** Word, PowerPoint and their like: zips whose parts say so. */
const isDocument = (bytes: Uint8Array): boolean => isZip(bytes) && /(?:word|ppt)\/[a-z]|application\/vnd\.oasis\.opendocument\.(?:text|presentation)/.test(new TextDecoder('latin1').decode(bytes.subarray(0, headBytes)))

/** A POTCAR under another name (POTCAR.Fe_pv, POTCAR_C2.gz); it may not be handed on, so that no project shall hold it. */
const isPotential = (bytes: Uint8Array): boolean => /^[^\n]{1,80}\n\s*[\d.]{1,40}\s*\n\s*parameters from PSCTR are:/.test(new TextDecoder('latin1').decode(bytes.subarray(0, 400)))
const potential = 'A potential of VASP (POTCAR), which may not be handed on: nothing of it is kept in the project.'

const lfsPointer = 'This is only a pointer of Git LFS to a file whose numbers were not downloaded: run "git lfs pull" in its folder, or save the file itself from the page of its repository, and put that here.'

function unrecognisedReason(bytes: Uint8Array): string {
  if (isDocument(bytes)) return 'A document of an office program, which holds no measurement that can be read.'
  if (archiveKind(bytes) === 'zip') return foreignZip
  const { text } = decodeText(bytes.subarray(0, 4096))
  if (text.startsWith('version https://git-lfs.github.com/spec/')) return lfsPointer
  return !text.includes('\0')
    ? 'No known instrument wrote this text; if it is a table of numbers, export it with one header line of column names.'
    : 'A binary file of no known instrument; export it as text from the instrument program.'
}

export const readerIds = (): readonly string[] => readers.map((reader) => reader.id)
