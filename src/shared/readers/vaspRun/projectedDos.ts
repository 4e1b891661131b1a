import type { Column } from '../../measurement'
import { findText, latin1Text } from './findText'
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

/** Where the sets of an ion begin: behind each '<set comment="spin n">' up to `to`. */
function spinSets(bytes: Uint8Array, from: number, to: number): number[] {
  const starts: number[] = []
  for (let at = from; starts.length < 5; ) {
    const found = findText(bytes, '<set comment="spin', at, to)
    if (found < 0) return starts
    at = bytes.indexOf(62, found) + 1
    if (at === 0 || at > to) return starts
    starts.push(at)
  }
  return starts
}

/** The projected DOS of every ion within [from, to); reading stops at the first ion that is not whole. */
export function projectedDos(bytes: Uint8Array, from: number, to: number, rows: number): ProjectedDos {
  const partial = findText(bytes, '<partial>', from, to)
  const first = partial < 0 ? -1 : findText(bytes, '<set comment="ion', partial, to)
  if (first < 0) return none
  const orbitals = orbitalsOf(bytes, partial, first)
  if (orbitals.length === 0) return none
  const columns: Column[] = []
  let sets: 1 | 2 | 4 | null = null
  let blocks = 0
  let damaged = 0
  for (let at = first; at >= 0; blocks++) {
    const next = findText(bytes, '<set comment="ion', at + 17, to)
    const end = next < 0 ? to : next
    const starts = spinSets(bytes, at, end)
    if (blocks === 0 && (starts.length === 1 || starts.length === 2 || starts.length === 4)) sets = starts.length
    if (sets === null || starts.length !== sets) break
    const names = projectedColumns(orbitals, sets)
    const values = new Map<number, Float64Array>()
    for (const [spin, start] of starts.entries()) {
      const scanner = new RowScanner(bytes, start, end)
      // A row takes at least two bytes a value: a set that cannot hold them all costs no memory.
      if (end - start < rows * 2 * (orbitals.length + 1)) break
      const own = orbitals.map(() => new Float64Array(rows))
      const targets = [null, ...own]
      let row = 0
      while (row < rows && scanner.readRow(targets, row) === targets.length) row++
      if (row < rows || scanner.readRow([], 0) >= 0) break
      damaged += scanner.damaged
      own.forEach((column, orbital) => void values.set(orbital * sets! + spin, column))
    }
    if (values.size < names.length) break
    for (const [i, { name, isState }] of names.entries())
      columns.push({ name: `atom ${blocks + 1} ${name}`, quantity: isState ? 'dos' : 'other', unit: 'states/eV', values: values.get(i)! })
    at = next
  }
  if (blocks === 0 || sets === null) return none
  const names = projectedColumns(orbitals, sets)
  return { columns, blocks, width: 1 + names.length, layout: layoutName(names, orbitals, sets), damaged }
}
