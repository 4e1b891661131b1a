import type { BarsFigure, BarGroup } from '../figure'
import { potentialCluster } from '../electrochemistry/potentialCluster'
import { placeOf } from '../electrochemistry/setPotential'
import type { Conditions, Result } from './analysis'
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
  const categories = categoriesOf(drawnOf(results, new Set(bars.map(({ metric }) => metric))))
  if (categories.length === 0) return null
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

/** Results that follow one another and share their conditions. */
interface Drawn { readonly conditions: Conditions; readonly results: Result[] }

function drawnOf(results: readonly Result[], metrics: ReadonlySet<string>): readonly Drawn[] {
  const drawn: Drawn[] = []
  for (const result of results) {
    if (!metrics.has(result.metric)) continue
    const { conditions } = result
    const last = drawn.at(-1)
    if (last?.conditions === conditions) last.results.push(result)
    else if (typeof conditions.potential_V_RHE === 'number' && conditions.nitrate_M !== 0 && conditions.cycle === undefined) drawn.push({ conditions, results: [result] })
  }
  return drawn
}

/** In the order of the axis. */
function categoriesOf(drawn: readonly Drawn[]): readonly Category[] {
  const potentials = drawn.map(({ conditions }) => placeOf(conditions)!.potential_V)
  const clusters = potentialCluster(potentials)
  const texts = toldApart(drawn.map(({ conditions }) => conditions), ofBars)
  const found = new Map<string, Map<string, Drawn[]>>()
  drawn.forEach((one, i) => {
    const [place, text] = [clusters(potentials[i]!), texts[i]!]
    let at = found.get(place)
    if (!at) found.set(place, (at = new Map()))
    const category = at.get(text)
    if (category) category.push(one)
    else at.set(text, [one])
  })
  const nitrate_M = ({ conditions }: Pick<Drawn, 'conditions'>): number => Number(conditions.nitrate_M ?? Infinity)
  const byNitrate = (a: Pick<Drawn, 'conditions'>, b: Pick<Drawn, 'conditions'>): number => nitrate_M(a) - nitrate_M(b) || 0
  const categories = [...found].flatMap(([place, at]) => [...at].map(([text, of]): Category => ({ text, potential_V: Number(place), results: of.toSorted(byNitrate).flatMap((one) => one.results) })))
  return categories.toSorted((a, b) => b.potential_V - a.potential_V || byNitrate(a.results[0]!, b.results[0]!) || (a.text < b.text ? -1 : Number(a.text > b.text)))
}

/** The set potential; the corrected one where iR was corrected, of the replicates their mean. */
function shownPotential({ potential_V, results }: Category): number {
  const { conditions } = results.find(({ n }) => n !== undefined) ?? results[0]!
  return conditions.set_potential_V_RHE === undefined ? potential_V : Number(conditions.potential_V_RHE)
}
