import type { FieldKey } from '../../metadata/fields'

/** Beyond these a number is in another unit than its column, and would give a result that only looks right. */
const ranges: ReadonlyMap<FieldKey, readonly [least: number, most: number, advice: string]> = new Map([
  ['potential_V', [-10, 10, 'write volts, or the unit mV into the header']],
  ['nitrate_M', [0, 15, 'write mol/L, or the unit mM into the header']],
  ['pH', [-2, 16, 'correct it']],
  ['irFraction', [0, 1, 'write 0.85 for 85 %']]
])

/** The sentence why a number cannot be what its column says, or null. */
export function impossible(key: FieldKey, value: number, unit: string | undefined): string | null {
  const range = ranges.get(key)
  if (!range || (value >= range[0] && value <= range[1])) return null
  return `${value}${unit === undefined ? '' : ` ${unit}`} is not possible here (${range[0]} to ${range[1]}); ${range[2]}.`
}
