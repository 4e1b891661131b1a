import { differences, levenbergMarquardt, products, type Jacobian, type LeastSquaresFit } from '../numerics/levenbergMarquardt'

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

export const SHAPE_PULL = 5e-4
/** A count is expected to be this share of the highest at least: no background is so low that its points are exact. */
const LEAST_COUNT = 0.01
const MOST_LEVERAGE = 0.95
/** A sum of squares that is this near to its least leaves parameters within a thousandth of their errors. */
const SUM_TOLERANCE = 1e-9
const shareOf = (free: number): number => 1 / (1 + Math.exp(-free))

type Slopes = readonly [byCentre: Float64Array, byLogWidth: Float64Array, byHeight: Float64Array, byShape: Float64Array]

/** How a peak moves over x with its centre, the logarithm of its width, its height, and the number without limits that its shape is made of; each times a factor. */
export function writeSlopes(x: ArrayLike<number>, { centre, fwhm, height, eta }: PseudoVoigt, [byCentre, byLogWidth, byHeight, byShape]: Slopes, factors: readonly [number, number, number, number] = [1, 1, 1, 1]): void {
  const [ofCentre, ofShape] = [(-2 * factors[0]) / fwhm, height * eta * (1 - eta) * factors[3]]
  for (let row = 0; row < x.length; row += 1) {
    const t = (2 * (x[row]! - centre)) / fwhm
    const [lorentz, gauss] = [1 / (1 + t * t), Math.exp(-Math.LN2 * t * t)]
    const byT = -2 * t * height * (eta * lorentz * lorentz + (1 - eta) * Math.LN2 * gauss)
    byCentre[row] = byT * ofCentre
    byLogWidth[row] = byT * -t * factors[1]
    byHeight[row] = (eta * lorentz + (1 - eta) * gauss) * factors[2]
    byShape[row] = (lorentz - gauss) * ofShape
  }
}

export interface PeakFitOptions {
  readonly positiveHeights?: boolean
  /** Where one of many guesses is tried: one that has not settled by then is no good. */
  readonly mostSteps?: number
  /** A further peak that follows from each: the Kα2 reflection of a Kα1, the other half of a doublet. */
  readonly companion?: (peak: PseudoVoigt) => PseudoVoigt
  /**
   * Given where the intensity is counted (a scale does not matter): what was taken off each point before. The variance of a count is the count, so
   * that the points are weighted by one over what the fit expects there.
   */
  readonly counted?: ArrayLike<number>
}

/**
 * Least squares of peaks on a straight line. Starting peaks decide how many; x need not be even. RangeError for fewer points than
 * parameters. Widths are kept positive by their logarithm, η inside 0 … 1 by a logistic. Errors are those of White (1980) with the leverage of
 * each point (HC3, MacKinnon & White 1985): right also where the points of the peak scatter more than those beside it.
 */
