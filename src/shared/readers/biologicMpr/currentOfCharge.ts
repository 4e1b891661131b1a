import { everyRow, type Column } from '../../measurement'

const secondsAnHour = 3600

/**
 * GCPL stores the charge of each row instead of a current. EC-Lab shows <I> as that charge over the time since the row before, and so does
 * this; a row whose time stands still has none.
 */
export function currentOfCharge(columns: readonly Column[]): Column | null {
  if (columns.some(({ quantity }) => quantity === 'current')) return null
  const [time, charge] = ['time/s', 'dq/mA.h'].map((name) => columns.find((column) => column.name === name))
  if (!time || !charge) return null
  const [t, dq] = [everyRow(time), everyRow(charge)]
  const values = dq.map((q, i) => (i === 0 ? (q === 0 ? 0 : NaN) : t[i]! > t[i - 1]! ? (q * secondsAnHour) / (t[i]! - t[i - 1]!) : NaN))
  return { name: '<I>/mA', unit: 'mA', quantity: 'current', values }
}
