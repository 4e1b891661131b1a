export interface RadarAxis { readonly title: string; readonly metric: string }

/** Each axis from 0 (worst) to 1 (best) over the catalysts that have it; `inverted` where small is good. */
export function scaledAxes(axes: readonly ReadonlyMap<string, number>[], inverted: readonly boolean[]): ReadonlyMap<string, number>[] {
  return axes.map((axis, i) => {
    const values = [...axis.values()]
    const [min, max] = [Math.min(...values), Math.max(...values)]
    return new Map([...axis].map(([name, value]) => [name, inverted[i] ? (max - value) / (max - min) : (value - min) / (max - min)]))
  })
}
