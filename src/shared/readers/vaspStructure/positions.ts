import { lineAt } from '../vaspDoscar/doscarHeader'
import { fortranNumber, type StructureHead } from './structureHead'

export interface Positions {
  readonly coordinates: readonly [Float64Array, Float64Array, Float64Array]
  /** 1: this direction may move; null without selective dynamics. */
  readonly free: readonly [Float64Array, Float64Array, Float64Array] | null
  readonly rows: number
  /** Byte behind the last whole row. */
  readonly end: number
}

const flag = (word: string | undefined): number => (word === undefined ? NaN : /^\.?t/i.test(word) ? 1 : /^\.?f/i.test(word) ? 0 : NaN)

/** Rows of positions that are there in full; a last line without its end counts only where it is the last ion's and looks whole. */
export function positions(bytes: Uint8Array, { end, nions, isSelective }: StructureHead): Positions {
  const found: number[][] = []
  let at = end
  let usual = 0
  while (found.length < nions && at < bytes.length) {
    const { text, next } = lineAt(bytes, at)
    const words = text.trim().split(/\s+/)
    const values = words.slice(0, 3).map(fortranNumber)
    if (values.length < 3 || !values.every(Number.isFinite)) break
    const flags = isSelective ? [3, 4, 5].map((i) => flag(words[i])) : []
    const isCutOff = bytes[next - 1] !== 10 && (found.length < nions - 1 || text.length < usual)
    if (flags.some(Number.isNaN) || isCutOff) break
    usual = text.trimEnd().length
    found.push([...values, ...flags])
    at = next
  }
  const column = (i: number): Float64Array => Float64Array.from(found, (row) => row[i]!)
  return {
    coordinates: [column(0), column(1), column(2)],
    free: isSelective ? [column(3), column(4), column(5)] : null,
    rows: found.length,
    end: at
  }
}
