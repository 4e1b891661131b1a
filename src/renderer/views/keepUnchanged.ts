import type { Outcome } from '@shared/analyses/analysis'
import { numbersIn, numbersPerStep } from '../charts/figureSize'

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

/** Of several steps that fit into a frame none waits: they are small so that a slow machine sets one. */
const cardsPerStep = 2

const weightOf = ({ figures, results }: Outcome): number => figures.reduce((sum, figure) => sum + numbersIn(figure), results.length)

/** The same, some changed outcomes after the others: the cards of a tab are not all set in one piece of work. Cards that come or go do so with the first. */
export function inSteps(before: readonly Outcome[], answer: readonly Outcome[]): readonly Outcome[][] {
  const merged = keepUnchanged(before, answer)
  const shown = new Map(before.map((outcome) => [keyOf(outcome), outcome]))
  const stepOf = new Map<Outcome, number>()
  let [step, weight, cards] = [0, 0, 0]
  for (const outcome of merged) {
    const own = shown.get(keyOf(outcome))
    if (own === undefined || own === outcome) continue
    const more = weightOf(outcome)
    if (cards > 0 && (weight + more > numbersPerStep || cards >= cardsPerStep)) [step, weight, cards] = [step + 1, 0, 0]
    stepOf.set(outcome, step)
    weight += more
    cards += 1
  }
  return Array.from({ length: step + 1 }, (_, now) => merged.map((outcome) => ((stepOf.get(outcome) ?? 0) > now ? shown.get(keyOf(outcome))! : outcome)))
}
