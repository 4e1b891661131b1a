import type { InboxPage, InboxQuery, InboxRow, InboxState } from '../../shared/api'
import { perEntry } from '../../shared/perEntry'
import type { Entry } from '../../shared/project'
import { reasonOfPattern } from '../ingest/reasonOfPattern'
import type { Driver } from '../store/driver'
import { reasonOfCopy, reasonOfGone, rowsOfPlaces } from './inbox'
import { untilChanged } from './untilChanged'

export interface InboxCounts { readonly files: number; readonly needsAttention: number; readonly byStatus: readonly { readonly status: InboxState; readonly count: number }[] }

const counters = new WeakMap<Driver, () => InboxCounts>()

/** How many rows the inbox has, of which state, and how many of them ask for somebody, without making them. */
export function inboxCounts(driver: Driver): InboxCounts {
  const counter = counters.get(driver) ?? untilChanged(driver, () => count(driver))
  counters.set(driver, counter)
  return counter()
}

const attention: readonly InboxState[] = ['error', 'unrecognised', 'asks', 'partial']
/** As `inboxState` says of a row. */
const stateOfFile = "CASE WHEN status = 'unrecognised' AND format IS NOT NULL THEN 'asks' ELSE status END"

function count(driver: Driver): InboxCounts {
  const places = driver.get<{ n: number }>('SELECT count(*) AS n FROM locations')?.n ?? 0
  const byStatus = new Map<InboxState, number>(driver.all<{ status: InboxState; n: number }>(`SELECT ${stateOfFile} AS status, count(*) AS n FROM files GROUP BY 1`).map(({ status, n }) => [status, n]))
  const files = [...byStatus.values()].reduce((sum, n) => sum + n, 0)
  const vanished = driver.all<{ status: InboxState; n: number }>(
    `SELECT ${stateOfFile} AS status, count(*) AS n FROM files WHERE id IN (SELECT fileId FROM locations WHERE missing = 1 AND ignoredBy IS NULL)
     AND NOT EXISTS (SELECT 1 FROM locations WHERE fileId = files.id AND missing = 0 AND ignoredBy IS NULL) GROUP BY 1`)
  const leftOut = driver.get<{ n: number }>('SELECT count(*) AS n FROM locations WHERE ignoredBy IS NOT NULL')?.n ?? 0
  const without = leftOut === 0 ? [] : driver.all<{ status: InboxState; n: number }>(
    `SELECT ${stateOfFile} AS status, count(*) AS n FROM files WHERE id IN (SELECT fileId FROM locations WHERE ignoredBy IS NOT NULL)
     AND NOT EXISTS (SELECT 1 FROM locations WHERE fileId = files.id AND ignoredBy IS NULL) GROUP BY 1`)
  for (const { status, n } of [...vanished, ...without]) byStatus.set(status, (byStatus.get(status) ?? 0) - n)
  const counted = files - without.reduce((sum, { n }) => sum + n, 0)
  const needsAttention = attention.reduce((sum, status) => sum + (byStatus.get(status) ?? 0), 0)
  byStatus.set('missing', vanished.reduce((sum, { n }) => sum + n, byStatus.get('missing') ?? 0))
  byStatus.set('duplicate', (byStatus.get('duplicate') ?? 0) + places - leftOut - counted)
  byStatus.set('ignored', (byStatus.get('ignored') ?? 0) + leftOut)
  return { files: places, needsAttention, byStatus: [...byStatus].flatMap(([status, n]) => (n > 0 ? [{ status, count: n }] : [])) }
}

/** Whether another place of the same file comes before this one: then this is its copy. */
const isCopy = '(l.ignoredBy IS NULL AND EXISTS (SELECT 1 FROM locations o WHERE o.fileId = l.fileId AND o.ignoredBy IS NULL AND (o.missing < l.missing OR (o.missing = l.missing AND o.sequence < l.sequence))))'
const conditions: Partial<Record<InboxState, string>> = { duplicate: isCopy, missing: `l.missing = 1 AND l.ignoredBy IS NULL AND NOT ${isCopy}`, ignored: `(l.ignoredBy IS NOT NULL OR (f.status = 'ignored' AND l.missing = 0 AND NOT ${isCopy}))` }

/** These reasons are of the place, not of the file, and made when it is shown. */
const anyCopy = reasonOfCopy('…')
const mostTexts = 2_000

/** What the rows say, each text once, the newest first. */
export function inboxTexts(driver: Driver): string[] {
  const of = (column: 'reason' | 'format'): string[] =>
    driver.all<{ text: string }>(`SELECT ${column} AS text, max(at) FROM files WHERE ${column} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC LIMIT ?`, [mostTexts]).map(({ text }) => text)
  const patterns = driver.all<{ pattern: string }>('SELECT DISTINCT ignoredBy AS pattern FROM locations WHERE ignoredBy IS NOT NULL').map(({ pattern }) => reasonOfPattern(pattern))
  return [reasonOfGone, anyCopy, ...patterns, ...of('format'), ...of('reason')].slice(0, mostTexts)
}

