import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { jcampDx } from '../../../../src/shared/readers/jcampDx/jcampDx'
import { fixtures, jcampText, nmrText, type JcampParts, type NmrParts } from './fixture'

const read = (parts: JcampParts) => jcampDx.read({ name: 'a.jdx', bytes: new TextEncoder().encode(jcampText(parts)) }).measurements[0]!

describe('JCAMP-DX', () => {
  it('reads back what is written, as pairs and as lines', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -9999, max: 9999 }), { minLength: 12, maxLength: 60 }), fc.constantFrom('pairs', 'lines'), (y, form) => {
      const x = y.map((_, i) => 4000 - 2 * i)
      const { columns, warnings } = read({ x, y, form: form as 'pairs' })
      expect([...columns[0]!.values].map((value) => Number(value.toFixed(6)))).toEqual(x)
      expect([...columns[1]!.values]).toEqual(y)
      expect(warnings).toEqual([])
    }), { numRuns: 30 })
  })
  it('reads pairs that stand right below the labels, without one of their own', () => {
    for (const separator of ['\t', '  \t', ', ', ' ']) {
      const text = ['##TITLE=No Description', '##DATA TYPE=INFRARED SPECTRUM', '##XUNITS=1/CM', '##YUNITS=%T', ...[[399.26, 81.7], [401.19, 82.09], [403.12, 1.5e-3]].map((pair) => `${pair.join(separator)} `), ''].join('\r\n')
      const bytes = new TextEncoder().encode(text)
      expect(jcampDx.recognises({ name: 'a.txt', bytes, size: bytes.length })).toMatchObject({ confidence: 'certain', version: 'without a version' })
      const [found] = jcampDx.read({ name: 'a.txt', bytes }).measurements
      expect(found).toMatchObject({ technique: 'IR', complete: true, warnings: [] })
      expect(found!.columns.map(({ quantity, unit, values }) => [quantity, unit, ...values])).toEqual([['wavenumber', '1/CM', 399.26, 401.19, 403.12], ['intensity', '%T', 81.7, 82.09, 1.5e-3]])
    }
    const parameters = new TextEncoder().encode('##TITLE= a\n##XUNITS= S\n##YUNITS= V\n##$D= (0..2)\n1 2 3\n')
    expect(jcampDx.recognises({ name: 'a.txt', bytes: parameters, size: parameters.length })).toBeNull()
  })
  it.each([['2ϴ [°]', 'XRD pattern', 'XRD', 'two_theta'], ['DEGREES 2-THETA', 'X-RAY POWDER DIFFRACTION', 'XRD', 'two_theta'], ['2θ', 'OTHER', 'XRD', 'two_theta'], ['Binding energy [eV]', 'XPS', 'XPS', 'binding_energy'], ['°C', 'X-RAY DIFFRACTION', 'OTHER', 'other']])('knows the axis %s of %s', (xUnits, dataType, technique, quantity) => {
    expect(read({ x: [20, 21, 22], y: [1, 2, 3], dataType, xUnits, yUnits: 'counts' })).toMatchObject({ technique, columns: [{ quantity }, { quantity: 'intensity' }] })
  })
  it('decides by the units, not by a wrong DATA TYPE', () => {
    const nm = { x: [300, 400, 500], y: [0.1, 0.2, 0.3], xUnits: 'NANOMETERS', yUnits: 'ABSORBANCE' }
    expect(read({ ...nm, dataType: 'INFRARED SPECTRUM' })).toMatchObject({ technique: 'UVVIS', columns: [{ quantity: 'wavelength' }, { quantity: 'absorbance' }] })
    expect(read({ x: [100, 200, 300], y: [1, 2, 3], dataType: 'RAMAN SPECTRUM' }).technique).toBe('RAMAN')
    expect(read({ x: [9, 8, 7], y: [1, 2, 3], dataType: 'NMR SPECTRUM', xUnits: 'PPM', yUnits: 'ARBITRARY UNITS' })).toMatchObject({ technique: 'NMR', columns: [{ unit: 'PPM' }, { quantity: 'intensity' }] })
  })
  it('keeps date and title', () => expect(read({ x: [1, 2, 3], y: [1, 2, 3] })).toMatchObject({ title: 'made by the project', startedAt: '2024-03-05T10:11:12' }))
  it('notices that the data are not what the labels say', () => {
    expect(read({ x: [1, 2, 3, 4], y: [1, 2, 3, 4], points: 9 })).toMatchObject({ complete: false, warnings: [expect.stringContaining('announces 9 points and holds 4')] })
  })
  const jcamp = (lines: readonly string[]) => jcampDx.read({ name: 'a.jdx', bytes: new TextEncoder().encode(`${['##TITLE= a', '##JCAMP-DX= 4.24', ...lines, '##END='].join('\n')}\n`) }).measurements
  const infrared = ['##DATA TYPE= INFRARED SPECTRUM', '##XUNITS= 1/CM', '##YUNITS= ABSORBANCE', '##FIRSTX= 400', '##LASTX= 403', '##NPOINTS= 4', '##XFACTOR= 1']
  it('holds FIRSTY only as exact as it is printed, or as its whole numbers are, and 0 as not filled', () => {
    const warned = (firstY: string, factor: string, row: string): number => jcamp([...infrared, `##YFACTOR= ${factor}`, `##FIRSTY= ${firstY}`, '##XYDATA= (X++(Y..Y))', `400 ${row}`])[0]!.warnings.length
    expect(warned('0.00000298', '1', '0.00000298869 0.000001 0.000002 0.000003')).toBe(0)
    expect(warned('4.064E-2', '2.44E-4', '166 1 2 3')).toBe(0)
    expect(warned('0', '1', '0.5 0.1 0.2 0.3')).toBe(0)
    expect(warned('0.0301', '1', '0.0312 0.01 0.02 0.03')).toBe(1)
    expect(warned('0.19', '0.0001', '-60 1 2 3')).toBe(1)
  })
  it('reads numbers with exponents in rows of plain numbers', () => {
    const [found] = jcamp([...infrared, '##YFACTOR= 1', '##XYDATA= (X++(Y..Y))', '400 0.000214 4.6e-05 -1.25E-3 2.5E+1'])
    expect([...found!.columns[1]!.values]).toEqual([0.000214, 0.000046, -0.00125, 25].map((value) => expect.closeTo(value, 12)))
    expect(found!.warnings).toEqual([])
  })
  it('calls a table of peaks no spectrum, names a measurement of two dimensions, and knows more spellings of the version', () => {
    const peaks = ['##DATA TYPE= NMR PEAK TABLE', '##XUNITS= PPM', '##YUNITS= ARBITRARY UNITS', '##NPOINTS= 2', '##PEAK TABLE= (XY..XY)', '1.2, 5', '3.7, 4']
    expect(jcamp(peaks)).toMatchObject([{ technique: 'OTHER', warnings: ['This is a table of peaks, no spectrum.'] }])
    expect(() => jcamp(['##DATA TYPE= nD NMR SPECTRUM', '##NUM DIM= 2', '##NTUPLES= nD NMR SPECTRUM', '##END NTUPLES='])).toThrow(/two dimensions, which is not read/)
    const bytes = new TextEncoder().encode('##TITLE= a\n##JCAMP_DX=  4.24\n')
    expect(jcampDx.recognises({ name: 'a.jdx', bytes, size: bytes.length })?.version).toBe('JCAMP-DX 4.24')
  })
  it('is known without its version by its data, and is no parameter file of an NMR program', () => {
    const claim = (text: string) => { const bytes = new TextEncoder().encode(text); return jcampDx.recognises({ name: 'a', bytes, size: bytes.length }) }
    const bare = '##TITLE= quinine\n##XUNITS= HZ\n##YUNITS= ARBITRARY UNITS\n##FIRSTX= 4\n##LASTX= 6\n##NPOINTS= 3\n##XFACTOR= 1\n##YFACTOR= 1\n##XYDATA= (X++(Y..Y))\n4 1 2 3\n##END=\n'
    expect(claim(bare)).toMatchObject({ confidence: 'certain', version: 'without a version' })
    expect([...jcampDx.read({ name: 'a', bytes: new TextEncoder().encode(bare) }).measurements[0]!.columns[1]!.values]).toEqual([1, 2, 3])
    expect(claim('##TITLE= words\n##NPOINTS= 3\n')).toBeNull()
    const parameters = '##TITLE= Parameter file, TopSpin 4.1.0\n##JCAMPDX= 5.0\n##DATATYPE= Parameter Values\n##$SI= 16384\n'
    expect(claim(parameters)).toBeNull()
    expect(claim(parameters.replace('Parameter Values', 'NMR SPECTRUM'))).toMatchObject({ confidence: 'certain' })
  })
  it('takes A for absorbance over a wavelength and for current over a potential, and no neutrons for infrared', () => {
    const of = (type: string, x: string, y: string) => jcamp([`##DATA TYPE= ${type}`, `##XUNITS= ${x}`, `##YUNITS= ${y}`, '##FIRSTX= 400', '##LASTX= 403', '##NPOINTS= 4', '##XFACTOR= 1', '##YFACTOR= 1', '##XYDATA= (X++(Y..Y))', '400 1 2 3 4'])[0]!
    expect(of('UV/VIS SPECTRUM', 'nm', 'A').columns.map(({ quantity }) => quantity)).toEqual(['wavelength', 'absorbance'])
    expect(of('UV/VIS SPECTRUM', 'Wavelength (nm)', 'Logarithm epsilon')).toMatchObject({ technique: 'UVVIS', columns: [{ quantity: 'wavelength' }, { quantity: 'other' }] })
    expect(of('IV SPECTRUM', 'V', 'A').columns.map(({ quantity }) => quantity)).toEqual(['potential', 'current'])
    expect(of('INELASTIC NEUTRON SCATTERING', '1/CM', 'S(Q,w)').technique).toBe('OTHER')
  })
  it('refuses a number of points that the file cannot hold', () => {
    expect(() => read({ x: [1, 2, 3], y: [1, 2, 3], points: 900_000_000 })).toThrow(/more than the file can hold/)
  })
})

