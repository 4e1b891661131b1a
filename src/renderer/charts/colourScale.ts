import { valueRange } from '@shared/colourMap'
import type { HeatFigure } from '@shared/figure'
import { formatNumber, isExtreme } from '../text/formatNumber'
import { withMinus } from '../text/minusSign'
import { fixedDecimal } from '../text/roundDecimal'

export const colourBar = { gap: 10, width: 12, size: 11 }
/** Of a digit at that size. */
const digitWidth = 6.8
/** Between the numbers and the middle of the title, and from there to the end of the picture. */
const titleGap = 12
const titleHalf = 8

export interface ColourScale {
  /** Lowest, middle and highest value, all to the same place. */
  readonly numbers: readonly string[]
  /** From the plot to the middle of the upright title. */
  readonly titleAt: number
  /** Room on the right for all of it. */
  readonly room: number
}

/** What stands beside a surface of colours, and the room that it needs. */
export function colourScale(figure: HeatFigure): ColourScale {
  const range = valueRange(figure)
  const values = !range ? [] : figure.isDiverging ? [range.min, 0, range.max] : [range.min, (range.min + range.max) / 2, range.max]
  const beyond = figure.limit === undefined ? ['', '', ''] : ['≤ ', '', '≥ ']
  const numbers = sameplaced(values).map((number, i) => `${beyond[i]}${number}`)
  const titleAt = colourBar.gap + colourBar.width + 4 + digitWidth * Math.max(0, ...numbers.map((number) => number.length)) + titleGap
  return { numbers, titleAt, room: titleAt + titleHalf }
}

/** Three figures of the largest, and as many decimals for all. */
function sameplaced(values: readonly number[]): readonly string[] {
  const largest = Math.max(0, ...values.map(Math.abs))
  if (largest === 0 || isExtreme(largest)) return values.map((value) => formatNumber(value, 3))
  const places = Math.max(0, 2 - Math.floor(Math.log10(largest)))
  return values.map((value) => withMinus(fixedDecimal(value, places)))
}
