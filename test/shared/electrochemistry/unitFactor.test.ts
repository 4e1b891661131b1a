import { describe, expect, it } from 'vitest'
import { toSi } from '../../../src/shared/electrochemistry/unitFactor'

describe('units of columns', () => {
  it.each([
    ['A', 1, 'A'], ['mA', 1e-3, 'A'], ['µA', 1e-6, 'A'], ['μA', 1e-6, 'A'], ['uA', 1e-6, 'A'], ['nA', 1e-9, 'A'], ['V', 1, 'V'], ['mV', 1e-3, 'V'],
    ['V vs. Ref.', 1, 'V'], ['s', 1, 's'], ['sec', 1, 's'], ['ms', 1e-3, 's'], ['min', 60, 's'], ['h', 3600, 's'], ['mA.h', 3.6, 'C'], ['C', 1, 'C'],
    ['Ohm', 1, 'ohm'], ['ohms', 1, 'ohm'], ['Ohms', 1, 'ohm'], ['kohms', 1e3, 'ohm'], ['ohms vs. Ref', 1, 'ohm'], ['Ω', 1, 'ohm'], ['nm', 1e-9, 'm'], ['eV', 1, 'eV'], ['mA/cm2', 1e-3, 'A/cm2'], ['mA/cm²', 1e-3, 'A/cm2'], ['mA cm-2', 1e-3, 'A/cm2']
  ])('%s', (unit, factor, si) => {
    expect(toSi(unit)).toEqual({ factor, si })
  })
  it.each(['', 'furlong', 'cA', 'bogus/cm2', '...........', '%T'])('does not guess %j', (unit) => {
    expect(toSi(unit)).toBeUndefined()
  })
  it.each([['Seconds', 1], ['secs', 1], ['Minutes', 60], ['min.', 60], ['mins', 60], ['Hours', 3600], ['hrs', 3600], ['h.', 3600], ['days', 86_400]])('knows the time %s as every table may name it', (unit, factor) => {
    expect(toSi(unit)).toEqual({ factor, si: 's' })
  })
})
