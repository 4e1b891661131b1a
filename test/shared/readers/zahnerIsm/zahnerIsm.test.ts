import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { zahnerIsm } from '../../../../src/shared/readers/zahnerIsm/zahnerIsm'
import { ismFile } from './fixture'

const read = (bytes: Uint8Array) => zahnerIsm.read({ name: 'a.ism', bytes }).measurements[0]!

describe('Thales ism', () => {
  it('gives the spectrum from low to high frequency', () => {
    const found = read(ismFile([[1000, 10, 0], [100, 20, -Math.PI / 2], [10, 30, -Math.PI / 4]]))
    expect([...found.columns[0]!.values]).toEqual([10, 100, 1000])
    expect(found.columns[1]!.values[0]).toBeCloseTo(30 * Math.SQRT1_2, 12)
    expect(found.columns[2]!.values[1]).toBeCloseTo(-20, 12)
    expect(found.startedAt).toBe('2025-01-02T09:36:55')
  })
  it('knows the version before, too', () => {
    const bytes = ismFile([[1000, 10, 0], [100, 20, 0], [10, 30, 0]])
    new DataView(bytes.buffer).setUint32(2, 0xffffffff)
    expect(zahnerIsm.recognises({ name: 'a.ism', bytes, size: bytes.length })?.confidence).toBe('certain')
    expect([...read(bytes).columns[1]!.values]).toEqual([30, 20, 10])
  })
  it('names the points of the way back', () => {
    const found = read(ismFile([[100, 1, 0], [1000, 2, 0], [100, 3, 0], [10, 4, 0]]))
    expect([...found.columns[0]!.values]).toEqual([10, 100, 1000])
    expect(found.warnings).toEqual(['1 points outside the stretch from the lowest to the highest frequency are not shown.'])
  })
  it('says that it was cut off', () => expect(() => read(ismFile([[1, 1, 0], [2, 1, 0], [3, 1, 0]]).subarray(0, 60))).toThrow(/is cut off: 3 frequencies need 84 bytes/))
})

it('reads back what is written, from high to low or from low to high', () => {
  const size = fc.double({ min: 1e-3, max: 1e6, noNaN: true })
  fc.assert(fc.property(fc.array(fc.tuple(size, fc.double({ min: -1.5, max: 1.5, noNaN: true })), { minLength: 3, maxLength: 60 }), fc.boolean(), (points, isFalling) => {
    const rows = points.map(([modulus, phase], i) => [10 ** (5 - i / 8), modulus, phase] as const)
    const { columns, warnings } = read(ismFile(isFalling ? rows : rows.toReversed()))
    const rising = rows.toReversed()
    expect(columns.map(({ values }) => [...values])).toEqual([rising.map(([f]) => f), rising.map(([, z, phase]) => z * Math.cos(phase)), rising.map(([, z, phase]) => z * Math.sin(phase))])
    expect(warnings).toEqual([])
  }))
})

const real = join(process.env['RUM_CORPUS'] ?? fileURLToPath(new URL('../../../../../shared/data', import.meta.url)), 'instruments', 'zahner', '02_peis_ocv.ism')
if (!existsSync(real)) console.info(`Zahner: skipped, no ${real}`)
it.skipIf(!existsSync(real))('a real spectrum gives what Zahner\u2019s own program gives', () => {
  const { columns } = read(new Uint8Array(readFileSync(real)))
  expect(columns[0]!.values).toHaveLength(66)
  expect([columns[0]!.values[0], columns[0]!.values.at(-1)]).toEqual([0.1, 200000])
  expect([columns[1]!.values[0]!.toFixed(6), columns[2]!.values[0]!.toFixed(6)]).toEqual(['314.416417', '-446.239645'])
  expect(columns[2]!.values.at(-1)!.toFixed(10)).toBe('0.0723965299')
})
