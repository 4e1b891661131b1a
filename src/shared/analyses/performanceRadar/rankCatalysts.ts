import type { RadarFigure } from '../../figure'

export const rankingRules = ['area', 'mean of the axes', 'FE(NH₃)', 'NH₃ yield', 'j(NH₃)', 'η(10 mA cm⁻²)', 'k'] as const

export interface Ranking {
  readonly ranked: readonly { readonly catalyst: string; readonly score: number }[]
  /** Lack an axis that the rule needs. */
  readonly unranked: readonly string[]
}

/** Area: of the polygon over that of the full one, ½ sin(2π/n)·Σ sᵢsᵢ₊₁ by the same of ones; it depends on the order of the axes. */
export function rankCatalysts({ categories, groups }: RadarFigure, rule: string): Ranking {
  const scores = groups.map(({ name, values }) => ({ catalyst: name, score: scoreOf(values, categories, rule) }))
  const ranked = scores.flatMap(({ catalyst, score }) => (score === null ? [] : [{ catalyst, score }])).sort((a, b) => b.score - a.score)
  return { ranked, unranked: scores.filter(({ score }) => score === null).map(({ catalyst }) => catalyst) }
}

function scoreOf(values: readonly (number | null)[], categories: readonly string[], rule: string): number | null {
  const own = categories.indexOf(rule)
  if (own >= 0) return values[own] ?? null
  const all = values.flatMap((value) => (value === null ? [] : [value]))
  if (all.length < values.length || (rule !== 'area' && rule !== 'mean of the axes')) return null
  if (rule === 'mean of the axes') return all.reduce((sum, value) => sum + value, 0) / all.length
  return all.reduce((sum, value, i) => sum + value * all[(i + 1) % all.length]!, 0) / all.length
}
