import { describe, expect, it } from 'vitest'
import { groupResults } from '../../../src/renderer/outcome/groupResults'
import { methodLine, methodsOf } from '../../../src/renderer/outcome/methodLine'
import { resultsTable } from '../../../src/renderer/outcome/resultsTsv'
import { result } from './outcomes'

const at = (potential_V_RHE: number, more: Record<string, number | string> = {}) => ({ potential_V_RHE, ...more })

describe('groupResults', () => {
  it('makes a row of each potential and a column of each metric, from positive to negative', () => {
    const [section] = groupResults([result('fe_nh3', 80, at(-0.3)), result('fe_nh3', 90, at(-0.1)), result('fe_no2', 5, at(-0.1))])
    expect(section?.metrics).toEqual(['fe_nh3', 'fe_no2'])
    expect(section?.rows.map(({ conditions, cells }) => [conditions.get('potential_V_RHE'), cells.get('fe_nh3')?.value,
      cells.get('fe_no2')?.value])).toEqual([[-0.1, 90, 5], [-0.3, 80, undefined]])
  })

  it('tells the basis of a concentration where it is another than the analyte', () => {
    const keys = (...all: readonly [analyte: string, basis: string][]) => groupResults(all.map(([analyte, basis], i) => result('cal_slope', i + 1, { analyte, basis })))[0]!.head.keys
    expect(keys(['NH3', 'NH3'], ['NO2', 'NO2-'])).toEqual(['analyte'])
    expect(keys(['NH3', 'N'], ['NO2', 'NO2-'])).toEqual(['analyte', 'basis'])
  })

  it('folds single runs within 5 mV under their mean', () => {
    const sections = groupResults([
      result('fe_nh3', 89, at(-0.1, { replicate: 1 })), result('fe_nh3', 91, at(-0.104, { replicate: 2 })), result('charge', 9,
        at(-0.1, { replicate: 1 }), { unit: 'C' }),
      result('fe_nh3', 90, at(-0.102, { sd: 1.4 }), { n: 2, u: 1 })
    ])
    expect(sections).toHaveLength(1)
    const [row] = sections[0]!.rows
    expect(sections[0]!.rows).toHaveLength(1)
    expect(row?.cells.get('fe_nh3')).toMatchObject({ value: 90, n: 2 })
    expect(row?.replicates.map(({ cells }) => [...cells.values()].map(({ value }) => value))).toEqual([[89, 9], [91]])
    expect(row?.conditions.has('sd')).toBe(false)
  })

  it('folds runs of one set potential under their mean whatever the iR correction made of it', () => {
    const corrected = (potential_V_RHE: number, more: Record<string, number | string>) => at(potential_V_RHE, { set_potential_V_RHE: -0.589, ...more })
    const sections = groupResults([
      result('fe_nh3', 77, corrected(-0.49, { replicate: 1 })), result('fe_nh3', 71, corrected(-0.475, { replicate: 2 })),
      result('fe_nh3', 74, corrected(-0.4825, { potential_sd_V: 0.0106, sd: 4.2 }), { n: 2, u: 3 })
    ])
    expect(sections[0]!.rows.map(({ conditions, replicates }) => [conditions.get('potential_V_RHE'), replicates.length])).toEqual([[-0.4825, 2]])
  })

  it('keeps potentials apart that differ by more', () => {
    expect(groupResults([result('fe_nh3', 1, at(-0.1)), result('fe_nh3', 2, at(-0.106))])[0]?.rows).toHaveLength(2)
  })

  it('lets single runs without a mean stand by themselves, with their names', () => {
    const [section] = groupResults([result('charge', 1, at(-0.1, { run: 'R1' })), result('charge', 2, at(-0.1, { run: 'R2' }))])
    expect(section?.rows.map(({ conditions }) => conditions.get('run'))).toEqual(['R1', 'R2'])
    expect(section?.conditionKeys).toEqual(['potential_V_RHE', 'run'])
  })

  it('does not hide a single run behind a mean of something else', () => {
    const sections = groupResults([result('ocv', 1.48), result('specific_capacity', 700, { run: 'b1' }), result('specific_capacity', 720, { run: 'b2' })])
    expect(sections.map(({ rows }) => rows.map(({ cells, replicates }) => [[...cells.keys()].join(), replicates.length]))).toEqual([[['ocv', 0]], [['specific_capacity', 0], ['specific_capacity', 0]]])
  })

  it('never folds cycles, other catalysts or other conditions together', () => {
    expect(groupResults([result('fe_nh3', 1, { cycle: 2 }), result('fe_nh3', 2,
      { cycle: 1 })])[0]?.rows.map(({ cells }) => cells.get('fe_nh3')?.value)).toEqual([2, 1])
    expect(groupResults([result('onset', 1), result('onset', 2, {}, { catalyst: 'NC' })])[0]?.rows).toHaveLength(2)
    expect(groupResults([result('onset', 1), result('onset', 2, { nitrate_M: 0 })])).toHaveLength(2)
  })

  it('shows two results with the very same conditions both', () => {
    expect(groupResults([result('onset', 1), result('onset', 2)])[0]?.rows.map(({ cells }) => cells.get('onset')?.value)).toEqual([1, 2])
  })

  it('loses no result', () => {
    const all = [-0.1, -0.2].flatMap((potential) => ['fe_nh3', 'fe_no2'].flatMap((metric) => [
      result(metric, 1, at(potential), { n: 2 }), result(metric, 2, at(potential, { run: 'R1' })), result(metric, 3,
        at(potential, { run: 'R2', replicate: 2 }))
    ]))
    const shown = groupResults(all).flatMap(({ rows }) => rows).flatMap((row) => [row, ...row.replicates]).flatMap(({ cells }) => [...cells.values()])
    expect(new Set(shown)).toEqual(new Set(all))
    expect(shown).toHaveLength(all.length)
  })
})

