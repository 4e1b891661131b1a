/**
 * Renishaw WiRE text (.txt): the names '#Wave', '#Intensity', before them '#X', '#Y', '#Z', '#Time' … of a map or series, with one or two tabs
 * between; then rows, one spectrum below the other. #Time, #X … stay the same within a spectrum.
 * Traps: x usually falls; no unit is stated. WiRE writes what it shows, which is the Raman shift unless its user chose another unit: it is taken
 * as that, which a fact says.
 */
import { repeated, type Column, type Measurement } from '../../measurement'
import { ReadError } from '../reader'
import { decodeText } from '../text/decodeText'
import { scanTable } from '../text/scanTable'
import { headerLine, nextLine } from '../text/startOfText'
import { plain, type RamanDialect } from './ramanDialect'

const MOST_SPECTRA = 1_000_000
/** No Raman shift at all is beyond it. */
const largestShift = 5000
const mostNames = 12

/** '#X\t\t#Y\t\t#Wave\t\t#Intensity' → X, Y, Wave, Intensity; null: not such a line. */
function namesOf(line: string): string[] | null {
  const names = line.trim().split(/[\s,;]+(?=#)/)
  const isOurs = names.length <= mostNames && names.every((name) => /^#[A-Za-z][\w ]{0,30}$/.test(name)) && names.at(-2) === '#Wave' && names.at(-1) === '#Intensity'
  return isOurs ? names.map((name) => name.slice(1)) : null
}

/** Rows at which a spectrum begins: a place changes, or x comes back to where the spectrum began. */
function startsOf(x: Float64Array, places: readonly Float64Array[]): number[] {
  const starts = [0]
  let direction = 0
  for (let i = 1; i < x.length; i += 1) {
    const start = starts.at(-1)!
    const step = x[i]! - x[i - 1]!
    const isBack = step * direction < 0 && Math.abs(x[i]! - x[start]!) < Math.abs(step)
    if (isBack || places.some((values) => values[i] !== values[i - 1] && !(Number.isNaN(values[i]) && Number.isNaN(values[i - 1])))) starts.push(i)
    else if (direction === 0) direction = Math.sign(step) || 0
    if (starts.length > MOST_SPECTRA) throw new ReadError('The rows fall into more than a million spectra; the file is damaged, export it again from WiRE.')
  }
  return starts
}

/** The points of each spectrum where all have the same axis, else 0. */
function commonAxis(x: Float64Array, starts: readonly number[]): number {
  const points = starts[1] ?? x.length
  if (starts.length * points !== x.length || starts.some((start, i) => start !== i * points)) return 0
  for (let i = points; i < x.length; i += 1) if (x[i] !== x[i - points]) return 0
  return points
}

function unitDoubt(x: Float64Array): string | null {
  let most = -Infinity
  for (const value of x) if (value > most) most = value
  return most > largestShift ? 'The file does not state the unit of #Wave, and its numbers are too large for usual Raman shifts: they may be absolute wavenumbers; open the .wdf file to be sure.' : null
}

function read({ bytes }: Parameters<RamanDialect['read']>[0]): readonly Measurement[] {
  const names = namesOf(decodeText(headerLine(bytes, 0)).text)
  if (!names) throw new ReadError('The first line does not name the columns (#Wave, #Intensity); export the spectrum again from WiRE.', { line: 1 })
  const at = nextLine(bytes, 0)
  const sample = decodeText(bytes.subarray(at, at + 4096)).text
  const table = scanTable(bytes, at, { width: names.length, separator: 'loose', decimal: /\d,\d/.test(sample) && !/\d\.\d/.test(sample) ? ',' : '.' })
  if (table.rows < 2) throw new ReadError('No rows of numbers follow the names of the columns; the file was cut off, export it again from WiRE.', { line: 2 })
  const places = names.slice(0, -2).map((name, i) => ({ name, values: table.columns[i]! }))
  const [x, intensity] = table.columns.slice(-2) as [Float64Array, Float64Array]
  const starts = startsOf(x, places.map(({ values }) => values))
  const ends = [...starts.slice(1), x.length]
  const points = starts.length > 1 ? commonAxis(x, starts) : 0
  const moving = places.filter(({ values }) => starts.some((start) => values[start] !== values[0]))
  const label = (start: number, i: number): string => (moving.length === 0 ? String(i + 1) : moving.map(({ name, values }) => `${name} ${Number(values[start]!.toPrecision(6))}`).join(', '))
  const columns: Column[] = [
    { name: 'Wave', unit: 'cm-1', quantity: 'wavenumber', ...(points > 0 ? { values: x.slice(0, points), ...repeated('column', starts.length) } : { values: x }) },
    { name: 'Intensity', unit: '', quantity: 'intensity', values: intensity },
    ...places.map(({ name, values }): Column => ({ name, unit: '', quantity: /^time$/i.test(name) ? 'time' : 'other', ...(points > 0 ? { values: Float64Array.from(starts, (start) => values[start]!), ...repeated('value', points) } : { values }) }))
  ]
  const last = x.length - starts.at(-1)!
  const isShort = starts.length > 1 && last < starts[1]!
  const rest = !table.isCutOff && decodeText(bytes.subarray(table.end, table.end + 4096)).text.trim() !== ''
  const doubt = unitDoubt(x)
  return [{
    ...plain, columns, facts: [{ name: 'measurement', value: starts.length === 1 ? 'single' : moving.filter(({ name }) => /^[XYZ]$/.test(name)).length > 1 ? 'map' : 'series' }, { name: 'spectra', value: starts.length }, { name: 'axisTakenAs', value: 'Raman shift (WiRE states no unit)' }],
    segments: starts.length > 1 ? starts.map((start, i) => ({ kind: 'spectrum', start, end: ends[i]!, label: label(start, i) })) : [],
    warnings: [
      ...(doubt ? [doubt] : []), ...(isShort ? [`The last spectrum holds ${last} points, the first ${starts[1]}: the file was cut off, export it again.`] : []),
      ...(rest ? [`Something that is no row of numbers stands behind row ${table.rows}; it was left out.`] : []),
      ...(table.damaged + table.uneven > 0 ? [`${table.damaged + table.uneven} cells or rows are no numbers; they are left empty.`] : [])
    ],
    complete: !isShort && !rest && !table.isCutOff
  }]
}

export const wire: RamanDialect = {
  recognises: (beginning) => (namesOf(/^[^\r\n]{0,400}/.exec(beginning)![0]) ? { confidence: 'certain', why: 'its first line names the columns #Wave and #Intensity of WiRE', version: 'WiRE text' } : null),
  read
}
