import type { Figure, Series } from '../../figure'
import { groupBy } from '../../groupBy'
import { minMaxDecimate } from '../../numerics/minMaxDecimate'
import { linesOf, type SpinAdduct } from '../../spectroscopy/spinAdducts'
import type { AdductFit } from './fitAdducts'

export interface DrawnSpectrum {
  readonly file: string
  readonly field: ArrayLike<number>
  readonly signal: ArrayLike<number>
  /** What its signal is multiplied by, and how that is called. */
  readonly factor: number
  readonly how: string
  /** null where nobody says. */
  readonly nitrate: 'with' | 'without' | null
  readonly fit: AdductFit | null
  readonly adducts: readonly SpinAdduct[]
}

/** A catalyst's first series is solid: that with nitrate. */
const ranks: readonly DrawnSpectrum['nitrate'][] = ['with', null, 'without']
const FITS = 'fits'
export const AS_RECORDED = 'as recorded'
const MOST_POINTS = 1500
const GAP = 0.1
const STICKS = 0.14

/** Spectra in one unit each: those per scan, gain and √power first, those as recorded in a figure of their own, as nothing compares their heights. */
export function spectraFigures(drawn: readonly DrawnSpectrum[], catalyst: string | null): Figure[] {
  const groups = [...groupBy(drawn, ({ how }) => how)].sort(([a], [b]) => Number(a === AS_RECORDED) - Number(b === AS_RECORDED))
  return groups.map(([how, spectra], i) => spectraFigure(spectra, catalyst, i === 0 ? { id: 'epr', title: 'EPR spectra' } : { id: 'epr-as-recorded', title: `EPR spectra, ${how}` }))
}

/**
 * Spectra above each other on one scale, each with its fit; nitrate-free ones dashed. Beneath them the lines of every adduct that was
 * found, as sticks as long as the lines are strong.
 */
function spectraFigure(drawn: readonly DrawnSpectrum[], catalyst: string | null, { id, title }: Pick<Figure, 'id' | 'title'>): Figure {
  const spectra = drawn.toSorted((a, b) => ranks.indexOf(a.nitrate) - ranks.indexOf(b.nitrate))
  const scaled = spectra.map(({ signal, factor }) => ({ times: factor, mean: Array.from(signal).reduce((sum, value) => sum + value, 0) / signal.length }))
  const ends = spectra.map(({ signal }, k) => Array.from(signal).reduce<[number, number]>(([a, b], value) => {
    const shown = (value - scaled[k]!.mean) * scaled[k]!.times
    return [Math.min(a, shown), Math.max(b, shown)]
  }, [Infinity, -Infinity]))
  const tallest = Math.max(...ends.map(([low, high]) => high - low))
  // From the top down: each curve's highest point lies a gap under the lowest of the one before.
  let top = 0
  const places = ends.map(([low, high], k) => {
    const place = k === 0 ? 0 : top - GAP * tallest - high
    top = place + low
    return place
  })
  const series = spectra.flatMap((spectrum, k): Series[] => {
    const onFigure = (values: ArrayLike<number>): number[] => Array.from(values, (value) => (value - scaled[k]!.mean) * scaled[k]!.times + places[k]!)
    const look = catalyst === null ? {} : { catalyst }
    return [
      { name: nameOf(spectrum, spectra), style: spectrum.nitrate === 'without' ? 'dashed' : 'line', ...look, ...minMaxDecimate(spectrum.field, onFigure(spectrum.signal), MOST_POINTS) },
      ...(spectrum.fit ? [{ name: `fit of ${nameOf(spectrum, spectra)}`, family: FITS, style: 'line' as const, ...minMaxDecimate(spectrum.field, onFigure(spectrum.fit.fitted), MOST_POINTS) }] : [])
    ]
  })
  return {
    kind: 'xy', id, title, x: { title: 'Magnetic field', unit: 'G' }, series: [...series, ...sticksOf(spectra, top, tallest)],
    y: { title: `dχ″/dB ${spectra[0]!.how}${spectra.length > 1 ? ', moved apart' : ''}`, unit: '' }
  }
}

/** 'without NO₃⁻' where that tells it from the others, else its file. */
function nameOf(spectrum: DrawnSpectrum, all: readonly DrawnSpectrum[]): string {
  const isAlone = all.filter(({ nitrate }) => nitrate === spectrum.nitrate).length === 1
  return spectrum.nitrate !== null && isAlone ? `${spectrum.nitrate} NO₃⁻` : spectrum.file
}

/** One row of sticks an adduct, about the centre of the first spectrum that shows it. */
function sticksOf(spectra: readonly DrawnSpectrum[], under: number, height: number): Series[] {
  const adducts = [...new Set(spectra.flatMap((spectrum) => spectrum.adducts))]
  return adducts.map((adduct, i): Series => {
    const centre = spectra.find((spectrum) => spectrum.adducts.includes(adduct))!.fit!.centre_G
    const foot = under - height * ((i + 1) * (STICKS + 0.04))
    const lines = linesOf(adduct)
    const strongest = Math.max(...lines.map(({ weight }) => weight))
    return { name: adduct.name, style: 'line', x: lines.flatMap(({ offset_G }) => [centre + offset_G, centre + offset_G, NaN]), y: lines.flatMap(({ weight }) => [foot, foot + STICKS * height * (weight / strongest), NaN]) }
  })
}
