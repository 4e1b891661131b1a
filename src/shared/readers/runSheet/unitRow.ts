import { columnLetter, type SheetCell } from '../table/sheetTable'
import { headerField, unitOfField, type HeaderField } from './headerField'

export interface UnitRow {
  /** The headers with the units that stand below them. */
  readonly cells: readonly SheetCell[]
  /** Columns whose header and unit row disagree, and how. */
  readonly conflicts: ReadonlyMap<number, string>
}

const nothing = /^([-–—/]*|units?|einheit(en)?|单位|text|string)$/i
const textOf = (cell: SheetCell | undefined): string =>
  typeof cell === 'string' ? cell.trim() : cell === null || cell === undefined ? '' : String(cell)
const withoutBrackets = (text: string): string => /^[([](.*)[)\]]$/.exec(text)?.[1]?.trim() ?? text

interface Below {
  readonly index: number
  readonly field: HeaderField | null
  readonly header: string
  readonly unit: string
}

/** A row of units right below the headers ('V', '', 'mM', 'h'), joined to them; null when the row is data. */
export function unitRow(headers: readonly SheetCell[], below: readonly SheetCell[] | undefined): UnitRow | null {
  if (!below || below.some((cell) => typeof cell === 'number')) return null
  const columns = headers.map((cell, index): Below => {
    const header = textOf(cell)
    const field = header === '' ? null : headerField(header)
    const written = textOf(below[index])
    return { index, field: field && !('problem' in field) ? field : null, header, unit: nothing.test(written) ? '' : withoutBrackets(written) }
  })
  const units = columns.filter(({ unit }) => unit !== '')
  const isUnits = units.some(isUsable) && units.every(({ field, unit }) => (field?.kind === 'number' ? !/^[+-]?[\d.,]+/.test(unit) : field === null))
  if (!isUnits) return null
  const conflicts = new Map<number, string>()
  const cells = columns.map(({ index, field, header, unit }): SheetCell => {
    if (unit === '' || field === null) return headers[index] ?? null
    if (field.unit === '') return `${header} (${unit})`
    if (!isSame(unitOfField(field.key, unit), field))
      conflicts.set(
        index,
        `the header says ${field.unit}, the row below it ${unit} (column ${columnLetter(index)}); correct one of them. The column is not used.`
      )
    return headers[index] ?? null
  })
  return { cells, conflicts }
}

function isSame(unit: ReturnType<typeof unitOfField>, { scale, concentration }: HeaderField): boolean {
  return unit !== null && JSON.stringify([unit.scale, unit.concentration]) === JSON.stringify([scale, concentration])
}

function isUsable({ field, header, unit }: Below): boolean {
  if (field?.kind !== 'number') return false
  if (field.unit !== '') return unitOfField(field.key, unit) !== null
  const joined = headerField(`${header} (${unit})`)
  return joined !== null && !('problem' in joined)
}
