import { conditionsAside } from '../../shared/analyses/conditionsAside'
import type { Project } from '../project/project'
import { inboxRows } from '../project/inboxPage'

const number = (value: number): string => (Math.abs(value) >= 1e4 || (value !== 0 && Math.abs(value) < 1e-3) ? value.toExponential(3) : value.toPrecision(5))

/** More do not fit on a screen; the JSON has all of them. */
const mostTold = 20
const told = (title: string, lines: readonly string[]): string[] => {
  const unique = [...new Set(lines)]
  return unique.length === 0 ? [] : [`${title} (${unique.length}):`, ...unique.slice(0, mostTold).map((line) => `  ${line}`), ...(unique.length > mostTold ? [`  … and ${unique.length - mostTold} more, see --json`] : [])]
}

/** Means where there are replicates, else single values: a table short enough to read in a terminal. */
export function resultsTable(project: Project): string {
  const results = project.outcomes().flatMap((outcome) => outcome.results)
  const hasMean = new Set(results.filter((r) => r.n !== undefined).map((r) => `${r.catalyst} ${r.metric}`))
  const shown = results.filter((r) => r.n !== undefined || !hasMean.has(`${r.catalyst} ${r.metric}`))
  const rows = shown.map((r) => [
    r.catalyst ?? '-', r.metric, number(r.value), r.u === null ? '' : `± ${number(r.u)}`, r.unit,
    Object.entries(r.conditions).filter(([key]) => !conditionsAside.has(key)).map(([key, value]) => `${key} ${value}`).join(', '), r.n === undefined ? '' : `n = ${r.n}`
  ])
  const widths = rows.reduce<number[]>((w, row) => row.map((cell, i) => Math.max(w[i] ?? 0, cell.length)), [])
  const lines = rows.map((row) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ').trimEnd())
  const files = inboxRows(project.driver, project.entries())
  const bad = files.filter((file) => file.status !== 'ok')
  const states = [...new Set(files.map((file) => file.status))].map((status) => `${files.filter((file) => file.status === status).length} ${status}`)
  const names = told('names', files.flatMap(({ path, note }) => (note === null ? [] : [`${path}: ${note}`])))
  const missing = told('missing', project.outcomes().flatMap(({ catalyst, analysis, needs }) => needs.map((need) => `${catalyst ?? '-'}  ${analysis}: ${need.message.text}`)))
  const checks = told('checks', project.findings().filter(({ level }) => level !== 'note').map(({ level, catalyst, message }) => `${level}  ${catalyst ?? '-'}: ${message.text}`))
  return `${[`${files.length} files: ${states.join(', ')}`, ...bad.map((file) => `  ${file.status}: ${file.path}${file.reason === null ? '' : ` (${file.reason})`}`), ...names, ...lines, ...missing, ...checks].join('\n')}\n`
}
