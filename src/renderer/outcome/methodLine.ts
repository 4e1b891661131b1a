import type { Result } from '@shared/analyses/analysis'
import { withTrueMinus } from '../text/minusSign'

const mostMethods = 6

/**
 * The methods of a card's results in one line: clauses are said once, and of those that differ in their numbers only ('FE 97 % of
 * −12 mA cm⁻²') the first stands for all; each number has its own on a click.
 */
export function methodLine(results: readonly Result[]): string {
  const patterns = new Map<string, string>()
  for (const clause of results.flatMap(({ method }) => method.split(/;\s+/))) {
    const text = clause.trim()
    const pattern = text.replace(/[-\u2212]?\d+(?:\.\d+)?(?:e[-+]?\d+)?/g, '#')
    if (text !== '' && !patterns.has(pattern)) patterns.set(pattern, text)
  }
  const shown = [...patterns.values()]
  return withTrueMinus(shown.slice(0, mostMethods).join(' · ')) + (shown.length > mostMethods ? ' · …' : '')
}
