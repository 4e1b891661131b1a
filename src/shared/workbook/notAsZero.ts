const most = 7

/** A format of so many decimals ('0.000'), with as many more as it takes that none of these numbers is printed as zero; any other format as it is. */
export function notAsZero(format: string | undefined, values: readonly number[]): string | undefined {
  const places = /^0\.(0+)$/.exec(format ?? '')?.[1]!.length
  const least = values.reduce((min, value) => (value === 0 || !Number.isFinite(value) ? min : Math.min(min, Math.abs(value))), Infinity)
  if (places === undefined || least >= 0.5 * 10 ** -places) return format
  return `0.${'0'.repeat(Math.min(most, 1 - Math.floor(Math.log10(least))))}`
}
