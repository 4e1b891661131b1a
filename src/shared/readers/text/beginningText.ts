import { remembered } from '../../remembered'
import { decodeText } from './decodeText'

export const longestBeginning = 65_536
interface Beginning { readonly text: string; readonly encoding: string; readonly isAscii: boolean; readonly shorter: Map<number, string> }
/** By the array itself: another file has another one, even where the memory is used again. */
const beginnings = remembered<Beginning>()

/** Text of the first bytes of a file, at most 64 KiB: some forty readers ask for it, in a dozen lengths, before one of them reads the file. */
export function beginningText(bytes: Uint8Array, most = longestBeginning): string {
  const { text, isAscii, shorter } = beginningOf(bytes)
  if (most >= Math.min(bytes.length, longestBeginning)) return text
  const known = shorter.get(most)
  if (known !== undefined) return known
  const cut = isAscii ? text.slice(0, most) : decodeText(bytes.subarray(0, most)).text
  shorter.set(most, cut)
  return cut
}

export const beginningEncoding = (bytes: Uint8Array): string => beginningOf(bytes).encoding

const beginningOf = (bytes: Uint8Array): Beginning => beginnings(bytes, [], () => {
  const head = bytes.subarray(0, longestBeginning)
  const { text, encoding } = decodeText(head)
  return { text, encoding, isAscii: encoding === 'utf-8' && text.length === head.length, shorter: new Map() }
})
