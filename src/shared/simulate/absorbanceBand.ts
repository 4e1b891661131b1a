import { interpolate } from '../numerics/interpolate'
import type { Random } from './random'

export interface AssayBand { readonly centre_nm: number; readonly width_nm: number; readonly from_nm: number; readonly to_nm: number }

/** Indophenol blue and the Griess azo dye. */
export const assayBands = {
  NH3: { centre_nm: 655, width_nm: 62, from_nm: 400, to_nm: 800 },
  NO2: { centre_nm: 540, width_nm: 34, from_nm: 400, to_nm: 700 }
} as const satisfies Record<string, AssayBand>

export interface Spectrum { readonly wavelength_nm: readonly number[]; readonly absorbance: readonly number[] }

/**
 * A spectrum on a Cary's grid (falling, a little off the whole nm) whose absorbance at the band's centre, on the line between
 * the points around it, is `absorbance`.
 */
export function absorbanceBand(absorbance: number, band: AssayBand, random: Random): Spectrum {
  const points = Math.round(band.to_nm - band.from_nm) + 1
  const wavelength_nm = Array.from({ length: points }, (_, row) => Number((band.to_nm - row + 0.012 * (random.uniform() - 0.5)).toFixed(6)))
  const background = 0.004 + 0.006 * random.uniform()
  const raw = wavelength_nm.map((nm) => {
    const main = Math.exp(-((nm - band.centre_nm) ** 2) / (2 * band.width_nm ** 2))
    const shoulder = 0.18 * Math.exp(-((nm - band.centre_nm + 1.7 * band.width_nm) ** 2) / (2 * (0.8 * band.width_nm) ** 2))
    return absorbance * (main + shoulder) + background * (band.to_nm / nm) ** 2 + 3e-4 * random.normal()
  })
  const offset = absorbance - interpolate(wavelength_nm, raw, band.centre_nm)!
  return { wavelength_nm, absorbance: raw.map((value) => Number((value + offset).toFixed(9))) }
}
