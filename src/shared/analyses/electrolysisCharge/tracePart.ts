import type { TracePart } from '../../electrochemistry/chargeOfTrace'
import { nameOf } from '../../electrochemistry/electrolysis'
import { stretchesLeftOut } from '../../leftOut'
import type { Entry } from '../../project'
import type { Conditions, Settings } from '../analysis'

/** How legend and settings call a trace. */
export function traceName(entry: Entry, { potential_V_RHE, replicate, run, cycle }: Conditions): string {
  const which = replicate !== undefined ? (/^\d/.test(String(replicate)) ? `r${replicate}` : replicate) : cycle === undefined ? run : undefined
  return [potential_V_RHE === undefined ? nameOf(entry) : `${potential_V_RHE} V`, which, cycle === undefined ? undefined : `cycle ${cycle}`].filter((part) => part !== undefined).join(', ')
}

/** What replicates and cycles at one potential have in common: one entry of the legend. The nitrate is named where it is not that of most runs. */
export function familyOf({ potential_V_RHE, cycle, nitrate_M }: Conditions, usualNitrate_M: Conditions[string] | undefined): string | null {
  if (potential_V_RHE === undefined) return null
  return [`${potential_V_RHE} V`, cycle === undefined ? undefined : 'cycles', nitrate_M !== undefined && nitrate_M !== usualNitrate_M ? `${nitrate_M} M NO₃⁻` : undefined].filter((part) => part !== undefined).join(', ')
}

/** The most frequent of them. */
export function usualNitrate(runs: readonly { readonly conditions: Conditions }[]): Conditions[string] | undefined {
  const counts = new Map<Conditions[string] | undefined, number>()
  for (const { conditions } of runs) counts.set(conditions.nitrate_M, (counts.get(conditions.nitrate_M) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0]
}

/** One for all: to make a collator takes longer than to compare. */
const names = new Intl.Collator('en', { numeric: true })

/** Potentials as they are swept, then what belongs together, cycles last. */
export function byConditions(a: Conditions, b: Conditions): number {
  const number = (value: Conditions[string] | undefined, missing: number): number => (typeof value === 'number' ? value : missing)
  return number(a.cycle, 0) - number(b.cycle, 0) || number(b.potential_V_RHE, -99) - number(a.potential_V_RHE, -99) || number(b.nitrate_M, 0) - number(a.nitrate_M, 0) ||
    names.compare(String(a.replicate ?? a.run ?? ''), String(b.replicate ?? b.run ?? ''))
}

/** The part of a trace that the settings let count; undefined: all of it. */
export function partOf(settings: Settings, name: string): TracePart | undefined {
  const [from, to] = [Number(settings.from), Number(settings.to)]
  const leftOut = stretchesLeftOut(String(settings.leftOut), name).map((stretch) => ({ from: stretch.from * 3600, to: stretch.to * 3600 }))
  if (!(from > 0) && !(to > 0) && leftOut.length === 0) return undefined
  return { from_s: from * 3600, to_s: to > 0 ? to * 3600 : Infinity, leftOut, leftOutAs: settings.leftOutAs === 'nothing' ? 'nothing' : 'line' }
}

export function partText({ from_s, to_s, leftOut, leftOutAs }: TracePart): string {
  const hours = (seconds: number): string => String(Number((seconds / 3600).toPrecision(4)))
  const window = from_s > 0 || to_s < Infinity ? `, counted ${from_s > 0 ? `from ${hours(from_s)} h` : ''}${from_s > 0 && to_s < Infinity ? ' ' : ''}${to_s < Infinity ? `to ${hours(to_s)} h` : ''}` : ''
  const stretches = leftOut.length === 0 ? '' : `, without ${leftOut.map(({ from, to }) => `${hours(from)}–${hours(to)} h`).join(' and ')} (${leftOutAs === 'line' ? 'straight line between the ends' : 'no current there'})`
  return window + stretches
}
