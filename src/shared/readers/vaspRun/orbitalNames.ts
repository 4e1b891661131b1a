import { orbitalLayout } from '../vaspDoscar/orbitalLayout'

/** Newer versions name orbitals by their polynomials; these are the names that a DOSCAR's columns get. */
const sameAs = new Map([
  ['dx2', 'dx2-y2'],
  ['x2-y2', 'dx2-y2'],
  ['fy3x2', 'f-3'],
  ['fxyz', 'f-2'],
  ['fyz2', 'f-1'],
  ['fz3', 'f0'],
  ['fxz2', 'f1'],
  ['fzx2', 'f2'],
  ['fx3', 'f3']
])
export const orbitalName = (field: string): string => sameAs.get(field.trim()) ?? field.trim()

export interface ProjectedColumn {
  readonly name: string
  readonly isState: boolean
}

/** How many sets an ion has and what they are: one spin, two, or the density with three parts of the magnetisation. */
const suffixes = new Map([
  [1, ['']],
  [2, [' up', ' down']],
  [4, ['', ' mx', ' my', ' mz']]
])

/** Columns of one ion in the order of a DOSCAR: orbital by orbital, the spins of one orbital side by side. */
export function projectedColumns(orbitals: readonly string[], sets: 1 | 2 | 4): ProjectedColumn[] {
  return orbitals.flatMap((orbital) => suffixes.get(sets)!.map((suffix) => ({ name: `${orbital}${suffix}`, isState: !suffix.startsWith(' m') })))
}

/** The DOSCAR's word for these columns, or the orbitals themselves where no DOSCAR has them. */
export function layoutName(columns: readonly ProjectedColumn[], orbitals: readonly string[], sets: 1 | 2 | 4): string {
  const known = orbitalLayout(columns.length, sets === 2 ? 2 : 1)
  const isSame = known.columns.length === columns.length && known.columns.every((name, i) => name === columns[i]!.name)
  return isSame ? known.name : `${orbitals.join(' ')}${sets === 4 ? ' noncollinear' : ''}`
}
