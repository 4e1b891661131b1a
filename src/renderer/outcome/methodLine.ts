import type { Result } from '@shared/analyses/analysis'
import { clauses } from '../locales/phrases/clauses'
import { english, type Translator } from '../locales/phrases/translator'
import { withTrueMinus } from '../text/minusSign'

const mostMethods = 6

/** The methods of results, clause by clause: each is said once, and of those that differ in their numbers only ('FE 97 % of −12 mA cm⁻²') the first stands for all. */
export function methodsOf(results: readonly Result[]): readonly string[] {
  const patterns = new Map<string, string>()
  for (const clause of results.flatMap(({ method }) => clauses(method))) {
    const pattern = clause.replace(/[-\u2212]?\d+(?:\.\d+)?(?:e[-+]?\d+)?/g, '#')
    if (clause !== '' && !patterns.has(pattern)) patterns.set(pattern, clause)
  }
  return [...patterns.values()]
}

/** The methods of a card in one line; each number has its own on a click. */
export function methodLine(methods: readonly string[], words: Translator = english): string {
  const told = methods.slice(0, mostMethods)
  const known = told.map(words.known)
  return withTrueMinus((known.every((clause) => clause !== undefined) ? known : told).join(' · ')) + (methods.length > mostMethods ? ' · …' : '')
}
