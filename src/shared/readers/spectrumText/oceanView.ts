import type { Column } from '../../measurement'
import { textSettings } from '../table/textSettings'
import { signalColumn } from './signalColumn'
import type { SpectrumFamily } from './spectrumFamily'
import { spectrumMeasurement } from './spectrumMeasurement'
import { spectrumRows } from './spectrumRows'

const isMarker = (line: string): boolean => /^>>>>>\s*Begin .*Spectral Data<<<<</i.test(line.trim())
const months = new Map(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((name, i) => [name, String(i + 1).padStart(2, '0')])
)

/** 'Mon Jul 24 14:38:32 CEST 2023' → local time. */
function startOf(text: string): string | null {
  const parts = /^\w{3} (\w{3}) (\d{1,2}) (\d{2}:\d{2}:\d{2}) (?:\S+ )?(\d{4})$/.exec(text.trim())
  const month = parts && months.get(parts[1]!.toLowerCase())
  return parts && month ? `${parts[4]}-${month}-${parts[2]!.padStart(2, '0')}T${parts[3]}` : null
}

/** The first line names the quantity that was saved: 'Data from Absorbance_14-38-32.txt Node'. */
function signal(firstLine: string, values: Float64Array): Column {
  const word = /absorbance|transmission|reflection|irradiance|raman/i.exec(firstLine)?.[0]
  return signalColumn(word ?? 'Signal', values)
}

/** Ocean Insight OceanView and SpectraSuite: 'key: value' lines, a marker, then wavelength TAB value. */
export const oceanView: SpectrumFamily = {
  recognises: (lines) =>
    lines.slice(0, 100).some(isMarker) ? { confidence: 'certain', why: 'the line ">>>>>Begin Spectral Data<<<<<" of OceanView' } : null,
  read(lines) {
    const marker = lines.findIndex(isMarker)
    const { x, y, warnings } = spectrumRows(lines, marker + 1)
    const settings = textSettings(lines.slice(0, marker))
    const stated = (name: string): string => String(settings.find((setting) => setting.name === name)?.value ?? '')
    const pixels = Number(stated('Number of Pixels in Spectrum'))
    const isShort = pixels > 0 && x.length < pixels
    const isWavelength = !/wavenumber|shift|pixel/i.test(stated('XAxis mode'))
    return spectrumMeasurement({
      title: '',
      settings,
      startedAt: startOf(stated('Date')),
      complete: !isShort,
      wavelength: {
        name: stated('XAxis mode') || 'Wavelengths',
        quantity: isWavelength ? 'wavelength' : 'other',
        unit: isWavelength ? 'nm' : '',
        values: x
      },
      signal: signal(lines.find((line) => line.trim() !== '') ?? '', y),
      warnings: [...warnings, ...(isShort ? [`The file holds ${x.length} of ${pixels} points; it was cut off, export it again.`] : [])]
    })
  }
}
