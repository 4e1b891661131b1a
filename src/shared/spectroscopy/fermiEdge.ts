import { levenbergMarquardt } from '../numerics/levenbergMarquardt'
import { noiseSd } from './noise'

export interface FermiEdge {
  /** Binding energy of the half-way point, on the scale of the file. */
  readonly position_eV: number
  readonly u_eV: number
  /** From 12 % to 88 % of the step, temperature and analyser together. */
  readonly width_eV: number
  readonly bindingEnergy_eV: readonly number[]
  readonly fitted: readonly number[]
}

/** How far from zero an edge is looked for, and what is fitted on both sides of it, eV. */
const FARTHEST_EV = 1.5
const REACH_EV = 0.9

/**
 * Fermi edge near zero binding energy: I = c + (a + b·t + q·t²)/(1 + exp(−t/w)) with t = E − E_F by least squares; a smooth density of states under a
 * step whose width takes temperature and analyser together. null where no step stands out: less than five times the noise, or known worse than 0.1 eV.
 */
export function fermiEdge(bindingEnergy_eV: ArrayLike<number>, intensity: ArrayLike<number>): FermiEdge | null {
  const points = Array.from({ length: bindingEnergy_eV.length }, (_, i) => [bindingEnergy_eV[i]!, intensity[i]!] as const).filter(([x, y]) => Math.abs(x) <= FARTHEST_EV + REACH_EV && Number.isFinite(y)).sort((a, b) => a[0] - b[0])
  if (points.length < 25 || points[0]![0] > -0.3 || points.at(-1)![0] < 0.3) return null
  const start = steepest(points)
  if (start === null) return null
  const near = points.filter(([x]) => Math.abs(x - start) <= REACH_EV)
  if (near.length < 12) return null
  const [x, y] = [near.map(([be]) => be), near.map(([, value]) => value)]
  const [low, high] = [Math.min(...y), Math.max(...y)]
  const scale = high - low
  if (!(scale > 0)) return null
  const model = ([c = 0, a = 0, b = 0, shift = 0, logWidth = 0, q = 0]: readonly number[], at: number): number => {
    const t = at - start - shift
    return c + (a + b * t + q * t * t) / (1 + Math.exp(-t / Math.exp(logWidth)))
  }
  const fit = levenbergMarquardt((p) => x.map((at, i) => (low + scale * model(p, at) - y[i]!) / scale), [0, 0.7, 0.2, 0, Math.log(0.1), 0])
  const [, a = 0, , shift = 0, logWidth = 0] = fit.parameters
  const variance = fit.covariance?.[3]?.[3]
  const u_eV = variance !== undefined && variance >= 0 ? Math.sqrt(variance) : null
  const width_eV = 4 * Math.exp(logWidth)
  if (!(a * scale > 5 * noiseSd(y)) || u_eV === null || u_eV > 0.1 || Math.abs(start + shift) > FARTHEST_EV || width_eV > 2 * REACH_EV) return null
  return { position_eV: start + shift, u_eV, width_eV, bindingEnergy_eV: x, fitted: x.map((at) => low + scale * model(fit.parameters, at)) }
}

/** Where the means of the 0.3 eV on both sides differ most, by the step itself and not by how high the band is: the first strong rise from the empty side. */
function steepest(points: readonly (readonly [number, number])[]): number | null {
  const half = 0.3
  const meanIn = (from: number, to: number): number | null => {
    const inside = points.filter(([x]) => x >= from && x < to)
    return inside.length < 3 ? null : inside.reduce((sum, [, y]) => sum + y, 0) / inside.length
  }
  const rises = points.flatMap(([x]) => {
    if (Math.abs(x) > FARTHEST_EV) return []
    const [before, after] = [meanIn(x - half, x), meanIn(x, x + half)]
    return before === null || after === null ? [] : [{ x, rise: after - before }]
  })
  const most = rises.reduce((best, { rise }) => Math.max(best, rise), 0)
  if (!(most > 0)) return null
  // A band behind the edge may rise more steeply than the edge: the first hump of the rise that reaches a third of the largest.
  const first = rises.findIndex(({ rise }) => rise >= most / 3)
  let top = first
  while (top + 1 < rises.length && rises[top + 1]!.rise >= rises[top]!.rise - most / 50) top += 1
  return rises.slice(first, top + 1).reduce((best, one) => (one.rise > best.rise ? one : best)).x
}
