/** A DOSCAR as VASP prints it: Gaussian bands, so that every integral is known. */
export interface DoscarText {
  readonly nions?: number
  readonly nedos?: number
  readonly ispin?: 1 | 2
  /** Value columns of the projected blocks; 0: none. */
  readonly projected?: number
  readonly system?: string
  readonly fermi?: number
  readonly volume?: number
}

const fixed = (value: number, width: number, digits: number): string => value.toFixed(digits).padStart(width)
const scientific = (value: number): string => {
  const [mantissa = '0', exponent = '0'] = value.toExponential(4).split('e')
  const power = Number(exponent)
  return ` ${mantissa.padStart(7)}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
}

export const eMin = -10
export const eMax = 10
export const energyAt = (row: number, nedos: number): number => eMin + ((eMax - eMin) * row) / (nedos - 1)
/** Value of column `column` (0 = first orbital) of atom `atom` (1 = first). */
export const densityAt = (energy: number, atom: number, column: number): number => (atom + column / 100) * Math.exp(-((energy + 2) ** 2))

export function doscarText({
  nions = 2,
  nedos = 201,
  ispin = 1,
  projected = 9,
  system = 'Ru on N-C',
  fermi = 1.25,
  volume = 20
}: DoscarText = {}): string {
  const grid = `${fixed(eMax, 16, 8)}${fixed(eMin, 16, 8)}${String(nedos).padStart(5)}${fixed(fermi, 16, 8)}${fixed(1, 16, 8)}`
  const lines = [
    `  ${nions}  ${nions}   1   0`,
    `  ${volume.toExponential(7)}  0.4E-09  0.4E-09  0.4E-09  0.5E-15`,
    '  1.000000000000000E-004',
    '  CAR ',
    ` ${system}`,
    grid
  ]
  const integrated = [0, 0]
  const step = (eMax - eMin) / (nedos - 1)
  for (let row = 0; row < nedos; row++) {
    const energy = energyAt(row, nedos)
    const dos = [densityAt(energy, 2, 0), densityAt(energy, 1, 0)].slice(0, ispin)
    dos.forEach((value, spin) => {
      integrated[spin] = integrated[spin]! + value * step
    })
    lines.push(fixed(energy, 11, 3) + [...dos, ...integrated.slice(0, ispin)].map(scientific).join(''))
  }
  for (let atom = 1; atom <= nions && projected > 0; atom++) {
    lines.push(grid)
    for (let row = 0; row < nedos; row++) {
      const energy = energyAt(row, nedos)
      lines.push(fixed(energy, 11, 3) + Array.from({ length: projected }, (_, column) => scientific(densityAt(energy, atom, column))).join(''))
    }
  }
  return `${lines.join('\n')}\n`
}
