import { describe, expect, it } from 'vitest'
import type { Outcome, Result } from '../../../src/shared/analyses/analysis'
import { analyses } from '../../../src/shared/analyses'
import { checks, runChecks } from '../../../src/shared/checks'
import type { CheckInput } from '../../../src/shared/checks/check'
import { pearson, ranksOf, spearman } from '../../../src/shared/numerics/rankCorrelation'
import type { Entry } from '../../../src/shared/project'
import { column, measurement, project } from '../analyses/project'

const result = (metric: string, value: number, conditions: Result['conditions'] = {}, more: Partial<Result> = {}): Result => ({ catalyst: 'A', metric, value, u: null, unit: '%', method: '', inputs: ['e1'], conditions, ...more })
const run = (rule: string, input: Partial<CheckInput> & { results?: Result[] }) =>
  checks.find((check) => check.rule === rule)!.run({ outcomes: [{ results: input.results ?? [], findings: [] } as unknown as Outcome], entries: [], rowsWithoutFile: [], ...input })
const field = <T>(value: T) => ({ value, origin: 'runSheet' as const, where: 'row 2' })
const entry = (fields: Record<string, unknown>, settings: { name: string; value: string }[] = [], potential = { min: -1, max: 0 }): Entry => ({
  id: 'e1', fileId: 'f', path: '/lab/A_LSV.txt', tags: [], content: '1', revision: '1', fields: Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, field(value)])),
  measurement: { technique: 'LSV', title: '', settings, facts: [], segments: [], header: {}, startedAt: null, signConvention: null, warnings: [], complete: true, columns: [{ name: 'Ewe/V', quantity: 'potential', unit: 'V', rows: 50, first: 0, last: 0, ...potential }] }
} as unknown as Entry)

