import { linearFit, type LinearFit } from '../../numerics/linearFit'
import { sampleSd } from '../../numerics/sampleSd'
import { studentT95 } from '../../numerics/studentT95'
import type { Electrolyses } from '../../electrochemistry/electrolysis'
import { potentialCluster } from '../../electrochemistry/potentialCluster'
import { meanPotential, placeOf, potentialKeys } from '../../electrochemistry/setPotential'
import { seriesInWords } from '../../electrochemistry/statedOfSeries'
import type { Figure, Series } from '../../figure'
import { groupBy } from '../../groupBy'
import { pointKey, pointsLeftOut } from '../../leftOut'
import { message, type Message } from '../../message'
import { defineAnalysis, type Conditions, type Finding, type Need, type Result } from '../analysis'
import { collectElectrolyses, uniqueNeeds } from '../electrolysisPlan'
import { resultsOfMetric } from '../resultsByMetric'

const SOURCE = 'seed paper, recycling tests; statement by the 95 % interval of the slope'

export const recyclingStability = defineAnalysis<Electrolyses>({
  id: 'recycling-stability',
  version: 5,
  title: 'Recycling stability',
  tab: 'performance',
  scope: 'catalyst',
  metrics: ['retention_fe', 'retention_yield', 'decay_fe_per_cycle'],
  about: {
    equation: 'retention = last/first cycle;  decay: slope of FE against cycle ± t₉₅·se',
    source: SOURCE,
    assumes: ['cycles are not replicates', '"no significant decay" says that the 95 % interval of the slope holds zero, not that there is none']
  },
  settings: [{ key: 'leftOut', label: 'Cycles left out, as 1; 7', default: '' }],
  after: ['faradaic-efficiency', 'ammonia-yield'],
  collect: (view) => {
    const collected = collectElectrolyses(view)
    const cycles = new Set(collected?.plan.runs.flatMap((run) => run.conditions.cycle ?? []))
    return collected && cycles.size > 1 ? collected : null
  },
  compute: (view, _plan, settings, context) => {
    const isLeftOut = pointsLeftOut(String(settings.leftOut))
    const counted = (points: readonly Result[]): Result[] => points.filter((result) => !isLeftOut(cycleOf(result), nameOf(result.conditions)))
    const singles = (id: string, metric: string): Result[] => resultsOfMetric(context.upstream(id), metric).filter((result) => result.n === undefined && typeof result.conditions.cycle === 'number')
    const stated = seriesInWords(view.entries)
    const results: Result[] = []
    const findings: Finding[] = []
    const figures: Figure[] = []
    const needs: Need[] = []
    const say = (level: Finding['level'], rule: string, metric: string, points: readonly Result[], text: Message): void => {
      findings.push({ rule, level, catalyst: view.catalyst, metric, source: SOURCE, message: text, entries: [...new Set(points.flatMap((result) => result.inputs))] })
    }
    /** Last over first; of a first cycle that made nothing, nothing can be retained. */
    const retained = (metric: string, points: readonly Result[]): void => {
      const first = points[0]!
      if (first.value > 0) results.push(retention(metric, points, view.catalyst, stated(points.flatMap(({ inputs }) => inputs))))
      else say('warning', 'nothing-to-retain', metric, [first], message('check.nothingToRetain', 'Cycle {cycle}, the first that counts, made no NH₃: there is no retention; leave it out if it went wrong.', { cycle: cycleOf(first) }))
    }
    /** A cycle that was made twice is two series, and which run belongs to which cannot be told from their numbers. */
    const areTold = (points: readonly Result[]): boolean => {
      const twice = points.filter((result, i) => i > 0 && cycleOf(result) === cycleOf(points[i - 1]!))
      if (twice.length === 0) return true
      const same = points.filter((result) => twice.some((other) => cycleOf(other) === cycleOf(result)))
      const params = { cycles: [...new Set(twice.map(cycleOf))].join(', '), runs: [...new Set(same.map(({ conditions }) => String(conditions.run ?? '–')))].join(', ') }
      needs.push({ message: message('needs.cycleTwice', 'a replicate for each series of cycles: cycle {cycles} was made more than once (runs {runs})', params), where: 'runSheet', field: 'replicate', entries: [...new Set(same.flatMap((result) => result.inputs))] })
      return false
    }
    const efficiency = seriesOf(singles('faradaic-efficiency', 'fe_nh3'))
    for (const points of efficiency.filter(areTold).map(counted)) {
      if (points.length < 2) {
        needs.push({ message: message('needs.cycles', 'two or more cycles that are not left out (there are {n})', { n: points.length }), where: 'settings' })
        continue
      }
      retained('retention_fe', points)
      if (points.length >= 3) {
        const fit = linearFit(points.map(cycleOf), points.map((result) => result.value))
        const decay = decayOf(fit, points, view.catalyst)
        results.push(decay)
      }
      if (points.length < 10) say('note', 'few-cycles', 'retention_fe', points, message('check.fewCycles', 'Only {n} cycles; ten or more say something about stability.', { n: points.length }))
    }
    const yields = seriesOf(singles('ammonia-yield', 'yield_nh3_mass'))
    for (const points of yields.filter(areTold).map(counted)) if (points.length > 1) retained('retention_yield', points)
    const draw = (lists: readonly (readonly Result[])[], id: string, title: string, unit: string): void => {
      if (lists.length === 0) return
      figures.push({
        kind: 'xy', id, title, x: { title: 'Cycle', unit: '' }, y: { title, unit, holdsZero: true },
        series: lists.map((points): Series => {
          const name = nameOf(points[0]!.conditions)
          const isOut = points.map((result) => isLeftOut(cycleOf(result), name))
          return {
            name, style: isOut.includes(true) ? 'points' : 'linePoints', x: points.map(cycleOf), y: points.map((result) => result.value), yError: points.map((result) => result.u),
            picks: { setting: 'leftOut', value: String(settings.leftOut), keys: points.map((result) => pointKey(cycleOf(result), lists.length > 1 ? name : null)), isOut },
            ...(view.catalyst === null ? {} : { catalyst: view.catalyst }), ...(isOut.includes(true) ? { note: `${isOut.filter(Boolean).length} of ${points.length} cycles do not count (hollow)` } : {})
          }
        })
      })
    }
    draw(efficiency, 'recycling-fe', 'FE(NH₃)', '%')
    draw(yields, 'recycling-yield', 'NH₃ yield', 'mg h⁻¹ mg_cat⁻¹')
    return { results, figures, needs: uniqueNeeds(needs), findings }
  }
})

