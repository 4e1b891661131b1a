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
const band = Array.from({ length: 40 }, (_, i) => Number((0.5 * Math.exp(-((i - 20) ** 2) / 50)).toFixed(4)))
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
export const fixtures: readonly Fixture[] = [
  { reader: 'spectrum-text', name: 'plate 3.dsp', bytes: bytes(visionLiteText(band)) },
  { reader: 'spectrum-text', name: 'plate 3.jaz', bytes: bytes(jazText(band.map((y) => [1, 100, 80, y] as const))) }
]
