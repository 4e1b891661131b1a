/**
 * Agilent / Varian Cary 'Spreadsheet ASCII' (.csv): names, 'Wavelength (nm),Abs' pairs, rows with descending wavelengths off
 * the grid; the data ends at the first blank line, then the log of each spectrum.
 * Traps: spectra may differ in length; semicolons and decimal commas on European PCs; equal names, whose logs go by their order; a name may hold the separator.
 */
import type { Measurement } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { signalColumn } from '../spectrumText/signalColumn'
import { spectrumMeasurement } from '../spectrumText/spectrumMeasurement'
import { splitCells } from '../table/dialect'
import { isZip } from '../table/spreadsheetKind'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { parseDecimal } from '../text/parseDecimal'
import { splitLines } from '../text/splitLines'
import { caryLayout, type CaryLayout, type CaryPair } from './caryLayout'
import { caryLog, type CaryLogBlock } from './caryLog'

const isBlank = (line: string): boolean => /^[\s,;]*$/.test(line)

function recognises({ bytes }: FileHead): Recognition | null {
  if (isZip(bytes)) return null
  const layout = caryLayout(splitLines(beginningText(bytes)))
  return (
    layout && {
      confidence: 'certain',
      why: `line 2 has ${layout.pairs.length} pair${layout.pairs.length === 1 ? '' : 's'} of "Wavelength (nm)" and a signal`
    }
  )
}

interface Points {
  readonly x: number[]
  readonly y: number[]
  damaged: number
}

function pointsOf(rows: readonly string[], { separator, pairs }: CaryLayout): Points[] {
  const decimal = separator === ',' ? '.' : rows.some((row) => row.includes(',')) ? ',' : '.'
  const points = pairs.map((): Points => ({ x: [], y: [], damaged: 0 }))
  for (const row of rows) {
    const cells = splitCells(row, separator)
    points.forEach((pair, i) => {
      const [x = '', y = ''] = [cells[2 * i], cells[2 * i + 1]]
      if (x === '' && y === '') return
      const values = [parseDecimal(x, decimal), parseDecimal(y, decimal)] as const
      if (values.some((value) => Number.isNaN(value))) pair.damaged++
      pair.x.push(values[0])
      pair.y.push(values[1])
    })
  }
  return points
}

/** The log block of each pair: by name in the order of equal names, else by position when there are as many. */
function logOf(pairs: readonly CaryPair[], blocks: readonly CaryLogBlock[]): (CaryLogBlock | undefined)[] {
  const left = [...blocks]
  const byName = pairs.map(({ name }) => {
    const at = left.findIndex((block) => name !== '' && block.name === name)
    return at < 0 ? undefined : left.splice(at, 1)[0]
  })
  return byName.every((block) => block === undefined) && blocks.length === pairs.length ? [...blocks] : byName
}

function measurements(text: string): Measurement[] {
  const lines = splitLines(text)
  const layout = caryLayout(lines)
  if (!layout)
    throw new ReadError('Line 2 should hold "Wavelength (nm)" and "Abs" for every sample; export the spectra again as Spreadsheet ASCII (.csv).', {
      line: 2
    })
  const found = lines.findIndex((line, i) => i >= 2 && isBlank(line))
  const end = found < 0 ? lines.length : found
  const points = pointsOf(lines.slice(2, end), layout)
  const blocks = caryLog(lines.slice(end))
  const logs = logOf(layout.pairs, blocks)
  const isCutOff = found < 0 && !/[\r\n]$/.test(text)
  return layout.pairs.map((pair, i) => {
    const { x, y, damaged } = points[i]!
    const warnings = [
      ...(isCutOff ? ['The file ends within a line of the data; it was cut off, export it again.'] : []),
      ...(x.length === 0 ? ['The spectrum has a name but no points.'] : []),
      ...(damaged > 0 ? [`${damaged} points are no pair of numbers; what is missing is left empty.`] : []),
      ...(layout.hasShiftedNames
        ? ['The sample names on line 1 do not stand above their columns (a name holds the separator); name the spectra in the run sheet.']
        : [])
    ]
    return spectrumMeasurement({
      title: pair.name || (layout.pairs.length > 1 ? `spectrum ${i + 1}` : ''),
      settings: logs[i]?.settings ?? [],
      startedAt: logs[i]?.startedAt ?? null,
      warnings,
      complete: !isCutOff && x.length > 0,
      wavelength: { name: pair.wavelength, quantity: 'wavelength', unit: 'nm', values: Float64Array.from(x) },
      signal: signalColumn(pair.signal, Float64Array.from(y))
    })
  })
}

export const caryCsv: Reader = {
  id: 'cary-csv',
  format: 'Cary WinUV spreadsheet (.csv)',
  vendor: 'Agilent',
  recognises,
  read: ({ bytes }: ReadableFile): ReadResult => ({ measurements: measurements(decodeText(bytes).text) })
}
