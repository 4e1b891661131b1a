/**
 * BioLogic EC-Lab raw data (.mpr, binary, little endian).
 * 52 bytes beginning with 'BIO-LOGIC MODULAR FILE', then modules (MODULE, short name, long name, length, version, date, data): VMP Set
 * (first byte: the technique), VMP data (number of rows, number of columns, column ids, packed rows), VMP LOG (start as an OLE date), VMP loop.
 * Traps: three layouts of the data module: ids of one byte with rows at 100 (version 0, old), ids of two bytes little endian with rows
 * at 405 (version 2) or 406 (3), ids of two bytes big endian with rows at 1007 (EC-Lab 11.50 on); only the low byte of an id tells the
 * quantity; an id that is not known leaves the width of a row open; flags share one byte; current is mA; −Im(Z) is stored with that sign.
 */
import { everyRow, type Column, type Measurement, type Segment, type Technique } from '../../measurement'
import type { FieldValues } from '../../metadata/fields'
import { mptColumns } from '../biologicMpt/mptColumn'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { findSweeps } from '../../electrochemistry/findSweeps'
import { currentOfCharge } from './currentOfCharge'
import { mprRow, type MprRow } from './mprColumns'
import { mprModules, type MprModule } from './mprModules'
import { mprValues } from './mprValues'

const magic = 'BIO-LOGIC MODULAR FILE'
const techniques = new Map<number, readonly [string, Technique]>([
  [0x04, ['GCPL', 'GCPL']], [0x06, ['CV', 'CV']], [0x0b, ['OCV', 'OCV']], [0x18, ['CA', 'CA']], [0x19, ['CP', 'CP']], [0x1d, ['PEIS', 'EIS']], [0x1e, ['GEIS', 'EIS']],
  [0x16, ['MP', 'OTHER']], [0x1c, ['WAIT', 'OTHER']], [0x30, ['CV', 'CV']], [0x32, ['ZIR', 'EIS']], [0x33, ['CVA', 'CV']], [0x6c, ['LSV', 'LSV']], [0x75, ['CstV', 'CA']], [0x76, ['CstC', 'CP']],
  [0x77, ['GCPL', 'GCPL']], [0x7f, ['MB', 'OTHER']], [0x88, ['BCD', 'GCPL']]
])
/** Where the first module states its length, or the mark that it stands further behind. */
const longMarkAt = 52 + 41
const latest = 'EC-Lab 11.50 or later'
const OLE_EPOCH = Date.UTC(1899, 11, 30)

function recognises({ bytes }: FileHead): Recognition | null {
  if (String.fromCharCode(...bytes.subarray(0, magic.length)) !== magic) return null
  const isLong = bytes.length >= longMarkAt + 4 && bytes.subarray(longMarkAt, longMarkAt + 4).every((byte) => byte === 0xff)
  return { confidence: 'certain', why: `it begins with "${magic}"`, ...(bytes.length < longMarkAt + 4 ? {} : { version: isLong ? latest : 'EC-Lab before 11.50' }) }
}

interface DataLayout { readonly ids: readonly number[]; readonly rowsAt: number; readonly version: string }

function read({ bytes }: ReadableFile): ReadResult {
  const modules = mprModules(bytes)
  const data = modules.find(({ name }) => name.startsWith('VMP data'))
  if (!data || data.end - data.start < 6) throw new ReadError('The file holds no data module: the measurement was not started or the file was cut off; export it again from EC-Lab.')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const declared = view.getUint32(data.start, true)
  const layout = layoutOf(view, bytes, data)
  const width = declared > 0 && !data.isCutOff ? wholeWidth(data.end - data.start - layout.rowsAt, declared) : null
  const row = mprRow(layout.ids, width) ?? mprRow(layout.ids, null)
  if (!row) throw new ReadError(`The file holds columns that are not known (ids ${layout.ids.filter((id) => mprRow([id], null) === null).slice(0, 5).join(', ') || 'of another layout'}); export it as text (.mpt) from EC-Lab.`)
  const rows = Math.min(declared, Math.max(0, Math.floor((data.end - data.start - layout.rowsAt) / row.width)))
  return { measurements: [measurementOf(view, bytes, modules, data, layout, row, rows, declared)] }
}

function wholeWidth(length: number, rows: number): number | null {
  const width = length / rows
  return Number.isInteger(width) ? width : null
}

function layoutOf(view: DataView, bytes: Uint8Array, data: MprModule): DataLayout {
  const count = bytes[data.start + 4]!
  const has = (length: number): boolean => data.start + 5 + length <= data.end
  if (!data.isLong && data.version === 0) {
    if (!has(count)) throw new ReadError('The list of columns is cut off; copy the file again.')
    return { ids: [...bytes.subarray(data.start + 5, data.start + 5 + count)], rowsAt: 100, version: 'data module version 0' }
  }
  if (!has(2 * count)) throw new ReadError('The list of columns is cut off; copy the file again.')
  const ids = Array.from({ length: count }, (_, i) => view.getUint16(data.start + 5 + 2 * i, !data.isLong))
  if (data.isLong) return { ids, rowsAt: 1007, version: latest }
  return { ids, rowsAt: data.version === 2 ? 405 : 406, version: `data module version ${data.version}` }
}

