/** What the points of the spectra lie on: the axis that the file shows, and the other one of wavelength and Raman shift where it states a laser line. */
import type { Column } from '../../measurement'

export type AxisColumn = Pick<Column, 'name' | 'quantity' | 'unit' | 'values'>
export interface Axis { readonly shown: AxisColumn; readonly beside: AxisColumn | null; readonly isRaman: boolean; /** NaN: none stated. */ readonly laser_nm: number; readonly warnings: readonly string[] }

export const pixelAxis = (points: number, warnings: readonly string[], laser_nm = NaN): Axis =>
  ({ shown: { name: 'Pixel', quantity: 'other', unit: '', values: Float64Array.from({ length: points }, (_, i) => i + 1) }, beside: null, isRaman: false, laser_nm, warnings })

/** Laser lines in nm; WinSpec's description calls the number a wavenumber, its files hold a wavelength. */
export const laserLine = (value: number): number => (value > 150 && value < 2500 ? value : NaN)

export function wavelengthAxis(nm: Float64Array, laser_nm: number, showsShift: boolean, warnings: readonly string[]): Axis {
  const wavelength: AxisColumn = { name: 'Wavelength', quantity: 'wavelength', unit: 'nm', values: nm }
  if (!(laser_nm > 0)) return { shown: wavelength, beside: null, isRaman: false, laser_nm, warnings: showsShift ? [...warnings, 'The file shows Raman shifts but states no laser line in nm: the axis is given as wavelength.'] : warnings }
  const shift: AxisColumn = { name: 'Raman shift', quantity: 'wavenumber', unit: 'cm-1', values: nm.map((value) => 1e7 / laser_nm - 1e7 / value) }
  return { shown: showsShift ? shift : wavelength, beside: showsShift ? wavelength : shift, isRaman: showsShift, laser_nm, warnings }
}
