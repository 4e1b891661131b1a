import { describe, expect, it } from 'vitest'
import { analyses } from '../../../src/shared/analyses'
import { cathodicSweep, potentialAtCurrent } from '../../../src/shared/electrochemistry/cathodicSweep'
import type { FieldValues } from '../../../src/shared/metadata/fields'
import { column, measurement, project, texts, type Given } from './project'

const potentials = Array.from({ length: 501 }, (_, i) => 0.5 - i * 0.002)
/** A straight foot: j = −20 mA cm⁻² V⁻¹ below 0.1 V. */
const lsv = (fields: FieldValues = {}, sign = 1, shift = 0): Given => ({
  path: 'RuCo-NC_LSV.txt', fields: { catalyst: 'RuCo-NC', reference: 'RHE', area_cm2: 0.5, nitrate_M: 0.1, ...fields },
  measured: measurement('LSV', [column('potential', 'V', potentials), column('current', 'mA', potentials.map((E) => sign * 0.5 * Math.min(0, 20 * (E - 0.1 + shift))))])
})
const result = (out: ReturnType<typeof project>, metric: string, nitrate?: number) =>
  out.of('linear-sweep', 'RuCo-NC').results.find((r) => r.metric === metric && (nitrate === undefined || r.conditions.nitrate_M === nitrate))

describe('linear sweep', () => {
  it('finds onset, potential at −10 mA cm⁻² and overpotential between the points', () => {
    const out = project([lsv()], analyses)
    expect(result(out, 'onset')?.value).toBeCloseTo(0.1 - 0.5 / 20, 9)
    expect(result(out, 'e_at_minus_10')?.value).toBeCloseTo(-0.4, 9)
    expect(result(out, 'overpotential_10')?.value).toBeCloseTo(0.69 + 0.4, 9)
    expect(result(out, 'onset')?.method).toContain('0.5 mA cm⁻²')
  })
  it('shifts with the reference and is not shifted twice', () => {
    const out = project([lsv({ reference: 'Ag/AgCl sat. KCl', pH: 7 })], analyses)
    expect(result(out, 'onset')?.value).toBeCloseTo(0.075 + 0.197 + 7 * 0.0591593, 5)
  })
  it('corrects iR point by point', () => {
    const out = project([lsv({ ru_ohm: 10, irFraction: 0.9 })], analyses)
    expect(result(out, 'onset')?.value).toBeCloseTo(0.075 + 0.9 * 10 * 0.00025, 9)
    expect(result(out, 'e_at_minus_10')?.value).toBeCloseTo(-0.4 + 0.9 * 10 * 0.005, 9)
  })
  it('turns a curve that counts reduction as positive, and says so', () => {
    const out = project([lsv({}, -1)], analyses)
    expect(result(out, 'onset')?.value).toBeCloseTo(0.075, 9)
    expect(texts(out.of('linear-sweep', 'RuCo-NC').findings).join()).toContain('counts reduction as positive')
  })
  it('keeps the nitrate-free curve apart', () => {
    const out = project([lsv(), lsv({ nitrate_M: undefined, role: 'noNO3' } as FieldValues, 1, 0.2)], analyses)
    expect(result(out, 'onset', 0)?.value).toBeCloseTo(-0.125, 9)
    expect(result(out, 'onset', 0.1)?.value).toBeCloseTo(0.075, 9)
  })
  it('asks for reference, pH and area', () => {
    const needs = (fields: FieldValues): string => texts(project([lsv(fields)], analyses).of('linear-sweep', 'RuCo-NC').needs).join()
    expect(needs({ reference: undefined })).toContain('reference electrode')
    expect(needs({ reference: 'SCE' })).toContain('pH')
    expect(needs({ area_cm2: undefined })).toContain('area')
  })
  it('does not invent a potential that the sweep does not reach', () => {
    const sweep = cathodicSweep(potentials, potentials.map(() => -0.2), [])
    expect(potentialAtCurrent(sweep, 0.5)).toBe('never')
    expect(potentialAtCurrent(sweep, 0.1)).toBe('before')
  })
  it('averages labelled replicates only', () => {
    const labelled = project([lsv({ replicate: '1' }), lsv({ replicate: '2' }, 1, 0.01)], analyses)
    expect(labelled.of('linear-sweep', 'RuCo-NC').results.find((r) => r.metric === 'onset' && r.n === 2)?.value).toBeCloseTo(0.07, 9)
    expect(project([lsv(), lsv({}, 1, 0.01)], analyses).of('linear-sweep', 'RuCo-NC').results.some((r) => r.n !== undefined)).toBe(false)
  })
})
