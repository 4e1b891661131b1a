import { techniqueOf } from '../../electrochemistry/techniqueOf'
import { columnOf, type Measurement } from '../../measurement'
import type { CatalystEntries, Entry } from '../../project'
import type { BackgroundKind } from '../../spectroscopy/background'
import { carbonReference } from '../../spectroscopy/coreLines'
import { chargedLineIn, lineIn, type CoreLevel } from './lineIn'

export interface CoreSpectrum { readonly entry: Entry; readonly x: Float64Array; readonly y: Float64Array; readonly measurement: Measurement; /** How many stand one behind the other in its file; 1 unless it is a depth profile or another series. */ readonly ofSeries: number }
export interface Carbon { readonly entry: Entry; readonly level: CoreLevel; /** What is added to every binding energy so that C 1s lies at 284.8 eV. */ readonly shift_eV: number }

/** Spectra that reach beyond the valence band. */
export const coreEntries = (view: CatalystEntries): Entry[] => view.entries.filter((entry) => techniqueOf(entry) === 'XPS' && (entry.measurement?.columns.some(({ quantity, max }) => quantity === 'binding_energy' && (max ?? 0) > 40) ?? false))

/** Of a series the first spectrum: that of the surface, before anything was sputtered away. */
export function coreSpectra(view: CatalystEntries, load: (entryId: string) => Measurement): CoreSpectrum[] {
  return coreEntries(view).flatMap((entry) => {
    const measurement = load(entry.id)
    const energy = columnOf(measurement, 'binding_energy')
    const signal = columnOf(measurement, 'intensity') ?? measurement.columns.find(({ quantity, name, labels }) => quantity === 'other' && !labels && !/transmission|background|envelope/i.test(name))
    if (!energy || !signal) return []
    const series = measurement.segments.filter(({ kind }) => kind === 'spectrum')
    const { start, end } = series.length > 1 ? series[0]! : { start: 0, end: energy.values.length }
    return [{ entry, x: energy.values.subarray(start, end), y: signal.values.subarray(start, end), measurement, ofSeries: Math.max(1, series.length) }]
  })
}

/** The best known C 1s of a sample; undefined where none stands out. */
export function carbonOf(spectra: readonly CoreSpectrum[], kind: BackgroundKind): Carbon | undefined {
  const find = (search: typeof lineIn): Carbon | undefined => spectra.flatMap(({ entry, x, y }) => {
    const level = search(x, y, carbonReference.from_eV, carbonReference.to_eV, kind)
    return level ? [{ entry, level, shift_eV: carbonReference.position_eV - level.position_eV }] : []
  }).sort((a, b) => (a.level.u_eV ?? 1) - (b.level.u_eV ?? 1))[0]
  return find(lineIn) ?? find(chargedLineIn)
}
