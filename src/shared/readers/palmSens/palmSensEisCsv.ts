/**
 * Impedance in a PSTrace csv: (perhaps 'File date:', 'Measurement:', 'Notes:' and 'Date and time:' above) a title, a line 'freq / Hz,neg. Phase / °,…' and
 * rows, which end with a comma; several spectra stand one below the other.
 * Traps: Z'' is −Z″; nothing but the negated phase beside it says so.
 */
import type { Column, Measurement } from '../../measurement'
import type { QuantityKind } from '../../quantity'

const header = /^freq \/ Hz,(?:.*,)?Z' \/ Ohm,/
const mostLinesAbove = 12
const quantities = new Map<string, QuantityKind>([['freq', 'frequency'], ['Time', 'time'], ["Z'", 'z_real'], ["Z''", 'z_imag'], ['Idc', 'current'], ['Edc', 'potential']])

/** The line of column names, counted from 0; −1: none at the beginning of the file. */
export const eisHeader = (lines: readonly string[]): number => lines.slice(0, mostLinesAbove).findIndex((line) => header.test(line))

export function eisMeasurements(lines: readonly string[]): Measurement[] {
  const found: Measurement[] = []
  let [startedAt, above] = [null as string | null, '']
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!
    const date = /^Date and time:,(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})/.exec(line)
    if (date) startedAt = `${date[1]}T${date[2]}`
    if (header.test(line)) {
      const rows = rowsFrom(lines, at + 1)
      found.push(spectrum(line.replace(/,+$/, '').split(','), rows, above.replace(/,+$/, ''), startedAt))
      at += rows.length
    }
    above = line
  }
  return found.filter(({ columns }) => columns[0]!.values.length > 0)
}

function rowsFrom(lines: readonly string[], first: number): string[][] {
  const rows: string[][] = []
  for (let at = first; at < lines.length && /^\s*[-+.\d]/.test(lines[at]!); at += 1) rows.push(lines[at]!.split(','))
  return rows
}

function spectrum(names: readonly string[], rows: readonly (readonly string[])[], title: string, startedAt: string | null): Measurement {
  let damaged = 0
  const number = (text: string | undefined): number => {
    const value = text === undefined || text.trim() === '' ? NaN : Number(text)
    if (Number.isNaN(value)) damaged += 1
    return value
  }
  const columns = names.map((cell, i): Column => {
    const [, name = cell, unit = ''] = /^(.*?) \/ (.*)$/.exec(cell.trim()) ?? []
    return { name, unit: unit.replace(/^u(?=[A-Z])/, 'µ'), quantity: quantities.get(name) ?? 'other', values: Float64Array.from(rows, (row) => number(row[i])) }
  })
  const isNegated = imaginaryIsNegated(columns)
  const warnings = [
    ...(damaged > 0 ? [`${damaged} cells are no numbers; they are left empty.`] : []),
    ...(isNegated === null ? ["The sign of Z'' is not told by a phase beside it, so no analysis uses it; export the spectrum with its phase."] : [])
  ]
  return {
    technique: 'EIS', title, segments: [], settings: [], facts: [], header: {}, startedAt, warnings, complete: damaged === 0,
    columns: columns.map((column) => (column.quantity !== 'z_imag' || isNegated === false ? column : isNegated ? { ...column, name: `-${column.name}` } : { ...column, quantity: 'other' })),
    signConvention: isNegated === null ? null : isNegated ? "the file's Z'' is -Z'', positive for a capacitor" : "Z'' is signed: negative for a capacitor"
  }
}

/** Whether Z'' has the sign of the negated phase; null where no phase tells. */
function imaginaryIsNegated(columns: readonly Column[]): boolean | null {
  const [phase, im] = ['neg. Phase', "Z''"].map((name) => columns.find((column) => column.name === name)?.values)
  if (!phase || !im) return null
  const agreement = im.reduce((sum, value, i) => sum + (Number.isNaN(value * phase[i]!) ? 0 : Math.sign(value * phase[i]!)), 0)
  return agreement === 0 ? null : agreement > 0
}
