import type { Settings } from '../analyses/analysis'
import { columnOf, type Measurement } from '../measurement'
import { interpolate } from '../numerics/interpolate'
import type { Analyte } from './species'
import { toSi } from './unitFactor'

/** nm; `background_nm` is subtracted twice (nitrate: A220 − 2·A275), null for none. */
export interface AssayWavelength { readonly main_nm: number; readonly background_nm: number | null }

/** The wavelengths that the calibration's settings state; samples are read at the same ones. undefined: no such assay. */
export function assayWavelength(settings: Settings, analyte: Analyte): AssayWavelength | undefined {
  const main = settings[`wavelength_${analyte}`]
  const background = settings[`background_${analyte}`]
  if (typeof main !== 'number' || !(main > 0)) return undefined
  return { main_nm: main, background_nm: typeof background === 'number' && background > 0 ? background : null }
}

export function wavelengthText({ main_nm, background_nm }: AssayWavelength): string {
  return background_nm === null ? `${main_nm} nm` : `${main_nm} nm − 2 × ${background_nm} nm`
}

/** Absorbance of a spectrum at the assay's wavelength, linear between its points; undefined where the spectrum does not reach or is no absorbance. */
export function assayAbsorbance(spectrum: Measurement, wavelength: AssayWavelength): number | undefined {
  const main = absorbanceAt(spectrum, wavelength.main_nm)
  if (wavelength.background_nm === null || main === undefined) return main
  const background = absorbanceAt(spectrum, wavelength.background_nm)
  return background === undefined ? undefined : main - 2 * background
}

function absorbanceAt(spectrum: Measurement, wavelength_nm: number): number | undefined {
  const wavelength = columnOf(spectrum, 'wavelength')
  const absorbance = columnOf(spectrum, 'absorbance')
  if (!wavelength || !absorbance) return undefined
  const unit = toSi(wavelength.unit)
  if (unit?.si !== 'm') return undefined
  const perNm = unit.factor / 1e-9
  const points: (readonly [number, number])[] = []
  wavelength.values.forEach((value, row) => {
    const y = absorbance.values[row] ?? NaN
    if (Number.isFinite(value) && Number.isFinite(y)) points.push([value * perNm, y])
  })
  if (points.length === 0) return undefined
  points.sort((a, b) => a[0] - b[0])
  return interpolate(points.map((point) => point[0]), points.map((point) => point[1]), wavelength_nm)
}
