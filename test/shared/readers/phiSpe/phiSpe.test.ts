import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everyRow, summariseMeasurement } from '../../../../src/shared/measurement'
import { phiSpe } from '../../../../src/shared/readers/phiSpe/phiSpe'
import { fixtures, headerText, phiFile, type PhiParts } from './fixture'

const readBytes = (bytes: Uint8Array) => phiSpe.read({ name: 'a.spe', bytes }).measurements
const read = (parts: PhiParts) => readBytes(phiFile(parts))
const c1s = { name: 'C1s', start: 290, step: -2, spectra: [[1, 2, 3, 4]] }
const plain: PhiParts = { regions: [c1s] }
const profile: PhiParts = { regions: [{ ...c1s, spectra: [[1, 2, 3, 4], [5, 6, 7, 8]] }, { name: 'N1s', start: 400, step: -1, spectra: [[9, 8], [7, 6]] }], axis: 'cyc', times: [-0, 30] }
const binaryAt = (parts: PhiParts): number => headerText(parts).length
/** The file with another u32 at an offset of its binary part. */
function changed(parts: PhiParts, at: number, value: number): Uint8Array {
  const bytes = phiFile(parts)
  new DataView(bytes.buffer).setUint32(binaryAt(parts) + at, value, true)
  return bytes
}
const recognised = (bytes: Uint8Array) => phiSpe.recognises({ name: 'a.spe', bytes, size: bytes.length })

