import { levenbergMarquardt, type Jacobian } from '../numerics/levenbergMarquardt'

export interface PseudoVoigt { readonly centre: number; readonly fwhm: number; readonly height: number; /** Share of the Lorentzian, 0 … 1. */ readonly eta: number }
export interface PeakFit {
  readonly peaks: readonly PseudoVoigt[]
  /** Standard errors in the same shape; null where the data do not determine them. */
  readonly u: readonly { readonly centre: number | null; readonly fwhm: number | null; readonly height: number | null; readonly area: number | null }[]
  /** Straight line beneath: value at the first point, and slope. */
  readonly baseline: readonly [number, number]
  readonly fitted: readonly number[]
  readonly residualSd: number
}

/** Pseudo-Voigt of height 1 at its centre: η L + (1 − η) G with one width. */
export function pseudoVoigt(x: number, { centre, fwhm, height, eta }: PseudoVoigt): number {
  const t = (2 * (x - centre)) / fwhm
  return height * (eta / (1 + t * t) + (1 - eta) * Math.exp(-Math.LN2 * t * t))
}

const [LORENTZIAN, GAUSSIAN] = [Math.PI / 2, Math.sqrt(Math.PI / Math.LN2) / 2]
/** Area of the peak: h·w·(η π/2 + (1 − η) √(π/ln 2)/2). */
export const areaOfPeak = ({ fwhm, height, eta }: PseudoVoigt): number => height * fwhm * (eta * LORENTZIAN + (1 - eta) * GAUSSIAN)

const SHAPE_PULL = 5e-4
/** A sum of squares that is this near to its least leaves parameters within a thousandth of their errors. */
const SUM_TOLERANCE = 1e-9
const shareOf = (free: number): number => 1 / (1 + Math.exp(-free))

export interface PeakFitOptions {
  readonly positiveHeights?: boolean
  /** Where one of many guesses is tried: one that has not settled by then is no good. */
  readonly mostSteps?: number
  /** A further peak that follows from each: the Kα2 reflection of a Kα1, the other half of a doublet. */
  readonly companion?: (peak: PseudoVoigt) => PseudoVoigt
}

/**
 * Least squares of peaks on a straight line. Starting peaks decide how many; x need not be even. RangeError for fewer points than
 * parameters. Widths are kept positive by their logarithm, η inside 0 … 1 by a logistic.
 */
