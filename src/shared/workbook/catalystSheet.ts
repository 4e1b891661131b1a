import { FARADAY_C_PER_MOL } from '../constants'
import type { Conditions, Result } from '../analyses/analysis'
import { conditionsKey } from '../analyses/electrolysisPlan'
import type { Cell, FormulaCell, Sheet, SheetColumn } from '../workbook'
import { lineKey, type LineProduct } from './runLines'
import type { RunAddress } from './runsSheet'
import { columnLetter } from './sheetName'
import { preambleOf, rowNumber, type SummaryInput } from './summaryInput'
import { uncertaintyFormat } from './uncertaintyFormat'

interface MetricColumn { readonly metric: string; readonly header: string; readonly unit: string; readonly format: string }
/** Headers are unlike each other: a group's own workbook asks for a column by its header. */
export const metricColumns: readonly MetricColumn[] = [
  { metric: 'fe_nh3', header: 'FE(NH₃)', unit: '%', format: '0.00' }, { metric: 'fe_no2', header: 'FE(NO₂⁻)', unit: '%', format: '0.00' }, { metric: 'fe_h2', header: 'FE(H₂)', unit: '%', format: '0.00' }, { metric: 'fe_sum', header: 'FE sum', unit: '%', format: '0.00' },
  { metric: 'nh3_mass', header: 'NH₃', unit: 'mg', format: '0.0000' }, { metric: 'yield_nh3_mass', header: 'NH₃ yield per mass', unit: 'mg/h/mg_cat', format: '0.0000' }, { metric: 'yield_nh3_area', header: 'NH₃ yield per area', unit: 'mg/h/cm²', format: '0.0000' }, { metric: 'yield_nh3_molar', header: 'NH₃ yield, molar', unit: 'µmol/h/cm²', format: '0.00' },
  { metric: 'j_mean', header: 'j mean', unit: 'mA/cm²', format: '0.00' }, { metric: 'j_nh3', header: 'j(NH₃)', unit: 'mA/cm²', format: '0.00' }, { metric: 'j_no2', header: 'j(NO₂⁻)', unit: 'mA/cm²', format: '0.000' }, { metric: 'j_h2', header: 'j(H₂)', unit: 'mA/cm²', format: '0.000' },
  { metric: 'ratio_no2_nh3', header: 'NO₂⁻/NH₃', unit: 'mol/mol', format: '0.0000' }
]
const metrics = new Set(metricColumns.map((column) => column.metric))
const identity: readonly SheetColumn[] = [
  { header: 'E vs RHE', unit: 'V', width: 10, format: '0.000' }, { header: 'run', unit: '', width: 22 }, { header: 'replicate', unit: '', width: 10 }, { header: 'cycle', unit: '', width: 7 }, { header: 'nitrate', unit: 'M', width: 9 }, { header: 'n', unit: '', width: 5 }
]

/** A mean, or a single value of which there is none, and the cells where it and its u stand. */
export interface SeriesPoint { readonly potential_V: number; readonly value: number; readonly u: number | null; readonly address: string; readonly uAddress: string }

export interface CatalystSheet {
  readonly sheet: Sheet
  /** With nitrate, without recycling cycles, by potential. */
  readonly pointsOf: (metric: string) => readonly SeriesPoint[]
  /** Address (without the sheet) of a result that stands on this sheet. */
  readonly addressOf: (result: Result) => string | undefined
}

interface Row { readonly conditions: Conditions; readonly isMean: boolean; readonly results: ReadonlyMap<string, Result> }

