export interface DecodedText { readonly text: string; readonly encoding: string }

const isCjk = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

/**
 * Text of a lab file: byte-order mark, UTF-16 without one, strict UTF-8, else one byte a letter (Windows-1252) or Chinese
 * (GB18030) where its two-byte letters are common characters. Never fails: numbers are ASCII in all of them.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes.subarray(2), 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes.subarray(2), 'utf-16be')
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decoded(bytes.subarray(3), 'utf-8')
  const wide = utf16WithoutMark(bytes)
  if (wide) return decoded(bytes, wide)
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(withoutCutLetter(bytes)), encoding: 'utf-8' }
  } catch {
    return isGb18030(bytes) ? decoded(bytes, 'gb18030') : decoded(bytes, 'windows-1252')
  }
}

function decoded(bytes: Uint8Array, encoding: string): DecodedText {
  // A file cut within a UTF-16 letter has an odd byte at its end.
  const whole = encoding.startsWith('utf-16') ? bytes.subarray(0, bytes.length & ~1) : bytes
  return { text: new TextDecoder(encoding).decode(whole), encoding }
}

/** ASCII in two bytes a letter: every other byte of the beginning is zero. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const n = Math.min(bytes.length & ~1, 512)
  if (n < 8) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < n; i += 2) {
    if (bytes[i] === 0) even += 1
    if (bytes[i + 1] === 0) odd += 1
  }
  if (odd > 0.4 * n && even === 0) return 'utf-16le'
  return even > 0.4 * n && odd === 0 ? 'utf-16be' : null
}

/** The head of a file may end within a letter of several bytes; a whole last letter stays. */
function withoutCutLetter(bytes: Uint8Array): Uint8Array {
  let first = bytes.length - 1
  while (first > 0 && bytes.length - first < 4 && (bytes[first]! & 0xc0) === 0x80) first -= 1
  const lead = bytes[first] ?? 0
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1
  return length > 1 && bytes.length - first < length ? bytes.subarray(0, first) : bytes
}

/** Chinese stands in runs of high bytes that come out as everyday characters; Western text has single high bytes ('cm²', 'µF'). */
function isGb18030(bytes: Uint8Array): boolean {
  let [paired, single, from, to] = [0, 0, -1, 0]
  for (let i = 0; i < bytes.length && paired + single < 400;) {
    let end = i
    while (end < bytes.length && bytes[end]! >= 0x80) end += 1
    if (end === i) {
      i += 1
      continue
    }
    if (from < 0) from = i
    if ((end - i) % 2 === 0) paired += end - i
    else single += end - i
    i = to = end
  }
  if (paired < 4 || single > paired / 3) return false
  const codes = [...new TextDecoder('gb18030').decode(bytes.subarray(from, to))].map((letter) => letter.codePointAt(0)!)
  const letters = codes.filter((code) => code >= 0x80)
  const chinese = letters.filter((code) => isCjk(code) || (code >= 0x3000 && code <= 0x303f) || (code >= 0xff00 && code <= 0xffef)).length
  return chinese > 0.8 * letters.length
}
