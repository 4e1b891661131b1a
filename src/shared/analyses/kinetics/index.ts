import { MOLAR_MASS_G_PER_MOL } from '../../constants'
import { nameOf, readingsOf, type Electrolyses, type Electrolysis } from '../../electrochemistry/electrolysis'
import { netConcentration } from '../../electrochemistry/netConcentration'
import { uncertaintyOf } from '../../electrochemistry/spread'
import { amountContext, type AmountContext } from '../../electrochemistry/undilutedConcentration'
import { runMeans } from '../../electrochemistry/replicateMeans'
import { entriesById } from '../../entriesById'
import type { Handle, Series } from '../../figure'
import { pointKey, pointsLeftOut } from '../../leftOut'
import { message } from '../../message'
import type { Entry } from '../../project'
import { defineAnalysis, type Conditions, type Finding, type Need, type Result, type Settings } from '../analysis'
import { collectElectrolyses, uniqueNeeds } from '../electrolysisPlan'
import { namesApart, toldApart } from '../toldApart'
import { orderText } from './orderText'
import { rateConstants, type RateConstant, type RateConstants } from './rateConstants'

const SOURCE = 'seed paper, consumption of NO₃⁻ with time; Burnham & Anderson 2002 (AICc)'

export const kinetics = defineAnalysis<Electrolyses>({
  id: 'kinetics',
  version: 4,
  title: 'Kinetics of NO₃⁻ consumption',
  tab: 'performance',
  scope: 'catalyst',
  metrics: ['k_zero_normalised', 'k_zero', 'k_first'],
  about: {
    equation: 'C/C₀ = 1 − k t (zero order, 1/h);  C = C₀ − k t (mM/h);  ln(C/C₀) = −k t (first order, 1/h)',
    source: SOURCE,
    assumes: ['C₀ is the measured concentration at the first time that counts', 'the volume stays constant; samples taken are not corrected for', 'all times weigh the same']
  },
  settings: [
    { key: 'from', label: 'Fit from', unit: 'h', default: 0, zero: 'the first time' },
    { key: 'to', label: 'Fit to', unit: 'h', default: 0, zero: 'the last time' },
    { key: 'leftOut', label: 'Times left out (h), as 2; 5', default: '' }
  ],
  after: ['calibration'],
  collect: (view) => {
    const collected = collectElectrolyses(view)
    const entries = entriesById(view.entries)
    const hasSeries = collected?.plan.runs.some((run) => nitrateReadings(run, entries).length > 1)
    return collected && hasSeries ? collected : null
  },
  compute: (view, plan, settings, context) => {
    const amounts = amountContext(view, plan.reagentBlanks, context.upstream('calibration'), context.derive)
    const singles: Result[] = []
    const needs: Need[] = []
    const findings: Finding[] = []
    const measured: Series[] = []
    const fitted: Series[] = []
    const isLeftOut = pointsLeftOut(String(settings.leftOut))
    const runs = plan.runs.filter((run) => nitrateReadings(run, amounts.entries).length > 1)
    const several = runs.length > 1
    // Points left out are known by the shorter name, so that they stay out when a run of another concentration is added.
    const [names, keys] = [namesOf(runs, amounts.entries, true), namesOf(runs, amounts.entries, false)]
    for (const run of runs) {
      const readings = nitrateReadings(run, amounts.entries)
      const points = concentrations(run, readings, amounts, needs, findings)
      if (points.length < 2) continue
      const { time_h: _howLong, ...conditions } = run.conditions as Conditions & { time_h?: number }
      const [seriesName, leftOutName] = [names.get(run.key)!, keys.get(run.key)!]
      const isUsed = points.map((point) => inWindow(point.time_h, settings) && !isLeftOut(point.time_h, leftOutName))
      const used = points.filter((_, i) => isUsed[i])
      const look = view.catalyst === null ? {} : { catalyst: view.catalyst }
      const left = points.length - used.length
      measured.push({
        name: seriesName, style: 'points', x: points.map((point) => point.time_h), y: points.map((point) => point.mM), yError: points.map((point) => point.u), ...look,
        picks: { setting: 'leftOut', value: String(settings.leftOut), keys: points.map((point) => pointKey(point.time_h, several ? leftOutName : null)), isOut: isUsed.map((is) => !is) },
        ...(left > 0 ? { note: `${left} of ${points.length} points do not count (hollow)` } : {})
      })
      if (left > 0 && used.length < 3) {
        needs.push({ message: message('needs.kineticsWindow', 'three or more times inside the fit window and not left out ({series} has {n})', { series: seriesName, n: used.length }), where: 'settings' })
        continue
      }
      try {
        const fit = rateConstants(used.map((point) => point.time_h), used.map((point) => point.mM))
        fitted.push(curveOf(fit, used, several ? seriesName : null))
        const better = orderText(fit)
        const result = (metric: string, unit: string, order: string, constant: RateConstant | null): Result[] =>
          constant === null ? [] : [{ catalyst: view.catalyst, metric, value: constant.k, u: constant.u, unit, conditions, method: `${order}, ${used.length}${left > 0 ? ` of ${points.length}` : ''} times${better}`, inputs: used.flatMap((point) => point.inputs) }]
        singles.push(...result('k_zero_normalised', '1/h', 'pseudo-zero order on C/C₀', fit.zeroNormalised), ...result('k_zero', 'mM/h', 'pseudo-zero order on C', fit.zero), ...result('k_first', '1/h', 'first order on ln C', fit.first))
        if (!fit.first) findings.push(found(view.catalyst, readings, 'finding.noFirstOrder', 'A concentration of the series is not above zero, so first order cannot be fitted.', {}))
        if (used.length < 5) findings.push(found(view.catalyst, readings, 'finding.fewTimes', 'Only {n} times: the order of the reaction cannot be told with confidence.', { n: used.length }))
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        needs.push({ message: message('needs.kinetics', 'NO3⁻ readings at three or more times: {why}', { why: error.message }), where: 'runSheet', field: 'time_h', entries: readings.map((entry) => entry.id) })
      }
    }
    return {
      results: [...singles, ...runMeans(singles.filter((result) => result.conditions.replicate !== undefined))], needs: uniqueNeeds(needs), findings,
      figures: measured.length === 0 ? [] : [{
        kind: 'xy', id: 'kinetics', title: 'NO₃⁻ with time', x: { title: 'Time', unit: 'h' }, y: { title: 'c(NO₃⁻)', unit: 'mM' }, series: [...measured, ...fitted],
        handles: handlesOf(settings, measured.flatMap(({ x }) => x))
      }]
    }
  }
})

