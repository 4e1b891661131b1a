import { columnOf, type Column, type Measurement } from '../../measurement'
import type { FieldValues } from '../../metadata/fields'
import { segmentsOfSpectra } from '../instrumentTable/segmentsOfSteps'
import { choicesOf, chosenMeaning } from '../columnChoices'
import type { TableColumnChoice } from '../reader'
import { columnHeaders, type ColumnHeader } from '../table/columnHeaders'
import { columnQuantity } from '../table/columnQuantity'
import type { NumberBlock } from '../table/numberBlock'
import { potentialReference } from '../table/potentialReference'
import { textSettings } from '../table/textSettings'
import { tableTechnique, withImpedance } from './tableTechnique'

const longestTitle = 80

/** One table of a file, and where the lines around it that belong to it begin and end. */
export interface TablePlace {
  readonly block: NumberBlock
  readonly from: number
  readonly to: number
  /** 1 …; 0 for the only table of its file. */
  readonly number: number
}

const isEmptyColumn = ({ values }: Column): boolean => values.every((value) => Number.isNaN(value))

function column(header: ColumnHeader, block: NumberBlock, index: number, choice: TableColumnChoice | undefined): Column {
  const { values, labels } = block.columns[index]!
  if (choice) return { ...chosenMeaning(choice, { labels }), values, ...(labels ? { labels } : {}) }
  const named = { name: header.name, quantity: columnQuantity(header), unit: header.unit }
  return labels ? { ...named, quantity: 'other', values, labels } : { ...named, values }
}

/** The line right above the header of one of several tables, or its number. */
function titleOf(lines: readonly string[], { from, number }: TablePlace, header: number): string {
  if (number === 0) return ''
  const above = lines.slice(from, header).map((line) => line.replace(/^[\s"#]+|[\s",;]+$/g, '')).filter((line) => line !== '').at(-1)
  return above !== undefined && above.length <= longestTitle ? above : `table ${number}`
}

function signOfImpedance(columns: readonly Column[]): string {
  return /^\s*-/.test(columnOf({ columns }, 'z_imag')!.name) ? 'the imaginary part has its sign turned, as its name says' : 'as recorded; the file does not say'
}

/** 'E vs. SCE (V)' states what the instrument measured against. */
function referenceOf(columns: readonly Column[]): FieldValues {
  const potential = columnOf({ columns }, 'potential')
  const reference = potential && (potentialReference(potential.name) ?? potentialReference(potential.unit))?.reference
  return reference === undefined ? {} : { reference }
}

export function tableMeasurement(lines: readonly string[], place: TablePlace, columnNames: readonly TableColumnChoice[]): Measurement {
  const { block, from, to } = place
  const { headers, first } = columnHeaders(lines, block)
  const choices = choicesOf(columnNames, Math.max(0, place.number - 1))
  const all = headers.map((header, index) => column(header, block, index, choices.get(index)))
  // A separator at the end of every line is no column.
  const kept = all.flatMap((candidate, index) => (choices.has(index) || headers[index]!.word !== '' || !isEmptyColumn(candidate) ? [index] : []))
  const known = withImpedance(all, choices)
  const columns = kept.map((at, i): Column => (at === i ? known[at]! : { ...known[at]!, at }))
  const technique = tableTechnique(columns)
  const skipped = block.skipped[0]
  return {
    technique, title: titleOf(lines, place, first), columns, segments: technique === 'EIS' ? segmentsOfSpectra(columnOf({ columns }, 'frequency')!.values) : [],
    settings: textSettings([...lines.slice(from, first), ...lines.slice(block.end, to)]), facts: [], header: referenceOf(columns), startedAt: null,
    signConvention: technique === 'EIS' ? signOfImpedance(columns) : columns.some(({ quantity }) => quantity === 'current') ? 'as recorded; the file does not say' : null,
    warnings: skipped === undefined ? [] : [
      `${block.skipped.length} lines inside the table are not rows of numbers and were left out, ` +
        `first line ${skipped + 1}: "${lines[skipped]!.trim().slice(0, 60)}".`
    ],
    complete: true
  }
}
