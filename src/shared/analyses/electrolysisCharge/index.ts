import { areaOf } from '../../electrochemistry/areaOf'
import { chargeOfTrace, type TraceCharge, type TracePart } from '../../electrochemistry/chargeOfTrace'
import { nameOf, namesOf, type Electrolyses, type Electrolysis } from '../../electrochemistry/electrolysis'
import { setPotentialScaleOf } from '../../electrochemistry/potentialScale'
import { runMeans } from '../../electrochemistry/replicateMeans'
import { unreadableNeed } from '../../electrochemistry/unreadable'
import { entriesById } from '../../entriesById'
import type { Figure } from '../../figure'
import { message, type Message } from '../../message'
import type { CatalystEntries, Entry } from '../../project'
import { remembered } from '../../remembered'
import { defineAnalysis, type Computed, type ComputeContext, type Conditions, type Finding, type Need, type Result, type Settings, type Term } from '../analysis'
import { collectElectrolyses, uniqueNeeds } from '../electrolysisPlan'
import { curveOf, pointsPerTrace, thinnedTrace, traceFigure, type TraceCurve } from './traceFigure'
import { byConditions, familyOf, partOf, partText, traceName, usualNitrate } from './tracePart'

const SOURCE = "Faraday's law; trapezoidal rule on the recorded times"
/** The recording failed, or the cell was off. */
const leftOutAs = ['a straight line between its ends', 'nothing'] as const

export const electrolysisCharge = defineAnalysis<Electrolyses>({
  id: 'electrolysis-charge',
  version: 6,
  title: 'Electrolysis: charge and current',
  tab: 'performance',
  scope: 'catalyst',
  metrics: ['charge', 'j_mean'],
  about: {
    equation: 'Q = ∫ i dt;  j̄ = Q/(t·A)',
    source: SOURCE,
    assumes: ['the trace holds the whole electrolysis', 'several files of one run are its parts; without a run their times tell', 'reduction is negative (IUPAC): a trace whose charge is positive is turned round', 't is the time of the run sheet where given, else the length of the trace']
  },
  settings: [
    { key: 'from', label: 'Trace counts from', unit: 'h', default: 0, zero: 'its beginning' },
    { key: 'to', label: 'Trace counts to', unit: 'h', default: 0, zero: 'its end' },
    { key: 'leftOut', label: 'Stretches left out (h), as 0.2–0.35', default: '' },
    { key: 'leftOutAs', label: 'In a stretch left out flows', default: 'a straight line between its ends', options: leftOutAs }
  ],
  after: [],
  collect: (view) => {
    const collected = collectElectrolyses(view)
    return collected?.plan.runs.some((run) => run.traces.length > 0) ? collected : null
  },
  compute: (view, plan, settings, context) => {
    const singles: Result[] = []
    const needs: Need[] = []
    const findings: Finding[] = []
    const drawn: TraceCurve[] = []
    const withoutArea: TraceCurve[] = []
    const runs = plan.runs.filter((candidate) => candidate.traces.length > 0).toSorted((a, b) => byConditions(a.conditions, b.conditions))
    const usual = usualNitrate(runs)
    const byId = entriesById(view.entries)
    const most = pointsPerTrace(runs.reduce((sum, run) => sum + run.traces.length, 0))
    for (const run of runs) {
      const family = familyOf(run.conditions, usual)
      const made = charges(run, [view.catalyst, view.defaults, ...Object.values(settings), family, most], () => chargesOf(run, run.traces.map((id) => byId.get(id)!), { view, settings, context, family, most }))
      singles.push(...made.results)
      needs.push(...made.needs)
      findings.push(...made.findings)
      if (made.area_cm2 === undefined) withoutArea.push(...made.curves)
      else drawn.push(...made.curves)
    }
    const figures: Figure[] = []
    if (drawn.length > 0) figures.push(traceFigure('electrolysis', 'Electrolysis', { title: 'j (geometric area)', unit: 'mA cm⁻²' }, drawn, settings))
    if (withoutArea.length > 0) figures.push(traceFigure('electrolysis-current', 'Electrolysis, area not stated', { title: 'i', unit: 'mA' }, withoutArea, settings))
    return {
      results: [...singles, ...runMeans(singles.filter((result) => result.metric === 'j_mean'))],
      figures, needs: uniqueNeeds(needs), findings
    }
  }
})

interface OfRun extends Pick<Computed, 'results' | 'needs' | 'findings'> { readonly area_cm2: number | undefined; readonly curves: readonly TraceCurve[] }
interface RunInput { readonly view: CatalystEntries; readonly settings: Settings; readonly context: ComputeContext; /** Of its curves in the legend. */ readonly family: string | null; /** Points of a curve. */ readonly most: number }
const charges = remembered<OfRun>()

