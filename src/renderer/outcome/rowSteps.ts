/** New rows that are made in one step: each has a button for every number. */
const rowsPerStep = 8

interface Row { readonly key: string }

/**
 * From the rows of a table that are shown to new ones, some at a time; until then those of before stay in their places. Rows with keys of
 * before are no work and come at once.
 */
export function rowSteps<Shown extends Row>(before: readonly Shown[], now: readonly Shown[]): readonly (readonly Shown[])[] {
  const old = new Set(before.map(({ key }) => key))
  const ends: number[] = []
  let fresh = 0
  now.forEach(({ key }, i) => {
    fresh += old.has(key) ? 0 : 1
    if (fresh <= rowsPerStep) return
    ends.push(i)
    fresh = 1
  })
  return [...ends.map((end) => {
    const first = now.slice(0, end)
    const keys = new Set(first.map(({ key }) => key))
    return [...first, ...before.slice(end).filter(({ key }) => !keys.has(key))]
  }), now]
}
