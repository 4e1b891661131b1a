import type { HeatFigure } from './figure'

/** Anchors of viridis (van der Walt and Smith, CC0): even steps for the eye, also without colour vision and in print. */
const viridis = ['440154', '472D7B', '3B528B', '2C728E', '21918C', '28AE80', '5EC962', 'ADDC30', 'FDE725'] as const
/** Blue over white to red (after ColorBrewer RdBu), white at zero. */
const diverging = ['2166AC', '4393C3', '92C5DE', 'D1E5F0', 'F7F7F7', 'FDDBC7', 'F4A582', 'D6604D', 'B2182B'] as const

export type Rgb = readonly [number, number, number]
const channels = (hex: string): Rgb => [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb
const anchors = { sequential: viridis.map(channels), diverging: diverging.map(channels) }

/** Colour at a share from 0 to 1, between the anchors; beyond them the outermost. */
export function colourAt(share: number, map: keyof typeof anchors): Rgb {
  const list = anchors[map]
  const place = Math.min(1, Math.max(0, share)) * (list.length - 1)
  const low = Math.min(list.length - 2, Math.floor(place))
  const [from, to] = [list[low]!, list[low + 1]!]
  return [0, 1, 2].map((k) => Math.round(from[k]! + (to[k]! - from[k]!) * (place - low))) as unknown as Rgb
}

/** Lowest and highest finite value; about zero, as far on both sides (or to the given limit), for differences. null without any. */
export function valueRange({ values, isDiverging, limit }: Pick<HeatFigure, 'values' | 'isDiverging' | 'limit'>): { readonly min: number; readonly max: number } | null {
  let [min, max] = [Infinity, -Infinity]
  for (const row of values) {
    for (let i = 0; i < row.length; i += 1) {
      const value = row[i]!
      if (!Number.isFinite(value)) continue
      if (value < min) min = value
      if (value > max) max = value
    }
  }
  if (min > max) return null
  const reach = limit ?? Math.max(Math.abs(min), Math.abs(max))
  return isDiverging ? { min: -reach, max: reach } : { min, max }
}

/** Borders of cells half way between neighbours; one more than places. */
export function cellEdges(places: readonly number[]): number[] {
  if (places.length === 0) return []
  if (places.length === 1) return [places[0]! - 0.5, places[0]! + 0.5]
  const middles = places.slice(1).map((place, i) => (place + places[i]!) / 2)
  return [places[0]! - (middles[0]! - places[0]!), ...middles, places.at(-1)! + (places.at(-1)! - middles.at(-1)!)]
}

/** Which cell holds a place; -1 outside all. `edges` rise. */
export function cellAt(edges: readonly number[], place: number): number {
  if (edges.length < 2 || !(place >= edges[0]!) || place > edges.at(-1)!) return -1
  let [low, high] = [0, edges.length - 2]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (edges[middle]! <= place) low = middle
    else high = middle - 1
  }
  return low
}
