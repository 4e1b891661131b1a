import type { Fixture } from '../fixture'

const comma = (value: number): string => String(value).replace('.', ',')
/** A .dsp from the layout alone. */
export function visionLiteText(values: readonly number[], first = 200, step = 2): string {
  const last = first + step * (values.length - 1)
  return ['lab', 'Scan', '1', 'blank of plate 3', 'nm', first, last, step, values.length, 'A', comma(Math.min(...values)), comma(Math.max(...values)), '0', 'Administrator', '', '23,11,2026 10:15:24', ' VISIONlite Scan Version 1,0', '#SPECIFIC1', '0', '#DATA',
    ...values.map(comma), '', ''].join('\n')
}
/** A Jaz file from the layout alone: wavelength, dark, reference, sample, processed. */
export function jazText(spectra: readonly (readonly [number, number, number, number])[], isProcessed: 'Yes' | 'No' = 'Yes'): string {
  return ['Jaz Data File', '++++++++++++++++++++++++++++++++++++', 'Date: Mon Aug 29 16:23:13 2011', `Processed Spectrum Present: ${isProcessed}`, `Number of Pixels in Processed Spectrum: ${spectra.length}`, '>>>>>Begin Processed Spectral Data<<<<<', 'W\tD\tR\tS\tP',
    ...spectra.map((row, i) => [190.5 + i, ...row].join('\t')), '>>>>>End Processed Spectral Data<<<<<', ''].join('\n')
}
/** An AvaSoft text from the layout alone: wavelength and the named columns; 'Scope' has no column of its own. */
export function avaSoftText(names: readonly string[], rows: readonly (readonly number[])[], point = '.'): string {
  const units = names.filter((name) => name !== 'Scope').map((name) => name === 'Absorbance' ? '[A.U.]' : name === 'Transmittance' ? '[% transmittance] ' : '[counts] ')
  return ['0804016U1- ', 'Integration time: 100.00 ms', 'Average: 20 scans', 'Nr of pixels used for smoothing: 0', `Data measured with spectrometer name: 0804016U1${'\0'.repeat(40)}`, ['Wave   ', ...names.map((name) => name.padEnd(9))].join(';'), ['[nm]   ', ...units].join(';'),
    ...rows.map((row) => row.map((value, i) => value.toFixed(i === 0 ? 2 : 4).replace('.', point)).join(';')), ''].join('\r\n')
}
const band = Array.from({ length: 40 }, (_, i) => Number((0.5 * Math.exp(-((i - 20) ** 2) / 50)).toFixed(4)))
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
export const fixtures: readonly Fixture[] = [
  { reader: 'spectrum-text', name: 'plate 3.dsp', bytes: bytes(visionLiteText(band)) },
  { reader: 'spectrum-text', name: 'plate 3.ttt', bytes: bytes(avaSoftText(['Dark', 'Ref', 'Sample', 'Absorbance'], band.map((y, i) => [300 + i / 2, 1, 900, 450, y]))) },
  { reader: 'spectrum-text', name: 'plate 3.jaz', bytes: bytes(jazText(band.map((y) => [1, 100, 80, y] as const))) }
]
