import { groupBy } from '../groupBy'
import { remembered } from '../remembered'
import { readingInRow, type Member } from './electrolysisMember'

/**
 * A row names a file, and the file may hold several traces: its one reading then counts once in their electrolysis,
 * and in none where they are several electrolyses.
 */
export function readOnce(groups: ReadonlyMap<string, readonly Member[]>): ReadonlyMap<string, readonly Member[]> {
  const placed = [...groups].flatMap(([key, group]) => group.flatMap((member) => { const row = rowOf(member); return row === null ? [] : [{ key, member, row }] }))
  const repeated = [...groupBy(placed, ({ row }) => row).values()].filter((places) => places.length > 1)
  if (repeated.length === 0) return groups
  const instead = new Map<Member, Member | null>()
  for (const places of repeated) {
    const isOne = new Set(places.map(({ key }) => key)).size === 1
    places.forEach(({ member }, i) => { if (!isOne || i > 0) instead.set(member, isOne ? null : unclear(member, [], () => ({ ...member, part: 'unclear' }))) })
  }
  return new Map([...groups].map(([key, group]) => [key, group.flatMap((member) => { const other = instead.get(member); return other === undefined ? [member] : other ?? [] })]))
}

const unclear = remembered<Member>()

/** The row of the run sheet that a trace's reading stands in; null for all else. */
function rowOf({ entry, part }: Member): string | null {
  if (entry.measurement === null || part === 'trace') return null
  const reading = readingInRow(entry)
  return reading?.origin === 'runSheet' ? `${entry.fileId}\n${reading.where}` : null
}
