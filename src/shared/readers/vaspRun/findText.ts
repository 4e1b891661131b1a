/** Finds ASCII text in bytes, jumping by its length where it can: a file of hundreds of MB is never turned into a string. */
const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

const isAt = (bytes: Uint8Array, at: number, wanted: Uint8Array): boolean => {
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return false
  return true
}

export function isTextAt(bytes: Uint8Array, text: string, at: number): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false
  return true
}

/** Byte of the first `text` that lies within [from, to), or −1. */
export function findText(bytes: Uint8Array, text: string, from = 0, to = bytes.length): number {
  const wanted = ascii(text)
  const length = wanted.length
  const jump = new Int32Array(256).fill(length)
  for (let i = 0; i < length - 1; i++) jump[wanted[i]!] = length - 1 - i
  const end = Math.min(to, bytes.length) - length
  for (let at = Math.max(0, from); at <= end; at += jump[bytes[at + length - 1]!]!) if (isAt(bytes, at, wanted)) return at
  return -1
}

/** Byte of the last `text` that lies within [from, to), or −1. */
export function findTextBackwards(bytes: Uint8Array, text: string, to = bytes.length, from = 0): number {
  const wanted = ascii(text)
  const length = wanted.length
  const jump = new Int32Array(256).fill(length)
  for (let i = length - 1; i > 0; i--) jump[wanted[i]!] = i
  for (let at = Math.min(to, bytes.length) - length; at >= from; at -= jump[bytes[at]!]!) if (isAt(bytes, at, wanted)) return at
  return -1
}

/** Bytes [from, to) as one character each. */
export function latin1Text(bytes: Uint8Array, from: number, to: number): string {
  const end = Math.min(to, bytes.length)
  const parts: string[] = []
  for (let at = Math.max(0, from); at < end; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, Math.min(at + 8192, end))))
  return parts.join('')
}
