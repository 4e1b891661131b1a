import { columnQuantity } from './columnQuantity'
import { splitCells } from './dialect'
import { nameAndUnit, unitCell } from './nameAndUnit'
import type { NumberBlock } from './numberBlock'

export interface ColumnHeader {
  /** As the file writes it; 'column 3' where it writes none. */
  readonly name: string
  readonly word: string
  readonly unit: string
}

export interface ColumnHeaders {
  readonly headers: readonly ColumnHeader[]
  /** The first line that belongs to the header; the block's own first line when there is none. */
  readonly first: number
}

/** Names may contain blanks, so that a table separated by blanks needs wider gaps or as many words as columns. */
function headerCells(line: string, block: NumberBlock): string[] | null {
  const width = block.layout.kinds.length
  const { separator } = block.layout.dialect
  const ways = [() => splitCells(line, separator), () => line.trim().split(/\t|\s{2,}/), () => line.split(/[;,\t]/)]
  for (const way of ways) {
    const cells = way().map((cell) => cell.replace(/^[#%*\s]+|\s+$/g, ''))
    while (cells.length > width && cells.at(-1) === '') cells.pop()
    const named = cells.filter((cell) => cell !== '')
    const isNames = named.length >= 2 && named.length >= width - 1 && named.every((cell) => !/^[+-]?[\d.,]+(e[+-]?\d+)?$|:$/i.test(cell))
    if (cells.length === width && isNames) return cells
  }
  return null
}

function lineAbove(lines: readonly string[], from: number): number {
  let at = from - 1
  while (at >= 0 && lines[at]!.trim() === '') at--
  return at
}

/** Names, and units in brackets or on a line of their own, from the one or two lines above a table. */
export function columnHeaders(lines: readonly string[], block: NumberBlock): ColumnHeaders {
  const nearest = lineAbove(lines, block.first)
  const near = nearest < 0 ? null : headerCells(lines[nearest]!, block)
  const width = block.layout.kinds.length
  if (!near) return { headers: Array.from({ length: width }, (_, i) => unnamed(i)), first: block.first }
  const units = near.map((cell) => (cell === '' ? '' : unitCell(cell)))
  if (units.every((unit) => unit !== null)) {
    const above = lineAbove(lines, nearest)
    const names = above < 0 ? null : headerCells(lines[above]!, block)
    if (names)
      return {
        first: above,
        headers: names.map((name, i) => (name === '' ? unnamed(i) : { ...split(name), ...(units[i] ? { unit: units[i] } : {}) }))
      }
  }
  return { first: nearest, headers: near.map((name, i) => (name === '' ? unnamed(i) : split(name))) }
}

const unnamed = (index: number): ColumnHeader => ({ name: `column ${index + 1}`, word: '', unit: '' })
/** 'Potential_V', as scripts write it: only where the word is a quantity that has this unit, for 'Signal_A' is none of ampères. */
function split(name: string): ColumnHeader {
  const plain = { name, ...nameAndUnit(name) }
  const [, word = '', unit = ''] = /^([\p{L} ]{2,})_([\p{L}°]{1,6})$/u.exec(name.trim()) ?? []
  return plain.unit === '' && columnQuantity({ word, unit }) !== 'other' ? { name, word, unit } : plain
}
