import type { CellEdit } from '@shared/api'
import { hoursOf, isDuration } from '@shared/metadata/duration'
import type { FieldDefinition, FieldKey, FieldValue, Sourced } from '@shared/metadata/fields'
import type { Entry } from '@shared/project'
import { nameOfPath } from '@shared/storedPath'

/** A field of an entry whatever its type, or undefined where nobody states it. */
export const fieldOf = (entry: Entry, key: FieldKey): Sourced<FieldValue> | undefined => entry.fields[key]

export const usualColumns: readonly FieldKey[] = [
  'catalyst', 'technique', 'run', 'replicate', 'role', 'analyte', 'potential_V', 'reference', 'pH', 'nitrate_M', 'area_cm2', 'loading_mg_cm2', 'mass_mg', 'volume_mL', 'dilution', 'time_h', 'absorbance', 'concentration_ug_mL'
]
const wide = new Map<FieldKey, number>([['run', 170], ['technique', 116], ['reference', 150], ['electrolyte', 150], ['catalyst', 120], ['note', 240]])
/** Wide enough for the title of the column and its usual cell. */
export const widthOf = (key: FieldKey, title: string): number => Math.max(wide.get(key) ?? 96, 24 + 7 * title.length)

/** As people look for files: by folder and name, numbers as numbers. */
export const inNameOrder = (entries: readonly Entry[]): Entry[] => entries.toSorted((a, b) => natural.compare(a.path, b.path) || natural.compare(a.id, b.id))
const natural = new Intl.Collator('en', { numeric: true })

/** The file's name; with its title where a file holds several measurements. */
export const nameOfEntry = (entry: Entry, isOneOfSeveral: boolean): string => {
  const file = nameOfPath(entry.path)
  return isOneOfSeveral && entry.measurement !== null && entry.measurement.title !== '' ? `${file} # ${entry.measurement.title}` : file
}
/** Files of which there are several measurements. */
export function filesOfSeveral(entries: readonly Entry[]): ReadonlySet<string> {
  const seen = new Set<string>()
  return new Set(entries.flatMap(({ fileId, measurement }) => {
    if (measurement === null) return []
    if (seen.has(fileId)) return [fileId]
    seen.add(fileId)
    return []
  }))
}

/** The value of what was typed, null for nothing; or why it cannot be taken. */
export type Typed = { readonly value: FieldValue | null } | { readonly problem: 'number' | 'time' }

/** A decimal comma counts; a duration may be h:mm:ss. */
export function parseCell(text: string, kind: FieldDefinition['kind'], key?: FieldKey): Typed {
  const trimmed = text.trim()
  if (trimmed === '') return { value: null }
  if (kind === 'text') return { value: trimmed }
  const hours = key !== undefined && isDuration(key) ? hoursOf(trimmed) : null
  if (hours !== null) return hours === 'ambiguous' ? { problem: 'time' } : { value: hours }
  const plain = trimmed.replace('\u2212', '-').replace(',', '.')
  const value = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(plain) ? Number(plain) : NaN
  return Number.isFinite(value) ? { value } : { problem: 'number' }
}

export const cellText = (value: FieldValue | undefined): string => (value === undefined ? '' : typeof value === 'number' ? String(value).replace('-', '\u2212') : value)

export interface PastedBlock {
  readonly cells: readonly CellEdit[]
  /** The first text that its column cannot take: then nothing is pasted. */ readonly bad: { readonly text: string; readonly problem: 'number' | 'time' } | null
  /** Cells beside or below the grid, left out. */ readonly beyond: number
}

/**
 * What a block from the clipboard (tabs between cells, a line a row) means from a cell on; one single cell goes into every row that is
 * selected. An empty cell gives its field back to its source.
 */
export function pastedBlock(text: string, rows: readonly string[], columns: readonly { readonly key: FieldKey; readonly kind: FieldDefinition['kind'] }[], selected: number): PastedBlock {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').map((line) => line.split('\t'))
  const block = lines.length === 1 && lines[0]!.length === 1 ? Array.from({ length: selected }, () => lines[0]!) : lines
  const cells: CellEdit[] = []
  let beyond = 0
  for (const [i, line] of block.entries()) {
    for (const [k, cell] of line.entries()) {
      const [entry, column] = [rows[i], columns[k]]
      if (entry === undefined || column === undefined) {
        beyond += 1
        continue
      }
      const typed = parseCell(cell, column.kind, column.key)
      if ('problem' in typed) return { cells: [], bad: { text: cell.trim(), problem: typed.problem }, beyond: 0 }
      cells.push({ entry, field: column.key, value: typed.value })
    }
  }
  return { cells, bad: null, beyond }
}
