import { decodeText } from '../text/decodeText'
import { splitLines } from '../text/splitLines'
import { columnHeaders } from './columnHeaders'
import { longestBlock, numberBlocks } from './numberBlock'

const shownLines = 40
const shownLetters = 300

export interface TablePreview { readonly lines: readonly string[]; readonly columns: readonly string[] }

/** The first lines of a text and the columns of its table of numbers, for naming them by hand; null: not a text. */
export function previewTable(bytes: Uint8Array): TablePreview | null {
  const { text } = decodeText(bytes)
  if (text.includes('\0')) return null
  const lines = splitLines(text)
  const block = longestBlock(numberBlocks(lines).blocks)
  const columns = block ? columnHeaders(lines, block).headers.map(({ name }) => name) : []
  return { lines: lines.slice(0, shownLines).map((line) => (line.length > shownLetters ? `${line.slice(0, shownLetters)}…` : line)), columns }
}
