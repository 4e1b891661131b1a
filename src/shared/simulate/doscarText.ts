import { FERMI_EV, type ProjectedDos } from './projectedDos'
import { fortranExponent } from './vendorNumber'

const energy = (value: number): string => value.toFixed(3).padStart(11)
const states = (value: number): string => fortranExponent(value, 4).padStart(12)

/** VASP DOSCAR with LORBIT = 11: total DOS, then each atom with its spins side by side. */
export function doscarText(system: string, { energy_eV, atoms }: ProjectedDos): string {
  const spins = atoms[0]?.length ?? 1
  const [low = 0, high = 0] = [energy_eV[0], energy_eV.at(-1)]
  const wide = (value: number): string => value.toFixed(8).padStart(16)
  const grid = `${wide(high)}${wide(low)}${String(energy_eV.length).padStart(5)}${wide(FERMI_EV)}${wide(1)}`
  const statesAt = (orbitals: readonly (readonly number[])[], i: number): number => orbitals.reduce((sum, column) => sum + column[i]!, 0)
  const total = Array.from({ length: spins }, (_, spin) => energy_eV.map((__, i) => atoms.reduce((sum, atom) => sum + statesAt(atom[spin]!, i), 0)))
  const counted = total.map((column) => {
    let sum = 0
    return column.map((value, i) => (sum += i === 0 ? 0 : ((value + column[i - 1]!) / 2) * (energy_eV[i]! - energy_eV[i - 1]!)))
  })
  const totals = energy_eV.map((value, i) => energy(value) + [...total, ...counted].map((column) => states(column[i]!)).join(''))
  const projected = atoms.flatMap((atom) => {
    const columns = atom[0]!.flatMap((_, orbital) => atom.map((spin) => spin[orbital]!))
    return [grid, ...energy_eV.map((value, i) => energy(value) + columns.map((column) => states(column[i]!)).join(''))]
  })
  const count = String(atoms.length).padStart(4)
  const cell = '  0.6512480E+02  0.8124300E-09  0.8124300E-09  0.1800000E-08  0.5000000E-15'
  return [`${count}${count}   1   0`, cell, '  1.000000000000000E-004', '  CAR ', ` ${system}`, grid, ...totals, ...projected, ''].join('\n')
}
