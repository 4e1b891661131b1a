import { defineAnalysis } from '../analysis'
import { linesAgainstPotential } from '../comparison'

export const compareFaradaicEfficiency = defineAnalysis<null>({
  id: 'compare-faradaic-efficiency',
  version: 2,
  title: 'Faradaic efficiency of NH₃',
  tab: 'performance',
  scope: 'comparison',
  metrics: [],
  about: { equation: 'as computed for each catalyst', source: 'the cards of the catalysts', assumes: ['mean ± u where a potential has replicates', 'runs without nitrate and recycling cycles are not drawn'] },
  settings: [],
  after: ['faradaic-efficiency'],
  collect: () => ({ entries: [], plan: null }),
  compute: (_view, _plan, _settings, context) => {
    const series = linesAgainstPotential(context.upstreamAll('faradaic-efficiency'), 'fe_nh3')
    if (series.length === 0) return { results: [], figures: [], needs: [], findings: [] }
    return {
      results: [], needs: [], findings: [],
      figures: [{ kind: 'xy', id: 'compare-faradaic-efficiency', title: 'Faradaic efficiency of NH₃', x: { title: 'E vs RHE', unit: 'V' }, y: { title: 'FE(NH₃)', unit: '%' }, series }]
    }
  }
})
