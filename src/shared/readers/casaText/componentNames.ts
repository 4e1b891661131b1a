/** Components of one region may share a name (four times 'Fe 2p'): from the second on they are numbered, so that none hides another. */
export function numbered(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return name === '' || count === 1 ? name : `${name} (${count})`
  })
}
