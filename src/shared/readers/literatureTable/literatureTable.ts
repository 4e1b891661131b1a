/**
 * Table of reported values for comparison (.xlsx, .xls, .ods, .csv, .tsv; the name holds 'literature').
 * One header row that names at least a catalyst, a DOI or reference, and one of FE (%), yield (with its unit) and potential
 * (V vs RHE); further columns: electrolyte, nitrate (M), pH, cell, normalisation. A row without a source is named and left out: a number
 * nobody can look up is no comparison.
 */
import type { Measurement, NamedValue } from '../../measurement'
import type { QuantityKind } from '../../quantity'
import { ReadError, type CellProblem, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { cellNumber, usesDecimalCommas } from '../runSheet/cellNumber'
import { handTable, labelColumn, mayBeHandTable, type HandColumn, type HandHeader } from '../table/handTable'
import { columnLetter, type SheetRow } from '../table/sheetTable'

interface Kind extends HandColumn { readonly quantity: QuantityKind }
const kinds: readonly Kind[] = [
  { name: 'catalyst', test: /^(?:(?:catalyst|sample|material)\b|催化剂)/i, isText: true, quantity: 'other' },
  { name: 'source', test: /^(doi|reference|source|ref\.?|文献)\s*$/i, isText: true, quantity: 'other' },
  { name: 'FE', test: /^(fe|faradaic|法拉第)/i, isText: false, quantity: 'other' },
  { name: 'yield', test: /^(nh3 ?|ammonia )?(yield|产率)/i, isText: false, quantity: 'other' },
  { name: 'potential', test: /^(?:(?:potential|e)\b|电位|电势).*rhe/i, isText: false, quantity: 'potential' },
  { name: 'nitrate', test: /^(nitrate|no3|c\(no3)/i, isText: false, quantity: 'concentration' },
  { name: 'pH', test: /^ph$/i, isText: false, quantity: 'other' },
  { name: 'electrolyte', test: /^(electrolyte|电解液)/i, isText: true, quantity: 'other' },
  { name: 'cell', test: /^(?:(?:electroly[a-z]+ |electrochemical )?cell(?: (?:type|configuration))?\s*$|reactor|电解池|反应器)/i, isText: true, quantity: 'other' },
  { name: 'normalisation', test: /^(?:normali[sz](?:ation|ed)|归一化)/i, isText: true, quantity: 'other' }
]

function recognises(head: FileHead): Recognition | null {
  const { name } = head
  const isNamed = /literature|文献/i.test(name) && /\.(xlsx|xls|ods|csv|tsv)$/i.test(name) && !/^(~\$|\.)/.test(name)
  return isNamed && mayBeHandTable(head, kinds, ['catalyst', 'source'])
    ? { confidence: 'certain', why: 'the name says literature and the extension is that of a table' }
    : null
}

function read(file: ReadableFile): ReadResult {
  const { header, rows, isText } = handTable(file, kinds)
  const has = (name: string): boolean => header.columns.some(({ kind }) => kind.name === name)
  if (!has('catalyst') || !has('source') || !['FE', 'yield', 'potential'].some(has)) {
    throw new ReadError('The literature table needs a header row with catalyst, DOI and at least one of FE (%), yield (mg/h/mgcat) and potential (V vs RHE).')
  }
  const problems: CellProblem[] = []
  const usesComma = isText && usesDecimalCommas(rows.flatMap(({ cells }) => header.columns.filter(({ kind }) => !kind.isText).map(({ index }) => cells[index] ?? null)))
  const source = header.columns.find(({ kind }) => kind.name === 'source')!
  const kept = rows.filter(({ row, cells }) => {
    if (String(cells[source.index] ?? '').trim() !== '') return true
    problems.push({ row, column: columnLetter(source.index), text: 'the row names no DOI or reference; add it. The row is not used.' })
    return false
  })
  return { measurements: [measurementOf(header, kept, usesComma, problems)], problems }
}

function measurementOf({ columns }: HandHeader<Kind>, rows: readonly SheetRow[], usesComma: boolean, problems: CellProblem[]): Measurement {
  return {
    technique: 'TABLE', title: 'literature', columns: columns.map(({ kind, index, unit }) => (kind.isText ? labelColumn(kind.name, rows.map(({ cells }) => cells[index])) : {
      name: kind.name, quantity: kind.quantity, unit, values: Float64Array.from(rows, (row) => numberIn(row, index, usesComma, problems))
    })),
    segments: [], settings: [], facts: [{ name: 'kind', value: 'literature' }, ...columns.flatMap(({ kind, index }) => statedTexts(kind, rows, index))], header: {}, startedAt: null, signConvention: null, warnings: [], complete: true
  }
}

/** What the points of a table say in words, for the rule that compares it with the project. */
function statedTexts({ name }: Kind, rows: readonly SheetRow[], index: number): NamedValue[] {
  if (name !== 'cell' && name !== 'normalisation') return []
  const texts = rows.map(({ cells }) => String(cells[index] ?? '').trim()).filter((text) => text !== '')
  return texts.length === 0 ? [] : [{ name, value: [...new Set(texts)].join('\n') }]
}

function numberIn({ row, cells }: SheetRow, index: number, usesComma: boolean, problems: CellProblem[]): number {
  const cell = cells[index]
  if (cell === null || cell === undefined || String(cell).trim() === '') return NaN
  const number = cellNumber(cell, usesComma)
  if ('value' in number && (number.unit === '' || number.unit === '%')) return number.value
  problems.push({ row, column: columnLetter(index), text: 'problem' in number ? number.problem : `"${String(cell)}" has a unit of its own; write the number alone.` })
  return NaN
}

export const literatureTable: Reader = { id: 'literature-table', format: 'Literature table (.xlsx, .csv)', vendor: 'RuM Workbench', opensArchives: true, isWrittenByHand: true, recognises, read }
