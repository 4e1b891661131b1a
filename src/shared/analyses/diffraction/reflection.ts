import { fitPeaks, type PeakFit, type PseudoVoigt } from '../../spectroscopy/pseudoVoigt'

export interface Wavelengths { readonly alpha1_A: number; /** null: monochromatic, or not stated. */ readonly alpha2_A: number | null }
export interface Reflection {
  readonly twoTheta_deg: number
  readonly uTwoTheta_deg: number | null
  readonly fwhm_deg: number
  readonly uFwhm_deg: number | null
  readonly fit: PeakFit
}

const rad = (deg: number): number => (deg * Math.PI) / 180

/** λ = 2 d sin θ, in the unit of λ. RangeError outside 0 … 180°. */
export function braggSpacing(twoTheta_deg: number, wavelength: number): number {
  if (!(twoTheta_deg > 0 && twoTheta_deg < 180)) throw new RangeError(`2θ = ${twoTheta_deg}° is no reflection.`)
  return wavelength / (2 * Math.sin(rad(twoTheta_deg / 2)))
}

/** Scherrer, Nachr. Ges. Wiss. Göttingen 1918, 98: L = K λ/(β cos θ), β² = B² − b² (Gaussian). null where the width is the instrument's. */
export function scherrerSize(twoTheta_deg: number, fwhm_deg: number, instrument_deg: number, wavelength: number, K: number): number | null {
  const square = fwhm_deg ** 2 - instrument_deg ** 2
  return square > 0 ? (K * wavelength) / (rad(Math.sqrt(square)) * Math.cos(rad(twoTheta_deg / 2))) : null
}

/** u(L) = L·B·u(B)/β²: the nearer the width is to that of the instrument, the less is known of the size. */
export const sizeError = (size: number, fwhm_deg: number, instrument_deg: number, uFwhm_deg: number | null): number | null =>
  (uFwhm_deg === null ? null : (size * fwhm_deg * uFwhm_deg) / (fwhm_deg ** 2 - instrument_deg ** 2))

/** The strongest reflection of a region: a pseudo-Voigt on a line, with its Kα2 half as high where there is one, of counts. RangeError without a peak. */
export function reflectionIn(x: readonly number[], y: readonly number[], { alpha1_A, alpha2_A }: Wavelengths): Reflection {
  if (x.length < 12) throw new RangeError('fewer than twelve points lie in this range of 2θ.')
  let top = 0
  for (let i = 1; i < y.length; i += 1) if (y[i]! > y[top]!) top = i
  const line = (i: number): number => y[0]! + ((y[y.length - 1]! - y[0]!) * i) / (y.length - 1)
  const height = y[top]! - line(top)
  const above = y.map((value, i) => value - line(i)).flatMap((value, i) => (value > height / 2 ? [x[i]!] : []))
  const fwhm = Math.max(above.at(-1)! - above[0]!, 3 * Math.abs(x[1]! - x[0]!))
  const companion = alpha2_A === null ? undefined : (peak: PseudoVoigt): PseudoVoigt => ({ ...peak, height: peak.height / 2, centre: (360 / Math.PI) * Math.asin(Math.min(1, Math.sin(rad(peak.centre / 2)) * (alpha2_A / alpha1_A))) })
  const fit = fitPeaks(x, y, [{ centre: x[top]!, fwhm, height, eta: 0.5 }], { ...(companion ? { companion } : {}), counted: new Float64Array(x.length) })
  const [peak, u] = [fit.peaks[0]!, fit.u[0]!]
  if (!(peak.height > 3 * fit.residualSd) || peak.centre < x[0]! || peak.centre > x[x.length - 1]!) throw new RangeError('no reflection stands out of the noise in this range of 2θ.')
  return { twoTheta_deg: peak.centre, uTwoTheta_deg: u.centre, fwhm_deg: peak.fwhm, uFwhm_deg: u.fwhm, fit }
}

/** u(d) = d·cot θ·u(θ). */
export const spacingError = (d: number, twoTheta_deg: number, uTwoTheta_deg: number | null): number | null =>
  (uTwoTheta_deg === null ? null : (d * rad(uTwoTheta_deg / 2)) / Math.tan(rad(twoTheta_deg / 2)))
