/**
 * The header, 4100 bytes: exposure in s f32 at 10, day '21Dec2006' at 20, temperature of the detector f32 at 36, points of a row u16 at 42,
 * spectrograph used i16 at 70 and its centre in nm f32 at 72, type of the numbers i16 at 108, local time 'hhmmss' at 172, five comments of 80
 * letters at 200, grooves f32 at 650, rows u16 at 656, accumulations i32 at 668, offset of the XML footer u64 at 678 (from 3.0 on), program
 * at 688, frames i32 at 1446, regions i16 at 1510 with six u16 each at 1512 (x from, to, binned; y likewise), version f32 at 1992,
 * 0x01234567 at 2996, calibrations at 3000 and 3489 (calibration.ts), 0x5555 at 4098, which only WinSpec and LightField write.
 */
import type { NamedValue } from '../../measurement'
import { ReadError } from '../reader'
import type { Place } from './calibration'
import { f32, textAt, typesByCode, u64, type NumberType } from './speNumbers'

export const HEADER = 4100
const MARK = 0x01234567
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
export const isSpe = (view: DataView): boolean => view.byteLength >= 3000 && view.getUint32(2996, true) === MARK && versionOf(view) >= 1 && versionOf(view) < 10
export const versionOf = (view: DataView): number => f32(view, 1992)
export const programOf = (view: DataView): string => textAt(view, 688, 16)

export interface HeaderLayout { readonly points: number; readonly rows: number; readonly frames: number; readonly type: NumberType; /** 0: none. */ readonly footer: number }

export function layoutOf(view: DataView): HeaderLayout {
  const [points, rows, frames, code] = [view.getUint16(42, true), view.getUint16(656, true), view.getInt32(1446, true), view.getInt16(108, true)]
  const type = typesByCode.get(code)
  if (!type) throw new ReadError(`The file holds numbers of type ${code}, which is not read; export the spectrum as text.`, { byte: 108 })
  if (points < 1 || rows < 1 || frames < 1) throw new ReadError(`The header announces ${frames} frames of ${points} × ${rows} points, which is no spectrum; the file is damaged or its measurement was never stored: copy it again.`, { byte: 42 })
  return { points, rows, frames, type, footer: versionOf(view) >= 3 ? u64(view, 678) : 0 }
}

/** Along x, or along y for a detector that is read upright. */
export function placeOf(view: DataView, isUpright: boolean): Place {
  const at = isUpright ? 1518 : 1512
  const [first, binned] = [view.getUint16(at, true), view.getUint16(at + 4, true)]
  return view.getInt16(1510, true) < 1 || first < 1 || binned < 1 ? { first: 1, binned: 1 } : { first, binned }
}

/** Several regions of a frame lie on one axis only where they cover the same columns. */
export function areOnOneAxis(view: DataView): boolean {
  const count = Math.min(view.getInt16(1510, true), 10)
  return Array.from({ length: Math.max(count, 1) }, (_, i) => 1512 + 12 * i).every((at) => [0, 2, 4].every((offset) => view.getUint16(at + offset, true) === view.getUint16(1512 + offset, true)))
}

export function startOf(view: DataView): string | null {
  const day = /^(\d{1,2})([A-Za-z]{3})(\d{4})$/.exec(textAt(view, 20, 10))
  const time = /^([01]\d|2[0-3])([0-5]\d)([0-5]\d)$/.exec(textAt(view, 172, 7))
  const month = months.indexOf(day?.[2]!.toLowerCase() ?? '') + 1
  return day && time && month > 0 ? `${day[3]}-${String(month).padStart(2, '0')}-${day[1]!.padStart(2, '0')}T${time[1]}:${time[2]}:${time[3]}` : null
}

export function headerSettings(view: DataView): NamedValue[] {
  const positive = (name: string, value: number): NamedValue[] => (value > 0 && Number.isFinite(value) ? [{ name, value }] : [])
  const flag = (name: string, at: number): NamedValue[] => (view.getInt16(at, true) === 1 ? [{ name, value: true }] : [])
  const temperature = f32(view, 36)
  const program = programOf(view)
  return [
    ...(program === '' ? [] : [{ name: 'Program', value: program }]), ...positive('Exposure (s)', f32(view, 10)), ...positive('Accumulations', view.getInt32(668, true)),
    ...(temperature !== 0 && Number.isFinite(temperature) ? [{ name: 'Detector temperature (°C)', value: temperature }] : []),
    ...(view.getInt16(70, true) !== 0 ? positive('Center wavelength (nm)', f32(view, 72)) : []), ...positive('Grating (grooves/mm)', f32(view, 650)),
    ...flag('Background subtracted', 150), ...flag('Flat field applied', 706), ...flag('Cosmic rays removed', 1438),
    ...Array.from({ length: 5 }, (_, i) => ({ name: `Comment ${i + 1}`, value: textAt(view, 200 + 80 * i, 80) })).filter(({ value }) => value !== '')
  ]
}