function measurementOf(view: DataView, bytes: Uint8Array, modules: readonly MprModule[], data: MprModule, layout: DataLayout, row: MprRow, rows: number, declared: number): Measurement {
  const setting = modules.find(({ name }) => name.startsWith('VMP Set'))
  const code = setting ? bytes[setting.start] : undefined
  const [word, byCode] = (code === undefined ? undefined : techniques.get(code)) ?? [null, null]
  const described = mptColumns(row.columns.map(({ name }) => name))
  const values = mprValues(view, bytes, data.start + layout.rowsAt, row, rows)
  const stored = row.columns.map((_, i): Column => ({ ...described[i]!, ...values[i]! }))
  const current = currentOfCharge(stored)
  const columns = current ? [...stored, current] : stored
  const technique = byCode ?? techniqueBy(columns)
  const unknown = row.columns.filter(({ isUnknown }) => isUnknown)
  const isShort = rows < declared
  return {
    technique, title: '', columns, segments: segmentsOf(columns, technique, loopStarts(view, modules, rows), rows),
    settings: [{ name: 'date', value: data.date }, { name: 'comments', value: commentOf(bytes, setting) }].filter(({ value }) => value !== ''),
    facts: [...(word === null ? [] : [{ name: 'technique', value: word }]), { name: 'layout', value: layout.version }, ...(current ? [{ name: 'current', value: 'dq over the time since the row before' }] : [])], header: headerOf(bytes, setting), startedAt: startOf(view, modules),
    signConvention: columns.some(({ quantity }) => quantity === 'current') ? 'oxidation positive, reduction negative (EC-Lab)' : null,
    warnings: [
      ...(isShort ? [`The file holds ${rows} of the ${declared} rows that it announces: it was cut off or is still being written.`] : []),
      ...unknown.map(({ name }) => `"${name}" is not known; its numbers are kept as they are stored.`), ...(declared === 0 ? ['The file holds no rows.'] : [])
    ],
    complete: !isShort
  }
}

function techniqueBy(columns: readonly Column[]): Technique {
  const has = (quantity: Column['quantity']): boolean => columns.some((column) => column.quantity === quantity)
  return has('z_real') ? 'EIS' : has('potential') && !has('current') ? 'OCV' : 'OTHER'
}

function segmentsOf(columns: readonly Column[], technique: Technique, loops: readonly number[], rows: number): Segment[] {
  const of = (name: string): Float64Array | undefined => {
    const column = columns.find((one) => one.name === name)
    return column && everyRow(column)
  }
  const potential = columns.find(({ quantity }) => quantity === 'potential')
  if ((technique === 'CV' || technique === 'LSV') && potential) return findSweeps(everyRow(potential))
  if (technique === 'EIS') return runsOf(of('cycle number'), 'spectrum')
  if (technique === 'GCPL') return loops.length > 1 ? loops.map((start, i) => ({ kind: 'cycle', start, end: loops[i + 1] ?? rows, label: String(i + 1) })) : runsOf(of('half cycle') ?? of('cycle number'), 'cycle')
  return []
}

function runsOf(values: Float64Array | undefined, kind: Segment['kind']): Segment[] {
  const segments: Segment[] = []
  for (let start = 0, row = 1; values && start < values.length; row += 1) {
    if (row < values.length && values[row] === values[start]) continue
    segments.push({ kind, start, end: row, label: String(values[start]) })
    start = row
  }
  return segments
}

/** Rows at which a loop began; only rising places inside the data count. */
function loopStarts(view: DataView, modules: readonly MprModule[], rows: number): number[] {
  const loop = modules.find(({ name }) => name.startsWith('VMP loop'))
  if (!loop || loop.end - loop.start < 8) return []
  const count = Math.min(view.getUint32(loop.start, true), Math.floor((loop.end - loop.start - 4) / 4))
  const starts = Array.from({ length: count }, (_, i) => view.getUint32(loop.start + 4 + 4 * i, true)).filter((start) => start < rows)
  return starts.every((start, i) => i === 0 || start > starts[i - 1]!) ? starts : []
}

/** The log holds the start as days since 1899-12-30 at a place that differs between versions. */
function startOf(view: DataView, modules: readonly MprModule[]): string | null {
  const log = modules.find(({ name }) => name.startsWith('VMP LOG'))
  for (const offset of log ? [465, 469, 473, 585] : []) {
    if (log!.start + offset + 8 > log!.end) continue
    const days = view.getFloat64(log!.start + offset, true)
    if (days > 40_000 && days < 50_000) return new Date(OLE_EPOCH + Math.round(days * 86_400_000)).toISOString().slice(0, 23).replace(/\.000$/, '')
  }
  return null
}

const [commentAt, referenceAt] = [0x07, 0x215]
const commentOf = (bytes: Uint8Array, setting: MprModule | undefined): string => settingText(bytes, setting, commentAt)

/** The settings hold the electrode's area, too, but not its unit. */
function headerOf(bytes: Uint8Array, setting: MprModule | undefined): FieldValues {
  const reference = settingText(bytes, setting, referenceAt)
  return reference === '' || /unspecified/i.test(reference) ? {} : { reference }
}

/** A length byte and as many letters. */
function settingText(bytes: Uint8Array, setting: MprModule | undefined, at: number): string {
  if (!setting || setting.start + at + 1 > setting.end) return ''
  const from = setting.start + at + 1
  const text = String.fromCharCode(...bytes.subarray(from, Math.min(from + bytes[from - 1]!, setting.end)))
  return /^[\x20-\x7e\xa0-\xff]*$/.test(text) ? text.trim() : ''
}

export const biologicMpr: Reader = { id: 'biologic-mpr', format: 'EC-Lab raw data (.mpr)', vendor: 'BioLogic', recognises, read }
