/**
 * The calibration of an axis (x at 3000, y at 3489 of the header): unit shown u8 at 16, its title at 18, valid u8 at 98, units of the stated
 * points at 99 and of the polynomial at 100, order at 101, number of points at 102, their pixels at 103 and values at 183 (10 f64 each), 6
 * coefficients at 263, laser line at 311, label at 321. Units: 1 pixel, 2 data, 3 user, 4 nm, 5 cm⁻¹, 6 Raman shift.
 * Traps: pixels count from 1, on the detector; coefficients beyond the order are left over from an earlier fit; the polynomial is in nm also
 * where the file shows Raman shifts; a fit does not meet its stated points; TriVista writes Newton's form over them, and no unit.
 */
import { laserLine, pixelAxis, wavelengthAxis, type Axis } from './spectrumAxis'
import { textAt } from './speNumbers'

const [PIXEL, NM, WAVENUMBER, SHIFT] = [1, 4, 5, 6]
const MOST_POINTS = 10
const MOST_ORDER = 5
const EXACT = 1e-9

/** First pixel on the detector and how many are binned to a point. */
export interface Place { readonly first: number; readonly binned: number }

export function calibratedAxis(view: DataView, at: number, points: number, { first, binned }: Place): Axis {
  const code = (offset: number): number => view.getUint8(at + offset)
  const [shown, unit, order] = [code(16), code(100), code(101)]
  const laser_nm = laserLine(view.getFloat64(at + 311, true))
  const coefficients = numbersAt(view, at + 263, order + 1)
  if (code(98) === 0) return pixelAxis(points, [], laser_nm)
  if (order < 1 || order > MOST_ORDER || !coefficients.every(Number.isFinite) || coefficients.slice(1).every((value) => value === 0)) {
    return pixelAxis(points, ['The file says that its axis is calibrated but holds no polynomial that can be used: the axis is given in pixels.'], laser_nm)
  }
  const count = Math.min(code(102), MOST_POINTS)
  const pixels = numbersAt(view, at + 103, count)
  const stated = numbersAt(view, at + 183, count)
  const isNewton = code(99) === unit && count === order + 1 && meets(newton(coefficients, pixels), pixels, stated) && !meets(power(coefficients), pixels, stated)
  const curve = isNewton ? newton(coefficients, pixels) : power(coefficients)
  const values = Float64Array.from({ length: points }, (_, i) => curve(first + i * binned + (binned - 1) / 2))
  if (!values.every(Number.isFinite)) return pixelAxis(points, ['The calibration of the file gives no finite axis: the axis is given in pixels.'], laser_nm)
  const warnings = first === 1 && binned === 1 ? []
    : [`The spectrum begins at pixel ${first} of the detector${binned === 1 ? '' : `, ${binned} pixels to a point`}; the calibration of the file is taken to count the pixels of the detector.`]
  if (unit === NM) return wavelengthAxis(values, laser_nm, shown === SHIFT, warnings)
  if (unit === PIXEL) return pixelAxis(points, warnings, laser_nm)
  const plain = (name: string, quantity: Axis['shown']['quantity'], axisUnit: string, more: readonly string[] = []): Axis =>
    ({ shown: { name, quantity, unit: axisUnit, values }, beside: null, isRaman: unit === SHIFT, laser_nm, warnings: [...warnings, ...more] })
  if (unit === SHIFT) return plain('Raman shift', 'wavenumber', 'cm-1')
  if (unit === WAVENUMBER) return plain('Wavenumber', 'wavenumber', 'cm-1')
  if (unit === 0 && shown === SHIFT && laser_nm > 0) {
    return wavelengthAxis(values, laser_nm, true, [...warnings, `The file does not state the unit of its calibration; it is taken as nm, because the file shows Raman shifts from a laser line of ${laser_nm} nm.`])
  }
  const label = textAt(view, at + 321, 40) || textAt(view, at + 18, 40)
  return plain(label === '' ? 'Calibrated axis' : label, /wavelength/i.test(label) ? 'wavelength' : 'other', '', ['The file does not state the unit of its calibrated axis.'])
}

const numbersAt = (view: DataView, at: number, count: number): number[] => Array.from({ length: Math.min(count, MOST_POINTS) }, (_, i) => view.getFloat64(at + 8 * i, true))

type Curve = (pixel: number) => number
const power = (coefficients: readonly number[]): Curve => (pixel) => coefficients.reduceRight((sum, value) => sum * pixel + value, 0)
const newton = (coefficients: readonly number[], pixels: readonly number[]): Curve => (pixel) => coefficients.reduceRight((sum, value, k) => sum * (pixel - (pixels[k] ?? 0)) + value, 0)
const meets = (curve: Curve, pixels: readonly number[], stated: readonly number[]): boolean => pixels.every((pixel, i) => Math.abs(curve(pixel) - stated[i]!) <= EXACT * Math.abs(stated[i]!))
