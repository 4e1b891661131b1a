import type { Entry } from '../project'

/** The unit that all spectra give their intensity in; arbitrary units where they differ or give none. */
export function intensityUnit(entries: readonly Entry[]): string {
  const units = new Set(entries.flatMap(({ measurement }) => (measurement?.columns ?? []).filter(({ quantity }) => quantity === 'intensity').map(({ unit }) => unit)))
  const [only = ''] = units
  return units.size === 1 && only !== '' ? only : 'a.u.'
}
