import { ReadError } from '../reader'
import { parseDecimal } from '../text/parseDecimal'
import { signalColumn } from './signalColumn'
import type { SpectrumFamily } from './spectrumFamily'
import { spectrumMeasurement } from './spectrumMeasurement'

const numberOf = (text: string | undefined): number => parseDecimal((text ?? '').trim(), (text ?? '').includes(',') ? ',' : '.')
const dataLine = (lines: readonly string[]): number => lines.findIndex((line) => line.trim() === '#DATA')

/**
 * Thermo VISIONlite .dsp: one item a line: user, kind, …, remark (4), unit of x (5), first, last, step, points (6–9), unit of y (10); '#DATA', then y
 * alone. With a decimal comma the points of its dates are commas, too.
 */
export const visionLite: SpectrumFamily = {
  recognises(lines) {
    const isOurs = lines[1]?.trim() === 'Scan' && lines[4]?.trim() === 'nm' && [5, 6, 7, 8].every((i) => Number.isFinite(numberOf(lines[i]))) && lines.slice(0, 80).some((line) => line.includes('VISIONlite'))
    return isOurs ? { confidence: 'certain', why: 'it holds one item a line as VISIONlite writes them, with its name among them', version: 'VISIONlite .dsp' } : null
  },
  read(lines) {
    const at = dataLine(lines)
    const [first, last, step, points] = [5, 6, 7, 8].map((i) => numberOf(lines[i])) as [number, number, number, number]
    if (at < 0 || !(step !== 0) || !(points >= 2)) throw new ReadError('The file ends before its numbers (#DATA), or its range is damaged; save the scan again from VISIONlite.')
    const values: number[] = []
    for (const line of lines.slice(at + 1)) {
      if (line.trim() === '') continue
      const value = numberOf(line)
      if (Number.isNaN(value)) throw new ReadError(`"${line.trim().slice(0, 40)}" is no number of the spectrum; the file is damaged, save the scan again from VISIONlite.`, { line: at + 2 + values.length })
      values.push(value)
    }
    const isWhole = values.length === points && Math.abs(first + step * (points - 1) - last) < Math.abs(step) / 2
    const day = lines.map((line) => /^(\d{2})[.,](\d{2})[.,](\d{4}) (\d{2}:\d{2}:\d{2})$/.exec(line.trim())).find((match) => match !== null)
    return spectrumMeasurement({
      title: lines[3]?.trim() ?? '', startedAt: day ? `${day[3]}-${day[2]}-${day[1]}T${day[4]}` : null, complete: isWhole,
      settings: [{ name: 'User', value: lines[0]?.trim() ?? '' }, { name: 'Step', value: step }],
      wavelength: { name: 'Wavelength', quantity: 'wavelength', unit: 'nm', values: Float64Array.from(values, (_, i) => first + step * i) },
      signal: signalColumn(lines[9]?.trim() ?? '', Float64Array.from(values)),
      warnings: isWhole ? [] : [`The file announces ${points} points from ${first} to ${last} nm and holds ${values.length}; it was cut off or damaged, save the scan again.`]
    })
  }
}
