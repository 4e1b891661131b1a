import type { Figure, Series } from '../../figure'
import { columnOf, type Measurement } from '../../measurement'
import type { Conditions, Result } from '../analysis'

export interface CasaComponent {
  readonly name: string
  readonly position_eV: number
  readonly fwhm_eV: number
  readonly area: number
  /** Of all components of its region, without sensitivity factors. */
  readonly share_percent: number
  readonly lineshape: string
}

/** Components that somebody fitted in CasaXPS, as its text has them; positions that are kinetic energies become binding energies. Empty where there are none. */
export function casaComponents({ settings, columns, facts }: Measurement): CasaComponent[] {
  const byName = new Map<string, Map<string, unknown>>()
  for (const { name, value } of settings) {
    const [, component, row] = /^(.+): (Position|FWHM|Area|Lineshape)$/.exec(name) ?? []
    if (component === undefined || row === undefined) continue
    byName.set(component, (byName.get(component) ?? new Map<string, unknown>()).set(row, value))
  }
  const energies = columns.find(({ quantity }) => quantity === 'binding_energy')?.values ?? new Float64Array(0)
  const source = facts.find(({ name }) => name === 'sourceEnergy_eV')?.value
  const [low, high] = energies.reduce(([a, b], value) => [Math.min(a, value), Math.max(b, value)], [Infinity, -Infinity] as [number, number])
  const isInside = (energy: number): boolean => energy >= low - 1 && energy <= high + 1
  const read = [...byName].flatMap(([name, rows]) => {
    const [position, fwhm_eV, area] = ['Position', 'FWHM', 'Area'].map((row) => Number(rows.get(row))) as [number, number, number]
    const position_eV = isInside(position) || typeof source !== 'number' ? position : source - position
    return isInside(position_eV) && fwhm_eV > 0 && area > 0 ? [{ name, position_eV, fwhm_eV, area, lineshape: String(rows.get('Lineshape') ?? '') }] : []
  })
  const total = read.reduce((sum, { area }) => sum + area, 0)
  return read.map((component) => ({ ...component, share_percent: (100 * component.area) / total }))
}

/** Position, width, area and share of each; `shift_eV` is that of the charge reference. CasaXPS exports no errors of them. */
export function casaResults(components: readonly CasaComponent[], conditions: Conditions, shift_eV: number, catalyst: string | null, inputs: readonly string[]): Result[] {
  return components.flatMap(({ name, position_eV, fwhm_eV, area, share_percent, lineshape }) => {
    const of = (metric: string, value: number, unit: string, more: string): Result => ({
      catalyst, metric, value, u: null, unit, conditions: { ...conditions, component: name }, inputs, method: `component of CasaXPS${lineshape === '' ? '' : `, ${lineshape}`}, as exported${more}`
    })
    return [
      of('xps_position', position_eV + shift_eV, 'eV', shift_eV === 0 ? '' : `, shifted by ${shift_eV.toFixed(2)} eV`), of('xps_fwhm', fwhm_eV, 'eV', ''), of('xps_area', area, 'CPS eV', ''),
      of('xps_share', share_percent, '%', '; share of the areas of its region, without sensitivity factors')
    ]
  })
}

/** The fit as CasaXPS has it: points, background, envelope and components, in counts per second. */
export function casaFigure(measurement: Measurement, components: readonly CasaComponent[], region: string, shift_eV: number, catalyst: string | null): Figure[] {
  const energy = columnOf(measurement, 'binding_energy')
  const named = (name: string): Float64Array | undefined => measurement.columns.find((column) => column.name === `${name} (CPS)`)?.values ?? measurement.columns.find((column) => column.name === name)?.values
  const counts = named('CPS')
  if (!energy || !counts) return []
  const rows = [...energy.values.keys()].filter((row) => Number.isFinite(energy.values[row]) && Number.isFinite(counts[row])).sort((a, b) => energy.values[a]! - energy.values[b]!)
  const x = rows.map((row) => energy.values[row]! + shift_eV)
  const line = (name: string, style: Series['style'], more: Partial<Series> = {}): Series[] => {
    const values = named(name)
    return values ? [{ name: name === 'CPS' ? 'measured' : name, style, x, y: rows.map((row) => values[row]!), ...more }] : []
  }
  return [{
    kind: 'xy', id: `casa-${region.replace(/[^a-z0-9]+/gi, '-')}`, title: `${region}, components of CasaXPS`, x: { title: 'Binding energy', unit: 'eV', reversed: true }, y: { title: 'Intensity', unit: 'CPS' },
    series: [...line('CPS', 'points', catalyst === null ? {} : { catalyst }), ...line('Background', 'dashed'), ...components.flatMap(({ name }) => line(name, 'line')), ...line('Envelope', 'line', catalyst === null ? {} : { catalyst })]
  }]
}
