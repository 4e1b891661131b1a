import type { BarsFigure } from '@shared/figure'
import { formatQuantity } from '../text/formatQuantity'
import { unitText } from '../text/unitText'
import { categoryLabel } from './categoryLabel'
import { nearestPoints, type PixelPoint } from './nearestPoints'
import type { Readout } from './readout'
import type { SeriesLook } from './seriesLook'

export interface ShownBar extends PixelPoint { readonly category: number }

/** All groups of the category under the cursor, the nearest bar first. */
export function barsReadout(figure: BarsFigure, looks: readonly SeriesLook[], shown: readonly (readonly ShownBar[])[],
  cursor: PixelPoint): Readout | null {
  const first = nearestPoints(shown, cursor)[0]
  if (!first) return null
  const { category } = first.point
  const order = [first.series, ...figure.groups.map((_, i) => i).filter((i) => i !== first.series && shown[i]!.length > 0)]
  const lines = order.flatMap((series) => {
    const group = figure.groups[series]!
    const value = group.values[category] ?? null
    const n = group.points?.[category]?.length ?? 0
    const text = value === null ? null : formatQuantity(value, group.errors?.[category] ?? null, figure.y.unit)
    return text === null ? [] : [{ series, name: group.name, look: looks[series]!, text: n > 1 ? `${text} (n = ${n})` : text }]
  })
  const unit = unitText(figure.x.unit)
  const heading = [figure.x.title === '' ? '' : `${figure.x.title} =`, categoryLabel(figure.categories[category]!), unit]
    .filter((part) => part !== '').join(' ')
  return { x: first.point.x, y: first.point.y, heading, sample: 'box', lines }
}
