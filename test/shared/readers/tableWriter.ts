import fc from 'fast-check'
import { workbook } from './runSheet/runSheetFiles'

/** How a person's program saves a table: as a text between separators, or as a workbook. */
export type TableStyle =
  | { readonly kind: 'text'; readonly separator: ',' | ';' | '\t'; readonly decimal: '.' | ','; readonly lineEnd: '\n' | '\r\n'; readonly mark: '' | '\ufeff' }
  | { readonly kind: 'xlsx' | 'ods' | 'biff8' }
export type Cell = string | number | null

/** A comma cannot be both, unless the cell stands in quotation marks, which Excel does. */
export const textStyle: fc.Arbitrary<TableStyle> = fc.record({
  kind: fc.constant('text' as const), separator: fc.constantFrom(',' as const, ';' as const, '\t' as const), decimal: fc.constantFrom('.' as const, ',' as const),
  lineEnd: fc.constantFrom('\n' as const, '\r\n' as const), mark: fc.constantFrom('' as const, '\ufeff' as const)
})
export const tableStyle: fc.Arbitrary<TableStyle> = fc.oneof({ weight: 4, arbitrary: textStyle }, { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('xlsx' as const, 'ods' as const, 'biff8' as const) }) })

/** The extension that belongs to a style. */
export const extensionOf = (style: TableStyle): string => (style.kind === 'text' ? (style.separator === '\t' ? 'tsv' : 'csv') : style.kind === 'biff8' ? 'xls' : style.kind)

/** The table as that program writes it; `null` is an empty cell. */
export function tableBytes(rows: readonly (readonly Cell[])[], style: TableStyle): Uint8Array {
  if (style.kind !== 'text') return workbook(rows, style.kind)
  const { separator, decimal, lineEnd, mark } = style
  const cellText = (cell: Cell): string => {
    const text = typeof cell === 'number' ? String(cell).replace('.', decimal) : (cell ?? '')
    return text.includes(separator) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return new TextEncoder().encode(mark + rows.map((row) => row.map(cellText).join(separator) + lineEnd).join(''))
}

/** What a person writes into a cell of words: no number, no formula, no blanks around it; separators, quotation marks and Chinese occur. */
export const words: fc.Arbitrary<string> = fc.tuple(fc.constantFrom('Ru', 'Cu foil', '催化剂', 'β-MnO2', 'N', 'x'), fc.string({ maxLength: 12, unit: fc.constantFrom(...'abcXYZ019 ,;"()·°µ铜-_/'.split('')) }))
  .map(([first, rest]) => (first + rest).trim())
/** Numbers as they are measured and typed: few digits, of any size that a table holds, negative ones too. */
export const typedNumber: fc.Arbitrary<number> = fc.tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: 0, max: 6 })).map(([digits, decimals]) => digits / 10 ** decimals)

/** '1.234' beside decimal commas, and '1,234' where no cell shows which is meant, may be a thousand: such a cell is asked about, never guessed. */
export const mayBeThousand = (value: number): boolean => /^-?[1-9]\d{0,2}\.\d{3}$/.test(String(value))
