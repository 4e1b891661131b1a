import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rigakuRasx } from '../../../../src/shared/readers/rigakuRasx/rigakuRasx'
import { rasxBytes, rows, type RasxScan } from './fixture'

const read = (bytes: Uint8Array) => rigakuRasx.read({ name: 'a.rasx', bytes }).measurements

describe('Rigaku RASX', () => {
  it('reads back what was written', () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 15_000 }), fc.integer({ min: 0, max: 1e7 })).map(([angle, counts]) => [angle / 100, counts / 4, 1] as const)
    fc.assert(fc.property(fc.array(fc.array(row, { minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 12 }), (scans) => {
      const found = read(rasxBytes(scans.map((written): RasxScan => ({ rows: written }))))
      expect(found.map(({ columns }) => Array.from(columns[0]!.values, (_, i) => columns.map(({ values }) => values[i])))).toEqual(scans)
      for (const one of found) expect(one).toMatchObject({ technique: 'XRD', complete: true, warnings: [] })
    }), { numRuns: 30 })
  })
  it('takes axis, wavelengths, anode, step, sample and start from the conditions', () => {
    const [found] = read(rasxBytes([{ rows }]))
    expect(found).toMatchObject({ title: 'RuFe-NC', startedAt: '2024-05-10T02:42:03Z' })
    expect(found!.columns.map(({ name, unit, quantity }) => `${name}|${unit}|${quantity}`)).toEqual(['TwoThetaTheta|deg|two_theta', 'Counts|counts|intensity', 'Attenuator factor||other'])
    expect(found!.facts).toEqual([{ name: 'anode', value: 'Cu' }, { name: 'wavelengthAlpha1_A', value: 1.540593 }, { name: 'wavelengthAlpha2_A', value: 1.544414 }, { name: 'betaWavelength_A', value: 1.392246 },
      { name: 'stepSize_deg', value: 0.08 }, { name: 'timePerStep_s', value: 9.6 }])
    expect(found!.settings).toContainEqual({ name: 'HW_ATTACHMENT_NAME', value: 'RxRy' })
    expect(read(rasxBytes([{ rows, start: '0001-01-01T00:00:00' }]))[0]!.startedAt).toBeNull()
    expect(read(rasxBytes([{ rows, axis: 'Omega' }]))[0]).toMatchObject({ columns: [{ name: 'Omega', quantity: 'other' }, {}, {}], warnings: ['This scan does not move 2Theta.'] })
  })
  it('numbers several scans and says what is missing', () => {
    expect(read(rasxBytes([{ rows }, { rows, sample: '' }])).map(({ title }) => title)).toEqual(['RuFe-NC, scan 1', 'Scan 2'])
    expect(read(rasxBytes([{ rows, declared: 99 }]))[0]).toMatchObject({ complete: false, warnings: [expect.stringContaining('60 of the 99 points')] })
    expect(read(rasxBytes([{ rows }, { rows: [] }]))).toMatchObject([{ warnings: [expect.stringContaining('1 of 2 scans')] }])
    expect(read(rasxBytes([{ rows }], { withConditions: false }))[0]!.warnings.join()).toMatch(/conditions of this scan/)
    expect(() => read(rasxBytes([]))).toThrow(/holds no scan/)
    expect(() => read(rasxBytes([{ rows }]).slice(0, 300))).toThrow(/RASX file .* cut off/)
  })
  it('is recognised by its parts', () => {
    const bytes = rasxBytes([{ rows }])
    expect(rigakuRasx.recognises({ name: 'x.zip', bytes, size: bytes.length })).toMatchObject({ confidence: 'certain', why: expect.stringContaining('Data0/Profile0.txt') })
    const other = rasxBytes([], { extra: { 'Data0/Profile1.txt': '1\t2\t3' } })
    expect(rigakuRasx.recognises({ name: 'x.zip', bytes: other, size: other.length })).toBeNull()
  })
})
