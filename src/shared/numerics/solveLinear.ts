/** Solution of A x = b by Gaussian elimination with partial pivoting; undefined for a singular matrix. A and b are not changed. */
export function solveLinear(a: readonly (readonly number[])[], b: readonly number[]): number[] | undefined {
  const n = b.length
  const rows = a.map((row, i) => [...row, b[i]!])
  for (let k = 0; k < n; k += 1) {
    let pivot = k
    for (let i = k + 1; i < n; i += 1) if (Math.abs(rows[i]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = i
    const top = rows[pivot]!
    if (!(Math.abs(top[k]!) > 1e-300)) return undefined
    rows[pivot] = rows[k]!
    rows[k] = top
    for (let i = k + 1; i < n; i += 1) {
      const row = rows[i]!
      const factor = row[k]! / top[k]!
      if (factor !== 0) for (let j = k; j <= n; j += 1) row[j]! -= factor * top[j]!
    }
  }
  const x = new Array<number>(n).fill(0)
  for (let i = n - 1; i >= 0; i -= 1) {
    let sum = rows[i]![n]!
    for (let j = i + 1; j < n; j += 1) sum -= rows[i]![j]! * x[j]!
    x[i] = sum / rows[i]![i]!
  }
  return x.every(Number.isFinite) ? x : undefined
}

/** Inverse of a small matrix, undefined for a singular one. */
export function invert(a: readonly (readonly number[])[]): number[][] | undefined {
  const columns = a.map((_, k) => solveLinear(a, a.map((_row, i) => (i === k ? 1 : 0))))
  if (columns.some((column) => column === undefined)) return undefined
  return a.map((_, i) => columns.map((column) => column![i]!))
}
