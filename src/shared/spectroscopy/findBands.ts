import { linearFit } from '../numerics/linearFit'
import { airPls } from './airPls'
import { BAND_TOLERANCE_CM, type LibraryBand } from './bandLibrary'
import { noiseSd } from './noise'
import { areaOfPeak, fitPeaks } from './pseudoVoigt'

export interface FoundBand {
  readonly band: LibraryBand
  readonly position_cm: number
  readonly uPosition_cm: number | null
  /** Above the baseline and the line beneath the group, in the unit of the spectrum. */
  readonly height: number
  readonly uHeight: number | null
  readonly area: number
  readonly isPresent: boolean
}
export interface BandSearch { readonly bands: readonly FoundBand[]; readonly baseline: Float64Array; readonly noise: number }

/** Bands nearer to each other than this are fitted together, or one takes the other's place. */
const GROUP_CM = 90
const MARGIN_CM = 60
const TYPICAL_WIDTH_CM = 30

/**
 * Library bands in one spectrum (x rising, cm⁻¹): baseline by airPLS, neighbouring bands fitted together as pseudo-Voigts on a line.
 * A band is present where its height is `threshold` times the noise and three times its own error, and it lies within 20 cm⁻¹.
 */
export function findBands(x: readonly number[], y: readonly number[], library: readonly LibraryBand[], lambda: number, threshold: number): BandSearch {
  const baseline = airPls(y, lambda)
  const net = y.map((value, i) => value - baseline[i]!)
  const noise = noiseSd(y)
  const inside = library.filter(({ position_cm }) => position_cm > x[0]! + BAND_TOLERANCE_CM && position_cm < x[x.length - 1]! - BAND_TOLERANCE_CM)
  return { baseline, noise, bands: groupsOf(inside).flatMap((group) => fitGroup(x, net, group, noise, threshold)) }
}

function groupsOf(library: readonly LibraryBand[]): LibraryBand[][] {
  const groups: LibraryBand[][] = []
  for (const band of [...library].sort((a, b) => a.position_cm - b.position_cm)) {
    const last = groups.at(-1)
    if (last && band.position_cm - last.at(-1)!.position_cm < GROUP_CM) last.push(band)
    else groups.push([band])
  }
  return groups
}

interface Candidate { readonly accepted: readonly LibraryBand[]; readonly bands: readonly FoundBand[]; readonly aicc: number }

/**
 * Bands are taken up one by one, each the one that describes the group best, as long as the data ask for it (AICc falls by ten): two
 * listed bands that overlap are told apart only where the shape shows both.
 */
function fitGroup(x: readonly number[], net: readonly number[], group: readonly LibraryBand[], noise: number, threshold: number): FoundBand[] {
  const [from, to] = [group[0]!.position_cm - MARGIN_CM, group.at(-1)!.position_cm + MARGIN_CM]
  const rows = x.flatMap((at, row) => (at >= from && at <= to ? [row] : []))
  const [xs, ys] = [rows.map((row) => x[row]!), rows.map((row) => net[row]!)]
  if (rows.length <= 4 + 4 * group.length) return []
  let best: Candidate = { accepted: [], bands: [], aicc: withoutBands(xs, ys) }
  for (;;) {
    const next = group.filter((band) => !best.accepted.includes(band)).map((band) => tryBands(xs, ys, [...best.accepted, band], noise, threshold))
      .filter((candidate) => candidate.bands.every(({ isPresent }) => isPresent)).sort((a, b) => a.aicc - b.aicc)[0]
    if (!next || next.aicc > best.aicc - 10) break
    best = next
  }
  return group.map((band) => best.bands.find((found) => found.band === band) ?? { band, position_cm: band.position_cm, uPosition_cm: null, height: 0, uHeight: null, area: 0, isPresent: false })
}

function tryBands(xs: readonly number[], ys: readonly number[], accepted: readonly LibraryBand[], noise: number, threshold: number): Candidate {
  const start = accepted.map(({ position_cm }) => ({ centre: position_cm, fwhm: TYPICAL_WIDTH_CM, height: Math.max(maxNear(xs, ys, position_cm), noise), eta: 0.5 }))
  const fit = fitPeaks(xs, ys, start)
  const bands = accepted.map((band, i): FoundBand => {
    const [peak, u] = [fit.peaks[i]!, fit.u[i]!]
    const isPresent = Math.abs(peak.centre - band.position_cm) <= BAND_TOLERANCE_CM && peak.height > threshold * noise && u.height !== null && peak.height > 3 * u.height &&
      peak.fwhm > 2 * Math.abs(xs[1]! - xs[0]!) && peak.fwhm < 6 * TYPICAL_WIDTH_CM
    return { band, position_cm: peak.centre, uPosition_cm: u.centre, height: peak.height, uHeight: u.height, area: areaOfPeak(peak), isPresent }
  })
  const k = 2 + 4 * accepted.length
  return { accepted, bands, aicc: aicc(fit.residualSd ** 2 * (xs.length - k), xs.length, k) }
}

/** A straight line alone. */
function withoutBands(xs: readonly number[], ys: readonly number[]): number {
  const { residualSd } = linearFit(xs, ys)
  return aicc((residualSd ?? 0) ** 2 * (xs.length - 2), xs.length, 2)
}

/** Akaike's criterion with the correction for few points (Hurvich & Tsai 1989). */
const aicc = (sumOfSquares: number, n: number, k: number): number => n * Math.log(Math.max(sumOfSquares, Number.MIN_VALUE) / n) + 2 * k + (2 * k * (k + 1)) / (n - k - 1)

function maxNear(x: readonly number[], y: readonly number[], at: number): number {
  return x.reduce((best, place, i) => (Math.abs(place - at) <= BAND_TOLERANCE_CM ? Math.max(best, y[i]!) : best), 0)
}
