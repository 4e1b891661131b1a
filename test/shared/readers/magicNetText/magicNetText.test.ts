import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { magicNetText } from '../../../../src/shared/readers/magicNetText/magicNetText'
import { anions, magicNet } from './fixture'

const read = (bytes: Uint8Array) => magicNetText.read({ name: 'a.txt', bytes }).measurements

describe('MagIC Net text', () => {
  it('reads back what was written with points and with commas', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: -1e7, max: 1e7 })).map(([min, value]) => [min / 64, value / 128] as const), { minLength: 1, maxLength: 30 })
    fc.assert(fc.property(fc.array(rows, { minLength: 1, maxLength: 4 }), fc.constantFrom('.', ','), (channels, decimal) => {
      const found = read(magicNet(channels.map((one, i) => ({ name: `Channel ${i}`, unit: 'µS/cm', rows: one })), { decimal }))
      expect(found.map(({ title, columns }) => [title, Array.from(columns[0]!.values, (x, i) => [x, columns[1]!.values[i]])])).toEqual(channels.map((one, i) => [`Channel ${i}`, one]))
      for (const one of found) expect(one).toMatchObject({ technique: 'IC', complete: true, warnings: [] })
    }), { numRuns: 40 })
  })
  it('knows conductivity from pressure, the sample and the start with its zone', () => {
    const [signal, pressure] = read(magicNet([{ name: 'Anions', unit: 'µS/cm', rows: anions }, { name: 'Anions Pressure', unit: 'MPa', rows: anions }]))
    expect(signal).toMatchObject({ technique: 'IC', title: 'Anions', startedAt: '2025-08-21T17:43:14-04:00', settings: [{ name: 'Ident', value: 'RuFe 10 min' }, { name: 'Key' }, { name: 'channel', value: 'Anions' }] })
    expect(signal!.columns.map(({ name, unit, quantity }) => `${name}|${unit}|${quantity}`)).toEqual(['Time|min|time', 'Anions|µS/cm|intensity'])
    expect(pressure).toMatchObject({ technique: 'OTHER', columns: [{}, { quantity: 'other', unit: 'MPa' }] })
    expect(read(magicNet([{ name: 'A', unit: 'mV', rows: anions }], { zone: '' }))[0]!.startedAt).toBe('2025-08-21T17:43:14')
  })
  it('says what is missing', () => {
    expect(read(magicNet([{ name: 'A', unit: 'mV', rows: anions, declared: 300 }]))[0]).toMatchObject({ complete: false, warnings: [expect.stringContaining('announces 300 points and holds 200')] })
    const text = new TextDecoder().decode(magicNet([{ name: 'A', unit: 'mV', rows: anions }]))
    expect(() => read(new TextEncoder().encode(text.slice(0, text.indexOf('min;'))))).toThrow(/ends before its first channel/)
    expect(magicNetText.recognises({ name: 'a.txt', bytes: new TextEncoder().encode('2025-08-21 17:43:14\na\nb\nmin;c\n'), size: 30 })).toBeNull()
  })
})
