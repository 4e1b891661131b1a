import { runChecks } from '../../checks'
import type { Figure, TableFigure } from '../../figure'
import { groupBy } from '../../groupBy'
import { spearman } from '../../numerics/rankCorrelation'
import { huang2026Citation, huang2026Claims, huang2026Outcomes, huang2026Results } from '../../reference/huang2026'
import { defineAnalysis, type Result } from '../analysis'

const sources = ['linear-sweep', 'faradaic-efficiency', 'ammonia-yield', 'partial-current', 'kinetics', 'double-layer-capacitance', 'zn-nitrate-battery', 'd-band-pdos', 'd-band-xps', 'free-energy', 'diffraction', 'core-levels', 'vibrational-bands'] as const
const SAME_POTENTIAL_V = 0.005
/** Of the current density. */
const SAME_CURRENT = 0.02
const words: ReadonlyMap<string, string> = new Map([
  ['onset', 'onset'], ['fe_nh3', 'FE(NH₃)'], ['fe_no2', 'FE(NO₂⁻)'], ['yield_nh3_mass', 'NH₃ yield'], ['j_nh3', 'j(NH₃)'], ['d_band_centre_dft', 'd-band centre (DFT)'], ['lattice_spacing', 'lattice spacing'], ['k_zero_normalised', 'k of C/C₀'],
  ['ocv', 'open-circuit voltage'], ['peak_power', 'peak power'], ['j_at_peak_power', 'j at peak power'], ['specific_capacity', 'specific capacity'], ['energy_density', 'energy density'], ['xps_position', 'XPS line'], ['band_position', 'band'], ['dg_step', 'ΔG of a step'], ['dg_max', 'largest ΔG'], ['adsorption_energy', 'adsorption energy']
])

/** The reference paper beside the project: what it prints, what the project's files give, and what does not follow from its own numbers. */
export const compareReference = defineAnalysis<null>({
  id: 'compare-reference',
  version: 3,
  title: 'Reference project: Huang 2026',
  tab: 'performance',
  scope: 'comparison',
  metrics: [],
  about: {
    equation: 'difference = project − paper; V at peak power = P/j; 2θ = 2 arcsin(λ/2d)', source: `${huang2026Citation} CC BY 4.0`,
    assumes: ['the paper’s numbers as printed; they are read-only', 'one number of the project for each: the mean of replicates where there is one', 'catalysts of the same name', 'its raw files are not public']
  },
  settings: [{ key: 'show', label: 'Show the paper', default: 'yes', options: ['yes', 'no'] }],
  after: [...sources],
  collect: () => ({ entries: [], plan: null }),
  compute: (_view, _plan, settings, context) => {
    const own = sources.flatMap((id) => context.upstreamAll(id).filter(({ catalyst }) => printedCatalysts.has(catalyst)).flatMap(({ results }) => results))
    const isKnown = own.some(({ catalyst }) => catalyst !== null && printedCatalysts.has(catalyst))
    const figures: Figure[] = settings.show === 'no' || !isKnown ? [] : [besideProject(own), consequences(), contradictions()]
    return { results: [], figures, needs: [], findings: [] }
  }
})

const printedCatalysts = new Set(huang2026Results.map(({ catalyst }) => catalyst))

function besideProject(own: readonly Result[]): TableFigure {
  const byMetric = groupBy(own, placeFor)
  const rows = huang2026Results.map((printed) => {
    const found = matching(printed, byMetric.get(placeFor(printed)) ?? [])
    const difference = found === null ? '' : printed.unit === 'V' ? `${signed(1000 * (found.value - printed.value), 0)} mV` : printed.unit === 'eV' ? `${signed(1000 * (found.value - printed.value), 0)} meV` : `${signed(100 * (found.value / printed.value - 1), 2)} %`
    return [printed.catalyst ?? '', words.get(metricOf(printed)) ?? printed.metric, placeOf(printed), printed.value, found === null ? null : Number(found.value.toPrecision(4)), unitText(printed.unit), difference, printed.method.replace('as printed, ', '')]
  })
  return { kind: 'table', id: 'reference-beside', title: 'Printed, and from the files of this project', header: ['Catalyst', 'Number', 'At', 'Paper', 'Project', 'Unit', 'Difference', 'Where'], rows }
}

const placeFor = (result: Result): string => `${result.catalyst ?? ''}\n${metricOf(result)}`

