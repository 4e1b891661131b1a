import { currentDensityFactor } from '../../electrochemistry/currentDensityUnit'
import { columnQuantity } from './columnQuantity'
import { splitCells } from './dialect'
import { nameAndUnit, unitCell, type NameAndUnit } from './nameAndUnit'
import type { NumberBlock } from './numberBlock'
import { potentialReference } from './potentialReference'

const longestName = 120

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

/**
 * Names may contain blanks, so that a table separated by blanks needs wider gaps or as many words as columns. At most one column that holds
 * something may be without a name; columns that only stand between others as a gap, or behind a separator at the end of a row, need none.
 */
function headerCells(line: string, block: NumberBlock): string[] | null {
  const { kinds, dialect: { separator } } = block.layout
  const width = kinds.length
  const ways = [() => splitCells(line, separator), () => line.trim().split(/\t|\s{2,}/), () => line.split(/[;,\t]/)]
  for (const way of ways) {
    const cells = way().map((cell) => cell.replace(/^[#%*\s]+|[\s,;]+$/g, ''))
    while (cells.length > width && cells.at(-1) === '') cells.pop()
    while (cells.length >= 2 && cells.length < width && kinds[cells.length] === 'empty') cells.push('')
    const named = cells.filter((cell) => cell !== '')
    const nameless = cells.filter((cell, i) => cell === '' && kinds[i] !== 'empty').length
    const isNames = named.length >= 2 && nameless <= 1 && named.every((cell) => !/^[+-]?[\d.,]+(e[+-]?\d+)?$|:$/i.test(cell))
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
  // Between brackets anything is a unit where all of them are.
  const isBracketed = near.every((cell) => cell === '' || /^\[[^\]]+\]$/.test(cell))
  const units = near.map((cell) => (cell === '' ? '' : isBracketed ? cell.slice(1, -1).trim() : unitCell(cell)))
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
/** The name as it is written; else, where no quantity is found in it, with the unit behind a blank or an underscore, or without the reference of its potential. */
function split(name: string): ColumnHeader {
  const plain = nameAndUnit(name)
  if (columnQuantity(plain) !== 'other') return { name, ...plain }
  const potential = potentialReference(name)
  const found = behindGap(name, 2) ?? (potential && ofPotential(potential.rest))
  return { name, ...(found ?? plain) }
}

/**
 * 'Potential_V', 'current density mA cm-2', as scripts write them: only where the word is a quantity that has this unit, for 'Signal_A' is
 * none of ampères. A word of fewer letters counts only with a unit per area.
 */
function behindGap(name: string, fewestLetters: number): NameAndUnit | null {
  if (name.length > longestName) return null
  const text = name.trim()
  for (const { index, 0: gap } of text.matchAll(/[\s_]+/g)) {
    const [word, unit] = [text.slice(0, index).replaceAll('_', ' '), text.slice(index + gap.length)]
    const isClear = /^[\p{L}°]{1,6}$/u.test(unit) && /^[\p{L} ]+$/u.test(word) && word.length >= fewestLetters
    if ((isClear || currentDensityFactor(unit) !== undefined) && columnQuantity({ word, unit }) !== 'other') return { word, unit }
  }
  return null
}

function ofPotential(rest: string): NameAndUnit | null {
  const plain = nameAndUnit(rest)
  if (columnQuantity(plain) === 'potential') return plain
  const gap = behindGap(rest, 1)
  return gap && columnQuantity(gap) === 'potential' ? gap : null
}
