/** How often each name occurs; what has none is not counted. */
export function counted<Item>(items: readonly Item[], nameOf: (item: Item) => string | null | undefined): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) {
    const name = nameOf(item)
    if (name !== null && name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}
