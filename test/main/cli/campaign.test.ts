import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paperBattery } from '../../../src/shared/simulate/paperValues'
import { simulatedDoubleLayer_mF_cm2 } from '../../../src/shared/simulate/simulatedCharging'
import { simulatedCircuit } from '../../../src/shared/simulate/simulatedImpedance'
import { simulatedCycles, simulatedSteps_mA_cm2 } from '../../../src/shared/simulate/simulatedBattery'
import { labPlan } from '../../../src/shared/simulate/labPlan'
import { simulatedRate_per_h, simulatedZeroOrder_per_h } from '../../../src/shared/simulate/simulatedKinetics'
import { simulatedLab } from '../../../src/shared/simulate/simulatedLab'
import { readLab, type ReadLab } from './readLab'

/** One catalyst's whole campaign through the whole pipeline: what was put in comes out within its stated error. */
describe('campaign of one catalyst', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rum-campaign-'))
  let lab: ReadLab
  beforeAll(() => {
    const paths = simulatedLab(3).filter(({ path }) => path.startsWith('RuFe-NC/') || !path.includes('-NC/') && !path.startsWith('NC/')).map(({ path, text, encoding }) => {
      const full = join(folder, path)
      mkdirSync(dirname(full), { recursive: true })
      writeFileSync(full, Buffer.from(text, encoding))
      return full
    })
    lab = readLab(paths, folder)
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const results = (metric: string) => lab.outcomes.flatMap((outcome) => outcome.results).filter((result) => result.catalyst === 'RuFe-NC' && result.metric === metric)
  const within = (metric: string, truth: number): void => {
    const [found] = results(metric)
    expect(Math.abs(found!.value - truth), `${metric} ${found!.value} ± ${found!.u} against ${truth}`).toBeLessThanOrEqual(4 * found!.u!)
  }

  it('reads every file', () => expect([...lab.read].filter(([, { status, reason }]) => status !== 'ok' && !reason?.startsWith('Read together with')).map(([path, { reason }]) => `${path}: ${reason}`)).toEqual([]))
  it('gives the double layer back', () => within('cdl', simulatedDoubleLayer_mF_cm2))
  it('gives the circuit back', () => {
    within('rs', simulatedCircuit.rs_ohm)
    within('rct', simulatedCircuit.rct_ohm)
  })
  it('gives the rate back and says which order fits', () => {
    const at = (metric: string, nitrate_M: number) => results(metric).find(({ conditions }) => conditions.nitrate_M === nitrate_M)!
    const dilute = at('k_first', 0.005)
    expect(Math.abs(dilute.value - simulatedRate_per_h)).toBeLessThanOrEqual(4 * dilute.u!)
    expect(dilute.method).toContain('first order fits better')
    const twelveHours = at('k_zero_normalised', 0.1)
    expect(Math.abs(twelveHours.value - simulatedZeroOrder_per_h(labPlan[0]!))).toBeLessThanOrEqual(4 * twelveHours.u!)
    expect(twelveHours.method).toContain('zero order fits better')
  })
  it('finds no decay where there is none', () => {
    expect(results('decay_fe_per_cycle')[0]!.method).toContain('no significant change at 95 %')
    expect(results('fe_nh3').filter(({ conditions }) => conditions.cycle !== undefined)).toHaveLength(10)
  })
  it('gives the printed numbers of the battery back', () => {
    expect(results('ocv')[0]!.value).toBeCloseTo(paperBattery.ocv_V, 3)
    expect(Math.abs(results('peak_power')[0]!.value / paperBattery.peak.power_mW_cm2 - 1)).toBeLessThan(0.005)
    expect(results('specific_capacity').map(({ value }) => Number(value.toFixed(1))).sort()).toEqual(paperBattery.discharges.map(({ capacity_mAh_g }) => capacity_mAh_g).sort())
  })
  it('gives products, steps and cycles of the battery back', () => {
    const ofBattery = (metric: string): number => results(metric).find(({ conditions }) => conditions.role === 'battery')!.value
    expect(Math.abs(ofBattery('fe_nh3') / paperBattery.fe_nh3 - 1)).toBeLessThan(0.005)
    expect(Math.abs(ofBattery('yield_nh3_mass') / paperBattery.yield_nh3_mass - 1)).toBeLessThan(0.005)
    const steps = results('discharge_voltage').filter(({ conditions }) => conditions.step !== undefined)
    expect(steps.map(({ conditions }) => conditions.j_mA_cm2)).toEqual([...simulatedSteps_mA_cm2])
    expect(Math.abs(steps.at(-1)!.value - steps[0]!.value)).toBeLessThan(0.001)
    const efficiencies = results('energy_efficiency')
    expect(efficiencies.map(({ conditions }) => conditions.cycle)).toEqual([1, simulatedCycles])
    // The wear of half a millivolt a cycle on both voltages.
    const [first, last] = efficiencies.map(({ value }) => value)
    expect(first! - last!).toBeCloseTo(100 * (1.1906 / 2.0994 - (1.1906 - 0.0095) / (2.0994 + 0.0095)), 0)
  })
  it('leaves no card of the Performance tab without a number', () => {
    const silent = ['faradaic-efficiency', 'ammonia-yield', 'linear-sweep', 'tafel-slope', 'partial-current', 'nitrite-ratio', 'nitrogen-balance', 'kinetics', 'recycling-stability',
      'double-layer-capacitance', 'impedance', 'zn-nitrate-battery', 'electrolysis-charge'].filter((id) => lab.outcomes.find(({ analysis, catalyst }) => analysis === id && catalyst === 'RuFe-NC')?.state !== 'result')
    expect(silent).toEqual([])
  })
})
