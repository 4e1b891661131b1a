import { ReadError } from '../reader'
import { longestBlock, numberBlocks } from '../table/numberBlock'

export interface SpectrumRows {
  readonly x: Float64Array
  readonly y: Float64Array
  /** First line behind the rows, counted from 0. */
  readonly end: number
  readonly warnings: readonly string[]
}

/** The two columns of numbers that begin at a line. */
export function spectrumRows(lines: readonly string[], from: number): SpectrumRows {
  const { blocks, looseRows } = numberBlocks(lines.slice(from))
  const block = longestBlock(blocks)
  const [x, y] = block?.columns ?? []
  if (!block || !x || !y || x.labels || y.labels)
    throw new ReadError(`No spectrum follows line ${from} (three rows of wavelength and signal at least); the file is cut off, export it again.`, {
      line: from + 1
    })
  const { skipped } = block
  const rowsElsewhere = blocks.reduce((sum, { rows }) => sum + rows, looseRows) - block.rows
  const warnings = [
    ...(skipped.length > 0
      ? [
          `${skipped.length} lines inside the spectrum are not two numbers and were left out, first line ${from + skipped[0]! + 1}.`
        ]
      : []),
    ...(rowsElsewhere > 0
      ? [`${rowsElsewhere} more rows of numbers stand apart from the spectrum and were not read; export each spectrum as its own file.`]
      : [])
  ]
  return { x: x.values, y: y.values, end: from + block.end, warnings }
}
