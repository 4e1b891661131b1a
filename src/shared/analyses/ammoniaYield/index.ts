import { MOLAR_MASS_G_PER_MOL } from '../../constants'
import { areaOf } from '../../electrochemistry/areaOf'
import { catalystMass } from '../../electrochemistry/catalystMass'
import { nameOf, type Electrolyses, type Electrolysis } from '../../electrochemistry/electrolysis'
import { amountContext, productAmount, type ProductAmount } from '../../electrochemistry/productAmount'
import { replicateMeans } from '../../electrochemistry/replicateMeans'
import { message } from '../../message'
import type { CatalystEntries, Entry } from '../../project'
import { defineAnalysis, type Conditions, type Need, type Result, type Term } from '../analysis'
import { chargeResult, collectElectrolyses, conditionsOf, durationOf, uniqueNeeds } from '../electrolysisPlan'
import { barsAgainstPotential } from '../potentialFigure'
import { molarYieldPerArea, yieldPerArea, yieldPerMass } from './ammoniaYield'

export const ammoniaYield = defineAnalysis<Electrolyses>({
  id: 'ammonia-yield',
  version: 1,
  title: 'NH₃ yield rate',
  tab: 'performance',
  scope: 'catalyst',
  metrics: ['nh3_mass', 'yield_nh3_mass', 'yield_nh3_area', 'yield_nh3_molar'],
  about: {
    equation: 'r = c·V/(t·m_cat)  or  c·V/(t·A);  c = c_reading·D − c_blank',
    source: 'seed paper, experimental section',
    assumes: ['m_cat is the mass of the run sheet, else loading × area', 't is the time of the run sheet where given, else the length of the trace', 'the rate is constant over t']
  },
  settings: [],
  after: ['electrolysis-charge', 'calibration'],
  collect: (view) => {
    const collected = collectElectrolyses(view)
    return collected?.plan.runs.some((run) => run.readings.length > 0) ? collected : null
  },
  compute: (view, plan, _settings, context) => {
    const amounts = amountContext(view, plan.reagentBlanks, context.upstream('calibration'), context.derive)
    const singles: Result[] = []
    const needs: Need[] = []
    for (const run of plan.runs) {
      const amount = productAmount(run, 'NH3', amounts)
      if (!amount) continue
      if ('needs' in amount) {
        needs.push(...amount.needs)
        continue
      }
      const charge = chargeResult(run, context)
      const conditions = conditionsOf(run, charge)
      const result = resultMaker(view.catalyst, conditions, amount, charge)
      singles.push(result('nh3_mass', 'mg', MOLAR_MASS_G_PER_MOL.NH3 * 1000, amount.method, []))
      const time_h = durationOf(run, charge)
      if (time_h === undefined || !(time_h > 0)) {
        needs.push({ message: message('needs.time', 'time of electrolysis of {file} (h), or its i–t trace', { file: nameOf(amounts.entries.get(run.readings[0] ?? '')) }), where: 'runSheet', field: 'time_h', entries: run.readings })
        continue
      }
      needs.push(...ratesOf(run, time_h, view, result, singles))
    }
    const results = [...singles, ...replicateMeans(singles)]
    const figure = barsAgainstPotential(results, [{ name: 'NH₃ yield', metric: 'yield_nh3_mass', ...(view.catalyst === null ? {} : { catalyst: view.catalyst }) }], { id: 'ammonia-yield', title: 'NH₃ yield rate', yTitle: 'NH₃ yield', unit: 'mg h⁻¹ mg_cat⁻¹', stacked: false })
    return { results, figures: figure && figure.groups.length > 0 ? [figure] : [], needs: uniqueNeeds(needs), findings: [] }
  }
})

type ResultMaker = (metric: string, unit: string, perMol: number, method: string, terms: readonly Term[]) => Result

function resultMaker(catalyst: string | null, conditions: Conditions, amount: ProductAmount, charge: Result | undefined): ResultMaker {
  return (metric, unit, perMol, method, terms) => ({
    catalyst, metric, unit, conditions, method, value: amount.amountMol * perMol, u: amount.u_mol === null ? null : amount.u_mol * perMol,
    inputs: [...new Set([...(charge?.inputs ?? []), ...amount.inputs])], terms: [...amount.terms, ...terms], budget: amount.budget.map(({ source, u }) => ({ source, u: u * perMol }))
  })
}

function ratesOf(run: Electrolysis, time_h: number, view: CatalystEntries, result: ResultMaker, singles: Result[]): Need[] {
  const needs: Need[] = []
  const ids = [...run.traces, ...run.readings]
  const anchor = view.entries.find((entry) => ids.includes(entry.id))
  const area = anchor ? areaOf({ ...anchor, fields: run.fields } satisfies Entry, view.defaults) : undefined
  const area_cm2 = typeof area === 'number' ? area : undefined
  const mass = catalystMass(run, area_cm2, ids)
  const time: Term = { name: 'time_h', value: time_h }
  if ('mass_mg' in mass) singles.push(result('yield_nh3_mass', 'mg/h/mgcat', yieldPerMass({ amountMol: 1, time_h, mass_mg: mass.mass_mg }), `r = n·M/(t·m), ${mass.method}`, [time, { name: 'mass_mg', value: mass.mass_mg }]))
  else needs.push(mass)
  if (area_cm2 === undefined) return typeof area === 'object' ? [...needs, area] : needs
  const terms: Term[] = [time, { name: 'area_cm2', value: area_cm2 }]
  singles.push(result('yield_nh3_area', 'mg/h/cm2', yieldPerArea({ amountMol: 1, time_h, area_cm2 }), 'r = n·M/(t·A)', terms))
  singles.push(result('yield_nh3_molar', 'umol/h/cm2', molarYieldPerArea({ amountMol: 1, time_h, area_cm2 }), 'r = n/(t·A)', terms))
  return needs
}
