import { groupBy } from '../groupBy'
import type { FieldKey } from '../metadata/fields'
import { replicateName } from '../metadata/replicateName'
import type { Entry } from '../project'
import { perEntry } from '../perEntry'
import { remembered } from '../remembered'
import type { Member } from './electrolysisMember'
import { potentialCluster } from './potentialCluster'
import { isNitrateFree } from './role'
import { conditionLabels, runConditions, statedCondition } from './runConditions'
import { setCurrent_mA } from './setCurrent'

export const replicateOf = perEntry((entry): string => replicateName(entry.fields.replicate?.value ?? '').toLowerCase())
export const cycleOf = (entry: Entry): string => (entry.fields.cycle === undefined ? '' : String(entry.fields.cycle.value))

/** Traces and readings of one electrolysis; by the labels that it was told apart by, '' where nothing had to be. */
export interface Group { readonly key: string; readonly members: readonly Member[]; readonly replicate: string; readonly cycle: string }

/** A condition that two electrolyses of one run, or of one catalyst, potential, replicate and cycle, may differ in. */
interface Rule {
  readonly field: FieldKey
  readonly labels: (members: readonly Member[]) => (member: Member) => string
  /** any: different labels are different electrolyses. traces: only where traces have them. labelled: as any, unless the only traces have none and the labels count readings of them. */
  readonly when: 'any' | 'traces' | 'labelled'
}

const ofEntry = (labelOf: (entry: Entry) => string): Rule['labels'] => () => ({ entry }) => labelOf(entry)
const ofRun: readonly Rule[] = [{ field: 'cycle', labels: ofEntry(cycleOf), when: 'any' }, { field: 'replicate', labels: ofEntry(replicateOf), when: 'labelled' }]
const withoutRun: readonly Rule[] = [
  { field: 'nitrate_M', labels: ofEntry(({ fields }) => (fields.nitrate_M === undefined ? '' : String(fields.nitrate_M.value))), when: 'any' },
  ...runConditions.map((key): Rule => ({
    field: key, when: 'traces', labels: (members) => {
      const labels = conditionLabels(key, members.map(({ entry }) => statedCondition(entry.fields, key)))
      return ({ entry }) => labels(statedCondition(entry.fields, key))
    }
  }))
]
const withoutPotential: readonly Rule[] = [{ field: 'potential_V', labels: appliedLabels, when: 'any' }, { field: 'run', labels: ofEntry((entry) => String(setCurrent_mA(entry) ?? '')), when: 'any' }, ...withoutRun]

/** One group for each electrolysis (contracts 6), of traces and readings; two that state different things are never one. */
export function electrolysisGroups(members: readonly Member[], placeOf: (member: Member) => string | null): readonly Group[] {
  const groups = groupBy(members, (member) => {
    if (member.run !== null) return `run\n${member.run}`
    return `set\n${placeOf(member) ?? '?'}\n${replicateOf(member.entry)}\n${cycleOf(member.entry)}\n${isNitrateFree(member.entry)}`
  })
  return [...groups].flatMap(([key, group]) => {
    const [first] = group as readonly [Member]
    const hasRun = first.run !== null
    const rules = hasRun ? ofRun : placeOf(first) === null ? withoutPotential : withoutRun
    const whole: Group = { key, members: group, replicate: hasRun ? '' : replicateOf(first.entry), cycle: hasRun ? '' : cycleOf(first.entry) }
    return rules.reduce<readonly Group[]>((parts, rule) => parts.flatMap((part) => splitBy(rule, part)), [whole])
  })
}

/** A part for each label. What has none stays with a trace that has none; else a reading is unclear, and asks for its label with the first part. */
function splitBy({ field, labels, when }: Rule, group: Group): readonly Group[] {
  const { key, members } = group
  const labelOf = labels(members)
  const traces = members.filter(({ part }) => part === 'trace')
  const [all, ofTraces] = [new Set(members.map(labelOf)), new Set(traces.map(labelOf))]
  const stated = (found: ReadonlySet<string>): number => found.size - Number(found.has(''))
  const isApart = when === 'traces' ? stated(ofTraces) > 1 : (stated(all) > 1 || ofTraces.size > 1) && (when === 'any' || traces.length === 0 || stated(ofTraces) > 0)
  if (!isApart) return [group]
  const [home] = [...members.map(labelOf)].filter((label) => label !== '')
  const parts = groupBy(members.map((member) => {
    const label = labelOf(member)
    if (label !== '' || ofTraces.has('')) return { label, member }
    return { label: home!, member: unclear(member, [field], () => ({ ...member, part: 'unclear', lacks: field })) }
  }), ({ label }) => label)
  return [...parts].map(([label, part]) => ({ ...group, key: `${key}\n${field} ${label}`, members: part.map(({ member }) => member), ...(field === 'replicate' || field === 'cycle' ? { [field]: label } : {}) }))
}

const unclear = remembered<Member>()

/** Potentials that cannot be put on the RHE scale, as applied against their reference; a reference that is not stated is that of the others at this potential. */
function appliedLabels(members: readonly Member[]): (member: Member) => string {
  const applied = ({ entry: { fields } }: Member): number | undefined => fields.potential_V?.value
  const reference = ({ entry: { fields } }: Member): string => (fields.potential_V?.against ?? fields.reference?.value ?? '').normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  const cluster = potentialCluster(members.flatMap((member) => applied(member) ?? []))
  const references = new Map<string, Set<string>>()
  for (const member of members) {
    const potential = applied(member)
    if (potential === undefined || reference(member) === '') continue
    const place = cluster(potential)
    references.set(place, (references.get(place) ?? new Set()).add(reference(member)))
  }
  return (member) => {
    const potential = applied(member)
    if (potential === undefined) return ''
    const place = cluster(potential)
    const known = references.get(place)
    return `${place} V ${reference(member) || (known?.size === 1 ? [...known][0]! : '')}`
  }
}
