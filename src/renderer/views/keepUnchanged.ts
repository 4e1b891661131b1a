import type { Outcome } from '@shared/analyses/analysis'

const keyOf = ({ analysis, catalyst }: Outcome): string => `${analysis} ${catalyst ?? ''}`
/** The key of a trace stands for all that an analysis is made of; findings and needs may change beside it. */
const isSame = (a: Outcome, b: Outcome): boolean =>
  a.trace.key === b.trace.key && a.trace.appVersion === b.trace.appVersion && a.state === b.state && JSON.stringify([a.findings, a.needs]) === JSON.stringify([b.findings, b.needs])

/** The outcomes of an answer, those that have not changed as the objects that are shown already: their cards and charts stay as they are. */
export function keepUnchanged(before: readonly Outcome[], answer: readonly Outcome[]): Outcome[] {
  const shown = new Map(before.map((outcome) => [keyOf(outcome), outcome]))
  return answer.map((outcome) => {
    const own = shown.get(keyOf(outcome))
    return own && isSame(own, outcome) ? own : outcome
  })
}
