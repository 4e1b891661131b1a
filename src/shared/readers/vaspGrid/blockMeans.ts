/** More than a figure can show; a grid of 200³ points becomes 1 MB of means. */
const MOST_BLOCKS = 48

/** A grid in at most 48 blocks along each axis, whole points in each: their sums are those of the grid. */
export interface Blocks {
  readonly counts: readonly [number, number, number]
  /** Block of each point along a, b, c. */
  readonly of: readonly [Uint16Array, Uint16Array, Uint16Array]
  /** Sums, the index along a fastest. */
  readonly sums: Float64Array
}

export function emptyBlocks(points: readonly [number, number, number]): Blocks {
  const counts = points.map((n) => Math.min(n, MOST_BLOCKS)) as unknown as Blocks['counts']
  const of = points.map((n, axis) => Uint16Array.from({ length: n }, (_, i) => Math.floor((i * counts[axis]!) / n))) as unknown as Blocks['of']
  return { counts, of, sums: new Float64Array(counts[0] * counts[1] * counts[2]) }
}

/** Mean over the points of each block. */
export function blockMeans({ counts: [nx, ny], of, sums }: Blocks): Float64Array {
  const [px, py, pz] = of.map((blocks) => {
    const points = new Float64Array((blocks.at(-1) ?? 0) + 1)
    for (const block of blocks) points[block]! += 1
    return points
  })
  return sums.map((sum, i) => sum / (px![i % nx]! * py![Math.floor(i / nx) % ny]! * pz![Math.floor(i / (nx * ny))]!))
}
