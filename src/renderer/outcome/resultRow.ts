import type { ConditionValue, Result } from '@shared/analyses/analysis'

/** A line of a table of results. */
export interface ResultRow {
  readonly key: string
  readonly catalyst: string | null
  readonly conditions: ReadonlyMap<string, ConditionValue>
  /** By metric. */
  readonly cells: ReadonlyMap<string, Result>
  /** The single runs behind the means of this row. */
  readonly replicates: readonly ResultRow[]
}
