import type { Column } from '../../measurement'
import { lengthOf, type Lattice } from '../vaspStructure/cell'
import { unitOf, type GridKind } from './gridKind'
import type { PlanarSums } from './planarSums'

const axes = [
  [2, 'c'],
  [0, 'a'],
  [1, 'b']
] as const

export interface Grid extends PlanarSums {
  readonly name: string
}

/** Planes of an axis whose points are all there: all of them, or the first ones along c where the file is cut off. */
function wholePlanes({ sums, count }: Grid, axis: 0 | 1 | 2): number {
  const [nx, ny, nz] = [sums[0].length, sums[1].length, sums[2].length]
  if (count === nx * ny * nz) return sums[axis].length
  return axis === 2 ? Math.floor(count / (nx * ny)) : 0
}

const padded = (values: Float64Array, length: number): Float64Array => {
  const column = new Float64Array(length).fill(NaN)
  column.set(values)
  return column
}

/**
 * Along c, a and b: where each plane lies (Å along that lattice vector) and the mean of each grid over it, in the file's own unit. Axes with
 * fewer planes end in empty cells. A grid that is cut off has only its first planes along c.
 */
export function planarColumns(grids: readonly Grid[], kind: GridKind, lattice: Lattice): Column[] {
  const [first] = grids
  if (!first) return []
  const counts = first.sums.map((sums) => sums.length)
  const shown = axes.filter(([axis]) => grids.some((grid) => wholePlanes(grid, axis) > 0))
  const length = Math.max(...shown.map(([axis]) => counts[axis]!))
  const unit = unitOf(kind)
  let hasEnergy = false
  return shown.flatMap(([axis, letter]): Column[] => {
    const count = counts[axis]!
    const step = lengthOf(lattice[axis]) / count
    const points = counts.reduce((product, n) => product * n, 1) / count
    const means = grids.flatMap((grid): Column[] => {
      const planes = wholePlanes(grid, axis)
      if (planes === 0) return []
      const quantity = kind === 'potential' && !hasEnergy ? 'energy' : 'other'
      hasEnergy = true
      const values = padded(grid.sums[axis].slice(0, planes).map((sum) => sum / points), length)
      return [{ name: `mean ${grid.name} along ${letter}`, quantity, unit, values }]
    })
    const position = padded(Float64Array.from({ length: count }, (_, i) => i * step), length)
    return [{ name: `position along ${letter}`, quantity: 'other', unit: 'Å', values: position }, ...means]
  })
}
