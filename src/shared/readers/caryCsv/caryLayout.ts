import { splitCells, type Dialect } from '../table/dialect'

export interface CaryPair {
  readonly name: string
  readonly wavelength: string
  readonly signal: string
}
export interface CaryLayout {
  readonly separator: Dialect['separator']
  readonly pairs: readonly CaryPair[]
  /** A name that holds the separator moves all names behind it, so none can be given to a pair. */
  readonly hasShiftedNames: boolean
}

const separators = [',', ';', '\t'] as const

function withoutEmptyEnd(cells: readonly string[]): string[] {
  const kept = [...cells]
  while (kept.at(-1) === '') kept.pop()
  return kept
}

/** Row 1: sample names, one a pair of columns; row 2: 'Wavelength (nm),Abs' pairs. null: another layout. */
export function caryLayout(lines: readonly string[]): CaryLayout | null {
  const [first, second] = lines
  if (first === undefined || second === undefined) return null
  for (const separator of separators) {
    const heads = withoutEmptyEnd(splitCells(second, separator))
    const isPairs =
      heads.length >= 2 && heads.length % 2 === 0 && heads.every((head, i) => (i % 2 === 0 ? /^wavelength \(nm\)$/i.test(head) : head !== ''))
    if (!isPairs) continue
    const names = withoutEmptyEnd(splitCells(first, separator))
    const hasShiftedNames = names.length > heads.length || names.some((name, i) => i % 2 === 1 && name !== '')
    const pairs = Array.from({ length: heads.length / 2 }, (_, i) => ({
      name: hasShiftedNames ? '' : (names[2 * i] ?? ''),
      wavelength: heads[2 * i]!,
      signal: heads[2 * i + 1]!
    }))
    return { separator, pairs, hasShiftedNames }
  }
  return null
}
