import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ReadError } from '../../../../src/shared/readers/reader'
import { spectrumText } from '../../../../src/shared/readers/spectrumText/spectrumText'

import { avaSoftText, jazText, visionLiteText } from './fixture'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const readText = (text: string) => spectrumText.read({ name: 'a.txt', bytes: bytesOf(text) }).measurements[0]!
const claim = (text: string) => spectrumText.recognises({ name: 'a.txt', bytes: bytesOf(text), size: text.length })?.confidence
const shape = (text: string) => readText(text).columns.map(({ name, quantity, unit, values }) => [name, quantity, unit, ...values])

const ocean = (marker: string): string =>
  [
    'Data from Absorbance_09-01-02-003.txt Node\n\rDate: Mon Jul 4 14:38:32 CEST 2022\n',
    'User: Li\nXAxis mode: Wavelengths\nNumber of Pixels in Spectrum: 3\n',
    marker,
    '\n194.076\t-0.37\r\n194.628\t-0\r\n195.18\t1.5E-2\r\n'
  ].join('')
const begin = '>>>>>Begin Spectral Data<<<<<'

it('reads the spectrum of an AvaSoft file beside its counts, with decimal commas and names filled up with NUL', () => {
  const rows = [[300, 1, 900, 450, 0.301], [300.5, -1, 800, 500, 0.204], [301, 2, 700, 350, 0.3]]
  for (const text of [avaSoftText(['Dark', 'Ref', 'Sample', 'Absorbance'], rows), avaSoftText(['Dark', 'Ref', 'Sample', 'Absorbance'], rows, ',')]) {
    expect(claim(text)).toBe('certain')
    expect(shape(text)).toEqual([['Wave', 'wavelength', 'nm', 300, 300.5, 301], ['Absorbance', 'absorbance', 'a.u.', 0.301, 0.204, 0.3], ['Dark', 'intensity', 'counts', 1, -1, 2], ['Ref', 'intensity', 'counts', 900, 800, 700], ['Sample', 'intensity', 'counts', 450, 500, 350]])
    expect(readText(text).warnings).toEqual([])
    expect(readText(text).settings).toContainEqual({ name: 'Data measured with spectrometer name', value: '0804016U1' })
  }
})
it('takes the sample of an AvaSoft file as the signal where nothing was made of it, and knows transmittances', () => {
  const scope = avaSoftText(['Sample', 'Dark', 'Reference', 'Scope'], [[300, 450, 1, 900], [300.5, 500, 2, 800], [301, 350, 3, 700]])
  expect(shape(scope).map(([name, quantity, unit]) => [name, quantity, unit])).toEqual([['Wave', 'wavelength', 'nm'], ['Sample', 'intensity', 'counts'], ['Dark', 'intensity', 'counts'], ['Reference', 'intensity', 'counts']])
  const through = avaSoftText(['Transmittance'], [[300, 3.1], [301, 3.2], [302, 3.3]])
  expect(shape(through)[1]).toEqual(['Transmittance', 'other', '%T', 3.1, 3.2, 3.3])
  expect(readText(through).warnings).toHaveLength(1)
  expect(() => readText(avaSoftText(['Transmittance'], [[300, 3.1]]))).toThrow(/cut off/)
})
it('reads the spectrum of a NanoDrop, whose absorbance is that of 10 mm, below its remarks', () => {
  const rows = Array.from({ length: 20 }, (_, i) => `${190 + i / 2}\t${(0.063 + i / 1000).toFixed(3)}`)
  const one = (name: string): string[] => [`${name}\t`, '4/27/22 15:56\t', 'Wavelength (nm)\t10mm Absorbance', '//WLCalib: Shift \t0.17333', '//QSpecEnd: \t', ...rows]
  const text = [...one('Sample 1'), ...one('Sample 2'), '\t', ...one('Sample 3'), ''].join('\r\n')
  const bytes = new TextEncoder().encode(text)
  expect(spectrumText.recognises({ name: 'a.tsv', bytes, size: bytes.length })).not.toBeNull()
  const { measurements } = spectrumText.read({ name: 'a.tsv', bytes })
  expect(measurements.map(({ title }) => title)).toEqual(['Sample 1', 'Sample 2', 'Sample 3'])
  for (const found of measurements) expect([found.technique, found.warnings.length, ...found.columns.map(({ quantity, values }) => `${quantity} ${values[0]} ${values.at(-1)}`)]).toEqual(['UVVIS', 0, 'wavelength 190 199.5', 'absorbance 0.063 0.082'])
})

