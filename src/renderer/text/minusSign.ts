/** A number as printed by JavaScript with a true minus sign (U+2212). Never for names. */
export function withMinus(text: string): string {
  return text.replace(/-/g, '\u2212')
}

/** The same inside a text: '-0.3 V, r1' → '−0.3 V, r1'; a hyphen inside a name stays. */
export function withTrueMinus(text: string): string {
  return text.replace(/(?<=^|[\s(,=：，（])-(?=\d)/g, '\u2212')
}
