import { decode as decodePng } from 'fast-png'
import jpeg from 'jpeg-js'
import { decode as decodeTiff } from 'tiff'
import { ReadError } from '../reader'

export type PictureKind = 'PNG' | 'JPEG' | 'TIFF'

/** Samples row by row, the channels of a pixel beside each other; the last one is opacity where there are two or four. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly channels: number
  readonly samples: ArrayLike<number>
  readonly bits: number
  /** Pixels per metre along x that the file states, null where it states none. */
  readonly perMetre: number | null
  /** Pixels per a unit that only the text names (ImageJ). */
  readonly perUnit: number | null
  /** Text of tags in which microscopes write how they took it. */
  readonly texts: readonly string[]
}

/** A camera of an electron microscope has 16 megapixels; a decoded picture takes some bytes for each. */
const MOST_PIXELS = 64e6
const METRE_PER_INCH = 0.0254
/** Description, software, ImageJ, Zeiss, Thermo Fisher (SFEG, Helios). */
const textTags = [270, 305, 34118, 34680, 34682]

export function pictureKind(bytes: Uint8Array): PictureKind | null {
  const starts = (...head: readonly number[]): boolean => head.every((byte, i) => bytes[i] === byte)
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'PNG'
  if (starts(0xff, 0xd8, 0xff)) return 'JPEG'
  return starts(0x49, 0x49, 42, 0) || starts(0x4d, 0x4d, 0, 42) ? 'TIFF' : null
}

/** The first picture of a file. ReadError for what cannot be decoded or is larger than 64 megapixels. */
export function decodePicture(bytes: Uint8Array, kind: PictureKind): Picture {
  try {
    const picture = kind === 'PNG' ? png(bytes) : kind === 'JPEG' ? jpg(bytes) : tiff(bytes)
    if (picture.samples.length < picture.width * picture.height * picture.channels) throw new Error('it ends too early')
    return picture
  } catch (error) {
    if (error instanceof ReadError) throw error
    const why = error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 80) : 'damaged'
    throw new ReadError(`The ${kind} picture cannot be decoded (${why}); export it again as TIFF, PNG or JPEG.`)
  }
}

function checkSize(width: number, height: number): void {
  if (!(width > 0 && height > 0)) throw new Error('it has no size')
  if (width * height > MOST_PIXELS) throw new ReadError(`The picture of ${width} × ${height} pixels is larger than 64 megapixels; export it smaller.`)
}

function png(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < 33) throw new Error('it ends too early')
  checkSize(view.getUint32(16), view.getUint32(20)) // before the library makes room for it
  const { width, height, data, channels, depth, palette, resolution } = decodePng(bytes)
  if (depth < 8) throw new Error(`its pixels have ${depth} bits instead of 8 or 16`)
  const isIndexed = palette !== undefined
  return {
    width, height, channels: isIndexed ? 1 : channels, bits: isIndexed ? 8 : depth, texts: [], perUnit: null,
    samples: isIndexed ? Uint8Array.from(data, (i) => luminance(palette[i] ?? [0, 0, 0])) : data,
    perMetre: resolution && Number(resolution.unit) === 1 ? resolution.x : null
  }
}

function jpg(bytes: Uint8Array): Picture {
  const { width, height, data } = jpeg.decode(bytes, { useTArray: true, formatAsRGBA: false, tolerantDecoding: false, maxResolutionInMP: MOST_PIXELS / 1e6, maxMemoryUsageInMB: 1024 })
  checkSize(width, height)
  return { width, height, channels: 3, samples: data, bits: 8, perMetre: null, perUnit: null, texts: [] }
}

function tiff(bytes: Uint8Array): Picture {
  const [head] = decodeTiff(bytes, { pages: [0], ignoreImageData: true })
  if (!head) throw new Error('it holds no picture')
  checkSize(head.width, head.height)
  const [page] = decodeTiff(bytes, { pages: [0] })
  if (!page) throw new Error('it holds no picture')
  const samples = page.palette ? Uint8Array.from(page.data, (i) => luminance((page.palette![i] ?? [0, 0, 0]).map((value) => value / 257))) : page.data
  const resolution = Number(page.xResolution) > 0 ? Number(page.xResolution) : null
  const perMetre = resolution !== null && page.resolutionUnit === 2 ? resolution / METRE_PER_INCH : resolution !== null && page.resolutionUnit === 3 ? resolution * 100 : null
  // A text with several ends comes as a list.
  const texts = textTags.flatMap((tag) => page.fields.get(tag) as unknown).filter((value) => typeof value === 'string').map((value) => value.slice(0, 100_000))
  return { width: page.width, height: page.height, channels: page.palette ? 1 : page.samplesPerPixel, samples, bits: page.palette ? 8 : page.bitsPerSample, perMetre, perUnit: perMetre === null ? resolution : null, texts }
}

/** Rec. 601. */
export const luminance = ([r = 0, g = 0, b = 0]: ArrayLike<number> & Iterable<number>): number => 0.299 * r + 0.587 * g + 0.114 * b
