const pageBytes = 4096

/** Version and kind of content that the first bytes of an .ndc state. */
export const ndcKind = (bytes: Uint8Array): { version: number; filetype: number } => ({ version: bytes[2] ?? -1, filetype: bytes[0] ?? -1 })

/**
 * Offsets of the records of an .ndc: pages of 4096 bytes after one page of header, each with a head of its own and records of one
 * length that do not run over its end; its last four bytes are no record of four. A page that was cut off gives the records that are whole.
 */
export function* ndcRecordOffsets(bytes: Uint8Array, pageHead: number, recordLength: number): Generator<number> {
  const pageTail = recordLength === 4 ? 4 : 0
  for (let page = pageBytes; page < bytes.length; page += pageBytes) {
    const end = Math.min(page + pageBytes - pageTail, bytes.length)
    for (let at = page + pageHead; at + recordLength <= end; at += recordLength) yield at
  }
}

export const ndcRecordsAtMost = (bytes: Uint8Array, recordLength: number): number => Math.ceil(bytes.length / recordLength)
export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