/** The one number of the project that is meant; null for none, or for several that contradict which. */
function matching(printed: Result, own: readonly Result[]): Result | null {
  const at = printed.conditions.potential_V_RHE
  const j = printed.conditions.j_mA_cm2
  const fitting = own.filter(({ metric, unit, conditions }) => metric === metricOf(printed) && unit === printed.unit && conditions.role === printed.conditions.role && conditions.nitrate_M !== 0 && conditions.cycle === undefined
    && (typeof at !== 'number' || Math.abs(Number(conditions.potential_V_RHE) - at) <= SAME_POTENTIAL_V + 1e-9) && (typeof j !== 'number' || Math.abs(Number(conditions.j_mA_cm2) - j) <= SAME_CURRENT * j) && ['line', 'band', 'from', 'to'].every((key) => printed.conditions[key] === undefined || conditions[key] === printed.conditions[key]))
  const means = fitting.filter(({ n, conditions }) => n !== undefined && conditions.run === undefined && conditions.replicate === undefined)
  const candidates = means.length > 0 ? means : fitting
  return candidates.length === 1 ? candidates[0]! : null
}

/** A constant of zero order in 1/h is one of C/C₀, whatever it is called. */
const metricOf = ({ metric, unit }: Result): string => (metric === 'k_zero' && unit === '1/h' ? 'k_zero_normalised' : metric)

/** What follows from the printed numbers without any file. */
function consequences(): TableFigure {
  const of = (metric: string): readonly Result[] => huang2026Results.filter((result) => result.metric === metric)
  const rows: (string | number | null)[][] = []
  const [power, current] = [of('peak_power')[0], of('j_at_peak_power')[0]]
  if (power && current) rows.push(['voltage at peak power', `${power.value} mW cm⁻² / ${current.value} mA cm⁻²`, Number((power.value / current.value).toFixed(3)), 'V'])
  for (const spacing of of('lattice_spacing')) rows.push([`2θ of ${spacing.catalyst ?? ''}`, `d = ${spacing.value} nm, Cu Kα₁`, Number(((360 / Math.PI) * Math.asin(0.154056 / (2 * spacing.value))).toFixed(2)), '°'])
  const [onsets, centres] = [of('onset'), of('d_band_centre_dft')]
  const both = onsets.flatMap((onset) => { const centre = centres.find(({ catalyst }) => catalyst === onset.catalyst); return centre ? [[onset.value, centre.value] as const] : [] })
  const rho = spearman(both.map(([onset]) => onset), both.map(([, centre]) => centre))
  if (rho !== null) rows.push(['onset with d-band centre', `Spearman, n = ${both.length}`, Number(rho.toFixed(2)), ''])
  return { kind: 'table', id: 'reference-consequences', title: 'What follows from the printed numbers', header: ['Quantity', 'From', 'Value', 'Unit'], rows }
}

/** The paper's own checks: where its numbers and its sentences disagree. */
function contradictions(): TableFigure {
  const findings = runChecks({ outcomes: huang2026Outcomes('reference'), entries: [], rowsWithoutFile: [], claims: huang2026Claims })
  const stated = new Set(['rate-constant-unit', 'product-before-onset', 'byproduct-at-100', 'lattice-contraction', 'stated-correspondence', 'stated-order', 'unit-of-normalisation', 'band-overlap'])
  return { kind: 'table', id: 'reference-contradictions', title: 'Where its numbers and its sentences do not agree', header: ['Check', 'What was found'], rows: findings.filter(({ rule }) => stated.has(rule)).map(({ rule, message }) => [rule.replaceAll('-', ' '), inWords(message.text)]) }
}

const inWords = (text: string): string => [...words].reduce((said, [metric, word]) => said.replaceAll(metric, word), text)
const placeOf = ({ conditions }: Result): string => [
  typeof conditions.potential_V_RHE === 'number' ? `${String(conditions.potential_V_RHE).replace('-', '\u2212')} V` : '', conditions.band, conditions.line, conditions.plane, conditions.role, conditions.from === undefined ? '' : `${conditions.from} → ${conditions.to}`,
  conditions.j_mA_cm2 === undefined ? '' : `${conditions.j_mA_cm2} mA cm⁻²`
].filter((part) => part !== undefined && part !== '').join(', ')
const unitText = (unit: string): string => unit.replace('mg/h/mgcat', 'mg h⁻¹ mg_cat⁻¹').replace('cm-1', 'cm⁻¹').replace('/cm2', ' cm⁻²').replace('mAh/g', 'mAh g⁻¹').replace('Wh/kg', 'Wh kg⁻¹').replace('1/h', 'h⁻¹')
function signed(value: number, digits: number): string {
  const size = Math.abs(value).toFixed(digits)
  return Number(size) === 0 ? '0' : `${value < 0 ? '\u2212' : '+'}${size}`
}
