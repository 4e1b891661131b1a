import type { Random } from './random'

/** Three replicates whose mean is exactly `value` and whose sample standard deviation is `relativeSd` of it. */
export function replicatesAround(value: number, relativeSd: number, random: Random): readonly [number, number, number] {
  const [a, b, c] = [random.normal(), random.normal(), random.normal()]
  const mean = (a + b + c) / 3
  const sd = Math.sqrt(((a - mean) ** 2 + (b - mean) ** 2 + (c - mean) ** 2) / 2)
  const scale = (value * relativeSd) / sd
  return [value + (a - mean) * scale, value + (b - mean) * scale, value + (c - mean) * scale]
}
