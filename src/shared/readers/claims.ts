import type { FileHead, Reader, Recognition } from './reader'
import { archiveKind } from './table/archiveKind'

export interface Claim { readonly reader: Reader; readonly recognition: Recognition }
const rank = { certain: 0, likely: 1, possible: 2 } as const

/**
 * The readers that claim a file, the surest first; `readers` in the order in which they are asked, last resorts at their end. Of an archive only
 * those are asked whose format is one: the text in it may lie there as it is, and is none of the archive's.
 */
export function claimsOf(readers: readonly Reader[], head: FileHead): readonly Claim[] {
  const claims: Claim[] = []
  const isArchive = archiveKind(head.bytes) !== null
  for (const reader of readers) {
    if (isArchive && !reader.opensArchives) continue
    if (reader.isLastResort && claims.some(({ recognition }) => recognition.confidence === 'certain')) continue
    const recognition = reader.recognises(head)
    if (recognition) claims.push({ reader, recognition })
  }
  return claims.sort((a, b) => rank[a.recognition.confidence] - rank[b.recognition.confidence])
}