/** Every run and every mean of one catalyst: values as formulas on the Runs sheet, means as formulas on the rows above them. */
export function catalystSheet(input: SummaryInput, catalyst: string, name: string, address: RunAddress): CatalystSheet | null {
  const results = input.outcomes.flatMap((outcome) => outcome.results.filter((result) => result.catalyst === catalyst && metrics.has(result.metric)))
  const rows = rowsOf(results)
  if (rows.length === 0) return null
  const preamble = preambleOf(input, catalyst, `F = ${FARADAY_C_PER_MOL} C/mol; FE = 100 z F n/|Q|; yields = n M/(t m) or n M/(t A); means (bold): AVERAGE and STDEV/SQRT(n) of the runs; n stands beside a number of which more or fewer runs were measured`)
  const columns = shownColumns(rows)
  const place: Place = { columnOf: (metric) => columns.findIndex((column) => column.metric === metric && column.part === 'value'), numberOf: new Map(rows.map((row, i) => [row, rowNumber(preamble, i)])) }
  const cells = rows.map((row): Cell[] => {
    const parts = new Map(metricColumns.map(({ metric }) => [metric, cellsOf(metric, row, rows, place, address, catalyst)]))
    return [
      row.conditions.potential_V_RHE ?? null, row.isMean ? 'mean' : String(row.conditions.run ?? ''), String(row.conditions.replicate ?? ''), row.conditions.cycle ?? null, row.conditions.nitrate_M ?? null, row.isMean ? usualN(row) : null,
      ...columns.slice(identity.length).map(({ metric, part }) => parts.get(metric!)![part!])
    ]
  })
  const sheet: Sheet = { name, preamble, rows: cells, columns: columns.map(({ metric: _metric, part: _part, ...column }) => column), frozen: 2, boldRows: new Set(rows.flatMap(({ isMean }, i) => (isMean ? [i] : []))) }
  return {
    sheet,
    pointsOf: (metric) => rows.filter(({ conditions, isMean }) => conditions.cycle === undefined && conditions.nitrate_M !== 0 && typeof conditions.potential_V_RHE === 'number'
      && (isMean || !rows.some((other) => other.isMean && near(other.conditions, conditions)))).flatMap((row): SeriesPoint[] => {
      const result = row.results.get(metric)
      const at = (k: number): string => `${columnLetter(place.columnOf(metric) + k)}${place.numberOf.get(row)}`
      return result ? [{ potential_V: Number(row.conditions.potential_V_RHE), value: result.value, u: result.u, address: at(0), uAddress: at(1) }] : []
    }),
    addressOf(result) {
      const row = rows.find((candidate) => candidate.results.get(result.metric) === result)
      return row && `${columnLetter(place.columnOf(result.metric))}${place.numberOf.get(row)}`
    }
  }
}

const groupKey = (conditions: Conditions): string => conditionsKey(Object.fromEntries(Object.entries(conditions).filter(([key]) => !['run', 'replicate', 'sd'].includes(key))))

/** Runs by potential, the least negative first; behind the runs of one potential their mean. */
function rowsOf(results: readonly Result[]): Row[] {
  const rows = new Map<string, { conditions: Conditions; isMean: boolean; results: Map<string, Result> }>()
  for (const result of results) {
    const isMean = result.n !== undefined
    const key = isMean ? `mean\n${groupKey(result.conditions)}` : conditionsKey(result.conditions)
    const { sd: _sd, ...conditions } = result.conditions
    const row = rows.get(key) ?? { conditions, isMean, results: new Map<string, Result>() }
    row.results.set(result.metric, result)
    rows.set(key, row)
  }
  const potential = (row: Row): number => (typeof row.conditions.potential_V_RHE === 'number' ? row.conditions.potential_V_RHE : -Infinity)
  return [...rows.values()].sort((a, b) => potential(b) - potential(a) || Number(a.conditions.nitrate_M ?? 0) - Number(b.conditions.nitrate_M ?? 0) || Number(a.conditions.cycle ?? 0) - Number(b.conditions.cycle ?? 0) || Number(a.isMean) - Number(b.isMean))
}

/** How many runs most means of a row are of; a current needs only the trace, an efficiency its reading as well. */
function usualN({ results }: Row): number {
  const counts = [...results.values()].map(({ n }) => n!)
  const times = (n: number): number => counts.filter((other) => other === n).length
  return counts.reduce((best, n) => (times(n) > times(best) ? n : best))
}

/** Of one number of a row: its own, its uncertainty, and of how many runs it is a mean. */
interface Cells { readonly value: Cell; readonly u: Cell; readonly n: Cell }
interface Place { readonly columnOf: (metric: string) => number; readonly numberOf: ReadonlyMap<Row, number> }
type OwnColumn = SheetColumn & { readonly metric?: string; readonly part?: keyof Cells }

/** Numbers that no run has, and uncertainties that none of them has, get no column. The u stands to the right of its number. */
function shownColumns(rows: readonly Row[]): readonly OwnColumn[] {
  return [...identity, ...metricColumns.flatMap(({ metric, header, unit, format }): OwnColumn[] => {
    const own = rows.flatMap(({ results }) => results.get(metric) ?? [])
    const hasOwnN = rows.some((row) => row.isMean && row.results.has(metric) && row.results.get(metric)!.n !== usualN(row))
    const format_u = uncertaintyFormat(own.map(({ u }) => u))
    return own.length === 0 ? [] : [{ header, unit, width: 13, format, metric, part: 'value' }, ...(own.every(({ u }) => u === null) ? [] : [{ header: `u of ${header}`, unit, width: 12, ...(format_u === undefined ? {} : { format: format_u }), metric, part: 'u' as const }]), ...(hasOwnN ? [{ header: `n of ${header}`, unit: '', width: 7, metric, part: 'n' as const }] : [])]
  })]
}

