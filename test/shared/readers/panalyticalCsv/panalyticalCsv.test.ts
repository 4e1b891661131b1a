import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { panalyticalCsv } from '../../../../src/shared/readers/panalyticalCsv/panalyticalCsv'
import { panalyticalText } from './fixture'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string) => panalyticalCsv.read({ name: 'a.csv', bytes: bytesOf(text) }).measurements[0]!
const rows = [[20, 5], [20.02, 6], [20.04, 7]] as const

describe('PANalytical scan as text', () => {
  it('reads back what was written, with points and with commas', () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 15_000_000 }), fc.integer({ min: 0, max: 1e7 })).map(([angle, counts]) => [angle / 1e5, counts / 4] as const)
    fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), fc.boolean(), (written, isEuropean) => {
      const found = read(panalyticalText({ rows: written, isEuropean }))
      expect(written.map((_, i) => found.columns.map(({ values }) => values[i]))).toEqual(written)
      expect(found).toMatchObject({ technique: 'XRD', title: 'RuFe-NC', complete: true, warnings: [] })
    }), { numRuns: 60 })
  })
  it('takes wavelengths, anode and start from the header', () => {
    const found = read(panalyticalText({ rows }))
    expect(found.facts).toEqual([{ name: 'anode', value: 'Cu' }, { name: 'wavelengthAlpha1_A', value: 1.540598 }, { name: 'wavelengthAlpha2_A', value: 1.544426 }, { name: 'kAlphaRatio', value: 0.5 }, { name: 'timePerStep_s', value: 50.165 }])
    expect(found.startedAt).toBe('2021-05-20T15:55')
    expect(found.columns.map(({ name, unit, quantity }) => `${name}|${unit}|${quantity}`)).toEqual(['2Theta|deg|two_theta', 'Intensity||intensity'])
    expect(found.settings.find(({ name }) => name === 'Comment - 1')?.value).toContain('Spinner PW3064, Owner')
    expect(found.settings.some(({ name }) => name === 'Unit cell')).toBe(false)
    expect(read(panalyticalText({ rows, date: '05/06/2021 15:55' })).startedAt).toBeNull()
  })
  it('says what is missing', () => {
    expect(read(panalyticalText({ rows, axis: 'Omega' }))).toMatchObject({ columns: [{ name: 'Omega', quantity: 'other' }, {}], warnings: ['This scan does not move 2Theta.'] })
    expect(read(panalyticalText({ rows, declared: 9 }))).toMatchObject({ complete: false, warnings: [expect.stringContaining('3 of the 9 points')] })
    const text = panalyticalText({ rows })
    expect(() => read(text.slice(0, text.indexOf('[Scan points]')))).toThrow(/before its scan/)
    expect(() => read(text.slice(0, text.indexOf('20,5')))).toThrow(/no points/)
  })
  it('is recognised by its first line', () => {
    const bytes = bytesOf(panalyticalText({ rows }))
    expect(panalyticalCsv.recognises({ name: 'x.txt', bytes, size: bytes.length })?.confidence).toBe('certain')
    expect(panalyticalCsv.recognises({ name: 'x.csv', bytes: bytesOf('[Measurement]\nAngle,Intensity\n'), size: 30 })).toBeNull()
  })
})
