const prefix = 'data:image/png;base64,'
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const largestSide_px = 16_384
const refused = 'The picture was not copied because it is not a PNG of a chart.'

/** The bytes of a PNG data URL of a sane size; fails in one sentence on anything else. */
export function pngOfDataUrl(url: string): Buffer {
  if (!url.startsWith(prefix) || !/^[A-Za-z0-9+/]+={0,2}$/.test(url.slice(prefix.length))) throw new Error(refused)
  const bytes = Buffer.from(url.slice(prefix.length), 'base64')
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(signature) || bytes.toString('latin1', 12, 16) !== 'IHDR') throw new Error(refused)
  const sides = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  if (sides.some((side) => side === 0)) throw new Error(refused)
  if (sides.some((side) => side > largestSide_px)) throw new Error(`The picture was not copied because it is larger than ${largestSide_px} pixels.`)
  return bytes
}
