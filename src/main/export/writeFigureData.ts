import { join } from 'node:path'
import type { Outcome } from '../../shared/analyses/analysis'
import type { Figure } from '../../shared/figure'
import { createDistinctNames, safeFileName } from '../../shared/fileNames'
import { disk } from '../disk'
import { writeFileSafely } from './writeFileSafely'

/** Every figure as CSV (to redraw it anywhere) and as the JSON that the window draws, each under a name of its own. Returns how many. */
export async function writeFigureData(outcomes: readonly Outcome[], folder: string): Promise<number> {
  await disk.mkdir(folder, { recursive: true })
  const distinct = createDistinctNames()
  let count = 0
  for (const outcome of outcomes) {
    for (const figure of outcome.figures) {
      const words = [outcome.catalyst, figure.id].filter((part) => part !== null).join('_').replace(/[^\p{L}\p{N}._-]+/gu, '_')
      const name = distinct([`${safeFileName(words)}.json`]).slice(0, -'.json'.length)
      await writeFileSafely(join(folder, `${name}.json`), Buffer.from(JSON.stringify(figure, null, 1)))
      await writeFileSafely(join(folder, `${name}.csv`), Buffer.from(csvOf(figure)))
      count += 1
    }
  }
  return count
}

/** Text cells that a spreadsheet would take for a formula get an apostrophe; numbers never do. */
const text = (value: string): string => `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`
const cell = (value: number | null | undefined): string => (value === null || value === undefined || !Number.isFinite(value) ? '' : String(value))

function csvOf(figure: Figure): string {
  if (figure.kind === 'bars') {
    const header = ['category', ...figure.groups.flatMap((group) => [text(group.name), text(`${group.name} u`)])]
    const rows = figure.categories.map((category, i) => [text(category), ...figure.groups.flatMap((group) => [cell(group.values[i]), cell(group.errors?.[i])])])
    return [header, ...rows].map((row) => row.join(',')).join('\n') + '\n'
  }
  if (figure.kind === 'radar') {
    const header = ['axis', ...figure.groups.flatMap((group) => [text(`${group.name}, scaled`), text(group.name), text(`${group.name} u`), text(`${group.name} unit`)])]
    const rows = figure.categories.map((category, i) => [text(category), ...figure.groups.flatMap(({ values, raw }) => [cell(values[i]), cell(raw[i]?.value), cell(raw[i]?.u), text(raw[i]?.unit ?? '')])])
    return [header, ...rows].map((row) => row.join(',')).join('\n') + '\n'
  }
  if (figure.kind === 'image') return `${text('pixel size / nm')},${cell(figure.pixel_nm)}\n${text('picture')},${text(figure.title)}\n`
  if (figure.kind === 'table') return [figure.header.map(text), ...figure.rows.map((row) => row.map((one) => (typeof one === 'string' ? text(one) : cell(one))))].map((row) => row.join(',')).join('\n') + '\n'
  if (figure.kind === 'heat') {
    const rows = figure.ys.map((place, row) => [figure.y.labels?.[place] === undefined ? cell(place) : text(figure.y.labels[place]), ...figure.xs.map((_, column) => cell(figure.values[row]?.[column]))])
    return [[text(`${figure.y.title} / ${figure.y.unit} down, ${figure.x.title} / ${figure.x.unit} across: ${figure.z.title} / ${figure.z.unit}`), ...figure.xs.map(cell)], ...rows].map((row) => row.join(',')).join('\n') + '\n'
  }
  const header = figure.series.flatMap((series) => [text(`${series.name}: ${figure.x.title} / ${figure.x.unit}`), text(`${figure.y.title} / ${figure.y.unit}`), text('u')])
  const length = Math.max(0, ...figure.series.map((series) => series.x.length))
  const rows = Array.from({ length }, (_, i) => figure.series.flatMap((series) => [cell(series.x[i]), cell(series.y[i]), cell(series.yError?.[i])]).join(','))
  return [header.join(','), ...rows].join('\n') + '\n'
}
