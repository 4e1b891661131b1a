import type { Column } from '../../measurement'
import { columnsTogether } from '../text/columnsTogether'
import { endOfLastRow, PlainRows } from '../text/plainRows'
import { findText, isTextAt, latin1Text } from './findText'
import { layoutName, orbitalName, projectedColumns } from './orbitalNames'
import { RowScanner } from './rowScanner'

export interface ProjectedDos {
  readonly columns: readonly Column[]
  /** Ions that are there in full. */
  readonly blocks: number
  /** Columns an ion, the energy counted, as in a DOSCAR. */
  readonly width: number
  readonly layout: string
  readonly damaged: number
}

const none: ProjectedDos = { columns: [], blocks: 0, width: 0, layout: 'no projected DOS', damaged: 0 }

function orbitalsOf(bytes: Uint8Array, from: number, to: number): string[] {
  const text = latin1Text(bytes, from, Math.min(to, from + 20_000))
  const fields = [...text.matchAll(/<field[^>]{0,100}>([^<]{0,100})<\/field>/g)].map((match) => orbitalName(match[1]!))
  return fields[0] === 'energy' ? fields.slice(1) : []
}

const setTag = '<set comment="'
const ionTag = `${setTag}ion`
const POINT = 46
const GREATER = 62

/** Where the densities end, and the last row within them. */
interface Range { readonly to: number; readonly lastRowEnd: number }
interface SpinSet { readonly columns: readonly Float64Array[]; readonly damaged: number; readonly end: number }

/** The rows of one set from `from` on; null where there are fewer or more than the grid has. */
function spinSet(bytes: Uint8Array, from: number, { to, lastRowEnd }: Range, orbitals: number, energy: Float64Array): SpinSet | null {
  const rows = energy.length
  // A row takes at least two bytes a value: a set that cannot hold them all costs no memory.
  if (to - from < rows * 2 * (orbitals + 1)) return null
  const columns = columnsTogether(orbitals, rows)
  const targets = [energy, ...columns]
  const plain = new PlainRows(bytes, { width: targets.length, separator: 'xml', decimal: POINT }, lastRowEnd)
  plain.read(from, targets, 0, rows)
  const scanner = new RowScanner(bytes, plain.at, to)
  let row = plain.row
  while (row < rows && scanner.readRow(targets, row) === targets.length) row++
  const { at, damaged } = scanner
  return row < rows || scanner.readRow([], 0) >= 0 ? null : { columns, damaged, end: at }
}

interface Ion { readonly sets: readonly SpinSet[]; readonly isWhole: boolean; readonly next: number }

/** The sets of the ion whose tag begins at `at`, and where the next ion begins (−1: nowhere). */
function ionSets(bytes: Uint8Array, at: number, range: Range, orbitals: number, energy: Float64Array): Ion {
  const { to } = range
  const sets: SpinSet[] = []
  for (let cursor = at + ionTag.length; ; ) {
    const tag = findText(bytes, setTag, cursor, to)
    if (tag < 0) return { sets, isWhole: true, next: -1 }
    if (isTextAt(bytes, ionTag, tag)) return { sets, isWhole: true, next: tag }
    const start = bytes.indexOf(GREATER, tag) + 1
    const set = start === 0 || start > to || sets.length === 4 ? null : spinSet(bytes, start, range, orbitals, energy)
    if (set === null) return { sets, isWhole: false, next: -1 }
    sets.push(set)
    cursor = set.end
  }
}

/** The projected DOS of every ion within [from, to); reading stops at the first ion that is not whole. */
export function projectedDos(bytes: Uint8Array, from: number, to: number, rows: number): ProjectedDos {
  const partial = findText(bytes, '<partial>', from, to)
  const first = partial < 0 ? -1 : findText(bytes, ionTag, partial, to)
  if (first < 0) return none
  const orbitals = orbitalsOf(bytes, partial, first)
  if (orbitals.length === 0) return none
  const columns: Column[] = []
  const energy = new Float64Array(rows)
  const range = { to, lastRowEnd: endOfLastRow(bytes, 'xml', to) }
  let spins: 1 | 2 | 4 | null = null
  let blocks = 0
  let damaged = 0
  for (let at = first; at >= 0; blocks++) {
    const { sets, isWhole, next } = ionSets(bytes, at, range, orbitals.length, energy)
    if (blocks === 0 && (sets.length === 1 || sets.length === 2 || sets.length === 4)) spins = sets.length
    if (!isWhole || spins === null || sets.length !== spins) break
    for (const [i, { name, isState }] of projectedColumns(orbitals, spins).entries())
      columns.push({ name: `atom ${blocks + 1} ${name}`, quantity: isState ? 'dos' : 'other', unit: 'states/eV', values: sets[i % spins]!.columns[Math.floor(i / spins)]! })
    damaged += sets.reduce((sum, set) => sum + set.damaged, 0)
    at = next
  }
  if (blocks === 0 || spins === null) return none
  const names = projectedColumns(orbitals, spins)
  return { columns, blocks, width: 1 + names.length, layout: layoutName(names, orbitals, spins), damaged }
}
