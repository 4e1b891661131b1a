import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { magnettechXml } from '../../../../src/shared/readers/magnettechXml/magnettechXml'
import { esrNumbers, esrText, fieldCurve, fixtures, spectrumCurve } from './fixture'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string) => magnettechXml.read({ name: 'a.xml', bytes: bytesOf(text) }).measurements[0]!
const curves = [fieldCurve([330, 331, 333, 336]), spectrumCurve([0, 5, -7.5, 2], 0.01, 0.01)]

describe('Magnettech XML', () => {
  it('reads back what was written, field and spectrum on one clock', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
    fc.assert(fc.property(fc.array(fc.tuple(number, number), { minLength: 2, maxLength: 40 }), (rows) => {
      const [field, spectrum] = [rows.map(([x]) => x), rows.map(([, y]) => y)]
      const found = read(esrText({ curves: [fieldCurve(field, 1, 0.5), spectrumCurve(spectrum, 1, 0.5)] }))
      expect(found.columns.map(({ values }) => [...values])).toEqual([field.map((value) => expect.closeTo(value, 3)), spectrum])
      expect(found).toMatchObject({ technique: 'EPR', complete: true, warnings: [] })
    }), { numRuns: 60 })
  })
  it('takes the field that was made ready where it stands there raw, too, or empty', () => {
    const raw = { ...fieldCurve([100, 101, 102]), mode: 'Raw' as const }
    const values = (...curves: Parameters<typeof esrText>[0]['curves']): unknown => [...read(esrText({ curves: [...curves, spectrumCurve([1, 2, 3], 0, 0.02)] })).columns[0]!.values]
    expect(values({ ...raw, values: [] }, fieldCurve([333, 334, 335]))).toEqual([333, 334, 335])
    expect(values(raw, fieldCurve([333, 334, 335]))).toEqual([333, 334, 335])
    expect(values(raw)).toEqual([100, 101, 102])
  })
  it('gives each point the field on the line between its two readings', () => {
    const found = read(esrText({ curves }))
    expect([...found.columns[0]!.values]).toEqual([330.5, 331, 332, 333].map((value) => expect.closeTo(value, 9)))
    expect(found.columns.map(({ name, unit, quantity }) => `${name}|${unit}|${quantity}`)).toEqual(['BField|mT|field', 'MWAbsorption (1st harm.)||intensity'])
  })
  it('leaves out points without a field, and warns of many', () => {
    const few = read(esrText({ curves: [fieldCurve(Array.from({ length: 51 }, (_, i) => 330 + i)), spectrumCurve(Array.from({ length: 101 }, (_, i) => i), 0.01, 0.01)] }))
    expect(few).toMatchObject({ complete: true, warnings: [] })
    expect(few.columns[0]!.values).toHaveLength(100)
    expect(few.facts).toContainEqual({ name: 'pointsWithoutField', value: 1 })
    const many = read(esrText({ curves: [fieldCurve([330, 331]), spectrumCurve([1, 2, 3, 4], -0.01, 0.01)] }))
    expect([...many.columns[1]!.values]).toEqual([2, 3, 4])
    expect(many.warnings).toEqual([expect.stringContaining('1 of 4 points')])
    expect(() => read(esrText({ curves: [fieldCurve([330, 331]), spectrumCurve([1, 2], 5)] }))).toThrow(/No point of the spectrum/)
  })
  it('takes frequency, power and modulation in their units, and all settings', () => {
    const found = read(esrText({ curves }))
    expect(found).toMatchObject({ title: 'DMPO_RuFe', startedAt: '2026-03-05T10:11:12+01:00' })
    expect(found.facts).toEqual([{ name: 'microwaveFrequency_GHz', value: 9.48958423609322 }, { name: 'microwavePower_mW', value: 6.3 }, { name: 'modulationAmplitude_mT', value: 0.1 }])
    expect(found.settings).toEqual(expect.arrayContaining([{ name: 'Temperature', value: 22.5 }, { name: 'FWV', value: 'FW master: 10.0.7 FW slavemw: 10.1.3' }, { name: 'Recipe Type', value: 'single' }, { name: 'Accumulations', value: 4 }, { name: 'TempFrom (°C)', value: 5 }]))
    expect(found.settings.some(({ name }) => /MarkerAmplitude|SpecialFilterType|Author/.test(name))).toBe(false)
    // Early versions state no units: none is guessed.
    expect(read(esrText({ curves, units: false })).facts).toEqual([{ name: 'microwaveFrequency_GHz', value: 9.48958423609322 }])
  })
  it('keeps curves of the same sampling and names the others', () => {
    const second = { kind: 'MW_AbsorptionFirstHarmonic', name: 'MWAbsorption (2st harm.)', offset: 0.01, slope: 0.01, values: [1, 2, 3, 4] }
    const found = read(esrText({ curves: [...curves, second, { kind: 'MW_AbsorptionSinus', offset: 0, slope: 0.001, values: [9, 9] }, { kind: 'BField_TempVoltage', offset: 0, slope: 0, values: [] }] }))
    expect(found.columns[2]).toMatchObject({ name: 'MWAbsorption (2st harm.)', quantity: 'other', values: Float64Array.of(1, 2, 3, 4) })
    expect(found.settings.at(-1)).toEqual({ name: 'Curves of another sampling, not read', value: 'MW_AbsorptionSinus' })
    const cut = esrText({ curves: [...curves, second] })
    expect(read(cut.slice(0, cut.lastIndexOf('</Curve>') - 20))).toMatchObject({ complete: false, columns: [{}, { values: Float64Array.of(0, 5, -7.5, 2) }, { values: Float64Array.of(1, 2, NaN, NaN) }] })
  })
  it('gives a measurement at a held field over time', () => {
    const found = read(esrText({ curves, over: 'Time' }))
    expect(found.columns[0]).toMatchObject({ name: 'Time', unit: 's', quantity: 'time', values: Float64Array.of(0.01, 0.02, 0.03, 0.04) })
    expect(found.warnings).toEqual([expect.stringContaining('not over the field')])
  })
  it('keeps the points of a cut file', () => {
    const text = esrText({ curves })
    const end = text.indexOf(esrNumbers([-7.5]))
    const cut = read(text.slice(0, end + 5))
    expect(cut).toMatchObject({ complete: false, warnings: [expect.stringContaining('breaks off')] })
    expect([...cut.columns[1]!.values]).toEqual([0, 5])
    expect(read(text.slice(0, text.indexOf('</DataCurves>')))).toMatchObject({ complete: false, warnings: [expect.stringContaining('cut off behind')] })
    expect(() => read(text.slice(0, text.indexOf(esrNumbers([331])) + 3))).toThrow(/before the first point/)
    expect(() => read(text.slice(0, 40))).toThrow(/no element ESRXmlFile/)
  })
  it('refuses damaged numbers, missing readings and what it does not know', () => {
    const text = esrText({ curves })
    const five = esrNumbers([5])
    for (const wrong of [five.replace('=', ''), five.slice(1), `${five[0]}${five}`, five.replace('A', '*'), `${five.slice(0, 10)}B=`]) expect(() => read(text.replace(five, wrong))).toThrow(/MW_Absorption are damaged \(number/)
    expect(() => read(esrText({ curves: [curves[1]!] }))).toThrow(/no readings of its field/)
    expect(() => read(esrText({ curves: [curves[0]!] }))).toThrow(/holds no spectrum/)
    expect(() => read(text.replaceAll('"Base64"', '"Zip"'))).toThrow(/stored as "Zip"/)
    expect(() => read(text.replaceAll(/XSlope="[\d.]+"/g, 'XSlope="0"'))).toThrow(/XOffset, XSlope/)
    expect(() => read('<!DOCTYPE a [<!ENTITY b "c">]><ESRXmlFile/>')).toThrow(/no element ESRXmlFile/)
  })
  it('is recognised by its root element', () => {
    const { name, bytes } = fixtures[0]!
    expect(magnettechXml.recognises({ name, bytes, size: bytes.length })).toMatchObject({ confidence: 'certain', version: 'ESRStudio 1.80.0' })
    const averaged = bytesOf(esrText({ curves, program: '' }))
    expect(magnettechXml.recognises({ name: 'a', bytes: averaged, size: averaged.length })?.version).toBe('ESRXmlFile 1')
    for (const other of ['<?xml version="1.0"?><xrdMeasurements/>', '<a><ESRXmlFile Version="1"/></a>', 'ESRXmlFile']) expect(magnettechXml.recognises({ name: 'a.xml', bytes: bytesOf(other), size: other.length })).toBeNull()
  })
})
