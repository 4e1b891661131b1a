import { describe, expect, it } from 'vitest'
import { analyses } from '../../../src/shared/analyses'
import type { Conditions, Result } from '../../../src/shared/analyses/analysis'
import type { FieldValues } from '../../../src/shared/metadata/fields'
import { column, measurement, project, texts, type Given } from './project'

/** Least squares of the seven standards, by numpy.polyfit. */
const [a, b] = [0.02130887372013668, 0.36819965870307186]
const standards = ([[0, 0.021], [0.2, 0.095], [0.4, 0.168], [0.8, 0.318], [1.2, 0.461], [1.6, 0.612], [2, 0.757]] as const)
  .map(([c, A]): Given => ({ fields: { role: 'standard', analyte: 'NH3', concentration_ug_mL: c, absorbance: A } }))
const conc = (absorbance: number, dilution = 50): number => ((absorbance - a) / b) * dilution
/** FE of NH3 in % for µg/mL in 30 mL and C. */
const feOf = (c_ug_mL: number, charge_C: number): number => (100 * 8 * 96485.33212 * c_ug_mL * 30e-6) / 17.031 / charge_C

const base: FieldValues = { catalyst: 'RuFe-NC', area_cm2: 1, loading_mg_cm2: 0.4, volume_mL: 30 }
const held = (current_A: number, hours = 2, technique: 'CA' | 'CP' = 'CA'): NonNullable<Given['measured']> => {
  const t = Array.from({ length: 721 }, (_, i) => i * 5 * hours)
  return measurement(technique, [column('time', 's', t), column('current', 'A', t.map(() => current_A))])
}
const trace = (fields: FieldValues, current_A = -0.012, more: Partial<Given> = {}): Given => ({ path: 'RuFe-NC_CA.txt', fields: { ...base, ...fields }, measured: held(current_A), ...more })
const reading = (absorbance: number, fields: FieldValues): Given => ({ fields: { ...base, analyte: 'NH3', dilution: 50, absorbance, ...fields } })
const made = (...given: readonly Given[]) => project([...standards, ...given], analyses)
type Made = ReturnType<typeof project>
const all = (out: Made, metric: string): readonly Result[] => out.outcomes.flatMap(({ results }) => results).filter((result) => result.metric === metric)
const singles = (out: Made, metric = 'fe_nh3'): readonly Result[] => all(out, metric).filter(({ n }) => n === undefined)
const means = (out: Made, metric = 'fe_nh3'): readonly Result[] => all(out, metric).filter(({ n }) => n !== undefined)
const values = (results: readonly Result[]): number[] => results.map(({ value }) => Number(value.toFixed(6))).sort((x, y) => y - x)
const expected = (...list: readonly number[]): number[] => list.map((value) => Number(value.toFixed(6))).sort((x, y) => y - x)
const needs = (out: Made): string => out.outcomes.flatMap((outcome) => texts(outcome.needs)).join('\n')
const findings = (out: Made): string => out.outcomes.flatMap((outcome) => texts(outcome.findings)).join('\n')
const blank = (absorbance: number, fields: FieldValues = {}): Given => ({ fields: { ...base, role: 'blank', analyte: 'NH3', dilution: 50, absorbance, ...fields } })
const at = { potential_V: -0.3, reference: 'RHE' } as const

