import { mean } from '../../numerics/mean'
import type { BackgroundKind } from '../../spectroscopy/background'
import { noiseSd } from '../../spectroscopy/noise'
import type { PeakFit } from '../../spectroscopy/pseudoVoigt'
import { fitOnBackground, regionOf } from './onBackground'

export interface CoreLevel {
  readonly position_eV: number
  readonly u_eV: number | null
  readonly fwhm_eV: number
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly background: readonly number[]
  readonly fit: PeakFit
}

/** The photoelectron line between two binding energies: background, then one pseudo-Voigt about the maximum. null where no line stands out. */
export function lineIn(bindingEnergy_eV: ArrayLike<number>, intensity: ArrayLike<number>, from_eV: number, to_eV: number, kind: BackgroundKind): CoreLevel | null {
  const points = Array.from({ length: bindingEnergy_eV.length }, (_, i) => [bindingEnergy_eV[i]!, intensity[i]!] as const).filter(([x, y]) => x >= from_eV && x <= to_eV && Number.isFinite(y)).sort((a, b) => a[0] - b[0])
  const [x, y] = [points.map(([be]) => be), points.map(([, value]) => value)]
  if (x.length < 15 || x[0]! > from_eV + 0.5 || x.at(-1)! < to_eV - 0.5) return null
  const region = regionOf(kind, x, y)
  const { background, net } = region
  let top = 0
  for (let i = 1; i < net.length; i += 1) if (net[i]! > net[top]!) top = i
  if (!(net[top]! > 6 * noiseSd(y)) || top < 2 || top > net.length - 3) return null
  const above = net.flatMap((value, i) => (value > net[top]! / 2 ? [x[i]!] : []))
  const fwhm = Math.max(above.at(-1)! - above[0]!, 0.4)
  const { fit, uCentre } = fitOnBackground(kind, region, [{ centre: x[top]!, fwhm, height: net[top]!, eta: 0.3 }], {})
  const peak = fit.peaks[0]!
  // The tail of a neighbouring line is no line: its maximum lies at the edge, is broad or known badly, or the measured curve does not even bend there.
  const isLine = peak.centre > from_eV + 0.4 && peak.centre < to_eV - 0.4 && peak.height > 0 && peak.fwhm < 6 && (fit.u[0]!.height ?? Infinity) < 0.1 * peak.height && isHump(x, y, peak.centre, peak.fwhm)
  if (!isLine) return null
  return { position_eV: peak.centre, u_eV: uCentre, fwhm_eV: peak.fwhm, x, y, background, fit }
}

/** True where the middle third of the curve about a maximum lies above the chord of the outer thirds, by more than its noise. */
function isHump(x: readonly number[], y: readonly number[], centre: number, fwhm: number): boolean {
  const thirds = [-1, 0, 1].map((third) => y.filter((_, i) => Math.abs(x[i]! - centre - third * fwhm / 2) <= fwhm / 4))
  if (thirds.some((part) => part.length === 0)) return false
  const [left, middle, right] = thirds.map(mean) as [number, number, number]
  const u = noiseSd(y) * Math.sqrt(1 / thirds[1]!.length + 0.25 / thirds[0]!.length + 0.25 / thirds[2]!.length)
  return middle - (left + right) / 2 > 4 * u
}

/** How far a charged or over-neutralised sample may shift a line, eV. */
const farthestCharge_eV = 8
/** Half of the range about the maximum that is fitted, eV. */
const reach_eV = 3

/** The strongest line within 8 eV of a range, of a sample whose charge moved it out of there; null where none stands out. */
export function chargedLineIn(bindingEnergy_eV: ArrayLike<number>, intensity: ArrayLike<number>, from_eV: number, to_eV: number, kind: BackgroundKind): CoreLevel | null {
  let top = -1
  for (let i = 0; i < bindingEnergy_eV.length; i += 1) {
    const at = bindingEnergy_eV[i]!
    if (at < from_eV - farthestCharge_eV || at > to_eV + farthestCharge_eV || (top >= 0 && !(intensity[i]! > intensity[top]!))) continue
    top = i
  }
  return top < 0 ? null : lineIn(bindingEnergy_eV, intensity, bindingEnergy_eV[top]! - reach_eV, bindingEnergy_eV[top]! + reach_eV, kind)
}
