import type { Figure, Series, XyFigure } from '../figure'
import { groupBy } from '../groupBy'
import type { Outcome, Result } from './analysis'
import { resultsOfMetric } from './resultsByMetric'
import { meansBeforeSingles, toldApart } from './toldApart'

/** Means where there are replicates, else the single values, one line a catalyst against the set potential, with error bars; one more for each concentration of nitrate. */
export function linesAgainstPotential(outcomes: readonly Outcome[], metric: string): Series[] {
  return outcomes.flatMap((outcome): Series[] => {
    const { catalyst } = outcome
    const points = meansBeforeSingles(resultsOfMetric(outcome, metric).filter((result) => typeof result.conditions.potential_V_RHE === 'number' && result.conditions.nitrate_M !== 0 && result.conditions.cycle === undefined))
    if (catalyst === null) return []
    const texts = toldApart(points.map(({ conditions }) => conditions), ['potential_V_RHE', 'run', 'replicate'])
    return [...groupBy(points.map((result, i) => ({ result, text: texts[i]! })), ({ text }) => text)].map(([text, own]): Series => {
      const chosen = own.map(({ result }) => result).sort((a, b) => potential(b) - potential(a))
      return { name: text === '' ? catalyst : `${catalyst}, ${text}`, catalyst, style: 'linePoints', x: chosen.map(potential), y: chosen.map((result) => result.value), yError: chosen.map((result) => result.u) }
    })
  })
}

const potential = (result: Result): number => Number(result.conditions.potential_V_RHE)

/** Curves of one figure of every catalyst laid over each other; a catalyst's only curve is called by its name. */
export function overlay(outcomes: readonly Outcome[], figureId: string, only: (series: Series) => boolean = () => true): { series: Series[]; marks: XyFigure['marks']; first: XyFigure | undefined } {
  const figures = outcomes.flatMap((outcome) => outcome.figures.filter((figure: Figure): figure is XyFigure => figure.kind === 'xy' && figure.id === figureId))
  const series = figures.flatMap((figure) => figure.series.filter(only).map(({ picks: _picks, ...curve }, _i, all) => (curve.catalyst === undefined || curve.name.includes(curve.catalyst) ? curve : { ...curve, name: all.length === 1 ? curve.catalyst : `${curve.catalyst}, ${curve.name}` })))
  return { series, marks: figures.flatMap((figure) => figure.marks ?? []), first: figures[0] && withoutChoices(figures[0]) }
}

/** Windows and levels belong to the analysis of one catalyst: they are dragged there. */
function withoutChoices({ handles: _handles, stretches: _stretches, bands: _bands, ...figure }: XyFigure): XyFigure {
  return figure
}

/** Which of these settings differ between the outcomes; numbers of different definitions are not compared. */
export function settingsThatDiffer(outcomes: readonly Outcome[], keys: readonly string[]): readonly string[] {
  return keys.filter((key) => new Set(outcomes.map((outcome) => outcome.trace?.settings[key])).size > 1)
}

/** What makes d-band centres of one definition; the atoms may differ from cell to cell. */
export const dBandDefinition: readonly string[] = ['window', 'from', 'to', 'orbital', 'spin']

/** The concentration of nitrate at which most catalysts have this number, the larger one of equals: rates at different ones are not compared. */
export function sharedNitrate_M(outcomes: readonly Outcome[], metric: string): number | undefined {
  const catalysts = new Map<number, Set<string | null>>()
  for (const outcome of outcomes) {
    const { catalyst } = outcome
    for (const { conditions: { nitrate_M } } of resultsOfMetric(outcome, metric)) if (typeof nitrate_M === 'number') catalysts.set(nitrate_M, (catalysts.get(nitrate_M) ?? new Set()).add(catalyst))
  }
  return [...catalysts].sort(([a, few], [b, many]) => many.size - few.size || b - a)[0]?.[0]
}
