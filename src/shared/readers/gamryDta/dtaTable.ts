import type { Column } from '../../measurement'
import type { QuantityKind } from '../../quantity'
import { decodeText } from '../text/decodeText'
import { keptColumn, scanTable, type ScannedTable } from '../text/scanTable'
import { headerLine, nextLine } from '../text/startOfText'

const quantities = new Map<string, QuantityKind>([
  ['T', 'time'], ['Time', 'time'], ['Vf', 'potential'], ['Voltage', 'potential'], ['Im', 'current'], ['Current', 'current'], ['Q', 'charge'], ['Freq', 'frequency'], ['Zreal', 'z_real'], ['Zimag', 'z_imag'], ['Temp', 'temperature']
])

export interface DtaTable { readonly columns: readonly Column[]; readonly scanned: ScannedTable; readonly end: number }

const lineText = (bytes: Uint8Array, from: number): string => decodeText(headerLine(bytes, from)).text.replace(/[\r\n]+$/, '')

/** The two lines of names and units (each begins with a tab) and the rows behind them; null where the file ends before the rows. */
export function dtaTable(bytes: Uint8Array, at: number): DtaTable | null {
  const unitsAt = nextLine(bytes, at)
  const rowsAt = nextLine(bytes, unitsAt)
  const names = lineText(bytes, at)
  const units = lineText(bytes, unitsAt)
  if (!names.startsWith('\t') || !units.startsWith('\t') || bytes[rowsAt - 1] === undefined || !/[\r\n]$/.test(decodeText(bytes.subarray(rowsAt - 1, rowsAt)).text)) return null
  const [name, unit] = [names, units].map((line) => line.slice(1).replace(/\t+$/, '').split('\t').map((cell) => cell.trim())) as [string[], string[]]
  const sample = decodeText(bytes.subarray(rowsAt, rowsAt + 4000)).text
  const scanned = scanTable(bytes, rowsAt, { width: name.length, separator: 'tab', decimal: /\d,\d/.test(sample) ? ',' : '.', rowStart: 9 })
  const seen = new Set<QuantityKind>()
  const columns = name.map((column, i): Column => {
    const known = quantities.get(column) ?? 'other'
    const quantity = seen.has(known) || scanned.labels[i] ? 'other' : known
    if (quantity !== 'other') seen.add(quantity)
    const labels = scanned.labels[i]
    return { name: column, unit: unit[i] ?? '', quantity, ...keptColumn(scanned, i), ...(labels ? { labels } : {}) }
  })
  return { columns, scanned, end: scanned.end }
}
