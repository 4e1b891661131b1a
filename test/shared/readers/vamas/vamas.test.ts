import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Measurement } from '../../../../src/shared/measurement'
import { ReadError } from '../../../../src/shared/readers/reader'
import { vamas } from '../../../../src/shared/readers/vamas/vamas'
import { bindingEnergyName } from '../../../../src/shared/readers/vamas/vamasColumns'
import { vamasText } from './vamasText'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string): readonly Measurement[] => vamas.read({ name: 'a.vms', bytes: bytesOf(text) }).measurements
const counts = [5, 9, 30, 8, 4]

describe('VAMAS', () => {
  it('reads back what was written, whatever ends the lines', () => {
    const list = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 30 })
    fc.assert(fc.property(list, fc.integer({ min: 0, max: 2000 }), fc.constantFrom('\r\n', '\n'), (values, start, eol) => {
      const [one, two] = read(vamasText([{ name: 'a', start, ordinates: [values, values.map((v) => v / 4)] }, { name: 'b', ordinates: [values] }],
        'NORM', 'REGULAR', eol))
      expect([...one!.columns[1]!.values]).toEqual(values)
      expect([...one!.columns[2]!.values]).toEqual(values.map((v) => v / 4))
      expect([...one!.columns[0]!.values]).toEqual(values.map((_, i) => start + i * 0.5))
      expect([...two!.columns[1]!.values]).toEqual(values)
    }), { numRuns: 60 })
  })
  it('keeps the kinetic energy and adds hν − KE as a column of its own', () => {
    const [measurement] = read(vamasText([{ name: 'Ru 3d', ordinates: [counts, counts] }]))
    expect(measurement!.columns.map(({ name, quantity, unit }) => [name, quantity, unit])).toEqual([
      ['Kinetic Energy', 'energy', 'eV'], ['Intensity', 'intensity', 'd'], ['Transmission', 'other', 'd'], [bindingEnergyName, 'binding_energy', 'eV']
    ])
    expect(measurement!.columns[3]!.values[0]).toBeCloseTo(486.6, 9)
    expect(measurement).toMatchObject({ technique: 'XPS', startedAt: '2024-05-06T07:08:09', complete: true, warnings: [] })
    expect(measurement!.settings).toContainEqual({ name: 'Pass energy (eV)', value: 20 })
    expect(measurement!.settings).toContainEqual({ name: 'Offset (eV)', value: 0.25 })
    expect(measurement!.settings.some(({ value }) => value === 1e37)).toBe(false)
  })
  const fitted = (name: string, position: number, calibrations: readonly string[] = []): string[] => ['Casa Info Follows', String(calibrations.length), ...calibrations, '0', '1',
    `CASA region (*${name}*) (*Shirley*) ${position - 4} ${position + 4} 1 2 0 0 40 -450 0 0 (*${name}*) 12 0 1`, '2',
    `CASA comp (*${name}*) (*GL(30)*) Area 230.5 1e-020 2327991 -1 1 MFWHM 0.9 0.2 2 -1 1 Position ${position} 1 2000 -1 1 RSF 1 MASS 12 INDEX -1 (*${name}*) CONST (**) UNCORRECTEDRSF 1`,
    `CASA comp (*${name}*) (*LA(1.5,243)*) Area 1e+003 1e-020 2327991 0 0.5 MFWHM 1.25 0.2 2 0 1 Position ${position - 3} 1 2000 0 -3 RSF 1 MASS 12 INDEX -1 (*${name}*) CONST (**)`]
  it('reads the components that CasaXPS keeps in the comment, on the scale of the binding energies', () => {
    const [measurement] = read(vamasText([{ name: 'C 1s', ordinates: [counts], comment: fitted('C 1s', 1001) }]))
    const of = (row: string) => measurement!.settings.filter(({ name }) => name.endsWith(`: ${row}`))
    expect(of('Position')).toEqual([{ name: 'C 1s: Position', value: 485.6 }, { name: 'C 1s (2): Position', value: 488.6 }])
    expect(of('FWHM').map(({ value }) => value)).toEqual([0.9, 1.25])
    expect(of('Area').map(({ value }) => value)).toEqual([230.5, 1000])
    expect(of('Lineshape').map(({ value }) => value)).toEqual(['GL(30)', 'LA(1.5,243)'])
    expect(measurement!.warnings).toEqual([])
  })
  it('adds up the calibrations of CasaXPS: its components lie where the calibrated spectrum has them', () => {
    const comment = fitted('C 1s', 1001, ['Calib M = 281.5 A = 284.8 BE ADD', 'Calib M = 284.9 A = 284.8 BE ADD'])
    const [measurement] = read(vamasText([{ name: 'C 1s', ordinates: [counts], comment }]))
    expect(measurement!.columns.at(-1)!.values[0]).toBeCloseTo(489.8, 9)
    expect(measurement!.settings).toContainEqual({ name: 'C 1s: Position', value: 485.6 })
    expect(measurement!.facts).toContainEqual({ name: 'bindingEnergy', value: 'hν − kinetic energy with hν = 1486.6 eV from the file; +3.2 eV as calibrated in CasaXPS' })
    const [asMeasured] = read(vamasText([{ name: 'C 1s', abscissa: 'Binding Energy', ordinates: [counts], comment }]))
    expect(asMeasured!.settings).toContainEqual({ name: 'C 1s: Position', value: 482.4 })
    expect(asMeasured!.warnings).toEqual([expect.stringContaining('calibrated this spectrum by +3.2 eV')])
  })
  it('leaves components out, and says so, where the calibration has another form', () => {
    const [measurement] = read(vamasText([{ name: 'C 1s', ordinates: [counts], comment: fitted('C 1s', 1001, ['Calib M = 280,290 A = 284 BE ADD']) }]))
    expect(measurement!.settings.some(({ name }) => name.endsWith(': Position'))).toBe(false)
    expect(measurement!.columns.at(-1)!.values[0]).toBeCloseTo(486.6, 9)
    expect(measurement!.warnings).toEqual([expect.stringContaining('of a form that is not read')])
  })
  it('adds no binding energy without a photon energy, for Auger spectra or where it is there already', () => {
    for (const block of [{ hv_eV: '1E+37' }, { technique: 'AES DIR' }, { abscissa: 'BINDING ENERGY' }]) {
      const [measurement] = read(vamasText([{ name: 'a', ...block, ordinates: [counts] }]))
      expect(measurement!.columns.map(({ name }) => name)).not.toContain(bindingEnergyName)
    }
  })
  it('takes the first variable of an irregular spectrum as its axis', () => {
    const [measurement] = read(vamasText([{ name: 'a', abscissa: 'binding energy', ordinates: [[10, 9, 7, 6.5, 2], counts] }], 'NORM', 'IRREGULAR'))
    expect(measurement!.columns.map(({ quantity, values }) => [quantity, [...values]])).toEqual([['binding_energy', [10, 9, 7, 6.5, 2]],
      ['intensity', counts]])
  })
  it('joins a map and a depth profile into one series', () => {
    const [map] = read(vamasText([0, 1].map((x) => ({ name: 'p', x, y: 3, ordinates: [counts] })), 'MAP'))
    expect(map!.columns.map(({ name }) => name)).toEqual(['x', 'Kinetic Energy', 'Intensity', bindingEnergyName])
    expect(map!.segments).toEqual([{ kind: 'spectrum', start: 0, end: 5, label: 'x = 0' }, { kind: 'spectrum', start: 5, end: 10, label: 'x = 1' }])
    const profile = read(vamasText([{ name: 'a', variable: 0, ordinates: [counts] }, { name: 'b', species: 'O', variable: 0, ordinates: [counts] },
      { name: 'a', variable: 30, ordinates: [counts] }], 'SDP'))
    expect(profile).toHaveLength(2)
    expect([...profile[0]!.columns[0]!.values]).toEqual([0, 0, 0, 0, 0, 30, 30, 30, 30, 30])
    expect(profile[0]!.segments[1]!.label).toBe('Etch Time = 30')
  })
  it('keeps what is there of a cut file and says so', () => {
    const text = vamasText([{ name: 'a', ordinates: [counts] }, { name: 'b', ordinates: [counts] }])
    const [one, two] = read(text.slice(0, text.lastIndexOf('30\r\n') + 2))
    expect(one).toMatchObject({ complete: true, warnings: [] })
    expect(two!.complete).toBe(false)
    expect([...two!.columns[1]!.values]).toEqual([5, 9])
    expect(two!.warnings[0]).toContain('2 of the 5 values')
  })
  it('stops at a count that lies instead of allocating for it', () => {
    const [measurement] = read(vamasText([{ name: 'a', ordinates: [counts], declared: 300 }]))
    expect(measurement!.columns[0]!.values).toHaveLength(5)
    expect(measurement!.complete).toBe(false)
    expect(() => read(vamasText([{ name: 'a', ordinates: [counts], declared: 4e9 }]))).toThrow(ReadError)
  })
  it('keeps very long comments and blocks whose units differ', () => {
    const text = vamasText([{ name: 'a', ordinates: [counts] }]).replace('1\r\na comment', `200000${'\r\nx'.repeat(200_000)}`)
    expect(read(text)[0]!.settings.length).toBeGreaterThan(200_000)
    const map = vamasText([0, 1].map((x) => ({ name: 'p', x, ordinates: [counts] })), 'MAP')
    const at = map.lastIndexOf('Kinetic Energy\r\neV')
    expect(read(`${map.slice(0, at)}Kinetic Energy\r\nkeV${map.slice(at + 18)}`).map(({ columns }) => columns.length)).toEqual([3, 2])
  })
  it('refuses an inclusion list in one sentence', () => {
    const text = vamasText([{ name: 'a', ordinates: [counts] }]).replace('REGULAR\r\n1\r\n0\r\n0\r\n', 'REGULAR\r\n1\r\n0\r\n-1\r\n')
    expect(() => read(text)).toThrow(/inclusion list/)
  })
  it('is recognised below blank lines, not by name', () => {
    const text = vamasText([{ name: 'a', ordinates: [counts] }])
    const head = (name: string, content: string) => vamas.recognises({ name, bytes: bytesOf(content), size: content.length })
    expect(head('x.txt', `\r\n\r\n${text}`)?.confidence).toBe('certain')
    expect(head('x.vms', '1\n2\n3\n')).toBeNull()
  })
})
