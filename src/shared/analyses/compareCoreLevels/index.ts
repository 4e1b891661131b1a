import type { Figure } from '../../figure'
import { defineAnalysis, type Result } from '../analysis'

export const compareCoreLevels = defineAnalysis<null>({
  id: 'compare-core-levels',
  version: 1,
  title: 'Shifts of core levels',
  tab: 'mechanism',
  scope: 'comparison',
  metrics: ['xps_shift'],
  about: { equation: 'ΔE_B = E_B(catalyst) − E_B(reference catalyst)', source: 'the cards of the catalysts', assumes: ['the same charge reference for all', 'positive: electrons were given away'] },
  settings: [{ key: 'reference', label: 'Reference catalyst', default: 'Ru-NC' }],
  after: ['core-levels'],
  collect: () => ({ entries: [], plan: null }),
  compute: (_view, _plan, settings, context) => {
    const positions = context.upstreamAll('core-levels').flatMap(({ results }) => results.filter(({ metric }) => metric === 'xps_position'))
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
    return { results, figures, needs: [], findings: [] }
  }
})
