import type { CatalystEntries, Entry } from '../project'
import type { Collected, ComputeContext, Conditions, Need, Outcome, Result, Term, TermName } from './analysis'
import { electrolysesOf, entriesOf, type Electrolyses, type Electrolysis } from '../electrochemistry/electrolysis'
import { message } from '../message'
import { nameOf } from '../electrochemistry/electrolysis'
import { unreadableNeed } from '../electrochemistry/unreadable'
import { remembered } from '../remembered'
import { resultsOfMetric } from './resultsByMetric'

/** What every analysis of electrolyses collects: the runs of a catalyst with all that belongs to them. */
export function collectElectrolyses(view: CatalystEntries): Collected<Electrolyses> | null {
  return collected(view.entries, [view.common, view.defaults], () => {
    const plan = electrolysesOf(view)
    return plan && { entries: entriesOf(plan), plan }
  })
}

/** A dozen analyses ask for the electrolyses of the same entries. */
const collected = remembered<Collected<Electrolyses> | null>()

/** The charge of a run as the analysis of its trace found it; undefined without a trace that can be integrated. */
export function chargeResult(run: Electrolysis, context: ComputeContext): Result | undefined {
  const outcome = context.upstream('electrolysis-charge')
  return outcome === undefined || run.traces.length === 0 ? undefined : charges(outcome, [], () => chargesOf(outcome)).get(tracesKey(run.traces))
}

/** By the traces that they were made from, the first where there are more. */
const charges = remembered<ReadonlyMap<string, Result>>()
const chargesOf = (outcome: Outcome): ReadonlyMap<string, Result> =>
  new Map(resultsOfMetric(outcome, 'charge').filter(({ n }) => n === undefined).toReversed().map((result) => [tracesKey(result.inputs), result]))
const tracesKey = (inputs: readonly string[]): string => (inputs.length < 2 ? inputs[0] ?? '' : inputs.toSorted().join('\n'))

/** Conditions to print with a run's results: those of its charge, whose potential is iR-corrected where stated. */
export const conditionsOf = (run: Electrolysis, charge: Result | undefined): Conditions => charge?.conditions ?? run.conditions

export function term(result: Result | undefined, name: TermName): number | undefined {
  return result?.terms?.find((item: Term) => item.name === name)?.value
}

export const conditionsKey = (conditions: Conditions): string => keys(conditions, [], () => JSON.stringify(Object.entries(conditions).sort(([a], [b]) => (a < b ? -1 : 1))))
const keys = remembered<string>()

/** Duration in h: what a row states, else the trace's length; undefined where neither is there, or what the row states cannot be read. */
export function durationOf(run: Electrolysis, charge: Result | undefined): number | undefined {
  return unreadableNeed(run.fields, 'time_h') ? undefined : run.fields.time_h?.value ?? term(charge, 'time_h')
}

/** What an efficiency lacks: the trace, or that anything flowed in it. */
export function needTrace(run: Electrolysis, entries: ReadonlyMap<string, Entry>): Need {
  const file = nameOf(entries.get(run.readings[0] ?? ''))
  return run.traces.length === 0
    ? { message: message('needs.trace', 'i–t trace of {file} (same run, or same catalyst, potential and replicate)', { file }), where: 'inbox', entries: run.readings }
    : { message: message('needs.charge', 'i–t trace with a charge that can be integrated and is not zero, for {file}', { file }), where: 'inbox', entries: [...new Set([...run.traces, ...run.readings])] }
}

/** Needs with the same text and field are shown once, with all their entries. */
export function uniqueNeeds(needs: readonly Need[]): Need[] {
  const unique = new Map<string, Need>()
  for (const need of needs) {
    const key = `${need.message.text}\n${need.field ?? ''}`
    const known = unique.get(key)
    unique.set(key, known ? { ...known, entries: [...new Set([...(known.entries ?? []), ...(need.entries ?? [])])] } : need)
  }
  return [...unique.values()]
}
