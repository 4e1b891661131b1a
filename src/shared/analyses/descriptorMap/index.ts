import type { Figure, Series } from '../../figure'
import { message } from '../../message'
import { linearFit } from '../../numerics/linearFit'
import { pearson, spearman } from '../../numerics/rankCorrelation'
import { studentT95 } from '../../numerics/studentT95'
import { defineAnalysis, type Finding, type Result } from '../analysis'
import { settingsThatDiffer } from '../comparison'
import { correlationP } from './correlationP'
import { chosenValues, needsOfOne, saidAt } from './chosenValues'
import { descriptors, inWords, performances, type Quantity } from './quantities'

const SOURCE = 'Pearson and Spearman; p by Student\u2019s t (Spearman: exact for n ≤ 8)'

/** Does a number of the mechanism go with one of performance, and how sure can so few catalysts make us? */
export const descriptorMap = defineAnalysis<null>({
  id: 'descriptor-map',
  version: 5,
  title: 'Descriptor map',
  tab: 'mechanism',
  scope: 'comparison',
  metrics: ['correlation_pearson', 'correlation_spearman'],
  about: {
    equation: 'r = Σ(x − x̄)(y − ȳ)/√(Σ(x − x̄)² Σ(y − ȳ)²);  ρ: r of the ranks', source: SOURCE,
    assumes: ['one point a catalyst: its mean, the best potential for FE and yield', 'a catalyst with several values of one number is left out until one is chosen', 'band: 95 % confidence of the line', 'a correlation of few catalysts is no cause']
  },
  settings: [
    { key: 'x', label: 'Descriptor', default: 'd-band centre (DFT)', options: [...descriptors.keys()] },
    { key: 'y', label: 'Performance', default: 'onset', options: [...performances.keys()] }
  ],
  after: ['d-band-pdos', 'd-band-xps', 'adsorption-energy', 'free-energy', 'diffraction', 'vibrational-bands', 'spin-trapping', 'linear-sweep', 'faradaic-efficiency', 'ammonia-yield', 'tafel-slope'],
  collect: () => ({ entries: [], plan: null }),
  compute: (_view, _plan, settings, context) => {
    const [x, y] = [descriptors.get(String(settings.x)), performances.get(String(settings.y))]
    if (!x || !y) return { results: [], figures: [], needs: [], findings: [] }
    const differ = settingsThatDiffer(context.upstreamAll(x.analysis).filter(({ results }) => results.length > 0), x.definition ?? [])
    if (differ.length > 0) return { results: [], figures: [], needs: [], findings: [unlike(x, differ)] }
    const [ofX, ofY] = [chosenValues(x, context), chosenValues(y, context)]
    const [xs, ys] = [ofX.values, ofY.values]
    const needs = [...needsOfOne(x, ofX), ...needsOfOne(y, ofY)]
    const both = [...xs.keys()].filter((catalyst) => ys.has(catalyst))
    if (both.length < 3) return { results: [], figures: [], needs, findings: [] }
    const pairs = both.map((catalyst) => ({ catalyst, x: xs.get(catalyst)!, y: ys.get(catalyst)! }))
    const [r, rho] = [pearson(pairs.map((p) => p.x.value), pairs.map((p) => p.y.value)), spearman(pairs.map((p) => p.x.value), pairs.map((p) => p.y.value))]
    const conditions = { x: x.metric, y: y.metric }
    const inputs = [...new Set(pairs.flatMap((p) => [...p.x.inputs, ...p.y.inputs]))]
    const result = (metric: string, value: number | null, p: number | null): Result[] => (value === null ? [] : [{
      catalyst: null, metric, value, u: null, unit: '1', conditions, n: pairs.length, inputs, method: `n = ${pairs.length}${p === null ? '' : `, p = ${p.toPrecision(2)} (two-sided)`}; ${pairs.map((pair) => pair.catalyst).join(', ')}`
    }])
    const rankP = rho === null ? null : correlationP.spearman(pairs.map((p) => p.x.value), pairs.map((p) => p.y.value))
    return {
      results: [...result('correlation_pearson', r, r === null ? null : correlationP.pearson(r, pairs.length)), ...result('correlation_spearman', rho, rankP)],
      figures: [mapFigure(pairs, x, y), ...leaveOneOut(pairs)], needs, findings: [...sentence(pairs, x, y, rho, rankP), ...saidAt(x, ofX, SOURCE), ...saidAt(y, ofY, SOURCE)]
    }
  }
})

/** Centres over different windows differ by more than the catalysts do: they are not ranked. */
function unlike(quantity: Quantity, differ: readonly string[]): Finding {
  const { metric, analysis } = quantity
  return {
    rule: 'descriptor', level: 'warning', catalyst: null, metric, source: SOURCE, conditions: { analysis },
    message: message('finding.unlikeDescriptors', '{x} was computed with different settings for different catalysts ({settings}); set them alike for all before comparing.', { x: inWords(quantity), settings: differ.join(', ') })
  }
}

