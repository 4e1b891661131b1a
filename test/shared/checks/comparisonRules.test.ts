import { describe, expect, it } from 'vitest'
import { analyses } from '../../../src/shared/analyses'
import { orderIn } from '../../../src/shared/analyses/kinetics/orderText'
import type { FieldValues } from '../../../src/shared/metadata/fields'
import { column, measurement, project, texts, type Given } from '../analyses/project'
import { entry, found, outcome, result } from './entries'

describe('definition of the onset', () => {
  const sweep = (catalyst: string, settings: Record<string, string | number>, nitrate_M = 0.1) => outcome('linear-sweep', [result('onset', -0.3, { nitrate_M }, { catalyst })], settings, catalyst)
  const threshold = { onsetMethod: 'threshold', threshold: 0.5, tangentAt: 5 }
  const of = (...outcomes: ReturnType<typeof sweep>[]) => found('onset-definition', { outcomes })
  it('one for all', () => expect(of(sweep('A', threshold), sweep('B', threshold), sweep('C', { ...threshold, tangentAt: 8 }))).toEqual([]))
  it('another method, or another level, is an error', () => {
    expect(of(sweep('A', threshold), sweep('B', threshold), sweep('C', { ...threshold, onsetMethod: 'tangent' }))).toEqual([['error', 'The onset of C is defined by tangent, 5 mA cm⁻², that of A, B by threshold, 0.5 mA cm⁻²: they do not compare; set one definition for all in Linear sweep voltammetry.']])
    expect(of(sweep('A', threshold), sweep('B', { ...threshold, threshold: 1 }))).toHaveLength(1)
    expect(of(sweep('A', threshold), sweep('B', { ...threshold, onsetMethod: 'departure' }))).toEqual([['error', expect.stringContaining('The onset of B is defined by departure')]])
  })
  it('nitrate-free curves and printed numbers are not compared', () => expect(of(sweep('A', threshold), sweep('B', { ...threshold, onsetMethod: 'tangent' }, 0), sweep('C', {}))).toEqual([]))
})

describe('conditions of the EPR spectra', () => {
  const epr = (catalyst: string, fields: FieldValues) => entry(catalyst, { catalyst, ...fields }, { measured: measurement('EPR', [column('field', 'G', [1, 2]), column('intensity', '', [0, 1])]), path: `${catalyst}_EPR.txt` })
  const of = (a: FieldValues, b: FieldValues) => found('epr-conditions', { entries: [epr('A', a), epr('B', b)], outcomes: [outcome('spin-trapping', [result('epr_intensity', 1, {}, { inputs: ['A'] }), result('epr_intensity', 2, {}, { inputs: ['B'] })])] })
  it('other times or masses', () => expect(of({ time_h: 0.1, mass_mg: 1 }, { time_h: 0.2, mass_mg: 1.05 })).toEqual([['warning', 'The EPR spectra differ in time: 0.1 h in A_EPR.txt, 0.2 h in B_EPR.txt; their intensities do not compare.']]))
  it('a tenth is nothing', () => expect(of({ time_h: 0.1, mass_mg: 1 }, { time_h: 0.11, mass_mg: 1.1 })).toEqual([]))
  it('neither stated is one note', () => expect(of({}, {})).toEqual([['note', expect.stringContaining('Not on record for the EPR spectra: time, mass.')]]))
  it('one spectrum compares with none', () => expect(found('epr-conditions', { entries: [epr('A', {})], outcomes: [outcome('spin-trapping', [result('epr_intensity', 1, {}, { inputs: ['A'] })])] })).toEqual([]))
})

