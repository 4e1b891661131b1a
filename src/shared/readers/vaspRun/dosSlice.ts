import { findTextBackwards } from './findText'

export interface DosSlice {
  readonly start: number
  readonly end: number
  /** Whether </dos> is there. */
  readonly complete: boolean
}

/** What stands right behind <dos>; being longer than the tag it is found in a third of the time. */
const fermi = 'name="efermi"'
const closeBy = 200

function lastPlain(bytes: Uint8Array): number {
  // A file may be cut off right behind the last tag.
  const atEnd = findTextBackwards(bytes, '<dos>', bytes.length, Math.max(0, bytes.length - closeBy))
  if (atEnd >= 0) return atEnd
  const at = findTextBackwards(bytes, fermi)
  const near = at < 0 ? -1 : findTextBackwards(bytes, '<dos>', at, Math.max(0, at - closeBy))
  return near >= 0 ? near : findTextBackwards(bytes, '<dos>')
}

/** The last <dos> of the file; one with a comment (other k-points) only where there is no plain one. */
export function lastDos(bytes: Uint8Array): DosSlice | null {
  const plain = lastPlain(bytes)
  const start = plain >= 0 ? plain : findTextBackwards(bytes, '<dos ')
  if (start < 0) return null
  // Little stands behind the last densities, so their end is found sooner from behind.
  const close = findTextBackwards(bytes, '</dos>', bytes.length, start)
  return { start, end: close < 0 ? bytes.length : close, complete: close >= 0 }
}
