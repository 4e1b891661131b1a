/**
 * PANalytical Data Viewer and HighScore, text of one scan (.csv).
 * '[Measurement conditions]', lines 'Name,value' (anode, wavelengths in Å, scan axis, range, step size, time per step, number of points), '[Scan points]',
 * 'Angle,Intensity' and rows.
 * Traps: semicolons and decimal commas on European PCs; quoted remarks that hold the separator; the scan axis Gonio or 2Theta-Omega gives 2Theta, any other is an axis of its own;
 * intensities are counts, but the file does not say so.
 */
import type { Column, Measurement, NamedValue } from '../../measurement'
import { delimitedRows } from '../instrumentTable/delimitedRows'
import { tableWarnings } from '../instrumentTable/tableWarnings'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { splitCells } from '../table/dialect'
import { asSingleBytes } from '../text/asSingleBytes'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { parseDecimal } from '../text/parseDecimal'
import { splitLines } from '../text/splitLines'
import { lineOffset } from '../text/startOfText'

const longestHeader_bytes = 64 * 1024
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function recognises({ bytes }: FileHead): Recognition | null {
  return /^\[Measurement conditions\]\s*[\r\n]/i.test(beginningText(bytes, 200)) ? { confidence: 'certain', why: 'it begins with [Measurement conditions] as PANalytical writes it', version: 'one scan' } : null
}

interface Header { readonly entries: ReadonlyMap<string, readonly string[]>; readonly names: readonly string[]; readonly separator: ',' | ';'; readonly rowsLine: number }

function headerOf(bytes: Uint8Array): Header {
  const lines = splitLines(decodeText(bytes.subarray(0, longestHeader_bytes)).text)
  const points = lines.findIndex((line) => /^\[Scan points\]/i.test(line.trim()))
  if (points < 0 || lines[points + 1] === undefined) throw new ReadError('The file ends before its scan ("[Scan points]"): it was cut off, export it again.')
  const names = lines[points + 1]!
  const separator = names.includes(';') ? ';' : ','
  const entries = new Map(lines.slice(1, points).flatMap((line) => {
    const [name = '', ...values] = splitCells(line, separator)
    return name === '' ? [] : [[name, values] as const]
  }))
  return { entries, names: splitCells(names, separator), separator, rowsLine: points + 2 }
}

function read(file: ReadableFile): ReadResult {
  const bytes = asSingleBytes(file.bytes)
  const header = headerOf(bytes)
  const { entries, names, separator } = header
  const table = delimitedRows(bytes, lineOffset(bytes, header.rowsLine), { width: names.length, separator, decimal: separator === ';' ? ',' : '.' })
  if (table.rows === 0) throw new ReadError('The file holds no points behind "[Scan points]": it was cut off, export it again.')
  const text = (name: string): string => (entries.get(name) ?? []).filter((value) => value !== '').join(', ')
  const number = (name: string): number => parseDecimal(entries.get(name)?.[0] ?? '', separator === ';' ? ',' : '.')
  const axis = text('Scan axis')
  const isTwoTheta = /^(gonio|2 ?theta)/i.test(axis)
  const columns = names.map((name, i): Column => {
    const [isAngle, isIntensity] = [i === 0 && /^angle/i.test(name), /^intensity/i.test(name)]
    return {
      name: isAngle ? (isTwoTheta ? '2Theta' : axis || name) : name, unit: isAngle ? 'deg' : '',
      quantity: isAngle && isTwoTheta ? 'two_theta' : isIntensity ? 'intensity' : 'other', values: table.columns[i]!
    }
  })
  const declared = number('No. of points')
  const isShort = table.rows < declared
  const measurement: Measurement = {
    technique: 'XRD', title: text('Sample identification'), columns, segments: [], header: {}, startedAt: startOf(text('File date and time')), signConvention: null,
    settings: [...entries].flatMap(([name]) => (text(name) === '' ? [] : [{ name, value: text(name) }])), facts: factsOf(text('Anode material'), number),
    warnings: [...tableWarnings(table, names.length), ...(isShort ? [`The scan holds ${table.rows} of the ${declared} points that it announces: it was cut off.`] : []), ...(isTwoTheta ? [] : ['This scan does not move 2Theta.'])],
    complete: !isShort && !table.isCutOff
  }
  return { measurements: [measurement] }
}

function factsOf(anode: string, number: (name: string) => number): NamedValue[] {
  const numbers = [['wavelengthAlpha1_A', 'K-Alpha1 wavelength'], ['wavelengthAlpha2_A', 'K-Alpha2 wavelength'], ['kAlphaRatio', 'Ratio K-Alpha2/K-Alpha1'], ['timePerStep_s', 'Time per step']] as const
  return [...(anode === '' ? [] : [{ name: 'anode', value: anode }]), ...numbers.flatMap(([name, from]) => (Number.isNaN(number(from)) ? [] : [{ name, value: number(from) }]))]
}

/** '20/May/2021 15:55': the month is a word, so that no order can be mistaken. */
function startOf(text: string): string | null {
  const [, day = '', month = '', year = '', time = ''] = /^(\d{1,2})\/([A-Za-z]{3})\w*\/(\d{4}) (\d{2}:\d{2}(?::\d{2})?)$/.exec(text) ?? []
  const at = months.indexOf(month.toLowerCase()) + 1
  return at > 0 ? `${year}-${String(at).padStart(2, '0')}-${day.padStart(2, '0')}T${time}` : null
}

export const panalyticalCsv: Reader = { id: 'panalytical-csv', format: 'PANalytical scan as text (.csv)', vendor: 'Malvern Panalytical', recognises, read }
