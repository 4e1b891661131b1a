import type { Measurement, NamedValue } from '../../measurement'
import { ReadError, type ReadableFile, type Recognition } from '../reader'
import { decodeText } from '../text/decodeText'
import { parseDecimal } from '../text/parseDecimal'
import { splitLines } from '../text/splitLines'

/** One way in which a Raman program writes its spectra as text. */
export interface RamanDialect {
  /** By the text of the beginning. */
  readonly recognises: (beginning: string) => Recognition | null
  /** The bytes are such that every ASCII letter is one. */
  readonly read: (file: ReadableFile) => readonly Measurement[]
}

export const MOST_BYTES = 100_000_000
/** Such a text holds one spectrum: of a larger file no lines are made. */
export function linesOf({ bytes }: ReadableFile): string[] {
  if (bytes.length > MOST_BYTES) throw new ReadError('The file is larger than 100 MB, which no single spectrum is; export the spectra one by one.')
  return splitLines(decodeText(bytes).text)
}

export const plain = { technique: 'RAMAN', title: '', segments: [], settings: [], facts: [], header: {}, startedAt: null, signConvention: null, warnings: [], complete: true } as const satisfies Omit<Measurement, 'columns'>


/** Nothing where the file does not state the wavelength of its laser. */
export const laserFact = (text: string): NamedValue[] => {
  const laser_nm = parseDecimal(text.replace(/ *nm$/i, ''), text.includes(',') ? ',' : '.')
  return laser_nm > 0 ? [{ name: 'laser_nm', value: laser_nm }] : []
}

/** 'key;value' lines in their own words. */
export function keyedSettings(lines: readonly string[], separator: string): NamedValue[] {
  return lines.slice(0, 500).flatMap((line) => {
    const at = line.indexOf(separator)
    const [name, value] = at < 0 ? ['remark', line.trim()] : [line.slice(0, at).trim(), line.slice(at + separator.length).trim()]
    return name === '' || value === '' ? [] : [{ name, value }]
  })
}

export const settingOf = (settings: readonly NamedValue[], key: string): string => String(settings.find(({ name }) => name === key)?.value ?? '')

/** '2022-08-19 12:19:23'. */
export const isoStart = (text: string): string | null => (/^\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01]) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(text) ? text.replace(' ', 'T') : null)

export interface DelimitedRows { readonly columns: readonly Float64Array[]; readonly rows: number; readonly warnings: readonly string[] }

/** Rows of `width` cells from a line on; an empty cell stays empty, a separator may end the row. */
export function delimitedRows(lines: readonly string[], first: number, { separator, decimal, width }: { readonly separator: string; readonly decimal: '.' | ','; readonly width: number }): DelimitedRows {
  const found: number[][] = []
  let [skipped, firstSkipped, damaged] = [0, 0, 0]
  for (let i = first; i < lines.length; i += 1) {
    if (lines[i]!.trim() === '') continue
    const cells = lines[i]!.split(separator, width + 2)
    if (cells.length === width + 1 && cells[width]!.trim() === '') cells.pop()
    const numbers = cells.map((cell) => parseDecimal(cell, decimal))
    if (cells.length === width && numbers.some(Number.isFinite)) {
      found.push(numbers)
      damaged += cells.filter((cell, k) => Number.isNaN(numbers[k]) && cell.trim() !== '').length
      continue
    }
    skipped += 1
    firstSkipped ||= i + 1
  }
  return {
    columns: Array.from({ length: width }, (_, k) => Float64Array.from(found, (row) => row[k]!)), rows: found.length,
    warnings: [...(skipped > 0 ? [`${skipped} lines of the table are no rows of ${width} cells and were left out, first line ${firstSkipped}.`] : []), ...(damaged > 0 ? [`${damaged} cells are no numbers; they are left empty.`] : [])]
  }
}
