import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rigakuRas } from '../../../../src/shared/readers/rigakuRas/rigakuRas'
import { rasText } from './fixture'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string) => rigakuRas.read({ name: 'a.ras', bytes: bytesOf(text) }).measurements
const rows = [[20, 5, 1], [20.02, 6, 1], [20.04, 7, 1]] as const

describe('Rigaku RAS', () => {
  it('reads back what was written', () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 15_000 }), fc.integer({ min: 0, max: 1e7 })).map(([angle, counts]) => [angle / 100, counts / 4, 1] as const)
    fc.assert(fc.property(fc.array(fc.array(row, { minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 3 }), (scans) => {
      const found = read(rasText(scans.map((written) => ({ rows: written }))))
      expect(found.map(({ columns }) => Array.from(columns[0]!.values, (_, i) => columns.map(({ values }) => values[i])))).toEqual(scans)
      for (const one of found) expect(one).toMatchObject({ technique: 'XRD', complete: true, warnings: [] })
    }), { numRuns: 40 })
  })
  it('takes wavelengths, anode, step and start from the header, units of its own', () => {
    const [found] = read(rasText([{ rows }]))
    expect(found).toMatchObject({ title: 'RuFe-NC', startedAt: '2023-12-15T22:01:01' })
    expect(found!.columns.map(({ name, unit, quantity }) => `${name}|${unit}|${quantity}`)).toEqual(['2-Theta/Theta|deg|two_theta', 'Counts|counts|intensity', 'Attenuator factor||other'])
    expect(found!.facts).toEqual([{ name: 'anode', value: 'Cu' }, { name: 'wavelengthAlpha1_A', value: 1.540593 }, { name: 'wavelengthAlpha2_A', value: 1.544414 }, { name: 'stepSize_deg', value: 0.02 }, { name: 'timePerStep_s', value: 0.2 }])
    expect(found!.settings.some(({ name }) => name.startsWith('DISP'))).toBe(false)
    expect(read(rasText([{ rows, date: '06/11/26 13:59:11' }]))[0]!.startedAt).toBeNull()
  })
  it('says what it cannot know and what is missing', () => {
    expect(read(rasText([{ rows: [[20, 5, 1], [20.02, 6, 8.5]] }]))[0]!.warnings).toEqual([expect.stringContaining('whether its factor is in the intensities')])
    expect(read(rasText([{ rows, axis: 'Omega' }]))[0]).toMatchObject({ columns: [{ name: 'Omega', quantity: 'other' }, {}, {}], warnings: ['This scan does not move 2Theta.'] })
    expect(read(rasText([{ rows, declared: 9 }]))[0]).toMatchObject({ complete: false, warnings: [expect.stringContaining('3 of the 9 points')] })
    const text = rasText([{ rows }])
    const [cut] = read(text.slice(0, text.indexOf('20.0400') + 3))
    expect(cut).toMatchObject({ complete: false })
    expect(cut!.columns[0]!.values).toHaveLength(2)
    expect(() => read(text.slice(0, text.indexOf('*RAS_INT_START')))).toThrow(/before its first row/)
  })
  it('is recognised by its first two lines', () => {
    const bytes = bytesOf(rasText([{ rows }]))
    expect(rigakuRas.recognises({ name: 'x.txt', bytes, size: bytes.length })?.confidence).toBe('certain')
    expect(rigakuRas.recognises({ name: 'x.ras', bytes: bytesOf('*RAS_DATA_START of something else\n'), size: 34 })).toBeNull()
  })
})
