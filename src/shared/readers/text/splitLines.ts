const lineEnd = /\r\r\n|\r\n|\n|\r/
/** Some twenty readers look at the lines of one beginning, at most so long; a few are of different lengths. */
const longestBeginning = 70_000
const beginnings: { text: string; lines: readonly string[] }[] = []
const mostBeginnings = 6

/** Lines of a text whatever ends them: CR LF, LF, CR, or the CR CR LF of a file that was converted twice. The last is '' after a final line end. */
export function splitLines(text: string): string[] {
  if (text.length > longestBeginning) return text.split(lineEnd)
  const known = beginnings.find((one) => one.text === text)
  if (known) return known.lines.slice()
  const lines = text.split(lineEnd)
  if (beginnings.unshift({ text, lines }) > mostBeginnings) beginnings.pop()
  return lines.slice()
}