describe('OceanView', () => {
  it('reads mixed line ends, settings and the start', () => {
    expect(claim(ocean(begin))).toBe('certain')
    expect(readText(ocean(begin))).toMatchObject({ technique: 'UVVIS', title: '', startedAt: '2022-07-04T14:38:32', complete: true, warnings: [] })
    expect(shape(ocean(begin))).toEqual([
      ['Wavelengths', 'wavelength', 'nm', 194.076, 194.628, 195.18],
      ['Absorbance', 'absorbance', '', -0.37, -0, 0.015]
    ])
    expect(readText(ocean(begin)).settings).toContainEqual({ name: 'User', value: 'Li' })
  })
  it('is partial when points are missing', () => {
    const measurement = readText(ocean(begin).replace('Spectrum: 3', 'Spectrum: 2068'))
    expect(measurement.complete).toBe(false)
    expect(measurement.warnings[0]).toMatch(/3 of 2068 points/)
  })
  it('does not call an unnamed signal an absorbance', () => {
    const measurement = readText(ocean(begin).replace('Absorbance', 'Subt2'))
    expect(measurement.columns[1]!.quantity).toBe('other')
    expect(measurement.warnings).toHaveLength(1)
  })
})

describe('JASCO', () => {
  const text =
    'TITLE\tNH3 std 1\nORIGIN\tJASCO\nDATE\t23/02/10\nXUNITS\tNANOMETERS\nYUNITS\tABSORBANCE\nNPOINTS\t3\n' +
    'XYDATA\n700.0\t0.005\n698.0\t0.006\n696.0\t0.007\n\n##### Extended Information\nModel\tV-570\n'
  it('reads header, data and what follows', () => {
    expect(claim(text)).toBe('certain')
    expect(readText(text)).toMatchObject({ title: 'NH3 std 1', startedAt: null, complete: true, warnings: [] })
    expect(shape(text)).toEqual([
      ['XUNITS', 'wavelength', 'NANOMETERS', 700, 698, 696],
      ['YUNITS', 'absorbance', 'ABSORBANCE', 0.005, 0.006, 0.007]
    ])
    expect(readText(text).settings).toContainEqual({ name: 'Model', value: 'V-570' })
  })
  it('is partial when points are missing', () => expect(readText(text.replace('NPOINTS\t3', 'NPOINTS\t201')).complete).toBe(false))
  it('leaves infrared spectra to others', () => expect(claim(text.replace('NANOMETERS', '1/CM'))).toBeUndefined())
})

describe('StellarNet', () => {
  const text =
    '" File: Users\\me\\std 0.1 ppm"\r\n"  ABSOR->  Wave:630.87nm  Pix:1050  Time: 25ms  SNAP "\r\n' +
    ' 265.00  1.0000E-003\r\n 265.50  -1.5453E-001\r\n 266.00  1.0809E+000\r\n'
  it('reads exponents of three digits', () => {
    expect(claim(text)).toBe('certain')
    expect(shape(text)).toEqual([
      ['Wavelength', 'wavelength', 'nm', 265, 265.5, 266],
      ['Absorbance', 'absorbance', '', 0.001, -0.15453, 1.0809]
    ])
    expect(readText(text).settings).toEqual([
      { name: 'File', value: 'Users\\me\\std 0.1 ppm' },
      { name: 'Mode', value: 'ABSOR' },
      { name: 'Wave', value: '630.87nm' },
      { name: 'Pix', value: '1050' },
      { name: 'Time', value: '25ms' },
      { name: 'remark', value: 'SNAP' }
    ])
  })
  it('does not call the other modes absorbance', () =>
    expect(readText(text.replace('ABSOR', 'TRANS')).columns[1]).toMatchObject({ quantity: 'other', unit: '%T' }))
})

