import type { Figure } from '@shared/figure'
import { withTrueMinus } from '../text/minusSign'
import { markerPlans } from './markerPlans'
import type { SeriesLook } from './seriesLook'

export interface LegendItem {
  readonly index: number
  readonly name: string
  readonly look: SeriesLook
  /** What the sample shows: a piece of line, a point, both, or a filled box. */
  readonly sample: 'line' | 'point' | 'linePoint' | 'box'
  readonly dash: readonly number[]
}

/**
 * One entry per named series; a figure with a single nameless series has no legend. What several catalysts share (without nitrate, fits)
 * comes last, in the colour of text: it is no catalyst's.
 */
export function legendItems(figure: Figure, looks: readonly SeriesLook[], neutral: string): readonly LegendItem[] {
  if (figure.kind === 'bars') {
    return figure.groups.map(({ name }, index) => ({ index, name, look: looks[index]!, sample: 'box' as const, dash: [] }))
      .filter(({ name }) => name !== '')
  }
  if (figure.kind === 'radar') {
    return figure.groups.map(({ name }, index) => ({ index, name, look: looks[index]!, sample: 'linePoint' as const, dash: [] }))
  }
  if (figure.kind === 'heat' || figure.kind === 'table' || figure.kind === 'image') return []
  const plans = markerPlans(figure, looks)
  const first = new Map(figure.series.flatMap(({ family }, i) => (family === undefined ? [] : [[family, i] as const])).reverse())
  const isShared = (family: string | undefined): boolean => family !== undefined && new Set(figure.series.flatMap((series) => (series.family === family ? [series.catalyst] : []))).size > 1
  const items = figure.series.map(({ name, family, style, isNamedAtCurve }, index) => {
    const look = isShared(family) ? { ...looks[index]!, colour: neutral } : looks[index]!
    return {
      index, name: isNamedAtCurve ? '' : withTrueMinus(family === undefined ? name : first.get(family) === index ? family : ''), look,
      sample: style === 'points' ? 'point' as const : plans[index]!.markers === 'none' || isShared(family) ? 'line' as const : 'linePoint' as const,
      dash: style === 'dashed' && look.dash.length === 0 ? [4, 3] : look.dash
    }
  }).filter(({ name }) => name !== '')
  return [...items.filter(({ index }) => !isShared(figure.series[index]!.family)), ...items.filter(({ index }) => isShared(figure.series[index]!.family))]
}
