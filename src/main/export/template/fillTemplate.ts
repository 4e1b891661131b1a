import type { Sheet } from '../../../shared/workbook'
import { requestedNumber } from '../../../shared/workbook/template/requestedNumber'
import type { SummaryInput } from '../../../shared/workbook/summaryInput'
import { TemplateParts, type NamedPlace } from './templateParts'

export interface FilledTemplate { readonly bytes: Uint8Array; readonly filled: number; /** One sentence; null where all was found. */ readonly notFilled: string | null }

const MOST_NAMED = 8
const reasons = {
  unknown: 'not in this project', several: 'several numbers: add the potential, as _m0.3 for −0.3 V', formula: 'its cell holds a formula', place: 'it leads to no cell', table: 'there is no such table', header: 'none of its headers is known', room: 'too small for all rows'
} as const

/** The group's own workbook with our numbers in the cells whose names begin with RUM_; its sheets, formats, formulas and charts stay. */
export function fillTemplate(bytes: Uint8Array, file: string, input: SummaryInput, sheets: readonly Sheet[]): FilledTemplate {
  const template = new TemplateParts(bytes, file)
  const missed: { readonly name: string; readonly why: keyof typeof reasons }[] = []
  let filled = 0
  if (template.names.length === 0) throw new Error(`${file} has no name that begins with RUM_, so there is nothing to fill; name a cell RUM_fe_nh3_RuFe_NC_m0.3 or a header row RUM_table_Results.`)
  for (const place of template.names) {
    const why = fillPlace(template, place, input, sheets)
    if (why !== null) missed.push({ name: place.name, why })
    if (why === null || why === 'room') filled += 1
  }
  const listed = missed.slice(0, MOST_NAMED).map(({ name, why }) => `${name} (${reasons[why]})`).join(', ')
  return { bytes: template.bytes(), filled, notFilled: missed.length === 0 ? null : `${missed.length} of ${template.names.length} names of ${file} could not be filled: ${listed}${missed.length > MOST_NAMED ? ` and ${missed.length - MOST_NAMED} more` : ''}.` }
}

function fillPlace(template: TemplateParts, place: NamedPlace, input: SummaryInput, sheets: readonly Sheet[]): keyof typeof reasons | null {
  const name = place.name.slice('RUM_'.length)
  const sheet = template.sheet(place.sheet)
  if (!sheet) return 'place'
  const table = /^table_(.+)$/i.exec(name)?.[1]?.toLowerCase()
  if (table !== undefined) {
    const source = sheets.find((one) => one.name.replace(/[^\p{L}\p{N}]+/gu, '_').toLowerCase() === table)
    return source && source.columns.length > 0 ? fillTable(template, place, source) : 'table'
  }
  const facts = new Map<string, string>([['project', input.project], ['version', input.appVersion], ['simulated', input.simulated ? 'SIMULATED data: made by the program, not measured' : '']])
  const fact = facts.get(name.toLowerCase())
  const answer = fact === undefined ? requestedNumber(name, input.outcomes) : { value: fact }
  if ('why' in answer) return answer.why
  return sheet.fill(place.from, answer.value) === 'formula' ? 'formula' : null
}

/** NH₃ and NH3, NO₂⁻ and NO2-, are the same header. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\u2212/g, '-').trim().toLowerCase()

/**
 * The region's first row holds headers as our sheet has them, in any order and choice; rows follow below it, to the region's end, or as many
 * as there are where the region is its header row alone. New rows look like the first one.
 */
function fillTable(template: TemplateParts, { sheet: name, from, to }: NamedPlace, source: Sheet): keyof typeof reasons | null {
  const sheet = template.sheet(name)!
  const seen = new Map<string, number>()
  const columns = Array.from({ length: to.column - from.column + 1 }, (_, i) => {
    const header = plain(template.textOf(name, { column: from.column + i, row: from.row }))
    const nth = seen.get(header) ?? 0
    seen.set(header, nth + 1)
    return { column: from.column + i, source: source.columns.flatMap((column, k) => (plain(column.header) === header ? [k] : []))[nth] }
  }).filter((column): column is { column: number; source: number } => column.source !== undefined)
  if (columns.length === 0) return 'header'
  const room = to.row > from.row ? to.row - from.row : source.rows.length
  let hasFormula = false
  for (let i = 0; i < room; i += 1) {
    for (const { column, source: k } of columns) {
      const cell = source.rows[i]?.[k] ?? null
      const value = cell === null || typeof cell !== 'object' ? cell : 'text' in cell ? cell.text : cell.value
      const place = { column, row: from.row + 1 + i }
      if (value === null && sheet.isEmpty(place)) continue
      if (sheet.fill(place, typeof value === 'number' && !Number.isFinite(value) ? null : value, { column, row: from.row + 1 }) === 'formula') hasFormula = true
    }
  }
  return source.rows.length > room ? 'room' : hasFormula ? 'formula' : null
}
