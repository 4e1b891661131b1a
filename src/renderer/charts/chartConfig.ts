import type { ChartDataset, ChartOptions } from 'chart.js'

/** What ChartCanvas is given: plain data, built by pure functions. */
export interface ChartConfig {
  readonly options: ChartOptions
  readonly labels?: readonly string[]
}
export type ChartDatasets = readonly ChartDataset[]

/** What all charts share: no animation, no tooltip or legend of Chart.js, room for a marker on the edge. */
export const quietOptions = {
  responsive: true,
  maintainAspectRatio: false,
  animation: false,
  resizeDelay: 30,
  events: [],
  layout: { padding: { top: 8, right: 10, bottom: 0, left: 0 } }
} satisfies ChartOptions
