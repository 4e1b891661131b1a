/** A name for each value: sorted values that lie within the tolerance of the first of their cluster share it. */
export function clusterWithin(values: readonly number[], tolerance: (first: number) => number): (value: number) => string {
  const starts: number[] = []
  for (const value of [...new Set(values)].sort((a, b) => a - b)) {
    const last = starts.at(-1)
    if (last === undefined || value - last > tolerance(last) + 1e-9) starts.push(value)
  }
  const names = new Map<number, string>()
  return (value) => {
    const known = names.get(value)
    if (known !== undefined) return known
    const name = String(starts.findLast((start) => start <= value + 1e-9) ?? value)
    names.set(value, name)
    return name
  }
}
