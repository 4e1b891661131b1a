import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parstatText } from '../../../../src/shared/readers/parstatText/parstatText'
import { hold, parstatFile, spectrum, type ParstatRow } from './parstatFile'

const read = (bytes: Uint8Array) => parstatText.read({ name: 'a.txt', bytes }).measurements[0]!

describe('Parstat text', () => {
  it('keeps the rows of the hold and splits them from the spectra', () => {
    const found = read(parstatFile([...hold, ...spectrum, ...spectrum]))
    expect(found).toMatchObject({ technique: 'EIS', complete: true, warnings: [],
      facts: [{ name: 'rowsWithoutFrequency', value: 8 }, { name: 'rowsOfSpectra', value: 12 }],
      signConvention: expect.stringContaining('negative for a capacitor') })
    expect(found.segments.map(({ kind, start, end }) => [kind, start, end])).toEqual([['step', 0, 8], ['spectrum', 8, 14], ['spectrum', 14, 20]])
    expect(found.columns.map(({ name, unit, quantity }) => `${name}|${unit}|${quantity}`)).toEqual([
      'Potential|V|potential', 'Current|A|current', 'Elapsed Time|s|time', 'Frequency|Hz|frequency', 'Zre|ohm|z_real', 'Zim|ohm|z_imag',
      '|Vac||V|other', '|Iac||A|other'
    ])
  })
  it('reads back any rows, with a decimal point or comma', () => {
    const cell = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 }).map((value) => value + 0)
    fc.assert(fc.property(fc.array(fc.tuple(cell, cell, cell, fc.constantFrom(0, 1, 10, 2.5), cell, cell), { minLength: 1, maxLength: 20 }),
      fc.constantFrom('.', ','), fc.constantFrom('\n', '\r\n', '\r\r\n'), (rows, decimal, end) => {
      const { columns } = read(parstatFile(rows as ParstatRow[], { decimal, end }))
      expect(columns.slice(0, 6).map(({ values }) => [...values])).toEqual([0, 1, 2, 3, 4, 5].map((k) => rows.map((row) => row[k])))
    }), { numRuns: 60 })
  })
  it('calls rows without any frequency no spectrum', () => {
    const found = read(parstatFile(hold))
    expect(found).toMatchObject({ technique: 'OTHER', segments: [{ kind: 'step', start: 0, end: 8 }] })
    expect(found.columns.map(({ quantity }) => quantity)).not.toContain('frequency')
  })
  it('says which column holds text instead of frequencies', () => {
    const text = Buffer.from(parstatFile(spectrum)).toString('latin1').split('\n')
    const damaged = [text[0], ...text.slice(1).map((line) => line.split('\t').map((cell, i) => (i === 3 ? 'x' : cell)).join('\t'))].join('\n')
    expect(() => read(new TextEncoder().encode(damaged))).toThrow('"Frequency (Hz)" holds text')
  })
  it('keeps what a cut file holds and leaves other tables alone', () => {
    const whole = parstatFile([...hold, ...spectrum])
    expect(read(whole.subarray(0, whole.length - 30))).toMatchObject({ complete: false, warnings: [expect.stringContaining('ends within a row')] })
    const other = new TextEncoder().encode('Potential (V)\tCurrent (A)\tElapsed Time (s)\n1\t2\t3\n')
    expect(parstatText.recognises({ name: 'a.txt', bytes: other, size: other.length })).toBeNull()
    expect(() => read(other)).toThrow('Zre (ohms)')
  })
})
