const [LF, CR, BLANK, TAB, ZERO, NINE, LETTER_C] = [10, 13, 32, 9, 48, 57, 67]

const mark = [LETTER_C, 89, 67, 76, 69]

export interface UnmarkedRows {
  readonly bytes: Uint8Array
  /** Row behind the last one of each finished cycle. */
  readonly ends: readonly number[]
}

/** CorrTest writes '  0 CYCLE' behind the last row of a cycle, or on a line of its own. Rows without those marks, and where they were. */
export function withoutCycleMarks(rows: Uint8Array): UnmarkedRows {
  const parts: Uint8Array[] = []
  const ends: number[] = []
  let from = 0
  let count = 0
  let length = 0
  const isBlank = (byte: number | undefined): boolean => byte === BLANK || byte === TAB
  for (let at = rows.indexOf(LETTER_C); at >= 0; at = rows.indexOf(LETTER_C, at + 1)) {
    if (!mark.every((byte, i) => rows[at + i] === byte)) continue
    let cut = at
    while (cut > from && isBlank(rows[cut - 1])) cut -= 1
    const digitsEnd = cut
    while (cut > from && rows[cut - 1]! >= ZERO && rows[cut - 1]! <= NINE) cut -= 1
    if (cut === digitsEnd) continue
    while (cut > from && isBlank(rows[cut - 1])) cut -= 1
    let end = at + 5
    const isOwnLine = cut === 0 || rows[cut - 1] === LF || rows[cut - 1] === CR
    while (end < rows.length && (isBlank(rows[end]) || (isOwnLine && (rows[end] === LF || rows[end] === CR)))) end += 1
    const part = rows.subarray(from, cut)
    parts.push(part)
    length += part.length
    count += linesOf(part) + (isOwnLine ? 0 : 1)
    ends.push(count)
    // The line end behind a mark at the end of a row opens the next part and must not count as a row.
    from = end
  }
  if (parts.length === 0) return { bytes: rows, ends }
  const bytes = new Uint8Array(length + rows.length - from)
  let at = 0
  for (const part of [...parts, rows.subarray(from)]) {
    bytes.set(part, at)
    at += part.length
  }
  return { bytes, ends }
}

/** Lines that end here and hold something. */
function linesOf(bytes: Uint8Array): number {
  let lines = 0
  let isEmpty = true
  for (const byte of bytes) {
    if (byte !== LF && byte !== CR) isEmpty = false
    else if (!isEmpty) {
      lines += 1
      isEmpty = true
    }
  }
  return lines
}
