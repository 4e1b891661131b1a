import type { Figure, Series } from '../../figure'
import { minMaxDecimate } from '../../numerics/minMaxDecimate'
import { adsorbateText } from '../../spectroscopy/adsorbateText'
import { groupCurves, type BandSearch } from '../../spectroscopy/findBands'
import type { Spectrum } from './spectraOf'

const MOST_POINTS = 1200

export interface ChosenSpectrum {
  readonly spectrum: Spectrum
  readonly label: string
  /** The same before it was smoothed; null where it was not. */
  readonly unsmoothed: readonly number[] | null
  /** What was done to it, '' for nothing. */
  readonly note: string
  readonly found: BandSearch
}

/** One spectrum of a series from the signal to the bands: measured with its baseline, and what is left of it with the fit and its residual. */
export function spectrumFigures({ spectrum, label, unsmoothed, note, found }: ChosenSpectrum, method: 'RAMAN' | 'IR'): Figure[] {
  const { wavenumber_cm: x, signal } = spectrum
  const axis = { title: method === 'IR' ? 'Wavenumber' : 'Raman shift', unit: 'cm⁻¹', ...(method === 'IR' ? { reversed: true } : {}) }
  const line = (name: string, y: ArrayLike<number>, style: Series['style'] = 'line', own: ArrayLike<number> = x, more: Partial<Series> = {}): Series => ({ name, style, ...minMaxDecimate(own, y, MOST_POINTS), ...more })
  const net = signal.map((value, i) => value - found.baseline[i]!)
  const groups = found.groups.map((group) => ({ group, own: x.slice(group.from, group.to), curves: groupCurves(x, group, found.groups) }))
  const residual = groups.flatMap(({ group, curves }) => curves.sum.map((value, i) => net[group.from + i]! - value))
  const [lowest, highest] = net.reduce(([a, b], value) => [Math.min(a, value), Math.max(b, value)], [Infinity, -Infinity] as [number, number])
  const under = Math.min(0, lowest) - 0.06 * (highest - lowest) - residual.reduce((most, value) => Math.max(most, value), 0)
  const gapped = <T>(parts: readonly (readonly T[])[], gap: T): T[] => parts.flatMap((part, i) => (i === 0 ? [...part] : [gap, ...part]))
  const title = method === 'IR' ? 'Infrared' : 'Raman'
  const over = { x: gapped(groups.map(({ own }) => own), NaN), sum: gapped(groups.map(({ curves }) => curves.sum), NaN), rest: gapped(groups.map(({ group, curves }) => curves.sum.map((value, i) => net[group.from + i]! - value + under)), NaN) }
  const measured: Figure = {
    kind: 'xy', id: `spectrum-${method}`, title: `${title}, ${label}: signal and baseline`, x: axis, y: { title: 'Signal', unit: '' },
    series: [
      line(unsmoothed ? 'before smoothing' : 'measured', unsmoothed ?? signal), ...(unsmoothed ? [line('smoothed', signal)] : []),
      line('baseline (airPLS)', found.baseline, 'dashed', x, note === '' ? {} : { note })
    ]
  }
  const fitted: Figure = {
    kind: 'xy', id: `fit-${method}`, title: `${title}, ${label}: bands above the baseline`, x: axis, y: { title: 'Signal \u2212 baseline', unit: '' },
    series: [
      line('corrected', net),
      ...groups.flatMap(({ group, own, curves }) => group.peaks.map(({ band }, i) => line(adsorbateText(band.name), curves.bands[i]!, 'line', own))),
      // Gaps between the groups: nothing is fitted there.
      ...(groups.length === 0 ? [] : [{ name: 'sum of the fit', style: 'dashed' as const, x: over.x, y: over.sum }, { name: 'residual, moved down', style: 'line' as const, x: over.x, y: over.rest }])
    ]
  }
  return [measured, fitted]
}
