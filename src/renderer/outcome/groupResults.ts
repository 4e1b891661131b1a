import type { ConditionValue, Result } from '@shared/analyses/analysis'
import { conditionsAside } from '@shared/analyses/conditionsAside'
import { groupBy } from '@shared/groupBy'
import type { ResultRow } from './resultRow'
import { finished, type Pieces } from './pieces'
import { tableHead, type TableHead } from './tableHead'

/** Conditions that tell single runs of one and the same quantity apart. */
const ofSingleRun = new Set(['run', 'replicate'])
/** Steps of a path stand in its order, whatever their states are called. */
const ofSteps = new Set(['from', 'to'])
export const potentialKey = 'potential_V_RHE'
/** Replicates of one set potential belong together within this much. */
export const samePotential_V = 0.005

/** Rows with the same kinds of conditions: one table. */
export interface ResultSection {
  readonly conditionKeys: readonly string[]
  readonly metrics: readonly string[]
  readonly rows: readonly ResultRow[]
  readonly head: TableHead
}

/** Results with equal conditions share a row; a mean leads the single runs it is made of. */
export const groupResults = (results: readonly Result[]): readonly ResultSection[] => finished(groupingResults(results))

/** Of so many results the rows are found in one piece. */
const resultsPerPiece = 200

/** The same in pieces: a thousand results would hold a window up that seldom does this. */
export function* groupingResults(results: readonly Result[]): Pieces<readonly ResultSection[]> {
  const places = potentialPlaces(results)
  for (let i = 0; i < results.length; i += 1) {
    knownOf(results[i]!)
    if (i % resultsPerPiece === resultsPerPiece - 1) yield
  }
  const sections = new Map<string, Map<string, Result[]>>()
  const averaged = new Set(results.filter((result) => !isSingleRun(result)).flatMap((result) => [kindOf(result), `${kindOf(result)} ${result.metric}`]))
  for (const [i, result] of results.entries()) {
    if (i % resultsPerPiece === resultsPerPiece - 1) yield
    const own = ownConditions(result)
    const kind = kindOf(result)
    // Single runs of what others have no mean of get a table of their own: discharges beside the open-circuit voltage.
    const isApart = isSingleRun(result) && averaged.has(kind) && !averaged.has(`${kind} ${result.metric}`) && !hasRunWith(results, result, averaged, kind)
    const section = isApart ? `${kind} single` : kind
    const rows = sections.get(section) ?? new Map<string, Result[]>()
    sections.set(section, rows)
    const rowKey = JSON.stringify([result.catalyst, ...own.map(([key, value]) => [key, key === potentialKey ? places.get(result) ?? value : value])])
    const row = rows.get(rowKey)
    if (row) row.push(result)
    else rows.set(rowKey, [result])
  }
  // What a card is about comes first: means of replicates, then the rest, recycling cycles last.
  const rank = ({ conditionKeys, rows }: ResultSection): number => (conditionKeys.includes('cycle') ? 2 : rows.some(({ replicates }) => replicates.length > 0) ? 0 : 1)
  const made: ResultSection[] = []
  for (const groups of sections.values()) {
    yield
    made.push(yield* sectionOf(groups))
  }
  return made.sort((a, b) => rank(a) - rank(b))
}

/** One collator for all: making one for each comparison took longer than all else for a series of a hundred spectra. */
const words = new Intl.Collator('en', { numeric: true })

/** Of one set of conditions; hundreds of results share it. */
interface Kind { /** Keys in the order of their columns. */ readonly keys: readonly string[]; readonly name: string; readonly isSingleRun: boolean }
const kinds = new Map<string, Kind>()
interface Known { readonly kind: Kind; readonly own: readonly (readonly [string, ConditionValue])[] }
const known = new WeakMap<Result['conditions'], Known>()

function kindWith(keys: readonly string[]): Kind {
  const all = keys.join('|')
  const before = kinds.get(all)
  if (before) return before
  const order = keys.filter((key) => !ofSingleRun.has(key) && !conditionsAside.has(key)).sort((a, b) => Number(ofSteps.has(a)) - Number(ofSteps.has(b)) || words.compare(a, b))
  const kind = { keys: order, name: order.join('|'), isSingleRun: keys.some((key) => ofSingleRun.has(key)) }
  kinds.set(all, kind)
  return kind
}

/** Asked many times for each result: put in order once. */
function knownOf({ conditions }: Result): Known {
  const before = known.get(conditions)
  if (before) return before
  const kind = kindWith(Object.keys(conditions))
  const now = { kind, own: kind.keys.map((key) => [key, conditions[key]!] as const) }
  known.set(conditions, now)
  return now
}
const ownConditions = (result: Result): Known['own'] => knownOf(result).own
const kindOf = (result: Result): string => knownOf(result).kind.name
const isSingleRun = (result: Result): boolean => knownOf(result).kind.isSingleRun

