import { notAsZero } from './notAsZero'

const [fewest, most] = [1, 7]

/** Decimals with which half of these uncertainties have at least two figures, and none is printed as zero: '0.000'. Undefined where there are none. */
export function uncertaintyFormat(values: readonly (number | null)[]): string | undefined {
  const sizes = values.filter((value): value is number => value !== null && Number.isFinite(value) && value > 0).sort((a, b) => a - b)
  const median = sizes[Math.floor((sizes.length - 1) / 2)]
  if (median === undefined) return undefined
  return notAsZero(`0.${'0'.repeat(Math.min(most, Math.max(fewest, 1 - Math.floor(Math.log10(median)))))}`, sizes)
}
