import type { Finding, Outcome, SettingValue } from '../../shared/analyses/analysis'
import { analyses } from '../../shared/analyses'
import { groupByCatalyst, runAnalyses } from '../../shared/analyses/engine'
import { findingsOfGroup, findingsOfProject, inOrder } from '../../shared/checks'
import { CHECKS } from '../../shared/checks/thresholds'
import type { Measurement } from '../../shared/measurement'
import type { Entry, ProjectDefaults } from '../../shared/project'
import { replacedAt } from '../../shared/replacedAt'
import { createDerived } from '../store/derived'
import type { Driver } from '../store/driver'
import { readGroupFindings, WHOLE_PROJECT, writeGroupFindings } from '../store/groupFindings'
import { readMeasurement } from '../store/measurements'
import { leaveFigures, listOutcomes, writeOutcomes } from '../store/outcomes'
import { orNotNow } from '../store/orNotNow'
import { shortSum } from '../store/sha256'
import type { Built } from './entries'
import { compareRuns, readRun, runOf, writeRun, type Run } from './lastRun'
import { readAllOverrides, type Overrides } from './projectSettings'

export interface AnalysisState {
  outcomes(): readonly Outcome[]
  findings(): readonly Finding[]
  /**
   * Computes what changed and returns what is new; `save` stores it. Comparisons, and the rules for the whole project, look at all
   * catalysts: they can be left for a second call, so that an edit of one catalyst is shown before.
   */
  update(built: Built, catalysts: readonly string[], defaults: ProjectDefaults, which?: 'all' | 'without comparisons'): readonly Outcome[]
  /** What is stored is what this program would compute of what it saw when it was stored; nothing was computed since. */
  isAsLeft(): boolean
  /** Comparisons, and what the rules for the whole project found, are those of before. */
  isComparing(): boolean
  /** Nothing is lost without it: what was not stored is computed again. `also` is written in the same transaction. */
  save(also?: () => void): void
  isSaved(): boolean
}

const metricsOf = new Map(analyses.map(({ id, metrics }) => [id, new Set(metrics)]))
const gives = (analysis: string, metric: string): boolean => metricsOf.get(analysis)?.has(metric) ?? false
const positions = new Map(analyses.map(({ id }, position) => [id, position]))
const positionOf = ({ analysis }: Outcome): number => positions.get(analysis) ?? analyses.length
const comparisons = new Set(analyses.filter(({ scope }) => scope === 'comparison').map(({ id }) => id))
const ofOneCatalyst = analyses.filter(({ scope }) => scope !== 'comparison')
const place = (analysis: string, catalyst: string | null): string => `${analysis}\n${catalyst ?? ''}`

