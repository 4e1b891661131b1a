export const backgrounds = ['Shirley', 'linear', 'none'] as const
export type BackgroundKind = (typeof backgrounds)[number]

const MOST_ITERATIONS = 50
const TOLERANCE = 1e-5

/**
 * Background of a spectrum over its whole range, x rising. Shirley (Phys. Rev. B 5 (1972) 4709), iterated until it changes by less
 * than 10⁻⁵ of the step: proportional to the area of the signal towards lower binding energy. RangeError for fewer than three points.
 */
export function backgroundOf(kind: BackgroundKind, x: readonly number[], y: readonly number[]): number[] {
  const n = x.length
  if (n < 3 || y.length !== n) throw new RangeError(`A background needs at least three points, got ${n}.`)
  if (kind === 'none') return x.map(() => 0)
  const [first, last] = [y[0]!, y[n - 1]!]
  const line = x.map((at) => first + ((last - first) * (at - x[0]!)) / (x[n - 1]! - x[0]!))
  if (kind === 'linear') return line
  let background = line
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration += 1) {
    // Area from the low-energy end up to each point: electrons from there lose energy into the points above.
    const area = new Array<number>(n).fill(0)
    for (let i = 1; i < n; i += 1) area[i] = area[i - 1]! + ((x[i]! - x[i - 1]!) * (y[i]! - background[i]! + y[i - 1]! - background[i - 1]!)) / 2
    const total = area[n - 1]!
    if (!(Math.abs(total) > 0)) return line
    const next = area.map((part) => first + ((last - first) * part) / total)
    const change = Math.max(...next.map((value, i) => Math.abs(value - background[i]!)))
    background = next
    if (change <= TOLERANCE * Math.max(Math.abs(last - first), Number.MIN_VALUE)) break
  }
  return background
}
