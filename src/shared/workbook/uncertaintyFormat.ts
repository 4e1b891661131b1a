const [fewest, most] = [1, 7]

/**
 * Decimals with which half of these uncertainties have at least two figures: '0.000'; one that would be printed as zero with them has an
 * exponent. Undefined where there are none.
 */
export function uncertaintyFormat(values: readonly (number | null)[]): string | undefined {
  const sizes = values.filter((value): value is number => value !== null && Number.isFinite(value) && value > 0).sort((a, b) => a - b)
  const median = sizes[Math.floor((sizes.length - 1) / 2)]
  if (median === undefined) return undefined
  const places = Math.min(most, Math.max(fewest, 1 - Math.floor(Math.log10(median))))
  const zeros = '0'.repeat(places)
  return sizes[0]! < 0.5 * 10 ** -places ? `[<0.${zeros}5]0.0E+00;0.${zeros}` : `0.${zeros}`
}
