/**
 * Table of free energies or adsorption energies (.xlsx, .xls, .ods, .csv, .tsv; the name says energies, free energy or CHE).
 * One row a state, in the order of the path: catalyst (optional), species, G (eV) or E (eV) with ZPE (eV) and TS (eV), electrons.
 * correction (eV) with its source is added to either. 'electrons' counts those transferred up to the state. A pathway column keeps several paths of one catalyst apart.
 */
import type { Column, Measurement } from '../../measurement'
import { ReadError, type CellProblem, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { cellNumber, usesDecimalCommas } from '../runSheet/cellNumber'
import { handTable, labelColumn, mayBeHandTable, type HandColumn } from '../table/handTable'
import { columnLetter, type SheetRow } from '../table/sheetTable'

interface Kind extends HandColumn { readonly unit: string }
const kinds: readonly Kind[] = [
  { name: 'catalyst', test: /^(catalyst|surface|催化剂)\b/i, isText: true, unit: '' },
  { name: 'pathway', test: /^(pathway|path|reaction)\b/i, isText: true, unit: '' },
  { name: 'species', test: /^(species|state|intermediate|adsorbate|中间体)\b/i, isText: true, unit: '' },
  { name: 'G', test: /^(Δ?g|dg|free ?energy|gibbs)/i, isText: false, unit: 'eV' },
  { name: 'E', test: /^(Δ?e|de|energy|adsorption ?energy|formation ?energy)(\b|_)/i, isText: false, unit: 'eV' },
  { name: 'ZPE', test: /^(Δ?zpe|dzpe)/i, isText: false, unit: 'eV' },
  { name: 'TS', test: /^(-?tΔ?s|tds|entropy)/i, isText: false, unit: 'eV' },
  { name: 'correction source', test: /^(correction )?(source|reference)\b/i, isText: true, unit: '' },
  { name: 'correction', test: /^correction\b/i, isText: false, unit: 'eV' },
  { name: 'electrons', test: /^(electrons?|n_?e|n\(e\)|n)\b/i, isText: false, unit: '' }
]
function recognises(head: FileHead): Recognition | null {
  const { name } = head
  const isNamed = /energies|free.?energ|adsorption.?energ|(^|[^a-z])che([^a-z]|$)/i.test(name) && /\.(xlsx|xls|ods|csv|tsv)$/i.test(name) && !/^(~\$|\.)/.test(name)
  return isNamed && mayBeHandTable(head, kinds, ['species', 'G', 'E'])
    ? { confidence: 'certain', why: 'the name says energies and the extension is that of a table' }
    : null
}

function read(file: ReadableFile): ReadResult {
  const { header, rows, isText } = handTable(file, kinds)
  const names = new Set(header.columns.map(({ kind }) => kind.name))
  if (!names.has('species') || (!names.has('G') && !names.has('E'))) throw new ReadError('The table of energies needs a header row with species and G (eV) or E (eV); catalyst, ZPE (eV), TS (eV) and electrons may stand beside them.')
  const problems: CellProblem[] = []
  const usesComma = isText && usesDecimalCommas(rows.flatMap(({ cells }) => header.columns.filter(({ kind }) => !kind.isText).map(({ index }) => cells[index] ?? null)))
  const columns = header.columns.map(({ kind, index }): Column => (kind.isText ? labelColumn(kind.name, rows.map(({ cells }) => cells[index])) : {
    name: kind.name, quantity: kind.unit === 'eV' ? 'energy' : 'other', unit: kind.unit, values: Float64Array.from(rows, (row) => numberAt(row, index, usesComma, problems))
  }))
  return { measurements: [measurementOf(columns)], problems }
}

function measurementOf(columns: readonly Column[]): Measurement {
  return { technique: 'TABLE', title: 'energies', columns, segments: [], settings: [], facts: [{ name: 'kind', value: 'energies' }], header: {}, startedAt: null, signConvention: null, warnings: [], complete: true }
}

function numberAt({ row, cells }: SheetRow, index: number, usesComma: boolean, problems: CellProblem[]): number {
  const cell = cells[index]
  if (cell === null || cell === undefined || String(cell).trim() === '') return NaN
  const number = cellNumber(cell, usesComma)
  if ('value' in number && /^(|ev)$/i.test(number.unit)) return number.value
  problems.push({ row, column: columnLetter(index), text: 'problem' in number ? number.problem : `"${String(cell)}" has another unit than eV; write the number in eV.` })
  return NaN
}

export const energyTable: Reader = { id: 'energy-table', format: 'Table of energies (.xlsx, .csv)', vendor: 'RuM Workbench', opensArchives: true, isWrittenByHand: true, recognises, read }