interface Pair { readonly catalyst: string; readonly x: Result; readonly y: Result }

/** Points in their catalysts' colours, the fitted line and the 95 % band of the line. */
function mapFigure(pairs: readonly Pair[], x: Quantity, y: Quantity): Figure {
  const points = pairs.map((pair): Series => ({ name: pair.catalyst, catalyst: pair.catalyst, style: 'points', x: [pair.x.value], y: [pair.y.value], xError: [pair.x.u], yError: [pair.y.u] }))
  const xs = pairs.map((pair) => pair.x.value)
  const lines: Series[] = []
  if (new Set(xs).size > 1) {
    const fit = linearFit(xs, pairs.map((pair) => pair.y.value))
    const at = Array.from({ length: 41 }, (_, i) => Math.min(...xs) + ((Math.max(...xs) - Math.min(...xs)) * i) / 40)
    const value = (place: number): number => fit.intercept + fit.slope * place
    lines.push({ name: 'line', style: 'line', x: at, y: at.map(value) })
    if (fit.residualSd !== null && pairs.length > 2) {
      const half = (place: number): number => studentT95(pairs.length - 2) * fit.residualSd! * Math.sqrt(1 / pairs.length + (place - fit.meanX) ** 2 / fit.sxx)
      const edge = (name: string, side: 1 | -1): Series => ({ name, family: '95 % band', style: 'dashed', x: at, y: at.map((place) => value(place) + side * half(place)) })
      lines.push(edge('95 % band, upper', 1), edge('95 % band, lower', -1))
    }
  }
  return { kind: 'xy', id: 'descriptor-map', title: `${y.title} against ${x.title}`, x: { title: x.title, unit: x.unit }, y: { title: y.title, unit: y.unit }, series: [...points, ...lines] }
}

/** What is left of the correlation when each catalyst is taken out: one that carries it alone is seen at once. */
function leaveOneOut(pairs: readonly Pair[]): Figure[] {
  if (pairs.length < 4) return []
  const shown = (value: number | null): string => (value === null ? '\u2013' : value.toFixed(2).replace('-', '\u2212'))
  const row = (name: string, kept: readonly Pair[]): string[] => {
    const [xs, ys] = [kept.map((pair) => pair.x.value), kept.map((pair) => pair.y.value)]
    return [name, shown(spearman(xs, ys)), shown(pearson(xs, ys)), String(kept.length)]
  }
  return [{ kind: 'table', id: 'leave-one-out', title: 'Without one catalyst', header: ['Left out', 'Spearman ρ', 'Pearson r', 'n'], rows: [row('none', pairs), ...pairs.map((pair) => row(pair.catalyst, pairs.filter((other) => other !== pair)))] }]
}

/** Only where the data carry it: p below 0.05 and the sign kept when any one catalyst is left out. */
function sentence(pairs: readonly Pair[], x: Quantity, y: Quantity, rho: number | null, p: number | null): Finding[] {
  if (rho === null || p === null || pairs.length < 4) return []
  const left = pairs.map((_, out) => spearman(pairs.filter((_pair, i) => i !== out).map((pair) => pair.x.value), pairs.filter((_pair, i) => i !== out).map((pair) => pair.y.value)))
  const weakest = left.reduce<number>((least, value) => (value === null ? 0 : Math.sign(value) === Math.sign(rho) ? Math.min(least, Math.abs(value)) : 0), Infinity)
  const isCarried = p < 0.05 && weakest > 0
  return [{
    rule: 'descriptor', level: 'note', catalyst: null, metric: 'correlation_spearman', conditions: { x: x.metric, y: y.metric }, source: SOURCE, entries: pairs.flatMap((pair) => [...pair.x.inputs, ...pair.y.inputs]),
    message: isCarried
      ? message('finding.descriptor', '{y} goes {direction} with {x} (Spearman {rho}, n = {n}, p = {p}); without any one catalyst |ρ| stays at {weakest} or more.', { x: inWords(x), y: inWords(y), direction: rho > 0 ? 'up' : 'down', rho: rho.toFixed(2), n: pairs.length, p: p.toPrecision(2), weakest: weakest.toFixed(2) })
      : message('finding.noDescriptor', '{n} catalysts do not carry a statement that {y} goes with {x} (Spearman {rho}, p = {p}, weakest without one catalyst {weakest}): more catalysts would.', { x: inWords(x), y: inWords(y), rho: rho.toFixed(2), n: pairs.length, p: p.toPrecision(2), weakest: weakest.toFixed(2) })
  }]
}
