/**
 * Neegala Raman spectrometers (.csv, .txt): lines 'key,value' (name, time_stamp, integ_time in integ_unit, averages, laserPower, wl: the laser
 * as '532nm'), then the table Pixels, Wavelength, Wavenumbers, Raman_Shift, Raw_Data, Background_Data, Processed_Data.
 * Traps: the first key differs from version to version (id, name, 'SpecApp, Metadata'); Wavenumbers are absolute; the file tells no number of rows.
 */
import type { Column, Measurement } from '../../measurement'
import { ReadError } from '../reader'
import { delimitedRows, isoStart, keyedSettings, laserFact, linesOf, plain, settingOf, type RamanDialect } from './ramanDialect'

const namesLine = /^Pixels,Wavelength,Wavenumbers,Raman_Shift,/
const known = new Map<string, Pick<Column, 'quantity' | 'unit'>>([
  ['Wavelength', { quantity: 'wavelength', unit: 'nm' }], ['Wavenumbers', { quantity: 'other', unit: 'cm-1' }], ['Raman_Shift', { quantity: 'wavenumber', unit: 'cm-1' }],
  ...['Raw_Data', 'Background_Data', 'Processed_Data'].map((name) => [name, { quantity: 'intensity', unit: '' }] as const)
])

function read(file: Parameters<RamanDialect['read']>[0]): readonly Measurement[] {
  const lines = linesOf(file)
  const at = lines.slice(0, 500).findIndex((line) => namesLine.test(line))
  const names = (lines[at] ?? '').split(',').map((name) => name.trim())
  const table = delimitedRows(lines, at + 1, { separator: ',', decimal: '.', width: names.length })
  if (at < 0 || table.rows === 0) throw new ReadError('No row of numbers follows the names of the columns (Pixels, Wavelength …); the file was cut off, export it again.')
  const columns = names.map((name, i): Column => ({ name, ...(known.get(name) ?? { quantity: 'other', unit: '' }), values: table.columns[i]! }))
  const named = (name: string): Column | undefined => columns.find((column) => column.name === name)
  const signal = named('Processed_Data') ?? named('Raw_Data')
  if (!signal) throw new ReadError('The table has neither the column Processed_Data nor Raw_Data; export it again with them.', { line: at + 1 })
  const shift = named('Raman_Shift')!
  const settings = keyedSettings(lines.slice(0, at), ',')
  return [{
    ...plain, title: settingOf(settings, 'name'), settings, startedAt: isoStart(settingOf(settings, 'time_stamp')), facts: laserFact(settingOf(settings, 'wl')),
    columns: [shift, signal, ...columns.filter((one) => one !== shift && one !== signal)],
    warnings: [...table.warnings, ...(signal.name === 'Raw_Data' ? ['The background is not subtracted: the table holds raw data only.'] : [])], complete: table.warnings.length === 0
  }]
}

export const neegala: RamanDialect = {
  recognises: (beginning) => (new RegExp(namesLine.source, 'm').test(beginning.slice(0, 8192)) ? { confidence: 'certain', why: 'it holds the columns Pixels, Wavelength, Wavenumbers, Raman_Shift of Neegala', version: 'Neegala' } : null),
  read
}
