import type { RadarFigure } from '../../figure'
import { message } from '../../message'
import { defineAnalysis, type Finding, type Outcome, type Result, type Settings } from '../analysis'
import { sharedNitrate_M } from '../comparison'
import { resultsOfMetric } from '../resultsByMetric'
import { rankCatalysts, rankingRules } from './rankCatalysts'
import { scaledAxes, type RadarAxis } from './scaledAxes'

const SOURCE = 'seed paper, radar plot; the rule of the ranking is the one set on the card'
const potentialRules = ['best of each catalyst', 'at the potential below'] as const

interface Axis extends RadarAxis { readonly analysis: string; readonly best: 'largest' | 'smallest'; readonly isAtSharedNitrate?: true }
const axes: readonly Axis[] = [
  { title: 'FE(NH₃)', analysis: 'faradaic-efficiency', metric: 'fe_nh3', best: 'largest' },
  { title: 'NH₃ yield', analysis: 'ammonia-yield', metric: 'yield_nh3_mass', best: 'largest' },
  { title: 'j(NH₃)', analysis: 'partial-current', metric: 'j_nh3', best: 'largest' },
  { title: 'η(10 mA cm⁻²)', analysis: 'linear-sweep', metric: 'overpotential_10', best: 'smallest' },
  { title: 'k', analysis: 'kinetics', metric: 'k_first', best: 'largest', isAtSharedNitrate: true }
]

/** Which catalyst is better by a stated rule, with every raw number beside its share of the picture. */
export const performanceRadar = defineAnalysis<null>({
  id: 'performance-radar',
  version: 2,
  title: 'Radar and ranking',
  tab: 'performance',
  scope: 'comparison',
  metrics: [],
  about: {
    equation: 's = (x − x_min)/(x_max − x_min) over the compared catalysts;  η: s = (η_max − η)/(η_max − η_min)',
    source: SOURCE,
    assumes: ['0 is the worst of the compared catalysts, not zero of the quantity', 'an axis needs two catalysts with different values', 'a catalyst that lacks an axis is drawn but not ranked', 'currents by magnitude', 'k: all at the concentration of nitrate at which most catalysts were measured']
  },
  settings: [
    { key: 'rule', label: 'Rank by', default: 'area', options: rankingRules },
    { key: 'potentialRule', label: 'FE, yield and current', default: 'best of each catalyst', options: potentialRules },
    { key: 'potential', label: 'Potential', unit: 'V vs RHE', default: -0.5 }
  ],
  after: ['faradaic-efficiency', 'ammonia-yield', 'partial-current', 'linear-sweep', 'kinetics'],
  collect: () => ({ entries: [], plan: null }),
  compute: (_view, _plan, settings, context) => {
    const values = axes.map(({ analysis, metric, best, isAtSharedNitrate }) => {
      const outcomes = context.upstreamAll(analysis)
      return byCatalyst(outcomes, metric, best, settings, isAtSharedNitrate && sharedNitrate_M(outcomes, metric))
    })
    const catalysts = [...new Set(values.flatMap((byName) => [...byName.keys()]))]
    const used = axes.flatMap((axis, i) => (new Set([...values[i]!.values()].map(({ value }) => value)).size > 1 ? [{ axis, raw: values[i]! }] : []))
    if (catalysts.length < 2 || used.length < 3) return { results: [], figures: [], needs: [], findings: [] }
    const scaled = scaledAxes(used.map(({ raw }) => new Map([...raw].map(([name, result]) => [name, Math.abs(result.value)]))), used.map(({ axis }) => axis.best === 'smallest'))
    const figure: RadarFigure = {
      kind: 'radar', id: 'performance-radar', title: 'Radar', categories: used.map(({ axis }) => axis.title), x: { title: '', unit: '' }, y: { title: 'scaled to 0 … 1', unit: '' },
      groups: catalysts.map((name) => ({
        name, catalyst: name, values: scaled.map((axis) => axis.get(name) ?? null),
        raw: used.map(({ raw }) => { const result = raw.get(name); return result ? { value: result.value, u: result.u, unit: result.unit } : null })
      }))
    }
    return { results: [], figures: [figure], needs: [], findings: rankingNote(rankCatalysts(figure, String(settings.rule)), String(settings.rule)) }
  }
})

function byCatalyst(outcomes: readonly Outcome[], metric: string, best: Axis['best'], settings: Settings, nitrate_M?: number): ReadonlyMap<string, Result> {
  const chosen = new Map<string, Result>()
  const isFixed = settings.potentialRule === 'at the potential below'
  for (const outcome of outcomes) {
    const own = resultsOfMetric(outcome, metric).filter((result) => result.conditions.nitrate_M !== 0 && (nitrate_M === undefined || result.conditions.nitrate_M === nitrate_M) && result.conditions.cycle === undefined &&
      (!isFixed || typeof result.conditions.potential_V_RHE !== 'number' || Math.abs(result.conditions.potential_V_RHE - Number(settings.potential)) <= 0.005))
    const means = own.filter((result) => result.n !== undefined)
    for (const result of means.length > 0 ? means : own) {
      const before = outcome.catalyst === null ? undefined : chosen.get(outcome.catalyst)
      const isBetter = before === undefined || (best === 'largest' ? Math.abs(result.value) > Math.abs(before.value) : result.value < before.value)
      if (outcome.catalyst !== null && isBetter) chosen.set(outcome.catalyst, result)
    }
  }
  return chosen
}

function rankingNote({ ranked, unranked }: ReturnType<typeof rankCatalysts>, rule: string): Finding[] {
  if (ranked.length < 2) return []
  const order = ranked.map(({ catalyst, score }) => `${catalyst} ${score.toFixed(2)}`).join(' > ')
  const missing = unranked.length === 0 ? '' : ` Not ranked for want of an axis: ${unranked.join(', ')}.`
  return [{
    rule: 'ranking', level: 'note', catalyst: null, source: SOURCE, message: message('finding.ranking', 'By {rule}: {order}.{missing}', { rule, order, missing })
  }]
}
