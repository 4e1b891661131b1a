import { findText } from '../vaspRun/findText'

/** What the values of a grid are; the file itself does not say, apart from the augmentation charges behind a CHGCAR. */
export type GridKind = 'potential' | 'density' | 'unknown'

export function gridKind(name: string, bytes: Uint8Array, behindGrid: number): GridKind {
  if (findText(bytes, 'augmentation occupancies', behindGrid) >= 0) return 'density'
  if (/locpot/i.test(name)) return 'potential'
  return /chg|aeccar/i.test(name) ? 'density' : 'unknown'
}

export const unitOf = (kind: GridKind): string => (kind === 'potential' ? 'eV' : kind === 'density' ? 'e' : '')

/** Names of the grids of a file, in their order: two with spins, four without collinear spins. */
export function gridNames(kind: GridKind, count: number): readonly string[] {
  const parts = count <= 2 ? ['density', 'magnetisation'] : ['density', 'mx', 'my', 'mz']
  if (kind === 'density') return parts.map((part) => `${part} × volume`)
  const word = kind === 'potential' ? 'potential' : 'value'
  return count === 1 ? [word] : Array.from({ length: count }, (_, i) => `${word} ${i + 1}`)
}
