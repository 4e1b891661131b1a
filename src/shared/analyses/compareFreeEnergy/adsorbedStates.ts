import type { BarsFigure } from '../../figure'
import { adsorbateText } from '../../spectroscopy/adsorbateText'
import type { Outcome, Result } from '../analysis'

/** Bind nitrate, hold nitrite, hold hydrogen: the descriptors of the seed paper's Fig. 1c. */
const descriptors = ['*NO3', '*NO2', '*H'] as const

/** How low these states lie in each catalyst's diagram, above its first state at U = 0 V vs RHE. null where no two catalysts have one. */
export function adsorbedStates(outcomes: readonly Outcome[]): BarsFigure | null {
  const levels = outcomes.flatMap(({ catalyst, results }) => (catalyst === null ? [] : [{ catalyst, of: levelsIn(results) }]))
  const states = descriptors.filter((state) => levels.filter(({ of }) => of.has(state)).length > 1)
  const shown = levels.filter(({ of }) => states.some((state) => of.has(state)))
  if (states.length === 0) return null
  return {
    kind: 'bars', id: 'compare-adsorbed-states', title: 'Adsorbed states', categories: states.map(adsorbateText), x: { title: 'State', unit: '' }, y: { title: 'ΔG from the first state, U = 0 V', unit: 'eV' }, stacked: false,
    groups: shown.map(({ catalyst, of }) => ({ name: catalyst, catalyst, values: states.map((state) => of.get(state) ?? null) }))
  }
}

/** The free energy of every state: its steps added up from the first one of its path. The first path that has a state gives it. */
function levelsIn(results: readonly Result[]): ReadonlyMap<string, number> {
  const levels = new Map<string, number>()
  const steps = results.filter(({ metric }) => metric === 'dg_step')
  for (const pathway of new Set(steps.map(({ conditions }) => conditions.pathway))) {
    const own = new Map<string, number>()
    for (const { conditions, value } of steps.filter((step) => step.conditions.pathway === pathway)) {
      const from = own.size === 0 ? 0 : own.get(String(conditions.from))
      if (from !== undefined) own.set(String(conditions.to), from + value)
    }
    for (const [state, level] of own) if (!levels.has(state)) levels.set(state, level)
  }
  return levels
}