export function fitPeaks(x: readonly number[], y: readonly number[], start: readonly PseudoVoigt[], { positiveHeights = false, companion, mostSteps = 200 }: PeakFitOptions = {}): PeakFit {
  const parametersPerPeak = 4
  const count = 2 + parametersPerPeak * start.length
  if (x.length <= count || y.length !== x.length) throw new RangeError(`${x.length} points are too few for ${start.length} peak(s).`)
  const scale = Math.max(...y.map(Math.abs), Number.MIN_VALUE)
  const width = Math.abs(x[x.length - 1]! - x[0]!)
  const [first, last] = [y[0]!, y[y.length - 1]!]
  const withCompanions = (peaks: readonly PseudoVoigt[]): readonly PseudoVoigt[] => (companion ? peaks.flatMap((peak) => [peak, companion(peak)]) : peaks)
  const peaksOf = (p: readonly number[]): PseudoVoigt[] => start.map((peak, i) => {
    const [shift = 0, logWidth = 0, height = 0, free = 0] = p.slice(2 + parametersPerPeak * i)
    return { centre: peak.centre + shift * peak.fwhm, fwhm: peak.fwhm * Math.exp(logWidth), height: scale * (positiveHeights ? Math.abs(height) : height), eta: shareOf(free) }
  })
  const baseOf = (p: readonly number[], at: number): number => scale * (p[0]! + (p[1]! * (at - x[0]!)) / width)
  const curveOf = (p: readonly number[]): Float64Array => {
    const curve = Float64Array.from(x, (at) => baseOf(p, at))
    for (const peak of withCompanions(peaksOf(p))) for (let row = 0; row < x.length; row += 1) curve[row]! += pseudoVoigt(x[row]!, peak)
    return curve
  }
  const residuals = (p: readonly number[]): Float64Array => {
    const all = new Float64Array(x.length + start.length)
    curveOf(p).forEach((value, row) => { all[row] = (value - y[row]!) / scale })
    // A shape at its limit would leave every error undetermined: a hardly noticeable pull keeps it finite.
    start.forEach((_, i) => { all[x.length + i] = SHAPE_PULL * p[5 + parametersPerPeak * i]! })
    return all
  }
  const slopes: Jacobian = (p) => {
    const columns = p.map(() => new Float64Array(x.length + start.length))
    peaksOf(p).forEach(({ centre, fwhm, height, eta }, i) => {
      const k = 2 + parametersPerPeak * i
      const [byShift, byWidth, byHeight, byShape] = [columns[k]!, columns[k + 1]!, columns[k + 2]!, columns[k + 3]!]
      const relative = height / scale
      const sign = positiveHeights && p[k + 2]! < 0 ? -1 : 1
      for (let row = 0; row < x.length; row += 1) {
        const t = (2 * (x[row]! - centre)) / fwhm
        const [lorentz, gauss] = [1 / (1 + t * t), Math.exp(-Math.LN2 * t * t)]
        const byT = -2 * t * relative * (eta * lorentz * lorentz + (1 - eta) * Math.LN2 * gauss)
        byShift[row] = (byT * -2 * start[i]!.fwhm) / fwhm
        byWidth[row] = byT * -t
        byHeight[row] = sign * (eta * lorentz + (1 - eta) * gauss)
        byShape[row] = relative * (lorentz - gauss) * eta * (1 - eta)
      }
      byShape[x.length + i] = SHAPE_PULL
    })
    for (let row = 0; row < x.length; row += 1) {
      columns[0]![row] = 1
      columns[1]![row] = (x[row]! - x[0]!) / width
    }
    return columns
  }
  const fit = levenbergMarquardt(residuals, [first / scale, (last - first) / scale, ...start.flatMap((peak) => [0, 0, peak.height / scale, 0])], mostSteps, SUM_TOLERANCE,
    companion ? undefined : slopes) // how a companion moves, only differences tell
  const p = fit.parameters
  const sd = (i: number): number | null => {
    const variance = fit.covariance?.[i]?.[i]
    return variance === undefined || !(variance >= 0) ? null : Math.sqrt(variance)
  }
  /** First order in width, height and shape, which go together. */
  const areaError = (peak: PseudoVoigt, i: number): number | null => {
    const at = 2 + parametersPerPeak * i
    const gradient = [areaOfPeak(peak), scale * areaOfPeak({ ...peak, height: 1 }), peak.height * peak.fwhm * (LORENTZIAN - GAUSSIAN) * peak.eta * (1 - peak.eta)]
    const variance = fit.covariance && gradient.reduce((sum, a, j) => sum + gradient.reduce((inner, b, k) => inner + a * b * fit.covariance![at + 1 + j]![at + 1 + k]!, 0), 0)
    return variance === null || !(variance >= 0) ? null : Math.sqrt(variance)
  }
  const times = (value: number | null, factor: number): number | null => (value === null ? null : Math.abs(value * factor))
  const peaks = peaksOf(p)
  return {
    peaks, baseline: [scale * p[0]!, (scale * p[1]!) / width], fitted: [...curveOf(p)], residualSd: scale * Math.sqrt(fit.sumOfSquares / (x.length - count)),
    u: peaks.map((peak, i) => ({ centre: times(sd(2 + 4 * i), start[i]!.fwhm), fwhm: times(sd(3 + 4 * i), peak.fwhm), height: times(sd(4 + 4 * i), scale), area: areaError(peak, i) }))
  }
}
