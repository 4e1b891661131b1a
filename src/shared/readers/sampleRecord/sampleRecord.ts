/**
 * Record of samples: how each catalyst was made and what it is made of (.xlsx, .xls, .ods, .csv, .tsv; the name says sample record,
 * samples or synthesis). One row a fact: catalyst (empty: all), part (precursor, furnace, washing, composition, fringe, image, …),
 * name, value, unit, method, batch, note. Nothing is assumed about words; numbers are checked where they are used.
 */
import type { Measurement } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { handTable, labelColumn, mayBeHandTable, type HandColumn } from '../table/handTable'

const kinds: readonly HandColumn[] = [
  { name: 'catalyst', test: /^(catalyst|sample|material|催化剂|样品)\b|^(催化剂|样品)/i, isText: true },
  { name: 'part', test: /^(part|section|step|kind|类别|步骤)/i, isText: true },
  { name: 'name', test: /^(name|item|what|名称)/i, isText: true },
  { name: 'value', test: /^(value|amount|数值|用量)/i, isText: true },
  { name: 'unit', test: /^(unit|单位)/i, isText: true },
  { name: 'method', test: /^(method|方法)/i, isText: true },
  { name: 'batch', test: /^(batch|批次)/i, isText: true },
  { name: 'note', test: /^(note|remark|comment|备注)/i, isText: true }
]

function recognises(head: FileHead): Recognition | null {
  const { name } = head
  const isNamed = /sample.?record|(^|[^a-z])samples([^a-z]|$)|synthesis|样品记录|合成/i.test(name) && /\.(xlsx|xls|ods|csv|tsv)$/i.test(name) && !/^(~\$|\.)/.test(name)
  return isNamed && mayBeHandTable(head, kinds, ['part', 'value'])
    ? { confidence: 'certain', why: 'the name says sample record or synthesis and the extension is that of a table' }
    : null
}

function read(file: ReadableFile): ReadResult {
  const { header, rows } = handTable(file, kinds)
  const has = (name: string): boolean => header.columns.some(({ kind }) => kind.name === name)
  if (!has('part') || !has('value')) throw new ReadError('The sample record needs a header row with part and value; catalyst, name, unit, method, batch and note may stand beside them.')
  const value = header.columns.find(({ kind }) => kind.name === 'value')!
  const filled = rows.filter(({ cells }) => String(cells[value.index] ?? '').trim() !== '')
  const measurement: Measurement = {
    technique: 'TABLE', title: 'sample record', columns: header.columns.map(({ kind, index }) => labelColumn(kind.name, filled.map(({ cells }) => cells[index]))),
    segments: [], settings: [], facts: [{ name: 'kind', value: 'sample' }], header: {}, startedAt: null, signConvention: null, warnings: [], complete: true
  }
  return { measurements: [measurement] }
}

export const sampleRecord: Reader = { id: 'sample-record', format: 'Sample record (.xlsx, .csv)', vendor: 'RuM Workbench', opensArchives: true, isWrittenByHand: true, recognises, read }
