import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everyRow, summariseMeasurement } from '../../../../src/shared/measurement'
import { winSpec } from '../../../../src/shared/readers/winSpec/winSpec'
import { fixtures, footerText, speFile, type SpeParts, type SpeType } from './fixture'

const readBytes = (bytes: Uint8Array) => winSpec.read({ name: 'a.spe', bytes }).measurements[0]!
const read = (parts: SpeParts) => readBytes(speFile(parts))
const lightField = (spectra: SpeParts['spectra'], footer: Partial<Parameters<typeof footerText>[0]> = {}, more: Partial<SpeParts> = {}): Uint8Array =>
  speFile({ spectra, version: 3, footer: footerText({ width: spectra[0]!.length, frames: spectra.length, ...footer }), ...more })
const one: SpeParts = { spectra: [[5, 6, 7, 8]] }
const recognised = (bytes: Uint8Array) => winSpec.recognises({ name: 'a.spe', bytes, size: bytes.length })
const shift = (laser: number, nm: number): number => 1e7 / laser - 1e7 / nm

describe('WinSpec and LightField spe', () => {
  it('reads back what was written, of every type of number', () => {
    const ranges: readonly (readonly [SpeType, fc.Arbitrary<number>])[] = [
      ['f4', fc.float({ noNaN: true, noDefaultInfinity: true })], ['f8', fc.double({ noNaN: true, noDefaultInfinity: true })], ['i4', fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })], ['i2', fc.integer({ min: -32768, max: 32767 })],
      ['u1', fc.integer({ min: 0, max: 255 })], ['u2', fc.integer({ min: 0, max: 65535 })], ['u4', fc.integer({ min: 0, max: 2 ** 32 - 1 })]
    ]
    const cases = fc.constantFrom(...ranges).chain(([type, value]) => fc.record({
      type: fc.constant(type), rows: fc.integer({ min: 1, max: 3 }), frames: fc.integer({ min: 1, max: 4 }), points: fc.integer({ min: 2, max: 20 }), pool: fc.array(value, { minLength: 240, maxLength: 240 })
    }))
    fc.assert(fc.property(cases, ({ type, rows, frames, points, pool }) => {
      const spectra = Array.from({ length: rows * frames }, (_, k) => pool.slice(k * points, (k + 1) * points))
      const found = read({ spectra, rows, type })
      expect([...found.columns[1]!.values]).toEqual(spectra.flat())
      expect([...everyRow(found.columns[0]!)]).toEqual(spectra.flatMap((values) => values.map((_, i) => i + 1)))
      expect(found.segments).toHaveLength(rows * frames > 1 ? rows * frames : 0)
      expect(new Set(summariseMeasurement(found).columns.map((column) => column.rows))).toEqual(new Set([rows * frames * points]))
      expect(found).toMatchObject({ technique: 'OTHER', complete: true, warnings: [] })
    }), { numRuns: 80 })
  })
  it('calibrates from pixel 1 with the order that is stated, and no further', () => {
    const found = read({ ...one, calibration: { unit: 4, coefficients: [500, 2, 0.5, 99], order: 2 } })
    expect(found.columns[0]).toMatchObject({ name: 'Wavelength', quantity: 'wavelength', unit: 'nm', values: Float64Array.of(502.5, 506, 510.5, 516) })
    expect(found).toMatchObject({ technique: 'OTHER', startedAt: '2026-03-05T10:11:12', facts: [] })
    expect(found.settings).toEqual([{ name: 'Program', value: '2.6.21 Nov2014' }, { name: 'Exposure (s)', value: 0.1 }, { name: 'Accumulations', value: 20 }, { name: 'Detector temperature (°C)', value: -70 }, { name: 'Comment 1', value: 'RuFe-NC in acid' }])
  })
  it('shows Raman shifts where the file does, and keeps the wavelengths', () => {
    const calibration = { shown: 6, unit: 4, coefficients: [800, 1], laser_nm: 785 }
    const found = read({ ...one, calibration })
    expect(found).toMatchObject({ technique: 'RAMAN', facts: [{ name: 'laser_nm', value: 785 }, { name: 'ramanShift' }] })
    expect(found.columns.map(({ name, unit }) => `${name} ${unit}`)).toEqual(['Raman shift cm-1', 'Intensity ', 'Wavelength nm'])
    expect([...found.columns[0]!.values]).toEqual([801, 802, 803, 804].map((nm) => shift(785, nm)))
    // Over nm a stated laser line makes no Raman spectrum, but the shifts stand beside.
    expect(read({ ...one, calibration: { ...calibration, shown: 4 } })).toMatchObject({ technique: 'OTHER', columns: [{ name: 'Wavelength' }, {}, { name: 'Raman shift', quantity: 'wavenumber' }] })
    expect(read({ ...one, calibration: { ...calibration, laser_nm: 12739 } })).toMatchObject({ technique: 'OTHER', columns: [{ name: 'Wavelength' }, {}], warnings: [expect.stringContaining('no laser line in nm')] })
    expect(read({ ...one, calibration: { unit: 6, coefficients: [100, 10] } })).toMatchObject({ technique: 'RAMAN', columns: [{ name: 'Raman shift', values: Float64Array.of(110, 120, 130, 140) }, {}], warnings: [] })
  })
  it('reads the form of TriVista, which states no unit', () => {
    const stated = [[1, 790], [3, 796], [4, 802]] as const
    const found = read({ ...one, calibration: { shown: 6, unit: 0, coefficients: [790, 3, 1], stated, laser_nm: 784.8 } })
    expect(found.columns[2]).toMatchObject({ name: 'Wavelength', values: Float64Array.of(790, 792, 796, 802) })
    expect(found).toMatchObject({ technique: 'RAMAN', warnings: [expect.stringContaining('does not state the unit')] })
    // A fit that does not meet its points is no such form.
    expect(read({ ...one, calibration: { unit: 4, coefficients: [790, 3, 1], stated: [[1, 790], [3, 797], [4, 802]] } }).columns[0]!.values[0]).toBe(794)
    expect(read({ ...one, calibration: { unit: 0, coefficients: [150, 0.5], label: 'Wavelength' } })).toMatchObject({ columns: [{ name: 'Wavelength', unit: '' }, {}], warnings: [expect.stringContaining('does not state the unit of its calibrated axis')] })
  })
  it('counts the pixels of the detector, and says so', () => {
    const calibration = { unit: 4, coefficients: [500, 1] }
    expect(read({ ...one, calibration, place: [11, 2] })).toMatchObject({ columns: [{ values: Float64Array.of(511.5, 513.5, 515.5, 517.5) }, {}], warnings: [expect.stringContaining('begins at pixel 11 of the detector, 2 pixels to a point')] })
    expect(read({ ...one, calibration, place: [1, 1] }).warnings).toEqual([])
  })
  it('gives pixels where the calibration is none', () => {
    for (const coefficients of [[500, NaN], [500, 0], [500]]) expect(read({ ...one, calibration: { unit: 4, coefficients } })).toMatchObject({ columns: [{ name: 'Pixel', values: Float64Array.of(1, 2, 3, 4) }, {}], warnings: [expect.stringContaining('no polynomial')] })
    expect(read({ ...one, calibration: { unit: 4, coefficients: [500, 1], order: 200 } }).warnings).toEqual([expect.stringContaining('no polynomial')])
  })
  it('reads LightField: wavelengths, laser line, start and settings of the footer', () => {
    const found = readBytes(lightField([[5, 6, 7]], { wavelengths: [540, 541, 542], laser_nm: 532 }))
    expect(found).toMatchObject({ technique: 'OTHER', startedAt: '2026-03-05T10:11:11+01:00', complete: true, warnings: [], facts: [{ name: 'laser_nm', value: 532 }, { name: 'ramanShift' }] })
    expect(found.columns.map(({ name, values }) => [name, ...values])).toEqual([['Wavelength', 540, 541, 542], ['Intensity', 5, 6, 7], ['Raman shift', ...[540, 541, 542].map((nm) => shift(532, nm))]])
    expect(found.settings).toEqual([{ name: 'Program', value: 'LightField 6.17' }, { name: 'Creator', value: 'lab' }, { name: 'Camera', value: 'PIXIS: 100BR' }, { name: 'Exposure (ms)', value: 4000 }])
    expect(readBytes(lightField([[1.5, 2.5]], { size: 4 }, { type: 'f4' })).columns).toMatchObject([{ name: 'Pixel' }, { values: Float64Array.of(1.5, 2.5) }])
  })
  it('reads the times behind the frames of a series', () => {
    const found = readBytes(lightField([[1, 2], [3, 4], [5, 6]], { hasTimes: true, wavelengths: [500, 501] }, { times: [0, 1_500_000, 2 ** 40] }))
    expect(found.columns.map((column) => [column.name, ...everyRow(column)])).toEqual([['Wavelength', 500, 501, 500, 501, 500, 501], ['Intensity', 1, 2, 3, 4, 5, 6], ['Frame', 1, 1, 2, 2, 3, 3], ['Exposure started', 0, 0, 1.5, 1.5, 2 ** 40 / 1e6, 2 ** 40 / 1e6]])
    expect(found).toMatchObject({ startedAt: '2026-03-05T10:11:12+01:00', segments: [{ label: 'Frame 1, Exposure started 0 s' }, { label: 'Frame 2, Exposure started 1.5 s' }, {}] })
  })
  it('takes the wavelengths of the region out of those of the detector', () => {
    const wavelengths = [500, 501, 502, 503, 504]
    expect(readBytes(lightField([[1, 2]], { wavelengths, x: 2, detector: 5 })).columns[0]!.values).toEqual(Float64Array.of(502, 503))
    expect(readBytes(lightField([[1, 2]], { wavelengths, x: 4, detector: 5 }))).toMatchObject({ columns: [{ name: 'Pixel' }, {}], warnings: [expect.stringContaining('5 wavelengths')] })
  })
  it('refuses images', () => {
    const image = Array.from({ length: 17 }, () => [1, 2, 3])
    expect(() => read({ spectra: image, rows: 17 })).toThrow(/images of 3 × 17 points.*bin their rows/)
    expect(() => readBytes(speFile({ spectra: image, rows: 17, version: 3, footer: footerText({ width: 3, height: 17 }) }))).toThrow(/images of 3 × 17 points/)
  })
  it('keeps what is there of a cut file', () => {
    const series = speFile({ spectra: [[1, 2], [3, 4], [5, 6]] })
    expect(readBytes(series.subarray(0, series.length - 3))).toMatchObject({ complete: false, columns: [{}, { values: Float64Array.of(1, 2, 3, 4) }, {}], segments: [{ label: 'Frame 1' }, { label: 'Frame 2' }], warnings: [expect.stringContaining('2 of 3 frames')] })
    const single = speFile(one)
    expect(readBytes(single.subarray(0, single.length - 3))).toMatchObject({ complete: false, columns: [{ values: Float64Array.of(1, 2) }, { values: Float64Array.of(5, 6) }], warnings: [expect.stringContaining('2 of 4 points')] })
    expect(() => readBytes(single.subarray(0, 4101))).toThrow(/before its first spectrum/)
    expect(() => readBytes(single.subarray(0, 4000))).toThrow(/ends in its header/)
    const whole = lightField([[1, 2], [3, 4]], { hasTimes: true, wavelengths: [500, 501] }, { times: [0, 1] })
    const text = new TextDecoder('latin1').decode(whole)
    // Without its footer the offset in the header tells how far the frames lie apart.
    expect(readBytes(whole.subarray(0, text.indexOf('<SpeFormat')))).toMatchObject({ complete: false, columns: [{ name: 'Pixel' }, { values: Float64Array.of(1, 2, 3, 4) }, {}], warnings: [expect.stringContaining('footer with the wavelengths is missing')] })
    expect(readBytes(whole.subarray(0, text.indexOf('501</Wave')))).toMatchObject({ complete: false, columns: [{ name: 'Pixel' }, {}, {}, {}], warnings: [expect.stringContaining('damaged or cut off'), expect.stringContaining('0 wavelengths')] })
    expect(readBytes(whole.subarray(0, text.indexOf('<Origin')))).toMatchObject({ complete: false, columns: [{ name: 'Wavelength' }, {}, {}, {}] })
    for (let end = 0; end < whole.length; end += 17) {
      try {
        expect(readBytes(whole.subarray(0, end)).columns[1]!.values.length).toBeGreaterThan(0)
      } catch (error) {
        expect(error).toMatchObject({ name: 'ReadError' })
      }
    }
  })
  it('refuses sizes that no spectrum has, and allocates none that the file cannot hold', () => {
    const changed = (at: number, value: number, width = 2) => {
      const bytes = speFile(one)
      const view = new DataView(bytes.buffer)
      if (width === 2) view.setUint16(at, value, true)
      else view.setInt32(at, value, true)
      return readBytes(bytes)
    }
    expect(() => changed(108, 77)).toThrow(/numbers of type 77/)
    for (const at of [42, 656]) expect(() => changed(at, 0)).toThrow(/which is no spectrum/)
    for (const frames of [0, -1]) expect(() => changed(1446, frames, 4)).toThrow(/which is no spectrum/)
    expect(changed(1446, 2_000_000_000, 4)).toMatchObject({ complete: false, columns: [{}, { values: Float64Array.of(5, 6, 7, 8) }, {}], warnings: [expect.stringContaining('1 of 2000000000 frames')] })
    expect(changed(42, 65535).columns[1]!.values).toHaveLength(4)
    for (const footer of [{ frames: 0 }, { frames: 1e300 }, { width: 4e9 }, { format: 'Colour' }]) expect(() => readBytes(lightField([[1, 2]], footer))).toThrow(/do not hold its regions|does not hold in that way|not read/)
    const far = new TextEncoder().encode(footerText({ width: 2, frames: 1_000_000_000 }))
    const bytes = lightField([[1, 2]])
    const text = new TextDecoder('latin1').decode(bytes)
    const grown = Uint8Array.from([...bytes.subarray(0, text.indexOf('<SpeFormat')), ...far])
    expect(readBytes(grown)).toMatchObject({ complete: false, columns: [{}, { values: Float64Array.of(1, 2) }, {}] })
  })
  it('is recognised by its mark, with the version', () => {
    expect(fixtures.map(({ bytes }) => recognised(bytes))).toEqual(['SPE 2.5, 2.6.21 Nov2014', 'SPE 3.0'].map((version) => ({ confidence: 'certain', why: 'its header holds the mark of WinView (0x01234567)', version })))
    expect(recognised(new Uint8Array(5000))).toBeNull()
    expect(recognised(speFile({ ...one, version: 0 }))).toBeNull()
    expect(recognised(speFile(one).subarray(0, 2990))).toBeNull()
    expect(recognised(speFile(one).subarray(0, 3200))?.confidence).toBe('certain')
  })
})
