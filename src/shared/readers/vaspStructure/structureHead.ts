import { lineAt } from '../vaspDoscar/doscarHeader'
import { scaledLattice, volumeOf, type Lattice, type Vector } from './cell'

/** Everything of a POSCAR above its positions; CHGCAR, LOCPOT and CHG begin with the same lines. */
export interface StructureHead {
  readonly comment: string
  readonly scale: readonly number[]
  readonly lattice: Lattice
  /** Element of each kind of ion; null: the old layout, which names none. */
  readonly symbols: readonly string[] | null
  readonly counts: readonly number[]
  readonly nions: number
  readonly isSelective: boolean
  readonly isCartesian: boolean
  /** Byte where the positions begin, and the line number of it (1 = first line of the file). */
  readonly end: number
  readonly line: number
}

const MOST_KINDS = 500
const words = (text: string): string[] => text.trim().split(/\s+/)
const isNumber = (word: string): boolean => /^[+-]?(?:\d{1,15}\.?\d{0,20}|\.\d{1,20})(?:[eEdD][+-]?\d{1,3})?$/.test(word)
export const fortranNumber = (word: string): number => (isNumber(word) ? Number(word.replace(/[dD]/, 'e')) : NaN)

function numbers(text: string, count: number): number[] | null {
  const values = words(text).slice(0, count).map(fortranNumber)
  return values.length === count && values.every(Number.isFinite) ? values : null
}

const vector = (text: string): Vector | null => numbers(text, 3) as unknown as Vector | null

function scaleOf(text: string): number[] | null {
  const all = words(text)
  const values = numbers(text, all.length >= 3 && all.slice(0, 3).every(isNumber) ? 3 : 1)
  return values && values.every((value) => value !== 0) ? values : null
}

function countsOf(text: string): number[] | null {
  const all = words(text)
  const end = all.findIndex((word) => !/^\d{1,7}$/.test(word))
  const counts = (end < 0 ? all : all.slice(0, end)).map(Number)
  return counts.length > 0 && counts.every((count) => count > 0) ? counts : null
}

/** 'Fe_pv', 'Fe/8f3a…', 'Mg_pv/f474…' → 'Fe', 'Mg' */
function symbolsOf(text: string): string[] | null {
  const all = words(text)
  return all.every((word) => /^[A-Z][a-z]?(?:[_/.][\w./]{0,60})?$/.test(word)) ? all.map((word) => word.replace(/[_/.].*/, '')) : null
}

/** null: the bytes do not begin as a structure of VASP. */
export function structureHead(bytes: Uint8Array): StructureHead | null {
  let at = 0
  let line = 0
  const next = (): string => {
    const found = lineAt(bytes, at)
    at = found.next
    line++
    return found.text
  }
  const comment = next().trim()
  const scale = scaleOf(next())
  const [a, b, c] = [vector(next()), vector(next()), vector(next())]
  if (!scale || !a || !b || !c) return null
  let text = next()
  const symbols = symbolsOf(text)
  // More than 20 kinds of ions go on in a second line, their numbers too.
  for (text = symbols ? next() : text; symbols; text = next()) {
    const more = symbols.length < MOST_KINDS ? symbolsOf(text) : null
    if (!more) break
    symbols.push(...more)
  }
  const counts = countsOf(text)
  while (counts && symbols && counts.length < symbols.length) {
    const more = countsOf(next())
    if (!more) return null
    counts.push(...more)
  }
  if (!counts || (symbols && symbols.length !== counts.length)) return null
  let mode = next().trim()
  const isSelective = /^s/i.test(mode)
  if (isSelective) mode = next().trim()
  if (!/^(?:d|c|k)[a-z]{0,20}(?:\s|$)/i.test(mode)) return null
  const lattice = scaledLattice([a, b, c], scale)
  if (!(volumeOf(lattice) > 0)) return null
  const nions = counts.reduce((sum, count) => sum + count, 0)
  return { comment, scale, lattice, symbols, counts, nions, isSelective, isCartesian: /^[ck]/i.test(mode), end: at, line }
}

/** One element per ion, or null where the file names none. */
export function elementsOf({ symbols, counts }: StructureHead): string[] | null {
  return symbols && symbols.flatMap((symbol, i) => Array<string>(counts[i]!).fill(symbol))
}
