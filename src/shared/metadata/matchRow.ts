import type { FieldValues } from './fields'
import { composed } from './plainText'

export interface MatchCandidate { readonly id: string; /** Of the content: copies at several paths share it. */ readonly fileId: string; readonly path: string; /** Dataset inside the file, '' when it holds one. */ readonly title: string }
export interface FileRow { readonly fields: FieldValues; /** Folder of the run sheet: its own files come first. */ readonly folder?: string }

export type RowMatch<R> = { readonly row: R; readonly ids: readonly string[]; readonly problem: 'none' | 'ambiguous' | null }

const slashed = (path: string): string => composed(path).trim().replace(/\\/g, '/').replace(/^(\.\/)+/, '').toLowerCase()
const labelOf = (title: string): string => composed(title).trim().toLowerCase()
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
const stemOf = (name: string): string => name.replace(/\.[a-z][a-z0-9]{0,8}$/, '')

/**
 * Which measurements a row's `file` cell means: a name with or without its extension or folder, upper or lower case, however its umlauts are
 * made of characters, 'file#dataset'
 * for one dataset of a file. Several files of one name: those beside or below the run sheet, then those whose path names the
 * row's catalyst; if that leaves more than one, none, because a guess would give one file another's conditions.
 */
export function matchRows<R extends FileRow>(rows: readonly R[], candidates: readonly MatchCandidate[]): RowMatch<R>[] {
  const named = new CandidatesByName()
  for (const candidate of candidates) named.add(candidate)
  return rows.map((row) => named.match(row))
}

/** Candidates that come and go one by one; a row can mean another file than before only where one of its keys is among theirs. */
export class CandidatesByName {
  private readonly byName = new Map<string, MatchCandidate[]>()

  add(candidate: MatchCandidate): void {
    for (const key of keysOfCandidate(candidate)) {
      const of = this.byName.get(key)
      if (of) of.push(candidate)
      else this.byName.set(key, [candidate])
    }
  }

  remove(candidate: MatchCandidate): void {
    for (const key of keysOfCandidate(candidate)) {
      const rest = this.byName.get(key)?.filter((other) => other.id !== candidate.id || other.path !== candidate.path) ?? []
      if (rest.length > 0) this.byName.set(key, rest)
      else this.byName.delete(key)
    }
  }

  match<R extends FileRow>(row: R): RowMatch<R> {
    const found = narrowed(row, this.byName)
    const files = new Set(found.map((candidate) => candidate.fileId))
    if (found.length === 0) return { row, ids: [], problem: 'none' }
    if (files.size > 1) return { row, ids: [], problem: 'ambiguous' }
    return { row, ids: [...new Set(found.map((candidate) => candidate.id))], problem: null }
  }
}

export function keysOfCandidate({ path, title }: MatchCandidate): string[] {
  const name = nameOf(slashed(path))
  return [...new Set([name, stemOf(name), ...(title === '' ? [] : [`#${labelOf(title)}`])])]
}

/** All keys under which `match` looks for a row's file. */
export function keysOfRow({ fields }: FileRow): string[] {
  const written = slashed(fields.file ?? '')
  const hash = written.lastIndexOf('#')
  return [nameOf(written), ...(hash > 0 ? [nameOf(written.slice(0, hash).trim())] : []), `#${written}`]
}

function narrowed(row: FileRow, byName: ReadonlyMap<string, readonly MatchCandidate[]>): readonly MatchCandidate[] {
  const written = slashed(row.fields.file ?? '')
  const whole = lookUp(written, byName)
  const hash = written.lastIndexOf('#')
  let found = whole
  if (found.length === 0 && hash > 0) {
    const title = written.slice(hash + 1).trim()
    found = lookUp(written.slice(0, hash).trim(), byName).filter((candidate) => labelOf(candidate.title) === title)
  }
  if (found.length === 0) found = byName.get(`#${written}`) ?? []
  const folder = slashed(row.folder ?? '')
  if (folder !== '') found = preferred(found, (candidate) => slashed(candidate.path).startsWith(`${folder}/`))
  const catalyst = slashed(row.fields.catalyst ?? '').replace(/[-_\s]/g, '')
  if (catalyst) found = preferred(found, (candidate) => slashed(candidate.path).replace(/[-_\s]/g, '').includes(catalyst))
  return found
}

function lookUp(written: string, byName: ReadonlyMap<string, readonly MatchCandidate[]>): readonly MatchCandidate[] {
  const found = byName.get(nameOf(written)) ?? []
  if (!written.includes('/')) return found
  const exact = found.filter((candidate) => endsWithPath(slashed(candidate.path), written))
  return exact.length > 0 ? exact : found
}

const endsWithPath = (path: string, end: string): boolean => path === end || path.endsWith(`/${end}`) || stemOf(path).endsWith(`/${end}`)

/** Narrows only while more than one file is left and something would remain. */
function preferred(found: readonly MatchCandidate[], test: (candidate: MatchCandidate) => boolean): readonly MatchCandidate[] {
  if (new Set(found.map((candidate) => candidate.fileId)).size < 2) return found
  const better = found.filter(test)
  return better.length > 0 ? better : found
}
