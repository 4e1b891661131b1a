import { catalystNamed } from './catalystName'
import { fieldDefinitions, type FieldKey, type FieldValue, type FieldValues, type Origin, type ResolvedFields, type Sourced, type Unreadable } from './fields'
import type { NameTemplate } from './nameTemplate/parseTemplate'
import { readName, type ReadName } from './nameTemplate/readName'
import { parseName } from './parseName'
import { composed } from './plainText'
import { replicateName } from './replicateName'

export interface RowSource {
  readonly fields: FieldValues
  readonly tags: readonly { readonly name: string; readonly value: string }[]
  readonly unread?: readonly { readonly field: FieldKey; readonly name: string; readonly value: string }[]
  /** 'runsheet.xlsx, row 5' */
  readonly where: string
}

/** Everything that states a condition of one measurement or typed reading. */
export interface EntrySources {
  /** Names that a file name may mean. */
  readonly catalysts: readonly string[]
  readonly defaults: FieldValues
  readonly edit: FieldValues
  readonly rows: readonly RowSource[]
  /** '' for a typed reading. */
  readonly fileName: string
  /** That of the watched folder, for the file's name. */
  readonly template?: NameTemplate | null
  /** Name of the dataset inside its file ('std1.2ppm' of a multi-sample export). */
  readonly title: string
  /** The only dataset of its file: its title is a word of the file's header, not a name of its own. */
  readonly isAlone?: boolean
  /** Nearest first. */
  readonly folderNames: readonly string[]
  /** The names of the same content at other places; they count after its own. */
  readonly copies?: readonly { readonly fileName: string; readonly folderNames: readonly string[]; readonly template?: NameTemplate | null }[]
  readonly header: FieldValues
}

interface Source { readonly origin: Origin; readonly where: string; readonly fields: FieldValues; readonly against?: string; readonly template?: string; readonly unread?: readonly Unreadable[] }
type Resolved = Partial<Record<FieldKey, Sourced<FieldValue>>>

/** For every field the value of the highest origin that states it (contracts 3), and the words of names that state nothing known. */
export function resolveEntry(sources: EntrySources): { fields: ResolvedFields; tags: readonly string[] } {
  const tags = sources.rows.flatMap((row) => row.tags.map((tag) => `${tag.name}: ${tag.value}`))
  const title = sources.isAlone ? { name: sources.title, origin: 'header', where: `title ${sources.title}` } as const : { name: sources.title, origin: 'fileName', where: `dataset ${sources.title}` } as const
  const names = [
    ...(sources.isAlone ? [] : [title]),
    { name: sources.fileName, origin: 'fileName', where: sources.fileName, template: sources.template },
    ...(sources.copies ?? []).map(({ fileName, template }) => ({ name: fileName, origin: 'fileName', where: `copy ${fileName}`, template }) as const),
    ...[sources, ...(sources.copies ?? [])].flatMap(({ folderNames }) => folderNames.map((name) => ({ name, origin: 'folderName', where: `folder ${name}` }) as const)),
    ...(sources.isAlone ? [title] : [])
  ] as const
  const ordered: Source[] = [
    { origin: 'edit', where: 'edited in the app', fields: sources.edit },
    ...sources.rows.map((row) => ({ origin: 'runSheet' as const, where: row.where, fields: row.fields, against: row.fields.reference ?? sources.defaults.reference, unread: unreadOf(row) }))
  ]
  for (const { name, origin, where, ...by } of names) {
    if (name === '') continue
    const facts: ReadName = origin === 'folderName' ? folderFacts(name, sources.catalysts) : readName(name, 'template' in by ? by.template : null, sources.catalysts)
    const { reference, ...rest } = facts.fields
    // 'CA_-0.3V' says that the set potential is vs RHE, not that the instrument measured against it.
    const impliedRhe = reference === 'RHE' && rest.potential_V !== undefined
    ordered.push({ origin, where, fields: impliedRhe ? rest : facts.fields, ...(reference === undefined ? {} : { against: reference }), ...(facts.template === undefined ? {} : { template: facts.template }) })
    if (origin === 'fileName' && !where.startsWith('copy ')) tags.push(...facts.tags)
  }
  ordered.push({ origin: 'header', where: 'header of the file', fields: sources.header }, { origin: 'projectDefault', where: 'project default', fields: sources.defaults })
  return { fields: merge(ordered, sources.catalysts), tags: [...new Set(tags)] }
}

/** Folders have few names, and thousands of files. */
const folders = new WeakMap<readonly string[], Map<string, ReturnType<typeof parseName>>>()

function folderFacts(name: string, catalysts: readonly string[]): ReturnType<typeof parseName> {
  const known = folders.get(catalysts) ?? new Map<string, ReturnType<typeof parseName>>()
  folders.set(catalysts, known)
  let facts = known.get(name)
  if (!facts) known.set(name, facts = parseName(name, catalysts))
  return facts
}

const unreadOf = ({ unread = [], where }: RowSource): Unreadable[] => unread.map(({ field, name, value }) => ({ field, text: `${name}: ${value}`, where }))

function merge(ordered: readonly Source[], catalysts: readonly string[]): ResolvedFields {
  const resolved: Resolved = {}
  const unreadable: Unreadable[] = []
  for (const { key } of fieldDefinitions) {
    let unread: Unreadable | undefined
    for (const source of ordered) {
      const { origin, where, fields, against, template } = source
      // Stated, though not readable: what lower origins say does not stand in for it.
      if (unread && origin !== 'runSheet') {
        unreadable.push(unread)
        break
      }
      unread ??= source.unread?.find(({ field }) => field === key)
      const stated = fields[key]
      if (stated === undefined || stated === '') continue
      const value = valueOf(key, stated, catalysts)
      if (value === undefined) continue
      resolved[key] = { value, origin, where, ...(key === 'potential_V' && against !== undefined ? { against } : {}), ...(template === undefined ? {} : { template }) }
      break
    }
  }
  return { ...resolved, ...(unreadable.length > 0 ? { unreadable } : {}) } as ResolvedFields
}

/** Labels in the form in which those of other sources are found again. */
function valueOf(key: FieldKey, stated: FieldValue, catalysts: readonly string[]): FieldValue | undefined {
  if (key === 'catalyst') return catalystNamed(String(stated), catalysts)
  if (key === 'replicate') return replicateName(String(stated))
  return typeof stated === 'string' ? composed(stated) : stated
}
