import type { Measurement } from '../measurement'
import type { CatalystEntries, Entry, ProjectDefaults } from '../project'
import type { Analysis, Computed, Outcome, Settings, SettingValue } from './analysis'
import { message } from '../message'

export interface EngineInput {
  readonly analyses: readonly Analysis[]
  readonly entries: readonly Entry[]
  /** Catalyst names in the project's order. */
  readonly catalysts: readonly string[]
  readonly defaults: ProjectDefaults
  /** What the user changed of an analysis's settings, for all catalysts and for this one. */
  readonly overrides: (analysisId: string, catalyst: string | null) => ReadonlyMap<string, SettingValue>
  readonly load: (entryId: string) => Measurement
  /** An outcome of an earlier run; reused when its key is still right. */
  readonly stored: (analysisId: string, catalyst: string | null) => Outcome | undefined
  /** The outcome of the run before where its entries, defaults and settings are the very same: it need not even be asked which entries it uses. */
  readonly unchanged?: (analysisId: string, catalyst: string | null, settings: Settings) => Outcome | undefined
  readonly digest: (text: string) => string
  readonly appVersion: string
}

export interface EngineOutput {
  /** Every outcome, registry order, then catalyst order. */
  readonly outcomes: readonly Outcome[]
  /** Those that were computed now; the others came from `stored`. */
  readonly computed: readonly Outcome[]
}

/** Thrown by `load` when the numbers cannot be had at the moment (the disk is full or gone): the whole run ends, to be done again. */
export class NotNow extends Error {}

/**
 * Runs all analyses, computing only what changed: an outcome's key covers its analysis, settings, the revisions of the
 * entries it uses and the keys of the outcomes it builds on. Throws nothing but `NotNow`: an analysis that fails yields a finding,
 * and is tried again at the next run.
 */
export function runAnalyses(input: EngineInput): EngineOutput {
  const byCatalyst = groupByCatalyst(input.entries)
  const common = byCatalyst.get(null) ?? []
  const outcomes = new Map<string, Outcome>()
  const computed: Outcome[] = []
  const isNew = new Set<Outcome>()
  const at = (id: string, catalyst: string | null): string => `${id}\n${catalyst ?? ''}`

  const run = (analysis: Analysis, catalyst: string | null, entries: readonly Entry[]): void => {
    const view: CatalystEntries = { catalyst, entries, common, defaults: input.defaults }
    const settings = settingsOf(analysis, input.overrides(analysis.id, catalyst))
    const built = analysis.after.flatMap((id) =>
      analysis.scope === 'comparison'
        ? [...input.catalysts.map((name) => outcomes.get(at(id, name))), outcomes.get(at(id, null))]
        : [outcomes.get(at(id, catalyst)), outcomes.get(at(id, null))])
    const before = input.unchanged?.(analysis.id, catalyst, settings)
    if (before && !isFailed(before) && !built.some((outcome) => outcome && isNew.has(outcome))) {
      outcomes.set(at(analysis.id, catalyst), before)
      return
    }
    const upstreamKeys = built.map((outcome) => outcome?.trace.key ?? '')
    const outcome = outcomeOf(analysis, view, settings, upstreamKeys, input, {
      upstream: (id) => outcomes.get(at(id, catalyst)) ?? outcomes.get(at(id, null)),
      upstreamAll: (id) => input.catalysts.flatMap((name) => outcomes.get(at(id, name)) ?? [])
    })
    outcomes.set(at(analysis.id, catalyst), outcome.outcome)
    if (outcome.isNew) computed.push(outcome.outcome)
    if (outcome.isNew) isNew.add(outcome.outcome)
  }

  for (const analysis of inOrderOfUse(input.analyses)) {
    if (analysis.scope === 'catalyst') for (const name of input.catalysts) run(analysis, name, byCatalyst.get(name) ?? [])
    else run(analysis, null, input.entries)
  }
  const position = new Map(input.analyses.map((analysis, i) => [analysis.id, i]))
  const ordered = [...outcomes.values()].sort((a, b) => (position.get(a.analysis) ?? 0) - (position.get(b.analysis) ?? 0))
  return { outcomes: ordered, computed }
}

export interface PreviewInput extends Pick<EngineInput, 'entries' | 'catalysts' | 'defaults' | 'load' | 'digest' | 'appVersion'> {
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

function groupByCatalyst(entries: readonly Entry[]): ReadonlyMap<string | null, readonly Entry[]> {
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
export function settingsOf(analysis: Analysis, overrides: ReadonlyMap<string, SettingValue>): Settings {
  return Object.fromEntries(analysis.settings.map((setting) => [setting.key, overrides.get(setting.key) ?? setting.default]))
}

type Upstream = { upstream: (id: string) => Outcome | undefined; upstreamAll: (id: string) => readonly Outcome[] }

function outcomeOf(
  analysis: Analysis, view: CatalystEntries, settings: Settings, upstreamKeys: readonly string[],
  input: Pick<EngineInput, 'defaults' | 'load' | 'stored' | 'digest' | 'appVersion'>, upstream: Upstream
): { outcome: Outcome; isNew: boolean } {
  const collected = guarded(analysis, view.catalyst, () => analysis.collect(view, settings))
  const plan = collected.value
  const used = new Set(plan?.entries ?? [])
  const entries = view.entries.filter((entry) => used.has(entry.id))
  const shared = view.common.filter((entry) => used.has(entry.id))
  const inputs = [...new Map([...entries, ...shared].map((entry) => [entry.id, entry])).values()].map(({ id, path, revision }) => ({ entry: id, path, revision }))
  const key = input.digest(JSON.stringify([
    analysis.id, analysis.version, view.catalyst, settings, input.defaults.referencePotentials, inputs.map((i) => [i.entry, i.revision]),
    upstreamKeys, plan === null ? null : plan?.plan, collected.failure?.message.text ?? null
  ]))
  const stored = input.stored(analysis.id, view.catalyst)
  if (stored?.trace.key === key) return { outcome: stored, isNew: false }
  const nothing: Computed = { results: [], figures: [], needs: [], findings: [] }
  const computed: Guarded<Computed> = collected.failure ? { failure: collected.failure } : plan ? guarded(analysis, view.catalyst, () =>
    analysis.compute({ ...view, entries, common: shared }, plan.plan, settings, { load: input.load, ...upstream })) : { value: nothing }
  const result = computed.value ?? { ...nothing, findings: computed.failure ? [computed.failure] : [] }
  const state = result.results.length > 0 || result.figures.length > 0 ? 'result' : result.needs.length > 0 || result.findings.length > 0 ? 'missing' : 'nothing'
  const { id, version } = analysis
  return {
    isNew: true,
    outcome: { analysis: id, version, catalyst: view.catalyst, state, ...result, trace: { appVersion: input.appVersion, settings, key: computed.failure ? failedKey(key) : key, inputs } }
  }
}

/** A key that no run asks for: what failed is computed again, and then all that builds on it. */
const failedKey = (key: string): string => `failed ${key}`
const isFailed = (outcome: Outcome): boolean => outcome.trace.key.startsWith(failedKey(''))

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
