import { pngOfDataUrl } from './pngOfDataUrl'

const MM_PER_INCH = 25.4
const refused = 'The figure was not saved because it is no drawing of a chart.'

/** A figure as our charts write it: one svg element without scripts, links or anything foreign. */
export function checkedSvg(text: string): { readonly svg: string; readonly width_mm: number; readonly height_mm: number } {
  const head = /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="([\d.]{1,8})cm" height="([\d.]{1,8})cm" viewBox="[\d. -]{1,60}">/.exec(text)
  const [width_mm, height_mm] = [10 * Number(head?.[1]), 10 * Number(head?.[2])]
  // Words between the elements may say anything: they are escaped.
  const elements = text.replace(/>[^<]*</g, '><')
  const isOurs = head !== null && text.endsWith('</svg>') && !/<(?:script|foreignObject|iframe|use|a|style|animate|set)\b|\son\w+\s*=|href="(?!data:image\/png;base64,)/i.test(elements)
  if (!isOurs || !(width_mm > 10 && width_mm < 2000) || !(height_mm > 10 && height_mm < 2000)) throw new Error(refused)
  return { svg: text, width_mm, height_mm }
}

/** CRC-32 of ISO 3309, as PNG wants it. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** A PNG that says how large it is printed, so that Word and journals place it at its size. */
export function pngWithResolution(dataUrl: string, dotsPerInch: number): Uint8Array {
  const bytes = pngOfDataUrl(dataUrl)
  const behindHeader = 33
  const chunk = Buffer.alloc(21)
  const dotsPerMetre = Math.round((dotsPerInch * 1000) / MM_PER_INCH)
  chunk.writeUInt32BE(9, 0)
  chunk.write('pHYs', 4, 'latin1')
  chunk.writeUInt32BE(dotsPerMetre, 8)
  chunk.writeUInt32BE(dotsPerMetre, 12)
  chunk.writeUInt8(1, 16)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17)
  return Buffer.concat([bytes.subarray(0, behindHeader), chunk, bytes.subarray(behindHeader)])
}
