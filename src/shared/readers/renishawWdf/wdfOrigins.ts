/**
 * Where and when each spectrum of a .wdf was taken. ORGN: number of origins u32, then for each its type u32 (highest bit: varies), unit u32,
 * 16 letters and one value for each spectrum of the capacity: f64, of a time (unit 24) u64, 100 ns since 1601 as Windows counts.
 */
import type { QuantityKind } from '../../quantity'

export interface Origin { readonly name: string; readonly unit: string; readonly quantity: QuantityKind; readonly values: readonly number[] }
const units = new Map([
  [1, 'cm-1'], [2, 'cm-1'], [3, 'nm'], [4, 'eV'], [5, 'µm'], [6, 'counts'], [7, 'electrons'], [8, 'mm'], [9, 'm'], [10, 'K'], [11, 'Pa'], [12, 's'], [13, 'ms'],
  [14, 'h'], [15, 'd'], [16, 'px'], [19, '°'], [20, 'rad'], [21, '°C'], [22, '°F'], [23, 'K/min'], [25, 'µs']
])
export const unitOf = (code: number): string => units.get(code) ?? ''
/** 16 checksum, 17 flags, 22 … 25 wells of a plate, by number: marks of the program, no place. */
const marks = new Set([16, 17, 22, 23, 24, 25])
const TEMPERATURE = 9
const TIME = 11
const ELAPSED = 18
const FILE_TIME = 24
const SECONDS_1601_TO_1970 = 11_644_473_600

export function originsOf(view: DataView, { start, end }: { readonly start: number; readonly end: number }, capacity: number, spectra: number): Origin[] {
  if (end - start < 4) return []
  const size = 24 + 8 * capacity
  const count = Math.min(view.getUint32(start, true), 32)
  return Array.from({ length: count }, (_, i) => start + 4 + i * size).filter((at) => at + size <= end).flatMap((at) => originAt(view, at, spectra) ?? [])
}

/** Null: a mark of the program, or what stays the same over the measurement and so tells its spectra not apart. */
function originAt(view: DataView, at: number, spectra: number): Origin | null {
  const type = view.getUint32(at, true) & 0x7fffffff
  if (marks.has(type)) return null
  const unit = view.getUint32(at + 4, true)
  const isTime = unit === FILE_TIME
  const first = at + 24
  const values = Array.from({ length: spectra }, (_, k) => (isTime ? secondsBetween(view, first, first + 8 * k) : view.getFloat64(first + 8 * k, true)))
  if (!values.every(Number.isFinite) || new Set(values).size < 2) return null
  const letters = Array.from({ length: 16 }, (_, i) => view.getUint8(at + 8 + i))
  const name = String.fromCharCode(...letters.slice(0, letters.indexOf(0) < 0 ? 16 : letters.indexOf(0))).trim()
  const quantity = isTime || type === TIME || type === ELAPSED ? 'time' : type === TEMPERATURE ? 'temperature' : 'other'
  return { name: name === '' ? `origin ${type}` : name, unit: isTime ? 's' : unitOf(unit), quantity, values }
}

/** The difference of the halves: a whole time has more digits than a number keeps. */
const secondsBetween = (view: DataView, from: number, to: number): number =>
  ((view.getUint32(to + 4, true) - view.getUint32(from + 4, true)) * 2 ** 32 + view.getUint32(to, true) - view.getUint32(from, true)) / 1e7

/** Windows counts in UTC; null where no time is stated. */
export function startOf(view: DataView, at: number): string | null {
  const seconds = (view.getUint32(at + 4, true) * 2 ** 32 + view.getUint32(at, true)) / 1e7 - SECONDS_1601_TO_1970
  return seconds > 0 && seconds < 4e9 ? new Date(Math.floor(seconds) * 1000).toISOString().replace('.000Z', 'Z') : null
}
