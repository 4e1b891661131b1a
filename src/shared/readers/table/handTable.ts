import type { Column } from '../../measurement'
import { decodeText } from '../text/decodeText'
import { ReadError, type FileHead, type ReadableFile } from '../reader'
import { csvTable, separators, statedSeparator } from './csvTable'
import { withMergedCells } from './mergedCells'
import type { SheetCell, SheetRow, SheetTable } from './sheetTable'
import { isZip, spreadsheetKind } from './spreadsheetKind'
import { workbookRows } from './workbookRows'

/** A column that a table filled in by hand may have, known by its title. */
export interface HandColumn { readonly name: string; readonly test: RegExp; readonly isText: boolean }
export interface HandHeader<K extends HandColumn> { readonly row: number; readonly columns: readonly { readonly kind: K; readonly index: number; /** In brackets behind the title. */ readonly unit: string }[] }
export interface HandTable<K extends HandColumn> { readonly header: HandHeader<K>; /** Below the header. */ readonly rows: readonly SheetRow[]; /** Text, whose numbers may have decimal commas. */ readonly isText: boolean }

const longestTitle = 80
const headerRows = 30

/** The table, of all sheets or separators, whose header names most columns. ReadError for bytes that are no table. */
export function handTable<K extends HandColumn>({ bytes }: ReadableFile, kinds: readonly K[]): HandTable<K> {
  const isText = !spreadsheetKind(bytes)
  if (isText && bytes.subarray(0, 4096).includes(0)) throw new ReadError('The file is no spreadsheet inside; save it again from a spreadsheet program.')
  const tables = isText ? textTables(decodeText(bytes).text) : workbookRows(bytes)
  const [best] = tables.map((table) => ({ table, header: headerIn(table, kinds) })).sort((a, b) => b.header.columns.length - a.header.columns.length)
  return best ? { header: best.header, rows: withMergedCells(best.table.rows.filter(({ row }) => row > best.header.row), best.table.merged ?? [], best.header.row, () => true), isText } : { header: { row: 0, columns: [] }, rows: [], isText }
}

/**
 * Whether the head of a file may be such a table: a name alone ('samples.csv') says little. Of a spreadsheet nothing is known before it is
 * opened; a text must name two of the columns in one line, one of them one that is needed.
 */
export function mayBeHandTable({ bytes }: FileHead, kinds: readonly HandColumn[], needed: readonly string[]): boolean {
  if (spreadsheetKind(bytes) || isZip(bytes)) return true
  return textTables(decodeText(bytes).text).some((table) => {
    const { columns } = headerIn(table, kinds)
    return columns.length >= 2 && columns.some(({ kind }) => needed.includes(kind.name))
  })
}

function textTables(text: string): readonly SheetTable[] {
  const stated = statedSeparator(text)
  return (stated ? [stated] : separators).map((separator) => csvTable(text, separator))
}

function headerIn<K extends HandColumn>(table: SheetTable, kinds: readonly K[]): HandHeader<K> {
  return table.rows.slice(0, headerRows).map((row) => headerOf(row, kinds)).reduce((best, next) => (next.columns.length > best.columns.length ? next : best), { row: 0, columns: [] } as HandHeader<K>)
}

function headerOf<K extends HandColumn>({ row, cells }: SheetRow, kinds: readonly K[]): HandHeader<K> {
  const taken = new Set<string>()
  const columns = cells.flatMap((cell, index) => {
    const title = String(cell ?? '').normalize('NFKC').trim()
    const kind = title.length > longestTitle ? undefined : kinds.find(({ name, test }) => !taken.has(name) && test.test(title))
    if (!kind) return []
    taken.add(kind.name)
    return [{ kind, index, unit: /[([]([^)\]]*)[)\]]\s*$/.exec(title)?.[1]?.trim() ?? '' }]
  })
  return { row, columns }
}

/** Words as a column of labels. */
export function labelColumn(name: string, cells: readonly (SheetCell | undefined)[]): Column {
  const texts = cells.map((cell) => String(cell ?? '').trim())
  const labels = [...new Set(texts)]
  const at = new Map(labels.map((label, i) => [label, i]))
  return { name, quantity: 'other', unit: '', values: Float64Array.from(texts, (text) => at.get(text)!), labels }
}