describe('plausibility rules', () => {
  it('product before onset: only with a real efficiency and beyond 20 mV', () => {
    const of = (fe: number, potential: number) => run('product-before-onset', { results: [result('onset', -0.5, { nitrate_M: 0.1 }, { unit: 'V' }), result('fe_nh3', fe, { potential_V_RHE: potential })] }).length
    expect([of(50, -0.1), of(50, -0.49), of(5, -0.1), of(50, -0.6)]).toEqual([1, 0, 0, 0])
  })
  it('conversion above a fifth', () => expect([10, 30].map((value) => run('high-conversion', { results: [result('conversion', value)] }).length)).toEqual([0, 1]))
  it('iR corrected twice, or by more than all', () => {
    const of = (fraction: number, setting: string) => run('ir-compensation', { entries: [entry({ ru_ohm: 5, irFraction: fraction }, [{ name: 'IRCOMP', value: setting }])] }).map(({ rule }) => rule)
    expect([of(0.9, 'F'), of(0.9, 'T'), of(1.2, 'F')]).toEqual([[], ['ir-twice'], ['ir-fraction']])
  })
  it('a curve that folds back once i·R_u is subtracted, and not one with noise that does not', () => {
    const E = Array.from({ length: 800 }, (_, i) => 0.2 - i * 0.001)
    let state = 5
    const uniform = (): number => { state = (state * 1664525 + 1013904223) >>> 0; return (state + 0.5) / 2 ** 32 }
    const current = E.map((at) => { const kinetic = 1e-3 * 10 ** ((-0.2 - at) / 0.12); return -kinetic / (1 + kinetic / 0.08) + 1e-4 * (uniform() - 0.5) })
    const of = (ru_ohm: number, irFraction: number) => {
      const outcome = project([{ path: 'A_LSV.txt', fields: { catalyst: 'A', reference: 'RHE', area_cm2: 1, nitrate_M: 0.1, ru_ohm, irFraction }, measured: measurement('LSV', [column('potential', 'V', E), column('current', 'A', current)]) }], analyses).of('linear-sweep', 'A')
      return runChecks({ outcomes: [outcome], entries: [], rowsWithoutFile: [] }).filter(({ rule }) => rule === 'ir-fold').map(({ level, message: { text } }) => [level, text])
    }
    expect(of(20, 1)).toEqual([['error', expect.stringMatching(/^A_LSV\.txt folds back after its iR correction: from −0\.\d+ V on .* comes to 0\.\d+ V .*20 Ω × 1/)]])
    expect([of(1, 0.9), of(20, 0)]).toEqual([[], []])
  })
  it('an R_u that is not the R_s of the impedance', () => {
    const of = (ru: number, rs: readonly (readonly [value: number, u: number | null])[], fraction = 1, catalyst = 'A') => run('resistance-differs', {
      entries: [entry({ catalyst, ru_ohm: ru, irFraction: fraction })], results: rs.map(([value, u], i) => result('rs', value, { file: `${i}` }, { u, unit: 'ohm', inputs: [`z${i}`] }))
    }).map(({ level, entries, message: { text } }) => [level, entries, text])
    expect(of(20, [[5, 0.01]])).toEqual([['warning', ['e1', 'z0'], 'A_LSV.txt is corrected by R_u = 20 Ω, but the impedance gives R_s = 5 Ω: which of them is that of this electrode?']])
    expect(of(20, [[5, 0.01], [19, 0.1]])).toEqual([])
    expect([of(5.4, [[5, 0.01]]), of(6, [[5, 0.6]]), of(20, [[5, 0.01]], 0), of(20, []), of(20, [[5, 0.01]], 1, 'B')]).toEqual([[], [], [], [], []])
  })
  it('a potential of zeros, and a sweep that stands still', () => {
    const of = (min: number, max: number) => run('empty-potential', { entries: [entry({}, [], { min, max })] }).length
    expect([of(-1, 0), of(0, 0), of(-0.3, -0.3)]).toEqual([0, 1, 1])
    // Of an impedance the potential is a condition, and no number comes of this column.
    const spectrum = entry({}, [], { min: 0, max: 0 })
    expect(run('empty-potential', { entries: [{ ...spectrum, measurement: { ...spectrum.measurement!, technique: 'EIS' } }] })).toEqual([])
  })
  it('rows of one run that state different conditions', () => {
    const reading = (id: string, fields: Record<string, unknown>): Entry => ({ ...entry({ run: 'R1', catalyst: 'A', absorbance: 0.4, ...fields }), id, measurement: null })
    const of = (...rows: readonly Record<string, unknown>[]): string[] => run('run-disagrees', { entries: rows.map((row, i) => reading(`e${i + 1}`, row)) }).map((finding) => finding.message.text)
    expect(of({ volume_mL: 30 }, { volume_mL: 3 })).toEqual([expect.stringContaining('volume (mL) of run R1 is 30 in row 2 but 3 in row 2')])
    expect(of({ volume_mL: 30 }, {}, { volume_mL: 30 })).toEqual([])
    expect(of({ volume_mL: 30 }, { volume_mL: 3, role: 'blank' }, { volume_mL: 3, run: 'R2' }, { volume_mL: 3, catalyst: 'B' })).toEqual([])
    expect(of({ potential_V: -0.3, reference: 'RHE' }, { potential_V: -0.5, reference: 'RHE' })).toHaveLength(1)
    expect(of({ potential_V: -0.3, reference: 'RHE' }, { potential_V: -0.9, reference: 'SCE' })).toEqual([])
    expect(of({ potential_V: -0.3 }, { potential_V: -0.304 })).toEqual([])
  })
  it('rows of one run that are of different cycles or replicates state conditions of their own', () => {
    const of = (...rows: readonly Record<string, unknown>[]): number => run('run-disagrees', { entries: rows.map((row, i) => ({ ...entry({ run: 'R1', catalyst: 'A', absorbance: 0.4, ...row }), id: `e${i + 1}`, measurement: null })) }).length
    expect([of({ volume_mL: 30, cycle: 1 }, { volume_mL: 31, cycle: 2 }), of({ volume_mL: 30, replicate: '1' }, { volume_mL: 31, replicate: '2' })]).toEqual([0, 0])
    expect([of({ volume_mL: 30, cycle: 1 }, { volume_mL: 31, cycle: 2 }, { volume_mL: 30, cycle: 2 }), of({ volume_mL: 30, cycle: 1 }, { volume_mL: 31 })]).toEqual([1, 1])
  })
  it('a blank that nothing is less, and that then is no blank on record', () => {
    const reading = (id: string, fields: Record<string, unknown>): Entry => ({ ...entry({ absorbance: 0.1, ...fields }), id, measurement: null })
    const of = (inputs: readonly string[], ...entries: readonly Entry[]) => ['unused-blank', 'missing-controls'].flatMap((rule) => run(rule, { entries, results: [result('fe_nh3', 50, {}, { inputs })] }).flatMap((finding) => (finding.rule === 'no-15n' ? [] : [finding.message.id])))
    const [sample, blank] = [reading('e1', { analyte: 'NH3' }), reading('e2', { analyte: 'NH3', role: 'blank', run: 'R9' })]
    expect(of(['e1', 'e2'], sample, blank)).toEqual([])
    expect(of(['e1'], sample)).toEqual(['check.noBlank'])
    expect(of(['e1'], sample, blank)).toEqual(['check.unusedBlank', 'check.noBlankUsed'])
    expect(of(['e1'], sample, reading('e2', { role: 'blank', analyte: 'NH₃ (aq)?' }))).toEqual(['check.blankAnalyte', 'check.noBlank'])
    // No nitrite was measured: its blank waits.
    expect(of(['e1', 'e3'], sample, reading('e2', { role: 'blank', analyte: 'NO2' }), reading('e3', { role: 'blank', analyte: 'NH3' }))).toEqual([])
  })
  it('a blank without nitrate is no nitrate-free control', () => {
    const of = (fields: Record<string, unknown>): number => run('no-nitrate-free-control', { entries: [entry({ catalyst: 'A', nitrate_M: 0, ...fields })], results: [result('fe_nh3', 50)] }).length
    expect([of({}), of({ role: 'blank' })]).toEqual([0, 1])
  })
  it('an efficiency above 100 %, whose uncertainty may not be known', () => {
    const of = (value: number, u: number | null): string[] => run('fe-above-100', { results: [result('fe_nh3', value, {}, { u })] }).map(({ level, message: { text } }) => `${level}: ${text}`)
    expect([of(101, 1), of(100, null)]).toEqual([[], []])
    expect(of(103, 1)).toEqual([expect.stringContaining('by more than 2u (1.0 %)')])
    expect(of(103, null)).toEqual([expect.stringMatching(/^error: .*its uncertainty is not known/)])
  })
  it('two concentrations read three times each are no calibration of six standards', () => {
    const of = (levels: number): string[] => run('calibration-quality', { results: [result('cal_r2', 0.9999, { analyte: 'NH3' }, { n: 6 }), result('cal_slope', 0.37, { analyte: 'NH3', levels }, { n: 6 })] }).map(({ message: { text } }) => text)
    expect(of(2)).toEqual(['The calibration of NH3 has standards of only 2 concentrations; five or more are usual.'])
    expect(of(6)).toEqual([])
  })
  it('few replicates of each condition by itself', () => {
    const results = [1, 2, 3].map((n) => result('fe_nh3', 50, { potential_V_RHE: -0.3 - n / 100, run: `R${n}`, pH: 7 }, { inputs: [`e${n}`] }))
    const mean = result('fe_nh3', 50, { potential_V_RHE: -0.32, pH: 7, sd: 1 }, { n: 3, inputs: ['e1', 'e2', 'e3'] })
    expect(run('few-replicates', { results: [...results, mean] })).toEqual([])
    expect(run('few-replicates', { results: [...results, mean, result('fe_nh3', 20, { potential_V_RHE: -0.32, run: 'R4', pH: 13 }, { inputs: ['e4'] })] })).toHaveLength(1)
  })
  it('two spellings of what may be one catalyst', () => {
    const of = (...names: readonly string[]): string[] => run('catalyst-spelling', { entries: names.map((name, i) => ({ ...entry({ catalyst: name }), id: `e${i}` })) }).map(({ message: { text } }) => text)
    expect(of('RuMn-NC', 'RuMn NC', 'RuMn-NC', 'RuFe-NC')).toEqual(['RuMn NC (row 2) is written RuMn-NC elsewhere: one catalyst or two? If they are one, write one name.'])
    expect(of('RuMn-NC', 'RuFe-NC', 'NC')).toEqual([])
  })
  it('a table that is called a sweep or a trace but has no column that is known as its current', () => {
    const table = (technique: string, ...quantities: readonly string[]): Entry => {
      const one = entry({ technique })
      return { ...one, measurement: { ...one.measurement!, technique: 'TABLE', columns: quantities.map((quantity) => ({ ...one.measurement!.columns[0]!, quantity: quantity as 'other' })) } }
    }
    const of = (...entries: readonly Entry[]): string[] => run('unnamed-columns', { entries }).map(({ message: { text } }) => text)
    expect(of(table('LSV', 'potential', 'other'))).toEqual(['A_LSV.txt is stated to be LSV, but none of its columns is known as current: name its columns in the Inbox.'])
    expect(of(table('CA', 'other', 'other'))).toEqual([expect.stringContaining('known as time, current')])
    expect(of(table('LSV', 'potential', 'current'), table('NMR', 'other'), entry({ technique: 'CA' }))).toEqual([])
  })
  it('a zero-order constant without a concentration', () => {
    expect([run('rate-constant-unit', { results: [result('k_zero', 1, {}, { unit: '1/h' })] }).length, run('rate-constant-unit', { results: [result('k_zero', 1, {}, { unit: 'mM/h' })] }).length]).toEqual([1, 0])
  })
  it('says nothing of trends that hold', () => {
    const results = [result('onset', 0.1), { ...result('onset', 0.05), catalyst: 'B' }]
    expect(run('stated-trend', { results, claims: [{ kind: 'order', text: 'A before B', where: 'note', metric: 'onset', order: ['A', 'B'] }] })).toEqual([])
  })
})

