import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shimadzuUvVis } from '../../../../src/shared/readers/shimadzuUvVis/shimadzuUvVis'
import { spectrumText } from '../../../../src/shared/readers/spectrumText/spectrumText'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const readText = (text: string) => shimadzuUvVis.read({ name: 'a.txt', bytes: bytesOf(text) }).measurements[0]!
const head = (text: string) => ({ name: 'a.txt', bytes: bytesOf(text), size: text.length })

describe('UVProbe text', () => {
  it.each([
    ['commas', '"NH3 0.5 ppm - RawData"\r\n"Wavelength nm.","Abs."\r\n700.00,0.012\r\n699.00,0.013\r\n698.00,-0.014\r\n'],
    ['tabs', '"NH3 0.5 ppm - RawData"\n"Wavelength nm."\t"Abs."\n700.00\t0.012\n699.00\t0.013\n698.00\t-0.014\n'],
    ['blanks', '"NH3 0.5 ppm - RawData"\r\n"Wavelength nm." "Abs."\r\n700.00 0.012\r\n699.00 0.013\r\n698.00 -0.014\r\n'],
    ['semicolons and decimal commas', '"NH3 0.5 ppm - RawData"\n"Wavelength nm.";"Abs."\n700,00;0,012\n699,00;0,013\n698,00;-0,014\n']
  ])('%s', (_, text) => {
    expect(shimadzuUvVis.recognises(head(text))?.confidence).toBe('certain')
    expect(spectrumText.recognises(head(text))).toBeNull()
    const measurement = readText(text)
    expect(measurement).toMatchObject({ technique: 'UVVIS', title: 'NH3 0.5 ppm - RawData', complete: true, warnings: [] })
    expect(measurement.columns.map(({ name, quantity, unit, values }) => [name, quantity, unit, ...values])).toEqual([
      ['Wavelength nm.', 'wavelength', 'nm', 700, 699, 698],
      ['Abs.', 'absorbance', '', 0.012, 0.013, -0.014]
    ])
  })

  it('takes RawData for no sample name and keeps empty values', () => {
    const measurement = readText('"RawData"\n"Wavelength nm.","Abs."\n700,0.1\n699, \n698,0.3\n697,0.4\n')
    expect(measurement.title).toBe('')
    expect([...measurement.columns[1]!.values]).toEqual([0.1, NaN, 0.3, 0.4])
  })

  it('does not call a transmittance an absorbance', () => {
    const measurement = readText('"x"\n"Wavelength nm.","T%"\n700,90\n699,91\n698,92\n')
    expect(measurement.columns[1]).toMatchObject({ name: 'T%', quantity: 'other', unit: 'T%' })
    expect(measurement.warnings[0]).toMatch(/not stated to be an absorbance/)
  })

  it('refuses a file that ends behind its header', () => {
    expect(() => readText('"x"\n"Wavelength nm.","Abs."\n')).toThrow(/No spectrum follows line 2/)
    expect(() => readText('nothing')).toThrow(/"Wavelength nm\."/)
  })
})

it('UVProbe text reads back what is written, however its cells are parted', () => {
  const points = fc.array(fc.tuple(fc.integer({ min: 19_000, max: 110_000 }), fc.integer({ min: -500, max: 5000 })), { minLength: 3, maxLength: 40 })
  fc.assert(fc.property(points, fc.constantFrom([',', '.'], ['\t', '.'], [';', ',']), (spectrum, [separator, decimal]) => {
    const lines = spectrum.map(([x, y]) => `${(x / 100).toFixed(2)}${separator}${(y / 1000).toFixed(3)}`.replaceAll('.', decimal!))
    const { columns } = readText(['"made - RawData"', `"Wavelength nm."${separator}"Abs."`, ...lines, ''].join('\r\n'))
    expect(columns.map(({ values }) => [...values])).toEqual([spectrum.map(([x]) => x / 100), spectrum.map(([, y]) => Number((y / 1000).toFixed(3)))])
  }))
})
