import { fieldDefinitions, type FieldDefinition, type FieldKey, type FieldValue } from './fields'

/** Beyond these a number is in another unit than its column, and would give a result that only looks right. */
const ranges: ReadonlyMap<FieldKey, readonly [least: number, most: number, advice: string]> = new Map([
  ['potential_V', [-10, 10, 'write volts, or the unit mV into the header']],
  ['nitrate_M', [0, 15, 'write mol/L, or the unit mM into the header']],
  ['pH', [-2, 16, 'correct it']],
  ['pHAfter', [-2, 16, 'correct it']],
  ['samplePH', [-2, 16, 'correct it']],
  ['temperature_C', [-60, 250, 'write °C, or the unit K into the header']],
  ['irFraction', [0, 1, 'write 0.85 for 85 %']]
])

/** What there is always some of. A bare electrode has a loading and a mass of 0, the start of a series the time 0. */
const aboveZero: ReadonlySet<FieldKey> = new Set<FieldKey>(['area_cm2', 'volume_mL', 'dilution', 'znMass_mg', 'flow_mL_min', 'wavelength_nm'])
const notBelowZero: ReadonlySet<FieldKey> = new Set<FieldKey>(['loading_mg_cm2', 'mass_mg', 'time_h', 'ru_ohm', 'waitTime_min'])

const units = new Map<FieldKey, string | undefined>(fieldDefinitions.map(({ key, unit }: FieldDefinition) => [key as FieldKey, unit]))

/** The sentence why a number, in the unit of its field, cannot be what the field says; null where it can, and for texts and emptied fields. */
export function impossible(key: FieldKey, value: FieldValue | null): string | null {
  if (typeof value !== 'number') return null
  const unit = units.get(key)
  const stated = `${value}${unit === undefined ? '' : ` ${unit}`}`
  if (aboveZero.has(key)) return value > 0 ? null : `${stated} is not possible here (only above 0); correct it.`
  if (notBelowZero.has(key)) return value >= 0 ? null : `${stated} is not possible here (not below 0); correct it.`
  const range = ranges.get(key)
  if (!range || (value >= range[0] && value <= range[1])) return null
  return `${stated} is not possible here (${range[0]} to ${range[1]}); ${range[2]}.`
}
