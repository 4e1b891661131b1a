/**
 * B&W Tek BWRam and BWSpec (.txt): 'File Version;BWRam4.11_1', lines 'key;value', then a table: Pixel, Wavelength, Wavenumber, Raman Shift,
 * Dark, Reference and for each spectrum (#1, #2 …) raw data, dark subtracted, %TR, absorbance, irradiance.
 * Traps: decimal commas of the PC; the axes are empty outside the range shown, the intensities are not; a separator ends each row; what the
 * program calls absorbance is 0 in a Raman measurement; the spectrometer need not be one for Raman.
 */
import type { Column, Measurement } from '../../measurement'
import { ReadError } from '../reader'
import { delimitedRows, isoStart, keyedSettings, laserFact, linesOf, plain, settingOf, type RamanDialect } from './ramanDialect'

const mark = /^File Version([;,])(BW(?:Ram|Spec)[\w.]{0,20})/
const axes = new Map<string, Pick<Column, 'quantity' | 'unit'>>([['Wavelength', { quantity: 'wavelength', unit: 'nm' }], ['Wavenumber', { quantity: 'other', unit: 'cm-1' }], ['Raman Shift', { quantity: 'wavenumber', unit: 'cm-1' }]])
const isCounts = (name: string): boolean => /^(Dark|Reference|Raw data)/.test(name)

function columnOf(name: string, values: Float64Array): Column {
  const axis = axes.get(name)
  if (axis) return { name, ...axis, values }
  return { name, quantity: isCounts(name) ? 'intensity' : 'other', unit: name.startsWith('%') ? '%' : /\(([^()]{1,20})\)/.exec(name)?.[1] ?? '', values }
}

/** '#2' of 'Raw data #2'; '' of a column that all spectra share. */
const spectrumOf = (name: string): string => /#\d+$/.exec(name)?.[0] ?? ''

function read(file: Parameters<RamanDialect['read']>[0]): readonly Measurement[] {
  const lines = linesOf(file)
  const separator = mark.exec(lines[0]!)?.[1] ?? ';'
  const at = lines.slice(0, 500).findIndex((line) => line.startsWith(`Pixel${separator}`))
  if (at < 0) throw new ReadError('The file ends before its table (Pixel, Wavelength …); it was cut off, export it again from the B&W Tek program.')
  const names = lines[at]!.split(separator).map((name) => name.trim())
  while (names.at(-1) === '') names.pop()
  const decimal = separator === ';' && /\d,\d/.test(lines.slice(at + 1, at + 51).join('\n')) ? ',' : '.'
  const table = delimitedRows(lines, at + 1, { separator, decimal, width: names.length })
  if (table.rows === 0) throw new ReadError(`No row of the table follows line ${at + 1}; the file was cut off, export it again from the B&W Tek program.`, { line: at + 1 })
  const settings = keyedSettings(lines.slice(0, at), separator)
  const columns = names.map((name, i) => columnOf(name, table.columns[i]!))
  const last = lastPixel(settings)
  const isShort = columns[0]!.values.at(-1)! < last
  const spectra = [...new Set(names.map(spectrumOf))].filter((name) => name !== '')
  return (spectra.length === 0 ? [''] : spectra).map((spectrum): Measurement => {
    const own = columns.filter(({ name }) => ['', spectrum].includes(spectrumOf(name)))
    const signal = own.find(({ name }) => name.startsWith('Dark Subtracted')) ?? own.find(({ name }) => name.startsWith('Raw data'))
    if (!signal) throw new ReadError('The table has neither the column Raw data nor Dark Subtracted; export it again with them.', { line: at + 1 })
    const shift = own.find(({ name, values }) => name === 'Raman Shift' && values.some(Number.isFinite))
    const x = shift ?? own.find(({ name, values }) => name === 'Wavelength' && values.some(Number.isFinite)) ?? own[0]!
    return {
      ...plain, technique: shift ? 'RAMAN' : 'OTHER', title: spectra.length > 1 ? spectrum : '', settings, startedAt: isoStart(settingOf(settings, 'Date')), facts: laserFact(settingOf(settings, 'laser_wavelength')),
      columns: [x, signal, ...own.filter((one) => one !== x && one !== signal)],
      warnings: [
        ...table.warnings, ...(shift ? [] : ['The table holds no Raman shift, so that the spectrum is not taken for a Raman spectrum.']),
        ...(signal.name.startsWith('Raw data') ? ['The dark signal is not subtracted: the table holds raw data only.'] : []),
        ...(isShort ? [`The table ends at pixel ${columns[0]!.values.at(-1)} of ${last}; the file was cut off, export it again.`] : [])
      ],
      complete: !isShort && table.warnings.length === 0
    }
  })
}

/** A part of the pixels may be saved; −Infinity where the file does not say which. */
function lastPixel(settings: Measurement['settings']): number {
  const number = (key: string): number => Number.parseInt(settingOf(settings, key), 10)
  const end = number(settingOf(settings, 'all_data_save') === '0' ? 'sel_pixel_end' : 'pixel_end')
  return Number.isFinite(end) ? end - Math.max(0, (number('sel_pixel_delta') || 1) - 1) : -Infinity
}

export const bwTek: RamanDialect = {
  recognises(beginning) {
    const found = mark.exec(beginning)
    return found ? { confidence: 'certain', why: 'it begins with the line "File Version" of BWRam or BWSpec', version: found[2]! } : null
  },
  read
}
