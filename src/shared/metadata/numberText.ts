/**
 * A number as file names write it: decimal point, comma or p ('0.3', '0,3', '0p3'), Unicode minus, 'm', 'n' or 'minus' for a minus.
 * undefined when the text is anything else.
 */
export function numberInName(text: string): number | undefined {
  const plain = text.toLowerCase().replace(/[\u2212\u2010-\u2015]/g, '-').replace(/^(minus|neg|[mn])/, '-')
  const match = /^([+-]?)(\d{0,9})(?:[.,p](\d{1,9}))?$/.exec(plain)
  if (!match || (match[2] === '' && match[3] === undefined)) return undefined
  return Number(`${match[1] === '-' ? '-' : ''}${match[2] || '0'}.${match[3] ?? '0'}`) + 0
}
