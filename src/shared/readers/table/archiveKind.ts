import { isZip } from './spreadsheetKind'

/** What several files were packed into; they may lie in it as they are, so that its beginning reads like the first of them. */
export function archiveKind(head: Uint8Array): 'zip' | 'other' | null {
  if (isZip(head) || beginsWith(head, 'PK\x05\x06') || beginsWith(head, 'PK\x07\x08')) return 'zip'
  return isOtherArchive(head) ? 'other' : null
}

export const foreignZip = 'A zip archive of no known program; unpack it and put its files here.'

/** tar, RAR and 7z: no format that is read here is one of them. */
export const isOtherArchive = (head: Uint8Array): boolean => beginsWith(head, 'Rar!\x1a\x07') || beginsWith(head, '7z\xbc\xaf\x27\x1c') || beginsWith(head.subarray(257), 'ustar')

const beginsWith = (bytes: Uint8Array, mark: string): boolean => bytes.length >= mark.length && [...mark].every((letter, i) => bytes[i] === letter.charCodeAt(0))
