import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brukerRaw } from '../../../../src/shared/readers/brukerRaw/brukerRaw'
import { rawVersion3Bytes, rawVersion4Bytes, type WrittenRange } from './rawBytes'

const read = (bytes: Uint8Array) => brukerRaw.read({ name: 'a.raw', bytes }).measurements
const written = fc.record({
  start: fc.integer({ min: 1, max: 100 }), step: fc.constantFrom(0.01, 0.02, 0.5),
    counts: fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 40 }),
  supplement: fc.constantFrom(0, 3, 40), recordBytes: fc.constantFrom(4, 8, 12)
})

describe.each([['3', rawVersion3Bytes], ['4', rawVersion4Bytes]] as const)('Bruker RAW version %s', (version, bytesOf) => {
  it('reads every range back', () => {
    fc.assert(fc.property(fc.array(written, { minLength: 1, maxLength: 4 }), (ranges) => {
      const measurements = read(bytesOf(ranges))
      expect(measurements.map(({ columns }) => [...columns[1]!.values])).toEqual(ranges.map(({ counts }) => counts))
      expect(measurements.map(({ columns }) => [...columns[0]!.values])).toEqual(ranges.map(({ start, step, counts }) =>
        counts.map((_, i) => start + i * step)))
      for (const measurement of measurements) expect(measurement).toMatchObject({ technique: 'XRD', complete: true, warnings: [] })
    }), { numRuns: 60 })
  })
  it('states wavelength, anode and counting time from the file', () => {
    const [measurement] = read(bytesOf([{ start: 10, step: 0.1, counts: [1, 2, 3] }], 0.55941, 'Ag'))
    expect(measurement!.facts).toEqual(expect.arrayContaining([
      { name: 'anode', value: 'Ag' }, { name: 'wavelength_A', value: 0.55941 }, { name: 'wavelengthAlpha1_A', value: 0.55941 },
        { name: 'timePerStep_s', value: version === '3' ? 2 : 0.5 }
    ]))
    expect(measurement!.startedAt).toBe('2018-02-25T17:04:13')
    expect(measurement!.columns.map(({ quantity }) => quantity)).toEqual(['two_theta', 'intensity'])
  })
  it('says no wavelength where the file has none', () => {
    const [measurement] = read(bytesOf([{ start: 10, step: 0.1, counts: [1, 2, 3] }], 0, ''))
    expect(measurement!.facts.filter(({ name }) => /wavelength|anode/i.test(name))).toEqual([])
  })
  it('keeps what is there of a cut file', () => {
    const ranges: WrittenRange[] = [{ start: 10, step: 0.1, counts: [1, 2, 3, 4] }, { start: 20, step: 0.1, counts: [5, 6, 7, 8] }]
    const whole = bytesOf(ranges)
    const [one, two] = read(whole.subarray(0, whole.length - 6))
    expect(one!.complete).toBe(true)
    expect([...two!.columns[1]!.values]).toEqual([5, 6])
    expect(two!.warnings[0]).toContain('2 of the 4 steps')
    expect(two!.complete).toBe(false)
    expect(() => read(whole.subarray(0, 100))).toThrow(/cut off/)
  })
  it('does not believe a step count of billions', () => {
    const [measurement] = read(bytesOf([{ start: 10, step: 0.1, counts: [1, 2], declared: 4_000_000_000 }]))
    expect(measurement!.columns[0]!.values).toHaveLength(2)
    expect(measurement!.complete).toBe(false)
  })
})

describe('Bruker RAW', () => {
  it('does not call a rocking curve or a phi scan 2θ', () => {
    const [rocking] = read(rawVersion3Bytes([{ start: 30, step: 0.1, counts: [1, 2], scanType: 3 }]))
    expect(rocking!.columns[0]).toMatchObject({ name: 'Omega', quantity: 'other' })
    expect(rocking!.columns[0]!.values[0]).toBe(15)
    const [phi] = read(rawVersion4Bytes([{ start: 30, step: 0.1, counts: [1, 2], scanName: 'Phi Scan' }]))
    expect(phi!.columns[0]).toMatchObject({ name: 'Phi', quantity: 'other' })
  })
  it('leaves an ambiguous date out', () =>
    expect(read(rawVersion3Bytes([{ start: 3, step: 0.1, counts: [1] }], 1.5, 'Cu', '02/01/18'))[0]!.startedAt).toBeNull())
  it('refuses other versions', () => {
    const old = rawVersion3Bytes([{ start: 3, step: 0.1, counts: [1] }])
    old.set(new TextEncoder().encode('RAW2.00'))
    expect(brukerRaw.recognises({ name: 'a.raw', bytes: old, size: old.length })).toBeNull()
    expect(() => read(old)).toThrow(/another version/)
  })
})
