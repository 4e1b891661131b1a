import type { SettingTable } from './analyses/analysis'

type Row = readonly string[]

/** One row a line, cells parted by tabs, as a spreadsheet copies them; every row as long as the table is wide, empty ones left out. */
export function tableRows(text: string, width: number): string[][] {
  return text.split(/\r?\n/).map((line) => {
    const cells = line.split('\t').map((cell) => cell.trim())
    return Array.from({ length: width }, (_, i) => cells[i] ?? '')
  }).filter((cells) => cells.some((cell) => cell !== ''))
}

export const tableText = (rows: readonly Row[]): string => rows.map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ').trim()).join('\t').trimEnd()).filter((line) => line !== '').join('\n')

/** What a row is about, whatever its capitals. */
export function identityOf({ columns, identity }: SettingTable): (row: Row) => string {
  const at = identity.map((key) => columns.findIndex((column) => column.key === key))
  return (row) => at.map((i) => (row[i] ?? '').trim().toLowerCase()).join('\t')
}

/** The rows that must be kept as typed so that the table becomes `edited`: all but those that stand in the files just so. */
export function rowsToKeep(edited: readonly Row[], shown: readonly Row[], typed: readonly Row[], table: SettingTable): Row[] {
  const of = identityOf(table)
  const own = new Set(typed.map(of))
  const ofFiles = new Set(shown.filter((row) => !own.has(of(row))).map((row) => tableText([row])))
  return edited.filter((row) => !ofFiles.has(tableText([row])))
}

/** A number as people type it: decimal comma, true minus. NaN for anything else, '' included. */
export function typedNumber(text: string): number {
  const plain = text.trim().replace('\u2212', '-').replace(',', '.')
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(plain) ? Number(plain) : NaN
}
