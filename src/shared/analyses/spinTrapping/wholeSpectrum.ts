import { noiseSd } from '../../spectroscopy/noise'

export interface WholeSpectrum {
  /** Highest less lowest point, in the unit of the spectrum. */
  readonly peakToPeak: number
  readonly uPeakToPeak: number
  /** ∬S dB², in the unit of the spectrum times G². */
  readonly doubleIntegral: number
  /** From the noise of the points alone. */
  readonly uDoubleIntegral: number
}

/** Share of the points at each end that holds the baseline. */
const END = 0.05

/**
 * Height and double integral of a first-derivative spectrum (field in G, rising or falling) as a whole, whatever it shows. A straight line
 * through the outer 5 % at both ends is the baseline of the derivative, one through the ends of its integral that of the absorption. Both
 * corrections are linear in the data, so the integral is a weighted sum of the points and its error that of the noise. What the lines'
 * wings have beyond the sweep is not in it. RangeError for fewer than 50 points or a field that does not change.
 */
export function wholeSpectrum(field_G: ArrayLike<number>, signal: ArrayLike<number>): WholeSpectrum {
  const order = Array.from({ length: field_G.length }, (_, i) => i).sort((a, b) => field_G[a]! - field_G[b]!)
  const [x, y] = [order.map((i) => field_G[i]!), order.map((i) => signal[i]!)]
  const n = x.length
  if (n < 50) throw new RangeError('the spectrum has fewer than 50 points.')
  if (!(x[n - 1]! > x[0]!)) throw new RangeError('its field does not change.')
  const noise = noiseSd(signal)
  const [lowest, highest] = y.reduce(([a, b], value) => [Math.min(a, value), Math.max(b, value)], [Infinity, -Infinity] as [number, number])
  const weights = withoutSlope(x, doubleIntegralWeights(x))
  let [doubleIntegral, squares] = [0, 0]
  for (let i = 0; i < n; i += 1) {
    doubleIntegral += weights[i]! * y[i]!
    squares += weights[i]! ** 2
  }
  return { peakToPeak: highest - lowest, uPeakToPeak: Math.SQRT2 * noise, doubleIntegral, uDoubleIntegral: noise * Math.sqrt(squares) }
}

/** wᵢ with ∬ = Σ wᵢSᵢ: trapezoids twice, the integral set to zero at both ends by a straight line. A constant in S weighs nothing. */
function doubleIntegralWeights(x: readonly number[]): Float64Array {
  const n = x.length
  const width = x[n - 1]! - x[0]!
  const weights = new Float64Array(n)
  // Weight of the absorption's points from i on, in its trapezoids.
  let after = 0
  for (let i = n - 1; i > 0; i -= 1) {
    const step = x[i]! - x[i - 1]!
    after += (step + (i < n - 1 ? x[i + 1]! - x[i]! : 0)) / 2
    // A step of S counts in every point of the absorption behind it, less its part of the line through the ends.
    const share = (step / 2) * (after - width / 2)
    weights[i]! += share
    weights[i - 1]! += share
  }
  return weights
}

/** The same for S without the line through its ends. */
function withoutSlope(x: readonly number[], weights: Float64Array): Float64Array {
  const n = x.length
  const count = Math.max(3, Math.round(END * n))
  const meanOf = (from: number): number => x.slice(from, from + count).reduce((sum, value) => sum + value, 0) / count
  const distance = meanOf(n - count) - meanOf(0)
  const ofSlope = weights.reduce((sum, weight, i) => sum + weight * x[i]!, 0)
  return weights.map((weight, i) => weight + (i < count ? 1 : i >= n - count ? -1 : 0) * (ofSlope / (count * distance)))
}
