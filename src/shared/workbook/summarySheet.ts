import type { Result } from '../analyses/analysis'
import { sharedNitrate_M } from '../analyses/comparison'
import { meansBeforeSingles } from '../analyses/toldApart'
import { seriesFields, statedOfSeries, type SeriesField } from '../electrochemistry/statedOfSeries'
import type { Cell, Sheet, SheetColumn } from '../workbook'
import { preambleOf, type SummaryInput } from './summaryInput'
import { notAsZero } from './notAsZero'
import { uncertaintyFormat } from './uncertaintyFormat'

/** Where a result stands on its catalyst's sheet: 'RuFe-NC'!G9. */
export type ResultAddress = (result: Result) => string | undefined

const constants: readonly (readonly [string, string, string, string])[] = [
  ['onset', 'onset', 'V vs RHE', '0.000'], ['e_at_minus_10', 'E(−10 mA/cm²)', 'V vs RHE', '0.000'], ['overpotential_10', 'η₁₀', 'V', '0.000'], ['tafel_slope', 'Tafel slope', 'mV/dec', '0.0'], ['k_zero_normalised', 'k of C/C₀', '1/h', '0.00000'],
  ['cdl', 'C_dl', 'mF/cm²', '0.00'], ['retention_fe', 'FE retention', '%', '0.0'], ['d_band_centre_dft', 'd-band centre', 'eV', '0.000'], ['d_band_filling_dft', 'd-band filling', '', '0.000']
]

/** Results of tests of stability, whose conditions stand beside them. */
const retentions = ['retention_fe', 'decay_fe_per_cycle', 'retention_yield', 'retention_current'] as const

/** One line a catalyst, the best NH3 yield first; efficiency and yield also at every potential that two catalysts share. */
export function summarySheet(input: SummaryInput, catalysts: readonly string[], addressOf: ResultAddress): Sheet {
  const all = input.outcomes.flatMap((outcome) => outcome.results)
  const grouped = new Map<string, Result[]>()
  for (const result of all) {
    const key = `${result.catalyst}\n${result.metric}`
    const known = grouped.get(key)
    if (known) known.push(result)
    else grouped.set(key, [result])
  }
  const allOf = (catalyst: string, metric: string): readonly Result[] => grouped.get(`${catalyst}\n${metric}`) ?? []
  const of = (catalyst: string, metric: string): Result[] => shown(allOf(catalyst, metric))
  const usable = constants.filter(([metric]) => all.some((result) => result.metric === metric))
  const potentials = commonPotentials(catalysts.map((catalyst) => of(catalyst, 'fe_nh3')))
  const ranked = catalysts.map((catalyst) => ({ catalyst, efficiency: best(of(catalyst, 'fe_nh3')), rate: best(of(catalyst, 'yield_nh3_mass')) }))
    .filter(({ catalyst }) => all.some((result) => result.catalyst === catalyst))
    .sort((a, b) => (b.rate?.value ?? -Infinity) - (a.rate?.value ?? -Infinity))
  const live = (result: Result | undefined): Cell => {
    if (!result) return null
    const address = addressOf(result)
    return address === undefined ? result.value : { formula: address, value: result.value }
  }
  const ofConstant = new Map(usable.map(([metric]) => {
    const nitrate_M = sharedNitrate_M(input.outcomes, metric)
    return [metric, new Map(ranked.map(({ catalyst }) => [catalyst, comparable(metric, allOf(catalyst, metric), nitrate_M)]))]
  }))
  const filled = usable.filter(([metric]) => [...ofConstant.get(metric)!.values()].some((list) => list.length > 0))
  const us = new Map(filled.map(([metric]) => [metric, [...ofConstant.get(metric)!.values()].map((list) => onlyOf(list)?.u ?? null)]))
  const hasU = (metric: string): boolean => us.get(metric)!.some((u) => u !== null)
  const stated = statedOfSeries(input.entries)
  const ofSeries = (Object.keys(seriesFields) as SeriesField[]).map((key) => ({
    header: seriesFields[key], texts: new Map(ranked.map(({ catalyst }) => [catalyst, stated(retentions.flatMap((metric) => allOf(catalyst, metric).flatMap(({ inputs }) => inputs)), key).join(' | ')]))
  })).filter(({ texts }) => [...texts.values()].some((text) => text !== ''))
  const rows = ranked.map(({ catalyst, efficiency, rate }, i): Cell[] => [
    i + 1, catalyst, live(efficiency), efficiency?.u ?? null, efficiency?.conditions.potential_V_RHE ?? null, live(rate), rate?.u ?? null, rate?.conditions.potential_V_RHE ?? null,
    ...filled.flatMap(([metric]): Cell[] => { const list = ofConstant.get(metric)!.get(catalyst)!; return [onlyOf(list)?.value ?? (list.length > 0 ? `several (${list.length})` : null), ...(hasU(metric) ? [onlyOf(list)?.u ?? null] : [])] }),
    ...ofSeries.map(({ texts }): Cell => texts.get(catalyst) || null),
    ...potentials.flatMap((potential) => ['fe_nh3', 'yield_nh3_mass'].map((metric) => live(of(catalyst, metric).find((result) => near(result, potential)))))
  ])
  const numbersAt = (i: number): number[] => rows.flatMap((row) => { const cell = row[i]; const value = typeof cell === 'object' && cell !== null ? ('value' in cell ? cell.value : null) : cell; return typeof value === 'number' ? [value] : [] })
  const column = (header: string, unit: string, format?: string, width = 12): SheetColumn => ({ header, unit, width, ...(format === undefined ? {} : { format }) })
  return {
    name: 'Summary', rows, frozen: 2, preamble: preambleOf(input, 'Summary', 'Ranked by the highest mean NH3 yield (mg/h/mg_cat); means of replicates where there are some, else single runs; runs without nitrate and recycling cycles are left out.'),
    columns: [
      column('rank', '', undefined, 6), column('catalyst', '', undefined, 16), column('best FE(NH₃)', '%', '0.0'), column('u', '%', uncertaintyFormat(ranked.map(({ efficiency }) => efficiency?.u ?? null)), 8), column('at E', 'V vs RHE', '0.00'),
      column('best NH₃ yield', 'mg/h/mg_cat', '0.000', 14), column('u', 'mg/h/mg_cat', uncertaintyFormat(ranked.map(({ rate }) => rate?.u ?? null))), column('at E', 'V vs RHE', '0.00'),
      ...filled.flatMap(([metric, header, unit, format]) => [column(header, unit, format, 14), ...(hasU(metric) ? [column('u', unit, uncertaintyFormat(us.get(metric)!), 10)] : [])]),
      ...ofSeries.map(({ header }) => column(header, '', undefined, 18)),
      ...potentials.flatMap((potential) => [column(`FE(NH₃) at ${signed(potential)} V`, '%', '0.0', 12), column(`yield at ${signed(potential)} V`, 'mg/h/mg_cat', '0.000', 12)])
    ].map((one, i) => ({ ...one, ...(one.format === undefined ? {} : { format: notAsZero(one.format, numbersAt(i))! }) }))
  }
}

