import { ReadError } from '../reader'
import { longestBlock, numberBlocks } from '../table/numberBlock'
import { previewTable, type TablePreview } from '../table/previewTable'
import { workbookRows } from '../table/workbookRows'
import { splitLines } from '../text/splitLines'
import { sheetText } from './sheetText'

/** The first lines of the sheet with the longest table and the columns of that table, for naming them by hand; null: it cannot be opened. */
export function previewSheet(bytes: Uint8Array): TablePreview | null {
  try {
    const texts = workbookRows(bytes).map(sheetText)
    const rowsOf = (text: string): number => longestBlock(numberBlocks(splitLines(text)).blocks)?.rows ?? 0
    const [longest] = texts.map((text) => ({ text, rows: rowsOf(text) })).sort((a, b) => b.rows - a.rows)
    return longest ? previewTable(new TextEncoder().encode(longest.text.trimEnd())) : null
  } catch (error) {
    if (error instanceof ReadError) return null
    throw error
  }
}
