import { LabelColumn } from '../text/labelColumn'
import { mayBeCut } from '../text/mayBeCut'
import { decimalByte, scanNumber, type ScannedNumber } from '../text/scanNumber'
import type { ScannedTable } from '../text/scanTable'

export interface DelimitedOptions { readonly width: number; readonly separator: ';' | ',' | '\t'; readonly decimal: '.' | ',' }

const [TAB, LF, CR, BLANK] = [9, 10, 13, 32]
const mostExtraCells = 64

/**
 * Rows with exactly one separator between cells, straight into typed arrays. A cell may be empty in any row; a column turns into one
 * of texts at its first text, even where the rows before it were empty (an overload flag). Ends before the first row without numbers.
 */
export function delimitedRows(bytes: Uint8Array, start: number, options: DelimitedOptions): ScannedTable {
  const { width } = options
  const separator = options.separator.charCodeAt(0)
  const decimal = decimalByte(options.decimal)
  const limit = bytes.length
  let capacity = Math.max(64, Math.min(1 << 20, Math.ceil((limit - start) / Math.max(8, width * 6))))
  let columns = Array.from({ length: width }, () => new Float64Array(capacity))
  const texts: (LabelColumn | undefined)[] = Array.from({ length: width })
  const holdsNumbers: boolean[] = Array.from({ length: width }, () => false)
  const ends = new Uint8Array(256)
  for (const byte of [separator, LF, CR]) ends[byte] = 1
  const number: ScannedNumber = { value: NaN, end: 0 }
  const isEnd = (i: number): boolean => i >= limit || bytes[i] === separator || bytes[i] === LF || bytes[i] === CR
  const pastBlanks = (i: number): number => {
    while (i < limit && (bytes[i] === BLANK || (bytes[i] === TAB && separator !== TAB))) i += 1
    return i
  }
  let [at, rows, damaged, uneven, firstUneven, wider] = [start, 0, 0, 0, -1, 0]
  let isCutOff = false
  while (at < limit) {
    while (at < limit && (bytes[at] === LF || bytes[at] === CR)) at += 1
    if (at >= limit) break
    const rowAt = at
    if (rows === capacity) {
      capacity *= 2
      columns = columns.map((column) => { const larger = new Float64Array(capacity); larger.set(column); return larger })
    }
    let [cell, damagedHere] = [0, 0]
    let lastAt: number
    let hasNumber = false
    for (;;) {
      at = pastBlanks(at)
      const cellAt = at
      scanNumber(bytes, at, limit, decimal, number)
      const end = pastBlanks(number.end)
      const label = cell < width ? texts[cell] : undefined
      if (number.end > at && isEnd(end) && !label) {
        hasNumber = true
        at = end
        if (cell < width) {
          columns[cell]![rows] = number.value
          holdsNumbers[cell] = true
        }
      } else {
        while (!isEnd(at)) at += 1
        if (cell < width) {
          if (!label && at > cellAt && !holdsNumbers[cell] && !isNoNumber(bytes, cellAt, at)) {
            const empty = texts[cell] = new LabelColumn()
            if (rows > 0) columns[cell]!.fill(empty.indexOf(''), 0, rows)
          } else if (!label && at > cellAt) damagedHere += 1
          columns[cell]![rows] = texts[cell]?.index(bytes, cellAt, at) ?? NaN
        }
      }
      lastAt = cellAt
      cell += 1
      if (at >= limit || bytes[at] !== separator || cell > width + mostExtraCells) break
      at += 1
    }
    const lastEnd = at
    while (at < limit && bytes[at] !== LF && bytes[at] !== CR) at += 1
    if (!hasNumber) {
      at = rowAt
      break
    }
    if (at >= limit && (cell < width || (lastEnd === limit && mayBeCut(bytes, start, rowAt, lastAt, limit, ends)))) {
      isCutOff = true
      at = rowAt
      break
    }
    const isWider = cell > width + (lastEnd === lastAt ? 1 : 0)
    if (cell < width || isWider) {
      uneven += 1
      if (isWider) wider += 1
      if (firstUneven < 0) firstUneven = rows
      for (let k = cell; k < width; k += 1) columns[k]![rows] = texts[k]?.indexOf('') ?? NaN
    }
    damaged += damagedHere
    rows += 1
  }
  return {
    columns: columns.map((column) => column.slice(0, rows)), labels: texts.map((label) => label && label.labels.map(utf8Label)),
    rows, end: at, damaged, uneven, firstUneven, wider, isCutOff
  }
}

/** 'NaN', 'Inf', '-': how programs write what is no number. */
function isNoNumber(bytes: Uint8Array, from: number, to: number): boolean {
  return /^[-+]?(?:nan|inf|∞|$)/i.test(String.fromCharCode(...bytes.subarray(from, Math.min(to, from + 5))))
}

/** Labels are read one byte a letter; where those bytes are UTF-8 ('Âµ'), they are put together again. */
function utf8Label(label: string): string {
  const codes = [...label].map((letter) => letter.codePointAt(0)!)
  if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return label
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(codes))
  } catch {
    return label
  }
}