/** Set potentials of one catalyst that lie within 5 mV of the first of them are the same place, whatever the iR correction made of them. */
function potentialPlaces(results: readonly Result[]): ReadonlyMap<Result, number> {
  const places = new Map<Result, number>()
  const byCatalyst = groupBy(results.filter(({ conditions }) => typeof conditions[potentialKey] === 'number'), ({ catalyst }) => catalyst)
  for (const group of byCatalyst.values()) {
    let first = Infinity
    const setPotential = ({ conditions }: Result): number => Number(conditions['set_potential_V_RHE'] ?? conditions[potentialKey])
    for (const result of group.toSorted((a, b) => setPotential(b) - setPotential(a))) {
      const potential = setPotential(result)
      if (first - potential > samePotential_V + 1e-9 || first === Infinity) first = potential
      places.set(result, first)
    }
  }
  return places
}

function* sectionOf(groups: ReadonlyMap<string, readonly Result[]>): Pieces<ResultSection> {
  const rows = [...groups].flatMap(([key, results]) => rowsOf(key, results))
  if (rows.length >= resultsPerPiece) yield
  const all = [...groups.values()].flat()
  const conditionKeys = [...new Set([...new Set(all.map((result) => knownOf(result).kind))].flatMap(({ keys }) => keys))]
    .concat(rows.some(({ conditions }) => conditions.has('run')) ? ['run'] : [],
      rows.some(({ conditions }) => conditions.has('replicate')) ? ['replicate'] : [])
  const catalysts = [...new Set(all.map(({ catalyst }) => catalyst))]
  const metrics = [...new Set(all.map(({ metric }) => metric))]
  const sorted = rows.toSorted(rowOrder(catalysts, conditionKeys, rows))
  if (rows.length >= resultsPerPiece) yield
  return { conditionKeys, metrics, rows: sorted, head: tableHead(conditionKeys, metrics, sorted) }
}

/** One row for the means with their single runs folded under it; single runs without a mean stand by themselves. */
function rowsOf(key: string, results: readonly Result[]): readonly ResultRow[] {
  const means = results.filter((result) => !isSingleRun(result))
  const singles = [...groupBy(results.filter(isSingleRun), ({ conditions }) => JSON.stringify([conditions['run'], conditions['replicate']]))]
    .map(([run, own]) => rowOf(`${key} ${run}`, own, [], true))
  if (means.length === 0) return singles
  return repeatedApart(means).map((group, i) => rowOf(`${key} ${i}`, group, i === 0 ? singles : [], false))
}

/** The same run also gave a quantity that has a mean: its row stands behind that mean and takes the others along. */
function hasRunWith(results: readonly Result[], { conditions, catalyst }: Result, averaged: ReadonlySet<string>, kind: string): boolean {
  return results.some((other) => other.catalyst === catalyst && isSingleRun(other) && other.conditions['run'] === conditions['run'] &&
    other.conditions['replicate'] === conditions['replicate'] && averaged.has(`${kind} ${other.metric}`))
}

/** Two results of one metric with the same conditions both stay visible: the second opens a further row. */
function repeatedApart(results: readonly Result[]): readonly (readonly Result[])[] {
  const rows: Result[][] = []
  for (const result of results) {
    const free = rows.find((row) => row.every(({ metric }) => metric !== result.metric))
    if (free) free.push(result)
    else rows.push([result])
  }
  return rows
}

function rowOf(key: string, results: readonly Result[], replicates: readonly ResultRow[], withRun: boolean): ResultRow {
  const first = results[0]!
  const conditions = new Map(Object.entries(first.conditions).filter(([name]) => !conditionsAside.has(name) && (withRun || !ofSingleRun.has(name))))
  return { key, catalyst: first.catalyst, conditions, cells: new Map(results.map((result) => [result.metric, result])), replicates }
}

/** Potentials from positive to negative, as they are swept; other numbers rise; words keep their alphabet, steps their path. */
function rowOrder(catalysts: readonly (string | null)[], keys: readonly string[], rows: readonly ResultRow[]): (a: ResultRow, b: ResultRow) => number {
  const place = new Map(catalysts.map((catalyst, i) => [catalyst, i]))
  const sorting = keys.filter((key) => !ofSteps.has(key))
  const worded = sorting.filter((key) => rows.some(({ conditions }) => typeof conditions.get(key) === 'string'))
  const alphabet = alphabetOf(rows.flatMap(({ conditions }) => worded.map((key) => String(conditions.get(key)))))
  return (a, b) => {
    const apart = place.get(a.catalyst)! - place.get(b.catalyst)!
    if (apart !== 0) return apart
    for (const key of sorting) {
      const [x, y] = [a.conditions.get(key), b.conditions.get(key)]
      if (x === y || x === undefined || y === undefined) continue
      if (key === potentialKey) return Number(y) - Number(x)
      const order = typeof x === 'number' && typeof y === 'number' ? x - y : alphabet.get(String(x))! - alphabet.get(String(y))!
      if (order !== 0) return order
    }
    return 0
  }
}

/** The place of each word, found once: a hundred spectra are compared thousands of times. */
function alphabetOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  let last: string | null = null
  for (const text of [...new Set(texts)].sort(words.compare)) {
    places.set(text, last === null ? 0 : places.get(last)! + Number(words.compare(last, text) !== 0))
    last = text
  }
  return places
}
