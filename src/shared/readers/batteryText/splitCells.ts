/** Cells of one line, without blanks and quotes around them. */
export function splitCells(line: string, separator: string): string[] {
  const cells: string[] = []
  for (let at = 0; at <= line.length;) {
    let end = line.indexOf(separator, at)
    if (line[at] === '"') {
      const closing = line.indexOf('"', at + 1)
      if (closing >= 0) end = line.indexOf(separator, closing)
    }
    if (end < 0) end = line.length
    cells.push(line.slice(at, end).trim().replace(/^"|"$/g, '').trim())
    at = end + separator.length
  }
  return cells
}
