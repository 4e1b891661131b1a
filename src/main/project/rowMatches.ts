import { CandidatesByName, keysOfCandidate, keysOfRow, type MatchCandidate, type RowMatch } from '../../shared/metadata/matchRow'
import type { RowWithoutFile } from '../../shared/project'
import { folderOfPath, nameOfPath } from '../../shared/storedPath'
import type { LocationRecord } from '../store/files'
import type { StoredRow } from '../store/sheetRows'
import { secondReadings } from './secondReadings'
import type { FileParts, StoredParts } from './storedParts'

type Row = StoredRow & { readonly folder: string; readonly where: string }

export interface RowMatches {
  /** Matches what is new, and says whose measurements other rows, or other words of them, bear on now. */
  update(parts: StoredParts): { readonly files: ReadonlySet<string> }
  /** Rows of run sheets that name this measurement's file, by sheet and row. */
  rowsOf(measurementId: string): readonly StoredRow[]
  rowsWithoutFile(): readonly RowWithoutFile[]
}

/** Which row of which run sheet means which file, kept from look to look: a new file asks only the rows that may mean it. */
export function createRowMatches(): RowMatches {
  let named = new CandidatesByName()
  const candidates = new Map<string, readonly MatchCandidate[]>()
  const rowsOfSheet = new Map<string, readonly Row[]>()
  const rowsByKey = new Map<string, Set<Row>>()
  const matchOf = new Map<Row, RowMatch<Row>>()
  let rowsOf = new Map<string, Row[]>()

  const setCandidates = (id: string, parts: FileParts | undefined, asked: Set<Row>): void => {
    const now = parts ? candidatesOf(parts) : []
    const before = candidates.get(id) ?? []
    for (const candidate of before) named.remove(candidate)
    for (const candidate of now) named.add(candidate)
    if (now.length > 0) candidates.set(id, now)
    else candidates.delete(id)
    for (const key of [...before, ...now].flatMap(keysOfCandidate)) for (const row of rowsByKey.get(key) ?? []) asked.add(row)
  }
  const setRows = (id: string, parts: FileParts | undefined, asked: Set<Row>, files: Set<string>): void => {
    for (const row of rowsOfSheet.get(id) ?? []) {
      for (const measurement of matchOf.get(row)?.ids ?? []) files.add(fileOf(measurement))
      for (const key of keysOfRow(row)) rowsByKey.get(key)?.delete(row)
      matchOf.delete(row)
      asked.delete(row)
    }
    const now = parts ? namingRows(parts) : []
    if (now.length > 0) rowsOfSheet.set(id, now)
    else rowsOfSheet.delete(id)
    for (const row of now) {
      asked.add(row)
      for (const key of keysOfRow(row)) rowsByKey.set(key, (rowsByKey.get(key) ?? new Set()).add(row))
    }
  }
  return {
    update({ files: all, touched }) {
      const asked = new Set<Row>()
      const files = new Set<string>()
      if (touched.isFirst) named = new CandidatesByName()
      const ids = touched.isFirst ? [...all.keys()] : [...touched.files]
      for (const id of ids) setCandidates(id, all.get(id), asked)
      for (const id of ids) setRows(id, all.get(id), asked, files)
      for (const row of asked) {
        const before = matchOf.get(row)?.ids ?? []
        const now = named.match(row)
        matchOf.set(row, now)
        if (before.join() !== now.ids.join() || touched.files.has(row.fileId)) for (const measurement of [...before, ...now.ids]) files.add(fileOf(measurement))
      }
      if (asked.size > 0 || files.size > 0) rowsOf = byMeasurement(inOrder(rowsOfSheet), matchOf)
      return { files }
    },
    rowsOf: (id) => rowsOf.get(id) ?? [],
    rowsWithoutFile() {
      const lost = new Set([...rowsOf.values()].flatMap(secondReadings))
      return inOrder(rowsOfSheet).flatMap((row) => {
        const problem = lost.has(row) ? 'secondReading' : matchOf.get(row)?.problem ?? null
        return problem === null ? [] : [{ where: row.where, file: row.fields.file ?? '', catalyst: row.fields.catalyst ?? null, problem }]
      })
    }
  }
}

export const whereOf = (row: StoredRow, place: LocationRecord): string => `${nameOfPath(place.path)}, row ${row.row}`

const fileOf = (measurementId: string): string => measurementId.slice(0, measurementId.lastIndexOf(':'))

const candidatesOf = ({ file, place, copies, measurements }: FileParts): MatchCandidate[] =>
  measurements.flatMap(({ id, summary }) => [place, ...copies].map(({ path }) => ({ id, fileId: file.id, path, title: summary.title })))

const namingRows = ({ place, rows }: FileParts): Row[] =>
  rows.filter((row) => row.fields.file !== undefined).map((row) => ({ ...row, folder: folderOfPath(place.path), where: whereOf(row, place) }))

const inOrder = (sheets: ReadonlyMap<string, readonly Row[]>): Row[] => [...sheets.keys()].sort().flatMap((id) => sheets.get(id)!)

function byMeasurement(rows: readonly Row[], matchOf: ReadonlyMap<Row, RowMatch<Row>>): Map<string, Row[]> {
  const of = new Map<string, Row[]>()
  for (const row of rows) {
    for (const id of matchOf.get(row)?.ids ?? []) {
      const known = of.get(id)
      if (known) known.push(row)
      else of.set(id, [row])
    }
  }
  return of
}
