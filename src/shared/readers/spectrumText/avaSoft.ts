import type { Column } from '../../measurement'
import { ReadError } from '../reader'
import { longestBlock, numberBlocks } from '../table/numberBlock'
import { textSettings } from '../table/textSettings'
import { signalColumn } from './signalColumn'
import type { SpectrumFamily } from './spectrumFamily'
import { spectrumMeasurement } from './spectrumMeasurement'

const cells = (line: string | undefined): string[] => (line ?? '').split(';').map((cell) => cell.trim())
/** The line of names, above one of units: 'Wave   ;Sample   ;Dark     ;Reference;Absorbance', '[nm]   ;[counts] ;…'. */
const namesLine = (lines: readonly string[]): number => lines.slice(0, 40).findIndex((line, i) => /^Wave *;/.test(line) && /^\[nm\] *;/.test(lines[i + 1] ?? ''))

/** A unit as AvaSoft writes it, in the words of the other programs: '[% transmittance]' → '%T'. */
function unitOf(name: string, written: string): string {
  const unit = written.replace(/^\[|\]$/g, '').trim()
  if (unit.startsWith('%') || unit === '') return /^transm/i.test(name) ? '%T' : /^refl/i.test(name) ? '%R' : unit
  return /^a\.?u\.?$/i.test(unit) ? 'a.u.' : unit
}

/**
 * Avantes AvaSoft text (.txt, .ttt, .tat, .trt): lines of settings, then wavelength, the counts of sample, dark and reference (in any order, or none)
 * and what was made of them. Traps: NUL letters fill the name of the spectrometer; under "Scope" stands no column: the sample is the signal.
 */
export const avaSoft: SpectrumFamily = {
  recognises: (lines) => namesLine(lines) >= 0 ? { confidence: 'certain', why: 'it holds the lines "Wave ;…" and "[nm] ;…" of AvaSoft', version: 'AvaSoft' } : null,
  read(lines) {
    const at = namesLine(lines)
    const block = longestBlock(numberBlocks(lines.slice(at + 2)).blocks)
    const [names, units] = [cells(lines[at]), cells(lines[at + 1])]
    if (!block || block.columns.length < 2 || block.columns.length > names.length)
      throw new ReadError(`No spectrum with the columns of line ${at + 1} follows (three rows at least); the file is cut off, export it again from AvaSoft.`, { line: at + 2 })
    const columns = block.columns.slice(1).map(({ values }, i): Column => {
      const [name, unit] = [names[i + 1]!, unitOf(names[i + 1]!, units[i + 1] ?? '')]
      return unit === 'counts' ? { name, quantity: 'intensity', unit, values } : { ...signalColumn(name, values), unit }
    })
    const isNamed = (pattern: RegExp): Column | undefined => columns.find(({ name }) => pattern.test(name))
    const signal = columns.find(({ quantity }) => quantity !== 'intensity') ?? isNamed(/^sample$/i) ?? columns[columns.length - 1]!
    const measurement = spectrumMeasurement({
      title: '', settings: textSettings(lines.slice(0, at)), signal,
      wavelength: { name: 'Wave', quantity: 'wavelength', unit: 'nm', values: block.columns[0]!.values },
      warnings: block.skipped.length > 0 ? [`${block.skipped.length} lines inside the spectrum are not ${block.columns.length} numbers and were left out, first line ${at + 3 + block.skipped[0]!}.`] : []
    })
    return { ...measurement, columns: [...measurement.columns, ...columns.filter((one) => one !== signal)] }
  }
}
