import { describe, expect, it } from 'vitest'
import { analyses } from '../../../src/shared/analyses'
import { cathodicSweep, potentialAtCurrent } from '../../../src/shared/electrochemistry/cathodicSweep'
import type { XyFigure } from '../../../src/shared/figure'
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
  it('takes a CV whose nitrate is stated where there is no LSV of its kind, and none of a series for the capacitance', () => {
    const round = [...potentials, ...potentials.toReversed()]
    const cv = (fields: FieldValues, path = 'RuCo-NC_CV.txt'): Given => ({
      path, fields: { catalyst: 'RuCo-NC', technique: 'CV', reference: 'RHE', area_cm2: 0.5, ...fields },
      // The way back is 50 mV late.
      measured: measurement('CV', [column('potential', 'V', round), column('current', 'mA', round.map((E, i) => 0.5 * Math.min(0, 20 * (E - 0.1 + (i < 501 ? 0 : 0.05)))))])
    })
    const onsets = (...given: Given[]) => project(given, analyses).of('linear-sweep', 'RuCo-NC').results.filter(({ metric }) => metric === 'onset')
    const [only, ...others] = onsets(cv({ nitrate_M: 0.1 }))
    expect([only?.value, others.length]).toEqual([expect.closeTo(0.1 - 0.5 / 20, 9), 0])
    expect(only).toMatchObject({ conditions: { nitrate_M: 0.1 }, method: expect.stringContaining('first cathodic sweep of a CV') })
    expect(onsets(cv({}))).toEqual([])
    expect(onsets(lsv({}, 1, 0.02), cv({ nitrate_M: 0.1 })).map(({ value }) => Number(value.toFixed(6)))).toEqual([0.055])
    expect(onsets(lsv(), cv({ nitrate_M: 0 })).map(({ conditions }) => conditions.nitrate_M).sort()).toEqual([0, 0.1])
    expect(onsets(...[10, 20, 50].map((scanRate_mV_s) => cv({ nitrate_M: 0.1, scanRate_mV_s }, `CV_${scanRate_mV_s}.txt`)))).toEqual([])
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
  it('of two files with equal conditions names the files, in the legend and in the rows; repeats that are labelled keep their mean', () => {
    const two = project([{ ...lsv(), path: 'a/LSV.txt' }, { ...lsv({}, 1, 0.02), path: 'b/LSV.txt' }, lsv({ nitrate_M: 0.5 })], analyses)
    const { results, figures } = two.of('linear-sweep', 'RuCo-NC')
    expect(results.filter(({ metric }) => metric === 'onset').map(({ conditions }) => conditions)).toEqual([{ nitrate_M: 0.1, file: 'a/LSV.txt' }, { nitrate_M: 0.1, file: 'b/LSV.txt' }, { nitrate_M: 0.5 }])
    expect((figures[0] as XyFigure).series.map(({ name }) => name)).toEqual(['RuCo-NC, 0.1 M NO₃⁻, a/LSV.txt', 'RuCo-NC, 0.1 M NO₃⁻, b/LSV.txt', 'RuCo-NC, 0.5 M NO₃⁻'])
    const steep = (path: string): Given => ({ ...lsv(), path, measured: measurement('LSV', [column('potential', 'V', potentials), column('current', 'A', potentials.map((E) => -1e-4 * 10 ** ((-0.1 - E) / 0.118)))]) })
    const slopes = project([steep('a/LSV.txt'), steep('b/LSV.txt')], analyses).of('tafel-slope', 'RuCo-NC')
    expect(slopes.results.map(({ conditions }) => conditions.file)).toEqual(['a/LSV.txt', 'b/LSV.txt'])
    const names = (slopes.figures[0] as XyFigure).series.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(result(project([lsv({ replicate: 'r1' }), lsv({ replicate: 'r2' }, 1, 0.02)], analyses), 'onset')?.conditions).toEqual({ replicate: 'r1', nitrate_M: 0.1 })
    expect(project([lsv({ replicate: 'r1' }), lsv({ replicate: 'r2' }, 1, 0.02)], analyses).of('linear-sweep', 'RuCo-NC').results.filter(({ metric, n }) => metric === 'onset' && n === 2)).toHaveLength(1)
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
  it('takes a table that is a sweep by its user\'s word, there and back, of which nobody told the sweeps', () => {
    const [there, back] = [potentials, potentials.toReversed()]
    const current = (E: number, turn: number): number => 0.5 * Math.min(0, 20 * (E - 0.1 - turn))
    const both = [column('potential', 'V', [...back, ...there]), column('current', 'mA', [...back.map((E) => current(E, 0.2)), ...there.map((E) => current(E, 0))])]
    const fields = { catalyst: 'RuCo-NC', reference: 'RHE', area_cm2: 0.5, nitrate_M: 0.1 }
    expect(project([{ fields, measured: measurement('TABLE', both) }], analyses).of('linear-sweep', 'RuCo-NC').state).toBe('nothing')
    expect(result(project([{ fields: { ...fields, technique: 'LSV' }, origin: 'edit', measured: measurement('TABLE', both) }], analyses), 'onset')?.value).toBeCloseTo(0.1 - 0.5 / 20, 9)
  })
  it('does not invent a potential that the sweep does not reach', () => {
    const sweep = cathodicSweep(potentials, potentials.map(() => -0.2), [])
    expect(potentialAtCurrent(sweep, 0.5)).toBe('never')
    expect(potentialAtCurrent(sweep, 0.1)).toBe('before')
  })
  it('is where the curve reaches a level, not a spike; the spike is said', () => {
    const spiked = (rows: readonly number[], settings = {}) => {
      const measured = measurement('LSV', [column('potential', 'V', potentials), column('current', 'mA', potentials.map((E, i) => 0.5 * (rows.includes(i) ? -12 : Math.min(0, 20 * (E - 0.1)))))])
      return project([{ ...lsv(), measured }], analyses, { settings })
    }
    for (const rows of [[30], [0], [100, 101, 102, 103]]) {
      expect(result(spiked(rows), 'onset')?.value).toBeCloseTo(0.1 - 0.5 / 20, 9)
      expect(result(spiked(rows), 'e_at_minus_10')?.value).toBeCloseTo(-0.4, 9)
      const said = texts(spiked(rows).of('linear-sweep', 'RuCo-NC').findings).filter((text) => text.includes('spikes'))
      expect(said).toEqual([`RuCo-NC_LSV.txt: ${rows.length} point(s) beyond −0.5 mA cm⁻² from ${String(Number(potentials[rows[0]!]!.toFixed(3))).replace('-', '\u2212')} V on do not last for five in a row and are taken for spikes.`, expect.stringContaining('beyond −10 mA')])
    }
    expect(result(spiked([30], { onsetMethod: 'tangent' }), 'onset')?.value).toBeCloseTo(0.1, 2)
    expect(texts(project([lsv()], analyses).of('linear-sweep', 'RuCo-NC').findings).join()).not.toContain('spikes')
  })
  it('averages labelled replicates only', () => {
    const labelled = project([lsv({ replicate: '1' }), lsv({ replicate: '2' }, 1, 0.01)], analyses)
    expect(labelled.of('linear-sweep', 'RuCo-NC').results.find((r) => r.metric === 'onset' && r.n === 2)?.value).toBeCloseTo(0.07, 9)
    expect(project([lsv(), lsv({}, 1, 0.01)], analyses).of('linear-sweep', 'RuCo-NC').results.some((r) => r.n !== undefined)).toBe(false)
  })
})

describe('onset by other methods', () => {
  const settings = (values: Record<string, string | number>) => ({ settings: values })
  it('lets the tangent meet the line of the quiet beginning', () => {
    // A straight foot from 0.1 V on: its tangent meets the zero line exactly there.
    const out = project([lsv()], analyses, settings({ onsetMethod: 'tangent', tangentAt: 5 }))
    expect(result(out, 'onset')?.value).toBeCloseTo(0.1, 6)
    expect(result(out, 'onset')?.method).toContain('tangent at |j| = 5')
    expect(result(out, 'e_at_minus_10')?.value).toBeCloseTo(-0.4, 9)
  })
  it('finds where the curve leaves the nitrate-free one, and needs that one', () => {
    const noise = (i: number): number => 0.002 * Math.sin(i * 12.9898) // fixed, without trend
    const noisy = (fields: FieldValues, onset: number): Given => ({
      ...lsv(fields), measured: measurement('LSV', [column('potential', 'V', potentials), column('current', 'mA', potentials.map((E, i) => 0.5 * (noise(i + (onset < 0 ? 77 : 0)) + Math.min(0, 20 * (E - onset)))))])
    })
    const both = project([noisy({}, 0.1), noisy({ nitrate_M: undefined, role: 'noNO3' } as FieldValues, -0.3)], analyses, settings({ onsetMethod: 'departure' }))
    expect(Math.abs(result(both, 'onset', 0.1)!.value - 0.1)).toBeLessThanOrEqual(0.006)
    expect(result(both, 'onset', 0)?.method).toContain('threshold')
    const spiked = noisy({}, 0.1)
    spiked.measured!.columns[1]!.values[20] = -4
    expect(result(project([spiked, noisy({ nitrate_M: undefined, role: 'noNO3' } as FieldValues, -0.3)], analyses, settings({ onsetMethod: 'departure' })), 'onset', 0.1)!.value).toBe(result(both, 'onset', 0.1)!.value)
    const alone = project([noisy({}, 0.1)], analyses, settings({ onsetMethod: 'departure' }))
    expect(result(alone, 'onset')).toBeUndefined()
    expect(texts(alone.of('linear-sweep', 'RuCo-NC').findings).join()).toContain('nitrate-free sweep')
  })
  it('draws the current per mass or per ECSA, or says what is missing', () => {
    const axis = (fields: FieldValues, normalisation: string) => project([lsv(fields)], analyses, settings({ normalisation })).of('linear-sweep', 'RuCo-NC')
    const perMass = axis({ loading_mg_cm2: 0.2 }, 'mass').figures[0]
    expect(perMass?.kind === 'xy' && perMass.y.unit).toBe('mA mg_cat⁻¹')
    expect(perMass?.kind === 'xy' && Math.min(...perMass.series[0]!.y)).toBeCloseTo(-12 / 0.2, 6)
    expect(texts(axis({}, 'mass').needs).join()).toContain('mass')
    expect(texts(axis({}, 'ECSA').needs).join()).toContain('ECSA')
  })
})
