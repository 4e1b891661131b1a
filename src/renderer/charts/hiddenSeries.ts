/** A click in the legend: the series disappears or comes back. */
export function toggleSeries(hidden: ReadonlySet<number>, index: number): ReadonlySet<number> {
  const next = new Set(hidden)
  if (!next.delete(index)) next.add(index)
  return next
}

/** A double click: this series alone, or all of them when it already is alone. */
export function isolateSeries(hidden: ReadonlySet<number>, index: number, count: number): ReadonlySet<number> {
  const others = Array.from({ length: count }, (_, i) => i).filter((i) => i !== index)
  const alone = !hidden.has(index) && others.every((i) => hidden.has(i))
  return new Set(alone ? [] : others)
}
