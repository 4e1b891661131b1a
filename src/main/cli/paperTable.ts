import type { Result } from '../../shared/analyses/analysis'
import { paperCitation, paperValues, type PaperValue } from '../../shared/simulate/paperValues'

export interface PaperRow {
  readonly catalyst: string
  readonly metric: string
  readonly conditions: string
  readonly unit: string
  readonly paper: number
  /** null: the pipeline gave no such number, or several that contradict which one is meant. */
  readonly pipeline: number | null
  /** Pipeline minus paper, in `deviationUnit`. */
  readonly deviation: number | null
  readonly tolerance: number
  readonly deviationUnit: '%' | 'mV' | 'meV'
  readonly within: boolean
}

const SAME_POTENTIAL_V = 0.005
const tolerances = new Map<string, Pick<PaperRow, 'tolerance' | 'deviationUnit'>>([
  ['onset', { tolerance: 5, deviationUnit: 'mV' }], ['d_band_centre_dft', { tolerance: 2, deviationUnit: 'meV' }]
])
const relative = { tolerance: 0.5, deviationUnit: '%' } as const

/** Every number of the paper beside what came out of the files: the mean of the replicates where there is one. */
export function comparePaper(results: readonly Result[]): PaperRow[] {
  return paperValues.map((printed) => {
    const { catalyst, metric, unit, value: paper, potential_V_RHE } = printed
    const { tolerance, deviationUnit } = tolerances.get(metric) ?? relative
    const pipeline = found(printed, results)
    const scale = deviationUnit === '%' ? 100 / Math.abs(paper) : 1000
    const deviation = pipeline === null ? null : scale * (pipeline - paper)
    const within = deviation !== null && Math.abs(deviation) <= tolerance
    const conditions = potential_V_RHE === undefined ? '' : `${potential_V_RHE} V vs RHE`
    return { catalyst, metric, conditions, unit, paper, pipeline, deviation, tolerance, deviationUnit, within }
  })
}

function found({ catalyst, metric, potential_V_RHE }: PaperValue, results: readonly Result[]): number | null {
  const fitting = results.filter(({ conditions, ...result }) =>
    result.catalyst === catalyst && result.metric === metric && conditions.nitrate_M !== 0 && conditions.cycle === undefined &&
    (potential_V_RHE === undefined || Math.abs(Number(conditions.potential_V_RHE) - potential_V_RHE) <= SAME_POTENTIAL_V + 1e-9))
  const means = fitting.filter((result) => result.n !== undefined && result.conditions.run === undefined && result.conditions.replicate === undefined)
  const candidates = means.length > 0 ? means : fitting
  return candidates.length === 1 ? candidates[0]!.value : null
}

const number = (value: number): string => String(Number(value.toPrecision(5)))
function signed(value: number): string {
  const text = value.toFixed(3)
  return Number(text) === 0 ? '0.000' : value < 0 ? text : `+${text}`
}

/** The comparison for a terminal. */
export function paperTableText(rows: readonly PaperRow[]): string {
  const head = ['catalyst', 'number', 'at', 'paper', 'from the files', 'unit', 'deviation', 'allowed', '']
  const body = rows.map((row) => [
    row.catalyst, row.metric, row.conditions, number(row.paper), row.pipeline === null ? 'none' : number(row.pipeline), row.unit,
    row.deviation === null ? '' : `${signed(row.deviation)} ${row.deviationUnit}`, `\u00b1${row.tolerance} ${row.deviationUnit}`,
    row.within ? 'ok' : 'OUTSIDE'
  ])
  const widths = head.map((title, i) => Math.max(title.length, ...body.map((cells) => cells[i]!.length)))
  const lines = [head, ...body].map((cells) => cells.map((cell, i) => cell.padEnd(widths[i]!)).join('  ').trimEnd())
  const summary = `${rows.filter((row) => row.within).length} of ${rows.length} within their tolerance`
  return `${[`Paper: ${paperCitation}`, ...lines, summary].join('\n')}\n`
}
