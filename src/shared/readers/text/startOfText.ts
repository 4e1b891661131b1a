/** Byte offset of the n-th line (0-based) of a text in a single-byte encoding or UTF-8; bytes.length when it has fewer. */
export function lineOffset(bytes: Uint8Array, line: number): number {
  let at = 0
  for (let i = 0; i < line && at < bytes.length; i += 1) at = nextLine(bytes, at)
  return at
}

/** No header line of an instrument is longer; a damaged file may be one line of any size. */
const longestHeaderLine = 65_536

/** The bytes of a header line at `at`, with its line end, at most 64 KiB of them. */
export const headerLine = (bytes: Uint8Array, at: number): Uint8Array => bytes.subarray(at, Math.min(nextLine(bytes, at), at + longestHeaderLine))

/** Offset of the line after the one at `at`: LF, CR LF, CR CR LF or CR ends it. */
export function nextLine(bytes: Uint8Array, at: number): number {
  while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1
  if (bytes[at] === 13) {
    if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return at + 3
    return bytes[at + 1] === 10 ? at + 2 : at + 1
  }
  return Math.min(bytes.length, at + 1)
}