const cycleOf = (result: Result): number => Number(result.conditions.cycle)
const nameOf = (conditions: Conditions): string => { const place = placeOf(conditions); return place === undefined ? 'cycles' : `${place.potential_V} V` }

/** Of a series: its set potential, and the corrected ones of its cycles with their spread. */
function ofSeries(points: readonly Result[]): Conditions {
  const last = points.at(-1)!.conditions
  return { ...Object.fromEntries(Object.entries(last).filter(([key]) => !ofCycle.has(key))), ...meanPotential(points.map(({ conditions }) => conditions)).potential, cycle: Number(last.cycle) }
}
const ofCycle: ReadonlySet<string> = new Set(['cycle', 'run', ...potentialKeys])

/** Results in the order of their cycles, one series per set potential and whatever else differs but the run. */
function seriesOf(results: readonly Result[]): Result[][] {
  const cluster = potentialCluster(results.flatMap(({ conditions }) => placeOf(conditions)?.potential_V ?? []))
  const groups = groupBy(results, ({ conditions }) => {
    const place = placeOf(conditions)
    return JSON.stringify([place && [place.isOnRhe, cluster(place.potential_V)], Object.entries(conditions).filter(([key]) => !ofCycle.has(key)).sort()])
  })
  return [...groups.values()].map((group) => [...group]).filter((group) => new Set(group.map(cycleOf)).size > 1).map((group) => group.sort((a, b) => cycleOf(a) - cycleOf(b)))
}

/** Last over first cycle, %; u of both combined where both have one. */
function retention(metric: string, points: readonly Result[], catalyst: string | null, stated: string): Result {
  const [first, last] = [points[0]!, points.at(-1)!]
  const value = (100 * last.value) / first.value
  const u = first.u === null || last.u === null ? null : Math.hypot(value * first.u, 100 * last.u) / Math.abs(first.value)
  return {
    catalyst, metric, value, u, unit: '%', conditions: ofSeries(points),
    method: `cycle ${cycleOf(last)} over cycle ${cycleOf(first)}, ${points.length} cycles${stated}`, inputs: [...new Set([...first.inputs, ...last.inputs])]
  }
}

function decayOf(fit: LinearFit, points: readonly Result[], catalyst: string | null): Result {
  const half = fit.seSlope === null ? null : fit.seSlope * studentT95(points.length - 2)
  const statement = half === null ? '' : Math.abs(fit.slope) <= half ? 'no significant change at 95 %' : fit.slope < 0 ? 'significant decay at 95 %' : 'significant increase at 95 %'
  const values = points.map((result) => result.value)
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const sd = sampleSd(values)
  return {
    catalyst, metric: 'decay_fe_per_cycle', value: fit.slope, u: fit.seSlope, unit: '%/cycle', conditions: ofSeries(points),
    method: `slope over ${points.length} cycles, 95 % interval ±${half?.toPrecision(2) ?? '–'} %/cycle: ${statement}; mean ${mean.toPrecision(4)} %, ${mean > 0 ? `RSD ${((100 * sd) / mean).toPrecision(2)} %` : `SD ${sd.toPrecision(2)} %`}`, inputs: [...new Set(points.flatMap((result) => result.inputs))]
  }
}
