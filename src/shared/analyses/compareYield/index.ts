import { defineAnalysis } from '../analysis'
import { linesAgainstPotential } from '../comparison'

export const compareYield = defineAnalysis<null>({
  id: 'compare-yield',
  version: 2,
  title: 'NH₃ yield rate',
  tab: 'performance',
  scope: 'comparison',
  metrics: [],
  about: { equation: 'as computed for each catalyst', source: 'the cards of the catalysts', assumes: ['mean ± u where a potential has replicates', 'runs without nitrate and recycling cycles are not drawn'] },
  settings: [],
  after: ['ammonia-yield'],
  collect: () => ({ entries: [], plan: null }),
  compute: (_view, _plan, _settings, context) => {
    const series = linesAgainstPotential(context.upstreamAll('ammonia-yield'), 'yield_nh3_mass')
    if (series.length === 0) return { results: [], figures: [], needs: [], findings: [] }
    return {
      results: [], needs: [], findings: [],
      figures: [{ kind: 'xy', id: 'compare-yield', title: 'NH₃ yield rate', x: { title: 'E vs RHE', unit: 'V' }, y: { title: 'NH₃ yield', unit: 'mg h⁻¹ mg_cat⁻¹' }, series }]
    }
  }
})
