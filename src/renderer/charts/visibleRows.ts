import { minMaxDecimate } from '@shared/numerics/minMaxDecimate'
import type { Range } from './axisRange'

/** Longer series are thinned … */
export const longSeries = 4000
/** … to so many points: a pair for every pixel of a wide card. */
export const mostPoints = 2000

export interface SeenRows { readonly x: readonly number[]; readonly y: readonly number[] }

/**
 * The points of a series that the window between two x shows, thinned so that every peak stays (lowest and highest of each stretch).
 * A curve may cross the window several times (a CV does): each stretch keeps one neighbour beyond the edge and is thinned by itself;
 * a point without y separates them. Short series are given as they are.
 */
export function visibleRows(x: readonly number[], y: readonly number[], window: Range | null): SeenRows {
  if (x.length <= longSeries) return { x, y }
  const stretches = window ? stretchesInside(x, window) : [{ start: 0, end: x.length }]
  const rows = stretches.reduce((sum, { start, end }) => sum + end - start, 0)
  const out: { x: number[]; y: number[] } = { x: [], y: [] }
  for (const { start, end } of stretches) {
    const share = Math.max(4, Math.floor((mostPoints * (end - start)) / rows))
    const kept = minMaxDecimate(x.slice(start, end), y.slice(start, end), share)
    if (out.x.length > 0) { out.x.push(out.x[out.x.length - 1]!); out.y.push(Number.NaN) }
    for (let i = 0; i < kept.x.length; i++) { out.x.push(kept.x[i]!); out.y.push(kept.y[i]!) }
  }
  return out
}

function stretchesInside(x: readonly number[], { min, max }: Range): readonly { start: number; end: number }[] {
  const stretches: { start: number; end: number }[] = []
  for (let i = 0; i < x.length; i++) {
    if (!(x[i]! >= min && x[i]! <= max) && !crosses(x[i - 1], x[i]!, min, max)) continue
    const [start, end] = [Math.max(0, i - 1), Math.min(x.length, i + 2)]
    const last = stretches[stretches.length - 1]
    if (last && start <= last.end) last.end = end
    else stretches.push({ start, end })
  }
  return stretches
}

/** A step that jumps over the whole window still draws a line through it. */
function crosses(from: number | undefined, to: number, min: number, max: number): boolean {
  return from !== undefined && ((from < min && to > max) || (from > max && to < min))
}