describe('PHI spe and pro', () => {
  it('reads back what was written, in single and double precision', () => {
    const region = fc.record({ start: fc.integer({ min: 0, max: 1400 }), step: fc.integer({ min: 1, max: 800 }), points: fc.integer({ min: 1, max: 30 }) })
    fc.assert(fc.property(fc.array(region, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 5 }), fc.boolean(), fc.constantFrom('\n', '\r\n'), fc.float({ noNaN: true, noDefaultInfinity: true }), (shapes, count, isDouble, lineEnd, seed) => {
      const regions = shapes.map(({ start, step, points }, r) => ({ name: `R${r}`, start, step: -step / 1000, spectra: Array.from({ length: count }, (_, k) => Array.from({ length: points }, (_point, i) => Math.fround(seed / 1e3 + 100 * k + i))) }))
      const found = read({ regions, isDouble, lineEnd, axis: 'cyc' })
      expect(found.map(({ title }) => title)).toEqual(regions.map(({ name }) => name))
      found.forEach((one, r) => {
        const { start, step, spectra } = regions[r]!
        expect([...one.columns[1]!.values]).toEqual(spectra.flat())
        const energies = everyRow(one.columns[0]!)
        expect(energies).toHaveLength(spectra.flat().length)
        energies.forEach((energy, i) => expect(energy).toBeCloseTo(start + (i % spectra[0]!.length) * step, 3))
        expect(new Set(summariseMeasurement(one).columns.map(({ rows }) => rows)).size).toBe(1)
        expect(one).toMatchObject({ technique: 'XPS', complete: true, warnings: [] })
      })
    }), { numRuns: 60 })
  })
  it('gives binding energies from start to end, the facts of a spectrum and what is said of its region', () => {
    const [found] = read(plain)
    expect(found!.columns.map(({ name, quantity, unit, values }) => [name, quantity, unit, ...values])).toEqual([['Binding Energy', 'binding_energy', 'eV', 290, 288, 286, 284], ['Intensity', 'intensity', 'c/s', 1, 2, 3, 4]])
    expect(found).toMatchObject({ title: 'C1s', startedAt: '2026-03-05', segments: [], facts: [{ name: 'technique', value: 'XPS' }, { name: 'region', value: 'C1s' }, { name: 'energyAxis', value: 'Binding Energy' }, { name: 'sourceEnergy_eV', value: 1486.6 }] })
    expect(found!.settings).toEqual(expect.arrayContaining([{ name: 'FileDesc', value: '(1, RuFe-NC)' }, { name: 'Pass energy (eV)', value: 55 }, { name: 'Collection time of a point (s)', value: 0.8 }, { name: 'Sweeps', value: 10 }, { name: 'SpectralRegDef2', value: '1 20.0 10 0 4 180' }]))
    expect(found!.settings.some(({ name, value }) => name === 'Operator' || name.endsWith('Full') && name.startsWith('SpectralRegDef') || String(value).includes('Su1s'))).toBe(false)
  })
  it('keeps the cycles of a profile together, with sputter time and area of their region', () => {
    const [first, second] = read(profile)
    expect(first!.columns.map((column) => [column.name, column.unit, ...everyRow(column)])).toEqual([
      ['Binding Energy', 'eV', 290, 288, 286, 284, 290, 288, 286, 284], ['Intensity', 'c/s', 1, 2, 3, 4, 5, 6, 7, 8], ['Cycle', '', 1, 1, 1, 1, 2, 2, 2, 2], ['Sputter time', 's', 0, 0, 0, 0, 30, 30, 30, 30], ['Peak area', 'c/s * eV', 0, 0, 0, 0, 1, 1, 1, 1]
    ])
    expect(first!.segments).toEqual([{ kind: 'spectrum', start: 0, end: 4, label: 'Cycle 1, Sputter time 0 s' }, { kind: 'spectrum', start: 4, end: 8, label: 'Cycle 2, Sputter time 30 s' }])
    expect([...everyRow(second!.columns[4]!)]).toEqual([1000, 1000, 1001, 1001])
  })
  it('names the areas of a sample', () =>
    expect(read({ ...profile, axis: 'sar', regions: profile.regions.slice(0, 1) })[0]!.segments.map(({ label }) => label)).toEqual(['Spatial area 1 (left)', 'Spatial area 2 (right)']))
  it('does not call electrons of another technique photoelectrons, and tells of shifted energies', () => {
    expect(read({ ...plain, technique: 'AES' })[0]).toMatchObject({ technique: 'OTHER', columns: [{ name: 'Energy', quantity: 'energy' }, {}] })
    const shifted = new TextDecoder('latin1').decode(phiFile(plain)).replace('EnergyRecal: no', 'EnergyRecal: yes 1.2')
    expect(readBytes(Uint8Array.from(shifted, (letter) => letter.charCodeAt(0)))[0]!.warnings).toEqual([expect.stringContaining('shifted in MultiPak (EnergyRecal: yes 1.2)')])
  })
  it('keeps what is there of a cut file', () => {
    const bytes = phiFile(plain)
    expect(readBytes(bytes.subarray(0, bytes.length - 7))[0]).toMatchObject({ complete: false, columns: [{ values: Float64Array.of(290, 288) }, { values: Float64Array.of(1, 2) }], warnings: [expect.stringContaining('2 of 4 points')] })
    // Of a profile only whole spectra are kept, and the regions behind the end are told.
    const long = phiFile(profile)
    const start = binaryAt(profile) + 16 + 4 * 96
    const cut = readBytes(long.subarray(0, start + 4 * 6))
    expect(cut).toHaveLength(1)
    expect(cut[0]).toMatchObject({ complete: false, segments: [{ start: 0, end: 4, label: 'Cycle 1' }], warnings: [expect.stringContaining('1 of 2 spectra'), expect.stringContaining('1 of 2 regions lie behind the end')] })
    expect(() => readBytes(long.subarray(0, start + 2))).toThrow(/before the numbers of its first spectrum/)
    expect(() => readBytes(long.subarray(0, binaryAt(profile) + 8))).toThrow(/ends behind its header/)
    expect(() => readBytes(long.subarray(0, 300))).toThrow(/no end \(EOFH\)/)
    for (let end = 0; end < long.length; end += 13) {
      try {
        expect(readBytes(long.subarray(0, end)).at(-1)!.columns[1]!.values.length).toBeGreaterThan(0)
      } catch (error) {
        expect(error).toMatchObject({ name: 'ReadError' })
      }
    }
  })
  it('refuses sizes that do not fit together, however large', () => {
    for (const [at, value] of [[16 + 20, 5], [16 + 24, 4_000_000_000], [16 + 28, 0], [16 + 76, 15], [16 + 80, 4]] as const) expect(() => readBytes(changed(plain, at, value))).toThrow(/do not fit together/)
    expect(() => readBytes(changed(plain, 16 + 72, 0x3278))).toThrow(/type "x2"/)
    expect(() => readBytes(changed(plain, 16 + 12, 7))).toThrow(/region 7, which its header does not describe/)
    expect(() => readBytes(changed(plain, 16 + 16, 3))).toThrow(/FileType SPECTRUM\) holds no spectra/)
    expect(() => readBytes(changed(plain, 4, 1_000_000))).toThrow(/laid out in a way that is not read/)
    // Many headers may not stand for the same numbers.
    const many = { regions: Array.from({ length: 9 }, (_, i) => ({ ...c1s, name: `R${i}`, spectra: [Array.from({ length: 200 }, () => 1)] })) }
    const over = phiFile(many)
    const view = new DataView(over.buffer, binaryAt(many))
    for (let k = 0; k < 9; k += 1) view.setUint32(16 + 96 * k + 80, 16 + 9 * 96, true)
    expect(() => readBytes(over.subarray(0, binaryAt(many) + 16 + 9 * 96 + 800))).toThrow(/lie over each other/)
  })
  it('refuses regions that are described otherwise than stored', () => {
    const text = new TextDecoder('latin1').decode(phiFile(plain))
    const other = (from: string, to: string) => readBytes(Uint8Array.from(text.replace(from, to), (letter) => letter.charCodeAt(0)))
    expect(() => other('C1s 6 4 ', 'C1s 6 5 ')).toThrow(/announces 5 points of C1s and its block 4/)
    expect(() => other('C1s 6 4 ', 'C1s 6 many ')).toThrow(/describes a region in a way that is not read/)
    expect(other('284.0000', '250.0000')[0]).toMatchObject({ columns: [{ values: Float64Array.of(290, 288, 286, 284) }, {}], warnings: [expect.stringContaining('do not reach')] })
  })
  it('is recognised by its mark, with the version', () => {
    for (const { bytes } of fixtures) expect(recognised(bytes)).toEqual({ confidence: 'certain', why: 'it begins with SOFH, the header of PHI files', version: 'SS 3.3.3.2' })
    expect(recognised(phiFile(plain).subarray(0, 100))?.confidence).toBe('certain')
    const text = `${headerText(plain)}C1s\r\n1\r\n290,1\r\n288,2\r\n286,3\r\n`
    expect(recognised(new TextEncoder().encode(text))).toBeNull()
    expect(recognised(new TextEncoder().encode('SOFHx\n'))).toBeNull()
    expect(recognised(new Uint8Array(0))).toBeNull()
  })
})
