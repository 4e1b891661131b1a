import type { Finding } from '@shared/analyses/analysis'

/** Findings that say the same of different files or runs, by the order of the first of each kind. */
export function alikeFindings<Item>(items: readonly Item[], findingOf: (item: Item) => Finding): readonly { readonly key: string; readonly alike: readonly Item[] }[] {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const { level, rule, message } = findingOf(item)
    const key = `${level} ${rule} ${message.id}`
    const known = groups.get(key)
    if (known) known.push(item)
    else groups.set(key, [item])
  }
  return [...groups].map(([key, alike]) => ({ key, alike }))
}

/** One more line would not be shorter than the finding that it stands for. */
const fewEnough = 3
const firstOnes = 2
/** Of many that say the same the first ones. */
export const firstOf = <Item>(alike: readonly Item[]): readonly Item[] => (alike.length <= fewEnough ? alike : alike.slice(0, firstOnes))
