import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { analyses } from '../../../src/shared/analyses'
import { faradaicEfficiency } from '../../../src/shared/analyses/faradaicEfficiency/faradaicEfficiency'
import type { FieldValues } from '../../../src/shared/metadata/fields'
import { column, measurement, project, texts, type Given } from './project'

const standards = [[0, 0.021], [0.2, 0.095], [0.4, 0.168], [0.8, 0.318], [1.2, 0.461], [1.6, 0.612], [2, 0.757]] as const
const standardRows = (analyte: string): Given[] => standards.map(([c, a]) => ({ fields: { role: 'standard', analyte, concentration_ug_mL: c, absorbance: a } }))
const trace = (charge: number, hours = 2): Given['measured'] => {
  const t = Array.from({ length: 721 }, (_, i) => (i * hours * 3600) / 720)
  return measurement('CA', [column('time', 's', t), column('current', 'A', t.map(() => charge / (hours * 3600)))])
}
const run = (fields: FieldValues = {}, charge = -75.4): Given => ({ path: 'RuFe-NC_CA.txt', fields: { catalyst: 'RuFe-NC', run: 'R1', potential_V: -0.3, reference: 'RHE', area_cm2: 1, mass_mg: 0.4, volume_mL: 30, time_h: 2, ...fields }, measured: trace(charge) })
const reading = (absorbance: number, fields: FieldValues = {}): Given => ({ fields: { catalyst: 'RuFe-NC', run: 'R1', analyte: 'NH3', dilution: 50, absorbance, ...fields } })
const example = (more: readonly Given[] = [], first: Given = run()): Given[] => [...standardRows('NH3'), first, reading(0.402), reading(0.398), reading(0.405), ...more]
const relative = (value: number | undefined, expected: number): void => expect(Math.abs((value ?? NaN) / expected - 1)).toBeLessThan(1e-6)

const metric = (of: ReturnType<typeof project>, name: string, conditions: object = {}) =>
  of.outcomes.flatMap((outcome) => outcome.results).find((result) => result.metric === name && Object.entries(conditions).every(([key, value]) => result.conditions[key] === value))

