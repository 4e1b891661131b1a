import type { Column } from '../../measurement'
import { caryLayout } from '../caryCsv/caryLayout'
import { columnQuantity } from '../table/columnQuantity'
import { dialects, splitCells } from '../table/dialect'
import { nameAndUnit } from '../table/nameAndUnit'
import { textSettings } from '../table/textSettings'
import { signalColumn } from './signalColumn'
import type { SpectrumFamily } from './spectrumFamily'
import { spectrumMeasurement } from './spectrumMeasurement'
import { spectrumRows } from './spectrumRows'

interface PairHeader {
  readonly line: number
  readonly wavelength: Omit<Column, 'values'>
  readonly signal: string
}

/** Title and remarks that may stand above the header line. */
const linesAbove = 4
const isNanometres = (text: string): boolean => /^(nm|nm\.|nanometers?)$/i.test(text)
const isSignal = (text: string): boolean => /^((10 ?mm )?abs(orbance)?\b.*|a|%\s?[tr]|[tr]\s?%|transmittance\b.*|reflectance\b.*)$/i.test(text)

function pairHeader(lines: readonly string[]): PairHeader | null {
  for (let line = 0; line < Math.min(lines.length, linesAbove + 1); line++) {
    for (const separator of new Set(dialects.map((dialect) => dialect.separator))) {
      const cells = splitCells(lines[line]!, separator).map((cell) => cell.trim())
      while (cells.at(-1) === '') cells.pop()
      const [x = '', y = ''] = cells
      if (cells.length !== 2 || !isSignal(y)) continue
      const { word, unit } = nameAndUnit(x)
      if (isNanometres(x)) return { line, wavelength: { name: x, quantity: 'wavelength', unit: x.replace(/\.$/, '') }, signal: y }
      if (columnQuantity({ word, unit }) === 'wavelength') return { line, wavelength: { name: x, quantity: 'wavelength', unit }, signal: y }
    }
  }
  return null
}

const isRow = (line: string): boolean => /^\s*[-+.\d][-+.\deE]*\s*[\t;, ]\s*[-+.\d]/.test(line)

/** Each spectrum begins with the words that stand between the rows of the one before and its own line of names. */
function parts(lines: readonly string[]): readonly (readonly string[])[] {
  const first = pairHeader(lines)
  const names = first && lines[first.line]!.trim()
  if (names === null) return [lines]
  const starts = lines.flatMap((line, at) => {
    if (at <= first!.line || line.trim() !== names) return []
    let start = at
    while (at - start < linesAbove && !isRow(lines[start - 1]!)) start -= 1
    return [start]
  })
  return [0, ...starts].map((start, i) => lines.slice(start, starts[i] ?? lines.length))
}

/** 'WL/nm,Abs' below the name of the sample, 'nm; A' and their like: a wavelength, a signal, two columns. */
export const namedPair: SpectrumFamily = {
  parts,
  recognises(lines) {
    const header = caryLayout(lines) ? null : pairHeader(lines)
    return header && { confidence: 'likely', why: `it has the columns "${header.wavelength.name}" and "${header.signal}" on line ${header.line + 1}` }
  },
  read(lines) {
    const header = pairHeader(lines)!
    const { x, y, end, warnings } = spectrumRows(lines, header.line + 1)
    const above = lines
      .slice(0, header.line)
      .map((line) => line.replace(/^[\s"]+|[\s",;]+$/g, ''))
      .filter((line) => line !== '')
    return spectrumMeasurement({
      title: above[0] ?? '',
      settings: textSettings([...above.slice(1), ...lines.slice(end)]),
      warnings,
      wavelength: { ...header.wavelength, values: x },
      signal: signalColumn(header.signal, y)
    })
  }
}
