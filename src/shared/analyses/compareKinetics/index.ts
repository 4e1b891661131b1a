import type { BarGroup } from '../../figure'
import { message } from '../../message'
import { defineAnalysis, type Finding, type Result } from '../analysis'
import { sharedNitrate_M } from '../comparison'
import { orderIn } from '../kinetics/orderText'
import { potentialText } from '../potentialFigure'

const orders = new Map([
  ['zero order, C/C₀', { metric: 'k_zero_normalised', unit: 'h⁻¹' }],
  ['zero order, C', { metric: 'k_zero', unit: 'mM h⁻¹' }],
  ['first order', { metric: 'k_first', unit: 'h⁻¹' }]
] as const)

/** Rate constants of the catalysts beside each other, at one concentration of nitrate. */
export const compareKinetics = defineAnalysis<null>({
  id: 'compare-kinetics',
  version: 3,
  title: 'Rate constants of NO₃⁻ consumption',
  tab: 'performance',
  scope: 'comparison',
  metrics: [],
  about: { equation: 'as computed for each catalyst', source: 'the cards of the catalysts', assumes: ['one concentration of nitrate: that at which most catalysts were measured', 'mean ± u where a potential has replicates'] },
  settings: [{ key: 'order', label: 'Order', default: 'zero order, C/C₀', options: [...orders.keys()] }],
  after: ['kinetics'],
  collect: () => ({ entries: [], plan: null }),
  compute: (_view, _plan, settings, context) => {
    const order = orders.get(String(settings.order) as 'first order')
    const outcomes = context.upstreamAll('kinetics')
    const nitrate_M = order && sharedNitrate_M(outcomes, order.metric)
    if (!order || nitrate_M === undefined) {
      const silent = order ? outcomes.filter(({ results }) => results.some(({ metric }) => metric === order.metric)) : []
      return { results: [], figures: [], findings: [], needs: silent.length < 2 ? [] : [{ message: message('needs.nitrateOfKinetics', 'concentration of nitrate of the kinetics of {catalysts}: constants at different ones are not compared', { catalysts: silent.map(({ catalyst }) => catalyst).join(', ') }), where: 'runSheet', field: 'nitrate_M', entries: silent.flatMap(({ results }) => results.flatMap(({ inputs }) => inputs)) }] }
    }
    const own = outcomes.map(({ catalyst, results }) => ({ catalyst, results: results.filter((result) => result.metric === order.metric && result.conditions.nitrate_M === nitrate_M) })).filter(({ catalyst, results }) => catalyst !== null && results.length > 0)
    const potentials = [...new Set(own.flatMap(({ results }) => results.map(potentialOf)))].sort((a, b) => (b ?? 0) - (a ?? 0))
    const groups = own.map(({ catalyst, results }): BarGroup => {
      const at = potentials.map((potential) => results.filter((result) => potentialOf(result) === potential))
      const shown = at.map((list) => list.find(({ n }) => n !== undefined) ?? list[0])
      return { name: catalyst!, catalyst: catalyst!, values: shown.map((result) => result?.value ?? null), errors: shown.map((result) => result?.u ?? null), points: at.map((list) => list.filter(({ n }) => n === undefined).map(({ value }) => value)) }
    })
    if (groups.length < 2) return { results: [], figures: [], needs: [], findings: [] }
    return {
      results: [], needs: [], findings: otherOrder(own, order.metric === 'k_first'),
      figures: [{
        kind: 'bars', id: 'compare-kinetics', title: `Rate constants, ${nitrate_M} M NO₃⁻`, categories: potentials.map((potential) => (potential === null ? '' : potentialText(potential))), stacked: false, groups,
        x: { title: 'E vs RHE', unit: 'V' }, y: { title: 'k', unit: order.unit }
      }]
    }
  }
})

const potentialOf = ({ conditions }: Result): number | null => (typeof conditions.potential_V_RHE === 'number' ? conditions.potential_V_RHE : null)

/** By so much less is the other order's AICc where it is clearly the better one (Burnham & Anderson). */
const CLEARLY = 2

/** Constants of an order that is chosen for all, though the points of some say that it is the other. */
function otherOrder(own: readonly { readonly catalyst: string | null; readonly results: readonly Result[] }[], isFirst: boolean): Finding[] {
  const against = own.flatMap(({ catalyst, results }) => results.flatMap((result) => {
    const aicc = orderIn(result.method)
    const gain = aicc === null ? 0 : isFirst ? aicc.first - aicc.zero : aicc.zero - aicc.first
    return gain > CLEARLY ? [{ catalyst: catalyst ?? '', gain, inputs: result.inputs }] : []
  }))
  if (against.length === 0) return []
  const params = { catalysts: [...new Set(against.map(({ catalyst }) => catalyst))].join(', '), chosen: isFirst ? 'first order' : 'zero order', other: isFirst ? 'zero order' : 'first order', gain: Math.max(...against.map(({ gain }) => gain)).toFixed(1) }
  return [{
    rule: 'kinetic-order', level: 'warning', catalyst: null, metric: isFirst ? 'k_first' : 'k_zero', source: 'Burnham & Anderson 2002 (AICc); more than 2 is our own threshold', entries: against.flatMap(({ inputs }) => inputs),
    message: message('check.kineticOrder', 'Constants of {chosen} are compared, but the concentrations of {catalysts} follow {other} better (AICc lower by up to {gain}): compare those, or say why.', params)
  }]
}
