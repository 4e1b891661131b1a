import type { Entry } from '../project'

/** Names that tell entries apart: the file's, with as many of its folders as it takes ('slab/DOSCAR'). */
export function distinctNames(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const tail = (entry: Entry, parts: number): string => (parts === 1 ? nameOf(entry) : entry.path.split(/[\\/]/).slice(-parts).join('/'))
  return new Map(entries.map((entry) => {
    let parts = 1
    while (parts < 6 && entries.some((other) => other !== entry && tail(other, parts) === tail(entry, parts))) parts += 1
    return [entry.id, tail(entry, parts)]
  }))
}

export function nameOf(entry: Entry | undefined): string {
  if (!entry) return ''
  const { run } = entry.fields
  const name = entry.path.split(/[\\/]/).at(-1) ?? entry.path
  return entry.measurement === null && run ? `run ${run.value}` : name
}
