import type { Conditions, Need } from '../analyses/analysis'
import { groupBy } from '../groupBy'
import { message } from '../message'
import { fieldDefinitions, origins, statedFields, type FieldKey, type FieldValue, type ResolvedFields, type Sourced } from '../metadata/fields'
import { runKey } from '../metadata/inheritCatalyst'
import { remembered } from '../remembered'
import type { CatalystEntries, Entry, ProjectDefaults } from '../project'
import { analyteOfEntry } from './analyteOfEntry'
import { blankFinder, nearest } from './blanksOfElectrolysis'
import { cycleOf, electrolysisGroups, replicateOf } from './electrolysisGroups'
import { hasColumns, isReading, memberOf, partsOf, readsSolute, type Member, type Part } from './electrolysisMember'
import { distinctNames, nameOf } from './entryName'
import { potentialCluster } from './potentialCluster'
import { readOnce } from './readOnce'
import { isBattery, isNitrateFree, roleOf } from './role'
import { conditionsThatDiffer, statedConditions } from './runConditions'
import { setCurrent_mA } from './setCurrent'
import type { Analyte } from './species'
import { techniqueOf } from './techniqueOf'
import { timesOf } from './timesOfElectrolysis'
import { traceRelation, type TraceRelation } from './traceRelation'
import { unreadableNeed } from './unreadable'

export { analyteOfEntry } from './analyteOfEntry'
export { distinctNames, nameOf } from './entryName'
export { isReading } from './electrolysisMember'

/**
 * One electrolysis: everything that carries one `run`, or, without run, one catalyst, set potential, replicate and cycle
 * (contracts 6). Plain data: entry ids only.
 */
export interface Electrolysis {
  readonly key: string
  readonly conditions: Conditions
  /** i–t traces, in the order of the project. */
  readonly traces: readonly string[]
  /** What several of them are to each other; those of one stated `run` are its parts. */
  readonly traceRelation: TraceRelation
  /** A trace is among them where its own row states what was read. */
  readonly readings: readonly string[]
  /** Readings that may be of this electrolysis or of another one. */
  readonly unclear: readonly string[]
  /** Blanks of this run, potential or catalyst: for each analyte the nearest. */
  readonly blanks: readonly string[]
  /** Conditions of the electrolysis: the best origin of any of its entries, the trace first. */
  readonly fields: ResolvedFields
  /** Set potential on the RHE scale before any iR correction; null where not stated or not convertible. */
  readonly setPotential_V: number | null
  /** When it ended: as stated, else the length of its traces, else the time of its last reading; null where none of them is known. */
  readonly end_h: number | null
  readonly needs: readonly Need[]
}

export interface Electrolyses {
  readonly runs: readonly Electrolysis[]
  /** Blanks without run and catalyst: those of an analyte for the whole project. */
  readonly reagentBlanks: readonly string[]
}

/** Groups a catalyst's traces and readings into electrolyses; null when there is none. Reads metadata only. Those of a battery are apart: it has no set potential. */
export function electrolysesOf(view: CatalystEntries): Electrolyses | null {
  const isOfBattery = batteryMember(view)
  const members = view.entries.flatMap((entry) => (isOfBattery(entry) ? [] : memberOf(entry, view.defaults)))
  const potentials = potentialsOfRuns(members)
  const clusters = potentialCluster(members.flatMap(({ potential_V }) => potential_V ?? []))
  const potentialOf = ({ run, potential_V }: Member): number | null => potential_V ?? potentials.get(run ?? '') ?? null
  const placeOf = (member: Member): string | null => { const potential = potentialOf(member); return potential === null ? null : clusters(potential) }
  const isBlank = ({ part }: Member): boolean => part === 'blank'
  const groups = electrolysisGroups(members.filter((member) => !isBlank(member)), placeOf)
  const blanks = groupBy(members.filter(isBlank), (member) => `blank\n${member.run ?? placeOf(member)}`)
  const placed = readOnce(new Map([...groups.map(({ key, members: own }) => [key, own] as const), ...blanks]))
  const blanksOf = blankFinder([...blanks.keys()].flatMap((key) => placed.get(key)!).filter(isBlank), placeOf)
  const runs = groups.flatMap(({ key, replicate, cycle }) => {
    const samples = placed.get(key)!
    const [first] = samples
    // A galvanostatic trace alone may be of a battery or of an endurance test: with what was read of it, it is an electrolysis.
    if (!first || samples.every(({ part, entry }) => part === 'trace' && techniqueOf(entry) === 'CP')) return []
    const nitrate_M = samples.find(({ entry }) => entry.fields.nitrate_M)?.entry.fields.nitrate_M?.value ?? view.defaults.fields.nitrate_M
    const stated = { replicate: samples.map(({ entry }) => replicateOf(entry)).find((label) => label !== '') ?? '', cycle: samples.map(({ entry }) => cycleOf(entry)).find((label) => label !== '') ?? '' }
    const own = blanksOf({ run: first.run, place: samples.map(placeOf).find((place) => place !== null) ?? null, apart: { replicate, cycle }, stated, nitrate_M })
    return [electrolysisOf(key, samples, own, potentials.get(first.run ?? '') ?? null, view.defaults)]
  })
  return runs.length > 0 ? { runs: conditionsNamed(runs), reagentBlanks: reagentBlanksOf(view) } : null
}

