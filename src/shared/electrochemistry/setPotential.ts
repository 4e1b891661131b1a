import type { Conditions } from '../analyses/analysis'
import { mean } from '../numerics/mean'
import { sampleSd } from '../numerics/sampleSd'

/**
 * Conditions about the potential. `potential_V_RHE` is iR-corrected where the row states iR, and `set_potential_V_RHE` then is what was set;
 * `potential_sd_V` is how the corrected ones of replicates scatter. `potential_V` was applied and cannot be put on the RHE scale.
 */
export const potentialKeys = ['potential_V_RHE', 'set_potential_V_RHE', 'potential_sd_V', 'potential_V'] as const

export interface Place { readonly potential_V: number; readonly isOnRhe: boolean }

/** The potential that was set, by which replicates and cycles belong together; undefined where nobody states one. */
export function placeOf({ set_potential_V_RHE, potential_V_RHE, potential_V }: Conditions): Place | undefined {
  const onRhe = set_potential_V_RHE ?? potential_V_RHE
  if (typeof onRhe === 'number') return { potential_V: onRhe, isOnRhe: true }
  return typeof potential_V === 'number' ? { potential_V, isOnRhe: false } : undefined
}

const round6 = (value: number): number => Math.round(value * 1e6) / 1e6
const meanOf = (values: readonly number[]): number => (new Set(values).size === 1 ? values[0]! : round6(mean(values)))

/** The potential of several results of one set potential, corrected ones with their spread. Where not all are corrected, only the set one is theirs in common. */
export function meanPotential(all: readonly Conditions[]): { readonly potential: Conditions; readonly note: string } {
  const numbers = (key: (typeof potentialKeys)[number]): number[] => all.flatMap((conditions) => { const value = conditions[key]; return typeof value === 'number' ? [value] : [] })
  const [corrected, set, applied] = [numbers('potential_V_RHE'), numbers('set_potential_V_RHE'), numbers('potential_V')]
  if (corrected.length === 0) return { potential: applied.length === 0 ? {} : { potential_V: meanOf(applied) }, note: '' }
  if (set.length === 0) return { potential: { potential_V_RHE: meanOf(corrected) }, note: '' }
  if (set.length === all.length) return { potential: { potential_V_RHE: meanOf(corrected), set_potential_V_RHE: meanOf(set), ...(corrected.length > 1 ? { potential_sd_V: round6(sampleSd(corrected)) } : {}) }, note: '' }
  return { potential: { potential_V_RHE: meanOf(all.flatMap((conditions) => placeOf(conditions)?.potential_V ?? [])) }, note: 'at the set potential, as not every run states its iR' }
}
