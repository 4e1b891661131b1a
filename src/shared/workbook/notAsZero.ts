const most = 7

/**
 * A format of so many decimals ('0.000') with which none of these numbers is printed as zero; any other format as it is. The small ones get an
 * exponent, so that one of them does not lend the others figures that they do not have; beside negative numbers, whose sign a condition would
 * need to repeat, decimals instead.
 */
export function notAsZero(format: string | undefined, values: readonly number[]): string | undefined {
  const places = /^0\.(0+)$/.exec(format ?? '')?.[1]!.length
  const least = values.reduce((min, value) => (value === 0 || !Number.isFinite(value) ? min : Math.min(min, Math.abs(value))), Infinity)
  if (places === undefined || least >= 0.5 * 10 ** -places) return format
  if (values.every((value) => !(value < 0))) return `[=0]${format!};[<0.${'0'.repeat(places)}5]0.0E+00;${format!}`
  return `0.${'0'.repeat(Math.min(most, 1 - Math.floor(Math.log10(least))))}`
}
