import type { Figure } from '../../figure'
import { toSignificant } from '../../numerics/toSignificant'
import type { Spectrum } from './spectraOf'

const fewest = 4
const columns = 400
/** A colour tells some hundred steps apart; six digits keep counts of a million. */
const digits = 6

/** A series of spectra as colours over wavenumber and potential, or over their place in the file; nothing for a few spectra or for different ranges. */
export function heatMap(spectra: readonly Spectrum[], method: 'RAMAN' | 'IR', note: string): Figure[] {
  const low = Math.max(...spectra.map(({ wavenumber_cm }) => wavenumber_cm[0] ?? Infinity))
  const high = Math.min(...spectra.map(({ wavenumber_cm }) => wavenumber_cm.at(-1) ?? -Infinity))
  if (spectra.length < fewest || !(high - low > 20)) return []
  const byPotential = spectra.every(({ potential_V_RHE }) => potential_V_RHE !== null) && new Set(spectra.map(({ potential_V_RHE }) => potential_V_RHE)).size === spectra.length
  const rows = byPotential ? spectra.toSorted((a, b) => a.potential_V_RHE! - b.potential_V_RHE!) : spectra.toSorted((a, b) => a.place - b.place)
  const xs = Array.from({ length: columns }, (_, i) => low + ((i + 0.5) * (high - low)) / columns)
  const step = (high - low) / columns
  return [{
    kind: 'heat', id: `heat-${method}`, title: `${method === 'IR' ? 'Infrared' : 'Raman'} series${note === '' ? '' : `, ${note}`}`,
    x: { title: method === 'IR' ? 'Wavenumber' : 'Raman shift', unit: 'cm⁻¹', ...(method === 'IR' ? { reversed: true } : {}) },
    y: byPotential ? { title: 'E vs RHE', unit: 'V' } : { title: 'Spectrum', unit: '' }, z: { title: 'Signal', unit: '' },
    xs, ys: rows.map((spectrum, i) => (byPotential ? spectrum.potential_V_RHE! : i + 1)), values: rows.map((spectrum) => binned(spectrum, low, step).map((value) => toSignificant(value, digits)))
  }]
}

/** Means of the points in each column; where the grid is coarser, the straight line between its points. */
function binned({ wavenumber_cm: x, signal: y }: Spectrum, low: number, step: number): number[] {
  const [sum, count] = [new Float64Array(columns), new Float64Array(columns)]
  for (let i = 0; i < x.length; i += 1) {
    const column = Math.floor((x[i]! - low) / step)
    if (column < 0 || column >= columns) continue
    sum[column]! += y[i]!
    count[column]! += 1
  }
  let at = 0
  return Array.from(sum, (total, column) => {
    if (count[column]! > 0) return total / count[column]!
    const place = low + (column + 0.5) * step
    while (at + 1 < x.length && x[at + 1]! < place) at += 1
    const [from, to] = [x[at]!, x[at + 1] ?? x[at]!]
    return to > from && place >= from && place <= to ? y[at]! + ((place - from) / (to - from)) * (y[at + 1]! - y[at]!) : NaN
  })
}
