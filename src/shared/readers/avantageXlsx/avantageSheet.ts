import type { Column, NamedValue } from '../../measurement'
import type { QuantityKind } from '../../quantity'
import type { SheetCell, SheetTable } from '../table/sheetTable'

export interface AvantageSheet {
  readonly title: string
  readonly columns: readonly Column[]
  readonly settings: readonly NamedValue[]
  readonly declared: number
  readonly rows: number
  readonly damaged: number
}

const textOf = (cell: SheetCell | undefined): string => (typeof cell === 'string' ? cell.replace(/^\uFEFF/, '').trim() : '')
const isAxisRow = (cells: readonly SheetCell[]): boolean => textOf(cells[0]) === 'Axis' && textOf(cells[2]) === 'Elements='
  && typeof cells[3] === 'number'

function axisQuantity(name: string): QuantityKind {
  if (/binding/i.test(name)) return 'binding_energy'
  return /kinetic/i.test(name) ? 'energy' : 'other'
}

/** A sheet with the row 'Axis | Energy | Elements= | N'; null for the sheets beside the spectra. */
export function avantageSheet({ name: title, rows }: SheetTable): AvantageSheet | null {
  const axisAt = rows.findIndex(({ cells }) => isAxisRow(cells))
  if (axisAt < 0) return null
  const firstAt = rows.findIndex(({ cells }, i) => i > axisAt && typeof cells[0] === 'number'
    && cells.slice(1).some((cell) => typeof cell === 'number'))
  const declared = Number(rows[axisAt]!.cells[3])
  const header = rows.slice(axisAt + 1, firstAt < 0 ? undefined : firstAt)
  const settings: NamedValue[] = [
    ...rows.slice(axisAt, axisAt + 1 + header.length).filter(({ cells }) => isAxisRow(cells)).map(({ cells }) =>
      ({ name: `Axis ${textOf(cells[1])}`, value: Number(cells[3]) })),
    ...header.flatMap(({ cells }) => cells.map(textOf).filter((text) => /\.vgd$/i.test(text)).map((value) => ({ name: 'Data file', value })))
  ]
  if (firstAt < 0) return { title, columns: [], settings, declared, rows: 0, damaged: 0 }
  const unitRow = header.at(-1)?.cells ?? []
  const nameRow = header.at(-2)?.cells ?? []
  const data = rows.slice(firstAt).filter(({ cells }) => cells[0] !== null && cells[0] !== undefined)
  const width = Math.max(unitRow.length, ...data.slice(0, 5).map(({ cells }) => cells.length))
  let damaged = 0
  let isIntensityFound = false
  const seen = new Set<string>()
  const columns = Array.from({ length: width }, (_, c): Column | null => {
    if (data.every(({ cells }) => (cells[c] ?? null) === null)) return null
    const unit = textOf(unitRow[c])
    const own = textOf(nameRow[c]) || unit || `column ${c + 1}`
    const name = seen.has(own) ? `${own} (${c + 1})` : own
    seen.add(name)
    const isIntensity = c > 0 && !isIntensityFound
    if (isIntensity) isIntensityFound = true
    const values = Float64Array.from(data, ({ cells }) => {
      const cell = cells[c] ?? null
      if (typeof cell === 'string') damaged += 1
      return typeof cell === 'number' ? cell : NaN
    })
    return { name, unit, quantity: c === 0 ? axisQuantity(name) : isIntensity ? 'intensity' : 'other', values }
  }).filter((column) => column !== null)
  return { title, columns, settings, declared, rows: data.length, damaged }
}
