import { toSi } from '../../electrochemistry/unitFactor'
import { columnOf, type Measurement } from '../../measurement'

/** Impedance over frequency: Hz, Ω, Im Z negative for a capacitor whatever the file's sign was. Highest frequency first. */
export interface Impedance { readonly frequency_Hz: readonly number[]; readonly re_ohm: readonly number[]; readonly im_ohm: readonly number[] }

/** RangeError, one sentence, for columns or units that are missing and fewer than five usable points. */
export function impedanceOf(measurement: Measurement): Impedance {
  const frequency = columnOf(measurement, 'frequency')
  const re = columnOf(measurement, 'z_real')
  const im = columnOf(measurement, 'z_imag')
  if (!frequency) throw new RangeError('the file holds no frequency column; export it with the frequencies.')
  if (!re || !im) throw new RangeError('the file holds no real or no imaginary part of the impedance.')
  const ohm = (unit: string): number => {
    if (unit === '') throw new RangeError('the file names no unit of its impedance; name its columns with their units.')
    const si = toSi(unit)
    if (si?.si !== 'ohm') throw new RangeError(`the unit "${unit}" of its impedance is not known.`)
    return si.factor
  }
  const [reFactor, imFactor] = [ohm(re.unit), ohm(im.unit) * (/^\s*-/.test(im.name) ? -1 : 1)]
  const rows = [...frequency.values.keys()].filter((row) => frequency.values[row]! > 0 && Number.isFinite(re.values[row]) && Number.isFinite(im.values[row]))
  rows.sort((a, b) => frequency.values[b]! - frequency.values[a]!)
  if (rows.length < 5) throw new RangeError(`the spectrum has only ${rows.length} usable points.`)
  return { frequency_Hz: rows.map((row) => frequency.values[row]!), re_ohm: rows.map((row) => re.values[row]! * reFactor), im_ohm: rows.map((row) => im.values[row]! * imFactor) }
}
