import { defineAnalysis } from '../analysis'
import { overlay } from '../comparison'

export const comparePdos = defineAnalysis<null>({
  id: 'compare-pdos',
  version: 1,
  title: 'Projected density of d states',
  tab: 'mechanism',
  scope: 'comparison',
  metrics: [],
  about: { equation: 'as computed for each catalyst', source: 'the cards of the catalysts', assumes: ['energies relative to each E_F', 'centres marked'] },
  settings: [],
  after: ['d-band-pdos'],
  collect: () => ({ entries: [], plan: null }),
  compute: (_view, _plan, _settings, context) => {
    const { series, marks = [], first } = overlay(context.upstreamAll('d-band-pdos'), 'pdos', ({ style }) => style === 'area')
    if (!first) return { results: [], figures: [], needs: [], findings: [] }
    const fermi = marks.filter((mark) => mark.catalyst === undefined).slice(0, 1)
    const centres = marks.filter((mark) => mark.catalyst !== undefined)
    const lines = series.map((curve) => ({ ...curve, style: 'line' as const }))
    return { results: [], needs: [], findings: [], figures: [{ ...first, id: 'compare-pdos', title: 'Projected density of d states', series: lines, marks: [...fermi, ...centres] }] }
  }
})
