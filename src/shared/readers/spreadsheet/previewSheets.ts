import { ReadError } from '../reader'
import { workbookRows } from '../table/workbookRows'
import { firstLines } from '../text/previewText'
import { sheetText } from './sheetText'

export interface SheetPreview { readonly sheet: string; readonly lines: readonly string[] }

/** The first lines of each sheet; none of a workbook that cannot be opened. */
export function previewSheets(bytes: Uint8Array): SheetPreview[] {
  try {
    return workbookRows(bytes).map((sheet) => ({ sheet: sheet.name, lines: firstLines(sheetText({ ...sheet, rows: sheet.rows.slice(0, 40) }).replace(/^\n+/, '').trimEnd()) }))
  } catch (error) {
    if (error instanceof ReadError) return []
    throw error
  }
}