const inWindow = (time_h: number, { from, to }: Settings): boolean => time_h >= Number(from) && (!(Number(to) > 0) || time_h <= Number(to))

function handlesOf({ from, to }: Settings, times: readonly number[]): readonly Handle[] {
  return [
    { label: 'Fit from', setting: 'from', value: Number(from) > 0 ? Number(from) : Math.min(...times) },
    { label: 'Fit to', setting: 'to', value: Number(to) > 0 ? Number(to) : Math.max(...times) }
  ]
}

/** The order that describes the points better, zero order where that cannot be told, over the times that count. */
function curveOf({ zero, first, aicc }: RateConstants, used: readonly Point[], of: string | null): Series {
  const told = (text: string): string => (of === null ? text : `${of}: ${text}`)
  const isFirst = first !== null && aicc !== null && aicc.first < aicc.zero
  const [start, end] = [used[0]!.time_h, used.at(-1)!.time_h]
  const x = Array.from({ length: isFirst ? 41 : 2 }, (_, i, count = isFirst ? 40 : 1) => start + ((end - start) * i) / count)
  return isFirst
    ? { name: told(`first order, k = ${first.k.toPrecision(3)} h⁻¹`), style: 'line', x, y: x.map((t) => first.start * Math.exp(-first.k * t)) }
    : { name: told(`zero order, k = ${zero.k.toPrecision(3)} mM h⁻¹`), style: 'line', x, y: x.map((t) => zero.start - zero.k * t) }
}

/** Potential and run of each series, what else tells it from the others, and its file where nothing does. */
function namesOf(runs: readonly Electrolysis[], entries: ReadonlyMap<string, Entry>, isWhole: boolean): ReadonlyMap<string, string> {
  const apart = toldApart(runs.map(({ conditions: { time_h: _howLong, ...conditions } }) => conditions), ['potential_V_RHE', 'run', 'replicate'])
  const names = namesApart(runs.map(({ key, conditions, traces, readings }, i) => {
    const parts = [conditions.potential_V_RHE === undefined ? '' : `${conditions.potential_V_RHE} V`, conditions.run ?? conditions.replicate ?? '', isWhole ? apart[i] : '']
    const file = nameOf(entries.get(traces[0] ?? readings[0] ?? ''))
    return { id: key, name: parts.filter((part) => part !== '').join(', '), file: runs.length > 1 ? file : '' }
  }))
  return new Map([...names].map(([key, name]) => [key, name || 'NO₃⁻']))
}

const nitrateReadings = (run: Electrolysis, entries: ReadonlyMap<string, Entry>): Entry[] =>
  readingsOf(run.readings, 'NO3', entries)

interface Point { readonly time_h: number; readonly mM: number; readonly u: number | null; readonly inputs: readonly string[] }

/** One point a time; readings of one time are averaged. A reading without its time is asked for it. */
function concentrations(run: Electrolysis, readings: readonly Entry[], amounts: AmountContext, needs: Need[], findings: Finding[]): Point[] {
  const byTime = new Map<number, Entry[]>()
  for (const entry of readings) {
    const time_h = entry.fields.time_h?.value
    if (time_h === undefined) needs.push({ message: message('needs.readingTime', 'time (h) of a NO3⁻ reading'), where: 'runSheet', field: 'time_h', entries: [entry.id] })
    else byTime.set(time_h, [...(byTime.get(time_h) ?? []), entry])
  }
  return [...byTime].sort(([a], [b]) => a - b).flatMap(([time_h, entries]): Point[] => {
    const found = netConcentration(run, entries, 'NO3', amounts, findings)
    if ('needs' in found) {
      needs.push(...found.needs)
      return []
    }
    const perMm = 1 / MOLAR_MASS_G_PER_MOL['NO3-']
    return [{ time_h, mM: found.value * perMm, u: found.spread && uncertaintyOf(found.spread) * perMm, inputs: found.inputs }]
  })
}

function found(catalyst: string | null, readings: readonly Entry[], id: string, text: string, params: Record<string, string | number>): Finding {
  return { rule: 'kinetics', level: 'warning', catalyst, message: message(id, text, params), source: SOURCE, metric: 'k_zero_normalised', entries: readings.map((entry) => entry.id) }
}
