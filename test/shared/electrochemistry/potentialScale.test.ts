import { describe, expect, it } from 'vitest'
import type { Origin, ResolvedFields } from '../../../src/shared/metadata/fields'
import { potentialVsRhe, rheScaleOf, setPotentialScaleOf, type RheScale } from '../../../src/shared/electrochemistry/potentialScale'

const none = { fields: {}, referencePotentials: {} }
const fields = (values: Record<string, string | number>, origin: Origin = 'runSheet'): ResolvedFields =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value, origin, where: 'test' }]))
const scaleOf = (...given: Parameters<typeof rheScaleOf>): RheScale => {
  const scale = rheScaleOf(...given)
  if ('needs' in scale) throw new Error(scale.needs.map((need) => need.message.text).join())
  return scale
}

describe('potential against RHE', () => {
  it('gives the worked example', () => {
    const example = { applied_V: -1.2, referencePotential_V: 0.197, pH: 7, temperature_K: 298.15, current_A: -0.012, ru_ohm: 8.5, irFraction: 0.9 }
    expect(potentialVsRhe(example)).toBeCloseTo(-0.4970845521999493, 12)
    const scale = scaleOf(fields({ reference: 'Ag/AgCl sat. KCl', pH: 7, temperature_C: 25, ru_ohm: 8.5, irFraction: 0.9 }), none)
    expect(scale.toRhe(-1.2, -0.012)).toBeCloseTo(-0.4970845521999493, 12)
    expect(scale.notes).toEqual([])
  })
  it('never converts RHE, whatever the pH', () => {
    expect(scaleOf(fields({ reference: 'RHE' }), none).toRhe(-0.3)).toBe(-0.3)
    expect(scaleOf(fields({ reference: 'V vs. RHE', pH: 14 }), none).toRhe(-0.3)).toBe(-0.3)
  })
  it('asks for what is missing and takes the project default where there is one', () => {
    const asked = (given: ReturnType<typeof rheScaleOf>): unknown => ('needs' in given ? given.needs.map((need) => need.message.text) : 'a scale')
    expect(asked(rheScaleOf(fields({}), none))).toEqual(['reference electrode'])
    expect(asked(rheScaleOf(fields({ reference: 'SCE' }), none))).toEqual(['pH of the electrolyte'])
    expect(asked(rheScaleOf(fields({ reference: 'Ag/AgCl 3.5 M KCl', pH: 7 }), none))).toEqual([expect.stringContaining('Ag/AgCl 3.5 M KCl')])
    expect(asked(rheScaleOf(fields({ reference: 'RHE', ru_ohm: 5, irFraction: 85 }), none))).toEqual([expect.stringContaining('not 85')])
    expect(asked(rheScaleOf(fields({}), { fields: { reference: 'SCE', pH: 7 }, referencePotentials: {} }))).toBe('a scale')
  })
  it('corrects iR only where Ru and its fraction are both stated', () => {
    const only = scaleOf(fields({ reference: 'RHE', ru_ohm: 8.5 }), none)
    expect([only.iR, only.toRhe(-1, -0.01)]).toEqual([null, -1])
    expect(only.method).toContain('not iR-corrected')
  })
  it('says that 25 °C and the filling were taken', () => {
    const scale = scaleOf(fields({ reference: 'AgAgCl', pH: 7 }), none)
    expect(scale.method).toContain('temperature not stated')
    expect(scale.notes).toHaveLength(1)
  })
  it('says that a reference potential of the table is that at 25 °C, where the cell is far from it', () => {
    const notes = (temperature_C: number, given: Record<string, string | number> = {}, own: Record<string, number> = {}): string[] =>
      scaleOf(fields({ reference: 'SCE sat.', pH: 7, temperature_C, ...given }), { fields: {}, referencePotentials: own }).notes.map(({ text }) => text)
    expect(notes(60)).toEqual([expect.stringContaining('not at 60 °C')])
    expect([notes(27), notes(60, { reference: 'RHE' }), notes(60, { reference: 'SHE' }), notes(60, {}, { SCE: 0.22 })].flat()).toEqual([])
  })
  it('takes a potential from a file name as RHE although the instrument measured against Ag/AgCl', () => {
    const mixed: ResolvedFields = { ...fields({ reference: 'Ag/AgCl', pH: 7 }), potential_V: { value: -0.3, origin: 'fileName', where: 'CA_-0.3V.txt', against: 'RHE' } }
    const set = setPotentialScaleOf(mixed, none)
    expect('toRhe' in set && set.toRhe(-0.3)).toBe(-0.3)
    const own = setPotentialScaleOf(fields({ potential_V: -0.9, reference: 'AgAgCl', pH: 7 }, 'fileName'), none)
    expect('toRhe' in own && own.toRhe(-0.9)).toBeCloseTo(-0.9 + 0.197 + 0.41411, 4)
  })
})

describe('a condition that is stated but cannot be read', () => {
  const unreadable = (field: 'temperature_C' | 'pH' | 'ru_ohm' | 'irFraction' | 'reference'): Pick<ResolvedFields, 'unreadable'> => ({ unreadable: [{ field, text: 'column: x', where: 'row 2' }] })
  const asked = (given: ReturnType<typeof rheScaleOf>): unknown => ('needs' in given ? given.needs.map((need) => need.message.text) : 'a scale')
  const defaults = { fields: { pH: 13, temperature_C: 40, ru_ohm: 3, irFraction: 1 }, referencePotentials: {} }
  it('is asked for; neither 25 °C nor a default nor no iR correction stands in for it', () => {
    expect(asked(rheScaleOf({ ...fields({ reference: 'SCE', pH: 7 }), ...unreadable('temperature_C') }, none))).toEqual(['temperature (C) that can be read: row 2 says “column: x”'])
    expect(asked(rheScaleOf({ ...fields({ reference: 'SCE', pH: 7 }), ...unreadable('temperature_C') }, defaults))).toEqual([expect.stringContaining('temperature (C)')])
    expect(asked(rheScaleOf({ ...fields({ reference: 'SCE' }), ...unreadable('pH') }, defaults))).toEqual([expect.stringContaining('pH that can be read')])
    expect(asked(rheScaleOf({ ...fields({ reference: 'RHE', ru_ohm: 5 }), ...unreadable('irFraction') }, none))).toEqual([expect.stringContaining('iR fraction')])
    expect(asked(rheScaleOf({ ...fields({ reference: 'RHE' }), ...unreadable('ru_ohm') }, defaults))).toEqual([expect.stringContaining('Ru (ohm)')])
  })
  it('does not matter where it has no part: pH and temperature of the reversible hydrogen electrode', () => {
    for (const field of ['temperature_C', 'pH'] as const) expect(asked(rheScaleOf({ ...fields({ reference: 'RHE' }), ...unreadable(field) }, none))).toBe('a scale')
  })
})
