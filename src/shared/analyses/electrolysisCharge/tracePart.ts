import type { TracePart } from '../../electrochemistry/chargeOfTrace'
import { nameOf } from '../../electrochemistry/electrolysis'
import { stretchesLeftOut } from '../../leftOut'
import type { Entry } from '../../project'
import type { Conditions, Settings } from '../analysis'

/** How legend and settings call a trace. */
export function traceName(entry: Entry, { potential_V_RHE, replicate, run, cycle }: Conditions): string {
  return [potential_V_RHE === undefined ? nameOf(entry) : `${potential_V_RHE} V`, replicate ?? run, cycle === undefined ? undefined : `cycle ${cycle}`].filter((part) => part !== undefined).join(', ')
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
