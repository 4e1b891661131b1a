import { Inflate } from 'fflate'

const decoder = new TextDecoder('utf-8')
const localHeader = [0x50, 0x4b, 3, 4] as const
const headerBytes = 30
const stored = 0
const deflated = 8
const pieceBytes = 4096
const mostBytes = 2 ** 20
const mostParts = 200

function unpacked(bytes: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = []
  let size = 0
  let isDone = false
  const inflate = new Inflate((piece, isLast) => {
    pieces.push(piece)
    size += piece.length
    isDone = isLast
  })
  try {
    for (let at = 0; at < bytes.length && !isDone && size < mostBytes; at += pieceBytes) inflate.push(bytes.subarray(at, at + pieceBytes))
  } catch {
    // A part that the head cuts off, or damage: what came out so far is enough to recognise a file.
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** The beginnings of those parts of a zip that lie in its first bytes: recognition sees no central directory. */
export function partsInHead(head: Uint8Array, isWanted: (name: string) => boolean): Map<string, string> {
  const parts = new Map<string, string>()
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  for (let at = head.indexOf(0x50), seen = 0; at >= 0 && at + headerBytes <= head.length && seen < mostParts; at = head.indexOf(0x50, at + 1)) {
    if (!localHeader.every((byte, i) => head[at + i] === byte)) continue
    seen += 1
    const method = view.getUint16(at + 8, true)
    const nameEnd = at + headerBytes + view.getUint16(at + 26, true)
    const name = decoder.decode(head.subarray(at + headerBytes, nameEnd))
    const start = nameEnd + view.getUint16(at + 28, true)
    if (parts.has(name) || start >= head.length || !isWanted(name)) continue
    if (method === deflated) parts.set(name, decoder.decode(unpacked(head.subarray(start))))
    else if (method === stored) parts.set(name, decoder.decode(head.subarray(start, start + Math.min(view.getUint32(at + 18, true), head.length))))
  }
  return parts
}