describe('conditions of a literature table', () => {
  const table = (nitrate: readonly number[] | null, unit = 'M') => entry('lit', {}, { path: 'literature.csv', measured: measurement('TABLE', nitrate ? [column('concentration', unit, nitrate, 'nitrate')] : [], { facts: [{ name: 'kind', value: 'literature' }] }) })
  const words = (facts: Readonly<Record<string, string>>, fields: FieldValues, yieldUnit?: string) => found('literature-conditions', {
    outcomes: own.outcomes, entries: [entry('r', { catalyst: 'A', ...fields }), entry('lit', {}, { path: 'literature.csv', measured: measurement('TABLE', yieldUnit === undefined ? [] : [column('other', yieldUnit, [1], 'yield')], { facts: Object.entries({ kind: 'literature', ...facts }).map(([name, value]) => ({ name, value })) }) })]
  }).map(([, text]) => text).filter((text) => !text.includes('nitrate') && !text.includes('state the pH'))
  const own = { entries: [entry('r', { catalyst: 'A', pH: 7 })], outcomes: [outcome('faradaic-efficiency', [result('fe_nh3', 90, { nitrate_M: 0.1 }, { inputs: ['r'] })])] }
  const of = (...literature: readonly (readonly number[] | null)[]) => literature.map((nitrate) => found('literature-conditions', { ...own, entries: [...own.entries, table(nitrate)] }).filter(([, text]) => text.includes('nitrate')))
  it('the same', () => expect([...of([0.1, 0.1]), found('literature-conditions', { ...own, entries: [...own.entries, table([100], 'mM')] }).filter(([, text]) => text.includes('nitrate'))]).toEqual([[], []]))
  it('others', () => expect(of([0.01, 1])).toEqual([[['note', expect.stringMatching(/^literature\.csv holds points at nitrate 0\.01–1 M, this project at 0\.1 M/)]]]))
  it('a pH has no unit, and no gap in its place', () => {
    const others = entry('lit', {}, { path: 'literature.csv', measured: measurement('TABLE', [column('other', '', [13, 14], 'pH')], { facts: [{ name: 'kind', value: 'literature' }] }) })
    expect(found('literature-conditions', { ...own, entries: [...own.entries, others] })).toContainEqual(['note', expect.stringContaining('holds points at pH 13–14, this project at 7: only')])
  })
  it('not stated', () => expect(of(null)).toEqual([[['note', expect.stringContaining('literature.csv does not state the nitrate of its points')]]]))
  it('another cell, in any words', () => {
    expect(words({ cell: 'H-type cell, Nafion' }, { cell: 'H-cell' })).toEqual([])
    expect(words({ cell: 'H-cell\nflow cell' }, { cell: 'two-compartment cell' })).toEqual([expect.stringContaining('literature.csv holds points of another cell (flow cell) than this project (two-compartment cell)')])
    expect(words({ cell: 'undivided' }, { cell: 'divided cell' })).toEqual([expect.stringContaining('another cell (undivided)')])
    expect(words({ cell: '单室电解池' }, { cell: 'single compartment' })).toEqual([])
  })
  it('another normalisation', () => {
    const cell = { cell: 'H-cell' }
    expect(words({ ...cell, normalisation: 'ECSA' }, { ...cell, normalisation: 'geometric area (j), catalyst mass (yield)' })).toEqual([expect.stringContaining('another normalisation (ECSA) than this project (geometric area (j), catalyst mass (yield))')])
    expect(words({ ...cell, normalisation: 'per mg catalyst' }, { ...cell, normalisation: 'geometric area (j), catalyst mass (yield)' })).toEqual([])
    expect(words({ ...cell, normalisation: 'Ru metal mass' }, { ...cell, normalisation: 'mass of catalyst' })).toHaveLength(1)
  })
  it('what one side does not say is one note, whatever the files', () => {
    expect(words({}, {}, 'mg/h/cm2')).toEqual(['Not on record for the literature comparison, in the table or for this project (run sheet or Settings): cell, normalisation. Only like conditions compare.'])
    expect(words({ cell: 'H-cell' }, {}, 'mg/h/mgcat')).toEqual([expect.stringContaining('Settings): cell.')])
    expect(words({}, { cell: 'H-cell' })).toHaveLength(1)
    expect(words({ cell: 'H-cell' }, { cell: '-' })).toHaveLength(1)
    expect(words({ cell: 'H-cell' }, { cell: 'H-cell' }, 'mg/h/mgcat')).toEqual([])
  })
  it('nothing where this project states none, or has no table', () => expect([found('literature-conditions', { entries: [table(null)] }), found('literature-conditions', own)]).toEqual([[], []]))
})

describe('sum of the efficiencies', () => {
  const of = (value: number, settings = new Map<string, number>()) => found('fe-sum', { outcomes: [outcome('fe', [result('fe_sum', value, { potential_V_RHE: -0.3 })])], settings }).map(([level]) => level)
  it('90 to 105 %, a warning to 110 %, then an error', () => expect([89, 90, 105, 106, 110, 111].map((value) => of(value))).toEqual([['warning'], [], [], ['warning'], ['warning'], ['error']]))
  it('as the laboratory sets it', () => expect(of(88, new Map([['sumLow', 85]]))).toEqual([]))
})

