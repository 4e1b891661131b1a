import type { TableFigure } from '../../figure'
import { message } from '../../message'
import { spearman } from '../../numerics/rankCorrelation'
import { defineAnalysis, type ComputeContext, type Finding, type Result } from '../analysis'
import { settingsThatDiffer } from '../comparison'
import { correlationP } from '../descriptorMap/correlationP'
import { chosenValues, needsOfOne, saidAt, valuesOf, type ChosenValues } from '../descriptorMap/chosenValues'
import { descriptors, inWords, performances, type Quantity } from '../descriptorMap/quantities'
import { statedQuantities, statedTrends, type StatedTrend } from './statedTrend'

const SOURCE = 'Spearman; p exact for n ≤ 8'
const FEWEST = 4

interface Known { readonly name: string; readonly quantity: Quantity; readonly chosen: ChosenValues; readonly values: ReadonlyMap<string, Result>; /** Settings in which the catalysts differ: not to be ranked. */ readonly differ: readonly string[] }

/** What each catalyst is beside what it does; every pair of the two; and each trend that the project's notes state, computed again. */
export const structurePerformance = defineAnalysis<null>({
  id: 'structure-performance',
  version: 2,
  title: 'Mechanism beside performance',
  tab: 'mechanism',
  scope: 'comparison',
  metrics: [],
  about: {
    equation: 'ρ: correlation of the ranks', source: SOURCE,
    assumes: ['one number a catalyst: the best potential for FE and yield, the mean of its runs', 'a pair is named from four catalysts on', 'of many pairs some go together by chance: their number stands beside the table', 'what was computed with different settings is shown, and left out of the pairs']
  },
  settings: [{ key: 'trends', label: 'Stated trends, as onset: RuCo-NC > RuFe-NC; onset follows d-band centre (DFT); ΔG(*H) opposes best FE (>: the larger number)', default: '', isLong: true }],
  after: ['d-band-pdos', 'd-band-xps', 'adsorption-energy', 'free-energy', 'diffraction', 'vibrational-bands', 'spin-trapping', 'linear-sweep', 'faradaic-efficiency', 'ammonia-yield', 'tafel-slope'],
  collect: () => ({ entries: [], plan: null }),
  compute: (_view, _plan, settings, context) => {
    const [mechanism, performance] = [known(descriptors, context), known(performances, context)]
    const trends = statedTrends(String(settings.trends)).flatMap((trend) => recomputed(trend, context))
    const all = [...mechanism, ...performance]
    const catalysts = [...new Set(all.flatMap(({ chosen }) => [...chosen.values.keys(), ...chosen.several.keys()]))]
    const needs = all.flatMap(({ quantity, chosen }) => needsOfOne(quantity, chosen))
    const taken = all.flatMap(({ quantity, chosen }) => saidAt(quantity, chosen, SOURCE))
    if (mechanism.length === 0 || performance.length === 0 || catalysts.length < 2) return { results: [], figures: [], needs: [], findings: trends }
    const pairs = pairsTable(mechanism, performance)
    return { results: [], figures: [numbersTable(all, catalysts), ...(pairs ? [pairs.table] : [])], needs, findings: [...(pairs ? [pairs.finding] : []), ...trends, ...taken] }
  }
})

function known(quantities: ReadonlyMap<string, Quantity>, context: ComputeContext): Known[] {
  return [...quantities].map(([name, quantity]) => ({ name, quantity, chosen: chosenValues(quantity, context) })).map(({ name, quantity, chosen }): Known => ({
    name, quantity, chosen, values: chosen.values,
    differ: settingsThatDiffer(context.upstreamAll(quantity.analysis).filter(({ results }) => results.length > 0), quantity.definition ?? [])
  })).filter(({ chosen }) => chosen.values.size + chosen.several.size > 0)
}

const unitOf = ({ unit }: Quantity): string => (unit === '' ? '' : ` (${unit})`)
/** 0.205011(13): the digits of u in brackets count in the last digits of the value (ISO 80000-1). */
const shown = (result: Result | undefined): string | null => {
  if (!result) return null
  const { value, u } = result
  const digits = u !== null && u > 0 ? 1 - Math.floor(Math.log10(u)) : null
  const text = digits === null || digits > 9 ? String(Number(value.toPrecision(4))) : digits > 0 ? `${value.toFixed(digits)}(${Math.round(u! * 10 ** digits)})` : `${value.toFixed(0)}(${Math.round(u!)})`
  return text.replaceAll('-', '\u2212')
}

const severalText = (results: readonly Result[] | undefined): string | null => (results ? `several (${results.length})` : null)

const numbersTable = (all: readonly Known[], catalysts: readonly string[]): TableFigure => ({
  kind: 'table', id: 'structure-performance', title: 'Mechanism beside performance', header: ['', ...catalysts],
  rows: all.map(({ quantity, chosen, values, differ }) => [`${quantity.title}${unitOf(quantity)}${differ.length === 0 ? '' : ' *'}`, ...catalysts.map((catalyst) => shown(values.get(catalyst)) ?? severalText(chosen.several.get(catalyst)))])
})