describe('the blank of an electrolysis', () => {
  it('is that of its catalyst and potential, also where the electrolysis has a run', () => {
    const out = made(trace({ run: 'A', ...at }), reading(0.402, { run: 'A' }), blank(0.06, at))
    expect(values(singles(out))).toEqual(expected(feOf(conc(0.402) - conc(0.06), 86.4)))
    expect(values(singles(out))[0]).toBeCloseTo(73.09, 2)
  })
  it('is one for the replicates of that potential, and for no other potential', () => {
    const replicates = [1, 2, 3].flatMap((n) => [trace({ replicate: String(n), ...at }), reading(0.402, { replicate: String(n), ...at })])
    const out = made(...replicates, trace({ run: 'B', potential_V: -0.5, reference: 'RHE' }), reading(0.402, { run: 'B' }), blank(0.06, at))
    const with_ = feOf(conc(0.402) - conc(0.06), 86.4)
    expect(values(singles(out))).toEqual(expected(with_, with_, with_, feOf(conc(0.402), 86.4)))
  })
  it('is the nearest for each analyte: of the run, then of the potential, then of the catalyst', () => {
    const of = (...blanks: readonly Given[]): number => singles(made(trace({ run: 'A', ...at }), reading(0.402, { run: 'A' }), ...blanks))[0]!.value
    const less = (absorbance: number): number => feOf(conc(0.402) - conc(absorbance), 86.4)
    expect(of(blank(0.05), blank(0.06, at), blank(0.07, { run: 'A' }))).toBeCloseTo(less(0.07), 6)
    expect(of(blank(0.05), blank(0.06, at))).toBeCloseTo(less(0.06), 6)
    expect(of(blank(0.05), { fields: { ...base, run: 'A', role: 'blank', analyte: 'NO2', dilution: 1, concentration_ug_mL: 0.1 } })).toBeCloseTo(less(0.05), 6)
    expect(of(blank(0.05), blank(0.06, { ...at, replicate: '2' }))).toBeCloseTo(less(0.05), 6)
  })
  it('says nothing about the nitrate of the electrolysis', () => {
    const out = made(trace({ run: 'A', ...at, nitrate_M: 0.1 }), reading(0.402, { run: 'A' }), blank(0.03, { run: 'A', nitrate_M: 0 }))
    expect(singles(out)[0]).toMatchObject({ conditions: { nitrate_M: 0.1 } })
    expect(singles(out)[0]!.value).toBeCloseTo(feOf(conc(0.402) - conc(0.03), 86.4), 6)
  })
})

describe('the product of an electrolysis', () => {
  const course = (...times: readonly (readonly [number, number])[]): Made => made(trace({ run: 'A', ...at }), ...times.map(([time_h, absorbance]) => reading(absorbance, { run: 'A', time_h })))
  it('is that of its end; readings on the way are said to be', () => {
    const out = course([0.5, 0.118], [1, 0.214], [1.5, 0.31], [2, 0.402])
    expect(values(singles(out))).toEqual(expected(feOf(conc(0.402), 86.4)))
    expect(values(singles(out))[0]).toBeCloseTo(81.35, 2)
    expect(findings(out)).toContain('at 0.5, 1, 1.5 h were taken on the way')
    expect(values(singles(out, 'yield_nh3_mass'))).toEqual(expected((conc(0.402) * 30e-3) / (2 * 0.4)))
  })
  it('is asked for where only earlier readings are there', () => {
    for (const out of [course([0.5, 0.118]), course([0.5, 0.118], [1, 0.214]), course([0, 0.03])]) {
      expect(singles(out)).toEqual([])
      expect(needs(out)).toContain('at the end of the electrolysis (2 h)')
    }
  })
  it('is that of readings without a time, and of those that the trace does not outlast', () => {
    const out = made(trace({ run: 'A', ...at }), reading(0.118, { run: 'A', time_h: 0.5 }), reading(0.402, { run: 'A' }))
    expect(values(singles(out))).toEqual(expected(feOf(conc(0.402), 86.4)))
    expect(values(singles(course([1.97, 0.402])))).toEqual(expected(feOf(conc(0.402), 86.4)))
    expect(values(singles(course([2.5, 0.402])))).toEqual(expected(feOf(conc(0.402), 86.4)))
  })
  it('does not take the time of a gas sample for its duration', () => {
    const gas = [500, 520, 540].map((h2_ppm): Given => ({ fields: { catalyst: 'RuFe-NC', run: 'A', analyte: 'H2', h2_ppm, time_h: 1 } }))
    const out = made(trace({ run: 'A', ...at, temperature_C: 30, flow_mL_min: 20 }), reading(0.402, { run: 'A' }), ...gas)
    // n = x·v̇·P·t/(R T), t = 7200 s
    expect(singles(out, 'fe_h2')[0]!.value).toBeCloseTo((200 * 96485.33212 * ((520e-6 * (20e-6 / 60) * 101325) / (8.314462618 * 303.15)) * 7200) / 86.4, 8)
    expect(singles(out, 'j_mean')[0]!.value).toBeCloseTo(-12, 9)
  })
  it('asks for the NO3⁻ of the end where only that of the start was read', () => {
    const nitrate = (concentration_ug_mL: number, time_h: number): Given => ({ fields: { ...base, run: 'A', analyte: 'NO3', dilution: 1, concentration_ug_mL, time_h } })
    const of = (...more: readonly Given[]): Made => made(trace({ run: 'A', ...at, nitrate_M: 0.1 }), reading(0.402, { run: 'A' }), ...more)
    const start = of(nitrate(6200.4, 0))
    expect(all(start, 'conversion')).toEqual([])
    expect(needs(start)).toContain('NO3⁻ reading of run A at the end')
    expect(all(of(nitrate(6200.4, 0), nitrate(5000, 1)), 'conversion')).toEqual([])
    expect(all(of(nitrate(6200.4, 0), nitrate(5000, 1), nitrate(3100.2, 2)), 'conversion')[0]!.value).toBeCloseTo(50, 9)
  })
  it('of another kind is named, not dropped', () => {
    const out = made(trace({ run: 'A', ...at }), reading(0.402, { run: 'A' }), ...['N2H4', 'NH2OH'].map((analyte): Given => ({ fields: { ...base, run: 'A', analyte, concentration_ug_mL: 5, dilution: 10 } })))
    expect(findings(out)).toContain('The N2H4 reading of run A is not used')
    expect(findings(out)).toContain('The NH2OH reading of run A is not used')
    expect(findings(made(trace({ run: 'A', ...at }), reading(0.402, { run: 'A' })))).not.toContain('is not used')
  })
  it('by two methods that lie more than a tenth apart is a finding', () => {
    const of = (concentration_ug_mL: number): string => findings(made(trace({ run: 'A', ...at }), reading(0.402, { run: 'A' }), { fields: { ...base, run: 'A', analyte: 'NH3', dilution: 1, concentration_ug_mL } }))
    // 51.70 µg/mL by the assay
    expect(of(60)).toContain('51.70 µg/mL by the assay and 60.00 µg/mL by another instrument, 16 % apart')
    expect(of(55)).not.toContain('another instrument')
  })
  it('of a current that was held has an efficiency, too; without a reading it is no electrolysis', () => {
    const out = made({ ...trace({ run: 'A' }), measured: held(-0.012, 2, 'CP') }, reading(0.402, { run: 'A', time_h: 2 }))
    expect(singles(out)[0]).toMatchObject({ conditions: { current_mA: -12, run: 'A' } })
    expect(singles(out)[0]!.value).toBeCloseTo(feOf(conc(0.402), 86.4), 6)
    expect(needs(out)).not.toContain('potential')
    expect(all(made({ ...trace({ run: 'A' }), measured: held(-0.012, 2, 'CP') }), 'charge')).toEqual([])
  })
})

