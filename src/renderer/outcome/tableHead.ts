import type { ResultRow } from './resultRow'

/** What stands above a table of results and over its columns. */
export interface TableHead {
  readonly hasSeveralCatalysts: boolean
  /** Conditions that all rows share: said once. */
  readonly shared: readonly string[]
  /** Conditions with a column of their own. */
  readonly keys: readonly string[]
  /** Units of each metric, in the order of the section's metrics. */
  readonly units: readonly ReadonlySet<string>[]
  readonly hasCounts: boolean
}

export function tableHead(conditionKeys: readonly string[], metrics: readonly string[], rows: readonly ResultRow[]): TableHead {
  const all = rows.flatMap((row) => [row, ...row.replicates])
  const first = all[0]!.conditions
  const shared = conditionKeys.filter((key) => first.has(key) && all.every(({ conditions }) => conditions.get(key) === first.get(key)))
  const differing = conditionKeys.filter((key) => !shared.includes(key) && !(key === 'basis' && all.every(isOfItself)))
  // The name of a run is told where nothing else tells rows apart.
  const others = differing.filter((key) => key !== 'run')
  const places = new Set(rows.map(({ catalyst, conditions }) => JSON.stringify([catalyst, ...others.map((key) => conditions.get(key) ?? null)])))
  return {
    hasSeveralCatalysts: rows.some(({ catalyst }) => catalyst !== rows[0]!.catalyst),
    shared,
    keys: others.length > 0 && places.size === rows.length ? others : differing,
    units: metrics.map((metric) => new Set(all.flatMap(({ cells }) => cells.get(metric)?.unit ?? []))),
    hasCounts: rows.some((row) => row.replicates.length > 0 || [...row.cells.values()].some(({ n }) => n !== undefined))
  }
}

/** Nitrite as nitrite: the basis of a concentration is told where it is another than the analyte (NH₄⁺ as N). */
const isOfItself = ({ conditions }: ResultRow): boolean => String(conditions.get('basis')).replace(/[-+]$/, '') === conditions.get('analyte')
