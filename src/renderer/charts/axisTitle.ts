import type { Axis } from '@shared/figure'
import { unitText } from '../text/unitText'

/** 'j / mA cm⁻²'; a number without unit has its title alone. */
export function axisTitle(axis: Axis): string {
  const unit = unitText(axis.unit)
  return unit === '' ? axis.title : `${axis.title} / ${unit}`
}
