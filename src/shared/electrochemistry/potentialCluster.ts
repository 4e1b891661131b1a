/** Replicates of one set potential group together within this distance. */
const SAME_POTENTIAL_V = 0.005

/** A name for each set potential: sorted potentials closer than 5 mV to the first of their cluster share it. */
export function potentialCluster(potentials: readonly number[]): (potential_V: number) => string {
  const starts: number[] = []
  for (const potential of [...new Set(potentials)].sort((a, b) => a - b)) {
    const last = starts.at(-1)
    if (last === undefined || potential - last > SAME_POTENTIAL_V + 1e-9) starts.push(potential)
  }
  const names = new Map<number, string>()
  return (potential) => {
    const known = names.get(potential)
    if (known !== undefined) return known
    const name = String(starts.findLast((start) => start <= potential + 1e-9) ?? potential)
    names.set(potential, name)
    return name
  }
}
