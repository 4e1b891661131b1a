/** A text parted where `separator` stands outside of brackets; every second part is the separator itself. */
export function parted(text: string, separator: RegExp): string[] {
  const found: string[] = []
  let from = 0
  for (const match of text.matchAll(separator)) {
    if (isInBrackets(text, match.index)) continue
    found.push(text.slice(from, match.index), match[0])
    from = match.index + match[0].length
  }
  return [...found, text.slice(from)]
}

function isInBrackets(text: string, at: number): boolean {
  let depth = 0
  for (let i = 0; i < at; i += 1) {
    const sign = text[i]
    if (sign === '(' || sign === '[') depth += 1
    else if ((sign === ')' || sign === ']') && depth > 0) depth -= 1
  }
  return depth > 0
}

/** The clauses of a text, parted at '; ' outside of brackets: 'r = n·M/(t·m); no blank' → two. */
export const clauses = (text: string): string[] => parted(text, /;\s+/g).filter((_, i) => i % 2 === 0).map((clause) => clause.trim())

/** The sentences of a text: 'It was cut off. 3 rows are damaged.' → two. */
export const sentences = (text: string): string[] => text.split(/(?<=[a-z\d)"”’%°][.]) (?=[A-Z\d"“])/)