/** ρ of every pair that four catalysts or more share. */
function pairsTable(mechanism: readonly Known[], performance: readonly Known[]): { readonly table: TableFigure; readonly finding: Finding } | null {
  const rows = mechanism.filter(({ differ }) => differ.length === 0).map((x) => ({ x, pairs: performance.map((y) => rankCorrelation(x.values, y.values)).map((pair) => (pair && pair.n >= FEWEST ? pair : null)) }))
  const all = rows.flatMap(({ pairs }) => pairs.flatMap((pair) => pair ?? []))
  const [tried, carried, counts] = [all.length, all.filter(({ p }) => p < 0.05).length, new Set(all.map(({ n }) => n))]
  if (tried === 0) return null
  const cell = ({ rho, p, n }: RankCorrelation): string => `${rho.toFixed(2).replace('-', '\u2212')} (${counts.size === 1 ? '' : `n ${n}, `}p ${p.toPrecision(2)})`
  return {
    table: {
      kind: 'table', id: 'structure-performance-pairs', title: `Spearman ρ of each pair${counts.size === 1 ? `, n = ${[...counts].join()}` : ''}`, header: ['', ...performance.map(({ quantity }) => quantity.title)],
      rows: rows.map(({ x, pairs }) => [x.quantity.title, ...pairs.map((pair) => pair && cell(pair))])
    },
    finding: {
      rule: 'descriptor-pairs', level: 'note', catalyst: null, source: SOURCE,
      message: message('finding.pairs', '{carried} of {tried} pairs have p below 0.05; by chance alone about {chance} would. No pair is a cause; the descriptor map shows one of them with its band and without each catalyst.', { carried, tried, chance: (0.05 * tried).toFixed(1) })
    }
  }
}

interface RankCorrelation { readonly rho: number; readonly p: number; readonly n: number }

function rankCorrelation(x: ReadonlyMap<string, Result>, y: ReadonlyMap<string, Result>): RankCorrelation | null {
  const both = [...x.keys()].filter((catalyst) => y.has(catalyst))
  if (both.length < 3) return null
  const [xs, ys] = [both.map((name) => x.get(name)!.value), both.map((name) => y.get(name)!.value)]
  const [rho, p] = [spearman(xs, ys), correlationP.spearman(xs, ys)]
  return rho === null || p === null ? null : { rho, p, n: both.length }
}

function recomputed(trend: StatedTrend, context: ComputeContext): Finding[] {
  const finding = (level: Finding['level'], text: Finding['message'], results: readonly Result[] = []): Finding[] =>
    [{ rule: 'stated-trend', level, catalyst: null, source: 'the trends on the card', entries: results.flatMap(({ inputs }) => inputs), message: text }]
  const { text } = trend
  if (trend.kind === 'unreadable') return finding('warning', message('finding.trendUnreadable', '"{text}" is no trend that can be computed; write a quantity, a colon and catalysts with > between them, or that one quantity follows or opposes another. Quantities: {known}.', { text, known: statedQuantities.join(', ') }))
  if (trend.kind === 'order') {
    const values = valuesOf(trend.of, context, trend.potential_V_RHE)
    const missing = trend.order.filter((name) => !values.has(name))
    if (missing.length > 0) return finding('warning', message('finding.trendMissing', '"{text}": there is no {quantity} of {missing}.', { text, quantity: inWords(trend.of), missing: missing.join(', ') }))
    const results = trend.order.map((name) => values.get(name)!)
    const list = results.map((result) => `${result.catalyst} ${shown(result)}`).join(', ')
    const inverted = results.flatMap((a, i) => results.slice(i + 1).filter((b) => b.value >= a.value).map((b) => `${b.catalyst} ≥ ${a.catalyst}`))
    const close = results.slice(1).filter((b, i) => b.value < results[i]!.value && results[i]!.value - b.value < 2 * Math.hypot(results[i]!.u ?? 0, b.u ?? 0)).map(({ catalyst }) => catalyst)
    if (inverted.length > 0) return finding('warning', message('finding.trendInverted', '"{text}", but {inverted}: {list}.', { text, inverted: inverted.join(', '), list }), results)
    return finding('note', close.length === 0 ? message('finding.trendHolds', '"{text}" holds: {list}.', { text, list }) : message('finding.trendClose', '"{text}" holds by the numbers, but within 2u of the one before for {close}: {list}.', { text, close: close.join(', '), list }), results)
  }
  const pair = rankCorrelation(valuesOf(trend.x, context), valuesOf(trend.y, context))
  if (!pair) return finding('warning', message('finding.trendTooFew', '"{text}": fewer than three catalysts have both numbers.', { text }))
  const params = { text, rho: pair.rho.toFixed(2).replace('-', '\u2212'), n: pair.n, p: pair.p.toPrecision(2) }
  const isRight = trend.isOpposite ? pair.rho < 0 : pair.rho > 0
  if (!isRight) return finding('warning', message('finding.trendOpposite', '"{text}", but the numbers say the opposite or nothing: Spearman {rho} (n = {n}, p = {p}).', params))
  return finding('note', pair.p < 0.05 ? message('finding.trendCarried', '"{text}" is carried by the numbers: Spearman {rho} (n = {n}, p = {p}).', params) : message('finding.trendNotCarried', '"{text}" has the right sign, but {n} catalysts do not carry it: Spearman {rho} (p = {p}).', params))
}
