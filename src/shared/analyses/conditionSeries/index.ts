import { collectElectrolyses } from '../electrolysisPlan'
import type { Electrolyses, Electrolysis } from '../../electrochemistry/electrolysis'
import { sampleSd } from '../../numerics/sampleSd'
import type { Figure, Series } from '../../figure'
import { groupBy } from '../../groupBy'
import type { ResolvedFields } from '../../metadata/fields'
import { defineAnalysis, type ComputeContext, type Result } from '../analysis'
import { potentialText } from '../potentialFigure'
import { resultsOfMetric } from '../resultsByMetric'

interface Variable { readonly title: string; readonly unit: string; readonly of: (run: Electrolysis) => number | undefined }
const field = (read: (fields: ResolvedFields) => number | undefined) => (run: Electrolysis): number | undefined => read(run.fields)
const variables: ReadonlyMap<string, Variable> = new Map([
  ['NO₃⁻ concentration', { title: 'c(NO₃⁻)', unit: 'M', of: (run: Electrolysis) => (typeof run.conditions.nitrate_M === 'number' && run.conditions.nitrate_M > 0 ? run.conditions.nitrate_M : undefined) }],
  ['pH', { title: 'pH', unit: '', of: field((fields) => fields.pH?.value) }],
  ['temperature', { title: 'Temperature', unit: '°C', of: field((fields) => fields.temperature_C?.value) }],
  ['loading', { title: 'Loading', unit: 'mg cm⁻²', of: field((fields) => fields.loading_mg_cm2?.value) }],
  ['time', { title: 'Time of electrolysis', unit: 'h', of: field((fields) => fields.time_h?.value) }]
])
interface Metric { readonly analysis: string; readonly metric: string; readonly title: string; readonly unit: string }
const metrics: readonly Metric[] = [
  { analysis: 'faradaic-efficiency', metric: 'fe_nh3', title: 'FE(NH₃)', unit: '%' },
  { analysis: 'ammonia-yield', metric: 'yield_nh3_mass', title: 'NH₃ yield', unit: 'mg h⁻¹ mg_cat⁻¹' },
  { analysis: 'partial-current', metric: 'j_nh3', title: 'j(NH₃)', unit: 'mA cm⁻²' }
]

/** FE, yield and partial current against one condition at a fixed potential. */
export const conditionSeries = defineAnalysis<Electrolyses>({
  id: 'condition-series',
  version: 2,
  title: 'Series of conditions',
  tab: 'performance',
  scope: 'catalyst',
  metrics: [],
  about: {
    equation: 'mean ± sd of the runs with the same condition and potential', source: 'the cards of FE, yield and partial current',
    assumes: ['one line for each potential with at least two different values of the condition', 'all else of the runs is taken as equal: the run sheet says what was changed', 'recycling cycles and nitrate-free runs are not drawn']
  },
  settings: [{ key: 'variable', label: 'Against', default: 'automatic', options: ['automatic', ...variables.keys()] }],
  after: ['faradaic-efficiency', 'ammonia-yield', 'partial-current'],
  collect: (view, settings) => {
    const collected = collectElectrolyses(view)
    return collected && chosen(collected.plan.runs, String(settings.variable)).length > 0 ? collected : null
  },
  compute: (view, { runs }, settings, context) => {
    const figures = chosen(runs, String(settings.variable)).flatMap(([name, variable]) => metrics.flatMap((metric): Figure[] => {
      const series = linesOf(runs, variable, metric, context, view.catalyst)
      return series.length === 0 ? [] : [{
        kind: 'xy', id: `series-${name}-${metric.metric}`, title: `${metric.title} against ${variable.title}`, x: { title: variable.title, unit: variable.unit },
        y: { title: metric.title, unit: metric.unit }, series
      }]
    }))
    return { results: [], figures, needs: [], findings: [] }
  }
})

/** The condition that was asked for, else every one that takes two values or more at some potential. */
function chosen(runs: readonly Electrolysis[], wanted: string): (readonly [string, Variable])[] {
  const groups = [...byPotential(runs).values()]
  return [...variables].filter(([name, variable]) => (wanted === 'automatic' || wanted === name) &&
    groups.some((group) => isVaried(group, variable)))
}

function isVaried(group: readonly Electrolysis[], { of }: Variable): boolean {
  const values = new Set<number>()
  return group.some((run) => { const value = of(run); return value !== undefined && values.add(value).size > 1 })
}

function byPotential(runs: readonly Electrolysis[]): ReadonlyMap<string, readonly Electrolysis[]> {
  const texts = new Map<number, string>()
  const textOf = (potential_V: number): string => {
    const text = texts.get(potential_V) ?? potentialText(potential_V)
    texts.set(potential_V, text)
    return text
  }
  const fitting = runs.filter(({ setPotential_V, readings, conditions }) => setPotential_V !== null && readings.length > 0 && conditions.nitrate_M !== 0 && conditions.cycle === undefined)
  return groupBy(fitting, (run) => textOf(run.setPotential_V!))
}

function linesOf(runs: readonly Electrolysis[], variable: Variable, metric: Metric, context: ComputeContext, catalyst: string | null): Series[] {
  const singles = resultsOfMetric(context.upstream(metric.analysis), metric.metric).filter(({ n }) => n === undefined)
  /** The first of each reading. */
  const ofReading = new Map(singles.toReversed().flatMap((result) => result.inputs.map((id) => [id, result] as const)))
  return [...byPotential(runs)].flatMap(([potential, group]): Series[] => {
    const points = new Map<number, Result[]>()
    for (const run of group) {
      const at = variable.of(run)
      const result = run.readings.map((id) => ofReading.get(id)).find((found) => found !== undefined)
      if (at !== undefined && result) points.set(at, [...(points.get(at) ?? []), result])
    }
    const ordered = [...points].sort(([a], [b]) => a - b)
    if (ordered.length < 2) return []
    return [{
      name: `${potential} V vs RHE`, style: 'linePoints', x: ordered.map(([at]) => at), y: ordered.map(([, results]) => mean(results)), yError: ordered.map(([, results]) => spread(results)),
      ...(catalyst === null ? {} : { catalyst })
    }]
  })
}

const mean = (results: readonly Result[]): number => results.reduce((sum, { value }) => sum + value, 0) / results.length
const spread = (results: readonly Result[]): number | null => (results.length > 1 ? sampleSd(results.map(({ value }) => value)) : results[0]!.u)
