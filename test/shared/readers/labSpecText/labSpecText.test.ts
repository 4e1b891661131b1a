import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labSpecText } from '../../../../src/shared/readers/labSpecText/labSpecText'
import { labSpecBare, labSpecSeries, labSpecSingle } from './fixture'

const read = (bytes: Uint8Array) => labSpecText.read({ name: 'a.txt', bytes }).measurements[0]!
const claim = (bytes: Uint8Array) => labSpecText.recognises({ name: 'a.txt', bytes, size: bytes.length })

describe('LabSpec text', () => {
  it('reads one spectrum with its settings, point or comma', () => {
    for (const decimal of ['.', ',']) {
      const found = read(labSpecSingle(decimal))
      expect([found.columns[0]!.values[1], found.columns[1]!.values[1]]).toEqual([902.5, 101.25])
      expect(found).toMatchObject({ technique: 'RAMAN', title: 'RuFe-NC', startedAt: '2021-03-10T14:21:07', complete: true })
    }
    expect(claim(labSpecSingle())?.confidence).toBe('certain')
  })
  it('reads a series with the place of each spectrum', () => {
    const found = read(labSpecSeries())
    expect(found.columns.map(({ name, quantity }) => `${name}|${quantity}`)).toEqual(['Raman shift|wavenumber', 'Intensity|intensity', 'Time|time'])
    expect([...found.columns[1]!.values]).toEqual([5, 6, 7, 8, 9, 10])
    expect([...found.columns[2]!.values]).toEqual([0, 0, 0, 10, 10, 10])
    expect(found.segments).toEqual([{ kind: 'spectrum', start: 0, end: 3, label: '0' }, { kind: 'spectrum', start: 3, end: 6, label: '10' }])
  })
  it('takes the start from Acquired where Date, which stands before it, has no seconds', () => {
    const text = ['#Acq. time (s)=\t60', '#Laser=\t532', '#Date=\t14.02.2019 10:41', '#Acquired=\t14.02.2019 10:41:56', '900\t1', '901\t2', ''].join('\r\n')
    expect(read(new TextEncoder().encode(text)).startedAt).toBe('2019-02-14T10:41:56')
  })
  it('knows two bare columns by their digits, and no other table', () => {
    expect(claim(labSpecBare())?.confidence).toBe('likely')
    expect(read(labSpecBare()).columns[0]!.values).toHaveLength(40)
    expect(claim(new TextEncoder().encode(Array.from({ length: 20 }, (_, i) => `${i}\t${i * i}`).join('\n')))).toBeNull()
  })
  it('leaves out a spectrum that was cut off, and says so', () => {
    const cut = labSpecSeries().subarray(0, labSpecSeries().length - 6)
    expect(read(cut)).toMatchObject({ complete: false, warnings: [expect.stringContaining('1 spectra are not complete')] })
    expect(() => read(new TextEncoder().encode('#Laser=\t532\n#Acq. time (s)=\t1\n'))).toThrow(/ends in its header/)
  })
})

it('LabSpec text reads back what is written: a series of spectra', () => {
  const shape = fc.record({ points: fc.integer({ min: 3, max: 12 }), spectra: fc.integer({ min: 2, max: 6 }), seed: fc.integer({ min: 1, max: 1e6 }) })
  fc.assert(fc.property(shape, ({ points, spectra, seed }) => {
    const axis = Array.from({ length: points }, (_, i) => 1000.5 + 1.25 * i)
    const data = Array.from({ length: spectra }, (_, k) => Array.from({ length: points }, (_, i) => ((seed * (k + 3) * (i + 7)) % 100_000) / 16))
    const lines = ['#Acq. time (s)=\t10', '#Laser=\t532.17', '#AxisType[2]=\tTime', '#AxisUnit[2]=\ts', ['', ...axis].join('\t'), ...data.map((row, k) => [k * 10, ...row].join('\t')), '']
    const found = read(new TextEncoder().encode(lines.join('\r\n')))
    expect(found.columns.map(({ values }) => [...values])).toEqual([data.flatMap(() => axis), data.flat(), data.flatMap((row, k) => row.map(() => k * 10))])
    expect(found.segments.map(({ start, end }) => [start, end])).toEqual(data.map((_, k) => [k * points, (k + 1) * points]))
  }))
})
