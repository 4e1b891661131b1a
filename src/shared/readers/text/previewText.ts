import { decodeText } from './decodeText'
import { splitLines } from './splitLines'

const shownLines = 40
const shownLetters = 300

/** The first lines of a text; null: not a text. */
export function previewText(bytes: Uint8Array): readonly string[] | null {
  const { text } = decodeText(bytes)
  return text.includes('\0') ? null : firstLines(text)
}

export const firstLines = (text: string): readonly string[] =>
  splitLines(text).slice(0, shownLines).map((line) => (line.length > shownLetters ? `${line.slice(0, shownLetters)}…` : line))
