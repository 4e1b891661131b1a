import type { Need } from '../analyses/analysis'
import { message } from '../message'
import type { Electrolysis } from './electrolysis'
import { unreadableNeed } from './unreadable'

export interface CatalystMass { readonly mass_mg: number; readonly method: string }

/** Mass of catalyst on the electrode: `mass (mg)` where stated, else loading × area (contracts 6), else what is missing. */
export function catalystMass(run: Pick<Electrolysis, 'fields'>, area_cm2: number | undefined, entries: readonly string[]): CatalystMass | Need {
  const mass_mg = run.fields.mass_mg?.value
  const unreadable = unreadableNeed(run.fields, 'mass_mg') ?? (mass_mg === undefined ? unreadableNeed(run.fields, 'loading_mg_cm2') : undefined)
  if (unreadable) return { ...unreadable, entries }
  const loading = run.fields.loading_mg_cm2?.value
  if (mass_mg !== undefined && mass_mg > 0) return { mass_mg, method: `m = ${mass_mg} mg` }
  if (mass_mg === undefined && loading !== undefined && loading > 0 && area_cm2 !== undefined) return { mass_mg: loading * area_cm2, method: `m = ${loading} mg cm⁻² × ${area_cm2} cm²` }
  const isBad = mass_mg !== undefined || (loading !== undefined && !(loading > 0))
  const text = isBad ? 'a mass or loading of catalyst above zero' : loading === undefined ? 'mass of catalyst, or its loading and the electrode area' : 'electrode area (for mass = loading × area)'
  return { message: message(isBad ? 'needs.massPositive' : loading === undefined ? 'needs.mass' : 'needs.areaForMass', text), where: 'runSheet', field: loading === undefined || isBad ? 'loading_mg_cm2' : 'area_cm2', entries }
}