describe('Faradaic efficiency and yield', () => {
  it('give the worked example', () => {
    const out = project(example(), analyses)
    relative(metric(out, 'fe_nh3')?.value, 93.14080441992071)
    relative(metric(out, 'nh3_mass')?.value, 1.5495307394619129)
    relative(metric(out, 'yield_nh3_mass')?.value, 1.936913424327391)
    relative(metric(out, 'yield_nh3_area')?.value, 0.7747653697309564)
    relative(metric(out, 'yield_nh3_molar')?.value, 45.491478464620776)
    relative(metric(out, 'j_mean')?.value, -10.472222222222223)
    relative(metric(out, 'j_nh3')?.value, -9.753912018419475)
    relative(metric(out, 'charge')?.value, -75.4)
    const fe = metric(out, 'fe_nh3')
    relative(fe?.u ?? undefined, (93.14080441992071 * 0.002992350792510361) / 1.0330204929746087)
    expect(fe?.conditions).toEqual({ potential_V_RHE: -0.3, run: 'R1' })
    expect(fe?.inputs).toHaveLength(4)
    expect(Object.fromEntries((fe?.terms ?? []).map(({ name, value }) => [name, value]))).toMatchObject({ charge_C: expect.closeTo(-75.4, 9), dilution: 50, volume_mL: 30, electrons: 8, blank_ug_mL: 0 })
  })

  it('subtract the blank of the run with its own dilution, before the reagent blank of all', () => {
    const plain = metric(project(example(), analyses), 'nh3_mass')!.value
    const blankC = (0.095 - 0.02130887372013668) / 0.36819965870307186
    const own = project(example([{ fields: { role: 'blank', run: 'R1', analyte: 'NH3', dilution: 10, absorbance: 0.095 } }, { fields: { role: 'blank', analyte: 'NH3', dilution: 1, absorbance: 0.03 } }]), analyses)
    relative(metric(own, 'nh3_mass')?.value, plain - (blankC * 10 * 30) / 1000)
    const reagent = project(example([{ fields: { role: 'blank', analyte: 'NH3', dilution: 2, absorbance: 0.095 } }]), analyses)
    relative(metric(reagent, 'nh3_mass')?.value, plain - (blankC * 2 * 30) / 1000)
  })

  it('say that half of an iR correction is none: Ru without its fraction, or the fraction alone', () => {
    const of = (fields: FieldValues, defaults: FieldValues = {}): readonly string[] => {
      const outcome = project(example([], run(fields)), analyses, { defaults: { fields: defaults } }).outcomes.find(({ analysis, results }) => analysis === 'electrolysis-charge' && results.length > 0)!
      return texts(outcome.findings.filter(({ rule }) => rule === 'ir-not-stated'))
    }
    expect(of({ ru_ohm: 8.5 })).toEqual([expect.stringContaining('its row states Ru but no iR fraction')])
    expect(of({ irFraction: 0.85 })).toEqual([expect.stringContaining('its row states iR fraction but no Ru')])
    expect([of({}), of({ ru_ohm: 8.5, irFraction: 0.85 }), of({}, { ru_ohm: 8.5 })]).toEqual([[], [], []])
  })

  it('correct iR towards positive potentials, also where the file counts reduction as positive', () => {
    const of = (charge: number): unknown => metric(project(example([], run({ ru_ohm: 10, irFraction: 0.9 }, charge)), analyses), 'fe_nh3')?.conditions.potential_V_RHE
    // −0.3 V + 0.9 · 10 Ω · 75.4 C/7200 s
    expect([of(-75.4), of(75.4)]).toEqual([-0.20575, -0.20575])
  })

  it('ask for a time above zero instead of dividing by it', () => {
    const out = project(example([], run({ time_h: 0, ru_ohm: 10, irFraction: 0.9 })), analyses)
    expect(texts(out.of('electrolysis-charge', 'RuFe-NC').needs).join()).toContain('above 0 h')
    expect(out.outcomes.flatMap(({ results }) => results).filter(({ value, conditions }) => !Number.isFinite(value) || !Number.isFinite(Number(conditions.potential_V_RHE ?? 0)))).toEqual([])
  })

  it('say which reference electrode a set potential was taken to be against', () => {
    const out = project(example([], run({ potential_V: -0.91, reference: 'AgAgCl', pH: 7 })), analyses)
    expect(texts(out.of('electrolysis-charge', 'RuFe-NC').findings).join()).toContain('filling of the reference electrode is not stated')
  })

  it('convert the basis of the standards to NH3', () => {
    const rows = example().map((given) => (given.fields?.role === 'standard' ? { ...given, fields: { ...given.fields, basis: 'NH4+-N' } } : given))
    relative(metric(project(rows, analyses), 'fe_nh3')?.value, (93.14080441992071 * 17.031) / 14.007)
  })

  it('prefer the mass over loading × area, and the run sheet over the header', () => {
    const loading = project(example([], run({ mass_mg: undefined as never, loading_mg_cm2: 0.2, area_cm2: 2 })), analyses)
    relative(metric(loading, 'yield_nh3_mass')?.value, 1.936913424327391)
    const both = project(example([], run({ loading_mg_cm2: 5 })), analyses)
    relative(metric(both, 'yield_nh3_mass')?.value, 1.936913424327391)
  })

  it('say what is missing instead of guessing', () => {
    const without = (key: keyof FieldValues): ReturnType<typeof project> => project(example([], run({ [key]: undefined })), analyses)
    expect(texts(without('volume_mL').of('faradaic-efficiency', 'RuFe-NC').needs).join()).toContain('electrolyte volume')
    expect(texts(without('mass_mg').of('ammonia-yield', 'RuFe-NC').needs).join()).toContain('mass of catalyst')
    expect(texts(without('area_cm2').of('ammonia-yield', 'RuFe-NC').needs).join()).toContain('geometric area')
    const noStandards = project(example().filter((given) => given.fields?.role !== 'standard'), analyses)
    expect(texts(noStandards.of('faradaic-efficiency', 'RuFe-NC').needs).join()).toContain('calibration of NH3')
    expect(metric(noStandards, 'fe_nh3')).toBeUndefined()
    const noDilution = project([...standardRows('NH3'), run(), reading(0.4, { dilution: undefined })], analyses)
    expect(texts(noDilution.of('faradaic-efficiency', 'RuFe-NC').needs).join()).toContain('dilution')
    const noTrace = project(example().filter((given) => !given.measured), analyses)
    expect(texts(noTrace.of('faradaic-efficiency', 'RuFe-NC').needs).join()).toContain('i–t trace')
  })

  it('group without a run by potential within 5 mV, replicate and cycle, and average replicates', () => {
    const replicate = (n: number, charge: number, potential: number): Given[] => {
      const fields = { run: undefined, replicate: String(n), potential_V: potential, reference: 'RHE' } as FieldValues
      return [run(fields, charge), reading(0.402, fields)]
    }
    const out = project([...standardRows('NH3'), ...replicate(1, -75, -0.3), ...replicate(2, -76, -0.302), ...replicate(3, -77, -0.304), ...replicate(1, -60, -0.4)], analyses)
    const all = out.of('faradaic-efficiency', 'RuFe-NC').results
    const singles = all.filter((result) => result.n === undefined)
    const mean = all.find((result) => result.n === 3)!
    expect(singles).toHaveLength(4)
    const three = singles.filter((result) => Number(result.conditions.potential_V_RHE) > -0.35).map((result) => result.value)
    relative(mean.value, three.reduce((a, b) => a + b) / 3)
    const sd = Math.sqrt(three.reduce((sum, value) => sum + (value - mean.value) ** 2, 0) / 2)
    relative(mean.u ?? undefined, sd / Math.sqrt(3))
    expect(mean.conditions).toEqual({ potential_V_RHE: -0.302, sd: expect.closeTo(sd, 12) })
  })

  it('subtract iR of the set potential only where its row states Ru and the fraction', () => {
    const fields = { potential_V: -1.2, reference: 'Ag/AgCl sat. KCl', pH: 7, ru_ohm: 8.5, irFraction: 0.9 }
    const out = project(example([], run(fields, -0.012 * 7200)), analyses)
    expect(metric(out, 'charge')?.conditions.potential_V_RHE).toBeCloseTo(-0.4970845521999493, 6)
    const fromDefault = project(example([], run({ ...fields, ru_ohm: undefined, irFraction: undefined } as FieldValues)), analyses, { defaults: { fields: { ru_ohm: 8.5, irFraction: 0.9 } } })
    expect(metric(fromDefault, 'charge')?.conditions.potential_V_RHE).toBeCloseTo(-1.2 + 0.197 + 0.05915934 * 7, 5)
  })

  it('halves when the charge doubles, and never clips', () => {
    fc.assert(fc.property(fc.double({ min: 1e-9, max: 1e-2, noNaN: true }), fc.double({ min: 1e-3, max: 1e5, noNaN: true }), (amountMol, chargeC) => {
      const once = faradaicEfficiency({ electronsPerProduct: 8, amountMol, chargeC: -chargeC })
      expect(faradaicEfficiency({ electronsPerProduct: 8, amountMol, chargeC: 2 * chargeC })).toBeCloseTo(once / 2, 9)
    }))
    expect(() => faradaicEfficiency({ electronsPerProduct: 8, amountMol: 1, chargeC: 0 })).toThrow('must not be zero')
    const out = project(example([], run({}, -40)), analyses)
    expect(metric(out, 'fe_nh3')!.value).toBeGreaterThan(170)
  })

  it('average several dilutions of a run as undiluted concentrations', () => {
    const out = project([...standardRows('NH3'), run(), reading(0.402, { dilution: 50 }), reading(0.757, { dilution: 25 })], analyses)
    const c = (a: number): number => (a - 0.02130887372013668) / 0.36819965870307186
    relative(metric(out, 'nh3_mass')?.value, (((c(0.402) * 50 + c(0.757) * 25) / 2) * 30) / 1000)
  })
})

