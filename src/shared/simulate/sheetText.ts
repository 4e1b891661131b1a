import { fieldDefinitions, type FieldValues } from '../metadata/fields'

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** A run sheet (.csv) with every column that some row uses, in the template's order. */
export function sheetText(rows: readonly FieldValues[]): string {
  const used = fieldDefinitions.filter(({ key }) => rows.some((row) => row[key] !== undefined))
  const lines = rows.map((row) => used.map(({ key }) => quoted(String(row[key] ?? ''))).join(','))
  return [used.map(({ header }) => quoted(header)).join(','), ...lines, ''].join('\r\n')
}
