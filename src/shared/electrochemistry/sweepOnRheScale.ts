import type { Need } from '../analyses/analysis'
import { columnOf, type Measurement } from '../measurement'
import type { Entry, ProjectDefaults } from '../project'
import { areaOf } from './areaOf'
import { cathodicSweep, type CathodicSweep } from './cathodicSweep'
import { rheScaleOf, type RheScale } from './potentialScale'
import { sweepsOf } from './sweepsOf'
import { toSi } from './unitFactor'

export interface RheSweep extends CathodicSweep { readonly scale: RheScale; readonly area_cm2: number }

type Sweep = RheSweep | { readonly needs: readonly Need[] }
/** The last sweep made of a measurement: while a window is dragged the same one is asked for sixty times a second. */
const known = new WeakMap<Measurement, { readonly fields: Entry['fields']; readonly defaults: string; readonly sweep: Sweep }>()

/**
 * The cathodic sweep of a potential–current measurement: V vs RHE (iR subtracted point by point where stated) and mA cm⁻² of
 * geometric area; or what is missing. RangeError, one sentence, for columns and units that cannot be used.
 */
export function sweepOnRheScale(entry: Entry, measurement: Measurement, defaults: ProjectDefaults): Sweep {
  const before = known.get(measurement)
  const text = JSON.stringify(defaults)
  if (before && before.fields === entry.fields && before.defaults === text) return before.sweep
  const sweep = makeSweep(entry, measurement, defaults)
  known.set(measurement, { fields: entry.fields, defaults: text, sweep })
  return sweep
}

function makeSweep(entry: Entry, measurement: Measurement, defaults: ProjectDefaults): Sweep {
  const scale = rheScaleOf(entry.fields, defaults)
  const area = areaOf(entry, defaults)
  if ('needs' in scale || typeof area !== 'number') return { needs: [...('needs' in scale ? scale.needs : []), ...(typeof area === 'number' ? [] : [area])] }
  const potential = columnOf(measurement, 'potential')
  const current = columnOf(measurement, 'current')
  if (!potential || !current) throw new RangeError('The sweep has no potential or no current column.')
  const volts = toSi(potential.unit)
  const amperes = toSi(current.unit)
  if (volts?.si !== 'V') throw new RangeError(`The unit "${potential.unit}" of its potential is not known.`)
  if (amperes?.si !== 'A' && amperes?.si !== 'A/cm2') throw new RangeError(`The unit "${current.unit}" of its current is not known.`)
  const toAmpere = amperes.factor * (amperes.si === 'A/cm2' ? area : 1)
  const rows = Math.min(potential.values.length, current.values.length)
  const potential_V = Float64Array.from({ length: rows }, (_, row) => potential.values[row]! * volts.factor)
  const current_A = Float64Array.from({ length: rows }, (_, row) => current.values[row]! * toAmpere)
  const j = current_A.map((i) => (i * 1000) / area)
  // The sweep is chosen on the measured potentials: iR correction may fold the curve back.
  const chosen = cathodicSweep(potential_V, j, sweepsOf(measurement, potential_V))
  const onRhe = chosen.potential_V.map((E, row) => scale.toRhe(E, (chosen.j_mA_cm2[row]! * area) / 1000))
  return { ...chosen, potential_V: onRhe, scale, area_cm2: area }
}
