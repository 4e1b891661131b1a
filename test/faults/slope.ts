/** Theil–Sen: the middle of the slopes between all pairs, in units of y for each step of x. A few outliers (a collection that came late) do not move it. */
export function middleSlope(points: readonly (readonly [x: number, y: number])[]): number {
  const slopes = points.flatMap(([x, y], i) => points.slice(i + 1).map(([later, value]) => (value - y) / (later - x))).sort((a, b) => a - b)
  if (slopes.length === 0) throw new RangeError('a slope needs two points')
  return slopes[Math.floor(slopes.length / 2)]!
}
