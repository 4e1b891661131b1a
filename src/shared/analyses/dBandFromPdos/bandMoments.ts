import { simpson } from '../../numerics/simpson'
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
  /** μ3/μ2^1.5 and μ4/μ2² (3 for a Gaussian). */
  readonly skewness: number
  readonly kurtosis: number
  /** The centre by Simpson's rule instead; null where the grid is uneven. */
  readonly simpsonCentre_eV: number | null
}

/**
 * Moments of a band over the window [from, to] (eV vs E_F), trapezoid over its grid points without interpolated ends, as pymatgen and VASPKIT do:
 * ε = ∫E ρ dE/∫ρ dE, width √(∫(E − ε)² ρ dE/∫ρ dE), filling ∫_{E ≤ 0} ρ/∫ρ. RangeError where the window holds no states.
 */
export function bandMoments(energy_eV: ArrayLike<number>, density: ArrayLike<number>, from = -Infinity, to = Infinity): BandMoments {
  const { x, y } = cut(energy_eV, density, from, to)
  if (x.length < 2) throw new RangeError('The energy window holds fewer than two points of the density of states.')
  const states = trapezoid(x, y)
  if (!(states > 0)) throw new RangeError('The d band holds no states in the energy window.')
  const centre_eV = trapezoid(x, y.map((rho, i) => x[i]! * rho)) / states
  const central = (power: number): number => trapezoid(x, y.map((rho, i) => (x[i]! - centre_eV) ** power * rho)) / states
  const width_eV = Math.sqrt(central(2))
  const occupied = cut(energy_eV, density, from, Math.min(to, 0))
  const [whole, first] = [simpson(x, y), simpson(x, y.map((rho, i) => x[i]! * rho))]
  const simpsonCentre_eV = whole === null || first === null || whole <= 0 ? null : first / whole
  return { centre_eV, width_eV, states, skewness: central(3) / width_eV ** 3, kurtosis: central(4) / width_eV ** 4, simpsonCentre_eV, filling: occupied.x.length < 2 ? 0 : trapezoid(occupied.x, occupied.y) / states }
}

/** The grid points inside a window, its ends included. */
function cut(energy_eV: ArrayLike<number>, density: ArrayLike<number>, from: number, to: number): { x: number[]; y: number[] } {
  const x: number[] = []
  const y: number[] = []
  for (let i = 0; i < energy_eV.length; i += 1) {
    if (energy_eV[i]! < from || energy_eV[i]! > to) continue
    x.push(energy_eV[i]!)
    y.push(density[i]!)
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

/**
 * Centre of a spin-polarised band as a molecule feels it: ε = (f↑ε↑ + f↓ε↓)/(f↑ + f↓) − (ε↓ − ε↑)(f↑ − f↓)/(f↑ + f↓), f the filled
 * share of the orbitals (Bhattacharjee, Waghmare, Lee, Sci. Rep. 6, 35916 (2016)). eV vs E_F; null without filled states.
 */
export function effectiveCentre_eV(up: { readonly centre_eV: number; readonly filled: number }, down: { readonly centre_eV: number; readonly filled: number }): number | null {
  const filled = up.filled + down.filled
  if (!(filled > 0)) return null
  return (up.filled * up.centre_eV + down.filled * down.centre_eV) / filled - ((down.centre_eV - up.centre_eV) * (up.filled - down.filled)) / filled
}
