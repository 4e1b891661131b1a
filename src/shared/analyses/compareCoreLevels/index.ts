import type { Figure } from '../../figure'
import { defineAnalysis, type Outcome, type Result } from '../analysis'
import { overlay } from '../comparison'
import { movedApart } from '../movedApart'

export const compareCoreLevels = defineAnalysis<null>({
  id: 'compare-core-levels',
  version: 3,
  title: 'Shifts of core levels',
  tab: 'mechanism',
  scope: 'comparison',
  metrics: ['xps_shift'],
  about: { equation: 'ΔE_B = E_B(catalyst) − E_B(reference catalyst)', source: 'the cards of the catalysts', assumes: ['the same charge reference for all', 'positive: electrons were given away', 'spectra: points as measured with their fit, each scaled to its own span and moved apart'] },
  settings: [{ key: 'reference', label: 'Reference catalyst', default: 'Ru-NC' }],
  after: ['core-levels'],
  collect: () => ({ entries: [], plan: null }),
  compute: (_view, _plan, settings, context) => {
    const outcomes = context.upstreamAll('core-levels')
    const positions = outcomes.flatMap(({ results }) => results.filter(({ metric, conditions }) => metric === 'xps_position' && conditions.component === undefined))
    const results = positions.flatMap((result): Result[] => {
      const reference = positions.find(({ catalyst, conditions }) => catalyst === settings.reference && conditions.line === result.conditions.line)
      if (!reference || reference === result) return []
      return [{
        catalyst: result.catalyst, metric: 'xps_shift', value: result.value - reference.value, u: result.u === null || reference.u === null ? null : Math.hypot(result.u, reference.u), unit: 'eV', conditions: { line: result.conditions.line ?? '' },
        method: `against ${settings.reference}`, inputs: [...new Set([...result.inputs, ...reference.inputs])]
      }]
    })
    const lines = [...new Set(results.map(({ conditions }) => String(conditions.line)))]
    const catalysts = [...new Set(results.flatMap(({ catalyst }) => catalyst ?? []))]
    const find = (catalyst: string, line: string): Result | undefined => results.find((result) => result.catalyst === catalyst && result.conditions.line === line)
    const figures: Figure[] = lines.length === 0 ? [] : [{
      kind: 'bars', id: 'xps-shift', title: `Shift against ${settings.reference}`, categories: lines, x: { title: '', unit: '' }, y: { title: 'ΔE_B', unit: 'eV' }, stacked: false,
      groups: catalysts.map((catalyst) => ({ name: catalyst, catalyst, values: lines.map((line) => find(catalyst, line)?.value ?? null), errors: lines.map((line) => find(catalyst, line)?.u ?? null) }))
    }]
    return { results, figures: [...figures, ...spectraOf(outcomes)], needs: [], findings: [] }
  }
})

/** One line of every catalyst that has it, above each other. */
function spectraOf(outcomes: readonly Outcome[]): Figure[] {
  const ids = [...new Set(outcomes.flatMap(({ figures }) => figures.map(({ id }) => id)))]
  return ids.flatMap((id): Figure[] => {
    const { series, first } = overlay(outcomes, id, ({ catalyst }) => catalyst !== undefined)
    if (!first || new Set(series.map(({ catalyst }) => catalyst)).size < 2) return []
    const named = series.map((curve) => (curve.style === 'points' ? { ...curve, name: curve.catalyst! } : { ...curve, family: 'fits' }))
    return [{ ...first, id: `compare-${id}`, y: { title: 'Intensity, moved apart', unit: '', isArbitrary: true }, series: movedApart(named, 'scaled', ({ catalyst }) => catalyst!) }]
  })
}
