/** Trapezoid of `y` over `x`. */
function area(x: Float64Array, y: Float64Array): number {
  let sum = 0
  for (let i = 1; i < x.length; i++) sum += ((y[i]! + y[i - 1]!) / 2) * (x[i]! - x[i - 1]!)
  return sum
}

const gain = (column: Float64Array): number => column[column.length - 1]! - column[0]!

/**
 * States found by integrating the total DOS over those that VASP counted itself: 1 on a good grid. For both spins
 * together, and for each where there are two.
 */
export function stateCountRatios(columns: readonly Float64Array[], ispin: 1 | 2): [string, number][] {
  const energy = columns[0]!
  const dos = columns.slice(1, 1 + ispin)
  const counted = columns.slice(1 + ispin)
  const areas = dos.map((column) => area(energy, column))
  const gains = counted.map(gain)
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
  const ratios: [string, number][] = [['stateCountRatio', sum(areas) / sum(gains)]]
  if (ispin === 2) ratios.push(['stateCountRatioUp', areas[0]! / gains[0]!], ['stateCountRatioDown', areas[1]! / gains[1]!])
  return ratios.filter(([, ratio]) => Number.isFinite(ratio))
}
