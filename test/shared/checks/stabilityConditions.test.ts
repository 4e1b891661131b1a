import { describe, expect, it } from 'vitest'
import type { FieldValues } from '../../../src/shared/metadata/fields'
import { leachedMetals } from '../../../src/shared/electrochemistry/leachedMetals'
import { entry, found, outcome, result } from './entries'

describe('metal in the electrolyte afterwards', () => {
  it.each([
    ['Ru 12 ug/L', [['Ru', 0.012]]], ['Ru 12 µg/L; Fe <1 µg/L', [['Ru', 0.012]]], ['Ru 0.4, Fe 1.2 mg/L', [['Ru', 0.4], ['Fe', 1.2]]], ['Ru: 0,4 mg L-1', [['Ru', 0.4]]], ['Ru=3 ppb；Fe 2 ppb', [['Ru', 0.003], ['Fe', 0.002]]],
    ['12 ug/L', [[null, 0.012]]], ['not detected', []], ['n.d.', []], ['Ru n.d.; Fe < LOD', []], ['< LOD', []], ['0', []], ['未检出', []], ['Ru 0 ug/L', []], ['none', []]
  ])('%s', (text, metals) => expect(leachedMetals(text)?.map(({ metal, concentration_ug_mL }) => [metal, concentration_ug_mL])).toEqual(metals))
  it.each(['yes', 'Ru 12', 'Xx 3 ug/L', 'Ru 3 %', 'a little', '12', 'see SI'])('%s says no amount', (text) => expect(leachedMetals(text)).toBe(null))
})

describe('tests of stability', () => {
  const cycles = (last: FieldValues, all: FieldValues = {}) => {
    const entries = Array.from({ length: 10 }, (_, i) => entry(`c${i + 1}`, { catalyst: 'A', run: `A-cycle${i + 1}`, cycle: i + 1, ...all, ...(i === 9 ? last : {}) }, { path: `A_cycle${i + 1}.txt` }))
    return found('stability-conditions', { entries, outcomes: [outcome('recycling-stability', [result('retention_fe', 98, {}, { inputs: ['c1', 'c10'] }), result('decay_fe_per_cycle', -0.1, {}, { inputs: entries.map(({ id }) => id) })])] })
  }
  it('what nobody says is one note', () => {
    expect(cycles({})).toEqual([['note', 'Not on record for the tests of stability (run sheet): fresh electrolyte, leached metal.']])
    expect(cycles({}, { freshElectrolyte: 'yes', leached: '-' })).toEqual([['note', 'Not on record for the tests of stability (run sheet): leached metal.']])
    expect(cycles({ leached: 'not detected' }, { freshElectrolyte: 'every cycle' })).toEqual([])
  })
  it('one electrolyte for all cycles', () => expect(cycles({ leached: 'n.d.' }, { freshElectrolyte: 'no' })).toEqual([['warning', expect.stringContaining('was not renewed between the cycles')]]))
  it('metal that left, as a share of the catalyst', () => {
    // 12 µg/L in 50 mL are 0.6 µg; of 0.5 mg that is 0.12 %.
    const fresh = { freshElectrolyte: 'yes', volume_mL: 50, mass_mg: 0.5 }
    expect(cycles({ leached: 'Ru 12 ug/L' }, fresh)).toEqual([['note', expect.stringContaining('held Ru 12 µg/L after run A-cycle10: 0.6 µg or 0.12 % of the catalyst has dissolved')]])
    expect(cycles({ leached: 'Ru 0.09 mg/L, Fe 0.02 mg/L' }, fresh)).toEqual([['warning', expect.stringContaining('held Ru 90 µg/L, Fe 20 µg/L')]])
    expect(cycles({ leached: 'Ru 0.1 mg/L' }, fresh)).toEqual([['note', expect.stringContaining('5 µg or 1 %')]])
  })
  it('without volume or mass the share is not known', () => expect(cycles({ leached: 'Ru 12 ug/L' }, { freshElectrolyte: 'yes', volume_mL: 50 })).toEqual([['note', expect.stringContaining('How much of it is not known without volume and mass')]]))
  it('what cannot be read is said', () => expect(cycles({ leached: 'a little Ru' }, { freshElectrolyte: 'yes' })).toEqual([['note', expect.stringContaining('"a little Ru" (')]]))
  it('a long trace needs no fresh electrolyte', () => {
    const long = (fields: FieldValues) => found('stability-conditions', { entries: [entry('t', { catalyst: 'A', ...fields })], outcomes: [outcome('long-term-current', [result('retention_current', 97, {}, { inputs: ['t'] })])] })
    expect([long({}), long({ leached: 'not detected' }), long({ leached: 'not detected', freshElectrolyte: 'no' })]).toEqual([[['note', expect.stringContaining(': leached metal.')]], [], []])
  })
  it('nothing without such a test', () => expect(found('stability-conditions', { entries: [entry('t', { catalyst: 'A', leached: 'Ru 12 mg/L', freshElectrolyte: 'no' })] })).toEqual([]))
})