describe('a run that lies apart from its replicates', () => {
  const runs = (values: readonly number[], metric = 'yield_nh3_area') => {
    const singles = values.map((value, i) => result(metric, value, { potential_V_RHE: -0.2, run: `R${i + 1}` }, { inputs: [`e${i + 1}`] }))
    return [...singles, result(metric, 1, { potential_V_RHE: -0.2, sd: 1 }, { n: values.length, inputs: values.map((_, i) => `e${i + 1}`) })]
  }
  const said = (results: Result[]) => run('replicate-spread', { results }).map(({ message: { text } }) => text)
  it('names the one of three whose area was entered in mm²', () => {
    expect(said(runs([0.72, 69.8, 0.71]))).toEqual(['NH₃ yield of R2 at −0.2 V is 98 times that of its replicates: compare area, volume, dilution, time and absorbance of these runs in the run sheet.'])
  })
  it('names one that is too small, and the larger of two', () => {
    expect(said(runs([70, 25, 72], 'fe_nh3'))).toEqual([expect.stringMatching(/^FE\(NH₃\) of R2 at −0\.2 V is 0\.35 times/)])
    expect(said(runs([1, 2.5]))).toEqual([expect.stringContaining('R2 at −0.2 V is 2.5 times')])
  })
  it('says nothing of ordinary scatter, of zero and of runs of other conditions', () => {
    expect([runs([1, 1.4, 0.8]), runs([0, 1, 1]), runs([1, 50]).map((r) => (r.n === undefined ? { ...r, inputs: ['x'] } : r))].flatMap(said)).toEqual([])
  })
})

describe('rank correlation', () => {
  it('gives equal values the mean of their ranks', () => expect(ranksOf([10, 20, 20, 5])).toEqual([2, 3.5, 3.5, 1]))
  it('gives the numbers that the paper\u2019s onsets and d-band centres have', () => {
    const [d, onset] = [[-2.154, -2.166, -2.156, -2.214, -2.248], [0.07, 0.03, 0.02, -0.11, -0.78]]
    expect(spearman(d, onset)).toBeCloseTo(0.9, 12)
    expect(pearson(d, onset)).toBeCloseTo(0.903, 3)
    expect(spearman([1, 2, 3], [5, 5, 5])).toBeNull()
    expect(() => pearson([1, 2], [1, 2])).toThrow(RangeError)
  })
})
