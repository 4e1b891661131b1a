import { areaOf } from '../../electrochemistry/areaOf'
import { nameOf, type Electrolyses, type Electrolysis } from '../../electrochemistry/electrolysis'
import { amountContext } from '../../electrochemistry/productAmount'
import type { BarsFigure } from '../../figure'
import { message } from '../../message'
import type { CatalystEntries } from '../../project'
import { ratesOf, resultMaker } from '../ammoniaYield/yieldResults'
import type { ComputeContext, Finding, Need, Result, Settings } from '../analysis'
import { productEfficiencies, type RunCharge } from '../faradaicEfficiency/productEfficiencies'
import { batteryColumns, discharge } from './batteryNumbers'
import { currentSteps, kindOfSteps } from './currentSteps'

export interface BatteryProducts { readonly results: readonly Result[]; readonly needs: readonly Need[]; readonly findings: readonly Finding[] }

/** FE and yield of discharges whose electrolyte was analysed, by the same equations as of an electrolysis; Q = ∫|I|dt of the traces of the run. */
export function batteryProducts(view: CatalystEntries, plan: Electrolyses, settings: Settings, context: ComputeContext): BatteryProducts {
  const amounts = amountContext(view, plan.reagentBlanks, context.upstream('calibration'), context.derive)
  const results: Result[] = []
  const needs: Need[] = []
  const findings: Finding[] = []
  for (const run of plan.runs) {
    const charge = run.traces.length === 0 ? undefined : chargeOf(run, view, context)
    const made = productEfficiencies(run, charge?.isDischarge ? charge : undefined, { catalyst: view.catalyst, conditions: run.conditions, settings, context: amounts })
    results.push(...made.results)
    needs.push(...run.needs, ...made.needs)
    findings.push(...made.findings)
    if (charge && !charge.isDischarge) needs.push({ message: message('needs.plainDischarge', 'a discharge without charging in between for the readings of {file}', { file: nameOf(amounts.entries.get(run.traces[0]!)) }), where: 'inbox', entries: [...new Set([...run.traces, ...run.readings])] })
    const nh3 = made.amounts.get('NH3')
    const time_h = run.fields.time_h?.value ?? charge?.time_h
    if (charge?.isDischarge && nh3 && time_h !== undefined && time_h > 0) {
      const rates = ratesOf(run, time_h, amounts.entries, view.defaults, resultMaker(view.catalyst, run.conditions, nh3, charge))
      results.push(...rates.results)
      needs.push(...rates.needs)
    }
  }
  return { results, needs, findings }
}

type Charge = NonNullable<RunCharge> & { readonly time_h: number; /** Not charged in between. */ readonly isDischarge: boolean }

/** undefined for a trace without time and current: the card says so of the file itself. */
function chargeOf(run: Electrolysis, view: CatalystEntries, context: ComputeContext): Charge | undefined {
  const byId = new Map(view.entries.map((entry) => [entry.id, entry]))
  try {
    const parts = run.traces.map((id) => {
      const area = areaOf(byId.get(id)!, view.defaults)
      const area_cm2 = typeof area === 'number' ? area : null
      return context.derive(id, 'battery-charge', area_cm2, (measurement) => {
        const columns = batteryColumns(measurement, area_cm2 ?? undefined)
        const { capacity_mAh } = discharge(columns)
        const steps = columns.voltage_V ? currentSteps(columns) : []
        return { charge_C: capacity_mAh * 3.6, time_s: columns.time_s!.at(-1)! - columns.time_s![0]!, isDischarge: steps.length < 2 || kindOfSteps(steps) !== 'cycled' }
      })
    })
    return { value: parts.reduce((sum, { charge_C }) => sum + charge_C, 0), time_h: parts.reduce((sum, { time_s }) => sum + time_s, 0) / 3600, isDischarge: parts.every(({ isDischarge }) => isDischarge), inputs: run.traces }
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
