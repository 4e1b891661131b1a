import type { Measurement } from '../measurement'
import type { CatalystEntries, Entry, ProjectDefaults } from '../project'
import type { Analysis, Computed, ComputeContext, Outcome, Settings, SettingValue, TraceInput } from './analysis'
import { entriesById } from '../entriesById'
import { message } from '../message'
import { perEntry } from '../perEntry'
import { remembered } from '../remembered'

export interface EngineInput {
  readonly analyses: readonly Analysis[]
  readonly entries: readonly Entry[]
  /** The same by catalyst (null: those without one), where the caller has them apart already. */
  readonly groups?: ReadonlyMap<string | null, readonly Entry[]>
  /** Catalyst names in the project's order. */
  readonly catalysts: readonly string[]
  readonly defaults: ProjectDefaults
  /** What the user changed of an analysis's settings, for all catalysts and for this one. */
  readonly overrides: (analysisId: string, catalyst: string | null) => ReadonlyMap<string, SettingValue>
  readonly load: (entryId: string) => Measurement
  /** What was derived before from the same numbers with the same parameters; else computes it. Computed each time where left out. */
  readonly derive?: <Value>(of: DerivedOf, compute: (measurement: Measurement) => Value) => Value
  /** An outcome of an earlier run; reused when its key is still right. */
  readonly stored: (analysisId: string, catalyst: string | null) => Outcome | undefined
  /** Key of an outcome; asked here where it is known without reading the outcome. */
  readonly keyOf?: (outcome: Outcome) => string
  /** The outcome of the run before where its entries, defaults and settings are the very same: it need not even be asked which entries it uses. */
  readonly unchanged?: (analysisId: string, catalyst: string | null) => Outcome | undefined
  readonly digest: (text: string) => string
  readonly appVersion: string
}

/** Something small that an analysis makes of the numbers of one measurement alone. */
export interface DerivedOf { readonly analysis: string; readonly version: number; readonly name: string; readonly entry: Entry; readonly parameters: unknown }

export interface EngineOutput {
  /** Every outcome, registry order, then catalyst order. */
  readonly outcomes: readonly Outcome[]
  /** Those that were computed now; the others came from `stored`. */
  readonly computed: readonly Outcome[]
}

/** Thrown by `load` when the numbers cannot be had at the moment (the disk is full or gone): the whole run ends, to be done again. */
export class NotNow extends Error {}

/**
 * Runs all analyses, computing only what changed: an outcome's key covers its analysis, settings, the project's defaults, the revisions of the
 * entries it uses and the keys of the outcomes it builds on. Throws nothing but `NotNow`: an analysis that fails yields a finding,
 * and is tried again at the next run.
 */
export function runAnalyses(input: EngineInput): EngineOutput {
  const byCatalyst = input.groups ?? groupByCatalyst(input.entries)
  const common = byCatalyst.get(null) ?? []
  const outcomes = new Map(input.analyses.map(({ id }) => [id, new Map<string | null, Outcome>()]))
  const isNew = new Map(input.analyses.map(({ id }) => [id, new Set<string | null>()]))
  const computed: Outcome[] = []
  const keyOf = input.keyOf ?? ((outcome: Outcome) => outcome.trace.key)
  const at = (id: string, catalyst: string | null): Outcome | undefined => outcomes.get(id)?.get(catalyst)
  /** Whether something that it builds on was computed anew. */
  const isTouched = ({ after, scope }: Analysis, catalyst: string | null): boolean =>
    after.some((id) => { const fresh = isNew.get(id); return fresh !== undefined && fresh.size > 0 && (scope === 'comparison' || fresh.has(catalyst) || fresh.has(null)) })

  const run = (analysis: Analysis, catalyst: string | null, entries: readonly Entry[]): void => {
    const before = input.unchanged?.(analysis.id, catalyst)
    if (before && !isFailed(keyOf(before)) && !isTouched(analysis, catalyst)) {
      outcomes.get(analysis.id)!.set(catalyst, before)
      return
    }
    const view: CatalystEntries = { catalyst, entries, common, defaults: input.defaults }
    const settings = settingsOf(analysis, input.overrides(analysis.id, catalyst))
    const built = analysis.after.flatMap((id) =>
      analysis.scope === 'comparison' ? [...input.catalysts.map((name) => at(id, name)), at(id, null)] : [at(id, catalyst), at(id, null)])
    const { outcome, isNew: isComputed } = outcomeOf(analysis, view, settings, built.map((one) => (one ? keyOf(one) : '')), input, {
      upstream: (id) => at(id, catalyst) ?? at(id, null),
      upstreamAll: (id) => input.catalysts.flatMap((name) => at(id, name) ?? [])
    })
    outcomes.get(analysis.id)!.set(catalyst, outcome)
    if (!isComputed) return
    computed.push(outcome)
    isNew.get(analysis.id)!.add(catalyst)
  }

  for (const analysis of inOrderOfUse(input.analyses)) {
    if (analysis.scope === 'catalyst') for (const name of input.catalysts) run(analysis, name, byCatalyst.get(name) ?? [])
    else run(analysis, null, input.entries)
  }
  return { outcomes: input.analyses.flatMap(({ id }) => [...outcomes.get(id)!.values()]), computed }
}

