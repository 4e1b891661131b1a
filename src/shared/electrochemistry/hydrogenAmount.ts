import { GAS_CONSTANT_J_PER_MOL_K } from '../constants'
import { mean } from '../numerics/mean'
import { sampleSd } from '../numerics/sampleSd'
import type { Need } from '../analyses/analysis'
import { message } from '../message'
import type { Entry } from '../project'
import type { Electrolysis } from './electrolysis'
import { unreadableNeed } from './unreadable'

const PRESSURE_PA = 101_325

export interface HydrogenAmount { readonly amountMol: number; readonly u_mol: number | null; readonly inputs: readonly string[]; readonly method: string }

/**
 * H2 from online GC: n = x·v̇·P·t/(R T), mean of the injections of a run (x in ppm of volume, v̇ in mL/min at the stated
 * temperature, else 25 °C, and 101 325 Pa). undefined without an injection.
 */
export function hydrogenAmount(run: Electrolysis, entries: ReadonlyMap<string, Entry>, time_h: number): HydrogenAmount | { readonly needs: readonly Need[] } | undefined {
  const injections = run.readings.flatMap((id) => entries.get(id) ?? []).filter(isInjection)
  if (injections.length === 0) return undefined
  const inputs = injections.map((entry) => entry.id)
  const unreadable = unreadableNeed(run.fields, 'temperature_C') ?? injections.map(({ fields }) => unreadableNeed(fields, 'flow_mL_min')).find((need) => need !== undefined)
  if (unreadable) return { needs: [{ ...unreadable, entries: inputs }] }
  const temperature_C = run.fields.temperature_C?.value
  const temperature_K = (temperature_C ?? 25) + 273.15
  const rates: number[] = []
  for (const entry of injections) {
    const flow_mL_min = entry.fields.flow_mL_min?.value ?? run.fields.flow_mL_min?.value
    if (flow_mL_min === undefined || !(flow_mL_min > 0)) return { needs: [{ message: message('needs.flow', 'gas flow (mL/min) of the H2 injection'), where: 'runSheet', field: 'flow_mL_min', entries: [entry.id] }] }
    const x = (entry.fields.h2_ppm?.value ?? NaN) * 1e-6
    const flow_m3_s = (flow_mL_min * 1e-6) / 60
    rates.push((x * flow_m3_s * PRESSURE_PA) / (GAS_CONSTANT_J_PER_MOL_K * temperature_K))
  }
  const seconds = time_h * 3600
  const u = rates.length > 1 ? (sampleSd(rates) / Math.sqrt(rates.length)) * seconds : null
  return { amountMol: mean(rates) * seconds, u_mol: u, inputs, method: `H2 from ${rates.length} injection(s) by GC at 101 325 Pa and ${temperature_C ?? 25} °C${temperature_C === undefined ? ' (temperature not stated)' : ''}` }
}

export const isInjection = (entry: Entry): boolean => entry.fields.h2_ppm !== undefined
