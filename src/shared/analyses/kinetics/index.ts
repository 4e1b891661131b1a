import { MOLAR_MASS_G_PER_MOL } from '../../constants'
import { analyteOfEntry, type Electrolyses, type Electrolysis } from '../../electrochemistry/electrolysis'
import { amountContext, undilutedConcentration, type AmountContext } from '../../electrochemistry/undilutedConcentration'
import { replicateMeans } from '../../electrochemistry/replicateMeans'
import type { Series } from '../../figure'
import { message } from '../../message'
import type { Entry } from '../../project'
import { defineAnalysis, type Conditions, type Finding, type Need, type Result } from '../analysis'
import { collectElectrolyses, uniqueNeeds } from '../electrolysisPlan'
import { rateConstants, type RateConstant } from './rateConstants'

const SOURCE = 'seed paper, consumption of NO₃⁻ with time; Burnham & Anderson 2002 (AICc)'

export const kinetics = defineAnalysis<Electrolyses>({
  id: 'kinetics',
  version: 1,
  title: 'Kinetics of NO₃⁻ consumption',
  tab: 'performance',
  scope: 'catalyst',
  metrics: ['k_zero_normalised', 'k_zero', 'k_first'],
  about: {
    equation: 'C/C₀ = 1 − k t (zero order, 1/h);  C = C₀ − k t (mM/h);  ln(C/C₀) = −k t (first order, 1/h)',
    source: SOURCE,
    assumes: ['C₀ is the measured concentration at the first time', 'the volume stays constant; samples taken are not corrected for', 'all times weigh the same']
  },
  settings: [],
  after: ['calibration'],
  collect: (view) => {
    const collected = collectElectrolyses(view)
    const entries = new Map(view.entries.map((entry) => [entry.id, entry]))
    const hasSeries = collected?.plan.runs.some((run) => nitrateReadings(run, entries).length > 1)
    return collected && hasSeries ? collected : null
  },
  compute: (view, plan, _settings, context) => {
    const amounts = amountContext(view, plan.reagentBlanks, context.upstream('calibration'), context.load)
    const singles: Result[] = []
    const needs: Need[] = []
    const findings: Finding[] = []
    const series: Series[] = []
    for (const run of plan.runs) {
      const readings = nitrateReadings(run, amounts.entries)
      if (readings.length < 2) continue
      const points = concentrations(readings, amounts, needs, findings)
      if (points.length < 2) continue
      const { time_h: _howLong, ...conditions } = run.conditions as Conditions & { time_h?: number }
      const name = [conditions.potential_V_RHE === undefined ? undefined : `${conditions.potential_V_RHE} V`, conditions.run ?? conditions.replicate].filter((part) => part !== undefined).join(', ')
      series.push({ name: name || 'NO₃⁻', style: 'linePoints', x: points.map((point) => point.time_h), y: points.map((point) => point.mM), yError: points.map((point) => point.u), ...(view.catalyst === null ? {} : { catalyst: view.catalyst }) })
      try {
        const fit = rateConstants(points.map((point) => point.time_h), points.map((point) => point.mM))
        const better = fit.aicc ? `; ${fit.aicc.zero <= fit.aicc.first ? 'zero' : 'first'} order fits better (AICc ${fit.aicc.zero.toFixed(1)} zero, ${fit.aicc.first.toFixed(1)} first)` : ''
        const result = (metric: string, unit: string, order: string, constant: RateConstant | null): Result[] =>
          constant === null ? [] : [{ catalyst: view.catalyst, metric, value: constant.k, u: constant.u, unit, conditions, method: `${order}, ${points.length} times${better}`, inputs: points.flatMap((point) => point.inputs) }]
        singles.push(...result('k_zero_normalised', '1/h', 'pseudo-zero order on C/C₀', fit.zeroNormalised), ...result('k_zero', 'mM/h', 'pseudo-zero order on C', fit.zero), ...result('k_first', '1/h', 'first order on ln C', fit.first))
        if (!fit.first) findings.push(found(view.catalyst, readings, 'finding.noFirstOrder', 'A concentration of the series is not above zero, so first order cannot be fitted.', {}))
        if (points.length < 5) findings.push(found(view.catalyst, readings, 'finding.fewTimes', 'Only {n} times: the order of the reaction cannot be told with confidence.', { n: points.length }))
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        needs.push({ message: message('needs.kinetics', 'NO3⁻ readings at three or more times: {why}', { why: error.message }), where: 'runSheet', field: 'time_h', entries: readings.map((entry) => entry.id) })
      }
    }
    return {
      results: [...singles, ...replicateMeans(singles.filter((result) => result.conditions.replicate !== undefined))], needs: uniqueNeeds(needs), findings,
      figures: series.length === 0 ? [] : [{ kind: 'xy', id: 'kinetics', title: 'NO₃⁻ with time', x: { title: 'Time', unit: 'h' }, y: { title: 'c(NO₃⁻)', unit: 'mM' }, series }]
    }
  }
})

const nitrateReadings = (run: Electrolysis, entries: ReadonlyMap<string, Entry>): Entry[] =>
  run.readings.flatMap((id) => entries.get(id) ?? []).filter((entry) => analyteOfEntry(entry) === 'NO3')

interface Point { readonly time_h: number; readonly mM: number; readonly u: number | null; readonly inputs: readonly string[] }

/** One point a time; readings of one time are averaged. A reading without its time is asked for it. */
function concentrations(readings: readonly Entry[], amounts: AmountContext, needs: Need[], findings: Finding[]): Point[] {
  const byTime = new Map<number, Entry[]>()
  for (const entry of readings) {
    const time_h = entry.fields.time_h?.value
    if (time_h === undefined) needs.push({ message: message('needs.readingTime', 'time (h) of a NO3⁻ reading'), where: 'runSheet', field: 'time_h', entries: [entry.id] })
    else byTime.set(time_h, [...(byTime.get(time_h) ?? []), entry])
  }
  return [...byTime].sort(([a], [b]) => a - b).flatMap(([time_h, entries]): Point[] => {
    const found = undilutedConcentration(entries, 'NO3', amounts, findings, 'sample')
    if ('needs' in found) {
      needs.push(...found.needs)
      return []
    }
    const perMm = 1 / MOLAR_MASS_G_PER_MOL['NO3-']
    return [{ time_h, mM: found.value * perMm, u: found.u === null ? null : found.u * perMm, inputs: found.inputs }]
  })
}

function found(catalyst: string | null, readings: readonly Entry[], id: string, text: string, params: Record<string, string | number>): Finding {
  return { rule: 'kinetics', level: 'warning', catalyst, message: message(id, text, params), source: SOURCE, metric: 'k_zero_normalised', entries: readings.map((entry) => entry.id) }
}
