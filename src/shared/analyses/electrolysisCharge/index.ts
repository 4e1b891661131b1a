import { areaOf } from '../../electrochemistry/areaOf'
import { chargeOfTrace, traceColumns, type TraceCharge } from '../../electrochemistry/chargeOfTrace'
import { nameOf, type Electrolyses, type Electrolysis } from '../../electrochemistry/electrolysis'
import { setPotentialScaleOf } from '../../electrochemistry/potentialScale'
import { replicateMeans } from '../../electrochemistry/replicateMeans'
import type { Figure, Series } from '../../figure'
import type { Measurement } from '../../measurement'
import { message, type Message } from '../../message'
import { minMaxDecimate } from '../../numerics/minMaxDecimate'
import type { CatalystEntries, Entry } from '../../project'
import { defineAnalysis, type Conditions, type Finding, type Need, type Result, type Term } from '../analysis'
import { collectElectrolyses, uniqueNeeds } from '../electrolysisPlan'

const SOURCE = "Faraday's law; trapezoidal rule on the recorded times"
const POINTS_PER_TRACE = 600

export const electrolysisCharge = defineAnalysis<Electrolyses>({
  id: 'electrolysis-charge',
  version: 1,
  title: 'Electrolysis: charge and current',
  tab: 'performance',
  scope: 'catalyst',
  metrics: ['charge', 'j_mean'],
  about: {
    equation: 'Q = ∫ i dt;  j̄ = Q/(t·A)',
    source: SOURCE,
    assumes: ['the trace holds the whole electrolysis', 'current has the sign of the file; reduction is negative (IUPAC)', 't is the time of the run sheet where given, else the length of the trace']
  },
  settings: [],
  after: [],
  collect: (view) => {
    const collected = collectElectrolyses(view)
    return collected?.plan.runs.some((run) => run.traces.length > 0) ? collected : null
  },
  compute: (view, plan, _settings, context) => {
    const singles: Result[] = []
    const needs: Need[] = []
    const findings: Finding[] = []
    const series: Series[] = []
    const withoutArea: Series[] = []
    for (const run of plan.runs.filter((candidate) => candidate.traces.length > 0)) {
      needs.push(...run.needs)
      const traces = run.traces.map((id) => ({ entry: view.entries.find((entry) => entry.id === id)!, trace: context.load(id) }))
      const merged: Entry = { ...traces[0]!.entry, fields: run.fields }
      const area = areaOf(merged, view.defaults)
      const area_cm2 = typeof area === 'number' ? area : undefined
      if (typeof area !== 'number') needs.push(area)
      const charge = chargeOf(traces, area_cm2, (level, entry, text) => findings.push(finding(level, view.catalyst, entry, text)))
      if (!charge) continue
      const time_h = run.fields.time_h?.value ?? charge.duration_s / 3600
      if (Math.abs(time_h * 3600 - charge.duration_s) > 0.02 * time_h * 3600) {
        const params = { file: nameOf(merged), stated: time_h, trace: (charge.duration_s / 3600).toPrecision(4) }
        findings.push(finding('warning', view.catalyst, merged, message('finding.timeTrace', 'The time of {file} is stated as {stated} h, but its trace lasts {trace} h: Q is that of the trace.', params)))
      }
      const meanCurrent_A = charge.chargeC / (time_h * 3600)
      const conditions = withIr(run, merged, meanCurrent_A, view)
      const inputs = run.traces
      const terms: Term[] = [{ name: 'charge_C', value: charge.chargeC }, { name: 'time_h', value: time_h }, ...(area_cm2 === undefined ? [] : [{ name: 'area_cm2' as const, value: area_cm2 }])]
      const method = `∫ i dt over ${charge.rows} points in ${(charge.duration_s / 3600).toFixed(3)} h`
      singles.push({ catalyst: view.catalyst, metric: 'charge', value: charge.chargeC, u: null, unit: 'C', conditions, method, inputs, terms })
      if (area_cm2 !== undefined && time_h > 0) {
        singles.push({ catalyst: view.catalyst, metric: 'j_mean', value: (meanCurrent_A * 1000) / area_cm2, u: null, unit: 'mA/cm2', conditions, method: `Q/(t·A), A = ${area_cm2} cm²`, inputs, terms })
      }
      const curves = traces.map(({ entry, trace }) => curveOf(entry, trace, conditions, area_cm2))
      if (area_cm2 === undefined) withoutArea.push(...curves)
      else series.push(...curves)
    }
    const x = { title: 'Time', unit: 'h' }
    const figures: Figure[] = []
    if (series.length > 0) figures.push({ kind: 'xy', id: 'electrolysis', title: 'Electrolysis', x, y: { title: 'j (geometric area)', unit: 'mA cm⁻²' }, series })
    if (withoutArea.length > 0) figures.push({ kind: 'xy', id: 'electrolysis-current', title: 'Electrolysis, area not stated', x, y: { title: 'i', unit: 'mA' }, series: withoutArea })
    return {
      results: [...singles, ...replicateMeans(singles.filter((result) => result.metric === 'j_mean'))],
      figures, needs: uniqueNeeds(needs), findings
    }
  }
})

