import type { Result } from '@shared/analyses/analysis'
import type { TableFigure } from '@shared/figure'
import { conditionName, conditionText } from '../outcome/conditionName'
import { groupResults } from '../outcome/groupResults'
import { english, type Translator } from '../locales/phrases/translator'
import { formatNumber } from '../text/formatNumber'
import { formatValue } from '../text/formatQuantity'
import { unitText } from '../text/unitText'
import type { ReportTable } from './reportHtml'

/** Rows that are printed of one table; the rest is counted. */
const mostRows = 36

/** The numbers of an outcome as the card has them: means with their n; single runs only where there is no mean. */
export function resultTables(results: readonly Result[], nameOf: (metric: string) => string, hasCatalyst: boolean, words: Translator = english): ReportTable[] {
  return groupResults(results).map(({ conditionKeys, metrics, rows }) => {
    const withN = rows.some(({ cells }) => [...cells.values()].some(({ n }) => n !== undefined))
    const unitOf = (metric: string): string => {
      const units = new Set(rows.flatMap(({ cells }) => cells.get(metric)?.unit ?? []))
      return units.size === 1 ? unitText([...units][0]!) : ''
    }
    const withUnit = (text: string, unit: string): string => (unit === '' ? text : `${text} / ${unit}`)
    const head = [
      ...(hasCatalyst ? [''] : []), ...conditionKeys.map((key) => withUnit(words.text(conditionName(key).text), conditionName(key).unit)), ...metrics.map((metric) => withUnit(nameOf(metric), unitOf(metric))), ...(withN ? ['n'] : [])
    ]
    const body = rows.slice(0, mostRows).map(({ catalyst, conditions, cells }) => [
      ...(hasCatalyst ? [catalyst ?? ''] : []),
      ...conditionKeys.map((key) => {
        const value = conditions.get(key)
        return value === undefined ? '' : typeof value === 'number' ? formatNumber(value) : conditionText(key, value, nameOf, words).replaceAll('_', ' ')
      }),
      ...metrics.map((metric) => {
        const cell = cells.get(metric)
        return cell ? `${formatValue(cell.value, cell.u, cell.unit)}${unitOf(metric) === '' && unitText(cell.unit) !== '' ? ` ${unitText(cell.unit)}` : ''}` : ''
      }),
      ...(withN ? [String([...cells.values()].find(({ n }) => n !== undefined)?.n ?? 1)] : [])
    ])
    return { head, rows: body, more: Math.max(0, rows.length - mostRows) }
  })
}

/** A figure that is a table. */
export const figureTableRows = ({ header, rows }: TableFigure): ReportTable =>
  ({ head: header, rows: rows.map((row) => row.map((cell) => (cell === null ? '' : typeof cell === 'number' ? formatNumber(cell) : cell))), more: 0 })
