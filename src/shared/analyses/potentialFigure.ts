import type { BarsFigure, BarGroup } from '../figure'
import { groupBy } from '../groupBy'
import { potentialCluster } from '../electrochemistry/potentialCluster'
import type { Result } from './analysis'

export interface PotentialBar { readonly name: string; readonly metric: string; readonly catalyst?: string }

/** '−0.3': potentials as they are printed on an axis. */
export const potentialText = (potential_V: number): string => `${potential_V < 0 ? '\u2212' : ''}${Number(Math.abs(potential_V).toFixed(3))}`

/** Bars over set potentials, the least negative first: mean ± u where there are replicates, with the single values behind it. */
export function barsAgainstPotential(
  results: readonly Result[], bars: readonly PotentialBar[], look: { readonly id: string; readonly title: string; readonly yTitle: string; readonly unit: string; readonly stacked: boolean }
): BarsFigure | null {
  const drawn = results.filter((result) => typeof result.conditions.potential_V_RHE === 'number' && result.conditions.nitrate_M !== 0 && result.conditions.cycle === undefined)
  const potentials = drawn.map((result) => Number(result.conditions.potential_V_RHE))
  const clusters = potentialCluster(potentials)
  const categories = [...new Set(potentials.map(clusters))].map(Number).sort((a, b) => b - a)
  const byMetric = groupBy(drawn, ({ metric }) => metric)
  if (categories.length === 0) return null
  const groups = bars.flatMap(({ name, metric, catalyst }): BarGroup[] => {
    const own = (byMetric.get(metric) ?? []).filter((result) => catalyst === undefined || result.catalyst === catalyst)
    if (own.length === 0) return []
    const byCategory = groupBy(own, (result) => clusters(Number(result.conditions.potential_V_RHE)))
    const at = categories.map((category) => byCategory.get(String(category)) ?? [])
    const shown = at.map((list) => list.find((result) => result.n !== undefined) ?? list.find((result) => result.n === undefined))
    return [{
      name, ...(catalyst === undefined ? {} : { catalyst }), values: shown.map((result) => result?.value ?? null), errors: shown.map((result) => result?.u ?? null),
      points: at.map((list) => list.filter((result) => result.n === undefined).map((result) => result.value))
    }]
  })
  return {
    kind: 'bars', id: look.id, title: look.title, stacked: look.stacked, categories: categories.map(potentialText), groups,
    x: { title: 'E vs RHE', unit: 'V' }, y: { title: look.yTitle, unit: look.unit }
  }
}
