import type { Column } from '../../measurement'
import { signalColumn } from './signalColumn'
import type { SpectrumFamily } from './spectrumFamily'
import { spectrumMeasurement } from './spectrumMeasurement'
import { spectrumRows } from './spectrumRows'

const modeOf = (lines: readonly string[]): string | undefined => /^"\s*([A-Z]+)\s*->/.exec(lines[1] ?? '')?.[1]
const names = new Map([
  ['ABSOR', 'Absorbance'],
  ['TRANS', '%T'],
  ['SCOPE', 'Intensity'],
  ['IRRAD', 'Irradiance'],
  ['REFLC', '%R']
])

function signal(mode: string, values: Float64Array): Column {
  return signalColumn(names.get(mode) ?? mode, values)
}

/** StellarNet SpectraWiz .ABS: two quoted lines ('" File: …', '"  ABSOR-> Wave:…'), then nm and value between blanks. */
export const stellarNet: SpectrumFamily = {
  recognises: (lines) =>
    /^"\s*File:/.test(lines[0] ?? '') && modeOf(lines) !== undefined
      ? { confidence: 'certain', why: 'it begins with the two quoted header lines of SpectraWiz', version: 'SpectraWiz' }
      : null,
  read(lines) {
    const clean = (line: string | undefined): string => (line ?? '').replace(/^[\s"]+|[\s"]+$/g, '')
    const settings = clean(lines[1])
      .replace(/^[A-Z]+\s*->\s*/, '')
      .split(/\s{2,}/)
      .flatMap((part) => {
        const pair = /^([^:]+):\s*(.*)$/.exec(part)
        return pair ? [{ name: pair[1]!.trim(), value: pair[2]!.trim() }] : part.trim() === '' ? [] : [{ name: 'remark', value: part.trim() }]
      })
    const { x, y, warnings } = spectrumRows(lines, 2)
    return spectrumMeasurement({
      title: '',
      settings: [{ name: 'File', value: clean(lines[0]).replace(/^File:\s*/, '') }, { name: 'Mode', value: modeOf(lines) ?? '' }, ...settings],
      warnings,
      wavelength: { name: 'Wavelength', quantity: 'wavelength', unit: 'nm', values: x },
      signal: signal(modeOf(lines) ?? '', y)
    })
  }
}
