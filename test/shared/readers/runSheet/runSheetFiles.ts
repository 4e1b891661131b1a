import * as XLSX from 'xlsx'
import { ReadError } from '../../../../src/shared/readers/reader'

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

export function workbook(rows: readonly (readonly unknown[])[], bookType: 'xlsx' | 'ods' | 'biff8' = 'xlsx'): Uint8Array {
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), 'Runs')
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType }) as ArrayBuffer)
}

/** The sentence of the ReadError that an action throws. */
export function sentenceOf(action: () => unknown): string {
  try {
    action()
  } catch (error) {
    if (error instanceof ReadError) return error.message
    throw error
  }
  throw new Error('nothing was thrown')
}
