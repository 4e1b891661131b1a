const point = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eEdD][+-]?\d+)?$/
const comma = /^[+-]?(?:\d+,?\d*|,\d+)(?:[eEdD][+-]?\d+)?$/

/** The number that a cell holds, whatever the PC's locale is; NaN for anything else. U+2212 counts as a minus. */
export function parseDecimal(text: string, decimal: '.' | ','): number {
  const cell = text.trim().replace(/^\u2212/, '-').replace(/([eE])\u2212/, '$1-')
  if (!(decimal === ',' ? comma : point).test(cell)) return NaN
  return Number(cell.replace(',', '.').replace(/[dD]/, 'e'))
}
