import type { SheetCell } from '../table/sheetTable'

/** A number and the unit that its cell writes behind it ('' for none), or the sentence why there is none. */
export type CellNumber = { readonly value: number; readonly unit: string } | { readonly problem: string }

const plain = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i
const decimalComma = /^[+-]?(\d+,\d*|,\d+)(e[+-]?\d+)?$/i
const pointsThenComma = /^[+-]?\d{1,3}(\.\d{3})+,\d+$/
const commasThenPoint = /^[+-]?\d{1,3}(,\d{3})+\.\d+$/
const numberThenUnit = /^([+-]?[\d.,]+(?:e[+-]?\d+)?)\s*([^\d\s.,].*)$/i

const longestNumber = 100

/** `usesDecimalComma`: other cells of this table show it, so '1,234' is 1.234 and '1.234' could be either. */
export function cellNumber(cell: SheetCell, usesDecimalComma: boolean): CellNumber {
  if (typeof cell === 'number') return Number.isFinite(cell) ? { value: cell, unit: '' } : { problem: 'not a finite number; write a number.' }
  if (String(cell).length > longestNumber) return { problem: `"${String(cell).slice(0, 40)}…" is not a number; write the number alone, without words or a unit.` }
  const text = String(cell).normalize('NFKC').replaceAll('−', '-').trim()
  if (text.startsWith('=')) return { problem: `the formula "${text}" has no saved result; open the sheet in a spreadsheet program and save it.` }
  if (/^[<>≤≥]/.test(text)) return { problem: `"${text}" is a limit, not a number; leave the cell empty and put the limit into the note.` }
  const bare = bareNumber(text, usesDecimalComma)
  if (bare) return bare
  const parts = numberThenUnit.exec(text)
  const found = parts && bareNumber(parts[1]!, usesDecimalComma)
  if (!found) return { problem: `"${text}" is not a number; write the number alone, without words or a unit.` }
  return 'problem' in found ? found : { value: found.value, unit: parts[2]!.trim() }
}

function bareNumber(text: string, usesDecimalComma: boolean): CellNumber | null {
  if (plain.test(text)) {
    if (usesDecimalComma && /^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(text))
      return { problem: `"${text}" could be a decimal or a thousand in a table with decimal commas; write it without the point.` }
    return finite(Number(text), text)
  }
  if (decimalComma.test(text)) {
    if (!usesDecimalComma && /^[+-]?[1-9]\d{0,2},\d{3}$/.test(text))
      return { problem: `"${text}" could be a decimal or a thousand; write it with a point or without the comma.` }
    return finite(Number(text.replace(',', '.')), text)
  }
  if (pointsThenComma.test(text)) return finite(Number(text.replaceAll('.', '').replace(',', '.')), text)
  if (commasThenPoint.test(text)) return finite(Number(text.replaceAll(',', '')), text)
  return null
}

const finite = (value: number, text: string): CellNumber =>
  Number.isFinite(value) ? { value, unit: '' } : { problem: `"${text}" is too large for a number.` }

/** Whether a table of texts writes its decimals with a comma: some cell does, and it can be no thousand. */
export function usesDecimalCommas(cells: Iterable<SheetCell>): boolean {
  for (const cell of cells) {
    if (typeof cell !== 'string') continue
    const text = cell.trim()
    if (pointsThenComma.test(text) || (decimalComma.test(text) && !/^[+-]?[1-9]\d{0,2},\d{3}$/.test(text))) return true
  }
  return false
}
