import type { SeriesLook } from './seriesLook'

/** What the cursor reads: where, and the value of each series there. */
export interface Readout {
  /** Pixels inside the chart, where the read point is. */
  readonly x: number
  readonly y: number
  readonly heading: string
  readonly sample: 'point' | 'box'
  readonly lines: readonly { readonly series: number; readonly name: string; readonly look: SeriesLook; readonly text: string }[]
}
