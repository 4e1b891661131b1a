import type { BarGroup, Figure } from '../../figure'
import { groupBy } from '../../groupBy'
import { message } from '../../message'
import { defineAnalysis, type Need, type Outcome, type Result } from '../analysis'
import { overlay } from '../comparison'
import { carbonChosen } from '../coreLevels'
import { uniqueNeeds } from '../electrolysisPlan'
import { movedApart } from '../movedApart'

export const compareCoreLevels = defineAnalysis<null>({
  id: 'compare-core-levels',
  version: 5,
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
    // A C 1s that the scale is set by has no shift: it is 284.8 eV in every spectrum.
    const isSet = ({ catalyst, conditions }: Result): boolean =>
      conditions.line === 'C 1s' && outcomes.some((outcome) => outcome.catalyst === catalyst && outcome.trace.settings.reference === carbonChosen)
    const positions = outcomes.flatMap(({ results }) => results.filter(({ metric, conditions }) => metric === 'xps_position' && conditions.component === undefined))
    const needs: Need[] = []
    const results = positions.flatMap((result): Result[] => {
      const [reference, ...others] = positions.filter(({ catalyst, conditions }) => catalyst === settings.reference && conditions.line === result.conditions.line)
      if (!reference || result.catalyst === settings.reference || (isSet(result) && isSet(reference))) return []
      if (others.length > 0) {
        const files = [reference, ...others].map(({ conditions }) => conditions.file).join(', ')
        needs.push({ message: message('needs.oneReference', 'one {line} of {catalyst} to compare with: there are several ({files})', { line: String(result.conditions.line), catalyst: String(settings.reference), files }), where: 'inbox', entries: [reference, ...others].flatMap(({ inputs }) => inputs) })
        return []
      }
      return [{
        catalyst: result.catalyst, metric: 'xps_shift', value: result.value - reference.value, u: result.u === null || reference.u === null ? null : Math.hypot(result.u, reference.u), unit: 'eV', conditions: result.conditions,
        method: `against ${settings.reference}`, inputs: [...new Set([...result.inputs, ...reference.inputs])]
      }]
    })
    const lines = [...new Set(results.map(({ conditions }) => String(conditions.line)))]
    // One group a catalyst, or a file of it where it has several sessions.
    const groups = [...groupBy(results, ({ catalyst, conditions }) => [catalyst, conditions.file].filter((part) => part !== undefined).join(', '))]
    const figures: Figure[] = lines.length === 0 ? [] : [{
      kind: 'bars', id: 'xps-shift', title: `Shift against ${settings.reference}`, categories: lines, x: { title: '', unit: '' }, y: { title: 'ΔE_B', unit: 'eV' }, stacked: false,
      groups: groups.map(([name, own]) => ({ name, catalyst: own[0]!.catalyst!, ...errorBars(lines.map((line) => own.find(({ conditions }) => conditions.line === line))) }))
    }]
    return { results, figures: [...figures, ...spectraOf(outcomes)], needs: uniqueNeeds(needs), findings: [] }
  }
})

const errorBars = (shown: readonly (Result | undefined)[]): Pick<BarGroup, 'values' | 'errors'> => ({ values: shown.map((one) => one?.value ?? null), errors: shown.map((one) => one?.u ?? null) })

/** One line of every catalyst that has it, above each other. */
function spectraOf(outcomes: readonly Outcome[]): Figure[] {
  const ids = [...new Set(outcomes.flatMap(({ figures }) => figures.map(({ id }) => id)))]
  return ids.flatMap((id): Figure[] => {
    const { series, first } = overlay(outcomes, id, ({ catalyst }) => catalyst !== undefined)
    if (!first || new Set(series.map(({ catalyst }) => catalyst)).size < 2) return []
    const named = series.map((curve) => (curve.style === 'points' ? { ...curve, name: curve.name.replace(', measured', '') } : { ...curve, family: 'fits' }))
    return [{ ...first, id: `compare-${id}`, y: { title: 'Intensity, moved apart', unit: '', isArbitrary: true }, series: movedApart(named, 'scaled', ({ catalyst }) => catalyst!) }]
  })
}
