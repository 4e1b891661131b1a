import { decodeText } from './decodeText'

export const longestBeginning = 65_536
interface Beginning { readonly text: string; readonly encoding: string; readonly isOneByteALetter: boolean; readonly shorter: Map<number, string> }
/** By the array itself: another file has another one, even where the memory is used again. */
const beginnings = new WeakMap<Uint8Array, Beginning>()

/** Text of the first bytes of a file, at most 64 KiB: some forty readers ask for it, in a dozen lengths, before one of them reads the file. */
export function beginningText(bytes: Uint8Array, most = longestBeginning): string {
  const { text, isOneByteALetter, shorter } = beginningOf(bytes)
  if (most >= Math.min(bytes.length, longestBeginning)) return text
  const known = shorter.get(most)
  if (known !== undefined) return known
  const cut = isOneByteALetter ? text.slice(0, most) : decodeText(bytes.subarray(0, most)).text
  shorter.set(most, cut)
  return cut
}

export const beginningEncoding = (bytes: Uint8Array): string => beginningOf(bytes).encoding

function beginningOf(bytes: Uint8Array): Beginning {
  const known = beginnings.get(bytes)
  if (known) return known
  const head = bytes.subarray(0, longestBeginning)
  const { text, encoding } = decodeText(head)
  const beginning = { text, encoding, isOneByteALetter: encoding === 'utf-8' ? text.length === head.length : false, shorter: new Map<number, string>() }
  beginnings.set(bytes, beginning)
  return beginning
}
