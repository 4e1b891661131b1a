/** Which rows of a list are chosen, as in the lists of file managers. Rows are known by their ids, so that what is chosen stays so while others come in. */
export interface Selection {
  readonly ids: ReadonlySet<string>
  /** Where the keyboard is. */
  readonly current: string | null
  /** Where a stretch begins. */
  readonly anchor: string | null
}

export const nothingSelected: Selection = { ids: new Set(), current: null, anchor: null }

export const only = (id: string): Selection => ({ ids: new Set([id]), current: id, anchor: id })

/** The keyboard goes there, and what is chosen stays. */
export const at = (selection: Selection, id: string): Selection => ({ ...selection, current: id })

export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, current: id, anchor: id }
}

/** All from the anchor to a row, instead of what was chosen or in addition to it. */
export function upTo({ ids, current, anchor }: Selection, id: string, order: readonly string[], adds = false): Selection {
  const to = order.indexOf(id)
  const found = [anchor, current].map((one) => (one === null ? -1 : order.indexOf(one))).find((place) => place >= 0)
  const from = found ?? to
  const stretch = order.slice(Math.min(from, to), Math.max(from, to) + 1)
  return { ids: new Set([...(adds ? ids : []), ...stretch]), current: id, anchor: order[from] ?? id }
}

export const all = ({ current, anchor }: Selection, order: readonly string[]): Selection =>
  ({ ids: new Set(order), current: current ?? order[0] ?? null, anchor: anchor ?? order[0] ?? null })

/** The row so many rows away, or the first or last where there are not so many. */
export function stepped({ current }: Selection, by: number, order: readonly string[]): string | null {
  const place = current === null ? -1 : order.indexOf(current)
  return order[Math.min(order.length - 1, Math.max(0, place < 0 ? 0 : place + by))] ?? null
}
