import type { Electrolyses } from '../../electrochemistry/electrolysis'
import { amountContext, productAmount, type ProductAmount } from '../../electrochemistry/productAmount'
import { runMeans } from '../../electrochemistry/replicateMeans'
import { remembered } from '../../remembered'
import { defineAnalysis, type Conditions, type Result } from '../analysis'
import { chargeResult, collectElectrolyses, conditionsOf } from '../electrolysisPlan'
import { barsAgainstPotential } from '../potentialFigure'

export const nitriteRatio = defineAnalysis<Electrolyses>({
  id: 'nitrite-ratio',
  version: 4,
  title: 'NO₂⁻ to NH₃ ratio',
  tab: 'performance',
  scope: 'catalyst',
  metrics: ['ratio_no2_nh3'],
  about: { equation: 'n(NO₂⁻)/n(NH₃)', source: 'seed paper, figure of the NO₂⁻/NH₃ ratio', assumes: ['both are measured in the same electrolysis'] },
  settings: [],
  after: ['electrolysis-charge', 'calibration'],
  collect: (view) => {
    const collected = collectElectrolyses(view)
    return collected?.plan.runs.some((run) => run.readings.length > 1) ? collected : null
  },
  compute: (view, plan, _settings, context) => {
    const amounts = amountContext(view, plan.reagentBlanks, context.upstream('calibration'), context.derive)
    const singles: Result[] = []
    for (const run of plan.runs) {
      const ammonia = productAmount(run, 'NH3', amounts)
      const nitrite = productAmount(run, 'NO2', amounts)
      if (!ammonia || !nitrite || 'needs' in ammonia || 'needs' in nitrite || ammonia.amountMol === 0) continue
      const charge = chargeResult(run, context)
      singles.push(ratios(run, [view.catalyst, charge, ammonia, nitrite], () => ratioOf(view.catalyst, conditionsOf(run, charge), ammonia, nitrite)))
    }
    const results = [...singles, ...runMeans(singles)]
    const figure = barsAgainstPotential(results, [{ name: 'NO₂⁻/NH₃', metric: 'ratio_no2_nh3' }], { id: 'nitrite-ratio', title: 'NO₂⁻ to NH₃', yTitle: 'n(NO₂⁻)/n(NH₃)', unit: 'mol/mol', stacked: false })
    return { results, figures: figure && figure.groups.length > 0 ? [figure] : [], needs: [], findings: [] }
  }
})

const ratios = remembered<Result>()

function ratioOf(catalyst: string | null, conditions: Conditions, ammonia: ProductAmount, nitrite: ProductAmount): Result {
  const value = nitrite.amountMol / ammonia.amountMol
  const budget = [{ source: 'NO₂⁻', u: nitrite.u_mol }, { source: 'NH₃', u: ammonia.u_mol === null ? null : Math.abs(value) * ammonia.u_mol }]
    .flatMap(({ source, u }) => (u === null ? [] : [{ source, u: u / Math.abs(ammonia.amountMol) }]))
  return {
    catalyst, metric: 'ratio_no2_nh3', value, unit: 'mol/mol', u: budget.length < 2 ? null : Math.hypot(...budget.map((part) => part.u)), budget, conditions,
    method: 'molar ratio of the same electrolysis', inputs: [...new Set([...ammonia.inputs, ...nitrite.inputs])]
  }
}
