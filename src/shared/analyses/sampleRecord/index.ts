import type { TableFigure } from '../../figure'
import type { Measurement } from '../../measurement'
import { message } from '../../message'
import { mean } from '../../numerics/mean'
import { sampleSd } from '../../numerics/sampleSd'
import type { CatalystEntries, Entry } from '../../project'
import { defineAnalysis, type Finding, type Result } from '../analysis'
import { isPicture, MOST_PICTURES, pictureFigure } from './pictures'

interface Row { readonly catalyst: string; readonly part: string; readonly name: string; readonly value: string; readonly unit: string; readonly method: string; readonly batch: string; readonly note: string }

/** How a catalyst was made and what it is made of, as its record says; composition and fringe spacings become numbers. */
export const sampleRecordAnalysis = defineAnalysis<null>({
  id: 'sample-record',
  version: 2,
  title: 'Sample record',
  tab: 'mechanism',
  scope: 'catalyst',
  metrics: ['composition', 'fringe_spacing'],
  about: { equation: 'fringe spacing: mean ± sd/√n of the spacings in the record', source: 'the sample record of the project', assumes: ['rows without a catalyst hold for all', 'composition as stated; nothing is normalised to 100 %', 'pictures: reduced to 512 pixels for the screen; the scale is that of the record, else of the file'] },
  settings: [],
  after: [],
  collect: (view) => {
    const entries = [...recordsOf(view), ...view.entries.filter(isPicture)].map(({ id }) => id)
    return entries.length > 0 && view.catalyst !== null ? { entries, plan: null } : null
  },
  compute: (view, _plan, _settings, context) => {
    const findings: Finding[] = []
    const results: Result[] = []
    const own = recordsOf(view).flatMap((entry) => rowsOf(context.load(entry.id)).filter(({ catalyst }) => catalyst === '' || isSameName(catalyst, view.catalyst!)).map((row) => ({ row, entry })))
    const numberIn = ({ row, entry }: (typeof own)[number], what: string): number | null => {
      const number = Number(row.value.replace(',', '.'))
      if (row.value !== '' && Number.isFinite(number)) return number
      findings.push({ rule: 'sample-record', level: 'warning', catalyst: view.catalyst, source: 'the record itself', entries: [entry.id], message: message('finding.recordNumber', '{what} "{value}" of the sample record is no number; it is shown as it is.', { what, value: row.value }) })
      return null
    }
    for (const item of own.filter(({ row }) => /^composition|^组成/i.test(row.part))) {
      const value = numberIn(item, `composition of ${item.row.name}`)
      const conditions = { element: item.row.name, ...(item.row.method === '' ? {} : { method: item.row.method }), ...(item.row.batch === '' ? {} : { batch: item.row.batch }) }
      if (value !== null) results.push({ catalyst: view.catalyst, metric: 'composition', value, u: null, unit: item.row.unit || '%', conditions, method: `as recorded${item.row.method === '' ? '' : `, ${item.row.method}`}`, inputs: [item.entry.id] })
    }
    const fringes = own.filter(({ row }) => /^fringe|^晶格条纹/i.test(row.part))
    for (const plane of new Set(fringes.map(({ row }) => row.name))) {
      const items = fringes.filter(({ row }) => row.name === plane)
      const values = items.flatMap((item) => { const value = numberIn(item, 'fringe spacing'); return value === null ? [] : [value * toNm(item.row.unit)] })
      if (values.length === 0) continue
      results.push({ catalyst: view.catalyst, metric: 'fringe_spacing', value: mean(values), u: values.length > 1 ? sampleSd(values) / Math.sqrt(values.length) : null, unit: 'nm', conditions: plane === '' ? {} : { plane }, ...(values.length > 1 ? { n: values.length } : {}), method: `HR-TEM, ${values.length} spacing(s) as recorded`, inputs: [...new Set(items.map(({ entry }) => entry.id))] })
    }
    const pictures = view.entries.filter(isPicture)
    const rows = own.map(({ row }) => row)
    const drawn = pictures.slice(0, MOST_PICTURES).map((entry) => ({ entry, ...pictureFigure(entry, context.load(entry.id), rows.filter(({ part }) => /^(image|picture|图)/i.test(part))) }))
    if (pictures.length > MOST_PICTURES) findings.push({ rule: 'sample-record', level: 'note', catalyst: view.catalyst, source: 'the pictures of the project', entries: pictures.map(({ id }) => id), message: message('finding.morePictures', 'Of {n} pictures the first {shown} are shown.', { n: pictures.length, shown: MOST_PICTURES }) })
    return {
      results, findings, needs: drawn.flatMap(({ entry, need }) => (need ? [{ message: need, where: 'folders' as const, entries: [entry.id] }] : [])),
      figures: [...(own.length === 0 ? [] : [tableOf(rows)]), ...drawn.map(({ figure }) => figure)]
    }
  }
})

const recordsOf = (view: CatalystEntries): Entry[] => [...view.entries, ...view.common].filter(({ measurement }) => measurement?.facts.some(({ name, value }) => name === 'kind' && value === 'sample'))
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
    kind: 'table', id: 'sample-record', title: 'Synthesis and composition', header: ['Part', 'What', 'Value', ...(hasBatch ? ['Batch'] : []), 'Note'],
    rows: rows.map((row, i) => [
      rows[i - 1]?.part === row.part ? '' : row.part, row.name, [row.value, row.unit].filter((text) => text !== '').join(' '), ...(hasBatch ? [row.batch] : []), [row.method, row.note].filter((text) => text !== '').join(', ')
    ])
  }
}
