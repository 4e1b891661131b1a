import { ReadError } from '../reader'
import { signalColumn } from './signalColumn'
import type { SpectrumFamily } from './spectrumFamily'
import { spectrumMeasurement } from './spectrumMeasurement'
import { spectrumRows } from './spectrumRows'

const sectionLine = (lines: readonly string[], name: string): number => lines.findIndex((line) => line.trim() === name)

/** PerkinElmer UV WinLab .asc: 'PE UV SUBTECH SPECTRUM ASCII PEDS 4.00', date yy/mm/dd and time on lines 4 and 5, '#GR' with the units of x and y, '#DATA' with rows. */
export const perkinElmer: SpectrumFamily = {
  recognises: (lines) => (/^PE UV\s+SUBTECH\s+SPECTRUM\s+ASCII\s+PEDS/.test(lines[0] ?? '') ? { confidence: 'certain', why: 'the first line of a PerkinElmer ASCII spectrum (PE UV … PEDS)' } : null),
  read(lines) {
    const [graph, data] = [sectionLine(lines, '#GR'), sectionLine(lines, '#DATA')]
    if (data < 0) throw new ReadError('The file ends before its numbers (#DATA); it was cut off, save the spectrum again.')
    const unit = graph < 0 ? '' : (lines[graph + 1] ?? '').trim()
    if (!/^nm$|^nanomet/i.test(unit)) throw new ReadError(`The axis is stated in "${unit}" instead of nm; export the spectrum over wavelength.`, { line: graph + 2 })
    const { x, y, warnings } = spectrumRows(lines, data + 1)
    const day = /^(\d{2})\/(\d{2})\/(\d{2})$/.exec((lines[3] ?? '').trim())
    const clock = /^(\d{2}:\d{2}:\d{2})/.exec((lines[4] ?? '').trim())
    const text = (i: number): string => (lines[i] ?? '').trim()
    return spectrumMeasurement({
      title: text(8), startedAt: day && clock ? `20${day[1]}-${day[2]}-${day[3]}T${clock[1]}` : null, warnings,
      settings: [['Owner', 7], ['Sample', 8], ['Instrument', 11], ['Serial number', 12], ['Software', 13]].flatMap(([name, i]) => (text(Number(i)) === '' ? [] : [{ name: String(name), value: text(Number(i)) }])),
      wavelength: { name: 'Wavelength', quantity: 'wavelength', unit: 'nm', values: x }, signal: signalColumn((lines[graph + 2] ?? '').trim(), y)
    })
  }
}
