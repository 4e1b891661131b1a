export interface Span { readonly left: number; readonly right: number }

/** The first row in which each span touches none that was placed before it. */
export function labelRows(spans: readonly Span[]): readonly number[] {
  const rows: Span[][] = []
  return spans.map((span) => {
    const free = rows.findIndex((row) => row.every(({ left, right }) => span.left >= right || span.right <= left))
    if (free < 0) return rows.push([span]) - 1
    rows[free]!.push(span)
    return free
  })
}
