import { randomUUID } from 'node:crypto'
import type { Outcome } from '../../shared/analyses/analysis'
import type { SentOutcome } from '../../shared/api'
import { differenceOf } from '../../shared/difference'
import { oneByteJson } from './oneByteJson'

interface Sent { readonly version: string; readonly outcome: Outcome }
const placeOf = ({ analysis, catalyst }: Outcome): string => `${analysis}\n${catalyst ?? ''}`

/**
 * Sends outcomes to the window: those that it has already as their version alone, those of which it has the version before as what differs.
 * An outcome is never changed, only replaced: each object is a version of its own. What was asked of a process that has ended since is
 * known to nobody.
 */
export function createSendOutcomes(): (outcomes: readonly Outcome[], known: readonly string[]) => SentOutcome[] {
  const versions = new WeakMap<Outcome, string>()
  const process = randomUUID().slice(0, 8)
  let last = 0
  /** What the view that asked last holds. */
  let held = new Map<string, Sent>()
  return (outcomes, known) => {
    const isKnown = new Set(known)
    const now = new Map<string, Sent>()
    const sent = outcomes.map((outcome): SentOutcome => {
      const version = versions.get(outcome) ?? `${process}-${(last += 1)}`
      versions.set(outcome, version)
      const place = placeOf(outcome)
      const before = held.get(place)
      if (isKnown.has(version)) {
        if (before?.version === version) now.set(place, before)
        return { version, json: null }
      }
      // The figures of an outcome are left to the store once it is written; a copy has them at hand for the next time.
      const copy = { ...outcome }
      now.set(place, { version, outcome: copy })
      return before && isKnown.has(before.version)
        ? { version, since: before.version, json: oneByteJson(differenceOf(before.outcome, copy)) }
        : { version, json: oneByteJson(copy) }
    })
    held = now
    return sent
  }
}