/**
 * Discharges of a battery whose electrolyte was analysed: traces and readings of one `run`. Readings without a run say what they need
 * through `needs` of a group of their own. Reads metadata only.
 */
export function batteryElectrolysesOf(view: CatalystEntries): Electrolyses {
  if (!view.entries.some(isBattery)) return { runs: [], reagentBlanks: [] }
  const isOfBattery = batteryMember(view)
  const members = view.entries.flatMap((entry): Member[] => {
    if (roleOf(entry) === 'standard') return []
    const isTrace = isOfBattery(entry) && ['CP', 'GCPL', 'CA'].includes(techniqueOf(entry) ?? '') && hasColumns(entry, 'current', 'time')
    if (!isTrace && !(isReading(entry) && isOfBattery(entry))) return []
    return partsOf(entry, isTrace).map((part) => ({ entry, part, run: runKey(entry), potential_V: null, needs: [] }))
  })
  const catalystBlanks = blanksOfCatalyst(view.entries.flatMap((entry) => memberOf(entry, view.defaults)))
  const blanksOf = (group: readonly Member[]): readonly Entry[] => nearest([...group.flatMap(({ part, entry }) => (part === 'blank' ? [{ entry, rank: 1 }] : [])), ...catalystBlanks.map((entry) => ({ entry, rank: 0 }))])
  const groups = new Map<string, Member[]>()
  const readingOf = new Set(members.flatMap(({ entry, part }) => (part === 'reading' ? [entry] : [])))
  for (const member of members) {
    const { run } = member
    if (run === null && !readingOf.has(member.entry)) continue
    const key = run === null ? `reading\n${member.entry.id}` : `run\n${run}`
    groups.set(key, [...(groups.get(key) ?? []), member])
  }
  const runs = [...readOnce(groups)].filter(([, group]) => group.some(({ part }) => part === 'reading' || part === 'unclear')).map(([key, group]): Electrolysis => {
    const found = electrolysisOf(key, group.filter(({ part }) => part !== 'blank'), blanksOf(group), null, view.defaults)
    const lacksRun: Need[] = found.traces.length > 0 ? [] : [{ message: message('needs.batteryRun', 'discharge of the battery that {file} was taken from (the same run for both)', { file: nameOf(group[0]!.entry) }), where: 'runSheet', field: 'run', entries: found.readings }]
    const { current_mA: _ofDischarge, potential_V: _applied, reference: _reference, ...conditions } = found.conditions
    return { ...found, conditions: { ...conditions, role: 'battery' }, needs: [...lacksRun, ...needsOfUnclear(group)] }
  })
  return { runs, reagentBlanks: reagentBlanksOf(view) }
}

/** A battery's own files, and readings that carry the run of one of them; where an electrolysis has the same run (1, 2 …), they are the electrolysis'. */
function batteryMember(view: CatalystEntries): (entry: Entry) => boolean {
  const runsOf = (isWanted: (entry: Entry) => boolean): Set<string> => new Set(view.entries.flatMap((entry) => (isWanted(entry) ? runKey(entry) ?? [] : [])))
  const runs = runsOf(isBattery)
  const electrolysed = runs.size === 0 ? runs : runsOf((entry) => memberOf(entry, view.defaults)[0]?.part === 'trace')
  return (entry) => isBattery(entry) || (runs.has(runKey(entry) ?? '') && !electrolysed.has(runKey(entry) ?? ''))
}
const blanksOfCatalyst = (members: readonly Member[]): Entry[] => members.filter(({ entry, part, run }) => part === 'blank' && run === null && entry.fields.potential_V === undefined).map(({ entry }) => entry)
const reagentBlanksOf = (view: CatalystEntries): string[] => view.common.filter((entry) => roleOf(entry) === 'blank' && runKey(entry) === null && isReading(entry)).map((entry) => entry.id)

