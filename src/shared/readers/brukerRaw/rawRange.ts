import type { NamedValue } from '../../measurement'

export interface RawRange {
  readonly axis: string
  readonly start: number
  readonly step: number
  readonly declared: number
  readonly intensities: Float64Array
  readonly settings: readonly NamedValue[]
  readonly facts: readonly NamedValue[]
  readonly warnings: readonly string[]
}

export interface RawFile {
  readonly settings: readonly NamedValue[]
  readonly facts: readonly NamedValue[]
  readonly startedAt: string | null
  readonly ranges: readonly RawRange[]
  /** Ranges that the file announces but does not hold. */
  readonly missing: string | null
}

/** 9999 and −1 stand for "not set" in some fields; what is not finite is nothing. */
export const stated = (name: string, value: number | string): NamedValue[] =>
  (typeof value === 'string' ? value !== '' : Number.isFinite(value) && value > 0 && value < 9999) ? [{ name, value }] : []

/** 'MM/DD/YY' of either version; ISO only where day and month cannot be mistaken. */
export function rawStart(date: string, time: string): string | null {
  const match = /^(\d{2})\/(\d{2})\/(\d{2}|\d{4})$/.exec(date)
  if (!match || !/^\d{2}:\d{2}:\d{2}$/.test(time)) return null
  const [month, day] = [Number(match[1]), Number(match[2])]
  if (month > 12 || day > 31 || (day <= 12 && day !== month)) return null
  // Two-digit years: the format is younger than 1990.
  const year = match[3]!.length === 4 ? match[3]! : `${Number(match[3]) >= 90 ? '19' : '20'}${match[3]}`
  return `${year}-${match[1]}-${match[2]}T${time}`
}
