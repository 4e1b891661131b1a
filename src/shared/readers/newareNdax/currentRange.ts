/** mA for one unit of a stored current, by the code of the current range: a negative code is a range in another resolution. */
const factors: readonly (readonly [mA: number, codes: readonly number[]])[] = [
  [10, [-100_000_000]],
  [1e-1, [1000, 6000, 10_000, 12_000, 20_000, 30_000, 40_000, 50_000, 60_000, 100_000, 200_000]],
  [1e-2, [-200_000, -100_000, -60_000, -50_000, -40_000, -30_000, -20_000, -12_000, -10_000, -6000, -5000, -3000, -2000, -1000, 100, 200, 250, 500]],
  [1e-3, [-500, -100, 10, 20, 25, 50]],
  [1e-4, [-50, -25, -20, -10, 1, 2, 5]],
  [1e-5, [-5, -2, -1]]
]
const factorOf = new Map(factors.flatMap(([mA, codes]) => codes.map((code) => [code, mA] as const)))

/** NaN for a code that is not known: a current of an unknown range is no number. */
export const currentFactor = (code: number): number => factorOf.get(code) ?? NaN