/** Ids of everything that the electrolyses use. */
export function entriesOf({ runs, reagentBlanks }: Electrolyses): string[] {
  return [...new Set([...runs.flatMap((run) => [...run.traces, ...run.readings, ...run.blanks]), ...reagentBlanks])]
}

function potentialsOfRuns(members: readonly Member[]): Map<string, number> {
  const potentials = new Map<string, number>()
  for (const { run, potential_V } of members) {
    if (run !== null && potential_V !== null && !potentials.has(run)) potentials.set(run, potential_V)
  }
  return potentials
}

/** By the first of its members: a member is made once of an entry and the defaults, so the same members make the same electrolysis. */
const electrolyses = remembered<Electrolysis>()
const electrolysisOf = (key: string, samples: readonly Member[], blanks: readonly Entry[], runPotential_V: number | null, defaults: ProjectDefaults): Electrolysis =>
  electrolyses(samples[0]!, [key, ...samples, null, ...blanks, runPotential_V], () => newElectrolysisOf(key, samples, blanks, runPotential_V, defaults))

function newElectrolysisOf(key: string, samples: readonly Member[], blanks: readonly Entry[], runPotential_V: number | null, defaults: ProjectDefaults): Electrolysis {
  const ordered = [...samples].sort((a, b) => Number(a.part !== 'trace') - Number(b.part !== 'trace'))
  const ids = (part: Part): string[] => samples.filter((member) => member.part === part).map((member) => member.entry.id)
  const { time_h: _ofAnyReading, unreadable = [], ...common } = bestFields(ordered.map((member) => member.entry))
  const times = timesOf(samples)
  const unread = unreadable.filter(({ field }) => field !== 'time_h' || ordered.some((member) => saysHowLong(member) && unreadableNeed(member.entry.fields, 'time_h')))
  const fields: ResolvedFields = { ...common, ...(times.stated ? { time_h: times.stated } : {}), ...(unread.length > 0 ? { unreadable: unread } : {}) }
  const setPotential_V = ordered.find((member) => member.potential_V !== null)?.potential_V ?? runPotential_V
  const isGalvanostatic = ordered[0]!.part === 'trace' && ordered.every(({ part, entry }) => part !== 'trace' || techniqueOf(entry) === 'CP')
  const potentialNeeds = setPotential_V !== null || isGalvanostatic ? [] : (ordered.find((member) => member.needs.length > 0)?.needs ?? [potentialNeed(ordered)])
  const nitrate = isFreeOfNitrate(samples) ? 0 : fields.nitrate_M?.value ?? (unreadableNeed(fields, 'nitrate_M') ? undefined : defaults.fields.nitrate_M)
  const traces = samples.filter(({ part }) => part === 'trace').map(({ entry }) => entry)
  const relation = fields.run === undefined ? traceRelation(traces) : 'parts'
  const conditions: Conditions = {
    ...(setPotential_V === null ? asApplied(ordered, isGalvanostatic) : { potential_V_RHE: setPotential_V }),
    ...(fields.run ? { run: fields.run.value } : {}),
    ...(fields.replicate ? { replicate: fields.replicate.value } : {}),
    ...(fields.cycle ? { cycle: fields.cycle.value } : {}),
    ...(nitrate === undefined ? {} : { nitrate_M: nitrate })
  }
  return { key, conditions, traces: ids('trace'), traceRelation: relation, readings: ids('reading'), unclear: ids('unclear'), blanks: blanks.map(({ id }) => id), fields, setPotential_V, end_h: times.end_h, needs: [...potentialNeeds, ...needsOfUnclear(samples), ...(relation === 'wholes' ? [wholesNeed(traces)] : [])] }
}

/** Readings of nitrate and of gas are taken on the way: their time is when, not how long. */
const saysHowLong = ({ entry, part }: Member): boolean => part === 'trace' || (part === 'reading' && readsSolute(entry) && !['NO3', 'H2'].includes(analyteOfEntry(entry) ?? ''))

/** Its traces decide where they say something of nitrate, else its readings; a blank has an electrolyte of its own. */
function isFreeOfNitrate(samples: readonly Member[]): boolean {
  const traces = samples.filter(({ part, entry }) => part === 'trace' && (isNitrateFree(entry) || entry.fields.nitrate_M !== undefined))
  return (traces.length > 0 ? traces : samples).some(({ entry }) => isNitrateFree(entry))
}

