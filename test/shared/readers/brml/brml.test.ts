import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { brml } from '../../../../src/shared/readers/brml/brml'
import { brmlBytes, rawDataXml } from './fixture'

const read = (bytes: Uint8Array) => brml.read({ name: 'a.brml', bytes }).measurements
const rows = [[20, 10, 5], [21, 10.5, 6], [22, 11, 7]] as const

describe('BRML', () => {
  it('reads back what was written, whichever axis stands first', () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 150 }), fc.integer({ min: 0, max: 75 }), fc.integer({ min: 0, max: 1e6 }))
    fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), fc.boolean(), (written, thetaFirst) => {
      const [measurement] = read(brmlBytes({ 'Experiment0/RawData0.xml': rawDataXml({ rows: written, thetaFirst }) }))
      expect(measurement!.columns.map(({ name }) => name)).toEqual(['2Theta', 'Theta', 'Counts', 'Time per step', 'Flag'])
      expect(written.map((_, r) => measurement!.columns.slice(0, 3).map(({ values }) => values[r]))).toEqual(written)
      expect(measurement).toMatchObject({ technique: 'XRD', complete: true, warnings: [], startedAt: '2023-08-11T17:04:36.84-04:00' })
    }), { numRuns: 40 })
  })
  it('takes wavelength and anode from the tube, in Ångström only', () => {
    const one = (alpha1: string, unit: string, anode: string) =>
      read(brmlBytes({ 'Experiment0/RawData0.xml': rawDataXml({ rows }, { alpha1, unit, anode }) }))[0]!.facts
    expect(one('0.55941', 'Å', 'Ag')).toEqual(expect.arrayContaining([{ name: 'wavelengthAlpha1_A', value: 0.55941 }, { name: 'anode', value: 'Ag' },
      { name: 'timePerStep_s', value: 96 }]))
    expect(one('55.941', 'pm', '').some(({ name }) => /wavelength|anode/i.test(name))).toBe(false)
  })
  it('takes the counters from where DataViews says, not from behind the axes', () => {
    const view = (type: string, start: number, length: number, inner: string, logic = ''): string => `<RawDataView xsi:type="${type}RawDataView" Start="${start}" Length="${length}" LogicName="${logic}">${inner}</RawDataView>`
    const field = (name: string): string => `<FieldDefinitions FieldName="${name}"><Restriction Unit="hkl" /></FieldDefinitions>`
    const views = `<DataViews>${view('Fixed', 0, 1, '', 'MeasuredTime')}${view('Fixed', 1, 1, '', 'AbsorptionFactor')}${view('Varying', 2, 2, '')}${view('Varying', 4, 2, `<Varying>${field('RecSpX')}${field('RecSpZ')}</Varying>`)}${view('Recorded', 6, 1, '<Recording VisibleName="PSD counter" />')}</DataViews>`
    const xml = rawDataXml({ rows }).replace('</ScanInformation>', `</ScanInformation>${views}`).replace(/<Datum>96,1,([\d.]+),([\d.]+),/g, '<Datum>96,8.3,$1,$2,-0.5,2.5,')
    const [measurement] = read(brmlBytes({ 'Experiment0/RawData0.xml': xml }))
    expect(measurement!.columns.map(({ name, unit, values }) => [name, unit, values[0]])).toEqual([
      ['2Theta', 'deg', 20], ['Theta', 'deg', 10], ['Counts', 'counts', 5], ['RecSpX', 'hkl', -0.5], ['RecSpZ', 'hkl', 2.5], ['Time per step', 's', 96], ['Absorption factor', '', 8.3]])
  })
  it('keeps several scans in the order of their numbers', () => {
    const titles = read(brmlBytes({ 'Experiment0/RawData10.xml': rawDataXml({ rows }), 'Experiment0/RawData2.xml': rawDataXml({ rows }),
      'Experiment1/RawData0.xml': rawDataXml({ rows }) })).map(({ title }) => title)
    expect(titles).toEqual(['Experiment0/RawData2', 'Experiment0/RawData10', 'Experiment1/RawData0'])
  })
  it('says what is missing', () => {
    const [short] = read(brmlBytes({ 'Experiment0/RawData0.xml': rawDataXml({ rows, declared: 9 }) }))
    expect(short).toMatchObject({ complete: false })
    expect(short!.warnings[0]).toContain('3 of the 9 points')
    const xml = rawDataXml({ rows })
    const [cut] = read(brmlBytes({ 'Experiment0/RawData0.xml': xml.slice(0, xml.lastIndexOf('<Datum>') + 9) }))
    expect(cut!.columns[0]!.values).toHaveLength(2)
    expect(cut!.complete).toBe(false)
    expect(() => read(brmlBytes({}))).toThrow(/no measured data/)
    const [left] = read(brmlBytes({ 'Experiment0/RawData0.xml': xml, 'Experiment0/RawData1.xml': '<RawData/>' }))
    expect(left!.warnings[0]).toContain('1 of 2 scans')
    const whole = brmlBytes({ 'Experiment0/RawData0.xml': xml })
    expect(() => read(whole.subarray(0, whole.length - 30))).toThrow(/BRML file/)
  })
  it('does not open a part that unpacks to more than it states', () => {
    const bytes = brmlBytes({ 'Experiment0/RawData0.xml': rawDataXml({ rows }) })
    const name = new TextEncoder().encode('Experiment0/RawData0.xml')
    const directory = bytes.findLastIndex((_, i) => bytes[i] === 0x50 && bytes[i + 1] === 0x4b && bytes[i + 2] === 1 && bytes[i + 3] === 2
      && name.every((letter, k) => bytes[i + 46 + k] === letter))
    new DataView(bytes.buffer).setUint32(directory + 24, 10, true)
    expect(() => read(bytes)).toThrow(/RawData0\.xml/)
  })
  it('leaves other zips alone', () => {
    const bytes = zipSync({ 'Experiment0.txt': new Uint8Array(9), 'word/document.xml': new Uint8Array(9) })
    expect(brml.recognises({ name: 'a.brml', bytes, size: bytes.length })).toBeNull()
  })
})
