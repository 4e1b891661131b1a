import { FortranRows } from '../vaspDoscar/fortranNumbers'
import { emptyBlocks, type Blocks } from './blockMeans'

export interface PlanarSums {
  /** Sum over all points of each plane along a, b and c. */
  readonly sums: readonly [Float64Array, Float64Array, Float64Array]
  readonly blocks: Blocks
  /** Values that were read; all of them: a · b · c. */
  readonly count: number
  readonly damaged: number
  readonly end: number
}

/** A line holds 5 (CHGCAR, LOCPOT) or 10 (CHG) values. */
const widest = 32

/**
 * Adds up a grid by planes and by blocks without keeping it; the first index runs fastest. Reading stops where the values end.
 * A last number that the end of the file may have cut does not count.
 */
export function planarSums(bytes: Uint8Array, from: number, [nx, ny, nz]: readonly [number, number, number]): PlanarSums {
  const sums = [new Float64Array(nx), new Float64Array(ny), new Float64Array(nz)] as const
  const blocks = emptyBlocks([nx, ny, nz])
  const [bx, by, bz] = blocks.of
  const [mx, my] = blocks.counts
  const blockSums = blocks.sums
  const cells = Array.from({ length: widest }, () => new Float64Array(1))
  const rows = new FortranRows(bytes, from)
  const total = nx * ny * nz
  let [x, y, z, count, damaged, row] = [0, 0, 0, 0, 0, 0]
  while (count < total && rows.at < bytes.length) {
    const found = rows.readRow(cells, 0)
    const isCutOff = rows.at >= bytes.length && bytes[bytes.length - 1] !== 10 && count + found < total
    const whole = isCutOff ? found - 1 : found
    damaged += rows.damaged
    if (found === 0 || found > widest) break
    for (let i = 0; i < whole && count < total; i++) {
      const value = cells[i]![0]!
      sums[0][x]! += value
      sums[1][y]! += value
      sums[2][z]! += value
      blockSums[row + bx[x]!]! += value
      count++
      if (++x === nx) {
        x = 0
        if (++y === ny) {
          y = 0
          z++
        }
        row = (bz[z]! * my + by[y]!) * mx
      }
    }
  }
  return { sums, blocks, count, damaged, end: rows.at }
}
