import { studentT95 } from '../../../src/shared/numerics/studentT95'
import { randomOf, type Random } from '../../../src/shared/simulate/random'

export interface Estimate { readonly value: number; readonly u: number | null; readonly truth: number; /** Of the residuals behind u. */ readonly degreesOfFreedom: number }

/** Share of the repeats, in %, whose 95 % interval (value ± t·u) holds the truth. Estimates without u count as misses. */
export function coverageOf(label: string, repeats: number, simulate: (random: Random) => readonly Estimate[]): Map<number, number> {
  const hits: number[] = []
  for (let i = 0; i < repeats; i += 1) {
    simulate(randomOf(i, label)).forEach(({ value, u, truth, degreesOfFreedom }, k) => {
      const isHit = u !== null && Math.abs(value - truth) <= studentT95(Math.min(degreesOfFreedom, 400)) * u
      hits[k] = (hits[k] ?? 0) + (isHit ? 1 : 0)
    })
  }
  return new Map(hits.map((count, k) => [k, (100 * count) / repeats]))
}
