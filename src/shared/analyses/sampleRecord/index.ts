import type { TableFigure } from '../../figure'
import { formulaText } from '../../formulaText'
import type { Measurement } from '../../measurement'
import { message } from '../../message'
import { kindOf } from '../../metadata/kindOf'
import { mean } from '../../numerics/mean'
import { sampleSd } from '../../numerics/sampleSd'
import type { CatalystEntries, Entry } from '../../project'
import { identityOf, tableRows, typedNumber } from '../../typedTable'
import { usualComposition, usualSynthesis } from '../../usualRows'
import { defineAnalysis, type Finding, type Result, type SettingTable } from '../analysis'
import { isPicture, MOST_PICTURES, pictureFigure } from './pictures'

/** In the order in which the rows of the app hold their cells. */
const table: SettingTable = {
  columns: [
    { key: 'part', label: 'Part', isNeeded: true }, { key: 'name', label: 'What' }, { key: 'value', label: 'Value', isNeeded: true }, { key: 'unit', label: 'Unit' },
    { key: 'method', label: 'Method' }, { key: 'batch', label: 'Batch' }, { key: 'note', label: 'Note' }
  ],
  identity: ['part', 'name', 'method', 'batch'],
  template: [...usualSynthesis, ...usualComposition.slice(1)].map(([part, name, unit, method]) => [part, name, '', unit, method, '', ''])
}

interface Row { readonly catalyst: string; readonly part: string; readonly name: string; readonly value: string; readonly unit: string; readonly method: string; readonly batch: string; readonly note: string }

/** How a catalyst was made and what it is made of, as its record says; composition and fringe spacings become numbers. */
export const sampleRecordAnalysis = defineAnalysis<null>({
  id: 'sample-record',
  version: 7,
  title: 'Sample record',
  tab: 'mechanism',
  scope: 'catalyst',
  metrics: ['composition', 'fringe_spacing'],
  about: { equation: 'fringe spacing: mean ± sd/√n of the spacings in the record', source: 'the sample record of the project', assumes: ['rows without a catalyst hold for all; what is filled in on the card goes before a row of a file about the same', 'composition as stated; nothing is normalised to 100 %', 'pictures: reduced to 512 pixels for the screen; the scale is that of the record, else of the file'] },
  settings: [{ key: 'record', label: 'Sample record', default: '', table }],
  after: [],
  collect: (view, settings) => {
    const entries = [...recordsOf(view), ...view.entries.filter(isPicture)].map(({ id }) => id)
    return (entries.length > 0 || settings.record !== '') && view.catalyst !== null ? { entries, plan: null } : null
  },
  compute: (view, _plan, settings, context) => {
    const findings: Finding[] = []
    const results: Result[] = []
    const own = withTyped(recordsOf(view).flatMap((entry) => rowsOf(context.load(entry.id)).filter(({ catalyst }) => catalyst === '' || isSameName(catalyst, view.catalyst!)).map((row) => ({ row, inputs: [entry.id] }))), String(settings.record))
    const numberIn = ({ row, inputs }: Recorded, what: string): number | null => {
      const number = typedNumber(row.value)
      if (Number.isFinite(number)) return number
      findings.push({ rule: 'sample-record', level: 'warning', catalyst: view.catalyst, source: 'the record itself', entries: inputs, message: message('finding.recordNumber', '{what} "{value}" of the sample record is no number; it is shown as it is.', { what, value: row.value }) })
      return null
    }
    for (const item of own.filter(({ row }) => /^composition|^组成/i.test(row.part))) {
      const value = numberIn(item, `composition of ${item.row.name}`)
      const conditions = { element: item.row.name, ...(item.row.method === '' ? {} : { method: item.row.method }), ...(item.row.batch === '' ? {} : { batch: item.row.batch }) }
      if (value !== null) results.push({ catalyst: view.catalyst, metric: 'composition', value, u: null, unit: item.row.unit || '%', conditions, method: `as recorded${item.row.method === '' ? '' : `, ${item.row.method}`}`, inputs: item.inputs })
    }
    const fringes = own.filter(({ row }) => /^fringe|^晶格条纹/i.test(row.part))
    for (const plane of new Set(fringes.map(({ row }) => row.name))) {
      const items = fringes.filter(({ row }) => row.name === plane)
      const values = items.flatMap((item) => { const value = numberIn(item, 'fringe spacing'); return value === null ? [] : [value * toNm(item.row.unit)] })
      if (values.length === 0) continue
      results.push({ catalyst: view.catalyst, metric: 'fringe_spacing', value: mean(values), u: values.length > 1 ? sampleSd(values) / Math.sqrt(values.length) : null, unit: 'nm', conditions: plane === '' ? {} : { plane }, ...(values.length > 1 ? { n: values.length } : {}), method: `HR-TEM, ${values.length} spacing(s) as recorded`, inputs: [...new Set(items.flatMap(({ inputs }) => inputs))] })
    }
    const pictures = view.entries.filter(isPicture)
    const rows = own.map(({ row }) => row)
    const drawn = pictures.slice(0, MOST_PICTURES).map((entry) => ({ entry, ...pictureFigure(entry, context.load(entry.id), rows.filter(({ part }) => /^(image|picture|图)/i.test(part))) }))
    if (pictures.length > MOST_PICTURES) findings.push({ rule: 'sample-record', level: 'note', catalyst: view.catalyst, source: 'the pictures of the project', entries: pictures.map(({ id }) => id), message: message('finding.morePictures', 'Of {n} pictures the first {shown} are shown.', { n: pictures.length, shown: MOST_PICTURES }) })
    return {
      results, findings, needs: drawn.flatMap(({ entry, need }) => (need ? [{ message: need, where: 'folders' as const, entries: [entry.id] }] : [])),
      rows: { record: rows.map(cellsOf) },
      figures: [...(own.length === 0 ? [] : [tableOf(rows)]), ...drawn.map(({ figure }) => figure)]
    }
  }
})

