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

/** One entry per named series; a figure with a single nameless series has no legend. */
export function legendItems(figure: Figure, looks: readonly SeriesLook[]): readonly LegendItem[] {
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
  return figure.series.map(({ name, family, style, isNamedAtCurve }, index) => ({
    index, name: isNamedAtCurve ? '' : withTrueMinus(family === undefined ? name : first.get(family) === index ? family : ''), look: looks[index]!,
    sample: style === 'points' ? 'point' as const : plans[index]!.markers === 'none' ? 'line' as const : 'linePoint' as const,
    dash: style === 'dashed' && looks[index]!.dash.length === 0 ? [4, 3] : looks[index]!.dash
  })).filter(({ name }) => name !== '')
}
