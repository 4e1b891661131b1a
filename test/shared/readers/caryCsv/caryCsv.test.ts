import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caryCsv } from '../../../../src/shared/readers/caryCsv/caryCsv'
import { caryTime } from '../../../../src/shared/readers/caryCsv/caryLog'
import { ReadError } from '../../../../src/shared/readers/reader'
import { spectrumText } from '../../../../src/shared/readers/spectrumText/spectrumText'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const readText = (text: string) => caryCsv.read({ name: 'a.csv', bytes: bytesOf(text) }).measurements
const claim = (text: string) => caryCsv.recognises({ name: 'a.csv', bytes: bytesOf(text), size: text.length })?.confidence

const log = (name: string, time: string): string[] => [
  `${name},`,
  name,
  `Collection Time: ${time}`,
  'Operator Name  : Li',
  'Instrument                        Cary 60',
  'Y Mode                            Abs'
]
const two = [
  'blank,,std 1.2 ppm,,',
  'Wavelength (nm),Abs,Wavelength (nm),%T,',
  '800.0017,0.01,700.2,99.5,',
  '799.0012,0.02,699.1,98.5,',
  '797.9,-0.03,,,',
  '',
  ...log('blank', '6/17/2021 4:53:42 PM'),
  ...log('std 1.2 ppm', '6/17/2021 5:00:00 PM'),
  ''
].join('\r\n')

describe('Cary spreadsheets', () => {
  it('reads every pair of columns with its own length and log', () => {
    expect(claim(two)).toBe('certain')
    const [blank, standard] = readText(two)
    expect(blank).toMatchObject({ technique: 'UVVIS', title: 'blank', startedAt: '2021-06-17T16:53:42', complete: true, warnings: [] })
    expect(blank!.columns.map(({ name, quantity, unit, values }) => [name, quantity, unit, ...values])).toEqual([
      ['Wavelength (nm)', 'wavelength', 'nm', 800.0017, 799.0012, 797.9],
      ['Abs', 'absorbance', '', 0.01, 0.02, -0.03]
    ])
    expect(blank!.settings).toContainEqual({ name: 'Instrument', value: 'Cary 60' })
    expect(blank!.settings).toContainEqual({ name: 'Operator Name', value: 'Li' })
    expect(standard).toMatchObject({ title: 'std 1.2 ppm', startedAt: '2021-06-17T17:00:00' })
    expect(standard!.columns.map(({ name, quantity, unit, values }) => [name, quantity, unit, ...values])).toEqual([
      ['Wavelength (nm)', 'wavelength', 'nm', 700.2, 699.1],
      ['%T', 'other', '%T', 99.5, 98.5]
    ])
    expect(standard!.warnings[0]).toMatch(/not stated to be an absorbance/)
  })

  it('reads semicolons with decimal commas', () => {
    const [spectrum] = readText('S1;;\nWavelength (nm);Abs;\n800,5;0,125;\n799,5;0,25;\n\n')
    expect(spectrum!.columns.map(({ values }) => [...values])).toEqual([
      [800.5, 799.5],
      [0.125, 0.25]
    ])
  })

  it('keeps samples of the same name apart', () => {
    const text = [
      'S,,S,,',
      'Wavelength (nm),Abs,Wavelength (nm),Abs,',
      '2,1,2,3,',
      '',
      ...log('S', '6/17/2021 1:00:00 AM'),
      ...log('S', '6/17/2021 2:00:00 AM')
    ].join('\n')
    expect(readText(text).map(({ startedAt }) => startedAt)).toEqual(['2021-06-17T01:00:00', '2021-06-17T02:00:00'])
  })

  it('says that a file is cut off within a line', () => {
    const [spectrum] = readText('S,,\nWavelength (nm),Abs,\n800,0.1,\n799,0.')
    expect(spectrum!.complete).toBe(false)
    expect(spectrum!.warnings[0]).toMatch(/cut off/)
    expect(readText('S,,\nWavelength (nm),Abs,\n800,0.1,\n799,0.2,\n')[0]!.complete).toBe(true)
  })

  it('leaves what is no number empty and counts it', () => {
    const [spectrum] = readText('S,,\nWavelength (nm),Abs,\n800,0.1,\n799,,\n798,x,\n\n')
    expect([...spectrum!.columns[1]!.values]).toEqual([0.1, NaN, NaN])
    expect(spectrum!.warnings[0]).toMatch(/^2 points/)
  })

  it('gives no name where names are shifted, and keeps a spectrum without points', () => {
    const [a, b] = readText('one, two,,three,,\nWavelength (nm),Abs,Wavelength (nm),Abs,\n800,0.1,,,\n\n')
    expect([a!.title, b!.title]).toEqual(['spectrum 1', 'spectrum 2'])
    expect(a!.warnings[0]).toMatch(/do not stand above their columns/)
    expect(b).toMatchObject({ complete: false })
  })

  it('is not taken for another spectrum, nor another for it', () => {
    expect(spectrumText.recognises({ name: 'a.csv', bytes: bytesOf(two), size: two.length })).toBeNull()
    expect(claim('Wavelength (nm),Abs\n800,0.1\n799,0.2\n')).toBeUndefined()
    expect(() => readText('a,b\n1,2')).toThrow(ReadError)
  })
})

describe('time of collection', () => {
  it.each([
    ['6/17/2021 4:53:42 PM', '2021-06-17T16:53:42'],
    ['17/6/2021 12:05:00 AM', '2021-06-17T00:05:00'],
    ['17.06.2021 16:53:42', '2021-06-17T16:53:42'],
    ['4/4/2021 16:00:00', '2021-04-04T16:00:00'],
    ['4/5/2021 4:00:00 PM', null],
    ['soon', null]
  ])('%s', (text, expected) => {
    expect(caryTime(text)).toBe(expected)
  })
})

it('Cary spreadsheets read back what is written: pairs of unequal length', () => {
  const spectrum = fc.array(fc.tuple(fc.integer({ min: 190_000, max: 1_100_000 }), fc.integer({ min: -50_000, max: 5_000_000 })), { minLength: 1, maxLength: 25 })
  fc.assert(fc.property(fc.array(spectrum, { minLength: 1, maxLength: 5 }), (spectra) => {
    const rows = Array.from({ length: Math.max(...spectra.map(({ length }) => length)) }, (_, i) => spectra.map((points) => (points[i] ? `${points[i][0] / 1000},${points[i][1] / 1e6}` : ',')).join(','))
    const found = readText([`${spectra.map((_, k) => `s${k},`).join(',')}`, spectra.map(() => 'Wavelength (nm),Abs').join(','), ...rows, '', ''].join('\r\n'))
    expect(found.map(({ title, columns }) => [title, ...columns.map(({ values }) => [...values])])).toEqual(spectra.map((points, k) => [`s${k}`, points.map(([x]) => x / 1000), points.map(([, y]) => y / 1e6)]))
  }))
})
