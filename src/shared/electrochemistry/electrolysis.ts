import type { Conditions, Need } from '../analyses/analysis'
import { message } from '../message'
import { origins, statedFields, type FieldKey, type FieldValue, type ResolvedFields, type Sourced } from '../metadata/fields'
import { runKey } from '../metadata/inheritCatalyst'
import { perEntry } from '../perEntry'
import { remembered } from '../remembered'
import type { CatalystEntries, Entry, ProjectDefaults } from '../project'
import { hasColumns, isReading, memberOf, partsOf, readsSolute, type Member, type Part } from './electrolysisMember'
import { nameOf } from './entryName'
import { potentialCluster } from './potentialCluster'
import { readOnce } from './readOnce'
import { isBattery, isNitrateFree, roleOf } from './role'
import { analyteOf, type Analyte } from './species'
import { techniqueOf } from './techniqueOf'
import { unreadableNeed } from './unreadable'

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
  /** A trace is among them where its own row states what was read. */
  readonly readings: readonly string[]
  /** Readings that may be of this electrolysis or of another one. */
  readonly unclear: readonly string[]
  /** Blanks of this run, group or catalyst. */
  readonly blanks: readonly string[]
  /** Conditions of the electrolysis: the best origin of any of its entries, the trace first. */
  readonly fields: ResolvedFields
  /** Set potential on the RHE scale before any iR correction; null where not stated or not convertible. */
  readonly setPotential_V: number | null
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
  const groups = new Map<string, Member[]>()
  const runPotentials = potentialsOfRuns(members)
  const clusters = potentialClusters(members)
  for (const member of members) {
    const run = runKey(member.entry)
    const potential = member.potential_V ?? (run === null ? null : runPotentials.get(run) ?? null)
    if (run === null && potential === null && member.part === 'blank') continue
    const key = run !== null ? `run\n${run}` : `set\n${potential === null ? '?' : clusters(potential)}\n${replicateOf(member.entry)}\n${cycleOf(member.entry)}\n${isNitrateFree(member.entry)}`
    const group = groups.get(key)
    if (group) group.push(member)
    else groups.set(key, [member])
  }
  const catalystBlanks = blanksOfCatalyst(members)
  const runs = [...readOnce(groups)].flatMap(([key, group]) => {
    // A reading alone, without run or potential, belongs to no electrolysis: it is listed as such, not guessed into one.
    if (group.every((member) => member.part === 'blank')) return []
    return [electrolysisOf(key, group, catalystBlanks, view.defaults)]
  })
  return runs.length > 0 ? { runs, reagentBlanks: reagentBlanksOf(view) } : null
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
    return partsOf(entry, isTrace).map((part) => ({ entry, part, potential_V: null, needs: [] }))
  })
  const catalystBlanks = blanksOfCatalyst(view.entries.flatMap((entry) => memberOf(entry, view.defaults)))
  const groups = new Map<string, Member[]>()
  const readingOf = new Set(members.flatMap(({ entry, part }) => (part === 'reading' ? [entry] : [])))
  for (const member of members) {
    const run = runKey(member.entry)
    if (run === null && !readingOf.has(member.entry)) continue
    const key = run === null ? `reading\n${member.entry.id}` : `run\n${run}`
    groups.set(key, [...(groups.get(key) ?? []), member])
  }
  const runs = [...readOnce(groups)].filter(([, group]) => group.some(({ part }) => part === 'reading' || part === 'unclear')).map(([key, group]): Electrolysis => {
    const found = electrolysisOf(key, group, catalystBlanks, view.defaults)
    const lacksRun: Need[] = found.traces.length > 0 ? [] : [{ message: message('needs.batteryRun', 'discharge of the battery that {file} was taken from (the same run for both)', { file: nameOf(group[0]!.entry) }), where: 'runSheet', field: 'run', entries: found.readings }]
    return { ...found, conditions: { ...found.conditions, role: 'battery' }, needs: [...lacksRun, ...needOfDataset(group)] }
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
const blanksOfCatalyst = (members: readonly Member[]): string[] => members.filter(({ entry, part, potential_V }) => part === 'blank' && runKey(entry) === null && potential_V === null).map(({ entry }) => entry.id)
const reagentBlanksOf = (view: CatalystEntries): string[] => view.common.filter((entry) => roleOf(entry) === 'blank' && runKey(entry) === null && isReading(entry)).map((entry) => entry.id)

/** Ids of everything that the electrolyses use. */
export function entriesOf({ runs, reagentBlanks }: Electrolyses): string[] {
  return [...new Set([...runs.flatMap((run) => [...run.traces, ...run.readings, ...run.blanks]), ...reagentBlanks])]
}

const replicateOf = (entry: Entry): string => entry.fields.replicate?.value.trim().toLowerCase() ?? ''
const cycleOf = (entry: Entry): string => (entry.fields.cycle === undefined ? '' : String(entry.fields.cycle.value))

function potentialsOfRuns(members: readonly Member[]): Map<string, number> {
  const potentials = new Map<string, number>()
  for (const { entry, potential_V } of members) {
    const run = runKey(entry)
    if (run !== null && potential_V !== null && !potentials.has(run)) potentials.set(run, potential_V)
  }
  return potentials
}

const potentialClusters = (members: readonly Member[]): ((potential: number) => string) =>
  potentialCluster(members.flatMap((member) => (member.potential_V === null ? [] : [member.potential_V])))

/** By the first of its members: a member is made once of an entry and the defaults, so the same members make the same electrolysis. */
const electrolyses = remembered<Electrolysis>()
const electrolysisOf = (key: string, group: readonly Member[], catalystBlanks: readonly string[], defaults: ProjectDefaults): Electrolysis =>
  electrolyses(group[0]!, [key, ...group, ...catalystBlanks], () => newElectrolysisOf(key, group, catalystBlanks, defaults))

function newElectrolysisOf(key: string, group: readonly Member[], catalystBlanks: readonly string[], defaults: ProjectDefaults): Electrolysis {
  const ordered = [...group].sort((a, b) => Number(a.part !== 'trace') - Number(b.part !== 'trace'))
  const ids = (part: Part): string[] => group.filter((member) => member.part === part).map((member) => member.entry.id)
  const { time_h: _ofAnyReading, unreadable = [], ...common } = bestFields(ordered.filter((member) => member.part !== 'blank').map((member) => member.entry))
  const time_h = durationStated(ordered)
  const unread = unreadable.filter(({ field }) => field !== 'time_h' || ordered.some((member) => saysHowLong(member) && unreadableNeed(member.entry.fields, 'time_h')))
  const fields: ResolvedFields = { ...common, ...(time_h ? { time_h } : {}), ...(unread.length > 0 ? { unreadable: unread } : {}) }
  const stated = ordered.find((member) => member.potential_V !== null && member.part !== 'blank') ?? ordered.find((member) => member.potential_V !== null)
  const setPotential_V = stated?.potential_V ?? null
  const own = ids('blank')
  const potentialNeeds = setPotential_V !== null ? [] : (ordered.find((member) => member.needs.length > 0)?.needs ?? [potentialNeed(ordered)])
  const nitrate = group.some((member) => isNitrateFree(member.entry)) ? 0 : fields.nitrate_M?.value ?? (unreadableNeed(fields, 'nitrate_M') ? undefined : defaults.fields.nitrate_M)
  const conditions: Conditions = {
    ...(setPotential_V === null ? {} : { potential_V_RHE: setPotential_V }),
    ...(fields.run ? { run: fields.run.value } : {}),
    ...(fields.replicate ? { replicate: fields.replicate.value } : {}),
    ...(fields.cycle ? { cycle: fields.cycle.value } : {}),
    ...(nitrate === undefined ? {} : { nitrate_M: nitrate })
  }
  return { key, conditions, traces: ids('trace'), readings: ids('reading'), unclear: ids('unclear'), blanks: own.length > 0 ? own : catalystBlanks, fields, setPotential_V, needs: [...potentialNeeds, ...needOfDataset(group)] }
}

/** One row states one reading: a file of several electrolyses leaves open whose it is. */
function needOfDataset(group: readonly Member[]): Need[] {
  const entries = group.flatMap(({ entry, part }) => (part === 'unclear' ? [entry] : []))
  const [first] = entries
  if (!first) return []
  return [{ message: message('needs.readingOf', 'electrolysis of {file} that its reading was taken from: the file holds several, write file#dataset', { file: nameOf(first) }), where: 'runSheet', field: 'file', entries: entries.map(({ id }) => id) }]
}

function potentialNeed(group: readonly Member[]): Need {
  const entries = [...new Set(group.map((member) => member.entry.id))]
  return { message: message('needs.setPotential', 'set potential of {file}', { file: nameOf(group[0]?.entry) }), where: 'runSheet', field: 'potential_V', entries }
}

/** Readings of nitrate are taken on the way: their time is when, not how long. */
const saysHowLong = ({ entry, part }: Member): boolean => part === 'trace' || (part === 'reading' && analyteOfEntry(entry) !== 'NO3')

/** Time of the electrolysis: the trace's, else that of its product readings where they agree; readings taken on the way state when, not how long. */
function durationStated(group: readonly Member[]): ResolvedFields['time_h'] {
  const trace = group.find((member) => member.part === 'trace' && member.entry.fields.time_h)
  if (trace) return trace.entry.fields.time_h
  const readings = group.filter((member) => member.part === 'reading' && saysHowLong(member)).flatMap((member) => member.entry.fields.time_h ?? [])
  return new Set(readings.map((time) => time.value)).size === 1 ? readings[0] : undefined
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

/** An analyte that is not stated is not guessed from the wavelengths of a spectrum. */
export const analyteOfEntry = perEntry((entry): Analyte | undefined => analyteOf(entry.fields.analyte?.value ?? ''))

/** Of these readings and blanks, those that hold an amount of the analyte. */
export const readingsOf = (ids: readonly string[], analyte: Analyte, entries: ReadonlyMap<string, Entry>): Entry[] =>
  ids.flatMap((id) => entries.get(id) ?? []).filter((entry) => analyteOfEntry(entry) === analyte && readsSolute(entry))
