export interface OrbitalLayout {
  readonly name: string
  /** One name a column: 'dxy', 'dxy up', 'dxy mx' … without the energy. */
  readonly columns: readonly string[]
  /** Which columns are magnetisation parts of the one before, not states. */
  readonly isMagnetisation: (column: number) => boolean
  readonly warning?: string
}

const spd = ['s', 'p', 'd']
const spdf = [...spd, 'f']
const spdLm = ['s', 'py', 'pz', 'px', 'dxy', 'dyz', 'dz2', 'dxz', 'dx2-y2']
const spdfLm = [...spdLm, 'f-3', 'f-2', 'f-1', 'f0', 'f1', 'f2', 'f3']

const never = (): boolean => false
const plain = (name: string, orbitals: readonly string[]): OrbitalLayout => ({ name, columns: orbitals, isMagnetisation: never })
const spins = (name: string, orbitals: readonly string[]): OrbitalLayout => ({
  name,
  columns: orbitals.flatMap((orbital) => [`${orbital} up`, `${orbital} down`]),
  isMagnetisation: never
})
const noncollinear = (name: string, orbitals: readonly string[]): OrbitalLayout => ({
  name: `${name} noncollinear`,
  columns: orbitals.flatMap((orbital) => [orbital, `${orbital} mx`, `${orbital} my`, `${orbital} mz`]),
  isMagnetisation: (column) => column % 4 !== 0
})

const oneSpin = new Map([
  [3, plain('spd', spd)],
  [4, plain('spdf', spdf)],
  [9, plain('spd lm', spdLm)],
  [16, plain('spdf lm', spdfLm)],
  [12, noncollinear('spd', spd)],
  [36, noncollinear('spd lm', spdLm)],
  [64, noncollinear('spdf lm', spdfLm)]
])
const twoSpins = new Map([
  [6, spins('spd', spd)],
  [8, spins('spdf', spdf)],
  [18, spins('spd lm', spdLm)],
  [32, spins('spdf lm', spdfLm)]
])

/** What the columns of a projected block are, from their number (energy not counted) and the spins of the total DOS. */
export function orbitalLayout(valueColumns: number, ispin: 1 | 2): OrbitalLayout {
  const known = (ispin === 2 ? twoSpins : oneSpin).get(valueColumns)
  if (known) return known
  return {
    name: `unknown (${valueColumns} columns)`,
    columns: Array.from({ length: valueColumns }, (_, i) => `column ${i + 1}`),
    isMagnetisation: never,
    warning: `The projected DOS has ${valueColumns} columns an atom, which no known LORBIT writes; its orbitals cannot be told apart.`
  }
}
