import type { Conditions, Outcome, Result, TermName } from '../analyses/analysis'
import { conditionsKey } from '../analyses/electrolysisPlan'

export type LineProduct = 'NH3' | 'NO2'

/** What one electrolysis and one product were computed from, collected from the terms of its results. */
export interface RunLine {
  readonly catalyst: string | null
  readonly product: LineProduct
  readonly conditions: Conditions
  readonly terms: ReadonlyMap<TermName, number>
}

const productOf = new Map<string, LineProduct>([['fe_nh3', 'NH3'], ['fe_no2', 'NO2'], ['nh3_mass', 'NH3'], ['yield_nh3_mass', 'NH3'], ['yield_nh3_area', 'NH3'], ['yield_nh3_molar', 'NH3']])

export const lineKey = (catalyst: string | null, product: LineProduct, conditions: Conditions): string => `${catalyst}\n${product}\n${conditionsKey(conditions)}`

/** One line per run and product, in the order of the outcomes. */
export function runLines(outcomes: readonly Outcome[]): Map<string, RunLine> {
  const lines = new Map<string, { line: Omit<RunLine, 'terms'>; terms: Map<TermName, number> }>()
  const singles = outcomes.flatMap((outcome) => outcome.results.filter((result) => result.n === undefined))
  const take = (result: Result, product: LineProduct): void => {
    const key = lineKey(result.catalyst, product, result.conditions)
    const known = lines.get(key) ?? { line: { catalyst: result.catalyst, product, conditions: result.conditions }, terms: new Map<TermName, number>() }
    for (const { name, value } of result.terms ?? []) known.terms.set(name, value)
    lines.set(key, known)
  }
  for (const result of singles) {
    const product = productOf.get(result.metric)
    if (product && result.terms) take(result, product)
  }
  for (const charge of singles.filter((result) => result.metric === 'charge')) {
    for (const product of ['NH3', 'NO2'] as const) {
      const line = lines.get(lineKey(charge.catalyst, product, charge.conditions))
      for (const { name, value } of charge.terms ?? []) if (line && !line.terms.has(name)) line.terms.set(name, value)
    }
  }
  return new Map([...lines].map(([key, { line, terms }]) => [key, { ...line, terms }]))
}