export function createAnalysisState(driver: Driver, appVersion: string): AnalysisState {
  const listed = listOutcomes(driver).sort((a, b) => positionOf(a.outcome) - positionOf(b.outcome))
  const keys = new WeakMap<Outcome, string>(listed.map(({ outcome, key }) => [outcome, key]))
  const derived = createDerived(driver)
  /** The one that was read last: an analysis makes more than one thing of it in a row. Only within a run: it may be written anew. */
  let last: { readonly id: string; readonly measurement: Measurement } | null = null
  const load = (id: string): Measurement => {
    if (last?.id !== id) last = { id, measurement: orNotNow(() => readMeasurement(driver, id)) }
    return last.measurement
  }
  const groupsOf = createGroups()
  let outcomes: readonly Outcome[] = listed.map(({ outcome }) => outcome)
  let stored = new Map(outcomes.map((outcome) => [place(outcome.analysis, outcome.catalyst), outcome]))
  let written = stored
  let before: Run | null = readRun(driver, appVersion)
  let groupFindings = before === null ? new Map<string | null, readonly Finding[]>() : readGroupFindings(driver)
  let findings: readonly Finding[] = inOrder([...groupFindings.values()].flat())
  let unsaved = new Set<Outcome>()
  let isSaved = true
  let isComparing = false
  let isAsLeft = before !== null
  /** Rows without a file that the rules for the whole project were asked of: nothing else that they look at is missing in a run. */
  let rowsLookedAt: Built['rowsWithoutFile'] | null = null

  return {
    outcomes: () => outcomes,
    findings: () => findings,
    isComparing: () => isComparing,
    isAsLeft: () => isAsLeft,
    update({ entries, rowsWithoutFile }, catalysts, defaults, which = 'all') {
      last = null
      const groups = groupsOf(entries)
      const overrides = readAllOverrides(driver)
      const now = runOf({ appVersion, groups, catalysts, defaults, overrides })
      const earlier = before
      const isSame = earlier === null ? () => false : compareRuns(earlier, now)
      const output = runAnalyses({
        analyses: which === 'all' ? analyses : ofOneCatalyst, entries, groups, catalysts, defaults, appVersion, load,
        overrides: (id, catalyst) => overridesFor(overrides, id, catalyst),
        derive: (what, compute) => derived.of(what, () => compute(load(what.entry.id))),
        stored: (id, catalyst) => stored.get(place(id, catalyst)),
        keyOf: (outcome) => keys.get(outcome) ?? outcome.trace.key,
        unchanged: (id, catalyst) => (isSame(id, catalyst) && !(isComparing && comparisons.has(id)) ? stored.get(place(id, catalyst)) : undefined),
        digest: shortSum
      })
      for (const outcome of output.computed) keys.set(outcome, outcome.trace.key)
      const all = which === 'all' ? output.outcomes : [...output.outcomes, ...outcomes.filter(({ analysis }) => comparisons.has(analysis))]
      isComparing = which !== 'all' && (isComparing || earlier === null || earlier.signature !== now.signature || output.computed.length > 0 || rowsLookedAt !== rowsWithoutFile)
      const isOther = output.computed.length > 0 || all.length !== outcomes.length
      const touched = new Set(output.computed.map(({ catalyst }) => catalyst))
      const byCatalyst = outcomesByCatalyst(all)
      const thresholds = overrides.common(CHECKS)
      const rules = { gives, ...(thresholds ? { settings: thresholds } : {}) }
      const isKnown = (catalyst: string | null): boolean => earlier !== null && earlier.overrides[CHECKS] === now.overrides[CHECKS] && !touched.has(catalyst) && earlier.entries[catalyst ?? ''] === now.entries[catalyst ?? '']
      const ofProject = which === 'all' ? findingsOfProject({ outcomes: all, entries, rowsWithoutFile, ...rules }) : groupFindings.get(WHOLE_PROJECT) ?? []
      const isSameProject = ofProject === groupFindings.get(WHOLE_PROJECT) || JSON.stringify(ofProject) === JSON.stringify(groupFindings.get(WHOLE_PROJECT))
      if (which === 'all') rowsLookedAt = rowsWithoutFile
      groupFindings = new Map<string | null, readonly Finding[]>([...new Set([null, ...catalysts])].map((catalyst) => [catalyst, findingsOfGroup({
        catalyst, outcomes: byCatalyst.get(catalyst) ?? [], entries: groups.get(catalyst) ?? [], known: isKnown(catalyst) ? groupFindings.get(catalyst) : undefined
      }, rules)]))
      groupFindings.set(WHOLE_PROJECT, ofProject)
      findings = inOrder([...groupFindings.values()].flat())
      if (isOther) {
        outcomes = all
        stored = new Map(outcomes.map((outcome) => [place(outcome.analysis, outcome.catalyst), outcome]))
        const kept = new Set(outcomes)
        unsaved = new Set([...unsaved, ...output.computed].filter((outcome) => kept.has(outcome)))
      }
      isSaved &&= !isOther && isSameProject && !isComparing && earlier !== null && earlier.signature === now.signature
      last = null
      before = now
      isAsLeft = false
      return output.computed
    },
    save(also) {
      if (isSaved) return
      driver.transaction(() => {
        writeOutcomes(driver, [...unsaved], [...written.values()].filter((outcome) => !stored.has(place(outcome.analysis, outcome.catalyst))))
        derived.save()
        writeGroupFindings(driver, groupFindings)
        writeRun(driver, isComparing ? null : before)
        also?.()
      })
      leaveFigures(driver, [...unsaved])
      derived.saved()
      written = stored
      unsaved = new Set()
      isSaved = true
    },
    isSaved: () => isSaved
  }
}

function outcomesByCatalyst(outcomes: readonly Outcome[]): Map<string | null, Outcome[]> {
  const groups = new Map<string | null, Outcome[]>()
  for (const outcome of outcomes) {
    const group = groups.get(outcome.catalyst)
    if (group) group.push(outcome)
    else groups.set(outcome.catalyst, [outcome])
  }
  return groups
}

/** Settings of all catalysts, then those of this one. */
function overridesFor(overrides: Overrides, analysis: string, catalyst: string | null): ReadonlyMap<string, SettingValue> {
  const common = overrides.common(analysis)
  const own = catalyst === null ? undefined : overrides.own(analysis, catalyst)
  return own ? new Map([...common ?? [], ...own]) : common ?? new Map()
}

/** Entries by catalyst; the list of a catalyst is the same object as before while its entries are. An entry that was replaced by one of the same catalyst changes its list alone. */
function createGroups(): (entries: readonly Entry[]) => Groups {
  let known: Groups = new Map()
  let of: readonly Entry[] = []
  return (entries) => {
    if (entries === of) return known
    known = withReplaced(known, of, entries) ?? withSame(known, groupByCatalyst(entries))
    of = entries
    return known
  }
}

type Groups = ReadonlyMap<string | null, readonly Entry[]>

function withSame(known: Groups, now: Groups): Groups {
  return new Map([...now].map(([catalyst, group]) => {
    const before = known.get(catalyst)
    return [catalyst, before?.length === group.length && before.every((entry, i) => entry === group[i]) ? before : group]
  }))
}

/** null where more than entries at their places, of the same catalyst, were replaced. */
function withReplaced(known: Groups, before: readonly Entry[], now: readonly Entry[]): Groups | null {
  const places = replacedAt(before, now)
  if (places === null || places.some((i) => catalystOf(before[i]!) !== catalystOf(now[i]!))) return null
  const by = new Map(places.map((i) => [before[i]!, now[i]!]))
  const touched = new Set(places.map((i) => catalystOf(now[i]!)))
  return new Map([...known].map(([catalyst, group]) => [catalyst, touched.has(catalyst) ? group.map((entry) => by.get(entry) ?? entry) : group]))
}
const catalystOf = ({ fields }: Entry): string | null => fields.catalyst?.value ?? null
