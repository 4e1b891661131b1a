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
  it.each([
    ['mA/cm2', 1e-3], ['mA cm-2', 1e-3], ['mA cm⁻²', 1e-3], ['mA·cm^-2', 1e-3], ['mA cm^-2', 1e-3], ['mA cm^(-2)', 1e-3], ['mA/cm^2', 1e-3], ['mA_cm2', 1e-3], ['mA/cm-2', 1e-3], ['mA.cm-2', 1e-3], ['mA cm−2', 1e-3],
    ['mA cm⁻² geo', 1e-3], ['ma/cm2', 1e-3], ['A/cm²', 1], ['A/m2', 1e-4], ['A m⁻²', 1e-4], ['mA/m2', 1e-7], ['A/dm2', 0.01], ['µA cm-2', 1e-6], ['μA/cm²', 1e-6], ['uA/cm2', 1e-6], ['nA/cm2', 1e-9], ['mA/mm2', 0.1], ['mA per cm2', 1e-3]
  ])('knows %s as a current per area', (unit, factor) => {
    expect(toSi(unit)).toEqual({ factor: expect.closeTo(factor, 15), si: 'A/cm2' })
  })
  it.each(['A/g', 'mA/mg', 'mA cm-2 ECSA', 'MA/cm2', 'mA/cm', 'mA/cm3', 'A m2', 'mAh/cm2', 'mg/cm2'])('takes no %s for one', (unit) => {
    expect(toSi(unit)?.si).not.toBe('A/cm2')
  })
  it.each([['ma', 1e-3, 'A'], ['Amps', 1, 'A'], ['mAmps', 1e-3, 'A'], ['mv', 1e-3, 'V'], ['Volts', 1, 'V'], ['MV', 1e6, 'V'], ['Minuten', 60, 's'], ['Stunden', 3600, 's'], ['分钟', 60, 's'], ['秒', 1, 's']])('reads %s as slovenly as it is written', (unit, factor, si) => {
    expect(toSi(unit)).toEqual({ factor, si })
  })
})
