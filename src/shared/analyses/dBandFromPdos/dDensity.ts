import type { Column, Measurement } from '../../measurement'

export interface DDensity {
  readonly energy_eV: Float64Array
  /** Sum of all chosen d columns, states/eV. */
  readonly density: Float64Array
  readonly atoms: readonly number[]
  readonly columns: number
}

/** 'atom 3 dxy up' → 3. Magnetisation columns of non-collinear files are no densities and not counted (their quantity is 'other'). */
const dColumn = /^atom (\d+) d(?:xy|yz|z2|xz|x2-y2)?(?: (?:up|down))?$/

export function dColumnsOf<C extends Pick<Column, 'name' | 'quantity'>>(columns: readonly C[], atoms: readonly number[] | null): { column: C; atom: number }[] {
  return columns.flatMap((column) => {
    const atom = column.quantity === 'dos' ? Number(dColumn.exec(column.name)?.[1] ?? NaN) : NaN
    return Number.isNaN(atom) || (atoms !== null && !atoms.includes(atom)) ? [] : [{ column, atom }]
  })
}

/** Energies relative to E_F with the d states of the chosen atoms (null: all), spins summed; undefined without d columns or E_F. */
export function dDensity(measurement: Measurement, atoms: readonly number[] | null): DDensity | undefined {
  const energy = measurement.columns.find((column) => column.quantity === 'energy')
  const fermi = measurement.facts.find((fact) => fact.name === 'fermiEnergy_eV')?.value
  const chosen = dColumnsOf(measurement.columns, atoms)
  if (!energy || typeof fermi !== 'number' || chosen.length === 0) return undefined
  const density = new Float64Array(energy.values.length)
  for (const { column } of chosen) column.values.forEach((value, row) => { density[row]! += value })
  return { energy_eV: energy.values.map((value) => value - fermi), density, atoms: [...new Set(chosen.map(({ atom }) => atom))], columns: chosen.length }
}
