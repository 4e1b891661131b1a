import { withMinus } from '../text/minusSign'
import { levelText } from '../text/printedText'

/** A category that is a number gets a true minus sign; a name keeps its hyphen. */
export function categoryLabel(category: string): string {
  return category.trim() !== '' && Number.isFinite(Number(category)) ? withMinus(category) : levelText(category)
}
