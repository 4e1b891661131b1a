/**
 * Pictures (TIFF, PNG, JPEG), above all of microscopes (SEM, TEM): kept as brightness 0 … 255, at most 512 pixels along the longer side, row by row from
 * the top; larger ones as means of whole pixels. TIFFs of 16 bits are stretched from their darkest to their brightest pixel, as viewers do.
 * The size of a pixel is taken from the file where the microscope wrote it; a picture in colour without one is no microscope's (a photo,
 * a screenshot, a scheme). The original keeps every pixel.
 */
import type { Measurement } from '../../measurement'
import type { FileHead, ReadableFile, Reader, ReadResult, Recognition } from '../reader'
import { decodePicture, luminance, pictureKind, type Picture } from './decodePicture'
import { pixelSize } from './pixelSize'

const LONGEST_SIDE = 512
/** Channels that differ by more than compression makes them, in more than a bar or a stamp has of the picture. */
const COLOUR = { difference: 32, share: 0.02 }

export interface Reduced { readonly columns: number; readonly rows: number; readonly brightness: Float64Array; readonly isStretched: boolean }

/** Means of blocks of whole pixels, as grey of 8 bits. */
export function reducePicture({ width, height, channels, samples, bits }: Picture): Reduced {
  const factor = Math.ceil(Math.max(width, height) / LONGEST_SIDE)
  const [columns, rows] = [Math.max(1, Math.floor(width / factor)), Math.max(1, Math.floor(height / factor))]
  const sums = new Float64Array(columns * rows)
  const isColour = channels >= 3
  for (let y = 0; y < rows * factor && y < height; y += 1) {
    for (let x = 0; x < columns * factor && x < width; x += 1) {
      const at = (y * width + x) * channels
      const value = isColour ? luminance([samples[at]!, samples[at + 1]!, samples[at + 2]!]) : samples[at]!
      sums[Math.floor(y / factor) * columns + Math.floor(x / factor)]! += value
    }
  }
  const means = sums.map((sum) => sum / (Math.min(factor, width) * Math.min(factor, height)))
  const isStretched = bits !== 8
  const [low, high] = isStretched ? [means.reduce((a, b) => Math.min(a, b), Infinity), means.reduce((a, b) => Math.max(a, b), -Infinity)] : [0, 255]
  const brightness = means.map((mean) => Math.round(high > low ? (255 * (mean - low)) / (high - low) : 0))
  return { columns, rows, brightness, isStretched }
}

/** Whether a picture has colours that mean something: those of electron microscopes are grey. */
export function hasColour({ width, height, channels, samples, bits }: Picture): boolean {
  if (channels < 3) return false
  const difference = COLOUR.difference * (bits === 8 ? 1 : 257)
  let coloured = 0
  for (let at = 0; at < width * height * channels; at += channels) {
    const [r, g, b] = [samples[at]!, samples[at + 1]!, samples[at + 2]!]
    if (Math.max(r, g, b) - Math.min(r, g, b) > difference) coloured += 1
  }
  return coloured > COLOUR.share * width * height
}

function read({ bytes }: ReadableFile): ReadResult {
  const kind = pictureKind(bytes)!
  const picture = decodePicture(bytes, kind)
  const { columns, rows, brightness, isStretched } = reducePicture(picture)
  const size = pixelSize(picture)
  const measurement: Measurement = {
    technique: 'OTHER', title: '', columns: [{ name: 'brightness', quantity: 'other', unit: '', values: brightness }], segments: [], settings: [],
    facts: [
      { name: 'kind', value: 'image' }, { name: 'width_px', value: picture.width }, { name: 'height_px', value: picture.height }, { name: 'columns', value: columns }, { name: 'rows', value: rows },
      ...(hasColour(picture) ? [{ name: 'isInColour', value: 'yes' }] : []),
      ...(isStretched ? [{ name: 'contrast', value: 'stretched' }] : []),
      ...(size ? [{ name: 'pixelSize_nm', value: size.nm }, { name: 'pixelSizeFrom', value: size.from }] : [])
    ],
    header: {}, startedAt: null, signConvention: null, warnings: [], complete: true
  }
  return { measurements: [measurement] }
}

export const micrograph: Reader = {
  id: 'micrograph',
  format: 'Picture (TIFF, PNG, JPEG)',
  vendor: 'any',
  recognises: ({ bytes }: FileHead): Recognition | null => {
    const kind = pictureKind(bytes)
    return kind ? { confidence: 'certain', why: `the file begins as a ${kind} picture does` } : null
  },
  read
}
