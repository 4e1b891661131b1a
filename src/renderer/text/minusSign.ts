/** A number as printed by JavaScript with a true minus sign (U+2212). Never for names. */
export function withMinus(text: string): string {
  return text.replace(/-/g, '\u2212')
}