export interface PreviewInput extends Pick<EngineInput, 'entries' | 'catalysts' | 'defaults' | 'load' | 'derive' | 'digest' | 'appVersion'> {
  readonly analysis: Analysis
  readonly catalyst: string | null
  readonly settings: Settings
  /** Those of the last run, which this analysis builds on. */
  readonly outcomes: readonly Outcome[]
}

/** One analysis once more, with settings that somebody is just trying: nothing else is computed and nothing is kept. */
export function previewOutcome({ analysis, catalyst, settings, outcomes, ...input }: PreviewInput): Outcome {
  const find = (id: string, name: string | null): Outcome | undefined => outcomes.find((outcome) => outcome.analysis === id && outcome.catalyst === name)
  const isOf = (name: string | null) => (entry: Entry): boolean => (entry.fields.catalyst?.value ?? null) === name
  const view: CatalystEntries = {
    catalyst, defaults: input.defaults, common: input.entries.filter(isOf(null)),
    entries: analysis.scope === 'catalyst' ? input.entries.filter(isOf(catalyst)) : input.entries
  }
  return outcomeOf(analysis, view, settings, [], { ...input, stored: () => undefined }, {
    upstream: (id) => find(id, catalyst) ?? find(id, null), upstreamAll: (id) => input.catalysts.flatMap((name) => find(id, name) ?? [])
  }).outcome
}

/** Every analysis behind those it names in `after`, otherwise as registered. A circle is a mistake of the program. */
export function inOrderOfUse(analyses: readonly Analysis[]): Analysis[] {
  const byId = new Map(analyses.map((analysis) => [analysis.id, analysis]))
  const state = new Map<string, 'open' | 'done'>()
  const ordered: Analysis[] = []
  const visit = (analysis: Analysis): void => {
    if (state.get(analysis.id) === 'done') return
    if (state.get(analysis.id) === 'open') throw new Error(`The analyses around ${analysis.id} use each other in a circle.`)
    state.set(analysis.id, 'open')
    for (const id of analysis.after) {
      const used = byId.get(id)
      if (used) visit(used)
    }
    state.set(analysis.id, 'done')
    ordered.push(analysis)
  }
  analyses.forEach(visit)
  return ordered
}

export function groupByCatalyst(entries: readonly Entry[]): ReadonlyMap<string | null, readonly Entry[]> {
  const groups = new Map<string | null, Entry[]>()
  for (const entry of entries) {
    const name = entry.fields.catalyst?.value ?? null
    const group = groups.get(name)
    if (group) group.push(entry)
    else groups.set(name, [entry])
  }
  return groups
}

/** The analysis's defaults with the user's changes; a change of a setting that no longer exists is ignored. */
export function settingsOf(analysis: Pick<Analysis, 'settings'>, overrides: ReadonlyMap<string, SettingValue>): Settings {
  return Object.fromEntries(analysis.settings.map((setting) => [setting.key, overrides.get(setting.key) ?? setting.default]))
}

type Upstream = { upstream: (id: string) => Outcome | undefined; upstreamAll: (id: string) => readonly Outcome[] }