describe('a reading in the row of its i–t trace', () => {
  const inRow = (fields: FieldValues = {}, charge = -75.4): Given => run({ analyte: 'NH3', dilution: 50, absorbance: 0.402, ...fields }, charge)
  const separate = (...readings: readonly Given[]): ReturnType<typeof project> => project([...standardRows('NH3'), run(), ...readings], analyses)

  it('gives what a row of its own gives, and names the entry once', () => {
    const [one, two] = [project([...standardRows('NH3'), inRow()], analyses), separate(reading(0.402))]
    for (const name of ['fe_nh3', 'nh3_mass', 'yield_nh3_mass', 'j_nh3', 'charge', 'j_mean']) relative(metric(one, name)?.value, metric(two, name)!.value)
    expect(one.of('faradaic-efficiency', 'RuFe-NC').results).toHaveLength(1)
    expect(metric(one, 'fe_nh3')).toMatchObject({ inputs: ['e8'], u: metric(two, 'fe_nh3')!.u, conditions: { potential_V_RHE: -0.3, run: 'R1' } })
    expect(one.outcomes.flatMap(({ trace: { inputs } }) => inputs.filter((input, i) => JSON.stringify(inputs[i - 1]) === JSON.stringify(input)))).toEqual([])
  })

  it('is averaged with further readings of the run', () => {
    relative(metric(project([...standardRows('NH3'), inRow(), reading(0.398), reading(0.405)], analyses), 'fe_nh3')?.value, 93.14080441992071)
  })

  it('makes one run of each replicate', () => {
    const replicates = [1, 2, 3].map((n) => inRow({ run: undefined, replicate: String(n), absorbance: 0.4 + n / 1000 } as FieldValues, -75 - n))
    const all = project([...standardRows('NH3'), ...replicates], analyses).of('faradaic-efficiency', 'RuFe-NC').results
    expect(all.map(({ n, inputs }) => [n, inputs.length])).toEqual([[undefined, 1], [undefined, 1], [undefined, 1], [3, 3]])
  })

  it('may be a concentration of another instrument, of nitrite too, or an injection of H2', () => {
    const mass = (out: ReturnType<typeof project>): number | undefined => metric(out, 'nh3_mass')?.value
    relative(mass(project([run({ analyte: 'NH3', dilution: 10, concentration_ug_mL: 3 })], analyses)), (3 * 10 * 30) / 1000)
    const nitrite = project([...standardRows('NH3'), run({ analyte: 'NO2-', dilution: 1, concentration_ug_mL: 4.6005 }), reading(0.402)], analyses)
    relative(metric(nitrite, 'fe_no2')?.value, (100 * 2 * 96485.33212 * 3e-6) / 75.4)
    expect(metric(nitrite, 'ratio_no2_nh3')).toBeDefined()
    const gas = project([...standardRows('NH3'), run({ analyte: 'NH3', h2_ppm: 500, flow_mL_min: 20 }), reading(0.402)], analyses)
    relative(metric(gas, 'fe_nh3')?.value, metric(separate(reading(0.402)), 'fe_nh3')!.value)
    expect(metric(gas, 'fe_h2')?.value).toBeGreaterThan(0)
  })

  it('asks for its analyte, and is none where only a name says ppm', () => {
    expect(texts(project([...standardRows('NH3'), inRow({ analyte: undefined } as FieldValues)], analyses).of('faradaic-efficiency', 'RuFe-NC').needs).join()).toContain('analyte')
    const named = project([{ ...run({ analyte: 'NH3', concentration_ug_mL: 50 }), origin: 'fileName' }], analyses)
    expect(named.outcomes.filter(({ analysis, state }) => analysis === 'faradaic-efficiency' && state === 'result')).toEqual([])
  })

  it('is a blank where its row says so', () => {
    const blank = { role: 'blank', analyte: 'NH3', dilution: 10, absorbance: 0.095, run: 'R1' } as FieldValues
    relative(metric(project(example([{ ...run(blank), measured: trace(0) }]), analyses), 'nh3_mass')?.value, metric(project(example([{ fields: blank }]), analyses), 'nh3_mass')!.value)
  })

  it('counts once where the row names a file of several traces, and asks where they are several electrolyses', () => {
    const parts = (...fields: readonly FieldValues[]): ReturnType<typeof project> => project([...standardRows('NH3'), ...fields.map((own): Given => ({ ...inRow(own), fileId: 'f1' }))], analyses, { where: 'runsheet.csv, row 5' })
    const one = parts({}, {})
    expect(metric(one, 'fe_nh3')?.value).toBeCloseTo(metric(separate(reading(0.402)), 'fe_nh3')!.value / 2, 9)
    expect(metric(one, 'fe_nh3')?.method).toContain('from 1 reading(s)')
    const two = parts({ run: 'R1' }, { run: 'R2', potential_V: -0.5 })
    expect(metric(two, 'fe_nh3')).toBeUndefined()
    expect(texts(two.of('faradaic-efficiency', 'RuFe-NC').needs).join()).toContain('file#dataset')
  })

  it('belongs to the discharge of a battery as well', () => {
    const discharge = measurement('CP', [column('time', 's', [0, 3600]), column('current', 'A', [0.01, 0.01]), column('potential', 'V', [1.2, 1.1])])
    const out = project([...standardRows('NH3'), { path: 'RuFe-NC_Zn_battery_GCPL.txt', measured: discharge, fields: { catalyst: 'RuFe-NC', role: 'battery', analyte: 'NH3', dilution: 5, absorbance: 0.402, volume_mL: 30, area_cm2: 1 } }], analyses)
    expect(metric(out, 'fe_nh3')).toMatchObject({ inputs: ['e8'] })
    // Its current is not that of an electrolysis, which would be negative.
    expect(Object.keys(metric(out, 'fe_nh3')!.conditions)).toEqual(['role'])
  })
})

describe('nitrite', () => {
  it('has two electrons, a ratio to ammonia and a sum', () => {
    const out = project(example([...standardRows('NO2'), reading(0.2, { analyte: 'NO2', dilution: 5 })]), analyses)
    const no2 = metric(out, 'fe_no2')!.value
    const c = ((0.2 - 0.02130887372013668) / 0.36819965870307186) * 5
    relative(no2, (100 * 2 * 96485.33212 * ((c * 30e-6) / 46.005)) / 75.4)
    relative(metric(out, 'fe_sum')?.value, no2 + 93.14080441992071)
    relative(metric(out, 'ratio_no2_nh3')?.value, no2 / 2 / (93.14080441992071 / 8))
    relative(metric(out, 'j_no2')?.value, (no2 / 100) * -10.472222222222223)
  })
})