interface Recorded { readonly row: Row; readonly inputs: readonly string[] }
const cellsOf = ({ part, name, value, unit, method, batch, note }: Row): string[] => [part, name, value, unit, method, batch, note]

/** Rows filled in on the card stand in the place of those about the same, or behind the last of their part. */
function withTyped(ofFiles: readonly Recorded[], text: string): readonly Recorded[] {
  const of = identityOf(table)
  const rows = [...ofFiles]
  for (const [part = '', name = '', value = '', unit = '', method = '', batch = '', note = ''] of tableRows(text, table.columns.length)) {
    const typed: Recorded = { row: { catalyst: '', part, name, value, unit, method, batch, note }, inputs: [] }
    const same = rows.findIndex(({ row, inputs }) => inputs.length > 0 && of(cellsOf(row)) === of(cellsOf(typed.row)))
    const last = rows.findLastIndex(({ row }) => row.part.toLowerCase() === part.toLowerCase())
    if (same >= 0) rows[same] = typed
    else rows.splice(last < 0 ? rows.length : last + 1, 0, typed)
  }
  return rows
}

const recordsOf = (view: CatalystEntries): Entry[] => [...view.entries, ...view.common].filter((entry) => kindOf(entry) === 'sample')
const isSameName = (a: string, b: string): boolean => a.trim().toLowerCase().replace(/[\s_]/g, '-') === b.trim().toLowerCase()
const toNm = (unit: string): number => (/^(å|a|angstrom|ångström)$/i.test(unit.trim()) ? 0.1 : 1)

function rowsOf(record: Measurement): Row[] {
  const find = (name: string): Measurement['columns'][number] | undefined => record.columns.find((column) => column.name === name)
  const columns = { catalyst: find('catalyst'), part: find('part'), name: find('name'), value: find('value'), unit: find('unit'), method: find('method'), batch: find('batch'), note: find('note') }
  const text = (column: (typeof columns)['part'], row: number): string => column?.labels?.[column.values[row] ?? -1] ?? ''
  return Array.from({ length: columns.part?.values.length ?? 0 }, (_, row) => ({
    catalyst: text(columns.catalyst, row), part: text(columns.part, row), name: text(columns.name, row), value: text(columns.value, row),
    unit: text(columns.unit, row), method: text(columns.method, row), batch: text(columns.batch, row), note: text(columns.note, row)
  }))
}

/** In the order of the record; a part is named once. */
function tableOf(rows: readonly Row[]): TableFigure {
  const hasBatch = rows.some(({ batch }) => batch !== '')
  return {
    kind: 'table', id: 'sample-record', isQuoted: true, title: 'Synthesis and composition', header: ['Part', 'What', 'Value', ...(hasBatch ? ['Batch'] : []), 'Note'],
    rows: rows.map((row, i) => [
      rows[i - 1]?.part === row.part ? '' : row.part, formulaText(row.name), [row.value, row.unit].filter((text) => text !== '').join(' '), ...(hasBatch ? [row.batch] : []), [row.method, row.note].filter((text) => text !== '').join(', ')
    ])
  }
}
