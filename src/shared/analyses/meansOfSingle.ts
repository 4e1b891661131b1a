import { remembered } from '../remembered'
import type { Result } from './analysis'

/** Which means among the results a single one went into: all that it was made of, they were made of, too. */
export function meansOfSingle(results: readonly Result[]): (single: Result) => readonly Result[] {
  const { means, byInput } = indices(results, [], () => indexOf(results))
  return ({ inputs: [first, ...others] }) => (first === undefined ? means : (byInput.get(first) ?? none).filter((mean) => others.every((id) => byInput.get(id)?.includes(mean))))
}

interface Index { readonly means: readonly Result[]; readonly byInput: ReadonlyMap<string, readonly Result[]> }
const indices = remembered<Index>()
const none: readonly Result[] = []

function indexOf(results: readonly Result[]): Index {
  const means = results.filter(({ n }) => n !== undefined)
  const byInput = new Map<string, Result[]>()
  for (const mean of means) {
    for (const id of mean.inputs) {
      const known = byInput.get(id)
      if (!known) byInput.set(id, [mean])
      else if (known.at(-1) !== mean) known.push(mean)
    }
  }
  return { means, byInput }
}
