import type { Result } from './analysis'

/** Which of the means a single result went into: all that it was made of, they were made of, too. */
export function meansOfSingle(means: readonly Result[]): (single: Result) => readonly Result[] {
  const byInput = new Map<string, Result[]>()
  for (const mean of means) {
    for (const id of mean.inputs) {
      const known = byInput.get(id)
      if (!known) byInput.set(id, [mean])
      else if (known.at(-1) !== mean) known.push(mean)
    }
  }
  return ({ inputs: [first, ...others] }) => (first === undefined ? means : (byInput.get(first) ?? []).filter((mean) => others.every((id) => byInput.get(id)?.includes(mean))))
}
