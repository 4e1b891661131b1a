import { asSingleBytes } from '../text/asSingleBytes'
import { beginningEncoding, longestBeginning } from '../text/beginningText'

/** Of beginnings, which more than one reader looks at. */
const known = new WeakMap<Uint8Array, Uint8Array>()

/** Bytes in UTF-8, so that a cell can be decoded by itself: a Chinese Windows writes GB18030. */
export function asUtf8(bytes: Uint8Array): Uint8Array {
  const before = known.get(bytes)
  if (before) return before
  const encoding = beginningEncoding(bytes)
  const utf8 = encoding === 'gb18030' || encoding === 'windows-1252' ? new TextEncoder().encode(new TextDecoder(encoding).decode(bytes)) : asSingleBytes(bytes)
  if (bytes.length <= longestBeginning) known.set(bytes, utf8)
  return utf8
}
