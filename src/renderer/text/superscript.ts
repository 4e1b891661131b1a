const raised = new Map([...'0123456789-+'].map((plain, i) => [plain, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺'][i]!]))

/** superscript(-12) → '⁻¹²' */
export function superscript(exponent: number): string {
  return [...String(exponent)].map((digit) => raised.get(digit) ?? digit).join('')
}
