import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { xyText } from '../../../../src/shared/readers/xyText/xyText'
import { brukerText, evaText, xylibText } from './fixture'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string) => xyText.read({ name: 'a.txt', bytes: bytesOf(text) }).measurements
const rows = [[20, 5], [21, 6], [22, 7]] as const

describe.each([['xylib', (blocks: Parameters<typeof xylibText>[0], steps?: number) => xylibText(blocks, 'bruker_raw', steps)],
  ['Bruker', (blocks: Parameters<typeof xylibText>[0], steps?: number) =>
  brukerText(blocks, 'Locked Coupled', steps)]] as const)('diffraction text of %s', (_name, write) => {
  it('reads every block back', () => {
    const table = fc.array(fc.tuple(fc.double({ min: 0, max: 160, noNaN: true }), fc.integer({ min: 0, max: 1e6 })), { minLength: 1, maxLength: 20 })
    fc.assert(fc.property(fc.array(table, { minLength: 1, maxLength: 3 }), (blocks) => {
      const measurements = read(write(blocks))
      expect(measurements.map(({ columns }) => [...columns[0]!.values].map((x, i) => [x + 0, columns[1]!.values[i]]))).toEqual(blocks.map((block) =>
        block.map(([x, y]) => [x + 0, y])))
      for (const measurement of measurements) expect(measurement).toMatchObject({ technique: 'XRD', complete: true, warnings: [] })
    }), { numRuns: 60 })
  })
  it('states wavelength, anode and counting time of the file', () => {
    const [measurement] = read(write([rows]))
    expect(measurement!.facts).toEqual(expect.arrayContaining([{ name: 'wavelengthAlpha1_A', value: 0.70926 }, { name: 'anode', value: 'Mo' }]))
    expect(measurement!.facts.find(({ name }) => name === 'timePerStep_s')!.value).toBe(_name === 'Bruker' ? 192 : 0.5)
    expect(measurement!.columns.map(({ quantity }) => quantity)).toEqual(['two_theta', 'intensity'])
  })
  it('says when steps are missing', () => {
    expect(read(write([rows], 9))[0]).toMatchObject({ complete: false, warnings: ['The pattern holds 3 of the 9 steps that its header announces.'] })
    expect(() => read(write([[]]))).toThrow(/no rows/)
  })
})

describe('diffraction text', () => {
  it('of DIFFRAC.EVA is read with its scan, anode and time, and each scan of several', () => {
    const text = evaText([rows, rows])
    expect(xyText.recognises({ name: 'a.xy', bytes: bytesOf(text), size: text.length })).toMatchObject({ confidence: 'certain', version: 'eva' })
    const found = read(text)
    expect(found.map(({ title, technique, columns }) => [title, technique, ...columns.map(({ quantity, values }) => [quantity, ...values])])).toEqual([0, 1].map((i) => [`part ${i}`, 'XRD', ['two_theta', 20, 21, 22], ['intensity', 5, 6, 7]]))
    expect(found[0]).toMatchObject({ complete: true, warnings: [], facts: [{ name: 'anode', value: 'Mo' }, { name: 'timePerStep_s', value: 0.5 }] })
    expect(read(text.replaceAll(/^(\d+) (\d+)/gm, '$1,5 $2,25'))[1]!.columns.map(({ values }) => [...values])).toEqual([[20.5, 21.5, 22.5], [5.25, 6.25, 7.25]])
    expect(read(evaText([rows], 'Rocking Curve'))[0]).toMatchObject({ warnings: ['This range is no scan of 2Theta.'], columns: [{ name: 'Angle', quantity: 'other' }, {}] })
  })
  it('keeps the clock apart from the counting time', () => {
    const [measurement] = read(brukerText([rows]))
    expect(measurement).toMatchObject({ title: 'RuFe', startedAt: '2026-06-17T12:11:21' })
  })
  it('leaves cells empty that were not measured', () => {
    const [measurement] = read(brukerText([[[1, 5], [2, -9999], [3, 7]]]))
    expect([...measurement!.columns[1]!.values]).toEqual([5, NaN, 7])
    expect(measurement!.warnings[0]).toContain('not measured')
  })
  it('says what text stands behind the rows', () => {
    for (const text of [brukerText([rows]), xylibText([rows])]) expect(read(`${text}tail\n1 2\n`)[0]!.warnings[0]).toContain('("tail 1 2")')
  })
  it('does not call a rocking curve 2θ', () => {
    const [measurement] = read(brukerText([rows], 'Rocking Curve'))
    expect(measurement!.columns[0]).toMatchObject({ name: 'Angle', quantity: 'other' })
  })
  it('leaves two columns without such a header, and xylib files of other techniques, alone', () => {
    for (const text of ['10 5\n11 6\n12 7\n', '# 2Theta Intensity\n10 5\n11 6\n',
      xylibText([rows], 'winspec_spe')]) expect(xyText.recognises({ name: 'a.xy', bytes: bytesOf(text), size: text.length })).toBeNull()
  })
})