/** The newest rows that a search and a state leave, a page of them: the window never gets half a million. */
export function inboxPage(driver: Driver, entries: readonly Entry[], { status, search, most, texts, entries: asked, withoutCatalyst }: InboxQuery): InboxPage {
  const words = search.normalize('NFC').trim().toLowerCase()
  const where: string[] = []
  const parameters: string[] = []
  if (status !== null) {
    where.push(conditions[status] ?? `(${stateOfFile}) = ? AND l.missing = 0 AND l.ignoredBy IS NULL AND NOT ${isCopy}`)
    if (conditions[status] === undefined) parameters.push(status)
  }
  if (words !== '') {
    // A path of a Mac has its umlauts in two characters.
    const named = entries.filter(({ fields }) => fields.catalyst?.value.toLowerCase().includes(words)).map(({ fileId }) => fileId)
    const said = JSON.stringify(texts ?? [])
    const saysWords = (text: string): boolean => text.toLowerCase().includes(words) || texts?.includes(text) === true
    where.push(`(${[
      'instr(lower(l.path), ?) > 0', 'instr(lower(l.path), ?) > 0', "instr(lower(coalesce(f.reason, '')), ?) > 0", "instr(lower(coalesce(f.format, '')), ?) > 0", 'l.fileId IN (SELECT value FROM json_each(?))',
      'l.ignoredBy IN (SELECT value FROM json_each(?))', 'f.reason IN (SELECT value FROM json_each(?))', 'f.format IN (SELECT value FROM json_each(?))', ...(saysWords(anyCopy) ? [isCopy] : []), ...(saysWords(reasonOfGone) ? [conditions.missing!] : [])
    ].join(' OR ')})`)
    parameters.push(words, words.normalize('NFD'), words, words, JSON.stringify(named), JSON.stringify(patternsSaying(driver, saysWords)), said, said)
  }
  const unassigned = filesWithoutCatalyst(entries)
  const onlyFiles = (ids: Iterable<string>): void => {
    where.push('l.fileId IN (SELECT value FROM json_each(?))')
    parameters.push(JSON.stringify([...ids]))
  }
  if (asked) onlyFiles(filesOf(entries, asked))
  if (withoutCatalyst) onlyFiles(unassigned)
  const from = `FROM locations l JOIN files f ON f.id = l.fileId${where.length > 0 ? ` WHERE ${where.join(' AND ')}` : ''}`
  const paths = driver.all<{ path: string }>(`SELECT l.path ${from} ORDER BY f.at DESC, l.path LIMIT ?`, [...parameters, most]).map(({ path }) => path)
  const { files, byStatus } = inboxCounts(driver)
  const counts = byStatus.find((one) => one.status === status)?.count ?? 0
  const isSearched = words !== '' || asked !== undefined || withoutCatalyst === true
  const total = isSearched ? driver.get<{ n: number }>(`SELECT count(*) AS n ${from}`, parameters)?.n ?? 0 : status === null ? files : counts
  return { rows: rowsOfPlaces(driver, entries, paths), total, files, counts: byStatus, withoutCatalyst: unassigned.size }
}

/** Patterns whose sentence, as the window shows it, holds the words. */
const patternsSaying = (driver: Driver, saysWords: (text: string) => boolean): string[] =>
  driver.all<{ pattern: string }>('SELECT DISTINCT ignoredBy AS pattern FROM locations WHERE ignoredBy IS NOT NULL').flatMap(({ pattern }) => (saysWords(reasonOfPattern(pattern)) ? [pattern] : []))

function filesOf(entries: readonly Entry[], ids: readonly string[]): ReadonlySet<string> {
  const wanted = new Set(ids)
  return new Set(entries.flatMap(({ id, fileId }) => (wanted.has(id) ? [fileId] : [])))
}

/** Standards and reagent blanks serve all catalysts. */
const servesAll = perEntry(({ fields }) => ['standard', 'blank'].includes(fields.role?.value ?? ''))
const filesWithoutCatalyst = (entries: readonly Entry[]): ReadonlySet<string> => new Set(entries.flatMap((entry) => (entry.measurement && !entry.fields.catalyst && !servesAll(entry) ? [entry.fileId] : [])))

/** The files that measurements and rows came from, for a report. */
export function usedFiles(driver: Driver, entries: readonly Entry[]): InboxRow[] {
  const paths = driver.all<{ path: string }>('SELECT path FROM locations WHERE fileId IN (SELECT value FROM json_each(?))', [JSON.stringify([...new Set(entries.map(({ fileId }) => fileId))])])
  return rowsOfPlaces(driver, entries, paths.map(({ path }) => path))
}

/** All of them, for a table that is written once. */
export const inboxRows = (driver: Driver, entries: readonly Entry[]): InboxRow[] => [...inboxPage(driver, entries, { status: null, search: '', most: Number.MAX_SAFE_INTEGER }).rows]
