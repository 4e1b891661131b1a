import { formulaText } from '@shared/formulaText'

const subscripts = '₀₁₂₃₄₅₆₇₈₉'
const below = (digits: string): string => [...digits].map((digit) => subscripts[Number(digit)]).join('')

/** 'Ru 3p3/2' as it is printed: 'Ru 3p₃/₂'. */
export const levelText = (text: string): string => text.replace(/\b(\d[spdf])(\d)\/(\d)\b/g, (_, level: string, above: string, under: string) => `${level}${below(above)}/${below(under)}`)

/** A folder or a file keeps its name, also where it is called like a formula. */
const isPath = (word: string): boolean => /[\\/].*[\\/]|(?:CAR|\.[A-Za-z]\w{1,4}):?$/.test(word)
const withFormulas = (text: string): string => text.split(' ').map((word) => (isPath(word) ? word : formulaText(word))).join(' ')

/** What the program says, as it is printed: formulas and levels with their indices, 'NO3RR', and '1 reading(s)' as one or as several. */
export function printedText(text: string): string {
  const counted = text.replace(/([-\u2212]?[\d.]+) ((?:\p{L}+ )?\p{L}+)\(s\)/gu, (_, count: string, noun: string) => `${count} ${noun}${/^[-\u2212]?1$/.test(count) ? '' : 's'}`)
  return levelText(withFormulas(counted)).replace(/\bNO3RR\b/g, 'NO₃RR').replace(/\bNO([23])-(?![\w-])/g, (_, n: string) => `NO${below(n)}⁻`).replaceAll('atom(s)', 'atoms')
}
