import { findTextBackwards } from './findText'

export interface DosSlice {
  readonly start: number
  readonly end: number
  /** Whether </dos> is there. */
  readonly complete: boolean
}

/** The last <dos> of the file; one with a comment (other k-points) only where there is no plain one. */
export function lastDos(bytes: Uint8Array): DosSlice | null {
  const plain = findTextBackwards(bytes, '<dos>')
  const start = plain >= 0 ? plain : findTextBackwards(bytes, '<dos ')
  if (start < 0) return null
  // Little stands behind the last densities, so their end is found sooner from behind.
  const close = findTextBackwards(bytes, '</dos>', bytes.length, start)
  return { start, end: close < 0 ? bytes.length : close, complete: close >= 0 }
}
