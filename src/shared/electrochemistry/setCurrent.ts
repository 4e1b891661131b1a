import { columnOf } from '../measurement'
import { perEntry } from '../perEntry'
import { techniqueOf } from './techniqueOf'
import { toSi } from './unitFactor'

/** A current that scatters by more was not held. */
const HELD_WITHIN = 0.02

/** The current that a galvanostatic trace was held at, mA; undefined for any other trace, and where it changed or is per area. */
export const setCurrent_mA = perEntry((entry): number | undefined => {
  const current = techniqueOf(entry) === 'CP' && entry.measurement ? columnOf(entry.measurement, 'current') : undefined
  const unit = current && toSi(current.unit)
  if (unit?.si !== 'A' || typeof current?.min !== 'number' || typeof current.max !== 'number') return undefined
  const middle = (current.min + current.max) / 2
  return middle !== 0 && current.max - current.min <= HELD_WITHIN * Math.abs(middle) ? -Number(Math.abs(middle * unit.factor * 1000).toPrecision(3)) : undefined
})
