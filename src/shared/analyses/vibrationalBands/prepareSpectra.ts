import { interpolate } from '../../numerics/interpolate'
import { savitzkyGolay } from '../../spectroscopy/savitzkyGolay'
import type { Spectrum } from './spectraOf'

export const treatments = ['as recorded', 'absorbance change −log₁₀(R/R₀)', 'difference to the reference'] as const
export const references = ['most positive potential', 'most negative potential', 'first of the file', 'last of the file'] as const
export const normalisations = ['none', 'highest point', 'G band'] as const
export interface Preparation {
  readonly treatment: (typeof treatments)[number]
  readonly reference: (typeof references)[number]
  readonly normalisation: (typeof normalisations)[number]
  /** Points of the Savitzky–Golay window; below 5: none. */
  readonly smoothing: number
}
export interface Prepared { readonly spectra: readonly Spectrum[]; /** What was done, for the figure; '': nothing. */ readonly note: string }

const G_BAND_CM = { from: 1500, to: 1700 }

/**
 * The spectra as they are analysed: against a reference spectrum (single beams give A = −log₁₀(R/R₀); the reference itself is left out),
 * smoothed (Savitzky–Golay, cubic), divided by their highest point or by that of the G band above the lowest. RangeError, one sentence,
 * where the reference does not cover a spectrum or a single beam is not positive.
 */
export function prepareSpectra(spectra: readonly Spectrum[], { treatment, reference, normalisation, smoothing }: Preparation): Prepared {
  const done: string[] = []
  let list = spectra
  if (treatment !== 'as recorded' && spectra.length > 1) {
    const zero = referenceOf(spectra, reference)
    list = spectra.filter((spectrum) => spectrum !== zero).map((spectrum) => ({ ...spectrum, signal: against(spectrum, zero, treatment === treatments[1]) }))
    done.push(`${treatment === treatments[1] ? '−log₁₀(R/R₀)' : 'difference'} to ${zero.potential_V_RHE === null ? zero.name : `${String(zero.potential_V_RHE).replace('-', '\u2212')} V`}`)
  }
  const window = 2 * Math.floor(smoothing / 2) + 1
  if (window >= 5) {
    list = list.map((spectrum) => ({ ...spectrum, signal: savitzkyGolay(spectrum.wavenumber_cm, spectrum.signal, window) }))
    done.push(`smoothed (Savitzky–Golay ${window}, cubic)`)
  }
  if (normalisation !== 'none') {
    list = list.map((spectrum) => ({ ...spectrum, signal: normalised(spectrum, normalisation === 'G band') }))
    done.push(`divided by the ${normalisation === 'G band' ? 'G band' : 'highest point'}`)
  }
  return { spectra: list, note: done.join(', ') }
}

function referenceOf(spectra: readonly Spectrum[], reference: Preparation['reference']): Spectrum {
  const inFile = spectra.toSorted((a, b) => a.place - b.place)
  const placed = spectra.filter(({ potential_V_RHE }) => potential_V_RHE !== null).toSorted((a, b) => b.potential_V_RHE! - a.potential_V_RHE!)
  if (reference === 'most positive potential') return placed[0] ?? inFile[0]!
  if (reference === 'most negative potential') return placed.at(-1) ?? inFile.at(-1)!
  return reference === 'first of the file' ? inFile[0]! : inFile.at(-1)!
}

function against(spectrum: Spectrum, zero: Spectrum, isRatio: boolean): number[] {
  const [low, high] = [zero.wavenumber_cm[0]!, zero.wavenumber_cm.at(-1)!]
  if (spectrum.wavenumber_cm[0]! < low - 2 || spectrum.wavenumber_cm.at(-1)! > high + 2) throw new RangeError(`the reference ${zero.name} covers ${low.toFixed(0)} to ${high.toFixed(0)} cm⁻¹ only; ${spectrum.name} reaches further.`)
  const isSameGrid = zero.wavenumber_cm.length === spectrum.wavenumber_cm.length && zero.wavenumber_cm.every((place, i) => place === spectrum.wavenumber_cm[i])
  return spectrum.signal.map((value, i) => {
    const under = isSameGrid ? zero.signal[i]! : interpolate(zero.wavenumber_cm, zero.signal, Math.min(high, Math.max(low, spectrum.wavenumber_cm[i]!)))!
    if (!isRatio) return value - under
    if (!(value > 0) || !(under > 0)) throw new RangeError(`−log₁₀(R/R₀) needs single beams above zero, but ${spectrum.name} has ${(value > 0 ? under : value).toPrecision(3)} at ${spectrum.wavenumber_cm[i]!.toFixed(0)} cm⁻¹; spectra that are absorbances already are taken as recorded.`)
    return -Math.log10(value / under)
  })
}

function normalised({ wavenumber_cm, signal, name }: Spectrum, byG: boolean): number[] {
  const inside = signal.filter((_, i) => !byG || (wavenumber_cm[i]! >= G_BAND_CM.from && wavenumber_cm[i]! <= G_BAND_CM.to))
  if (inside.length === 0) throw new RangeError(`${name} does not reach the G band (1500 to 1700 cm⁻¹).`)
  const [low, high] = inside.reduce(([a, b], value) => [Math.min(a, value), Math.max(b, value)], [Infinity, -Infinity] as [number, number])
  if (!(high > low)) throw new RangeError(`${name} is flat, so that there is nothing to divide by.`)
  return signal.map((value) => value / (high - low))
}
