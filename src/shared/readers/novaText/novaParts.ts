import type { Column } from '../../measurement'

const ofSpectrum = /^(Frequency|Z'|-Z''|Z|-Phase|Y'|-Y''|C'|-C'')$/

/**
 * NOVA writes the signals of several commands side by side, each from row 1 on, and numbers more rows than any of them has. A sweep and a
 * spectrum of different lengths are two measurements; rows that hold nothing but their number are none.
 */
export function novaParts(columns: readonly Column[]): Column[][] {
  const [frequency, current] = (['frequency', 'current'] as const).map((quantity) => columns.find((column) => column.quantity === quantity))
  if (!frequency || !current || filledRows([frequency]) === filledRows([current])) return [cut(columns)]
  const first = columns.indexOf(frequency)
  const isInSpectrum = (column: Column, i: number): boolean => i >= first && (ofSpectrum.test(column.name) || (column.name === 'Time' && column.quantity === 'other'))
  const spectrum = columns.filter(isInSpectrum).map((column): Column => (column.name === 'Time' ? { ...column, quantity: 'time' } : column))
  return [cut(columns.filter((column, i) => !isInSpectrum(column, i))), cut(spectrum)]
}

/** Rows up to the last that holds a number of some column; a number of the row is none. */
function filledRows(columns: readonly Column[]): number {
  return columns.reduce((most, { name, values, labels }) => {
    if (name === 'Index' || labels) return most
    let end = values.length
    while (end > most && Number.isNaN(values[end - 1]!)) end -= 1
    return end
  }, 0)
}

function cut(columns: readonly Column[]): Column[] {
  const rows = filledRows(columns)
  return rows === 0 || rows === columns[0]!.values.length ? [...columns] : columns.map((column) => ({ ...column, values: column.values.slice(0, rows) }))
}
