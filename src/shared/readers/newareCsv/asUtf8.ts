import { asSingleBytes } from '../text/asSingleBytes'
import { decodeText } from '../text/decodeText'

const headBytes = 65_536

/** Bytes in UTF-8, so that a cell can be decoded by itself: a Chinese Windows writes GB18030. */
export function asUtf8(bytes: Uint8Array): Uint8Array {
  const { encoding } = decodeText(bytes.subarray(0, headBytes))
  if (encoding === 'gb18030' || encoding === 'windows-1252') return new TextEncoder().encode(new TextDecoder(encoding).decode(bytes))
  return asSingleBytes(bytes)
}