describe('electrolyses that are not one', () => {
  const pair = (one: FieldValues, other: FieldValues): Made => made(trace(one, -0.012), reading(0.402, one), trace(other, -0.024), reading(0.2, other))
  const apart = expected(feOf(conc(0.402), 86.4), feOf(conc(0.2), 172.8))
  it('differ in nitrate, in pH, in temperature, or in a potential that is not on the RHE scale', () => {
    for (const [one, other] of [[{ ...at, nitrate_M: 0.1 }, { ...at, nitrate_M: 0.05 }], [{ ...at, nitrate_M: 0.1 }, at], [{ ...at, pH: 7 }, { ...at, pH: 13 }], [{ ...at, temperature_C: 25 }, { ...at, temperature_C: 60 }], [{ potential_V: -1.2, reference: 'SCE' }, { potential_V: -1.4, reference: 'SCE' }]] as const) {
      const out = pair(one, other)
      expect([values(singles(out)), means(out)]).toEqual([apart, []])
    }
  })
  it('are one where only one of them states it, or a reading says nothing', () => {
    const out = made(trace({ ...at, nitrate_M: 0.1 }), reading(0.402, at))
    expect(values(singles(out))).toEqual(expected(feOf(conc(0.402), 86.4)))
  })
  it('are the cycles, or the replicates, of one run', () => {
    for (const label of [(n: number): FieldValues => ({ cycle: n }), (n: number): FieldValues => ({ replicate: String(n) })]) {
      const out = made(...[1, 2, 3].flatMap((n) => [trace({ run: 'A', ...at, ...label(n) }, -0.012 * n), reading(0.402 - n / 100, { run: 'A', ...label(n) })]))
      expect(values(singles(out))).toEqual(expected(...[1, 2, 3].map((n) => feOf(conc(0.402 - n / 100), 86.4 * n))))
      expect(means(out).length).toBe(label(1).cycle === undefined ? 1 : 0)
    }
  })
  it('leave a reading without their label open, and ask for it', () => {
    const out = made(...[1, 2].map((cycle) => trace({ run: 'A', ...at, cycle })), reading(0.402, { run: 'A' }))
    expect(singles(out)).toEqual([])
    expect(needs(out)).toContain('cycle of the readings of run A')
  })
  it('are not made by numbering the readings of one trace', () => {
    const out = made(trace({ run: 'A', ...at }), ...[0.398, 0.402, 0.406].map((absorbance, i) => reading(absorbance, { run: 'A', replicate: String(i + 1) })))
    expect(values(singles(out))).toEqual(expected(feOf(conc(0.402), 86.4)))
  })
})