/** Charge, mean current and curves of one electrolysis with traces. */
function chargesOf(run: Electrolysis, entries: readonly Entry[], { view, settings, context, family, most }: RunInput): OfRun {
  const needs = [...run.needs]
  const findings = [...scaleNotes(run, view), ...halfStated(run, view), ...relationFindings(run, entries, view.catalyst)]
  const merged: Entry = { ...entries[0]!, fields: run.fields }
  const area = areaOf(merged, view.defaults)
  const area_cm2 = typeof area === 'number' ? area : undefined
  if (typeof area !== 'number') needs.push(area)
  const traces = entries.map((entry) => ({ entry, ...traceCharge(entry, area_cm2, partOf(settings, traceName(entry, run.conditions)), context) }))
  const charge = run.traceRelation === 'wholes' ? undefined : chargeOf(traces, (level, entry, text) => findings.push(finding(level, view.catalyst, entry, text)))
  const turned = new Set(traces.flatMap(({ entry, integral }) => ('charge' in integral && integral.charge.chargeC > 0 ? [entry.id] : [])))
  const curves = entries.flatMap((entry) => drawable(() => curveOf(curveName(run, entry), family, context.derive(entry.id, 'curve', [area_cm2, most], (trace) => thinnedTrace(trace, area_cm2, most)), settings, turned.has(entry.id))))
  if (!charge) return { results: [], needs, findings, area_cm2, curves }
  const unreadable = unreadableNeed(run.fields, 'time_h')
  if (unreadable) needs.push({ ...unreadable, entries: run.traces })
  const time_h = unreadable ? NaN : run.fields.time_h?.value ?? charge.duration_s / 3600
  if (!unreadable && !(time_h > 0)) needs.push({ message: message('needs.timePositive', 'a time of electrolysis above 0 h for {file}, not {time} h', { file: nameOf(merged), time: time_h }), where: 'runSheet', field: 'time_h', entries: run.traces })
  if (Math.abs(time_h * 3600 - charge.duration_s) > 0.02 * time_h * 3600) {
    const params = { file: nameOf(merged), stated: time_h, trace: (charge.duration_s / 3600).toPrecision(4) }
    findings.push(finding('warning', view.catalyst, merged, message('finding.timeTrace', 'The time of {file} is stated as {stated} h, but its trace lasts {trace} h: Q is that of the trace.', params)))
  }
  const meanCurrent_A = charge.chargeC / (time_h * 3600)
  const conditions = time_h > 0 ? withIr(run, merged, meanCurrent_A, view) : run.conditions
  const terms: Term[] = [{ name: 'charge_C', value: charge.chargeC }, ...(unreadable ? [] : [{ name: 'time_h' as const, value: time_h }]), ...(area_cm2 === undefined ? [] : [{ name: 'area_cm2' as const, value: area_cm2 }])]
  const files = new Set(entries.map(({ fileId }) => fileId)).size
  const method = `∫ i dt over ${charge.rows} points${files > 1 ? ` of ${files} files` : ''} in ${(charge.duration_s / 3600).toFixed(3)} h${charge.cut}${turned.size > 0 ? '; turned round so that reduction is negative' : ''}`
  const of = { catalyst: view.catalyst, u: null, conditions, inputs: run.traces, terms }
  const results: Result[] = [{ ...of, metric: 'charge', value: charge.chargeC, unit: 'C', method }]
  if (area_cm2 !== undefined && time_h > 0) results.push({ ...of, metric: 'j_mean', value: (meanCurrent_A * 1000) / area_cm2, unit: 'mA/cm2', method: `Q/(t·A), A = ${area_cm2} cm²` })
  return { results, needs, findings, area_cm2, curves }
}

/** A trace without usable columns has no picture; why was said with its charge. */
function drawable(draw: () => TraceCurve): readonly TraceCurve[] {
  try {
    return [draw()]
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return []
  }
}

type Report = (level: Finding['level'], entry: Entry, text: Message) => void

/** Charge of one trace, or why it cannot be integrated; derived once of its numbers. */
interface Integral { readonly integral: { readonly charge: TraceCharge; readonly complete: boolean } | { readonly why: string }; readonly chosen: TracePart | undefined }

function traceCharge(entry: Entry, area_cm2: number | undefined, chosen: TracePart | undefined, context: ComputeContext): Integral {
  const integral = context.derive(entry.id, 'charge', [area_cm2, chosen], (trace): Integral['integral'] => {
    try {
      return { charge: chargeOfTrace(trace, area_cm2, chosen), complete: trace.complete }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      return { why: error.message }
    }
  })
  return { integral, chosen }
}

