import type { Column, Measurement, NamedValue } from '../../measurement'
import { ReadError } from '../reader'
import { longestBlock, numberBlocks } from '../table/numberBlock'
import { textSettings } from '../table/textSettings'
import { signalColumn } from './signalColumn'
import type { SpectrumFamily } from './spectrumFamily'
import { spectrumMeasurement } from './spectrumMeasurement'
import { spectrumRows } from './spectrumRows'

/** '>>>>>Begin Processed Spectral Data<<<<<', also in the words of other languages. */
const isMarker = (line: string): boolean => /^>>>>>.*Data<<<<</i.test(line.trim())
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

const startedAtOf = (settings: readonly NamedValue[]): string | null => settings.map(({ value }) => startOf(String(value))).find((time) => time !== null) ?? null

const jazNames = ['Dark', 'Reference', 'Sample', 'Processed'] as const
/** Jaz writes four spectra side by side: dark, reference, sample and what was made of them. */
function jaz(lines: readonly string[], marker: number, settings: readonly NamedValue[]): Measurement {
  const block = longestBlock(numberBlocks(lines.slice(marker + 2)).blocks)
  if (!block || block.columns.length !== 5) throw new ReadError(`No spectra follow line ${marker + 2} (five columns: W, D, R, S, P); the file is cut off, copy it again.`, { line: marker + 2 })
  const stated = (name: string): string => String(settings.find((setting) => setting.name === name)?.value ?? '')
  const pixels = Number(stated('Number of Pixels in Processed Spectrum'))
  const isShort = pixels > 0 && block.rows < pixels
  const spectra = jazNames.map((name, i): Column => ({ name, quantity: name === 'Processed' ? 'other' : 'intensity', unit: '', values: block.columns[i + 1]!.values }))
  const signal = spectra[stated('Processed Spectrum Present') === 'No' ? 2 : 3]!
  const measurement = spectrumMeasurement({
    title: '', settings, startedAt: startedAtOf(settings), complete: !isShort, signal,
    wavelength: { name: 'Wavelengths', quantity: 'wavelength', unit: 'nm', values: block.columns[0]!.values },
    warnings: [...(block.skipped.length > 0 ? [`${block.skipped.length} lines inside the spectrum are not five numbers and were left out.`] : []), ...(isShort ? [`The file holds ${block.rows} of ${pixels} points; it was cut off, export it again.`] : [])]
  })
  return { ...measurement, columns: [...measurement.columns, ...spectra.filter((one) => one !== signal)] }
}

/** Ocean Insight OceanView and SpectraSuite: 'key: value' lines, a marker, then wavelength TAB value. */
export const oceanView: SpectrumFamily = {
  recognises: (lines) =>
    lines.slice(0, 100).some(isMarker) ? { confidence: 'certain', why: 'it holds the line ">>>>>Begin Spectral Data<<<<<" of OceanView', version: 'OceanView' } : null,
  read(lines) {
    const marker = lines.findIndex(isMarker)
    const settings = textSettings(lines.slice(0, marker))
    if (/^W\tD\tR\tS\tP\s*$/.test(lines[marker + 1] ?? '')) return jaz(lines, marker, settings)
    const { x, y, warnings } = spectrumRows(lines, marker + 1)
    const stated = (name: string): string => String(settings.find((setting) => setting.name === name)?.value ?? '')
    const pixels = Number(stated('Number of Pixels in Spectrum'))
    const isShort = pixels > 0 && x.length < pixels
    const isWavelength = !/wavenumber|shift|pixel/i.test(stated('XAxis mode'))
    return spectrumMeasurement({
      title: '',
      settings,
      startedAt: startedAtOf(settings),
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
