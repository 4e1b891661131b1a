import { MOLAR_MASS_G_PER_MOL } from '../../constants'
import { nameOf, type Electrolyses, type Electrolysis } from '../../electrochemistry/electrolysis'
import { amountContext, productAmount, type AmountContext, type AmountNeeds, type ProductAmount } from '../../electrochemistry/productAmount'
import { runMeans } from '../../electrochemistry/replicateMeans'
import { message } from '../../message'
import type { CatalystEntries } from '../../project'
import { remembered } from '../../remembered'
import { defineAnalysis, type Computed, type Need, type Result } from '../analysis'
import { chargeResult, collectElectrolyses, conditionsOf, durationOf, uniqueNeeds } from '../electrolysisPlan'
import { barsAgainstPotential } from '../potentialFigure'
import { ratesOf, resultMaker } from './yieldResults'

export const ammoniaYield = defineAnalysis<Electrolyses>({
  id: 'ammonia-yield',
  version: 4,
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
      const charge = chargeResult(run, context)
      const made = yields(run, [view.catalyst, view.defaults, charge, amount], () => yieldsOf(run, charge, amount, view, amounts))
      singles.push(...made.results)
      needs.push(...made.needs)
    }
    const results = [...singles, ...runMeans(singles)]
    const figure = barsAgainstPotential(results, [{ name: 'NH₃ yield', metric: 'yield_nh3_mass', ...(view.catalyst === null ? {} : { catalyst: view.catalyst }) }], { id: 'ammonia-yield', title: 'NH₃ yield rate', yTitle: 'NH₃ yield', unit: 'mg h⁻¹ mg_cat⁻¹', stacked: false })
    return { results, figures: figure && figure.groups.length > 0 ? [figure] : [], needs: uniqueNeeds(needs), findings: [] }
  }
})

type OfRun = Pick<Computed, 'results' | 'needs'>
const yields = remembered<OfRun>()

function yieldsOf(run: Electrolysis, charge: Result | undefined, amount: ProductAmount | AmountNeeds, { catalyst, defaults }: CatalystEntries, { entries }: AmountContext): OfRun {
  if ('needs' in amount) return { results: [], needs: amount.needs }
  const result = resultMaker(catalyst, conditionsOf(run, charge), amount, charge)
  const made = result('nh3_mass', 'mg', MOLAR_MASS_G_PER_MOL.NH3 * 1000, amount.method, [])
  const time_h = durationOf(run, charge)
  const open = run.traceRelation === 'wholes' ? run.needs : []
  if (time_h === undefined || !(time_h > 0)) return { results: [made], needs: open.length > 0 ? open : [{ message: message('needs.time', 'time of electrolysis of {file} (h), or its i–t trace', { file: nameOf(entries.get(run.readings[0] ?? '')) }), where: 'runSheet', field: 'time_h', entries: run.readings }] }
  const rates = ratesOf(run, time_h, entries, defaults, result)
  return { results: [made, ...rates.results], needs: [...open, ...rates.needs] }
}
