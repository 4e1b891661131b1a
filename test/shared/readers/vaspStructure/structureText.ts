/** A POSCAR or CONTCAR as VASP prints it. */
export interface StructureText {
  readonly comment?: string
  readonly scale?: string
  readonly lattice?: readonly (readonly [number, number, number])[]
  readonly elements?: readonly [string, number][]
  readonly named?: boolean
  readonly cartesian?: boolean
  readonly selective?: boolean
  readonly velocities?: boolean
}

export const coordinate = (ion: number, axis: number): number => ((ion * 7 + axis * 3) % 20) / 20

export function structureText({
  comment = 'Ru on N-C',
  scale = '1.00000000000000',
  lattice = [[4, 0, 0], [0, 5, 0], [0, 0, 6]],
  elements = [['Ru', 1], ['N', 3]],
  named = true,
  cartesian = false,
  selective = false,
  velocities = false
}: StructureText = {}): string {
  const ions = elements.reduce((sum, [, count]) => sum + count, 0)
  const row = (values: readonly number[]): string => values.map((value) => value.toFixed(10).padStart(20)).join('')
  return [
    comment,
    `   ${scale}`,
    ...lattice.map(row),
    ...(named ? [`   ${elements.map(([symbol]) => symbol).join('   ')}`] : []),
    `   ${elements.map(([, count]) => count).join('   ')}`,
    ...(selective ? ['Selective dynamics'] : []),
    cartesian ? 'Cartesian' : 'Direct',
    ...Array.from({ length: ions }, (_, ion) => `${row([0, 1, 2].map((axis) => coordinate(ion, axis)))}${selective ? (ion % 2 === 0 ? '   T   T   T' : '   F   F   F') : ''}`),
    ...(velocities ? ['', ...Array.from({ length: ions }, () => '  0.00000000E+00  0.00000000E+00  0.00000000E+00')] : []),
    ''
  ].join('\n')
}
