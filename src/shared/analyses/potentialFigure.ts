import type { BarsFigure, BarGroup } from '../figure'
import { potentialCluster } from '../electrochemistry/potentialCluster'
import { placeOf } from '../electrochemistry/setPotential'
import type { Result } from './analysis'
import { potentialText, toldApart } from './toldApart'

export { potentialText } from './toldApart'

export interface PotentialBar { readonly name: string; readonly metric: string; readonly catalyst?: string }

/** Conditions that the axis has, and those that tell a run from its replicates. */
const ofBars = ['potential_V_RHE', 'run', 'replicate']

/**
 * Bars over set potentials, the least negative first: mean ± u where there are replicates, with the single values behind it. What was measured
 * at one potential under other conditions (0.005 and 0.1 M NO₃⁻) has a place of its own beside it, which names them.
 */
export function barsAgainstPotential(
  results: readonly Result[], bars: readonly PotentialBar[], look: { readonly id: string; readonly title: string; readonly yTitle: string; readonly unit: string; readonly stacked: boolean }
): BarsFigure | null {
  const metrics = new Set(bars.map(({ metric }) => metric))
  const drawn = results.filter(({ metric, conditions }) => metrics.has(metric) && typeof conditions.potential_V_RHE === 'number' && conditions.nitrate_M !== 0 && conditions.cycle === undefined)
  if (drawn.length === 0) return null
  const categories = categoriesOf(drawn)
  const groups = bars.flatMap(({ name, metric, catalyst }): BarGroup[] => {
    const at = categories.map((category) => category.results.filter((result) => result.metric === metric && (catalyst === undefined || result.catalyst === catalyst)))
    if (at.every((list) => list.length === 0)) return []
    const shown = at.map((list) => list.find(({ n }) => n !== undefined) ?? list[0])
    return [{
      name, ...(catalyst === undefined ? {} : { catalyst }), values: shown.map((result) => result?.value ?? null), errors: shown.map((result) => result?.u ?? null),
      points: at.map((list) => list.filter((result) => result.n === undefined).map((result) => result.value))
    }]
  })
  return {
    kind: 'bars', id: look.id, title: look.title, stacked: look.stacked, categories: categories.map((category) => [potentialText(shownPotential(category)), category.text].filter((part) => part !== '').join(', ')), groups,
    x: { title: 'E vs RHE', unit: 'V' }, y: { title: look.yTitle, unit: look.unit }
  }
}

/** A place on the axis with all that was measured there, by the concentration of nitrate. */
interface Category { readonly text: string; readonly potential_V: number; readonly results: readonly Result[] }

/** In the order of the axis. */
function categoriesOf(drawn: readonly Result[]): readonly Category[] {
  const potentials = drawn.map(({ conditions }) => placeOf(conditions)!.potential_V)
  const clusters = potentialCluster(potentials)
  const texts = toldApart(drawn.map(({ conditions }) => conditions), ofBars)
  const found = new Map<string, Map<string, Result[]>>()
  drawn.forEach((result, i) => {
    const [place, text] = [clusters(potentials[i]!), texts[i]!]
    let at = found.get(place)
    if (!at) found.set(place, (at = new Map()))
    const category = at.get(text)
    if (category) category.push(result)
    else at.set(text, [result])
  })
  const nitrate_M = ({ conditions }: Result): number => Number(conditions.nitrate_M ?? Infinity)
  const byNitrate = (a: Result, b: Result): number => nitrate_M(a) - nitrate_M(b) || 0
  const categories = [...found].flatMap(([place, at]) => [...at].map(([text, results]): Category => ({ text, potential_V: Number(place), results: results.toSorted(byNitrate) })))
  return categories.toSorted((a, b) => b.potential_V - a.potential_V || byNitrate(a.results[0]!, b.results[0]!) || (a.text < b.text ? -1 : Number(a.text > b.text)))
}

/** The set potential; the corrected one where iR was corrected, of the replicates their mean. */
function shownPotential({ potential_V, results }: Category): number {
  const { conditions } = results.find(({ n }) => n !== undefined) ?? results[0]!
  return conditions.set_potential_V_RHE === undefined ? potential_V : Number(conditions.potential_V_RHE)
}
