import { levenbergMarquardt } from '../numerics/levenbergMarquardt'

/** Area in intensity × Hz with its standard error; null where the data do not determine it. */
export interface Area { readonly value: number; readonly u: number | null }
export interface AmmoniumFit {
  readonly doublet15N: Area
  readonly triplet14N: Area
  /** Splittings as fitted, Hz. */
  readonly j15_Hz: number
  readonly j14_Hz: number
  readonly centre_ppm: number
  readonly fitted: Float64Array
  readonly residualSd: number
}

/** ¹J(NH) of ammonium: ¹⁵N 73 Hz (spin ½: two lines), ¹⁴N 52 Hz (spin 1: three equal lines). */
export const COUPLING_15N_HZ = 73
export const COUPLING_14N_HZ = 52
const WIDEST_CHANGE = 0.08

const lorentzian = (x: number, width: number): number => (2 / (Math.PI * width)) / (1 + (2 * x / width) ** 2)

/**
 * Least squares of both multiplets of ammonium about one centre on a straight line: areas, splittings (within 8 % of the known ones)
 * and one width each. `ppm` in any order, `frequency_MHz` of the spectrometer. RangeError for fewer than 40 points.
 */
export function fitAmmonium(ppm: readonly number[], y: readonly number[], frequency_MHz: number): AmmoniumFit {
  if (ppm.length < 40) throw new RangeError(`${ppm.length} points lie in the region of ammonium, at least 40 are needed.`)
  const hz = ppm.map((shift) => shift * frequency_MHz)
  const scale = Math.max(...y.map(Math.abs), Number.MIN_VALUE)
  const span = Math.max(...hz) - Math.min(...hz)
  const first = hz[0]!
  const split = (known: number, free: number): number => known * (1 + WIDEST_CHANGE * Math.tanh(free))
  const shape = (p: readonly number[], at: number): readonly [number, number] => {
    const [centre, w15, w14] = [p[2]!, Math.exp(p[3]!), Math.exp(p[4]!)]
    const [j15, j14] = [split(COUPLING_15N_HZ, p[7]!), split(COUPLING_14N_HZ, p[8]!)]
    const x = at - centre
    return [(lorentzian(x - j15 / 2, w15) + lorentzian(x + j15 / 2, w15)) / 2, (lorentzian(x - j14, w14) + lorentzian(x, w14) + lorentzian(x + j14, w14)) / 3]
  }
  const model = (p: readonly number[], at: number): number => {
    const [doublet, triplet] = shape(p, at)
    return scale * (p[0]! + (p[1]! * (at - first)) / span + p[5]! * doublet + p[6]! * triplet)
  }
  // Splittings of an absent isotope are undetermined: a hardly noticeable pull keeps them at the known ones.
  const residuals = (p: readonly number[]): number[] => [...hz.map((at, i) => (model(p, at) - y[i]!) / scale), 1e-3 * p[7]!, 1e-3 * p[8]!, 1e-3 * (p[3]! - 1), 1e-3 * (p[4]! - 1)]
  const starts = centresOf(hz, y).flatMap((centre) => [1, 3].map((width) => [0, 0, centre, Math.log(width), Math.log(width), 3, 3, 0, 0]))
  const squares = (p: readonly number[]): number => residuals(p).reduce((sum, r) => sum + r * r, 0)
  const nearest = starts.map((start) => ({ start, sum: squares(start) })).sort((a, b) => a.sum - b.sum).slice(0, 2)
  const fit = nearest.map(({ start }) => levenbergMarquardt(residuals, start)).reduce((best, one) => (one.sumOfSquares < best.sumOfSquares ? one : best))
  const p = fit.parameters
  const area = (i: number): Area => {
    const variance = fit.covariance?.[i]?.[i]
    return { value: scale * p[i]!, u: variance === undefined || !(variance >= 0) ? null : scale * Math.sqrt(variance) }
  }
  return {
    doublet15N: area(5), triplet14N: area(6), j15_Hz: split(COUPLING_15N_HZ, p[7]!), j14_Hz: split(COUPLING_14N_HZ, p[8]!), centre_ppm: p[2]! / frequency_MHz,
    fitted: Float64Array.from(hz, (at) => model(p, at)), residualSd: scale * Math.sqrt(fit.sumOfSquares / Math.max(1, hz.length - p.length))
  }
}

/** Where two lines 73 Hz apart, or three 52 Hz apart, are highest. */
function centresOf(hz: readonly number[], y: readonly number[]): number[] {
  const sorted = hz.map((x, i) => [x, y[i]!] as const).sort((a, b) => a[0] - b[0])
  const at = (x: number): number => {
    let [low, high] = [0, sorted.length - 1]
    while (high - low > 1) { const middle = (low + high) >> 1; if (sorted[middle]![0] <= x) low = middle; else high = middle }
    return Math.max(sorted[low]![1], sorted[high]![1])
  }
  const [from, to] = [sorted[0]![0], sorted.at(-1)![0]]
  const best = (offsets: readonly number[]): number => {
    let [top, centre] = [-Infinity, (from + to) / 2]
    for (const [x] of sorted) {
      if (x + Math.min(...offsets) < from || x + Math.max(...offsets) > to) continue
      const sum = offsets.reduce((lowest, offset) => Math.min(lowest, at(x + offset)), Infinity)
      if (sum > top) { top = sum; centre = x }
    }
    return centre
  }
  return [best([-COUPLING_15N_HZ / 2, COUPLING_15N_HZ / 2]), best([-COUPLING_14N_HZ, 0, COUPLING_14N_HZ])]
}
