import type { ScannedRecords } from '../batteryText/scanRecords'
import { splitCells } from '../batteryText/splitCells'
import { LabelColumn } from '../text/labelColumn'
import { nextLine } from '../text/startOfText'
import type { TesterHeader } from './testerColumn'

interface Place { readonly start: number; readonly separator: string; readonly level: number }

/** A step or protocol may be named '0' at first and in words later: such a column is text, and read again as one. */
export function withMixedColumns(bytes: Uint8Array, headers: readonly TesterHeader[], scanned: ScannedRecords, { start, separator, level }: Place): ScannedRecords {
  const mayBeText = ({ kind }: TesterHeader, at: number): boolean => ['other', 'status', 'date'].includes(kind) && !scanned.labels[at] && scanned.columns[at]!.some(Number.isNaN)
  const suspects = headers.flatMap((header, at) => (mayBeText(header, at) ? [at] : []))
  if (scanned.damaged === 0 || suspects.length === 0) return scanned
  const found = suspects.map((at) => ({ at, label: new LabelColumn(), values: new Float64Array(scanned.rows).fill(NaN), words: 0 }))
  const decoder = new TextDecoder()
  for (let line = start, row = 0; line < bytes.length && row < scanned.rows;) {
    const next = nextLine(bytes, line)
    const cells = splitCells(decoder.decode(bytes.subarray(line, next)).replace(/[\r\n]+$/, ''), separator).slice(level)
    line = next
    if (!/^\d/.test(cells[0] ?? '')) continue
    for (const column of found) {
      const cell = cells[column.at] ?? ''
      if (cell === '') continue
      column.values[row] = column.label.indexOf(cell)
      if (cell !== '-' && Number.isNaN(scanned.columns[column.at]![row])) column.words += 1
    }
    row += 1
  }
  const text = new Map(found.filter(({ words }) => words > 0).map((column) => [column.at, column]))
  return {
    ...scanned,
    columns: scanned.columns.map((values, at) => text.get(at)?.values ?? values),
    labels: scanned.labels.map((labels, at) => text.get(at)?.label.labels ?? labels),
    damaged: [...text.values()].reduce((rest, { words }) => rest - words, scanned.damaged)
  }
}
