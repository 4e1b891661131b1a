import { trapezoid } from '../../numerics/trapezoid'
import { hilbertTransform } from '../../numerics/hilbertTransform'

export interface BandMoments {
  /** First moment, eV vs E_F. */
  readonly centre_eV: number
  /** √μ2 about the centre, eV. */
  readonly width_eV: number
  /** ∫ to E_F over ∫, 1. */
  readonly filling: number
  readonly states: number
}

/**
 * Moments of a band over the window [from, to] (eV vs E_F), trapezoid on the grid, its ends interpolated:
 * ε = ∫E ρ dE/∫ρ dE, width √(∫(E − ε)² ρ dE/∫ρ dE), filling ∫_{E ≤ 0} ρ/∫ρ. RangeError where the window holds no states.
 */
export function bandMoments(energy_eV: ArrayLike<number>, density: ArrayLike<number>, from = -Infinity, to = Infinity): BandMoments {
  const { x, y } = cut(energy_eV, density, from, to)
  if (x.length < 2) throw new RangeError('The energy window holds fewer than two points of the density of states.')
  const states = trapezoid(x, y)
  if (!(states > 0)) throw new RangeError('The d band holds no states in the energy window.')
  const centre_eV = trapezoid(x, y.map((rho, i) => x[i]! * rho)) / states
  const width_eV = Math.sqrt(trapezoid(x, y.map((rho, i) => (x[i]! - centre_eV) ** 2 * rho)) / states)
  const occupied = cut(energy_eV, density, from, Math.min(to, 0))
  return { centre_eV, width_eV, states, filling: occupied.x.length < 2 ? 0 : trapezoid(occupied.x, occupied.y) / states }
}

/** The points inside a window with interpolated ends. Energies must rise. */
function cut(energy_eV: ArrayLike<number>, density: ArrayLike<number>, from: number, to: number): { x: number[]; y: number[] } {
  const x: number[] = []
  const y: number[] = []
  const push = (energy: number, rho: number): void => void (x.push(energy), y.push(rho))
  for (let i = 0; i < energy_eV.length; i += 1) {
    const energy = energy_eV[i]!
    const previous = energy_eV[i - 1]
    const at = (edge: number): number => density[i - 1]! + ((edge - previous!) / (energy - previous!)) * (density[i]! - density[i - 1]!)
    if (previous !== undefined && previous < from && energy > from) push(from, at(from))
    if (energy >= from && energy <= to) push(energy, density[i]!)
    if (previous !== undefined && previous < to && energy > to && to >= from) push(to, at(to))
  }
  return { x, y }
}

/**
 * Upper edge of the d band, eV vs E_F: energy of the largest maximum of the Hilbert transform of ρ (Vojvodic, Nørskov,
 * Abild-Pedersen, Top. Catal. 57 (2014) 25). null on a grid that is not even. The sign is that of ∫ρ(ε)/(E − ε)dε.
 */
export function upperBandEdge_eV(energy_eV: ArrayLike<number>, density: ArrayLike<number>): number | null {
  const n = energy_eV.length
  if (n < 8) return null
  const step = (energy_eV[n - 1]! - energy_eV[0]!) / (n - 1)
  for (let i = 1; i < n; i += 1) if (Math.abs(energy_eV[i]! - energy_eV[i - 1]! - step) > 0.05 * step) return null
  // Twice the length in zeros keeps the periodic transform from seeing the band's own image.
  const padded = new Float64Array(2 * n)
  for (let i = 0; i < n; i += 1) padded[i] = density[i]!
  const transform = hilbertTransform(padded)
  let best = 0
  for (let i = 1; i < n; i += 1) if (transform[i]! > transform[best]!) best = i
  return energy_eV[best]!
}
