import type { Result } from '@shared/analyses/analysis'
import type { FigureTable } from '../charts/figureTable'

/** All results as one long table: a row each, a column for each condition that occurs. */
export function resultsTable(results: readonly Result[]): FigureTable {
  const keys = [...new Set(results.flatMap(({ conditions }) => Object.keys(conditions)))]
  return {
    header: ['catalyst', 'metric', 'value', 'u', 'unit', 'n', ...keys, 'method'],
    rows: results.map(({ catalyst, metric, value, u, unit, n, conditions, method }) =>
      [catalyst, metric, value, u, unit, n ?? null, ...keys.map((key) => conditions[key] ?? null), method])
  }
}
