export interface PixelPoint { readonly x: number; readonly y: number }
export interface Nearest<P> { readonly series: number; readonly point: P; readonly distance: number }

const reachPixels = 40

/**
 * Of each series the point nearest to the cursor, counting along x first (a curve is read off at its x); series farther than the
 * reach are left out. The nearest of all comes first.
 */
export function nearestPoints<P extends PixelPoint>(seriesPoints: readonly (readonly P[])[], cursor: PixelPoint): readonly Nearest<P>[] {
  const found: Nearest<P>[] = []
  seriesPoints.forEach((points, series) => {
    let best: P | null = null
    let least = Infinity
    for (const point of points) {
      const across = Math.abs(point.x - cursor.x)
      if (!(across <= reachPixels) || Number.isNaN(point.y)) continue
      const cost = (8 * across) ** 2 + (point.y - cursor.y) ** 2
      if (cost < least) { least = cost; best = point }
    }
    if (best) found.push({ series, point: best, distance: Math.hypot(best.x - cursor.x, best.y - cursor.y) })
  })
  return found.sort((a, b) => a.distance - b.distance)
}
