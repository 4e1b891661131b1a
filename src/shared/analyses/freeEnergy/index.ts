import { nernstSlope_V } from '../../electrochemistry/potentialVsRhe'
import { nameOf } from '../../electrochemistry/electrolysis'
import type { Figure, Series } from '../../figure'
import { message } from '../../message'
import { atPotential, potentialDeterminingStep, stepsOf, type PathState } from '../../thermochemistry/freeEnergyPath'
import { calculationOf } from '../adsorptionEnergy/calculations'
import { defineAnalysis, type Conditions, type Finding, type Need, type Outcome, type Result, type Settings } from '../analysis'
import { uniqueNeeds } from '../electrolysisPlan'
import { energyPaths } from './energyPaths'

const SOURCE = 'Nørskov et al., J. Phys. Chem. B 108 (2004) 17886 (computational hydrogen electrode); seed paper, Eq. 1'
const TEMPERATURE_K = 298.15
const FROM_CALCULATIONS = 'from calculations'
/** NO₃⁻ + 9 H⁺ + 8 e⁻ → NH₃ + 3 H₂O: 0.80 V vs RHE at pH 0 to 0.695 V at pH 14; 0.05 V for what DFT leaves. */
const NITRATE_TO_AMMONIA = { from_V: 0.645, to_V: 0.85, electrons: 8 }

export const freeEnergy = defineAnalysis<readonly string[]>({
  id: 'free-energy',
  version: 1,
  title: 'Free-energy diagram',
  tab: 'mechanism',
  scope: 'catalyst',
  metrics: ['dg_step', 'dg_max', 'limiting_potential'],
  about: {
    equation: 'ΔG = ΔE + ΔZPE − TΔS + n e U;  G(U) = G(0) + n·U;  U_L = −max ΔG/(n e)', source: SOURCE,
    assumes: ['n counts the electrons transferred up to a state', 'steps without electrons do not answer to the potential and set no limiting potential', 'potentials vs RHE move with the pH; vs SHE they are shifted by 0.059 V per pH', 'the CHE has no barriers, solvent or field; below 0 V vs RHE it has been found to underestimate ΔG (Cu(111), J. Phys. Chem. C 129, 16569)']
  },
  settings: [
    { key: 'potential', label: 'Potential U', unit: 'V', default: 0, range: [-1, 0.5] },
    { key: 'scale', label: 'Potential against', default: 'RHE', options: ['RHE', 'SHE'] },
    { key: 'pH', label: 'pH (for the SHE scale)', default: 7, range: [0, 14] }
  ],
  after: ['adsorption-energy'],
  collect: (view) => {
    const tables = [...view.entries, ...view.common].filter((entry) => entry.measurement?.facts.some(({ name, value }) => name === 'kind' && value === 'energies')).map(({ id }) => id)
    const isCalculated = view.entries.some((entry) => calculationOf(entry) !== null)
    return (tables.length > 0 || isCalculated) && view.catalyst !== null ? { entries: tables, plan: tables } : null
  },
  compute: (view, plan, settings, context) => {
    const results: Result[] = []
    const needs: Need[] = []
    const findings: Finding[] = []
    const series: Series[] = []
    const labels: string[] = []
    const U = potentialVsRhe(settings)
    for (const id of plan) {
      const file = nameOf([...view.entries, ...view.common].find((entry) => entry.id === id))
      for (const path of energyPaths(context.load(id), view.catalyst!)) {
        for (const { species, what } of path.missing) {
          needs.push({ message: what === 'energy' ? message('needs.stateEnergy', 'free energy of {species} in {file}', { species, file }) : message('needs.stateElectrons', 'number of electrons up to {species} in {file}', { species, file }), where: 'inbox', entries: [id] })
        }
        if (path.states.length < 2) continue
        const conditions: Conditions = path.pathway === '' ? {} : { pathway: path.pathway }
        results.push(...numbersOf(path.states, conditions, view.catalyst, [id], path.isFromEnergies))
        findings.push(...closure(path.states, view.catalyst, id, file))
        const shown = atPotential(path.states, U)
        if (shown.length > labels.length) labels.splice(0, labels.length, ...shown.map(({ name }) => name))
        series.push(levels(shown, path.pathway === '' ? view.catalyst! : `${view.catalyst}, ${path.pathway}`, view.catalyst!))
      }
    }
    const calculated = calculatedPath(context.upstream('adsorption-energy'))
    if (calculated.states.length > 1) {
      results.push(...numbersOf(calculated.states, { pathway: FROM_CALCULATIONS }, view.catalyst, calculated.inputs, true))
      const shown = atPotential(calculated.states, U)
      if (shown.length > labels.length) labels.splice(0, labels.length, ...shown.map(({ name }) => name))
      series.push(levels(shown, `${view.catalyst}, ${FROM_CALCULATIONS}`, view.catalyst!))
    }
    const at = `U = ${String(Number(U.toFixed(3))).replace('-', '\u2212')} V vs RHE`
    const figures: Figure[] = series.length === 0 ? [] : [{ kind: 'xy', id: 'free-energy', title: `Free energy at ${at}`, x: { title: '', unit: '', labels }, y: { title: `ΔG at ${at}`, unit: 'eV' }, series }]
    return { results, figures, needs: uniqueNeeds(needs), findings }
  }
})