/** A potential that cannot be put on the RHE scale still tells electrolyses apart, and so does a current that was held. */
function asApplied(ordered: readonly Member[], isGalvanostatic: boolean): Conditions {
  const current_mA = isGalvanostatic ? setCurrent_mA(ordered[0]!.entry) : undefined
  if (current_mA !== undefined) return { current_mA }
  const fields = ordered.find(({ entry }) => entry.fields.potential_V)?.entry.fields
  const reference = fields?.potential_V?.against ?? fields?.reference?.value
  return fields?.potential_V ? { potential_V: fields.potential_V.value, ...(reference ? { reference } : {}) } : {}
}

/** A condition that electrolyses of this catalyst differ in is named with each that states it. */
function conditionsNamed(runs: readonly Electrolysis[]): readonly Electrolysis[] {
  const differing = conditionsThatDiffer(runs.map(({ fields }) => fields))
  return differing.length === 0 ? runs : runs.map((run) => named(run, differing, () => ({ ...run, conditions: { ...run.conditions, ...statedConditions(run.fields, differing) } })))
}
const named = remembered<Electrolysis>()

const headers = new Map<FieldKey, string>(fieldDefinitions.map(({ key, header }) => [key, header]))

/** One row states one reading: a file of several electrolyses leaves open whose it is, and so does a row that lacks what tells those of its run or potential apart. */
function needsOfUnclear(samples: readonly Member[]): Need[] {
  const unclear = groupBy(samples.filter(({ part }) => part === 'unclear'), ({ lacks }) => lacks)
  return [...unclear].map(([field, [first, ...others]]): Need => {
    const file = nameOf(first!.entry)
    const text = field === undefined
      ? message('needs.readingOf', 'electrolysis of {file} that its reading was taken from: the file holds several, write file#dataset', { file })
      : message('needs.readingLabel', '{field} of the readings of {file}: there are several electrolyses that they may be of', { field: headers.get(field) ?? field, file })
    return { message: text, where: 'runSheet', field: field ?? 'file', entries: [first!, ...others].map(({ entry }) => entry.id) }
  })
}

/** Names of the files of an electrolysis, for a sentence. */
export function namesOf(entries: readonly Entry[]): string {
  const names = [...new Set(distinctNames(entries).values())]
  return names.length > MOST_NAMES ? `${names.slice(0, MOST_NAMES).join(', ')} …` : names.join(', ')
}
const MOST_NAMES = 6

/** Repeats whose names do not tell them apart: which reading is of which, and whether they are repeats at all, is not guessed. */
const wholesNeed = (traces: readonly Entry[]): Need => ({
  message: message('needs.replicates', 'which electrolysis each of {files} is: r1, r2 … in the names or the replicate column for repeats, one run for all for parts of one', { files: namesOf(traces) }),
  where: 'runSheet', field: 'replicate', entries: traces.map(({ id }) => id)
})

function potentialNeed(group: readonly Member[]): Need {
  const entries = [...new Set(group.map((member) => member.entry.id))]
  return { message: message('needs.setPotential', 'set potential of {file}', { file: nameOf(group[0]?.entry) }), where: 'runSheet', field: 'potential_V', entries }
}

/** Per field the value of the best origin among the entries; the earlier entry wins between equals. Dilution is a reading's own. */
function bestFields(entries: readonly Entry[]): ResolvedFields {
  const best = new Map<FieldKey, Sourced<FieldValue>>()
  for (const { fields } of entries) {
    for (const [key, value] of statedFields(fields)) {
      const known = best.get(key)
      if (!known || origins.indexOf(value.origin) < origins.indexOf(known.origin)) best.set(key, value)
    }
  }
  // What a row states unreadably counts as that row does, unless another one can be read.
  const unreadable = entries.flatMap(({ fields }) => fields.unreadable ?? []).filter(({ field }) => !['edit', 'runSheet'].includes(best.get(field)?.origin ?? ''))
  for (const { field } of unreadable) best.delete(field)
  return { ...Object.fromEntries(best), ...(unreadable.length > 0 ? { unreadable } : {}) } as ResolvedFields
}

/** Of these readings and blanks, those that hold an amount of the analyte. */
export const readingsOf = (ids: readonly string[], analyte: Analyte, entries: ReadonlyMap<string, Entry>): Entry[] =>
  ids.flatMap((id) => entries.get(id) ?? []).filter((entry) => analyteOfEntry(entry) === analyte && readsSolute(entry))