const signed = (potential: number): string => String(potential).replace('-', '\u2212')

/** Values with nitrate, the first retention with the cycles that it was taken over; of several concentrations that which the catalysts share, of rate constants that alone, as on the comparison. */
function comparable(metric: string, results: readonly Result[], nitrate_M: number | undefined): readonly Result[] {
  if (metric.startsWith('retention')) return withNitrate(results).slice(0, 1)
  const usable = withNitrate(shown(results))
  const isShared = ({ conditions }: Result): boolean => conditions.nitrate_M === nitrate_M
  return nitrate_M !== undefined && (metric.startsWith('k_') || usable.some(isShared)) ? usable.filter(isShared) : usable
}

/** None where several files or runs have different ones: they are counted, not chosen between. */
const onlyOf = (list: readonly Result[]): Result | undefined => (new Set(list.map(({ value }) => value)).size === 1 ? list[0] : undefined)

const potentialOf = (result: Result): number => Number(result.conditions.potential_V_RHE)
const near = (result: Result, potential: number): boolean => Math.abs(potentialOf(result) - potential) <= 0.005

/** Means before single values of the same place; nothing without nitrate, no recycling cycles. */
function shown(results: readonly Result[]): Result[] {
  return meansBeforeSingles(results.filter((result) => result.conditions.cycle === undefined))
}
const withNitrate = (results: readonly Result[]): Result[] => results.filter((result) => result.conditions.nitrate_M !== 0)

function best(results: readonly Result[]): Result | undefined {
  return withNitrate(results).reduce<Result | undefined>((top, result) => (top === undefined || result.value > top.value ? result : top), undefined)
}

/** Potentials that at least two catalysts share within 5 mV, the least negative first. */
function commonPotentials(perCatalyst: readonly (readonly Result[])[]): number[] {
  const found: number[] = []
  for (const potential of perCatalyst.flat().map(potentialOf).filter(Number.isFinite)) {
    if (found.some((other) => Math.abs(other - potential) <= 0.005)) continue
    if (perCatalyst.filter((results) => results.some((result) => near(result, potential))).length > 1) found.push(potential)
  }
  return found.sort((a, b) => b - a)
}
