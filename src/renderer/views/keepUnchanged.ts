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

/** The same, one changed outcome after the other: the cards of a tab are not all set in one piece of work. Cards that come or go do so with the first. */
export function oneAfterTheOther(before: readonly Outcome[], answer: readonly Outcome[]): readonly Outcome[][] {
  const merged = keepUnchanged(before, answer)
  const shown = new Map(before.map((outcome) => [keyOf(outcome), outcome]))
  const later = merged.filter((outcome) => { const own = shown.get(keyOf(outcome)); return own !== undefined && own !== outcome })
  if (later.length < 2) return [merged]
  return later.map((_, step) => merged.map((outcome) => (later.indexOf(outcome) > step ? shown.get(keyOf(outcome))! : outcome)))
}
