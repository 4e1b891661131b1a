import type { Measurement } from '../../measurement'
import { identityOf, tableRows, typedNumber } from '../../typedTable'
import { usualStates } from '../../usualRows'
import type { SettingTable } from '../analysis'

/** A row of a table of energies; NaN: the cell is empty, undefined: the table has no such column. */
export interface StateRow {
  readonly pathway: string
  readonly species: string
  readonly G?: number | undefined
  readonly E?: number | undefined
  readonly ZPE?: number | undefined
  readonly TS?: number | undefined
  readonly electrons: number
  readonly correction: number
  readonly source: string
  /** The file that it stands in; null for one that was filled in on the card. */
  readonly entry: string | null
}

export const stateTable: SettingTable = {
  columns: [
    { key: 'pathway', label: 'Path' }, { key: 'species', label: 'State', isNeeded: true }, { key: 'electrons', label: 'Electrons up to it', isNumber: true, isNeeded: true },
    { key: 'G', label: 'ΔG', unit: 'eV', isNumber: true }, { key: 'E', label: 'or ΔE', unit: 'eV', isNumber: true }, { key: 'ZPE', label: 'ΔZPE', unit: 'eV', isNumber: true }, { key: 'TS', label: 'TΔS', unit: 'eV', isNumber: true },
    { key: 'correction', label: 'Correction', unit: 'eV', isNumber: true }, { key: 'source', label: 'Its source' }
  ],
  identity: ['pathway', 'species'],
  template: usualStates.map(([pathway, species, electrons]) => [pathway, species, String(electrons), '', '', '', '', '', ''])
}

/** Rows of a table that belong to a catalyst; those without a catalyst hold for every one. */
export function rowsOfTable(table: Measurement, catalyst: string, entry: string): StateRow[] {
  const find = (name: string) => table.columns.find((column) => column.name === name)
  const [names, pathways, species, electrons, corrections, sources] = ['catalyst', 'pathway', 'species', 'electrons', 'correction', 'correction source'].map(find)
  const text = (column: typeof names, row: number): string => column?.labels?.[column.values[row] ?? -1] ?? ''
  const energies = (['G', 'E', 'ZPE', 'TS'] as const).map((name) => [name, find(name)] as const)
  return Array.from({ length: species?.values.length ?? 0 }, (_, row) => row).filter((row) => text(species, row) !== '' && (!names || text(names, row) === '' || sameName(text(names, row), catalyst))).map((row) => ({
    pathway: text(pathways, row), species: text(species, row), electrons: electrons?.values[row] ?? NaN, entry, source: text(sources, row),
    correction: Number.isFinite(corrections?.values[row]) ? corrections!.values[row]! : 0,
    ...Object.fromEntries(energies.map(([name, column]) => [name, column?.values[row]]))
  }))
}

/** The rows filled in on the card in the place of those of files about the same state, or where their electrons belong in their path. */
export function withTypedRows(ofFiles: readonly StateRow[], text: string): StateRow[] {
  const of = identityOf(stateTable)
  const rows = [...ofFiles]
  for (const [pathway = '', species = '', electrons = '', G = '', E = '', ZPE = '', TS = '', correction = '', source = ''] of tableRows(text, stateTable.columns.length)) {
    if (species === '') continue
    const typed: StateRow = { pathway, species, electrons: typedNumber(electrons), G: typedNumber(G), E: typedNumber(E), ZPE: typedNumber(ZPE), TS: typedNumber(TS), correction: correction === '' ? 0 : typedNumber(correction), source, entry: null }
    const isSame = (row: StateRow): boolean => of([row.pathway, row.species]) === of([pathway, species])
    const replaced = rows.flatMap((row, i) => (row.entry !== null && isSame(row) ? [i] : []))
    for (const i of replaced) rows[i] = typed
    if (replaced.length > 0) continue
    const own = rows.flatMap((row, i) => (row.pathway.toLowerCase() === pathway.toLowerCase() ? [i] : []))
    const behind = own.findLast((i) => !(rows[i]!.electrons > typed.electrons))
    rows.splice(own.length === 0 ? rows.length : behind === undefined ? own[0]! : behind + 1, 0, typed)
  }
  return rows
}

/** As the table on the card shows a row. */
export function cellsOf(row: StateRow): string[] {
  const shown = (value: number | undefined): string => (value === undefined || !Number.isFinite(value) ? '' : String(value))
  return [row.pathway, row.species, shown(row.electrons), shown(row.G), shown(row.E), shown(row.ZPE), shown(row.TS), row.correction === 0 ? '' : shown(row.correction), row.source]
}

const sameName = (a: string, b: string): boolean => a.trim().toLowerCase().replace(/[\s_]/g, '-') === b.trim().toLowerCase()
