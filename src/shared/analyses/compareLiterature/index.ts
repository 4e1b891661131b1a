import type { Axis, Figure, Series } from '../../figure'
import type { Measurement } from '../../measurement'
import { message } from '../../message'
import { kindOf } from '../../metadata/kindOf'
import { huang2026Results } from '../../reference/huang2026'
import { defineAnalysis, type Finding, type Outcome, type Result } from '../analysis'

const SOURCE = 'Tesch et al. 2023: 50 mV spread between laboratories at the same current density'

interface Reported { readonly label: string; /** Points that share a look and one entry in the legend. */ readonly family?: string; readonly fe: number; readonly yield_: number; readonly potential: number; readonly yieldUnit: string }

/** This project's best points among reported ones, each with its source. */
export const compareLiterature = defineAnalysis<readonly string[]>({
  id: 'compare-literature',
  version: 2,
  title: 'Literature comparison',
  tab: 'performance',
  scope: 'comparison',
  metrics: [],
  about: {
    equation: 'reported values as printed, beside the means of this project', source: SOURCE,
    assumes: ['reported values come from tables with a DOI or reference for each row, and from Huang et al. 2026 as printed', 'cell, electrolyte, pH and normalisation differ between laboratories: differences below 50 mV say little', 'yields are drawn only where their unit is mg h⁻¹ mg_cat⁻¹']
  },
  settings: [{ key: 'huang2026', label: 'Huang et al. 2026', default: 'shown', options: ['shown', 'not shown'] }],
  after: ['faradaic-efficiency', 'ammonia-yield'],
  collect: (view) => {
    const entries = view.entries.filter((entry) => kindOf(entry) === 'literature').map(({ id }) => id)
    return view.entries.length > 0 ? { entries, plan: entries } : null
  },
  compute: (_view, plan, settings, context) => {
    const imported = plan.flatMap((id) => reportedIn(context.load(id)))
    const reported = [...(imported.length > MOST_NAMED ? imported.map((point) => ({ ...point, family: `reported, ${imported.length} rows` })) : imported), ...(settings.huang2026 === 'shown' ? huang : [])]
    const own = context.upstreamAll('faradaic-efficiency').flatMap((outcome) => ownPoints(outcome, context.upstreamAll('ammonia-yield').find(({ catalyst }) => catalyst === outcome.catalyst)))
    if (own.length === 0 && imported.length === 0) return { results: [], figures: [], needs: [], findings: [] }
    const perMass = reported.filter(({ yieldUnit }) => isPerMass(yieldUnit))
    const figures = [
      scatter('literature-fe-yield', 'FE and yield', { title: 'NH₃ yield', unit: 'mg h⁻¹ mg_cat⁻¹' }, perMass, own, ({ yield_ }) => yield_),
      scatter('literature-fe-potential', 'FE and potential', { title: 'E vs RHE', unit: 'V' }, reported, own, ({ potential }) => potential)
    ].flatMap((figure) => figure ?? [])
    const findings: Finding[] = perMass.length === reported.length || reported.every(({ yield_ }) => Number.isNaN(yield_)) ? [] : [{
      rule: 'literature-units', level: 'note', catalyst: null, source: SOURCE,
      message: message('finding.literatureUnits', '{n} reported yields are not in mg h⁻¹ mg_cat⁻¹ and are not drawn: without their loading they cannot be converted.', { n: reported.filter(({ yield_, yieldUnit }) => Number.isFinite(yield_) && !isPerMass(yieldUnit)).length })
    }]
    return { results: [], figures, needs: [], findings }
  }
})

/** More rows than a legend can name share one entry; the name of each is read at its point. */
const MOST_NAMED = 6

/** What the seed paper prints of FE and yield at one potential; its DOI stands with the reference project. */
const huang: readonly Reported[] = huang2026Results.flatMap(({ catalyst, metric, value, conditions }) => (metric !== 'fe_nh3' || catalyst === null || typeof conditions.potential_V_RHE !== 'number' ? [] : [{
  label: `${catalyst} (Huang 2026)`, family: 'Huang et al. 2026', fe: value, potential: conditions.potential_V_RHE, yieldUnit: 'mg/h/mgcat',
  yield_: huang2026Results.find((other) => other.metric === 'yield_nh3_mass' && other.catalyst === catalyst && other.conditions.potential_V_RHE === conditions.potential_V_RHE)?.value ?? NaN
}]))

export const isPerMass = (unit: string): boolean => /mg.*h.*mg|mg.*mg.*h/i.test(unit)

function reportedIn(measurement: Measurement): Reported[] {
  const find = (name: string) => measurement.columns.find((column) => column.name === name)
  const [catalyst, source, fe, yield_, potential] = ['catalyst', 'source', 'FE', 'yield', 'potential'].map(find)
  const text = (column: typeof catalyst, row: number): string => column?.labels?.[column.values[row] ?? -1] ?? ''
  return Array.from({ length: source?.values.length ?? 0 }, (_, row) => ({
    label: `${text(catalyst, row)} (${text(source, row)})`, fe: fe?.values[row] ?? NaN, yield_: yield_?.values[row] ?? NaN, potential: potential?.values[row] ?? NaN, yieldUnit: yield_?.unit ?? ''
  }))
}

interface Own { readonly catalyst: string; readonly fe: Result; readonly potential: number; readonly yield_: number }

/** FE and yield of each potential of a catalyst; means where there are replicates. */
function ownPoints(efficiency: Outcome, yields: Outcome | undefined): Own[] {
  const { catalyst } = efficiency
  if (catalyst === null) return []
  const all = efficiency.results.filter(({ metric, conditions }) => metric === 'fe_nh3' && conditions.nitrate_M !== 0 && conditions.cycle === undefined && typeof conditions.potential_V_RHE === 'number')
  const means = all.filter(({ n }) => n !== undefined)
  return (means.length > 0 ? means : all).map((fe) => {
    const potential = Number(fe.conditions.potential_V_RHE)
    const rate = yields?.results.find(({ metric, n, conditions }) => metric === 'yield_nh3_mass' && n === fe.n && Math.abs(Number(conditions.potential_V_RHE) - potential) <= 0.005)
    return { catalyst, fe, potential, yield_: rate?.value ?? NaN }
  })
}

function scatter(id: string, title: string, x: Axis, reported: readonly Reported[], own: readonly Own[], of: (point: Reported | Own) => number): Figure | null {
  const outside = reported.filter((point) => Number.isFinite(point.fe) && Number.isFinite(of(point)))
  if (outside.length === 0) return null
  const catalysts = [...new Set(own.map(({ catalyst }) => catalyst))]
  const series: Series[] = [
    ...outside.map((point): Series => ({ name: point.label, ...('family' in point && point.family !== undefined ? { family: point.family } : {}), style: 'points', x: [of(point)], y: [point.fe] })),
    ...catalysts.flatMap((catalyst): Series[] => {
      const points = own.filter((point) => point.catalyst === catalyst && Number.isFinite(of(point)))
      return points.length === 0 ? [] : [{ name: catalyst, catalyst, style: 'points', x: points.map(of), y: points.map(({ fe }) => fe.value), yError: points.map(({ fe }) => fe.u) }]
    })
  ]
  return { kind: 'xy', id, title, x, y: { title: 'FE(NH₃)', unit: '%' }, series }
}
