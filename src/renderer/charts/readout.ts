import type { SeriesLook } from './seriesLook'

/** What the cursor reads: where, and the value of each series there. */
export interface Readout {
  /** Pixels inside the chart, where the read point is. */
  readonly x: number
  readonly y: number
  readonly heading: string
  /** The point itself, where one can be pinned. */
  readonly point?: PinnedPoint
  /** From the pinned point to this one. */
  readonly differences?: readonly { readonly name: string; readonly text: string }[]
  readonly sample: 'point' | 'box'
  readonly lines: readonly { readonly series: number; readonly name: string; readonly look: SeriesLook; readonly text: string }[]
}

/** A point that was read and is kept, in values of its axes, so that it stays where it is while the chart is moved about. */
export interface PinnedPoint { readonly x: number; readonly y: number }