describe('JCAMP-DX with decimal commas', () => {
  const comma = (text: string): string => text.replace(/^##(FIRSTX|LASTX|FIRSTY)= (.*)$/gm, (_line, label: string, value: string) => `##${label}= ${value.replace('.', ',')}`).replace(/^(\d+)\.(\d+), (-?\d+)\.(\d+)/gm, '$1,$2, $3,$4')
  const bytes = (text: string) => new TextEncoder().encode(text)
  const parts = { x: [176.36, 177.58, 178.8], y: [32822.795, 1479.043, -0.5], xUnits: 'NANOMETERS', yUnits: 'ABSORBANCE' }
  it('reads them where a label shows one', () => {
    const [found] = jcampDx.read({ name: 'a.jdx', bytes: bytes(comma(jcampText(parts))) }).measurements
    expect(comma(jcampText(parts))).toContain('176,36, 32822,795')
    expect(found!.columns.map(({ values }) => [...values])).toEqual([parts.x, parts.y])
    expect(found!.warnings).toEqual([])
  })
  it('refuses what cannot be told apart', () => expect(() => jcampDx.read({ name: 'a.jdx', bytes: bytes(comma(jcampText(parts)).replace('176,36, 32822,795', '176,36,32822,795')) })).toThrow('cannot be told apart'))
})

describe('NMR in JCAMP-DX', () => {
  const all = (parts: NmrParts) => jcampDx.read({ name: 'a.dx', bytes: new TextEncoder().encode(nmrText(parts)) }).measurements
  const values = fc.array(fc.oneof(fc.integer({ min: -500_000, max: 500_000 }), fc.constantFrom(0, 7, 7)), { minLength: 30, maxLength: 90 })
  it('reads back what is written, as SQZ, DIF and DUP or as plain numbers, on the axis in ppm', () => {
    fc.assert(fc.property(values, fc.constantFrom('DIF', 'AFFN'), (real, form) => {
      const [found, ...more] = all({ real, first_ppm: 9, width_ppm: 4, form: form as 'DIF' })
      expect(more).toEqual([])
      expect([...found!.columns[1]!.values]).toEqual(real)
      expect([found!.columns[0]!.values[0], found!.columns[0]!.values.at(-1)]).toEqual([expect.closeTo(9, 6), expect.closeTo(5, 6)])
      expect(found).toMatchObject({ technique: 'NMR', complete: true, warnings: [], columns: [{ unit: 'PPM' }, { quantity: 'intensity' }] })
    }), { numRuns: 40 })
  })
  it('keeps the imaginary part of NTUPLES beside the real one', () => {
    fc.assert(fc.property(values, (real) => {
      const imaginary = real.map((value) => 0 - value)
      const found = all({ real, imaginary, first_ppm: 9, width_ppm: 4 })
      expect(found).toHaveLength(1)
      expect(found[0]!.columns.map(({ name, unit, quantity }) => [name, unit, quantity])).toEqual([['x', 'PPM', 'other'], ['SPECTRUM/REAL', 'ARBITRARY UNITS', 'intensity'], ['SPECTRUM/IMAG', 'ARBITRARY UNITS', 'other']])
      expect(found[0]!.columns.slice(1).map((column) => [...column.values])).toEqual([real, imaginary])
      expect([found[0]!.columns[0]!.values[0], found[0]!.columns[0]!.values.at(-1)]).toEqual([expect.closeTo(9, 6), expect.closeTo(5, 6)])
    }), { numRuns: 40 })
  })
  it('notices that one of the two parts is cut off', () => {
    const real = Array.from({ length: 60 }, (_, i) => i)
    const text = nmrText({ real, imaginary: real, first_ppm: 9, width_ppm: 4, form: 'AFFN' })
    const found = jcampDx.read({ name: 'a.dx', bytes: new TextEncoder().encode(text.slice(0, text.lastIndexOf('20 39'))) }).measurements
    expect(found.map(({ technique, complete, columns }) => [technique, complete, columns[1]!.values.length])).toEqual([['NMR', true, 60], ['OTHER', false, 39]])
  })
  it('says nucleus, frequency, solvent, scans and when', () => {
    const [found] = jcampDx.read({ name: 'a.dx', bytes: fixtures[1]!.bytes }).measurements
    expect(found!.facts).toEqual([{ name: 'dataType', value: 'NMR SPECTRUM' }, { name: 'observeFrequency_MHz', value: 400 }, { name: 'nucleus', value: '1H' }, { name: 'solvent', value: 'DMSO' }, { name: 'scans', value: 64 }])
    expect(found).toMatchObject({ title: 'RuFe-NC 15N', startedAt: '2026-11-23T10:15:24+01:00' })
  })
  it('does not take a free induction decay for a spectrum', () => {
    expect(all({ real: [1, 2, 3, 4], first_ppm: 9, width_ppm: 4, isFid: true })[0]).toMatchObject({ technique: 'OTHER', warnings: [expect.stringContaining('free induction decay')] })
  })
  it('tells one point too many in NPOINTS from a file that was cut off', () => {
    const real = Array.from({ length: 40 }, (_, i) => i)
    const [whole] = all({ real, first_ppm: 9, width_ppm: 4, points: 41, form: 'AFFN' })
    expect(whole).toMatchObject({ complete: true, warnings: [expect.stringContaining('NPOINTS says 41; the file holds the 40 points')] })
    expect(all({ real, first_ppm: 9, width_ppm: 4, points: 60, form: 'AFFN' })[0]!.columns[0]!.values).toHaveLength(40)
  })
})