describe('replicates', () => {
  const run = (name: string, absorbance: number, fields: FieldValues, current_A = -0.012): readonly Given[] => [trace({ run: name, ...fields }, current_A), reading(absorbance, { run: name })]
  const conditionsOf = (results: readonly Result[], ...keys: readonly string[]): readonly Conditions[] => results.map(({ conditions }) => Object.fromEntries(keys.map((key) => [key, conditions[key]!])))

  it('of one set potential belong together whatever the iR correction makes of it, with its mean and spread', () => {
    const iR = { potential_V: -1.2, reference: 'Ag/AgCl sat. KCl', pH: 7, ru_ohm: 8.5, irFraction: 0.9 }
    const currents = [0.01296, 0.01392, 0.01488]
    const out = made(...currents.flatMap((i, n) => run(`R${n}`, 0.412 + n / 100, iR, -i)))
    const set = -1.2 + 0.197 + 7 * 0.0591593
    const corrected = currents.map((i) => set + 0.9 * 8.5 * i)
    expect(means(out)).toHaveLength(1)
    expect(means(out)[0]).toMatchObject({ n: 3, conditions: { potential_V_RHE: expect.closeTo(corrected[1]!, 5), set_potential_V_RHE: expect.closeTo(set, 5), potential_sd_V: expect.closeTo(0.9 * 8.5 * 0.00096, 6) } })
    expect(means(out)[0]!.value).toBeCloseTo(currents.reduce((sum, i, n) => sum + feOf(conc(0.412 + n / 100), i * 7200) / 3, 0), 6)
    expect(singles(out).map(({ conditions }) => Number(conditions.potential_V_RHE)).sort((x, y) => x - y)).toEqual(corrected.map((E) => expect.closeTo(E, 5)))
    const figure = out.of('faradaic-efficiency', 'RuFe-NC').figures[0]!
    expect(figure.kind === 'bars' && figure.categories).toEqual(['−0.482'])
  })
  it('of which not all state iR have only the set potential in common', () => {
    const out = made(...run('A', 0.402, { ...at, ru_ohm: 10, irFraction: 1 }), ...run('B', 0.402, at))
    expect(means(out)[0]!.conditions).toEqual({ potential_V_RHE: -0.3, sd: 0 })
    expect(means(out)[0]!.method).toContain('at the set potential')
  })
  it('cycles of one set potential are one series, too', () => {
    const cycles = [1, 2, 3, 4, 5].flatMap((n) => [trace({ run: `c${n}`, cycle: n, potential_V: -0.3, reference: 'RHE', ru_ohm: 8.5, irFraction: 0.9 }, -0.012 * (1 - 0.1 * n)), reading(0.402 - n / 100, { run: `c${n}`, cycle: n })])
    const fe = (n: number): number => feOf(conc(0.402 - n / 100), 86.4 * (1 - 0.1 * n))
    const found = all(made(...cycles), 'retention_fe')
    expect(found).toHaveLength(1)
    expect(found[0]!.value).toBeCloseTo((100 * fe(5)) / fe(1), 6)
    expect(found[0]!.conditions).toMatchObject({ cycle: 5, set_potential_V_RHE: -0.3 })
  })
  it('agree in what is stated of them; others are told by it', () => {
    for (const [key, one, other] of [['pH', 7, 13], ['temperature_C', 25, 60], ['electrolyte', '0.5 M K2SO4', '1 M KOH'], ['loading_mg_cm2', 0.4, 0.8]] as const) {
      const out = made(...run('A', 0.402, { ...at, [key]: one }), ...run('B', 0.2, { ...at, [key]: other }))
      expect([key, means(out)]).toEqual([key, []])
      expect(conditionsOf(singles(out), key)).toEqual([{ [key]: one }, { [key]: other }])
    }
  })
  it('may measure the same condition a little differently, and not all state it', () => {
    const out = made(...run('A', 0.402, { ...at, pH: 7 }), ...run('B', 0.402, { ...at, pH: 7.1 }), ...run('C', 0.402, at))
    expect(means(out)[0]).toMatchObject({ n: 3, conditions: { potential_V_RHE: -0.3 } })
    const three = made(...run('A', 0.402, { ...at, pH: 7 }), ...run('B', 0.402, { ...at, pH: 7.1 }), ...run('C', 0.2, { ...at, pH: 13 }), ...run('D', 0.3, at))
    expect(conditionsOf(means(three), 'pH')).toEqual([{ pH: 7.05 }])
    expect(means(three)[0]!.n).toBe(2)
  })
  it('are not runs whose potential nobody knows, unless they are labelled so', () => {
    const unknown = made(...run('A', 0.402, {}), ...run('B', 0.2, {}))
    expect(means(unknown)).toEqual([])
    expect(means(made(...run('A', 0.402, { potential_V: -1.2, reference: 'SCE' }), ...run('B', 0.2, { potential_V: -1.4, reference: 'SCE' })))).toEqual([])
    expect(means(made(...run('A', 0.402, { potential_V: -1.2, reference: 'SCE' }), ...run('B', 0.2, { potential_V: -1.2, reference: 'SCE' })))).toHaveLength(1)
    expect(means(made(...run('A', 0.402, { replicate: '1' }), ...run('B', 0.2, { replicate: '2' })))).toHaveLength(1)
  })
  it('of opposite sign conventions do not cancel', () => {
    const out = made(...run('A', 0.402, at, -0.01201), ...run('B', 0.402, at, 0.01202))
    expect(values(singles(out, 'charge'))).toEqual(expected(-86.472, -86.544))
    expect(values(means(out, 'j_mean'))).toEqual(expected(-12.015))
    expect(findings(out)).toContain('It was turned round so that reduction is negative')
    expect(singles(out, 'charge').map(({ method }) => method.includes('turned round'))).toEqual([false, true])
    const figure = out.of('electrolysis-charge', 'RuFe-NC').figures[0]!
    expect(figure.kind === 'xy' && figure.series.every(({ y }) => Array.from(y).every((j) => (j ?? 0) < 0))).toBe(true)
  })
  it('are sums over the same products only', () => {
    const nitrite = (name: string): Given => ({ fields: { ...base, run: name, analyte: 'NO2', concentration_ug_mL: 2, dilution: 50 } })
    const gas: Given = { fields: { catalyst: 'RuFe-NC', run: 'A', analyte: 'H2', h2_ppm: 700, flow_mL_min: 20 } }
    const out = made(...run('A', 0.402, at), nitrite('A'), gas, ...run('B', 0.402, at), nitrite('B'))
    expect(means(out, 'fe_sum')).toEqual([])
    expect(conditionsOf(singles(out, 'fe_sum'), 'products')).toEqual([{ products: 'NH3, NO2, H2' }, { products: 'NH3, NO2' }])
    expect(means(made(...run('A', 0.402, at), nitrite('A'), ...run('B', 0.402, at), nitrite('B')), 'fe_sum')).toHaveLength(1)
  })
  it('are sweeps of the same pH only', () => {
    const sweep = (name: string, pH: number, E0: number): Given => {
      const E = Array.from({ length: 500 }, (_, i) => 0.2 - i * 0.002)
      return { path: `RuFe-NC_LSV_${name}.txt`, fields: { catalyst: 'RuFe-NC', technique: 'LSV', run: name, reference: 'RHE', pH, area_cm2: 1 }, measured: measurement('LSV', [column('potential', 'V', E), column('current', 'A', E.map((e) => -0.5e-3 * Math.exp(-(e - E0) / 0.06)))]) }
    }
    const out = made(sweep('A', 7, -0.1), sweep('B', 13, -0.3))
    expect(all(out, 'onset').map(({ value, n, conditions: { pH } }) => [Number(value.toFixed(6)), n, pH])).toEqual([[-0.1, undefined, 7], [-0.3, undefined, 13]])
    expect(all(made(sweep('A', 7, -0.1), sweep('B', 7, -0.3)), 'onset').find(({ n }) => n === 2)?.value).toBeCloseTo(-0.2, 6)
  })
})
