import type { FoundBand } from '../../spectroscopy/findBands'
import type { Result } from '../analysis'
import type { Spectrum } from './spectraOf'

/** The first potential, on the way down, from which on a band is present in every spectrum; half the step before it is its error. */
export function bandOnsets(found: readonly { readonly spectrum: Spectrum; readonly bands: readonly FoundBand[] }[], method: string, catalyst: string | null): Result[] {
  const placed = found.filter(({ spectrum }) => spectrum.potential_V_RHE !== null)
  const names = [...new Set(placed.flatMap(({ bands }) => bands.map(({ band }) => band.name)))]
  if (placed.length < 3) return []
  return names.flatMap((name): Result[] => {
    const isThere = placed.map(({ bands }) => bands.some(({ band, isPresent }) => isPresent && band.name === name))
    const first = isThere.lastIndexOf(false) + 1
    // Present from the beginning on: its onset lies outside what was measured. A single last spectrum is no onset either.
    if (first === 0 || first >= placed.length - 1) return []
    const [before, at] = [placed[first - 1]!.spectrum.potential_V_RHE!, placed[first]!.spectrum.potential_V_RHE!]
    return [{
      catalyst, metric: 'band_onset', value: at, u: Math.abs(before - at) / 2, unit: 'V', conditions: { band: name, method }, inputs: [...new Set(placed.map(({ spectrum }) => spectrum.entryId))],
      method: `present in all ${placed.length - first} spectra from here on; not at ${before} V`
    }]
  })
}
