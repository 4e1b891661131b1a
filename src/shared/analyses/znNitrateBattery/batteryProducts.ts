import { batteryElectrolysesOf, type Electrolysis } from '../../electrochemistry/electrolysis'
import { amountContext, productAmount } from '../../electrochemistry/productAmount'
import type { BarsFigure } from '../../figure'
import type { CatalystEntries } from '../../project'
import { ratesOf, resultMaker } from '../ammoniaYield/yieldResults'
import type { ComputeContext, Finding, Need, Result } from '../analysis'
import { efficiencyOf } from '../faradaicEfficiency/efficiencyOf'
import { batteryColumns, discharge } from './batteryNumbers'

const products = [{ product: 'NH3', metric: 'fe_nh3', electrons: 8 }, { product: 'NO2', metric: 'fe_no2', electrons: 2 }] as const

export interface BatteryProducts { readonly results: readonly Result[]; readonly needs: readonly Need[]; readonly findings: readonly Finding[] }

/** FE and yield of discharges whose electrolyte was analysed, by the same equations as of an electrolysis; Q = ∫|I|dt of the traces of the run. */
export function batteryProducts(view: CatalystEntries, context: ComputeContext): BatteryProducts {
  const plan = batteryElectrolysesOf(view)
  const amounts = amountContext(view, plan.reagentBlanks, context.upstream('calibration'), context.derive)
  const results: Result[] = []
  const needs: Need[] = []
  const findings: Finding[] = []
  for (const run of plan.runs) {
    needs.push(...run.needs)
    const charge = run.traces.length === 0 ? undefined : chargeOf(run, context)
    for (const { product, metric, electrons } of products) {
      const amount = productAmount(run, product, amounts)
      if (!amount) continue
      if ('needs' in amount) {
        needs.push(...amount.needs)
        continue
      }
      findings.push(...amount.findings.map((finding) => ({ ...finding, catalyst: view.catalyst, metric })))
      if (!charge || charge.value === 0) continue
      results.push({ catalyst: view.catalyst, metric, unit: '%', conditions: run.conditions, ...efficiencyOf(amount, electrons, charge) })
      const time_h = run.fields.time_h?.value ?? charge.time_h
      if (product === 'NH3' && time_h > 0) needs.push(...ratesOf(run, time_h, view, resultMaker(view.catalyst, run.conditions, amount, charge), results))
    }
  }
  return { results, needs, findings }
}

/** RangeError for a trace without time and current: the card says so of the file itself. */
function chargeOf(run: Electrolysis, context: ComputeContext): { readonly value: number; readonly time_h: number; readonly inputs: readonly string[] } | undefined {
  try {
    const parts = run.traces.map((id) => context.derive(id, 'battery-charge', null, (measurement) => {
      const columns = batteryColumns(measurement)
      const { capacity_mAh } = discharge(columns)
      return { charge_C: capacity_mAh * 3.6, time_s: columns.time_s!.at(-1)! - columns.time_s![0]! }
    }))
    return { value: parts.reduce((sum, { charge_C }) => sum + charge_C, 0), time_h: parts.reduce((sum, { time_s }) => sum + time_s, 0) / 3600, inputs: run.traces }
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Efficiencies and yield of analysed discharges beside each other. */
export function productBars(results: readonly Result[]): BarsFigure[] {
  const runs = [...new Set(results.map(({ conditions }) => String(conditions.run ?? '')))]
  const bars = (id: string, title: string, y: BarsFigure['y'], named: readonly (readonly [name: string, metric: string])[]): BarsFigure[] => {
    const of = (metric: string): (Result | undefined)[] => runs.map((run) => results.find((result) => result.metric === metric && String(result.conditions.run ?? '') === run))
    const groups = named.filter(([, metric]) => of(metric).some((result) => result !== undefined)).map(([name, metric]) => ({ name, values: of(metric).map((result) => result?.value ?? null), errors: of(metric).map((result) => result?.u ?? null) }))
    return groups.length === 0 ? [] : [{ kind: 'bars', id, title, categories: runs, x: { title: '', unit: '' }, y, stacked: id === 'battery-fe', groups }]
  }
  return [
    ...bars('battery-fe', 'Faradaic efficiency of the discharge', { title: 'Faradaic efficiency', unit: '%' }, [['NH₃', 'fe_nh3'], ['NO₂⁻', 'fe_no2']]),
    ...bars('battery-yield', 'NH₃ yield of the discharge', { title: 'NH₃ yield', unit: 'mg h⁻¹ mg_cat⁻¹' }, [['NH₃ yield', 'yield_nh3_mass']])
  ]
}
