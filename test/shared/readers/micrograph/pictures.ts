import { encode } from 'fast-png'
import jpeg from 'jpeg-js'

/** Grey of 8 bits, row by row. */
export const grey = (width: number, height: number, of: (x: number, y: number) => number): Uint8Array => Uint8Array.from({ length: width * height }, (_, i) => of(i % width, Math.floor(i / width)))
export const pngOf = (width: number, height: number, data: Uint8Array): Uint8Array => encode({ width, height, data, channels: 1, depth: 8 })
/** Red, green and blue of 8 bits. */
export const colourPngOf = (width: number, height: number, of: (x: number, y: number) => readonly [number, number, number]): Uint8Array =>
  encode({ width, height, data: Uint8Array.from(Array.from({ length: width * height }, (_, i) => of(i % width, Math.floor(i / width))).flat()), channels: 3, depth: 8 })
export function jpegOf(width: number, height: number, data: Uint8Array): Uint8Array {
  const rgba = Uint8Array.from({ length: 4 * data.length }, (_, i) => (i % 4 === 3 ? 255 : data[Math.floor(i / 4)]!))
  return new Uint8Array(jpeg.encode({ width, height, data: rgba }, 95).data)
}

interface Tags { readonly description?: string; readonly feiText?: string; readonly resolution?: readonly [perUnit: number, unit: 1 | 2 | 3]; readonly isWhiteZero?: boolean }
/** A TIFF of one strip, 16 bits, little-endian, as TIFF 6.0 lays it out. */
export function tiffOf(width: number, height: number, data: Uint16Array, { description, feiText, resolution, isWhiteZero = false }: Tags = {}): Uint8Array {
  const pixels = new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
  const texts = ([[270, description], [34682, feiText]] as const).flatMap(([tag, text]) => (text === undefined ? [] : [{ tag, bytes: new TextEncoder().encode(`${text}\0`) }]))
  const entries: { tag: number; type: number; count: number; value: number }[] = [
    { tag: 256, type: 4, count: 1, value: width }, { tag: 257, type: 4, count: 1, value: height }, { tag: 258, type: 3, count: 1, value: 16 }, { tag: 259, type: 3, count: 1, value: 1 },
    { tag: 262, type: 3, count: 1, value: isWhiteZero ? 0 : 1 }, { tag: 273, type: 4, count: 1, value: 8 }, { tag: 277, type: 3, count: 1, value: 1 }, { tag: 278, type: 4, count: 1, value: height },
    { tag: 279, type: 4, count: 1, value: pixels.length }
  ]
  const behind: number[] = []
  let at = 8 + pixels.length
  for (const { tag, bytes } of texts) {
    entries.push({ tag, type: 2, count: bytes.length, value: at })
    behind.push(...bytes, ...(bytes.length % 2 ? [0] : []))
    at = 8 + pixels.length + behind.length
  }
  if (resolution) {
    const rational = new Uint8Array(8)
    new DataView(rational.buffer).setUint32(0, Math.round(resolution[0] * 1000), true)
    new DataView(rational.buffer).setUint32(4, 1000, true)
    entries.push({ tag: 282, type: 5, count: 1, value: at }, { tag: 296, type: 3, count: 1, value: resolution[1] })
    behind.push(...rational)
    at += 8
  }
  entries.sort((a, b) => a.tag - b.tag)
  const file = new Uint8Array(at + 2 + 12 * entries.length + 4)
  const view = new DataView(file.buffer)
  file.set([0x49, 0x49, 42, 0])
  view.setUint32(4, at, true)
  file.set(pixels, 8)
  file.set(behind, 8 + pixels.length)
  view.setUint16(at, entries.length, true)
  entries.forEach(({ tag, type, count, value }, i) => {
    const place = at + 2 + 12 * i
    view.setUint16(place, tag, true)
    view.setUint16(place + 2, type, true)
    view.setUint32(place + 4, count, true)
    if (type === 3) view.setUint16(place + 8, value, true)
    else view.setUint32(place + 8, value, true)
  })
  return file
}
