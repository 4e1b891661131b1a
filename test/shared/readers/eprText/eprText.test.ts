import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eprText } from '../../../../src/shared/readers/eprText/eprText'
import { rows, winEprText, xepr, type Row } from './fixture'

const read = (bytes: Uint8Array) => eprText.read({ name: 'a.txt', bytes }).measurements[0]!
const valuesOf = (found: ReturnType<typeof read>, quantity: string): number[] => [...found.columns.find((column) => column.quantity === quantity)!.values]
const withoutFrequency = expect.stringContaining('does not state the microwave frequency') as string

describe('EPR text', () => {
  it('reads back what was written in both layouts', () => {
    const row = fc.tuple(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: -1e9, max: 1e9 })).map(([x, y]): Row => [x / 64, y / 128])
    fc.assert(fc.property(fc.array(fc.array(row, { minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 4 }), (slices) => {
      for (const [bytes, all] of [[xepr(slices[0]!), slices[0]!], [winEprText(slices), slices.flat()]] as const) {
        const found = read(bytes)
        expect([valuesOf(found, 'field'), valuesOf(found, 'intensity')]).toEqual([all.map(([x]) => x), all.map(([, y]) => y)])
        expect(found).toMatchObject({ technique: 'EPR', complete: true, warnings: [withoutFrequency] })
      }
      const bounds = slices.map((_, i) => slices.slice(0, i).flat().length)
      expect(read(winEprText(slices)).segments).toEqual(slices.length === 1 ? [] : slices.map((one, i) => ({ kind: 'spectrum', start: bounds[i], end: bounds[i]! + one.length, label: `Slice ${i + 1}` })))
    }), { numRuns: 40 })
  })
  it('keeps names and units, and a radio frequency as such', () => {
    expect(read(xepr(rows)).columns.map(({ name, unit, quantity }) => `${name}|${unit}|${quantity}`)).toEqual(['index||other', 'Field|G|field', 'Intensity||intensity'])
    expect(read(winEprText([rows])).columns.map(({ name, unit, quantity }) => `${name}|${unit}|${quantity}`)).toEqual(['X|G|field', 'Intensity||intensity'])
    expect(read(xepr(rows, 'RF [MHz]')).columns[1]).toMatchObject({ name: 'RF', unit: 'MHz', quantity: 'frequency' })
    expect(read(winEprText([rows])).settings).toEqual([{ name: 'Filename', value: 'C:\\EPR\\dmpo.par' }])
  })
  it('leaves tables of other axes alone and refuses a header without rows', () => {
    for (const text of ['index  Time [s]  Intensity []\n', 'X [nm]\tIntensity\n1\t2\n', 'index,Field [G],Intensity []\n']) expect(eprText.recognises({ name: 'a.txt', bytes: new TextEncoder().encode(text), size: text.length })).toBeNull()
    expect(() => read(xepr([]))).toThrow(/before its first row/)
  })
})