it('says every method once', () => expect(methodLine(methodsOf([result('a', 1), result('b', 2),
  result('c', 3, {}, { method: 'iR 95 %' })]))).toBe('FE = 8·F·n/Q · iR 95 %'))

it('lists results with all their conditions', () => {
  const { header, rows } = resultsTable([result('a', 1, at(-0.1)), result('b', 2, { run: 'R1' })])
  expect(header).toEqual(['catalyst', 'metric', 'value', 'u', 'unit', 'n', 'potential_V_RHE', 'run', 'method'])
  expect(rows[1]).toEqual(['RuFe-NC', 'b', 2, null, '%', null, null, 'R1', 'FE = 8·F·n/Q'])
})

it('says methods that differ in their numbers only once, and clauses of several once', () => {
  expect(methodLine(methodsOf([result('a', 1, {}, { method: 'FE 97.2 % of −12.7 mA; R_u 5' }), result('b', 2, {}, { method: 'FE 94.4 % of −20.3 mA; R_u 5' })]))).toBe('FE 97.2 % of −12.7 mA · R_u 5')
})
it('puts recycling cycles behind the means', () => {
  const sections = groupResults([result('a', 1, { potential_V_RHE: -0.3, cycle: 1, run: 'c1' }), result('a', 2, { potential_V_RHE: -0.3 }, { n: 2 }), result('a', 1.9, { potential_V_RHE: -0.3, replicate: '1' }), result('a', 2.1, { potential_V_RHE: -0.3, replicate: '2' })])
  expect(sections.map(({ conditionKeys }) => conditionKeys.includes('cycle'))).toEqual([false, true])
})
it('orders words as people count, and numbers beside words', () => {
  const [section] = groupResults(['spectrum 10', 'spectrum 9', 'Spectrum 9', 'first'].map((name) => result('band_position', 1358, { name }, { unit: 'cm-1' })))
  expect(section?.rows.map(({ conditions }) => conditions.get('name'))).toEqual(['first', 'spectrum 9', 'Spectrum 9', 'spectrum 10'])
  const mixed = groupResults([result('dg_step', 1, { state: 'b' }), result('dg_step', 1, { state: 3 }), result('dg_step', 1, { state: 20 })])
  expect(mixed[0]?.rows.map(({ conditions }) => conditions.get('state'))).toEqual([3, 20, 'b'])
})

it('lists the steps of each path in their order, not by the alphabet of their states', () => {
  const step = (pathway: string, from: string, to: string) => result('dg_step', 1, { from, to, pathway })
  const [section] = groupResults([step('B', 'NO3-', '*NO3'), step('B', '*NO3', '*NO2'), step('A', '*H2O', '*H'), step('B', '*NO2', '*NH3')])
  expect(section?.conditionKeys).toEqual(['pathway', 'from', 'to'])
  expect(section?.rows.map(({ conditions }) => `${conditions.get('pathway')} ${conditions.get('from')}`)).toEqual(['A *H2O', 'B NO3-', 'B *NO3', 'B *NO2'])
})