describe('two named columns', () => {
  it('takes the name above the header as the title', () => {
    const text = '"SA_5.SPC",\nWL/nm,Abs\n800,0.08\n799.8,0.081\n799.6,0.082\n'
    expect(claim(text)).toBe('likely')
    expect(readText(text).title).toBe('SA_5.SPC')
    expect(shape(text)).toEqual([
      ['WL/nm', 'wavelength', 'nm', 800, 799.8, 799.6],
      ['Abs', 'absorbance', '', 0.08, 0.081, 0.082]
    ])
  })
  it('reads "nm; A" with decimal commas', () => {
    const text = 'nm; A\n800,000000; -0,003762\n799,000000; -0,004879\n798,000000; 0,004541\n'
    expect(claim(text)).toBe('likely')
    expect(shape(text)).toEqual([
      ['nm', 'wavelength', 'nm', 800, 799, 798],
      ['A', 'absorbance', 'A', -0.003762, -0.004879, 0.004541]
    ])
  })
  it('reads a plain header and blanks', () =>
    expect(shape('Wavelength[nm]  Absorbance\n400 0.1\n401 0.2\n402 0.3\n')[0]).toEqual(['Wavelength[nm]', 'wavelength', 'nm', 400, 401, 402]))
  it.each(['E/V,I/A\n1,2\n3,4\n5,6\n', '1,2\n3,4\n5,6\n', 'Wavelength (nm),S1,S2\n1,2,3\n4,5,6\n7,8,9\n', '', 'Time (s),Abs\n1,2\n3,4\n5,6\n'])(
    'leaves %j to others',
    (text) => expect(claim(text)).toBeUndefined()
  )
  it('refuses what is cut off or no spectrum', () => {
    expect(() => readText('nm; A\n800,0; 1,0\n')).toThrow(/No spectrum follows line 1/)
    expect(() => readText('words')).toThrow(ReadError)
  })
})

describe('VISIONlite', () => {
  const value = fc.integer({ min: -5000, max: 50_000 }).map((n) => n / 10_000)
  it('reads back what is written, with decimal commas and dates of commas', () => {
    fc.assert(fc.property(fc.array(value, { minLength: 2, maxLength: 30 }), (values) => {
      const found = readText(visionLiteText(values))
      expect([...found.columns[1]!.values]).toEqual(values)
      expect([...found.columns[0]!.values]).toEqual(values.map((_, i) => 200 + 2 * i))
      expect(found).toMatchObject({ title: 'blank of plate 3', startedAt: '2026-11-23T10:15:24', complete: true, columns: [{ unit: 'nm' }, { quantity: 'absorbance' }] })
    }))
  })
  it('is partial when values are missing, and refuses what is no number', () => {
    expect(readText(visionLiteText([1, 2, 3, 4]).replace(/4\n\n$/, '\n'))).toMatchObject({ complete: false, warnings: [expect.stringContaining('announces 4 points')] })
    expect(() => readText(visionLiteText([1, 2, 3]).replace(/3\n\n$/, 'x\n'))).toThrow(/"x" is no number/)
  })
})

describe('Ocean Optics Jaz', () => {
  it('keeps all four spectra and takes the processed one as the signal', () => {
    const value = fc.integer({ min: -9999, max: 9999 }).map((n) => n / 100)
    fc.assert(fc.property(fc.array(fc.tuple(value, value, value, value), { minLength: 3, maxLength: 30 }), (spectra) => {
      const found = readText(jazText(spectra))
      expect(found.columns.map(({ name, quantity }) => `${name}|${quantity}`)).toEqual(['Wavelengths|wavelength', 'Processed|other', 'Dark|intensity', 'Reference|intensity', 'Sample|intensity'])
      expect(found.columns.slice(1).map(({ values }) => [...values])).toEqual([3, 0, 1, 2].map((i) => spectra.map((row) => row[i])))
    }))
  })
  it('takes the sample where nothing was processed', () => expect(readText(jazText([[1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 3, 4]], 'No')).columns[1]).toMatchObject({ name: 'Sample' }))
  it('knows the marker in other languages', () => {
    const spanish = jazText([[1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 3, 4]]).replace('>>>>>Begin Processed Spectral Data<<<<<', '>>>>> Comienza Data<<<<< Espectral Procesado Del EL').replace('Date:', 'Fecha:')
    expect(claim(spanish)).toBe('certain')
    expect(readText(spanish)).toMatchObject({ startedAt: '2011-08-29T16:23:13', columns: [{ quantity: 'wavelength', unit: 'nm' }, { name: 'Processed' }, {}, {}, {}] })
  })
})
