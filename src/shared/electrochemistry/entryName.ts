import { groupBy } from '../groupBy'
import type { Entry } from '../project'
import { nameOfPath, partsOfPath } from '../storedPath'

const MOST_PARTS = 6

/** Names that tell entries apart: the file's, with as many of its folders as it takes ('slab/DOSCAR'). */
export function distinctNames(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const tail = (entry: Entry, parts: number): string => (parts === 1 ? nameOf(entry) : partsOfPath(entry.path).slice(-parts).join('/'))
  const names = new Map(entries.map((entry) => [entry.id, nameOf(entry)]))
  let alike: readonly Entry[] = entries
  for (let parts = 1; alike.length > 0 && parts < MOST_PARTS; parts += 1) {
    const count = groupBy(entries, (entry) => tail(entry, parts))
    alike = alike.filter((entry) => count.get(tail(entry, parts))!.length > 1)
    for (const entry of alike) names.set(entry.id, tail(entry, parts + 1))
  }
  return names
}

export function nameOf(entry: Entry | undefined): string {
  if (!entry) return ''
  const { run } = entry.fields
  const name = nameOfPath(entry.path)
  return entry.measurement === null && run ? `run ${run.value}` : name
}
