import { invert } from '../numerics/solveLinear'
import { whittaker } from './airPls'
import { areaOfPeak, SHAPE_PULL, writeSlopes, type PseudoVoigt } from './pseudoVoigt'

/** Peaks fitted together on a line over the rows from `from` to `to` (not included). */
export interface FittedGroup { readonly from: number; readonly to: number; readonly peaks: readonly { readonly peak: PseudoVoigt }[] }
/** Covariances of heights and of areas over all peaks, group by group, and the errors of their centres. */
export interface PeakCovariances { readonly heights: readonly (readonly number[])[]; readonly areas: readonly (readonly number[])[]; readonly uCentres: readonly number[] }

const PER_PEAK = 4
/** A parameter of group g: what it does everywhere (null: a line, which is of its group alone), and within its group. */
interface Column { readonly g: number; readonly whole: Float64Array | null; readonly own: Float64Array }

/**
 * How the noise of every point moves peaks and baseline together. The baseline is what a Whittaker smoother makes of the signal without the
 * peaks, and each group is fitted to what baseline and the other groups leave: both conditions at once, to first order, are
 * PᵀF δp = Pᵀ(I − S)(δy − F δp) + …, solved for δp. Without this the errors of broad bands are several times too small, as their wings and the
 * baseline stand for each other. The weights of the baseline count as given. null where the data do not determine it.
 */
export function peakCovariances(x: readonly number[], groups: readonly FittedGroup[], weights: Float64Array, lambda: number, variances: Float64Array): PeakCovariances | null {
  const n = x.length
  const solve = whittaker(weights, lambda)
  const times = (values: Float64Array): Float64Array => values.map((value, i) => value * weights[i]!)
  const all = groups.flatMap((group, g) => [
    ...group.peaks.flatMap(({ peak }) => {
      const slopes = [new Float64Array(n), new Float64Array(n), new Float64Array(n), new Float64Array(n)] as const
      writeSlopes(x, peak, slopes)
      return slopes.map((slope): Column => ({ g, whole: slope, own: inside(slope, group) }))
    }),
    ...[new Float64Array(n).fill(1), Float64Array.from(x, (at) => (at - x[group.from]!) / Math.abs(x[group.to - 1]! - x[group.from]!))].map((slope): Column => ({ g, whole: null, own: inside(slope, group) }))
  ])
  const smoothed = all.map(({ whole }) => (whole ? solve(times(whole)) : null))
  const shapes = new Set(groups.flatMap((group, g) => group.peaks.map((_, i) => firstOf(groups, g) + PER_PEAK * i + 3)))
  const matrix = all.map(({ g, own }, i) => all.map((other, j) => {
    const { from, to } = groups[g]!
    const answers = other.whole ?? (other.g === g ? other.own : null)
    let sum = i === j && shapes.has(i) ? (SHAPE_PULL * scaleOf(groups)) ** 2 : 0
    if (answers) for (let row = from; row < to; row += 1) sum += own[row]! * (answers[row]! - (smoothed[j]?.[row] ?? 0))
    return sum
  }))
  const inverse = invert(matrix)
  if (!inverse) return null
  // (I − Sᵀ) P, then the answer of each parameter to the noise of each point.
  const right = all.map(({ own }) => { const moved = times(solve(own)); return own.map((value, row) => value - moved[row]!) })
  const answers = inverse.map((line) => {
    const answer = new Float64Array(n)
    right.forEach((column, j) => { for (let row = 0; row < n; row += 1) answer[row]! += line[j]! * column[row]! })
    return answer
  })
  const peaks = groups.flatMap((group, g) => group.peaks.map(({ peak }, i) => ({ peak, at: firstOf(groups, g) + PER_PEAK * i })))
  const combined = (at: number, factors: readonly number[]): Float64Array => Float64Array.from({ length: n }, (_, row) => factors.reduce((sum, factor, k) => sum + factor * answers[at + k]![row]!, 0))
  const heights = peaks.map(({ at }) => answers[at + 2]!)
  const areas = peaks.map(({ peak, at }) => combined(at, areaSlopes(peak)))
  const covariance = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, row) => sum + value * b[row]! * variances[row]!, 0)
  const table = (list: readonly Float64Array[]): number[][] => list.map((a) => list.map((b) => covariance(a, b)))
  return { heights: table(heights), areas: table(areas), uCentres: peaks.map(({ at }) => Math.sqrt(covariance(answers[at]!, answers[at]!))) }
}

const inside = (values: Float64Array, { from, to }: FittedGroup): Float64Array => values.map((value, row) => (row >= from && row < to ? value : 0))
const firstOf = (groups: readonly FittedGroup[], g: number): number => groups.slice(0, g).reduce((sum, { peaks }) => sum + PER_PEAK * peaks.length + 2, 0)
const scaleOf = (groups: readonly FittedGroup[]): number => Math.max(...groups.flatMap(({ peaks }) => peaks.map(({ peak }) => Math.abs(peak.height))))

/** Of the area: by centre, logarithm of the width, height and free shape. */
function areaSlopes(peak: PseudoVoigt): readonly number[] {
  const byShape = areaOfPeak({ ...peak, eta: 1 }) - areaOfPeak({ ...peak, eta: 0 })
  return [0, areaOfPeak(peak), areaOfPeak({ ...peak, height: 1 }), byShape * peak.eta * (1 - peak.eta)]
}