type Report = (level: Finding['level'], entry: Entry, text: Message) => void

/** Charges of a run's traces together; undefined when one of them cannot be integrated, so that no part is taken for the whole. */
function chargeOf(traces: readonly { entry: Entry; trace: Measurement }[], area_cm2: number | undefined, report: Report): Pick<TraceCharge, 'chargeC' | 'duration_s' | 'rows'> | undefined {
  let chargeC = 0
  let duration_s = 0
  let rows = 0
  for (const { entry, trace } of traces) {
    const file = nameOf(entry)
    try {
      const part = chargeOfTrace(trace, area_cm2)
      if (part.timeRunsBack) report('error', entry, message('finding.timeRunsBack', 'The time of {file} runs backwards, so its charge is not to be trusted.', { file }))
      if (part.largestGap > 5) report('warning', entry, message('finding.gap', 'The trace of {file} has a gap of {gap} sampling intervals; Q is integrated straight across it.', { file, gap: part.largestGap.toFixed(0) }))
      if (part.skippedRows > 0) report('warning', entry, message('finding.skippedRows', '{n} rows of {file} hold no number and were left out of Q.', { file, n: part.skippedRows }))
      if (!trace.complete) report('warning', entry, message('finding.incompleteTrace', 'The trace of {file} is incomplete (still running, aborted or cut off); Q covers what is there.', { file }))
      if (part.chargeC > 0) report('warning', entry, message('finding.positiveCharge', 'The charge of {file} is positive ({q} C): the file counts reduction as positive, or the electrolysis was anodic.', { file, q: part.chargeC.toPrecision(4) }))
      chargeC += part.chargeC
      duration_s += part.duration_s
      rows += part.rows
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      report('error', entry, message('finding.noCharge', 'The charge of {file} cannot be integrated: {why}', { file, why: error.message }))
      return undefined
    }
  }
  return { chargeC, duration_s, rows }
}

function finding(level: Finding['level'], catalyst: string | null, entry: Entry, text: Message): Finding {
  return { rule: 'charge-trace', level, catalyst, message: text, source: SOURCE, metric: 'charge', entries: [entry.id] }
}

/** iR of the set potential with the mean current, only where the row itself states Ru and the fraction (contracts 6). */
function withIr(run: Electrolysis, entry: Entry, meanCurrent_A: number, view: CatalystEntries): Conditions {
  const { ru_ohm, irFraction, potential_V } = run.fields
  const isStated = ru_ohm && irFraction && ru_ohm.origin !== 'projectDefault' && irFraction.origin !== 'projectDefault'
  if (!isStated || !potential_V) return run.conditions
  const scale = setPotentialScaleOf(entry.fields, view.defaults)
  if ('needs' in scale) return run.conditions
  return { ...run.conditions, potential_V_RHE: Math.round(scale.toRhe(potential_V.value, meanCurrent_A) * 1e6) / 1e6 }
}

function curveOf(entry: Entry, trace: Measurement, conditions: Conditions, area_cm2: number | undefined): Series {
  const { time, current, scale, perSecond } = traceColumns(trace, area_cm2)
  const t0 = time.find(Number.isFinite) ?? 0
  const toMilli = (1000 * scale) / (area_cm2 ?? 1)
  const curve = minMaxDecimate(time.map((t) => ((t - t0) * perSecond) / 3600), current.map((i) => i * toMilli), POINTS_PER_TRACE)
  const potential = conditions.potential_V_RHE
  const label = [potential === undefined ? nameOf(entry) : `${potential} V`, conditions.replicate ?? conditions.run].filter((part) => part !== undefined).join(', ')
  return { name: label, style: 'line', x: curve.x, y: curve.y, ...(time.length > POINTS_PER_TRACE ? { note: `decimated ${time.length} → ${curve.x.length} points (min–max)` } : {}) }
}