function outcomeOf(
  analysis: Analysis, view: CatalystEntries, settings: Settings, upstreamKeys: readonly string[],
  input: Pick<EngineInput, 'defaults' | 'load' | 'derive' | 'stored' | 'keyOf' | 'digest' | 'appVersion'>, upstream: Upstream
): { outcome: Outcome; isNew: boolean } {
  const collected = guarded(analysis, view.catalyst, () => analysis.collect(view, settings))
  const plan = collected.value
  const { entries, shared, inputs, sum } = usedEntries(plan?.entries ?? none, view, input.digest)
  const key = input.digest(JSON.stringify([
    analysis.id, analysis.version, view.catalyst, settings, input.defaults, sum,
    upstreamKeys, plan ? sumOfPlan(plan.plan, input.digest) : null, collected.failure?.message.text ?? null
  ]))
  const stored = input.stored(analysis.id, view.catalyst)
  if (stored && (input.keyOf?.(stored) ?? stored.trace.key) === key) return { outcome: stored, isNew: false }
  const nothing: Computed = { results: [], figures: [], needs: [], findings: [] }
  const computed: Guarded<Computed> = collected.failure ? { failure: collected.failure } : plan ? guarded(analysis, view.catalyst, () =>
    analysis.compute({ ...view, entries, common: shared }, plan.plan, settings, { load: input.load, derive: deriving(analysis, entries, shared, input), ...upstream })) : { value: nothing }
  const result = computed.value ?? { ...nothing, findings: computed.failure ? [computed.failure] : [] }
  const state = result.results.length > 0 || result.figures.length > 0 ? 'result' : result.needs.length > 0 || result.findings.length > 0 ? 'missing' : 'nothing'
  const { id, version } = analysis
  return {
    isNew: true,
    outcome: { analysis: id, version, catalyst: view.catalyst, state, ...result, trace: { appVersion: input.appVersion, settings, key: computed.failure ? failedKey(key) : key, inputs } }
  }
}

interface UsedEntries extends Pick<Outcome['trace'], 'inputs'> { readonly entries: readonly Entry[]; readonly shared: readonly Entry[]; readonly sum: string }
const usedBefore = remembered<UsedEntries>()
const planBefore = remembered<string>()
const none: readonly string[] = []

/** The same object while the entry is: what did not change is known by it. */
const inputOf = perEntry(({ id, path, revision }): TraceInput => ({ entry: id, path, revision }))

/** A dozen analyses use the same electrolyses: their entries are picked, and their plan is written out, once for all of them. */
function usedEntries(ids: readonly string[], { entries, common }: CatalystEntries, digest: EngineInput['digest']): UsedEntries {
  if (ids.length === 0) return { entries: [], shared: [], inputs: [], sum: '' }
  return usedBefore(ids, [entries, common, digest], () => {
    const used = new Set(ids)
    const [own, shared] = [entries, common].map((list) => list.filter((entry) => used.has(entry.id))) as [Entry[], Entry[]]
    const inputs = [...new Map([...own, ...shared].map((entry) => [entry.id, entry])).values()].map(inputOf)
    return { entries: own, shared, inputs, sum: digest(inputs.map(({ entry, revision }) => `${entry} ${revision}`).join('\n')) }
  })
}

/** Of a list of a thousand electrolyses, those that are new are written out; a plan is not changed either. */
function sumOfPlan(plan: unknown, digest: EngineInput['digest']): string {
  if (typeof plan !== 'object' || plan === null) return digest(JSON.stringify(plan) ?? '')
  return planBefore(plan, [digest], () => digest(JSON.stringify(plan, (_key, value: unknown) =>
    (Array.isArray(value) && value.length > 8 ? value.map((item: unknown) => (typeof item === 'object' && item !== null ? planBefore(item, [digest], () => digest(JSON.stringify(item))) : item)) : value)) ?? ''))
}

function deriving({ id, version }: Analysis, entries: readonly Entry[], common: readonly Entry[], { load, derive }: Pick<EngineInput, 'load' | 'derive'>): ComputeContext['derive'] {
  if (!derive) return (entryId, _name, _parameters, compute) => compute(load(entryId))
  return (entryId, name, parameters, compute) => {
    const entry = entriesById(entries).get(entryId) ?? entriesById(common).get(entryId)
    return entry ? derive({ analysis: id, version, name, entry, parameters }, compute) : compute(load(entryId))
  }
}

/** A key that no run asks for: what failed is computed again, and then all that builds on it. */
const failedKey = (key: string): string => `failed ${key}`
const isFailed = (key: string): boolean => key.startsWith(failedKey(''))

interface Guarded<T> { readonly value?: T; readonly failure?: Outcome['findings'][number] }

/** A defect in one analysis must not stop the others: it becomes a finding that names it. */
function guarded<T>(analysis: Analysis, catalyst: string | null, work: () => T): Guarded<T> {
  try {
    return { value: work() }
  } catch (error) {
    if (error instanceof NotNow) throw error
    const why = error instanceof Error ? error.message : String(error)
    return {
      failure: {
        rule: 'analysis-failed', level: 'error', catalyst, source: analysis.id,
        message: message('finding.analysisFailed', '{title} could not be computed: {why}.', { title: analysis.title, why })
      }
    }
  }
}