const potentialVsRhe = (settings: Settings): number => Number(settings.potential) + (settings.scale === 'SHE' ? nernstSlope_V(TEMPERATURE_K) * Number(settings.pH) : 0)

function numbersOf(path: readonly PathState[], conditions: Conditions, catalyst: string | null, inputs: readonly string[], isFromEnergies: boolean): Result[] {
  const origin = isFromEnergies ? 'ΔE + ΔZPE − TΔS of the table' : 'ΔG of the table'
  const result = (metric: string, value: number, unit: string, more: Conditions, method: string): Result => ({ catalyst, metric, value, u: null, unit, conditions: { ...conditions, ...more }, method: `${method}; ${origin}`, inputs })
  const steps = stepsOf(path).map((step) => ({ terms: [{ name: 'firstState_eV' as const, value: path[0]!.freeEnergy_eV }], ...result('dg_step', step.dG_eV, 'eV', { from: step.from, to: step.to }, `U = 0 V vs RHE, ${step.electrons} electron(s)`) }))
  const hardest = potentialDeterminingStep(path)
  if (!hardest) return steps
  const place = { from: hardest.from, to: hardest.to }
  return [
    ...steps, result('dg_max', hardest.dG_eV, 'eV', place, 'largest ΔG of an electrochemical step at U = 0 V vs RHE'),
    result('limiting_potential', hardest.limitingPotential_V, 'V', place, 'potential-determining step')
  ]
}

/** States whose free energies were computed from frequencies, by the electrons that nitrate has taken up; the lower of two branches. */
function calculatedPath(outcome: Outcome | undefined): { readonly states: readonly PathState[]; readonly inputs: readonly string[] } {
  const lowest = new Map<number, Result>()
  for (const result of outcome?.results ?? []) {
    const electrons = Number(result.conditions.electrons)
    if (result.metric !== 'adsorption_free_energy' || !String(result.conditions.species).includes('N')) continue
    if (!(result.value >= (lowest.get(electrons)?.value ?? Infinity))) lowest.set(electrons, result)
  }
  const chosen = [...lowest].sort(([a], [b]) => a - b)
  return { states: chosen.map(([electrons, { conditions, value }]) => ({ name: String(conditions.species), freeEnergy_eV: value, electrons })), inputs: [...new Set(chosen.flatMap(([, { inputs }]) => inputs))] }
}

/** A whole path from dissolved nitrate to ammonia must add up to −8 e E°, whatever lies between. */
function closure(states: readonly PathState[], catalyst: string | null, id: string, file: string): Finding[] {
  const [first, last] = [states[0]!, states.at(-1)!]
  const isWhole = /^(\*\s*\+\s*)?NO3\s*[-\u2212\u207b]/.test(first.name) && /^(\*\s*\+\s*)?NH3(\s*\(?(g|aq)\)?)?$/.test(last.name) && last.electrons - first.electrons === NITRATE_TO_AMMONIA.electrons
  const potential_V = -(last.freeEnergy_eV - first.freeEnergy_eV) / NITRATE_TO_AMMONIA.electrons
  if (!isWhole || (potential_V >= NITRATE_TO_AMMONIA.from_V && potential_V <= NITRATE_TO_AMMONIA.to_V)) return []
  return [{
    rule: 'che-closure', level: 'warning', catalyst, metric: 'dg_step', source: 'E°(NO₃⁻/NH₃) from standard free energies of formation', entries: [id],
    message: message('finding.closure', '{file}: the path from NO₃⁻ to NH₃ adds up to {sum} eV, which would be E° = {potential} V vs RHE instead of 0.70 to 0.80 V: look at the reference of nitrate and the corrections of the gases.', { file, sum: (last.freeEnergy_eV - first.freeEnergy_eV).toFixed(2), potential: potential_V.toFixed(2) })
  }]
}

/** Each state as a level 0.6 wide, joined by slopes. */
function levels(path: readonly PathState[], name: string, catalyst: string): Series {
  return { name, catalyst, style: 'line', x: path.flatMap((_, i) => [i - 0.3, i + 0.3]), y: path.flatMap(({ freeEnergy_eV }) => [freeEnergy_eV, freeEnergy_eV]) }
}
