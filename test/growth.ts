/**
 * How many times longer `work` takes on an input `factor` times as large: about `factor` where it grows in proportion, `factor`² where it
 * is quadratic. Both sizes are timed in turn and the best of each counts, over the best of some rounds: what else the machine does makes a
 * run slower, never faster, so a slow or busy machine gives the same answer.
 *
 * `make` builds the input of a size outside of the time; `goodEnough` ends the rounds.
 */
export function growthOf<Input>(make: (size: number) => Input, work: (input: Input) => unknown, size: number, options: { readonly factor?: number; readonly goodEnough?: number; readonly rounds?: number } = {}): number {
  const { factor = 4, rounds = 5 } = options
  const goodEnough = options.goodEnough ?? 2 * factor
  const [small, large] = [make(size), make(size * factor)]
  const timed = (input: Input): number => {
    const start = performance.now()
    work(input)
    return performance.now() - start
  }
  for (let i = 0; i < 2; i += 1) timed(small)
  const best = { small: Infinity, large: Infinity }
  for (let round = 0; round < rounds; round += 1) {
    for (let i = 0; i < 3; i += 1) best.small = Math.min(best.small, timed(small))
    best.large = Math.min(best.large, timed(large))
    if (best.large / best.small < goodEnough) break
  }
  return best.large / best.small
}