/** Charges of a run's traces together; undefined when one of them cannot be integrated, so that no part is taken for the whole. */
function chargeOf(traces: readonly (Integral & { readonly entry: Entry })[], report: Report): (Pick<TraceCharge, 'chargeC' | 'duration_s' | 'rows'> & { readonly cut: string }) | undefined {
  let chargeC = 0
  let duration_s = 0
  let rows = 0
  let cut = ''
  for (const { entry, integral, chosen } of traces) {
    const file = nameOf(entry)
    if ('why' in integral) {
      report('error', entry, message('finding.noCharge', 'The charge of {file} cannot be integrated: {why}', { file, why: integral.why }))
      return undefined
    }
    const { charge: part, complete } = integral
    cut = chosen ? partText(chosen) : cut
    if (part.timeRunsBack) report('error', entry, message('finding.timeRunsBack', 'The time of {file} runs backwards, so its charge is not to be trusted.', { file }))
    if (part.largestGap > 5) report('warning', entry, message('finding.gap', 'The trace of {file} has a gap of {gap} sampling intervals; Q is integrated straight across it.', { file, gap: part.largestGap.toFixed(0) }))
    if (part.skippedRows > 0) report('warning', entry, message('finding.skippedRows', '{n} rows of {file} hold no number and were left out of Q.', { file, n: part.skippedRows }))
    if (!complete) report('warning', entry, message('finding.incompleteTrace', 'The trace of {file} is incomplete (still running, aborted or cut off); Q covers what is there.', { file }))
    if (part.chargeC > 0) report('warning', entry, message('finding.positiveCharge', 'The charge of {file} is positive ({q} C): the file counts reduction as positive, or the electrolysis was anodic. It was turned round so that reduction is negative.', { file, q: part.chargeC.toPrecision(4) }))
    // As of a sweep: opposite conventions are never added up or averaged.
    chargeC -= Math.abs(part.chargeC)
    duration_s += part.duration_s
    rows += part.rows
  }
  return { chargeC, duration_s, rows, cut }
}

function finding(level: Finding['level'], catalyst: string | null, entry: Entry, text: Message): Finding {
  return { rule: 'charge-trace', level, catalyst, message: text, source: SOURCE, metric: 'charge', entries: [entry.id] }
}

/** Several files that nothing but their names calls one electrolysis. */
function relationFindings(run: Electrolysis, entries: readonly Entry[], catalyst: string | null): Finding[] {
  if (run.traceRelation === 'parts') return []
  const params = { files: namesOf(entries) }
  const text = run.traceRelation === 'wholes'
    ? message('finding.wholeTraces', '{files} have one catalyst, potential and replicate, but their times are not those of parts of one electrolysis: their charges are not added up. Write r1, r2 … into the names or the replicate column of repeats, one run for all parts of one electrolysis, and ignore what is a copy or another export.', params)
    : message('finding.assumedParts', '{files} are added up as parts of one electrolysis, which nothing but their names says: write r1, r2 … into the names or the replicate column if they are repeats, one run for all if they are not.', params)
  return [{ rule: 'several-traces', level: 'warning', catalyst, message: text, source: 'one run is one electrolysis', metric: 'charge', conditions: run.conditions, entries: run.traces }]
}

/** Wholes of one name are told apart by their files. */
const curveName = (run: Electrolysis, entry: Entry): string => [traceName(entry, run.conditions), ...(run.traceRelation === 'wholes' && run.conditions.potential_V_RHE !== undefined ? [nameOf(entry)] : [])].join(', ')

/** What the set potential's way to the RHE scale takes for granted. */
function scaleNotes(run: Electrolysis, view: CatalystEntries): Finding[] {
  const scale = run.fields.potential_V && setPotentialScaleOf(run.fields, view.defaults)
  if (!scale || 'needs' in scale) return []
  return scale.notes.map((text) => ({ rule: 'reference-electrode', level: 'note', catalyst: view.catalyst, message: text, source: 'Bard & Faulkner', entries: run.traces }))
}

/** Ru without the fraction of it that is to be subtracted, or the fraction alone: nothing is corrected, and somebody meant it to be. */
function halfStated({ fields: { ru_ohm, irFraction }, traces }: Electrolysis, { catalyst, entries }: CatalystEntries): Finding[] {
  const [hasRu, hasFraction] = [ru_ohm, irFraction].map((field) => field !== undefined && field.origin !== 'projectDefault')
  const [given, missing] = hasRu && !hasFraction ? ['Ru', 'iR fraction'] : hasFraction && !hasRu ? ['iR fraction', 'Ru'] : []
  if (given === undefined || missing === undefined) return []
  const text = message('finding.halfOfIR', 'The potential of {file} is not iR-corrected: its row states {given} but no {missing}.', { file: nameOf(entries.find(({ id }) => id === traces[0])), given, missing })
  return [{ rule: 'ir-not-stated', level: 'warning', catalyst, message: text, source: SOURCE, entries: traces }]
}

/**
 * iR of the set potential with the mean current, only where the row itself states Ru and the fraction (contracts 6). The products are those of
 * a reduction, so a file that counts it as positive is corrected towards positive potentials all the same.
 */
function withIr(run: Electrolysis, entry: Entry, meanCurrent_A: number, view: CatalystEntries): Conditions {
  const { ru_ohm, irFraction, potential_V } = run.fields
  const isStated = ru_ohm && irFraction && ru_ohm.origin !== 'projectDefault' && irFraction.origin !== 'projectDefault'
  if (!isStated || !potential_V) return run.conditions
  const scale = setPotentialScaleOf(entry.fields, view.defaults)
  if ('needs' in scale) return run.conditions
  return { ...run.conditions, ...(run.setPotential_V === null ? {} : { set_potential_V_RHE: run.setPotential_V }), potential_V_RHE: Math.round(scale.toRhe(potential_V.value, -Math.abs(meanCurrent_A)) * 1e6) / 1e6 }
}
