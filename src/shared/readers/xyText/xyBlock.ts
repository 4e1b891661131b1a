import type { Column, NamedValue } from '../../measurement'
import { decodeText } from '../text/decodeText'
import type { ScannedTable } from '../text/scanTable'

/** One pattern of a text export. */
export interface XyBlock {
  readonly title: string
  readonly axis: string
  readonly isTwoTheta: boolean
  readonly intensity: string
  readonly table: ScannedTable
  readonly settings: readonly NamedValue[]
  readonly facts: readonly NamedValue[]
  readonly startedAt: string | null
  readonly declared: number
  /** Text behind the rows that is no data. */
  readonly left: string
}

const notMeasured = -9999

/** Bruker writes −9999 where nothing was measured: such a cell is empty, and how many there are is said. */
export function xyColumns({ axis, isTwoTheta, intensity, table }: XyBlock): { columns: Column[]; unmeasured: number } {
  const values = table.columns[1] ?? new Float64Array(0)
  let unmeasured = 0
  for (let at = values.indexOf(notMeasured); at >= 0; at = values.indexOf(notMeasured, at + 1)) {
    values[at] = NaN
    unmeasured += 1
  }
  return {
    columns: [
      { name: axis, unit: 'deg', quantity: isTwoTheta ? 'two_theta' : 'other', values: table.columns[0]! },
        { name: intensity, unit: '', quantity: 'intensity', values },
      ...table.columns.slice(2).map((more, i): Column => ({ name: `column ${i + 3}`, unit: '', quantity: 'other', values: more }))
    ],
    unmeasured
  }
}

/** The beginning of what stands between the last row and the end of its block. */
export const leftText = (bytes: Uint8Array, from: number, to: number, isCutOff: boolean): string =>
  (isCutOff ? '' : decodeText(bytes.subarray(from, Math.min(to, from + 200))).text.trim().slice(0, 40).replace(/\s+/g, ' '))

/** A fact where the file states a number above zero. */
export function positive(name: string, text: string | undefined): NamedValue[] {
  const value = Number(text || NaN)
  return value > 0 ? [{ name, value }] : []
}
export const stated = (name: string, text: string | undefined): NamedValue[] => (text === undefined || text === '' ? [] : [{ name, value: text }])
