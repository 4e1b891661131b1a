import type { BackgroundKind } from '../../spectroscopy/background'
import { noiseSd } from '../../spectroscopy/noise'
import type { CoreLevel } from './lineIn'
import { fitOnBackground, regionOf } from './onBackground'

/** Two lines of one level: the weaker one lies `splitting_eV` above the stronger and has `ratio` of its area, with the same width and shape. */
export interface Doublet { readonly level: string; readonly splitting_eV: number; readonly ratio: number }

/** Splittings: Moulder et al., Handbook of X-ray Photoelectron Spectroscopy (1992); ratio of p levels by their degeneracy, 1:2. */
export const usualDoublets = 'Ru 3p 22.2 0.5; Fe 2p 13.1 0.5; Co 2p 15.0 0.5; Ni 2p 17.3 0.5; Cu 2p 19.8 0.5'

/** 'Ru 3p 22.2 0.5; …' → doublets. RangeError, one sentence, for what is none. */
export function doubletsOf(text: string): Doublet[] {
  return text.split(';').map((part) => part.trim()).filter((part) => part !== '').map((part) => {
    const match = /^([A-Z][a-z]? \d[pdf]) +(\d+(?:[.,]\d+)?) +(\d+(?:[.,]\d+)?)$/.exec(part)
    const [splitting_eV, ratio] = [match?.[2], match?.[3]].map((number) => Number(number?.replace(',', '.'))) as [number, number]
    if (!match || !(splitting_eV > 0) || !(ratio > 0 && ratio <= 1)) throw new RangeError(`"${part}" is no doublet; write a level, its splitting in eV and the ratio of its weaker line, as Ru 3p 22.2 0.5.`)
    return { level: match[1]!, splitting_eV, ratio }
  })
}

/** Half of what is seen of each line beside its maximum, eV. */
const ROOM_EV = 3

/**
 * A doublet whose stronger line lies between two binding energies: one background under both lines, then two pseudo-Voigts with the given
 * splitting, ratio and one width. null where the spectrum does not cover both, or nothing stands out.
 */
export function doubletIn(bindingEnergy_eV: ArrayLike<number>, intensity: ArrayLike<number>, from_eV: number, to_eV: number, { splitting_eV, ratio }: Doublet, kind: BackgroundKind): CoreLevel | null {
  const points = Array.from({ length: bindingEnergy_eV.length }, (_, i) => [bindingEnergy_eV[i]!, intensity[i]!] as const)
    .filter(([be, value]) => be >= from_eV - ROOM_EV && be <= to_eV + splitting_eV + ROOM_EV && Number.isFinite(value)).sort((a, b) => a[0] - b[0])
  const [x, y] = [points.map(([be]) => be), points.map(([, value]) => value)]
  if (x.length < 30 || x[0]! > from_eV || x.at(-1)! < to_eV + splitting_eV) return null
  const region = regionOf(kind, x, y)
  const { background, net } = region
  const top = net.reduce((best, value, i) => (x[i]! >= from_eV && x[i]! <= to_eV && (best < 0 || value > net[best]!) ? i : best), -1)
  if (top < 0 || !(net[top]! > 6 * noiseSd(y))) return null
  const near = net.flatMap((value, i) => (Math.abs(x[i]! - x[top]!) < splitting_eV / 2 && value > net[top]! / 2 ? [x[i]!] : []))
  const { fit, uCentre } = fitOnBackground(kind, region, [{ centre: x[top]!, fwhm: Math.max(near.at(-1)! - near[0]!, 0.4), height: net[top]!, eta: 0.3 }], { companion: (peak) => ({ ...peak, centre: peak.centre + splitting_eV, height: peak.height * ratio }) })
  const peak = fit.peaks[0]!
  const isLine = peak.centre > from_eV + 0.4 && peak.centre < to_eV - 0.4 && peak.height > 0 && peak.fwhm < 6 && (fit.u[0]!.height ?? Infinity) < 0.1 * peak.height
  return isLine ? { position_eV: peak.centre, u_eV: uCentre, fwhm_eV: peak.fwhm, x, y, background, fit } : null
}
