import { defineAnalysis } from '../analysis'
import { linesAgainstPotential } from '../comparison'

export const compareNitriteRatio = defineAnalysis<null>({
  id: 'compare-nitrite-ratio',
  version: 2,
  title: 'NO₂⁻ to NH₃ ratio',
  tab: 'performance',
  scope: 'comparison',
  metrics: [],
  about: { equation: 'as computed for each catalyst', source: 'the cards of the catalysts', assumes: ['mean ± u where a potential has replicates', 'runs without nitrate and recycling cycles are not drawn'] },
  settings: [],
  after: ['nitrite-ratio'],
  collect: () => ({ entries: [], plan: null }),
  compute: (_view, _plan, _settings, context) => {
    const series = linesAgainstPotential(context.upstreamAll('nitrite-ratio'), 'ratio_no2_nh3')
    if (series.length === 0) return { results: [], figures: [], needs: [], findings: [] }
    return {
      results: [], needs: [], findings: [],
      figures: [{ kind: 'xy', id: 'compare-nitrite-ratio', title: 'NO₂⁻ to NH₃ ratio', x: { title: 'E vs RHE', unit: 'V' }, y: { title: 'n(NO₂⁻)/n(NH₃)', unit: 'mol/mol' }, series }]
    }
  }
})
