import type { ResolvedFields } from '../metadata/fields'
import { columnOf } from '../measurement'
import { perEntry } from '../perEntry'
import type { Entry } from '../project'
import { analyteOfEntry } from './analyteOfEntry'
import { readsSolute, type Member } from './electrolysisMember'
import { toSi } from './unitFactor'

/** Nearer to the end than this share of the whole, a reading is one of the end. */
const AT_THE_END = 0.02

export interface Times {
  /** The time that divides (docs/decisions/007), where it is stated. */
  readonly stated: ResolvedFields['time_h']
  readonly end_h: number | null
}

/**
 * The trace's row or name says how long it took, else the product readings where they agree and the trace does not go on beyond them. Readings
 * taken on the way say when, not how long; so do injections of gas.
 */
export function timesOf(samples: readonly Member[]): Times {
  const traces = samples.filter(({ part }) => part === 'trace').map(({ entry }) => entry)
  const readings = samples.filter(({ part, entry }) => part === 'reading' && readsSolute(entry)).map(({ entry }) => entry)
  const length_h = traces.reduce((sum, trace) => sum + lasts_h(trace), 0)
  const ofProducts = readings.filter((entry) => !['NO3', 'H2'].includes(analyteOfEntry(entry) ?? '')).flatMap(({ fields }) => fields.time_h ?? [])
  const agreed = new Set(ofProducts.map(({ value }) => value)).size === 1 && isAtEnd(ofProducts[0]!.value, length_h) ? ofProducts[0] : undefined
  const stated = traces.flatMap(({ fields }) => fields.time_h ?? [])[0] ?? agreed
  const last_h = Math.max(0, ...readings.flatMap(({ fields }) => fields.time_h?.value ?? []))
  return { stated, end_h: stated?.value ?? (length_h > 0 ? length_h : last_h > 0 ? last_h : null) }
}

const isAtEnd = (time_h: number, end_h: number): boolean => time_h >= end_h * (1 - AT_THE_END)

/** Length of a trace by its first and last time; 0 for what is none. */
export const lasts_h = perEntry(({ measurement }) => {
  const time = measurement && columnOf(measurement, 'time')
  const unit = time && toSi(time.unit)
  return unit?.si === 's' && typeof time?.max === 'number' && typeof time.min === 'number' ? ((time.max - time.min) * unit.factor) / 3600 : 0
})

/** Readings of the end, where no time means the end, and those that were taken on the way and belong to the time course. */
export interface ReadingsInTime { readonly atEnd: readonly Entry[]; readonly earlier: readonly Entry[] }

/** A reading of the beginning is never one of the end. */
export function readingsInTime(readings: readonly Entry[], end_h: number | null): ReadingsInTime {
  const isOfEnd = ({ fields: { time_h } }: Entry): boolean => time_h === undefined || (time_h.value > 0 && end_h !== null && isAtEnd(time_h.value, end_h))
  return { atEnd: readings.filter(isOfEnd), earlier: readings.filter((entry) => !isOfEnd(entry)) }
}
