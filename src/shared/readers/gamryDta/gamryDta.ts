/**
 * Gamry Framework data file (.DTA, text).
 * 'EXPLAIN', 'TAG<TAB>CV', then KEY<TAB>TYPE<TAB>value…<TAB>label. A table is 'NAME<TAB>TABLE[<TAB>rows]', a line of names, a line
 * of units and rows, all beginning with a tab; it ends at the first line that does not.
 * Traps: one tag for both electrodes of a bipotentiostat; decimal comma; several tables (OCVCURVE, ZCURVE, CURVE1 …, 'CURVE DETECTOR' with a blank); the sign follows CONVENTION;
 * the virtual front panel writes VFP600 instead of EXPLAIN, without times; EXPERIMENTABORTED at the end; the number behind TABLE may promise more rows than there are.
 */
import { everyRow, type Column, type Measurement, type Technique } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { asSingleBytes } from '../text/asSingleBytes'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { findSweeps } from '../../electrochemistry/findSweeps'
import { headerLine, nextLine } from '../text/startOfText'
import { techniqueOfSignal } from './appliedSignal'
import { dtaConvention, dtaEntry, dtaFields, dtaSettings, dtaStart, dtaTechnique, type DtaEntry } from './dtaHeader'
import { dtaTable, type DtaTable } from './dtaTable'

/** 'CURVE<TAB>TABLE<TAB>2850', a line of names and one of units behind a tab each. */
const bareTable = /(?:^|[\r\n])(?:[A-Z]{0,5}CURVE)[A-Z\d ]{0,20}\tTABLE(?:\t[^\t\r\n]{0,20}){0,3}\r?\n\tPt\t[^\r\n]{1,300}\r?\n\t#\t/

interface Found { readonly name: string; readonly declared: number | null; readonly table: DtaTable | null; readonly line: number }

function recognises(head: FileHead): Recognition | null {
  const text = beginningText(asSingleBytes(head.bytes), 16_384)
  const match = /^(?:EXPLAIN|VFP\d{2,4})\s*[\r\n]+TAG\t([^\t\r\n]{1,40})/.exec(text)
  const version = /[\r\n]FRAMEWORKVERSION\t[A-Z]+\t([\d.,]{1,12})/.exec(text)?.[1]
  if (match) return { confidence: 'certain', why: `it begins with ${text.startsWith('EXPLAIN') ? 'EXPLAIN' : 'VFP'} and TAG ${match[1]!.trim()}`, ...(version ? { version: `Framework ${version}` } : {}) }
  // The upper lines may be missing.
  return bareTable.test(text) ? { confidence: 'likely', why: 'it holds a table named CURVE with names and units as Gamry writes it' } : null
}

function read(file: ReadableFile): ReadResult {
  const bytes = asSingleBytes(file.bytes)
  const entries: DtaEntry[] = []
  const found: Found[] = []
  let isAborted = false
  for (let at = 0, line = 1; at < bytes.length; line += 1) {
    const text = decodeText(headerLine(bytes, at)).text.replace(/[\r\n]+$/, '')
    at = nextLine(bytes, at)
    if (/^EXPERIMENTABORTED/.test(text)) isAborted = true
    const entry = dtaEntry(text, line)
    if (!entry) continue
    if (entry.type !== 'TABLE') {
      entries.push(entry)
      continue
    }
    const table = dtaTable(bytes, at)
    found.push({ name: entry.key, declared: Number(entry.values[0] || NaN) || null, table, line })
    if (table) {
      line += table.scanned.rows + 2
      at = table.end
    }
  }
  if (found.length === 0) throw new ReadError('The file ends in its header, before any data: the measurement was stopped at the start or the file was cut off.')
  const tag = entryText(entries, 'TAG', bytes)
  const title = entries.find((entry) => entry.key === 'TITLE')?.values[0] ?? ''
  return { measurements: found.map((one, i) => measurementOf(one, i === found.length - 1, { entries, tag, title, isAborted, several: found.length > 1 })) }
}

/** With two electrodes the tag is that of the one that is swept, or the script's name alone. */
function techniqueOfElectrode(byTag: Technique, tag: string, columns: readonly Column[]): Technique {
  const isSwept = byTag === 'CV' || byTag === 'LSV'
  if (!isSwept && !tag.startsWith('COLLECT')) return byTag
  return techniqueOfSignal(columns, isSwept) ?? byTag
}

/** 'TAG<TAB>CV' has no type column. */
function entryText(entries: readonly DtaEntry[], key: string, bytes: Uint8Array): string {
  const known = entries.find((entry) => entry.key === key)
  return known ? known.type : (/TAG\t([^\t\r\n]{1,40})/.exec(beginningText(bytes, 400))?.[1]?.trim() ?? '')
}

interface Common { readonly entries: readonly DtaEntry[]; readonly tag: string; readonly title: string; readonly isAborted: boolean; readonly several: boolean }

function measurementOf({ name, declared, table, line }: Found, isLast: boolean, { entries, tag, title, isAborted, several }: Common): Measurement {
  const columns = table?.columns ?? []
  const byTag = dtaTechnique(tag, title, name)
  const technique = several ? techniqueOfElectrode(byTag, tag, columns) : byTag
  const rows = table?.scanned.rows ?? 0
  const isCutOff = table === null || table.scanned.isCutOff
  const isShort = declared !== null && rows < declared
  const warnings = [
    ...(table === null ? [`Table ${name} (line ${line}) has no rows: the file ends there.`] : []),
    ...(table?.scanned.isCutOff ? [`Table ${name}: the file ends within a row, which was left out; it was cut off or is still being written.`] : []),
    ...(isShort && !isCutOff ? [`Table ${name} holds ${rows} of the ${declared} rows that it announces.`] : []),
    ...(isAborted && isLast ? ['The experiment was aborted (EXPERIMENTABORTED); what was measured is kept.'] : []),
    ...(table && table.scanned.uneven > 0 ? [`${table.scanned.uneven} rows of ${name} do not have ${columns.length} cells, the first is data row ${table.scanned.firstUneven + 1}.`] : []),
    ...(table && table.scanned.damaged > 0 ? [`${table.scanned.damaged} cells of ${name} are no numbers; they are left empty.`] : [])
  ]
  const potential = columns.find((column) => column.quantity === 'potential')
  return {
    technique, title: several ? name : '', columns, segments: potential && (technique === 'CV' || technique === 'LSV') ? findSweeps(everyRow(potential)) : [],
    settings: dtaSettings(entries), facts: [{ name: 'tag', value: tag }, { name: 'title', value: title }, { name: 'table', value: name }, { name: 'aborted', value: isAborted }],
    header: dtaFields(entries, technique === byTag ? technique : 'OTHER'), startedAt: dtaStart(entries), signConvention: columns.some((column) => column.quantity === 'current') ? dtaConvention(entries) : null,
    warnings, complete: !isCutOff && !isShort && !(isAborted && isLast)
  }
}

export const gamryDta: Reader = { id: 'gamry-dta', format: 'Gamry Framework (.DTA)', vendor: 'Gamry', recognises, read }
