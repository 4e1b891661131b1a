/**
 * Thermo Chromeleon text export of a channel (.txt, Latin-1, tab): 'key<TAB>value' header, 'Raw Data:', 'Time(min) Step(sec) Value(mAU)', rows.
 * The usual export of ion chromatography too (Value(µS)). Traps: decimal comma; 'n.a.' in the Step column; a tab at the end.
 */
import type { Column, Measurement, NamedValue } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { asSingleBytes } from '../text/asSingleBytes'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { scanTable } from '../text/scanTable'
import { nextLine } from '../text/startOfText'

const columnLine = /^Time\s?\(min\)\t/

function recognises({ bytes }: FileHead): Recognition | null {
  const text = beginningText(asSingleBytes(bytes), 16_384)
  return /(^|\n)(Raw Data|Chromatogram Data):/.test(text) && /\nTime\s?\(min\)\tStep/.test(text) ? { confidence: 'certain', why: 'its columns Time(min), Step and Value stand under "Raw Data:" as in Chromeleon\u2019s export' } : null
}

function read(file: ReadableFile): ReadResult {
  const bytes = asSingleBytes(file.bytes)
  const settings: NamedValue[] = []
  for (let at = 0, line = 1; at < bytes.length; line += 1) {
    const end = nextLine(bytes, at)
    const text = decodeText(bytes.subarray(at, end)).text.replace(/[\r\n]+$/, '')
    at = end
    if (columnLine.test(text)) return { measurements: [measurementOf(bytes, at, text.replace(/\t+$/, '').split('\t'), settings)] }
    const cells = text.split('\t')
    if (cells.length >= 2 && cells[0]!.trim() !== '' && cells[1]!.trim() !== '') settings.push({ name: cells[0]!.trim(), value: cells[1]!.trim() })
    if (line > 2000) break
  }
  throw new ReadError('The export ends before its column line (Time(min) …); export the channel again from Chromeleon.')
}

function measurementOf(bytes: Uint8Array, start: number, names: readonly string[], settings: readonly NamedValue[]): Measurement {
  const sample = decodeText(bytes.subarray(start, start + 2000)).text
  const table = scanTable(bytes, start, { width: names.length, separator: 'tab', decimal: /\d,\d/.test(sample) ? ',' : '.' })
  const unitOf = (name: string): string => /\(([^)]{1,20})\)\s*$/.exec(name)?.[1] ?? ''
  const columns = names.map((name, i): Column => ({ name: name.trim(), unit: unitOf(name), quantity: /^Time/.test(name) ? 'time' : /^Value/.test(name) ? 'intensity' : 'other', values: table.columns[i]!, ...(table.labels[i] ? { labels: table.labels[i] } : {}) }))
  const text = (key: string): string => String(settings.find(({ name }) => name === key)?.value ?? '')
  const declared = Number(text('Data Points').replace(/[.,\s]/g, ''))
  const isShort = table.isCutOff || (declared > 0 && table.rows < declared)
  const day = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text('Date'))
  const time = /^\d{2}:\d{2}:\d{2}$/.exec(text('Time'))
  return {
    technique: /µS|uS|conductiv/i.test(names.join(' ') + text('Signal Unit') + text('Driver Name')) ? 'IC' : 'OTHER', title: text('Sample'), columns, segments: [], settings, facts: [], header: {},
    startedAt: day ? `${day[3]}-${day[2]}-${day[1]}${time ? `T${time[0]}` : ''}` : null, signConvention: null,
    warnings: isShort ? [`The export announces ${declared || 'more'} points and holds ${table.rows}: it was cut off.`] : [], complete: !isShort
  }
}

export const chromeleonText: Reader = { id: 'chromeleon-text', format: 'Chromeleon text', vendor: 'Thermo', recognises, read }
