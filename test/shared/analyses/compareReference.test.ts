import { describe, expect, it } from 'vitest'
import { compareReference } from '../../../src/shared/analyses/compareReference'
import type { Outcome } from '../../../src/shared/analyses/analysis'
import type { TableFigure } from '../../../src/shared/figure'

const outcome = (metric: string, value: number, conditions = {}, more = {}): Outcome => ({ catalyst: 'RuFe-NC', results: [{ catalyst: 'RuFe-NC', metric, value, u: null, unit: metric === 'onset' ? 'V' : '%', conditions, method: '', inputs: [], ...more }] } as unknown as Outcome)
const tables = (upstream: Record<string, Outcome[]>, settings = { show: 'yes' }) => compareReference.compute({ catalyst: null, entries: [], common: [], defaults: { fields: {}, referencePotentials: {} } }, null, settings,
  { load: () => { throw new Error('no file is needed') }, derive: () => { throw new Error('no file is needed') }, upstream: () => undefined, upstreamAll: (id) => upstream[id] ?? [] }).figures as TableFigure[]

describe('the reference paper beside a project', () => {
  const [beside, follows, contradict] = tables({ 'linear-sweep': [outcome('onset', 0.034)], 'faradaic-efficiency': [outcome('fe_nh3', 99, { potential_V_RHE: -0.1004 }), outcome('fe_nh3', 98, { potential_V_RHE: -0.2 })] })
  it('puts the project’s number beside each that it prints', () => {
    const row = (number: string): TableFigure['rows'][number] | undefined => beside!.rows.find(([catalyst, name]) => catalyst === 'RuFe-NC' && name === number)
    expect(row('onset')).toEqual(['RuFe-NC', 'onset', '', 0.03, 0.034, 'V', '+4 mV', 'Sec. 3.3'])
    expect(row('FE(NH₃)')).toEqual(['RuFe-NC', 'FE(NH₃)', '\u22120.1 V', 100, 99, '%', '\u22121.00 %', 'Sec. 3.3'])
    expect(beside!.rows.find(([catalyst]) => catalyst === 'RuCo-NC')![4]).toBeNull()
  })
  it('takes a rate constant in 1/h for one of C/C₀, and a battery’s efficiency for a battery’s', () => {
    const [table] = tables({
      kinetics: [outcome('k_zero', 0.02, {}, { catalyst: 'Ru-NC', unit: 'mM/h' }), outcome('k_zero_normalised', 0.0003, {}, { catalyst: 'Ru-NC', unit: '1/h' })],
      'faradaic-efficiency': [outcome('fe_nh3', 99, { potential_V_RHE: -0.1 })], 'zn-nitrate-battery': [outcome('fe_nh3', 91, { role: 'battery', run: 'B' })]
    })
    expect(table!.rows.find(([, name]) => name === 'k of C/C₀')).toEqual(['Ru-NC', 'k of C/C₀', '', 0.0002, 0.0003, 'h⁻¹', '+50.00 %', 'Sec. 3.3'])
    expect(table!.rows.filter(([catalyst, name]) => catalyst === 'RuFe-NC' && name === 'FE(NH₃)').map((row) => row.slice(2, 5))).toEqual([['\u22120.1 V', 100, 99], ['battery', 92, 91]])
  })
  it('takes the capacity of the same current density, and none of another', () => {
    const capacity = (value: number, j_mA_cm2?: number): Outcome => outcome('specific_capacity', value, { run: `discharge ${j_mA_cm2}`, ...(j_mA_cm2 === undefined ? {} : { j_mA_cm2 }) }, { unit: 'mAh/g' })
    const of = (...given: Outcome[]): unknown[] => tables({ 'zn-nitrate-battery': given })[0]!.rows.filter(([, name]) => name === 'specific capacity').map((row) => [row[2], row[3], row[4]])
    expect(of(capacity(670, 2.01), capacity(600, 4.95), capacity(590, 10))).toEqual([['2 mA cm⁻²', 674.4, 670], ['5 mA cm⁻²', 610, 600], ['7 mA cm⁻²', 594.5, null]])
    expect(of(capacity(670)).map((row) => (row as unknown[])[2])).toEqual([null, null, null])
  })
  it('computes again what follows from them', () => {
    const value = (name: string): unknown => follows!.rows.find(([quantity]) => quantity === name)?.[2]
    expect(value('voltage at peak power')).toBeCloseTo(0.635, 3)
    expect(value('2θ of RuCo-NC')).toBeCloseTo(43.47, 1)
    expect(value('onset with d-band centre')).toBe(0.9)
  })
  it('says where it contradicts itself', () => {
    expect(contradict!.rows.map(([rule]) => rule)).toEqual(expect.arrayContaining(['rate constant unit', 'lattice contraction', 'stated order', 'band overlap']))
  })
  it('stays away from other catalysts, and when nobody wants it', () => {
    expect(tables({ 'linear-sweep': [] })).toEqual([])
    expect(tables({ 'linear-sweep': [outcome('onset', 0.034)] }, { show: 'no' })).toEqual([])
  })
})
