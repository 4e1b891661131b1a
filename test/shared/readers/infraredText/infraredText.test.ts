import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { infraredText } from '../../../../src/shared/readers/infraredText/infraredText'
import { dptText, jascoText, omnicCsv, pairText } from './fixture'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string, name = 'a.csv') => infraredText.read({ name, bytes: bytesOf(text) }).measurements[0]!
const claim = (text: string, name = 'a.csv') => infraredText.recognises({ name, bytes: bytesOf(text), size: text.length })?.confidence
const pairs = fc.array(fc.integer({ min: -999_999, max: 999_999 }), { minLength: 10, maxLength: 60 }).map((values) => values.map((value, i): readonly [number, number] => [1000 + 2 * i, value / 1e5]))

describe('infrared text', () => {
  it.each([
    ['OMNIC csv', omnicCsv, 'a.csv', 'likely'], ['OPUS .dpt', dptText, 'a.dpt', 'likely'], ['OPUS .dpt with tabs', (rows: Parameters<typeof dptText>[0]) => dptText(rows, '\t'), 'a.dpt', 'likely'],
    ['named columns', (rows: Parameters<typeof dptText>[0]) => pairText(rows, 'Wavenumber (cm-1),Absorbance'), 'a.csv', 'likely'], ['decimal commas', (rows: Parameters<typeof dptText>[0]) => pairText(rows, 'cm-1;A', ';'), 'a.csv', 'likely'],
    ['JASCO', jascoText, 'a.txt', 'certain']
  ] as const)('%s: reads back what is written', (_what, write, name, confidence) => {
    fc.assert(fc.property(pairs, (rows) => {
      expect(claim(write(rows), name)).toBe(confidence)
      const { columns, technique, complete } = read(write(rows), name)
      expect([technique, complete]).toEqual(['IR', true])
      expect(columns.map(({ values }) => [...values])).toEqual([0, 1].map((k) => rows.map((row) => row[k as 0 | 1])))
    }), { numRuns: 40 })
  })
  it('says what y is where the file does, and that it does not', () => {
    const rows = Array.from({ length: 12 }, (_, i) => [1000 + i, 0.5] as const)
    expect(read(omnicCsv(rows))).toMatchObject({ warnings: [expect.stringContaining('does not say whether y is an absorbance')], columns: [{ unit: 'cm-1' }, { quantity: 'other' }] })
    expect(read(pairText(rows, 'cm-1,A'))).toMatchObject({ title: 'RuFe-NC', warnings: [], columns: [{ quantity: 'wavenumber', unit: 'cm-1' }, { quantity: 'absorbance' }] })
    expect(read(pairText(rows, 'Raman shift (cm-1),Intensity'))).toMatchObject({ technique: 'RAMAN', columns: [{}, { quantity: 'intensity' }] })
    expect(read(jascoText(rows, 90))).toMatchObject({ complete: false, title: 'RuFe-NC', columns: [{ unit: '1/CM' }, { quantity: 'absorbance', unit: 'ABSORBANCE' }] })
  })
  it.each([
    ['two bare columns', '1000.5,1.5\n1001.5,1.25\n1002.5,1.5\n'.repeat(8)], ['an uneven axis', omnicCsv(Array.from({ length: 12 }, (_, i) => [1000 + i * i, 1] as const))],
    ['wavelengths', 'nm,A\n400,1\n401,2\n402,3\n'], ['a potential', omnicCsv(Array.from({ length: 12 }, (_, i) => [-0.5 + 0.1 * i, 1e-5] as const))], ['nothing', '']
  ])('leaves %s to others', (_what, text) => expect(claim(text)).toBeUndefined())
})
