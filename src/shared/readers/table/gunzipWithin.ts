import { Gunzip } from 'fflate'

const pieceBytes = 1024

/** A gzip stream unpacked piece by piece, whatever length it states; null where it is damaged or unpacks to more than `most` bytes. */
export function gunzipWithin(bytes: Uint8Array, most: number): Uint8Array | null {
  const pieces: Uint8Array[] = []
  let size = 0
  try {
    const gunzip = new Gunzip((piece) => {
      pieces.push(piece)
      size += piece.length
    })
    for (let at = 0; at < bytes.length && size <= most; at += pieceBytes) gunzip.push(bytes.subarray(at, at + pieceBytes), at + pieceBytes >= bytes.length)
  } catch {
    return null
  }
  if (size > most) return null
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
