import type { Element } from 'chart.js'

/** A point without a place: not a number, or outside the window (its pixels are then those of an earlier one). */
export function isSkipped(element: Element): boolean {
  return 'skip' in element && element.skip === true
}
