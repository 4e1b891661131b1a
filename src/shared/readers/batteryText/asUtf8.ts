import { remembered } from '../../remembered'
import { asSingleBytes } from '../text/asSingleBytes'
import { beginningEncoding, longestBeginning } from '../text/beginningText'

/** More than one reader looks at the beginning of a file. */
const ofBeginnings = remembered<Uint8Array>()

/** Bytes in UTF-8, so that a cell can be decoded by itself: a Chinese Windows writes GB18030. */
export function asUtf8(bytes: Uint8Array): Uint8Array {
  return bytes.length > longestBeginning ? utf8Of(bytes) : ofBeginnings(bytes, [], () => utf8Of(bytes))
}

function utf8Of(bytes: Uint8Array): Uint8Array {
  const encoding = beginningEncoding(bytes)
  return encoding === 'gb18030' || encoding === 'windows-1252' ? new TextEncoder().encode(new TextDecoder(encoding).decode(bytes)) : asSingleBytes(bytes)
}
