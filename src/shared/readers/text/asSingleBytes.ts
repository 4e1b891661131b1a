import { remembered } from '../../remembered'
import { longestBeginning } from './beginningText'
import { decodeText } from './decodeText'

/** Bytes in which every ASCII letter is one byte: UTF-16 is turned into UTF-8 and a byte-order mark is dropped, anything else stays. */
export function asSingleBytes(bytes: Uint8Array): Uint8Array {
  return bytes.length > longestBeginning ? singleBytes(bytes) : ofBeginnings(bytes, [], () => singleBytes(bytes))
}
/** Some twenty readers ask for that of one file. */
const ofBeginnings = remembered<Uint8Array>()

function singleBytes(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3)
  const isMarked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (!isMarked && (bytes.length <= 8 || (bytes[0] !== 0 && bytes[1] !== 0))) return bytes
  const { text, encoding } = decodeText(bytes)
  return encoding.startsWith('utf-16') ? new TextEncoder().encode(text) : bytes
}
