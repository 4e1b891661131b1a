import { fieldDefinitions, type FieldKey } from '../../metadata/fields'
import type { CellProblem } from '../reader'
import { fieldByName, nameKey } from './fieldNames'

export interface UnknownColumn {
  readonly header: string
  /** 'C1', with its sheet where there are several. */
  readonly cell: string
}

const headers = new Map<FieldKey, string>(fieldDefinitions.map(({ key, header }) => [key, header]))

/** What people keep beside their measurements, and expect nobody to compute with. */
const notes = new Set([
  'operator', 'operators', 'user', 'person', 'author', 'name', 'initials', 'experimenter', 'by', 'date', 'day', 'weekday', 'id', 'no', 'nr', 'number', 'index', 'page', 'labbook', 'notebook', 'journal', 'done', 'status',
  'bearbeiter', 'nutzer', 'datum', 'tag', 'wochentag', 'nummer', 'laufendenummer', 'seite', 'laborbuch', 'laborjournal', '操作者', '操作人', '操作员', '姓名', '日期', '序号', '页码', '记录本'
])
const noteWord = /^(notes?|comments?|remarks?)/i
export const isPlainNote = (header: string): boolean => notes.has(nameKey(header)) || nameKey(header) === '' || noteWord.test(header.trim())

/** One sentence a file: a problem where a header may be a slip of the pen, whose numbers would be missed, else a notice. */
export function unknownColumnProblems(columns: readonly UnknownColumn[]): CellProblem[] {
  const [first] = columns
  if (!first) return []
  const wanted = [...new Set(columns.flatMap(({ header }) => nearestHeader(header) ?? []))]
  const at = { row: Number(/\d+$/.exec(first.cell)![0]), column: listOf(columns.map(({ cell }) => cell)) }
  const kept = listOf(columns.map(shortHeader))
  return wanted.length > 0 ? [{ ...at, text: `these columns are not known (did you mean ${listOf(wanted)}?) and are kept as notes: ${kept}.` }]
    : [{ ...at, text: `these columns are not known and are kept as notes: ${kept}.`, isNotice: true }]
}

const mostListed = 12
const listOf = (names: readonly string[]): string => [...names.slice(0, mostListed), ...(names.length > mostListed ? ['…'] : [])].join(', ')
const shortHeader = ({ header }: UnknownColumn): string => (header.length > 40 ? `${header.slice(0, 40)}…` : header)

/** The field whose name differs from the header's by a letter or two; null where none does. A slip is never taken for the field itself. */
export function nearestHeader(header: string): string | null {
  const bare = header.normalize('NFKC').slice(0, 80)
  const names = [...new Set([bare, bare.replace(/[([/].*$/, ''), bare.replace(/[\s_]+\S*$/, '')].map(nameKey))]
  let best: { readonly key: FieldKey; readonly distance: number } | null = null
  for (const name of names) {
    for (const [known, key] of fieldByName) {
      const most = Math.min(name.length, known.length) >= 7 ? 2 : Math.min(name.length, known.length) >= 4 ? 1 : 0
      const distance = Math.abs(name.length - known.length) > most ? Infinity : editDistance(name, known)
      if (distance <= most && distance < (best?.distance ?? Infinity)) best = { key, distance }
    }
  }
  return best && headers.get(best.key)!
}

/** Letters that are put in, left out or others. */
function editDistance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const now = [i]
    for (let j = 1; j <= b.length; j++) now.push(Math.min(before[j]! + 1, now[j - 1]! + 1, before[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    before = now
  }
  return before[b.length]!
}
