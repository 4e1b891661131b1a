import { defineAnalysis } from '../analysis'
import { overlay } from '../comparison'

export const compareLinearSweep = defineAnalysis<null>({
  id: 'compare-linear-sweep',
  version: 3,
  title: 'Linear sweeps with and without NO₃⁻',
  tab: 'performance',
  scope: 'comparison',
  metrics: [],
  about: { equation: 'as computed for each catalyst', source: 'the cards of the catalysts', assumes: ['dashed: without nitrate', 'not smoothed'] },
  settings: [],
  after: ['linear-sweep'],
  collect: () => ({ entries: [], plan: null }),
  compute: (_view, _plan, _settings, context) => {
    const { series: curves, first } = overlay(context.upstreamAll('linear-sweep'), 'linear-sweep')
    if (!first) return { results: [], figures: [], needs: [], findings: [] }
    // One entry of the legend for all dashed ones: twelve would leave no room for the curves.
    const isAlone = (catalyst: string | undefined): boolean => curves.filter((curve) => curve.catalyst === catalyst && curve.style !== 'dashed').length === 1
    const series = curves.map((curve) => (curve.style === 'dashed' ? { ...curve, family: 'without NO₃⁻ (dashed)' } : isAlone(curve.catalyst) ? { ...curve, name: curve.catalyst! } : curve))
    return { results: [], needs: [], findings: [], figures: [{ ...first, id: 'compare-linear-sweep', title: 'Linear sweeps with and without NO₃⁻', series, marks: [] }] }
  }
})
