import type { Finding } from '../analyses/analysis'
import { isReading } from '../electrochemistry/electrolysis'
import { cycleOf, replicateOf } from '../electrochemistry/electrolysisGroups'
import { roleOf } from '../electrochemistry/role'
import { techniqueOf } from '../electrochemistry/techniqueOf'
import { groupBy } from '../groupBy'
import { message } from '../message'
import { fieldDefinitions } from '../metadata/fields'
import { runKey } from '../metadata/inheritCatalyst'
import type { Entry } from '../project'
import { remembered } from '../remembered'
import type { Check } from './check'

/** What one electrolysis has one of. */
const shared = ['potential_V', 'volume_mL', 'area_cm2', 'mass_mg', 'loading_mg_cm2', 'pH', 'pHAfter', 'temperature_C', 'nitrate_M', 'ru_ohm', 'irFraction'] as const
type Shared = (typeof shared)[number]
const headers = new Map<string, string>(fieldDefinitions.map(({ key, header }) => [key, header]))

/** Rows of one run that state different conditions: only one of them can enter its results. */
export const runDisagrees: Check = {
  rule: 'run-disagrees',
  scope: 'catalyst',
  run: (input) => {
    const ofRuns = input.entries.filter((entry) => runKey(entry) !== null && isPartOfRun(entry))
    const runs = groupBy(ofRuns, (entry) => `${runKey(entry)}\n${entry.fields.catalyst?.value ?? ''}`)
    return [...runs.values()].flatMap((entries) => disagreements(entries[0]!, entries, () => electrolysesOfRun(entries).flatMap((own) => shared.flatMap((key) => disagreement(own, key)))))
  }
}

/** Cycles and replicates under one run are electrolyses of their own; what states neither is held against each. */
function electrolysesOfRun(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  return [cycleOf, replicateOf].reduce<readonly (readonly Entry[])[]>((parts, labelOf) => parts.flatMap((part) => {
    const labels = new Set(part.map(labelOf).filter((label) => label !== ''))
    return labels.size < 2 ? [part] : [...labels].map((label) => part.filter((entry) => ['', label].includes(labelOf(entry))))
  }), [entries])
}

const disagreements = remembered<Finding[]>()

/** A blank has conditions of its own; so has what else carries the name of the run (sweeps, spectra of the catalyst). */
function isPartOfRun(entry: Entry): boolean {
  const role = roleOf(entry)
  return role !== 'blank' && role !== 'standard' && (isReading(entry) || ['CA', 'CP', 'GCPL'].includes(techniqueOf(entry) ?? ''))
}

/** Of what persons state: a header or a name that says otherwise has lost to them already, and the card shows it. */
function disagreement(entries: readonly Entry[], key: Shared): Finding[] {
  const stated = entries.filter(({ fields }) => fields[key]?.origin === 'runSheet' || fields[key]?.origin === 'edit')
  const [first, ...others] = stated
  const other = first && others.find((entry) => differs(first, entry, key))
  if (!first || !other) return []
  const [a, b] = [first.fields[key]!, other.fields[key]!]
  return [{
    rule: 'run-disagrees', level: 'warning', catalyst: first.fields.catalyst?.value ?? null, source: 'one run is one electrolysis', entries: stated.map(({ id }) => id),
    message: message('check.runDisagrees', '{field} of run {run} is {a} in {placeA} but {b} in {placeB}; only one of them enters its results: correct the other.', {
      field: headers.get(key) ?? key, run: first.fields.run?.value ?? '', a: a.value, placeA: a.where, b: b.value, placeB: b.where
    })
  }]
}

/** Potentials against different references may well be the same. */
function differs(one: Entry, other: Entry, key: Shared): boolean {
  const [a, b] = [one.fields[key]!.value, other.fields[key]!.value]
  if (key !== 'potential_V') return Math.abs(a - b) > 1e-3 * Math.max(Math.abs(a), Math.abs(b))
  const against = ({ fields }: Entry): string => (fields.potential_V?.against ?? fields.reference?.value ?? '').trim().toLowerCase()
  return against(one) === against(other) && Math.abs(a - b) > 0.005
}