function cellsOf(metric: string, row: Row, rows: readonly Row[], place: Place, address: RunAddress, catalyst: string): Cells {
  const result = row.results.get(metric)
  if (!result) return { value: null, u: null, n: null }
  if (!row.isMean) return { value: formulaOf(metric, row, result, place, address, catalyst), u: result.u, n: null }
  // The runs behind a mean are those whose inputs it holds.
  const inputs = new Set(result.inputs)
  const singles = rows.filter((other) => !other.isMean && other.results.get(metric)?.inputs.every((id) => inputs.has(id)) && near(other.conditions, row.conditions))
  if (singles.length !== result.n) return { value: result.value, u: result.u, n: result.n ?? null }
  const cells = singles.map((single) => `${columnLetter(place.columnOf(metric))}${place.numberOf.get(single)}`).join(',')
  return {
    value: { formula: `AVERAGE(${cells})`, value: result.value }, n: { formula: `COUNT(${cells})`, value: singles.length },
    u: result.u === null ? null : { formula: `STDEV(${cells})/SQRT(COUNT(${cells}))`, value: result.u }
  }
}

const near = (a: Conditions, b: Conditions): boolean => Math.abs(Number(a.potential_V_RHE) - Number(b.potential_V_RHE)) <= 0.006 && a.cycle === b.cycle && a.nitrate_M === b.nitrate_M

/** The formula that gives a single result again from the Runs sheet, or its plain value where a term is not there. */
function formulaOf(metric: string, row: Row, { value }: Result, place: Place, address: RunAddress, catalyst: string): FormulaCell | number {
  const of = (product: LineProduct) => (term: Parameters<RunAddress>[1]): string | undefined => address(lineKey(catalyst, product, row.conditions), term)
  const [nh3, no2] = [of('NH3'), of('NO2')]
  const cell = (other: string): string => `${columnLetter(place.columnOf(other))}${place.numberOf.get(row)}`
  const made = (parts: readonly (string | undefined)[], formula: () => string): FormulaCell | number => (parts.includes(undefined) ? value : { formula: formula(), value })
  const efficiency = (at: typeof nh3): FormulaCell | number => made([at('amount'), at('electrons'), at('charge_C')], () => `100*${at('electrons')}*F_C_PER_MOL*${at('amount')}/ABS(${at('charge_C')})`)
  const has = (other: string): boolean => row.results.has(other)
  switch (metric) {
    case 'fe_nh3': return efficiency(nh3)
    case 'fe_no2': return efficiency(no2)
    case 'fe_sum': return { formula: `SUM(${['fe_nh3', 'fe_no2', 'fe_h2'].filter(has).map(cell).join(',')})`, value }
    case 'nh3_mass': return made([nh3('amount'), nh3('molarMass_g_mol')], () => `${nh3('amount')}*${nh3('molarMass_g_mol')}*1000`)
    case 'yield_nh3_mass': return made([nh3('amount'), nh3('time_h'), nh3('mass_mg')], () => `${nh3('amount')}*${nh3('molarMass_g_mol')}*1000/(${nh3('time_h')}*${nh3('mass_mg')})`)
    case 'yield_nh3_area': return made([nh3('amount'), nh3('time_h'), nh3('area_cm2')], () => `${nh3('amount')}*${nh3('molarMass_g_mol')}*1000/(${nh3('time_h')}*${nh3('area_cm2')})`)
    case 'yield_nh3_molar': return made([nh3('amount'), nh3('time_h'), nh3('area_cm2')], () => `${nh3('amount')}*1000000/(${nh3('time_h')}*${nh3('area_cm2')})`)
    case 'j_mean': return made([nh3('charge_C'), nh3('time_h'), nh3('area_cm2')], () => `${nh3('charge_C')}*1000/(${nh3('time_h')}*3600*${nh3('area_cm2')})`)
    case 'j_nh3': return has('fe_nh3') && has('j_mean') ? { formula: `${cell('fe_nh3')}/100*${cell('j_mean')}`, value } : value
    case 'j_no2': return has('fe_no2') && has('j_mean') ? { formula: `${cell('fe_no2')}/100*${cell('j_mean')}`, value } : value
    case 'ratio_no2_nh3': return made([nh3('amount'), no2('amount')], () => `${no2('amount')}/${nh3('amount')}`)
    default: return value
  }
}
