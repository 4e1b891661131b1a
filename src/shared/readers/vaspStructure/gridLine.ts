import { lineAt } from '../vaspDoscar/doscarHeader'

export interface GridLine {
  readonly counts: readonly [number, number, number]
  readonly text: string
  /** Byte where the values begin. */
  readonly end: number
}

/** 'NGX NGY NGZ' behind a blank line: what a CHGCAR has behind its positions and a POSCAR has not. */
export function gridLine(bytes: Uint8Array, at: number): GridLine | null {
  const blank = lineAt(bytes, at)
  if (blank.text.trim() !== '' || blank.next >= bytes.length) return null
  const { text, next } = lineAt(bytes, blank.next)
  const words = text.trim().split(/\s+/)
  const [a, b, c] = words.map(Number)
  if (words.length !== 3 || !words.every((word) => /^\d{1,6}$/.test(word)) || !a || !b || !c) return null
  return { counts: [a, b, c], text, end: next }
}
