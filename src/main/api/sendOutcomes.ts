import { randomUUID } from 'node:crypto'
import type { Outcome } from '../../shared/analyses/analysis'
import type { SentOutcome } from '../../shared/api'
import { oneByteJson } from './oneByteJson'

/**
 * Sends outcomes to the window, those that it has already as their version alone. An outcome is never changed, only replaced: each object
 * is a version of its own. What was asked of a process that has ended since is known to nobody.
 */
export function createSendOutcomes(): (outcomes: readonly Outcome[], known: readonly string[]) => SentOutcome[] {
  const versions = new WeakMap<Outcome, string>()
  const process = randomUUID().slice(0, 8)
  let last = 0
  return (outcomes, known) => {
    const held = new Set(known)
    return outcomes.map((outcome) => {
      const version = versions.get(outcome) ?? `${process}-${(last += 1)}`
      versions.set(outcome, version)
      return { version, json: held.has(version) ? null : oneByteJson(outcome) }
    })
  }
}
