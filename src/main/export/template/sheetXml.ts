import { columnLetter } from '../../../shared/workbook/sheetName'

/** A cell of a sheet's XML is replaced where it stands; all else of the text stays as it was, to the letter. */
export interface CellPlace { readonly column: number; /** From 1. */ readonly row: number }
export type Filled = 'filled' | 'formula'

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1]
const escaped = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, 32_767).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
export const columnNumber = (letters: string): number => [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

interface CellPart { readonly column: number; readonly text: string }
interface RowPart { readonly open: string; readonly cells: CellPart[] }

/** The rows of a sheet, to be filled in any order and written once. */
export class SheetXml {
  private readonly before: string
  private readonly after: string
  private readonly prefix: string
  private readonly rows = new Map<number, RowPart>()

  /** RangeError for a part that is not a sheet as ECMA-376 has it. */
  constructor(xml: string) {
    const data = /<((?:\w+:)?)sheetData(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/\1sheetData\s*>)/.exec(xml)
    if (!data) throw new RangeError('a sheet without its table of cells')
    this.prefix = data[1] ?? ''
    // The used range is stated there; programs find it themselves when it is left out.
    this.before = xml.slice(0, data.index).replace(/<(?:\w+:)?dimension\s[^>]*?(?:\/>|>\s*<\/(?:\w+:)?dimension>)/, '')
    this.after = xml.slice(data.index + data[0].length)
    let last = 0
    for (const [, open = '', inside = ''] of (data[2] ?? '').matchAll(/<(?:\w+:)?row((?:\s[^>]*?)?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row\s*>)/g)) {
      last = Number(attribute(open, 'r') ?? last + 1)
      this.rows.set(last, { open, cells: cellsIn(inside) })
    }
  }

  /** The text of a cell as it stands in the XML; '' for none. */
  cell({ column, row }: CellPlace): string {
    return this.rows.get(row)?.cells.find((cell) => cell.column === column)?.text ?? ''
  }
  isEmpty(place: CellPlace): boolean {
    return !/<(?:\w+:)?(?:v|f|is)[\s>]/.test(this.cell(place))
  }

  /** A number or a text in place of what a cell holds, in the cell's own format, or that of `like`. A formula of the group stays. */
  fill(place: CellPlace, value: number | string | null, like?: CellPlace): Filled {
    const known = this.cell(place)
    if (/<(?:\w+:)?f[\s/>]/.test(known)) return 'formula'
    const [own = ''] = /^<[^>]*>/.exec(known) ?? []
    const style = attribute(own, 's') ?? (like && attribute(/^<[^>]*>/.exec(this.cell(like))?.[0] ?? '', 's'))
    const { prefix } = this
    const head = `<${prefix}c r="${columnLetter(place.column)}${place.row}"${style === undefined ? '' : ` s="${style}"`}`
    const text = value === null ? `${head}/>` : typeof value === 'number' ? `${head}><${prefix}v>${value}</${prefix}v></${prefix}c>` : `${head} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${escaped(value)}</${prefix}t></${prefix}is></${prefix}c>`
    const row = this.rows.get(place.row) ?? { open: ` r="${place.row}"`, cells: [] }
    const others = row.cells.filter(({ column }) => column !== place.column)
    this.rows.set(place.row, { ...row, open: row.open.replace(/\sspans=("|')[^"']*\1/, ''), cells: [...others, { column: place.column, text }].sort((a, b) => a.column - b.column) })
    return 'filled'
  }

  /** Values that formulas had before are left out: whoever opens the workbook computes them from what was filled in. */
  toString(): string {
    const rows = [...this.rows].sort(([a], [b]) => a - b).map(([, { open, cells }]) =>
      `<${this.prefix}row${open}>${cells.map(({ text }) => (/<(?:\w+:)?f[\s/>]/.test(text) ? withoutValue(text) : text)).join('')}</${this.prefix}row>`)
    return `${this.before}<${this.prefix}sheetData>${rows.join('')}</${this.prefix}sheetData>${this.after}`
  }
}

function cellsIn(row: string): CellPart[] {
  let last = -1
  return [...row.matchAll(/<(?:\w+:)?c(?=[\s/>])((?:\s[^>]*?)?)(?:\/>|>[\s\S]*?<\/(?:\w+:)?c\s*>)/g)].map(([text, open = '']) => {
    const letters = /^[A-Z]+/i.exec(attribute(open, 'r') ?? '')?.[0]
    last = letters === undefined ? last + 1 : columnNumber(letters)
    return { column: last, text }
  })
}

const withoutValue = (cell: string): string => cell.replace(/<((?:\w+:)?)v(?:\s[^>]*)?(?:\/>|>[\s\S]*?<\/\1v\s*>)/, '').replace(/^(<[^>]*?)\st=("|')(?:str|e|b|s|n)\2/, '$1')
