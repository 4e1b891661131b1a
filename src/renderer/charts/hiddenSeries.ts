/** A click in the legend: the series disappear or come back. */
export function toggleSeries(hidden: ReadonlySet<number>, indices: readonly number[]): ReadonlySet<number> {
  const isHidden = indices.some((index) => hidden.has(index))
  return new Set([...[...hidden].filter((index) => !indices.includes(index)), ...(isHidden ? [] : indices)])
}

/** A double click: these series alone, or all of them when they already are alone. */
export function isolateSeries(hidden: ReadonlySet<number>, indices: readonly number[], count: number): ReadonlySet<number> {
  const others = Array.from({ length: count }, (_, i) => i).filter((i) => !indices.includes(i))
  const alone = indices.every((index) => !hidden.has(index)) && others.every((i) => hidden.has(i))
  return new Set(alone ? [] : others)
}