export function fitPeaks(x: readonly number[], y: readonly number[], start: readonly PseudoVoigt[], { positiveHeights = false, companion, mostSteps = 200, counted }: PeakFitOptions = {}): PeakFit {
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
  const curveOf = (p: readonly number[]): Float64Array => {
    const curve = new Float64Array(x.length)
    for (let row = 0; row < x.length; row += 1) curve[row] = scale * (p[0]! + (p[1]! * (x[row]! - x[0]!)) / width)
    for (const peak of withCompanions(peaksOf(p))) for (let row = 0; row < x.length; row += 1) curve[row]! += pseudoVoigt(x[row]!, peak)
    return curve
  }
  let weights: Float64Array | null = null
  const residuals = (p: readonly number[]): Float64Array => {
    const all = new Float64Array(x.length + start.length)
    const curve = curveOf(p)
    for (let row = 0; row < x.length; row += 1) all[row] = ((curve[row]! - y[row]!) / scale) * (weights ? weights[row]! : 1)
    // A shape at its limit would leave every error undetermined: a hardly noticeable pull keeps it finite.
    start.forEach((_, i) => { all[x.length + i] = SHAPE_PULL * p[5 + parametersPerPeak * i]! })
    return all
  }
  const slopes: Jacobian = (p) => {
    const columns = p.map(() => new Float64Array(x.length + start.length))
    peaksOf(p).forEach((peak, i) => {
      const k = 2 + parametersPerPeak * i
      writeSlopes(x, peak, [columns[k]!, columns[k + 1]!, columns[k + 2]!, columns[k + 3]!], [start[i]!.fwhm / scale, 1 / scale, positiveHeights && p[k + 2]! < 0 ? -1 : 1, 1 / scale])
      columns[k + 3]![x.length + i] = SHAPE_PULL
    })
    for (let row = 0; row < x.length; row += 1) {
      columns[0]![row] = 1
      columns[1]![row] = (x[row]! - x[0]!) / width
    }
    if (weights) for (const column of columns) for (let row = 0; row < x.length; row += 1) column[row]! *= weights[row]!
    return columns
  }
  const jacobian = companion ? differences(residuals) : slopes // how a companion moves, only differences tell
  const fitFrom = (p: readonly number[]): LeastSquaresFit => levenbergMarquardt(residuals, p, mostSteps, SUM_TOLERANCE, jacobian)
  let fit = fitFrom([first / scale, (last - first) / scale, ...start.flatMap((peak) => [0, 0, peak.height / scale, 0])])
  if (counted) {
    weights = weightsOfCounts(curveOf(fit.parameters), counted)
    fit = fitFrom(fit.parameters)
  }
  const p = fit.parameters
  const covariance = sandwich(fit)
  const curve = curveOf(p)
  const sumOfSquares = curve.reduce((sum, value, row) => sum + (value - y[row]!) ** 2, 0)
  const sd = (i: number): number | null => {
    const variance = covariance?.[i]?.[i]
    return variance === undefined || !(variance >= 0) ? null : Math.sqrt(variance)
  }
  /** First order in width, height and shape, which go together. */
  const areaError = (peak: PseudoVoigt, i: number): number | null => {
    const at = 2 + parametersPerPeak * i
    const gradient = [areaOfPeak(peak), scale * areaOfPeak({ ...peak, height: 1 }), peak.height * peak.fwhm * (LORENTZIAN - GAUSSIAN) * peak.eta * (1 - peak.eta)]
    const variance = covariance && gradient.reduce((sum, a, j) => sum + gradient.reduce((inner, b, k) => inner + a * b * covariance[at + 1 + j]![at + 1 + k]!, 0), 0)
    return variance === null || !(variance >= 0) ? null : Math.sqrt(variance)
  }
  const times = (value: number | null, factor: number): number | null => (value === null ? null : Math.abs(value * factor))
  const peaks = peaksOf(p)
  return {
    peaks, baseline: [scale * p[0]!, (scale * p[1]!) / width], fitted: [...curve], residualSd: Math.sqrt(sumOfSquares / (x.length - count)),
    u: peaks.map((peak, i) => ({ centre: times(sd(2 + 4 * i), start[i]!.fwhm), fwhm: times(sd(3 + 4 * i), peak.fwhm), height: times(sd(4 + 4 * i), scale), area: areaError(peak, i) }))
  }
}

/** Square roots of the weights, about one on average. */
function weightsOfCounts(fitted: Float64Array, takenOff: ArrayLike<number>): Float64Array {
  const expected = fitted.map((value, row) => value + takenOff[row]!)
  const least = LEAST_COUNT * expected.reduce((most, value) => Math.max(most, value), Number.MIN_VALUE)
  const mean = expected.reduce((sum, value) => sum + Math.max(value, least), 0) / expected.length
  return expected.map((value) => Math.sqrt(mean / Math.max(value, least)))
}

/** (JᵀJ)⁻¹ Jᵀ diag(r²/(1 − h)²) J (JᵀJ)⁻¹ with the leverage h of each point; null where the data do not determine the parameters. */
function sandwich({ inverse, columns, residuals }: LeastSquaresFit): number[][] | null {
  if (!inverse) return null
  const [k, n] = [columns.length, residuals.length]
  // Rows of J (JᵀJ)⁻¹, each times its residual over what its leverage leaves of it.
  const influence = inverse.map((line) => {
    const sum = new Float64Array(n)
    for (let j = 0; j < k; j += 1) { const [factor, column] = [line[j]!, columns[j]!]; for (let row = 0; row < n; row += 1) sum[row]! += factor * column[row]! }
    return sum
  })
  const leverage = new Float64Array(n)
  for (let i = 0; i < k; i += 1) { const [own, column] = [influence[i]!, columns[i]!]; for (let row = 0; row < n; row += 1) leverage[row]! += own[row]! * column[row]! }
  const factors = leverage.map((h, row) => residuals[row]! / (1 - Math.min(h, MOST_LEVERAGE)))
  for (const own of influence) for (let row = 0; row < n; row += 1) own[row]! *= factors[row]!
  const covariance = products(influence)
  return covariance.every((line, i) => line[i]! >= 0) ? covariance : null
}
