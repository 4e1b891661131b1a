import type { BarsFigure } from '../../figure'

/** What is left to 100 % above the stack of a potential with two products or more; none where the sum is at 100 % or beyond. */
export function withUnaccountedRest(figure: BarsFigure): BarsFigure {
  const values = figure.categories.map((_, i) => {
    const parts = figure.groups.flatMap((group) => group.values[i] ?? [])
    const rest = 100 - parts.reduce((sum, value) => sum + value, 0)
    return parts.length >= 2 && rest > 0 ? rest : null
  })
  return values.every((value) => value === null) ? figure : { ...figure, groups: [...figure.groups, { name: 'not accounted for', values }] }
}