describe('conversion while a rate is measured', () => {
  const of = (values: readonly number[], isFollowed = false) => found('high-conversion', {
    outcomes: [outcome('n', [...values.map((value, i) => result('conversion', value, { run: `R${i}` }, { inputs: [`r${i}`] })), ...(isFollowed ? [result('k_zero', 1, {}, { inputs: values.map((_, i) => `r${i}`) })] : [])])]
  })
  it('more than a fifth is one warning a catalyst', () => expect(of([21, 43, 20])).toEqual([['warning', expect.stringMatching(/^43 % .*\(R1; 2 electrolyses above 20 %\)/)]]))
  it('a note where the consumption was followed', () => expect(of([43], true)).toEqual([['note', expect.stringContaining('43 % of the nitrate was used up (R0): FE and yield')]]))
  it('up to a fifth nothing', () => expect(of([20])).toEqual([]))
})

describe('few replicates', () => {
  const of = (...conditions: readonly Record<string, string | number>[]) => found('few-replicates', { outcomes: [outcome('fe', conditions.map((own, i) => result('fe_nh3', 50, own, { inputs: [`e${i}`] })))] }).map(([, text]) => text)
  it('names what was set, never a question mark', () => {
    expect(of({ potential_V_RHE: -0.3 }, { potential_V_RHE: -0.4 })).toEqual(['Fewer than three replicates at −0.3, −0.4 V.'])
    expect(of({ current_mA: -20 })).toEqual(['Fewer than three replicates at −20 mA.'])
    expect(of({ potential_V: -0.9, reference: 'Ag/AgCl' }, { potential_V_RHE: -0.3 })).toEqual(['Fewer than three replicates at −0.9 V vs Ag/AgCl; −0.3 V.'])
    expect(of({ potential_V: -0.9 })).toEqual(['Fewer than three replicates at −0.9 V as applied.'])
    expect(of({ run: 'R7' }, { potential_V_RHE: -0.3 })).toEqual(['Fewer than three replicates of R7, whose potential is not known.', 'Fewer than three replicates at −0.3 V.'])
  })
})

describe('order of the rate constants that are compared', () => {
  const times = [0, 1, 2, 4, 6, 8, 10, 12]
  const series = (catalyst: string, at: (t: number) => number): Given[] => times.map((time_h) => ({ fields: { catalyst, run: `${catalyst}-k`, analyte: 'NO3', concentration_ug_mL: 62.004 * at(time_h), dilution: 1, basis: 'NO3-', time_h, potential_V: -0.3, reference: 'RHE', nitrate_M: 0.1 } }))
  const wobble = (t: number): number => 0.02 * Math.sin(7 * t)
  const straight = (t: number): number => 100 - 4 * t + wobble(t)
  const falling = (t: number): number => 100 * Math.exp(-0.2 * t) + wobble(t)
  const of = (a: (t: number) => number, b: (t: number) => number, order?: string) => texts(project([...series('A', a), ...series('B', b)], analyses, order === undefined ? {} : { settings: { order } }).of('compare-kinetics').findings)
  it('zero order of what falls exponentially', () => {
    expect(of(straight, falling)).toEqual([expect.stringMatching(/^Constants of zero order are compared, but the concentrations of B follow first order better \(AICc lower by up to \d+/)])
    expect(of(falling, falling, 'first order')).toEqual([])
    expect(of(straight, straight)).toEqual([])
    expect(of(straight, straight, 'first order')).toEqual([expect.stringContaining('concentrations of A, B follow zero order better')])
  })
  it('is read from what the method says', () => expect([orderIn('first order, 8 times; zero order fits better (AICc -2.4 zero, -57.6 first)'), orderIn('first order, 4 times')]).toEqual([{ zero: -2.4, first: -57.6 }, null]))
})

describe('hours of an endurance test', () => {
  const trace = (hours: number) => measurement('CA', [column('time', 's', Array.from({ length: 200 }, (_, i) => (i * hours * 3600) / 199)), column('current', 'A', Array.from({ length: 200 }, () => -0.01))])
  const of = (hours: number, ...also: Given[]) => project([{ path: 'A_CA_-0.3V.txt', fields: { catalyst: 'A', run: 'R1', area_cm2: 1, potential_V: -0.3, reference: 'RHE' }, measured: trace(hours) }, ...also], analyses).of('long-term-current', 'A').findings.filter(({ rule }) => rule === 'few-hours').map(({ level, message }) => [level, message.text])
  const nitrate = (time_h: number): Given => ({ fields: { catalyst: 'A', run: 'R1', analyte: 'NO3', concentration_ug_mL: 100, dilution: 1, basis: 'NO3-', time_h } })
  it('less than a day is a note', () => expect([of(12), of(24), of(5)]).toEqual([[['note', 'A_CA_-0.3V.txt lasts 12.0 h; 24 h or more say something about stability.']], [], []]))
  it('not where the consumption of nitrate was followed', () => expect(of(12, nitrate(0), nitrate(12))).toEqual([]))
})
