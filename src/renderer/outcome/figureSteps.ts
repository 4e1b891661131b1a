import type { Figure } from '@shared/figure'
import { numbersIn, numbersPerStep } from '../charts/figureSize'

/**
 * From the figures of a card that are shown to new ones: where those hold many numbers they come one after the other, so that a card of a
 * dozen is not set in one piece of work. Until its turn a figure is that of before; those that have gone go with the first step.
 */
export function figureSteps(before: readonly Figure[], now: readonly Figure[]): readonly (readonly Figure[])[] {
  const old = new Map(before.map((figure) => [figure.id, figure]))
  let [step, weight] = [0, 0]
  const steps = now.map((figure) => {
    if (old.get(figure.id) === figure) return 0
    const more = numbersIn(figure)
    if (weight > 0 && weight + more > numbersPerStep) [step, weight] = [step + 1, 0]
    weight += more
    return step
  })
  return Array.from({ length: step + 1 }, (_, at) => now.flatMap((figure, i) => (steps[i]! <= at ? figure : old.get(figure.id) ?? [])))
}
