import type { Need } from '../analyses/analysis'
import type { FieldKey, FieldValues, ResolvedFields } from '../metadata/fields'
import type { ProjectDefaults } from '../project'
import { message, type Message } from '../message'
import { nernstSlope_V, potentialVsRhe } from './potentialVsRhe'
import { findReference, type FoundReference } from './referencePotentials'
import { unreadableNeed } from './unreadable'

export { potentialVsRhe } from './potentialVsRhe'

export interface RheScale {
  /** V vs RHE of a potential against the stated reference; without a current no iR is subtracted. i in A, negative for reduction. */
  readonly toRhe: (applied_V: number, current_A?: number) => number
  /** What was done, for the method text of a result. */
  readonly method: string
  /** null: iR is not corrected, because Ru or the fraction is not stated. */
  readonly iR: { readonly ru_ohm: number; readonly fraction: number } | null
  /** Assumptions that a result on this scale rests on, each to be shown as a note. */
  readonly notes: readonly Message[]
}

/** Nearer than this, a reference electrode is off by less than set potentials are told apart by (5 mV). */
const FAR_FROM_25_C = 5

export interface ScaleNeeds { readonly needs: readonly Need[] }

/** How potentials measured under these conditions become V vs RHE, or what is missing for it. */
export function rheScaleOf(fields: ResolvedFields, defaults: ProjectDefaults): RheScale | ScaleNeeds {
  const unread = (key: FieldKey): Need[] => [unreadableNeed(fields, key) ?? []].flat()
  const stated = <K extends FieldKey>(key: K): FieldValues[K] => (fields[key]?.value as FieldValues[K]) ?? (unread(key).length > 0 ? undefined : defaults.fields[key])
  const iR = iROf(stated('ru_ohm'), stated('irFraction'))
  const written = stated('reference')?.trim()
  const needs: Need[] = [...(iR instanceof Error ? [need('irFraction', 'needs.irFraction', iR.message)] : []), ...unread('ru_ohm'), ...unread('irFraction')]
  if (!written) return { needs: [...needs, need('reference', 'needs.reference', 'reference electrode')] }
  const found = findReference(written, defaults.referencePotentials)
  if (!found) {
    const text = 'potential vs SHE of the reference electrode {name}, which is not in the table of Settings'
    return { needs: [...needs, { ...need('reference', 'needs.referencePotential', text, { name: written }), where: 'settings' }] }
  }
  const pH = stated('pH')
  const isRhe = found.electrode.name === 'RHE'
  if (!isRhe && pH === undefined) needs.push(...(unread('pH').length > 0 ? unread('pH') : [need('pH', 'needs.pH', 'pH of the electrolyte')]))
  if (!isRhe) needs.push(...unread('temperature_C'))
  const temperature_C = stated('temperature_C')
  if (temperature_C !== undefined && !(temperature_C > -273.15)) {
    needs.push(need('temperature_C', 'needs.temperature', 'a temperature above −273.15 °C, not {given} °C', { given: temperature_C }))
  }
  if (needs.length > 0 || iR instanceof Error) return { needs }
  return scale(found, isRhe ? 0 : pH ?? 0, temperature_C, iR)
}

/**
 * The scale of the set potential in `potential (V)`: against the reference that its own source states with it (a file name means
 * RHE, a run-sheet row its reference or the project's default), whatever the instrument measured against.
 */
export function setPotentialScaleOf(fields: ResolvedFields, defaults: ProjectDefaults): RheScale | ScaleNeeds {
  const potential = fields.potential_V
  if (potential?.against === undefined) return rheScaleOf(fields, defaults)
  const { origin, where } = potential
  return rheScaleOf({ ...fields, reference: { value: potential.against, origin, where } }, defaults)
}

function scale(found: FoundReference, pH: number, temperature_C: number | undefined, iR: RheScale['iR']): RheScale {
  const { name, potential_V, source } = found.electrode
  const temperature_K = (temperature_C ?? 25) + 273.15
  const setting = { referencePotential_V: potential_V, pH, temperature_K }
  const reference = name === 'RHE'
    ? 'potentials as recorded vs RHE'
    : `E(RHE) = E + ${potential_V} V (${name}${found.assumedFilling ? ', filling not stated' : ''}; ${source}) + ` +
      `${nernstSlope_V(temperature_K).toFixed(5)} V × pH ${pH} at ${temperature_C ?? 25} °C${temperature_C === undefined ? ' (temperature not stated)' : ''}`
  const correction = iR ? `${iR.fraction * 100} % of i·R_u subtracted (R_u = ${iR.ru_ohm} Ω)` : 'not iR-corrected'
  const isFarFrom25 = Math.abs((temperature_C ?? 25) - 25) > FAR_FROM_25_C && found.isShipped && !['RHE', 'SHE'].includes(name)
  const notes = [
    ...(found.assumedFilling ? [message('note.referenceFilling', 'The filling of the reference electrode is not stated; {name} ({potential} V vs SHE) was taken.', { name, potential: potential_V })] : []),
    ...(isFarFrom25 ? [message('note.referenceTemperature', 'The potential of {name} ({potential} V vs SHE) is that at 25 °C, not at {temperature} °C, where it may differ by 0.5 to 1 mV for each degree: enter your own in Settings.', { name, potential: potential_V, temperature: temperature_C ?? 25 })] : [])
  ]
  return {
    toRhe: (applied_V, current_A) =>
      potentialVsRhe({ applied_V, ...setting, ...(iR && current_A !== undefined ? { current_A, ru_ohm: iR.ru_ohm, irFraction: iR.fraction } : {}) }),
    method: `${reference}; ${correction}`,
    iR,
    notes
  }
}

function iROf(ru_ohm: number | undefined, fraction: number | undefined): RheScale['iR'] | Error {
  if (ru_ohm === undefined || fraction === undefined) return null
  if (!(fraction >= 0 && fraction <= 1)) return new RangeError(`an iR fraction between 0 and 1, not ${fraction}`)
  if (!(ru_ohm >= 0)) return new RangeError(`an uncompensated resistance Ru of at least 0 ohm, not ${ru_ohm}`)
  return { ru_ohm, fraction }
}

function need(field: FieldKey, id: string, text: string, params?: Readonly<Record<string, string | number>>): Need {
  return { message: message(id, text, params), where: 'runSheet', field }
}
