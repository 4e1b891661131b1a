import type { Figure } from '../../figure'
import { message } from '../../message'
import { defineAnalysis, type Finding } from '../analysis'
import { overlay } from '../comparison'
import { adsorbedStates } from './adsorbedStates'

const SOURCE = 'thermodynamics: the overall reaction is the same on every surface'
const MOST_SPREAD_eV = 0.05

export const compareFreeEnergy = defineAnalysis<null>({
  id: 'compare-free-energy',
  version: 4,
  title: 'Free-energy diagrams',
  tab: 'mechanism',
  scope: 'comparison',
  metrics: [],
  about: { equation: 'as computed for each catalyst', source: 'the cards of the catalysts', assumes: ['all at the potential set on the card of the catalysts', 'Σ ΔG from the first to the last state must be the same for all where both are not adsorbed'] },
  settings: [],
  after: ['free-energy'],
  collect: () => ({ entries: [], plan: null }),
  compute: (_view, _plan, _settings, context) => {
    const outcomes = context.upstreamAll('free-energy')
    const figures = ['free-energy', 'free-energy-2'].flatMap((id): Figure[] => {
      const { series, first } = overlay(outcomes, id)
      if (!first || series.length < 2) return []
      // The path that all take is said once.
      const paths = new Set(series.map(({ name, catalyst }) => (catalyst !== undefined && name.startsWith(`${catalyst}, `) ? name.slice(catalyst.length + 2) : '')))
      const [path] = paths
      return [{ ...first, id: `compare-${id}`, ...(paths.size === 1 && path ? { title: `${path}: ${first.title}`, series: series.map((curve) => ({ ...curve, name: curve.catalyst! })) } : { series }) }]
    })
    const adsorbed = adsorbedStates(outcomes)
    if (adsorbed) figures.push(adsorbed)
    if (figures.length === 0) return { results: [], figures: [], needs: [], findings: [] }
    const totals = outcomes.flatMap(({ catalyst, results, figures }) => {
      const [first] = results.filter(({ metric }) => metric === 'dg_step')
      const steps = results.filter(({ metric, conditions }) => metric === 'dg_step' && conditions.pathway === first?.conditions.pathway)
      // Only paths that end in a free molecule close; an adsorbed end differs from surface to surface.
      const ends = steps.at(-1)?.conditions.to
      return catalyst === null || figures.length === 0 || ends === undefined || String(ends).startsWith('*') ? [] : [{ catalyst, last: firstState(results) + steps.reduce((sum, { value }) => sum + value, 0) }]
    })
    const spread = totals.length < 2 ? 0 : Math.max(...totals.map(({ last }) => last)) - Math.min(...totals.map(({ last }) => last))
    const findings: Finding[] = spread <= MOST_SPREAD_eV || totals.some(({ last }) => Number.isNaN(last)) ? [] : [{
      rule: 'che-closure', level: 'error', catalyst: null, metric: 'dg_step', source: SOURCE,
      message: message('check.cheClosure', 'The overall free energy differs by {spread} eV between the catalysts ({list}): the molecules or corrections of their tables differ.', { spread: spread.toFixed(2), list: totals.map(({ catalyst, last }) => `${catalyst} ${last.toFixed(2)}`).join(', ') })
    }]
    return { results: [], needs: [], findings, figures }
  }
})

/** The free energy of the first state is not among the steps: it is what the diagram begins with. */
const firstState = (results: readonly { readonly metric: string; readonly terms?: readonly { readonly name: string; readonly value: number }[] }[]): number =>
  results.find(({ metric }) => metric === 'dg_step')?.terms?.find(({ name }) => name === 'firstState_eV')?.value ?? NaN
