import { setPotentialScaleOf } from '../../electrochemistry/potentialScale'
import { columnOf, type Measurement } from '../../measurement'
import type { Entry, ProjectDefaults } from '../../project'

export interface Spectrum {
  readonly entryId: string
  readonly name: string
  /** Rising. */
  readonly wavenumber_cm: readonly number[]
  readonly signal: readonly number[]
  /** null where nobody states it. */
  readonly potential_V_RHE: number | null
  /** Of a series without potentials: its place, as the file has it. */
  readonly place: number
}

/** Every spectrum of a measurement: one, or one a segment of a series, with the potential at which it was taken. */
export function spectraOf(entry: Entry, measurement: Measurement, defaults: ProjectDefaults, name: string): Spectrum[] {
  const x = columnOf(measurement, 'wavenumber')
  const y = columnOf(measurement, 'absorbance') ?? columnOf(measurement, 'intensity') ?? measurement.columns.find(({ quantity, labels }) => quantity === 'other' && !labels)
  if (!x || !y) return []
  const segments = measurement.segments.filter(({ kind }) => kind === 'spectrum')
  const parts = segments.length > 1 ? segments : [{ kind: 'spectrum' as const, start: 0, end: x.values.length }]
  const scale = setPotentialScaleOf(entry.fields, defaults)
  const toRhe = (volt: number): number | null => ('needs' in scale ? null : Math.round(scale.toRhe(volt) * 1e6) / 1e6)
  const series = measurement.columns.find(({ quantity }) => quantity === 'potential')
  return parts.map((part, place) => {
    const rows = Array.from({ length: part.end - part.start }, (_, i) => part.start + i).filter((row) => Number.isFinite(x.values[row]) && Number.isFinite(y.values[row])).sort((a, b) => x.values[a]! - x.values[b]!)
    const label = 'label' in part && part.label !== undefined ? part.label : ''
    const own = series?.values[part.start] ?? potentialIn(label)
    const volt = Number.isFinite(own) ? own! : segments.length > 1 ? undefined : entry.fields.potential_V?.value
    return {
      entryId: entry.id, name: label === '' ? name : `${name}, ${label}`, place, potential_V_RHE: volt === undefined ? null : toRhe(volt),
      wavenumber_cm: rows.map((row) => x.values[row]!), signal: rows.map((row) => y.values[row]!)
    }
  })
}

const potentialIn = (label: string): number | undefined => {
  const match = /([+\-\u2212]?\d+(?:\.\d+)?)\s*(m?)V\b/.exec(label)
  return match ? Number(match[1]!.replace('\u2212', '-')) * (match[2] === 'm' ? 0.001 : 1) : undefined
}
