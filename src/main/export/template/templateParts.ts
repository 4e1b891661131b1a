import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { descendants, textAt, xmlTree, type XmlElement } from '../../../shared/readers/xml/xmlTree'
import { columnNumber, SheetXml } from './sheetXml'

/** A place of the template that has a name: one cell, or a region with its header row. Columns from 0, rows from 1. */
export interface NamedPlace { readonly name: string; readonly sheet: string; readonly from: { readonly column: number; readonly row: number }; readonly to: { readonly column: number; readonly row: number } }

const mostBytes = 200e6
const refused = (file: string): Error => new Error(`${file} is no Excel workbook (.xlsx) that can be filled; open it in Excel and save it as .xlsx without a password.`)

/** A workbook of the group, taken apart: its names, its sheets, and the whole again. */
export class TemplateParts {
  readonly names: readonly NamedPlace[]
  private readonly parts: Record<string, Uint8Array>
  private readonly pathOfSheet: ReadonlyMap<string, string>
  private readonly opened = new Map<string, SheetXml>()
  private readonly shared: readonly string[]

  constructor(bytes: Uint8Array, private readonly file: string) {
    this.parts = unpacked(bytes, file)
    const workbook = this.tree('xl/workbook.xml')
    const targets = new Map(descendants(this.tree('xl/_rels/workbook.xml.rels'), 'Relationship').map(({ attributes }) => [attributes.get('Id'), partPath(attributes.get('Target') ?? '')]))
    this.pathOfSheet = new Map(descendants(workbook, 'sheet').map(({ attributes }) => [attributes.get('name') ?? '', targets.get([...attributes].find(([key]) => key.endsWith(':id'))?.[1]) ?? '']))
    this.names = descendants(workbook, 'definedName').flatMap((element) => placeOf(element))
    this.shared = this.parts['xl/sharedStrings.xml'] ? descendants(this.tree('xl/sharedStrings.xml'), 'si').map((item) => descendants(item, 't').map(({ text }) => text).join('')) : []
  }

  /** undefined for a name that leads to no sheet of cells. */
  sheet(name: string): SheetXml | undefined {
    const path = this.pathOfSheet.get(name) ?? ''
    const known = this.opened.get(path)
    if (known || !this.parts[path]) return known
    try {
      const made = new SheetXml(strFromU8(this.parts[path]))
      this.opened.set(path, made)
      return made
    } catch (error) {
      if (error instanceof RangeError) throw refused(this.file)
      throw error
    }
  }

  textOf(sheet: string, place: { column: number; row: number }): string {
    const { root } = xmlTree(this.sheet(sheet)?.cell(place) ?? '')
    if (!root) return ''
    return root.attributes.get('t') === 's' ? (this.shared[Number(textAt(root, 'v'))] ?? '') : root.attributes.get('t') === 'inlineStr' ? descendants(root, 't').map(({ text }) => text).join('') : textAt(root, 'v')
  }

  bytes(): Uint8Array {
    // Every sheet, not only those that were filled: a formula elsewhere may build on what was.
    for (const name of this.pathOfSheet.keys()) this.sheet(name)
    const filled = Object.fromEntries([...this.opened].map(([path, sheet]) => [path, strToU8(sheet.toString())]))
    return zipSync({ ...this.parts, ...filled, 'xl/workbook.xml': strToU8(recalculated(strFromU8(this.parts['xl/workbook.xml']!))) }, { level: 6, mtime: new Date('2026-01-01T00:00:00Z') })
  }

  private tree(path: string): XmlElement {
    const { root, problem } = xmlTree(this.parts[path] ? strFromU8(this.parts[path]) : '')
    if (!root || problem) throw refused(this.file)
    return root
  }
}

function unpacked(bytes: Uint8Array, file: string): Record<string, Uint8Array> {
  let total = 0
  try {
    return unzipSync(bytes, { filter: ({ originalSize }) => {
      total += originalSize
      if (total > mostBytes) throw new RangeError('too large')
      return true
    } })
  } catch (error) {
    throw total > mostBytes ? new Error(`${file} holds more than ${mostBytes / 1e6} MB; a template of sheets alone is smaller.`, { cause: error }) : refused(file)
  }
}

const partPath = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`)

/** 'Sheet 1'!$B$3 or 'Sheet 1'!$A$5:$F$20. */
function placeOf({ attributes, text }: XmlElement): NamedPlace[] {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/i.exec(text.trim())
  const name = attributes.get('name') ?? ''
  if (!match || !/^RUM_/i.test(name)) return /^RUM_/i.test(name) ? [{ name, sheet: '', from: { column: 0, row: 0 }, to: { column: 0, row: 0 } }] : []
  const from = { column: columnNumber(match[3]!), row: Number(match[4]) }
  return [{ name, sheet: match[1]?.replaceAll('\'\'', '\'') ?? match[2]!, from, to: match[5] === undefined ? from : { column: columnNumber(match[5]), row: Number(match[6]) } }]
}

/** Excel computes all formulas when it opens the workbook. */
function recalculated(xml: string): string {
  const known = /<((?:\w+:)?)calcPr((?:\s[^>]*?)?)\/?>/.exec(xml)
  if (known) return xml.replace(known[0], `<${known[1]}calcPr${known[2]!.replace(/\sfullCalcOnLoad=("|')[^"']*\1/, '')} fullCalcOnLoad="1"${known[0].endsWith('/>') ? '/>' : '>'}`)
  return xml.replace(/<\/((?:\w+:)?)definedNames>/, (end, prefix: string) => `${end}<${prefix}calcPr fullCalcOnLoad="1"/>`)
}
