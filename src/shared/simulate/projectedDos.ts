import { trapezoid } from '../numerics/trapezoid'

const orbitals = 9
const D_FROM = 4
const POINTS = 601
const STEP_EV = 0.04
const E_MIN_EV = -16
export const FERMI_EV = -2.3145

interface Band { readonly weight: number; readonly at_eV: number; readonly width_eV: number }
interface Atom { readonly s: readonly Band[]; readonly p: readonly Band[]; readonly d: readonly Band[] }

type Orbitals = readonly (readonly number[])[]

/** Energies as printed (absolute) and states per eV: atom → spin → orbital (s py pz px dxy dyz dz2 dxz dx2-y2) → energy. */
export interface ProjectedDos { readonly energy_eV: readonly number[]; readonly atoms: readonly (readonly Orbitals[])[] }

/** The M of a Ru–M pair; its two spins lie `exchange_eV` apart. */
export interface PairModel { readonly metal: string; readonly ispin: 1 | 2; readonly exchange_eV: number }

const wide: readonly Band[] = [{ weight: 0.25, at_eV: -4, width_eV: 1.8 }, { weight: 0.3, at_eV: 3, width_eV: 2.2 }]
const ruthenium: Atom = {
  s: wide, p: wide,
  d: [{ weight: 1.15, at_eV: -3.4, width_eV: 1.3 }, { weight: 0.5, at_eV: -1.2, width_eV: 0.7 }, { weight: 0.35, at_eV: 1.1, width_eV: 0.8 }]
}
const nitrogen: Atom = {
  s: [{ weight: 0.9, at_eV: -11.2, width_eV: 0.6 }],
  p: [{ weight: 0.8, at_eV: -5.2, width_eV: 1.5 }, { weight: 0.2, at_eV: 2.8, width_eV: 1.2 }],
  d: [{ weight: 0.004, at_eV: -5, width_eV: 1.6 }]
}
/** Cu has its d states filled, so almost none lie above E_F. */
function partner(metal: string): Atom {
  if (metal === 'Ru') return ruthenium
  const [filled, empty] = metal === 'Cu' ? [1.7, 0.03] : [1.2, 0.3]
  const lower = { weight: filled, at_eV: -2.4, width_eV: 0.9 }
  const d = [lower, { weight: 0.45, at_eV: -0.7, width_eV: 0.5 }, { weight: empty, at_eV: 0.9, width_eV: 0.6 }]
  return { s: wide, p: wide, d }
}

const gaussian = (x: number): number => Math.exp(-(x ** 2) / 2) / Math.sqrt(2 * Math.PI)
const density = (bands: readonly Band[], energy_eV: number): number =>
  bands.reduce((sum, { weight, at_eV, width_eV }) => sum + (weight / width_eV) * gaussian((energy_eV - at_eV) / width_eV), 0)

/** Four digits, as the file prints them. */
const printed = (value: number): number => Number((value < 1e-6 ? 0 : value).toExponential(3))

const energy_eV = Array.from({ length: POINTS }, (_, i) => Number((E_MIN_EV + i * STEP_EV).toFixed(3)))

function statesOf({ metal, ispin, exchange_eV }: PairModel, shift_eV: number): ProjectedDos['atoms'] {
  return [ruthenium, ruthenium, partner(metal), nitrogen].map((atom, place) =>
    Array.from({ length: ispin }, (_, spin) => Array.from({ length: orbitals }, (__, orbital) => {
      const bands = orbital === 0 ? atom.s : orbital < D_FROM ? atom.p : atom.d
      const split = ispin === 2 && place === 2 && orbital >= D_FROM ? (spin === 0 ? -exchange_eV : exchange_eV) / 2 : 0
      // The five d orbitals differ a little, as in any low symmetry.
      const crystalField = orbital >= D_FROM ? 0.12 * (orbital - 6) : 0
      const moved = split + crystalField + (orbital >= D_FROM ? shift_eV : 0)
      return energy_eV.map((energy) => printed(density(bands, energy - FERMI_EV - moved) * (ispin === 2 ? 0.5 : 1)))
    })))
}

/** First moment of all d states of all atoms about E_F, trapezoids over the whole range. */
function dCentre(atoms: ProjectedDos['atoms']): number {
  const dColumns = atoms.flatMap((spins) => spins.flatMap((columns) => columns.slice(D_FROM)))
  const d = energy_eV.map((_, i) => dColumns.reduce((sum, column) => sum + column[i]!, 0))
  return trapezoid(energy_eV, d.map((rho, i) => rho * (energy_eV[i]! - FERMI_EV))) / trapezoid(energy_eV, d)
}

/** A Ru–M pair on N-doped carbon (Ru, Ru, M, N) whose d-band centre, from the digits that are printed, is `centre_eV`. */
export function projectedDos(model: PairModel, centre_eV: number): ProjectedDos {
  let shift_eV = 0
  let atoms = statesOf(model, shift_eV)
  for (let round = 0; round < 4; round += 1) {
    shift_eV += centre_eV - dCentre(atoms)
    atoms = statesOf(model, shift_eV)
  }
  return { energy_eV, atoms }
}
