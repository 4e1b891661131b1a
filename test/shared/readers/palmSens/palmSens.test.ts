import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { palmSensCsv } from '../../../../src/shared/readers/palmSens/palmSensCsv'
import { palmSensSession } from '../../../../src/shared/readers/palmSens/palmSensSession'
import { csv, session, values } from './fixture'

const read = (bytes: Uint8Array) => palmSensSession.read({ name: 'a.pssession', bytes }).measurements

describe('PalmSens session', () => {
  it('takes the unit from its type: the symbol of MicroAmpere is A', () => {
    const [found] = read(session('lsv', [values('time', 'Time', [0, 1, 2]), values('potential', 'Volt', [0.1, 0, -0.1]), values('current', 'MicroAmpere', [-1, -2, -625])]))
    expect(found!.columns.map(({ name, unit, quantity }) => `${name}|${unit}|${quantity}`)).toEqual(['time|s|time', 'potential|V|potential', 'current|µA|current'])
    expect(found).toMatchObject({ technique: 'LSV', startedAt: '2025-02-05T17:08:26' })
  })
  it('keeps scans apart', () => {
    const found = read(session('cv', [values('time', 'Time', [0, 1, 2]), ...[1, 2].flatMap((scan) => [values(`scan${scan}channel1`, 'Volt', [0, 1, 0]), values(`scan${scan}channel1`, 'MicroAmpere', [scan, scan, scan])])]))
    expect(found.map(({ title, columns }) => [title, columns.map(({ quantity }) => quantity).join()])).toEqual([['Made by the project, scan1channel1', 'time,potential,current'], ['Made by the project, scan2channel1', 'potential,current']])
  })
  it('reads back any numbers', () => {
    fc.assert(fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)), { minLength: 1, maxLength: 30 }), (numbers) => {
      expect([...read(session('ad', [values('time', 'Time', numbers)]))[0]!.columns[0]!.values]).toEqual(numbers)
    }), { numRuns: 40 })
  })
  it('says that a session is cut off or holds nothing', () => {
    const whole = session('ad', [values('time', 'Time', [0, 1])])
    expect(() => read(whole.subarray(0, whole.length - 40))).toThrow(/cut off or damaged/)
    expect(() => read(session('ad', []))).toThrow(/holds no measurement/)
  })
})

describe('PSTrace csv', () => {
  it('reads curves side by side', () => {
    const found = palmSensCsv.read({ name: 'a.csv', bytes: csv([[0.1, 1, 0.1, 5], [0.2, 2, 0.2, 6], [0.1, 3, 0.1, 7]]) }).measurements
    expect(found.map(({ title, technique, startedAt, columns }) => [title, technique, startedAt, [...columns[1]!.values]])).toEqual([
      ['Cyclic Voltammetry: CV I vs E Scan 1', 'CV', '2020-07-10T16:59:57', [1, 2, 3]], ['Cyclic Voltammetry: CV I vs E Scan 2', 'CV', '2020-07-10T17:05:00', [5, 6, 7]]
    ])
    expect(found[0]!.columns.map(({ unit, quantity }) => `${unit}|${quantity}`)).toEqual(['V|potential', 'µA|current'])
  })
})
