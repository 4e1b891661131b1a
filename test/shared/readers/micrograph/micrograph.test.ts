import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { micrograph } from '../../../../src/shared/readers/micrograph/micrograph'
import { colourPngOf, grey, jpegOf, pngOf, tiffOf } from './pictures'

const read = (bytes: Uint8Array) => micrograph.read({ name: 'TEM.tif', bytes }).measurements[0]!
const fact = (bytes: Uint8Array, name: string) => read(bytes).facts.find((one) => one.name === name)?.value
const brightness = (bytes: Uint8Array) => [...read(bytes).columns[0]!.values]
const ramp = Uint16Array.from({ length: 12 }, (_, i) => 1000 + 100 * i)

describe('pictures of microscopes', () => {
  it('keep a small one pixel by pixel', () => {
    const picture = grey(3, 2, (x, y) => 100 * y + 10 * x)
    expect(brightness(pngOf(3, 2, picture))).toEqual([0, 10, 20, 100, 110, 120])
    expect(brightness(jpegOf(16, 16, grey(16, 16, () => 128))).every((value) => Math.abs(value - 128) <= 1)).toBe(true)
  })
  it('are means of whole pixels where they are large', () => {
    const bytes = pngOf(1030, 600, grey(1030, 600, (x) => (x % 3) * 30))
    expect([fact(bytes, 'columns'), fact(bytes, 'rows'), fact(bytes, 'width_px')]).toEqual([343, 200, 1030])
    expect(new Set(brightness(bytes))).toEqual(new Set([30]))
  })
  it('of 16 bits are stretched, and so it says', () => {
    const bytes = tiffOf(4, 3, ramp)
    expect(brightness(bytes)).toEqual(Array.from({ length: 12 }, (_, i) => Math.round((255 * i) / 11)))
    expect(fact(bytes, 'contrast')).toBe('stretched')
    expect(brightness(tiffOf(4, 3, ramp, { isWhiteZero: true }))[0]).toBe(255)
  })
  it.each([
    ['Thermo Fisher', { feiText: '[Scan]\r\nPixelWidth=4.1E-011\r\nPixelHeight=4.1E-011' }, 0.041],
    ['a text with several ends', { feiText: 'PixelWidth=4.1E-011\r\n\0' }, 0.041],
    ['ImageJ', { description: 'ImageJ=1.53t\nunit=nm\nmin=0.0', resolution: [20, 1] }, 0.05],
    ['ImageJ in µm', { description: 'ImageJ=1.53t\nunit=\\u00B5m\n', resolution: [100, 1] }, 10],
    ['the resolution', { resolution: [1e6, 3] }, 10],
    ['300 dots per inch, which is no scale', { resolution: [300, 2] }, undefined]
  ] as const)('take the size of a pixel from %s', (_, tags, nm) => {
    const size = fact(tiffOf(4, 3, ramp, tags), 'pixelSize_nm')
    if (nm === undefined) expect(size).toBeUndefined()
    else expect(size).toBeCloseTo(nm, 9)
  })
  it('are grey, also as colours that are all alike, with the stamp of the instrument, or as a JPEG', () => {
    expect(fact(colourPngOf(40, 40, (x, y) => [x * 5, x * 5, x * 5 + (y % 3)]), 'isInColour')).toBeUndefined()
    expect(fact(colourPngOf(40, 40, (x, y) => (x < 4 && y < 5 ? [255, 0, 0] : [90, 90, 90])), 'isInColour')).toBeUndefined()
    expect(fact(jpegOf(16, 16, grey(16, 16, (x) => 15 * x)), 'isInColour')).toBeUndefined()
    expect(fact(colourPngOf(40, 40, (x) => (x < 10 ? [31, 95, 191] : [250, 250, 250])), 'isInColour')).toBe('yes')
  })
  it('that are damaged, too large or of few bits say so in one sentence', () => {
    const png = pngOf(40, 40, grey(40, 40, (x, y) => x * y))
    expect(() => read(png.subarray(0, 60))).toThrow(/^The PNG picture cannot be decoded/)
    const huge = png.slice()
    new DataView(huge.buffer).setUint32(16, 200_000)
    new DataView(huge.buffer).setUint32(20, 200_000)
    expect(() => read(huge)).toThrow('larger than 64 megapixels')
    expect(() => read(tiffOf(4, 3, ramp).subarray(0, 20))).toThrow(/^The TIFF picture cannot be decoded/)
    expect(() => read(jpegOf(16, 16, grey(16, 16, () => 9)).subarray(0, 100))).toThrow(/^The JPEG picture cannot be decoded/)
  })
})

it('pictures of microscopes read back what is written', () => {
  fc.assert(fc.property(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 2, max: 40 }), fc.integer({ min: 1, max: 255 }), (width, height, step) => {
    const at = (x: number, y: number): number => (x * step + y * 31) % 256
    const expected = Array.from({ length: width * height }, (_, i) => at(i % width, Math.floor(i / width)))
    expect(brightness(pngOf(width, height, grey(width, height, at)))).toEqual(expected)
  }))
})
