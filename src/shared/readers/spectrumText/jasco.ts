import { textSettings } from '../table/textSettings'
import { signalColumn } from './signalColumn'
import type { SpectrumFamily } from './spectrumFamily'
import { spectrumMeasurement } from './spectrumMeasurement'
import { spectrumRows } from './spectrumRows'

const valueOf = (lines: readonly string[], key: string): string => {
  const line = lines.find((candidate) => new RegExp(`^${key}[\\t,;]`).test(candidate))
  return line
    ? line
        .slice(key.length + 1)
        .trim()
        .replace(/[,;]+$/, '')
    : ''
}
const dataLine = (lines: readonly string[]): number => lines.findIndex((line) => /^XYDATA\s*[,;]*$/.test(line.trim()))

/** JASCO Spectra Manager: 'KEY<TAB>value' lines, 'XYDATA', then two columns. Infrared spectra of the same make are not UV-Vis. */
export const jasco: SpectrumFamily = {
  recognises(lines) {
    const head = lines.slice(0, 100)
    const isUvVis = dataLine(head) > 0 && /^nanometers?$/i.test(valueOf(head, 'XUNITS'))
    return isUvVis ? { confidence: 'certain', why: 'it holds XUNITS in nanometers and XYDATA of a JASCO export', version: 'JASCO' } : null
  },
  read(lines) {
    const at = dataLine(lines)
    const head = lines.slice(0, at)
    const { x, y, end, warnings } = spectrumRows(lines, at + 1)
    const points = Number(valueOf(head, 'NPOINTS'))
    const isShort = points > 0 && x.length < points
    const unit = valueOf(head, 'YUNITS')
    return spectrumMeasurement({
      title: valueOf(head, 'TITLE'),
      settings: textSettings([...head, ...lines.slice(end)]),
      complete: !isShort,
      wavelength: { name: 'XUNITS', quantity: 'wavelength', unit: valueOf(head, 'XUNITS'), values: x },
      signal: { ...signalColumn(unit || 'YUNITS', y), name: 'YUNITS', unit },
      warnings: [...warnings, ...(isShort ? [`The file holds ${x.length} of ${points} points; it was cut off, export it again.`] : [])]
    })
  }
}
