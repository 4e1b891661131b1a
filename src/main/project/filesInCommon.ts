import type { FileDetail, FilesInCommon } from '../../shared/api'
import type { Entry } from '../../shared/project'
import type { Driver } from '../store/driver'
import { fileDetail, fileIdOf } from './inbox'

type Chosen = { readonly id: string; readonly reader: string | null; readonly columnNames: string | null }

const different = <T>(values: readonly T[]): T[] => [...new Set(values)]
const placeOf = (id: string): number => Number(id.slice(id.lastIndexOf(':') + 1))

/** What the files behind these rows of the Inbox have in common; those that have gone meanwhile are left out. */
export function filesInCommon(driver: Driver, entries: readonly Entry[], ids: readonly string[], previewText: (bytes: Uint8Array) => readonly string[] | null): FilesInCommon {
  const asked = JSON.stringify(different(ids.map(fileIdOf)))
  const known = new Map(driver.all<Chosen & { chosenReader: string | null }>('SELECT id, reader, chosenReader, columnNames FROM files WHERE id IN (SELECT value FROM json_each(?))', [asked]).map((file) => [file.id, file]))
  const present = ids.filter((id) => known.has(fileIdOf(id)))
  const [first] = present
  if (first === undefined) throw new RangeError('That file is no longer in the project.')
  const files = different(present.map(fileIdOf)).map((id) => known.get(id)!)
  const of = new Map<string, Entry[]>(files.map(({ id }) => [id, []]))
  for (const entry of entries) of.get(entry.fileId)?.push(entry)
  const own = [...of.values()].flat()
  const detail = fileDetail(driver, entries, first, previewText)
  return {
    fileIds: files.map(({ id }) => id), entries: own.map(({ id }) => id), first: detail,
    catalysts: different(own.map(({ fields }) => fields.catalyst?.value ?? null)), readers: different(files.map(({ chosenReader }) => chosenReader)),
    tables: tablesOf(detail, files, files.map(({ id }) => measured(of.get(id)!)))
  }
}

const measured = (entries: readonly Entry[]): Entry[] => entries.filter(({ measurement }) => measurement !== null).sort((a, b) => placeOf(a.id) - placeOf(b.id))

function tablesOf({ columnNames }: FileDetail, files: readonly Chosen[], entriesOf: readonly (readonly Entry[])[]): FilesInCommon['tables'] {
  const [first] = entriesOf
  if (columnNames === null || !first || first.length === 0) return null
  const shapes = files.map(({ reader, columnNames: said }, i) => JSON.stringify([reader, said === null ? [] : JSON.parse(said), entriesOf[i]!.map(shapeOf)]))
  if (different(shapes).length > 1) return null
  return first.map((_, place) => {
    const entries = entriesOf.map((own) => own[place]!)
    return { entries: entries.map(({ id }) => id), techniques: different(entries.map(({ fields }) => fields.technique?.value ?? null)) }
  })
}

const shapeOf = ({ id, measurement }: Entry): unknown => [placeOf(id), measurement!.columns.map(({ name, quantity, unit, at, first }) => [name, quantity, unit, at ?? null, typeof first === 'string'])]
