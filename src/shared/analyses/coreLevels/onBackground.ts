import { backgroundOf, type BackgroundKind } from '../../spectroscopy/background'
import { noiseSd } from '../../spectroscopy/noise'
import { fitPeaks, type PeakFit, type PeakFitOptions, type PseudoVoigt } from '../../spectroscopy/pseudoVoigt'

export interface Region { readonly x: readonly number[]; readonly y: readonly number[]; readonly background: readonly number[]; readonly net: readonly number[] }

/** Ends of a background are the mean of so many points. */
const END_POINTS = 3

/** A spectrum with the background under it, which begins and ends at the mean of its first and its last points. */
export function regionOf(kind: BackgroundKind, x: readonly number[], y: readonly number[], moved: readonly [first: number, last: number] = [0, 0]): Region {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const ends = [mean(y.slice(0, END_POINTS)) + moved[0], ...y.slice(1, -1), mean(y.slice(-END_POINTS)) + moved[1]]
  const background = backgroundOf(kind, x, ends)
  return { x, y, background, net: y.map((value, i) => value - background[i]!) }
}

/**
 * Peaks above the background, with the error of the first peak's centre: how far the noise of an end of the background moves it is part of that.
 * All points weigh the same: with those of counts, the oxide on the foot of a line would draw a single peak to itself.
 */
export function fitOnBackground(kind: BackgroundKind, region: Region, start: readonly PseudoVoigt[], options: PeakFitOptions): { readonly fit: PeakFit; readonly uCentre: number | null } {
  const fitOf = ({ x, net }: Region, from: readonly PseudoVoigt[]): PeakFit => fitPeaks(x, net, from, options)
  const fit = fitOf(region, start)
  const own = fit.u[0]!.centre
  if (own === null || kind === 'none') return { fit, uCentre: own }
  const uEnd = noiseSd(region.y) / Math.sqrt(END_POINTS)
  const shifts = ([[uEnd, 0], [0, uEnd]] as const).map((moved) => fitOf(regionOf(kind, region.x, region.y, moved), fit.peaks).peaks[0]!.centre - fit.peaks[0]!.centre)
  return { fit, uCentre: Math.hypot(own, ...shifts) }
}
