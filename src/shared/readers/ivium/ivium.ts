/**
 * Ivium .idf (one measurement) and .ids (several).
 * Lines 'key=value' with binary length bytes between them, then 'primary_data', the number of columns, the number of rows and rows of
 * numbers separated by blanks; the counts stand on the marker's line or on the next ones. Raw waves ('osc_data') may follow.
 * Traps: the columns have no names; of a spectrum they are Z', Z'' (signed), frequency (last). Other techniques are only described.
 */
import type { Measurement, NamedValue } from '../../measurement'
import type { FieldValues } from '../../metadata/fields'
import { namedColumns } from '../instrumentTable/namedColumns'
import { segmentsOfSpectra } from '../instrumentTable/segmentsOfSteps'
import { tableWarnings } from '../instrumentTable/tableWarnings'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { findSweeps } from '../../electrochemistry/findSweeps'
import { scanTable } from '../text/scanTable'
import { find, idfBlocks, type IdfBlock } from './idfBlocks'
import { idfMeaning } from './idfMeaning'

const longestHeader = 256 * 1024
const mostSettings = 1000
const mostBlocks = 5000

/** The version stands first, if anywhere: older programs write none. */
function recognises(head: FileHead): Recognition | null {
  const has = (word: string): boolean => find(head.bytes, word, 0) >= 0
  if (!head.bytes.subarray(0, 64).includes(0) || !has('Method=') || !['starttime=', 'QR=QR', 'primary_data'].some(has)) return null
  const version = /^[^\n]{0,40}Version=(\d{1,3})\r?\n/.exec(new TextDecoder('windows-1252').decode(head.bytes.subarray(0, 64)))?.[1]
  if (version === undefined && !(has('Technique=') && has('starttime='))) return null
  if (version === undefined) return { confidence: 'certain', why: 'it names an Ivium method, its technique and its start time', version: 'without a version' }
  return { confidence: 'certain', why: `it begins with Version=${version} and names an Ivium method`, version }
}

/** 'key=value' lines of a header; length bytes before a key are dropped. */
function settingsOf(bytes: Uint8Array, { headFrom, headTo }: IdfBlock): NamedValue[] {
  const text = new TextDecoder('windows-1252').decode(bytes.subarray(Math.max(headFrom, headTo - longestHeader), headTo))
  const settings: NamedValue[] = []
  for (const line of text.split(/\r\n|\n/)) {
    const equals = line.indexOf('=')
    const key = equals > 0 ? behindControls(line.slice(0, equals)) : ''
    if (/^[A-Za-z_][^=]{0,60}$/.test(key) && settings.length < mostSettings) settings.push({ name: key, value: line.slice(equals + 1).trim() })
  }
  return settings
}

/** Control characters are the lengths of texts: a key is what stands behind the last of them. */
function behindControls(text: string): string {
  let at = text.length
  while (at > 0 && text.charCodeAt(at - 1) >= 32) at -= 1
  return text.slice(at)
}

const textOf = (settings: readonly NamedValue[], name: string): string => String(settings.findLast((setting) => setting.name === name)?.value ?? '')

function read(file: ReadableFile): ReadResult {
  const { bytes } = file
  const blocks = idfBlocks(bytes)
  if (blocks.length === 0) throw new ReadError('The file holds no finished data block ("primary_data"): nothing was measured yet or the file ' +
    'was cut off; save it from IviumSoft again.')
  if (blocks.length > mostBlocks) throw new ReadError(`The file holds ${blocks.length} data blocks, more than ${mostBlocks}: save the ` +
    `measurements that are needed in a file of their own.`)
  return { measurements: blocks.map((block, i) => measurementOf(bytes, block, blocks, i)) }
}

function measurementOf(bytes: Uint8Array, block: IdfBlock, blocks: readonly IdfBlock[], i: number): Measurement {
  const settings = settingsOf(bytes, block)
  const { technique, columns: names, isProven } = idfMeaning(settings, block.columns)
  const table = scanTable(bytes.subarray(block.rowsFrom, block.rowsTo), 0, { width: block.columns, separator: 'loose', decimal: '.' })
  const columns = namedColumns(names, table)
  const of = (quantity: string) => columns.find((column) => column.quantity === quantity)?.values
  const [frequency, potential] = [of('frequency'), of('potential')]
  const isShort = table.rows < block.declared
  const others = ['osc_data', 'ocpdata', 'pretreatmentdata', 'RsCs_data'].filter((word) =>
    find(bytes, word, block.end, blocks[i + 1]?.headTo ?? bytes.length) >= 0)
  return {
    technique, title: blocks.length > 1 ? textOf(settings, 'Title') || `data ${i + 1}` : '', columns,
    segments: frequency ? segmentsOfSpectra(frequency) : potential && ['CV', 'LSV'].includes(technique) ? findSweeps(potential) : [], settings,
    facts: [
      { name: 'method', value: textOf(settings, 'Method') }, { name: 'technique', value: textOf(settings, 'Technique') },
      { name: 'title', value: textOf(settings, 'Title') },
      ...(isProven ? [] : [{ name: 'proven', value: false }]), ...(others.length > 0 ? [{ name: 'notRead', value: others.join(', ') }] : [])
    ],
    header: fieldsOf(settings), startedAt: startOf(textOf(settings, 'starttime')),
    signConvention: frequency ? 'Im Z is signed: negative for a capacitor' : of('current')
      ? 'as recorded; the file does not say whether reduction is negative' : null,
    warnings: [
      ...(isProven ? [] : ['The file names no columns, and this technique of Ivium has not yet been seen in a real file: compare the columns ' +
        'and the first rows with IviumSoft.']),
      ...tableWarnings(table, block.columns),
      ...(isShort && !table.isCutOff
        ? [`The file announces ${block.declared} rows but holds ${table.rows}: it was cut off or is still being written.`] : [])
    ],
    complete: !isShort && !table.isCutOff && table.rows > 0
  }
}

function fieldsOf(settings: readonly NamedValue[]): FieldValues {
  const area = Number(textOf(settings, 'Data Options.Area') || NaN)
  return area > 0 ? { area_cm2: area } : {}
}

/** '12/12/2022 5:18:49 PM': day and month are sure only where one is above 12 or both are equal. */
function startOf(text: string): string | null {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}) (\d{1,2}):(\d{2}):(\d{2})(?: ([AP])M)?$/i.exec(text)
  if (!match) return null
  const [first, second] = [Number(match[1]), Number(match[2])]
  if (first > 12 === second > 12 && first !== second) return null
  const [month, day] = first > 12 ? [second, first] : [first, second]
  const hour = match[7] ? (Number(match[4]) % 12) + (match[7].toUpperCase() === 'P' ? 12 : 0) : Number(match[4])
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${match[3]}-${two(month)}-${two(day)}T${two(hour)}:${match[5]}:${match[6]}`
}

export const ivium: Reader = { id: 'ivium', format: 'Ivium (.idf, .ids)', vendor: 'Ivium', recognises, read }
