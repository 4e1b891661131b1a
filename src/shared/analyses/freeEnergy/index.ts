import { nernstSlope_V } from '../../electrochemistry/potentialVsRhe'
import { nameOf } from '../../electrochemistry/electrolysis'
import type { Figure, Series } from '../../figure'
import { message } from '../../message'
import { atPotential, potentialDeterminingStep, stepsOf, type PathState } from '../../thermochemistry/freeEnergyPath'
import { defineAnalysis, type Conditions, type Need, type Result, type Settings } from '../analysis'
import { uniqueNeeds } from '../electrolysisPlan'
import { energyPaths } from './energyPaths'

const SOURCE = 'Nørskov et al., J. Phys. Chem. B 108 (2004) 17886 (computational hydrogen electrode); seed paper, Eq. 1'
const TEMPERATURE_K = 298.15

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
  after: [],
  collect: (view) => {
    const tables = [...view.entries, ...view.common].filter((entry) => entry.measurement?.facts.some(({ name, value }) => name === 'kind' && value === 'energies')).map(({ id }) => id)
    return tables.length > 0 && view.catalyst !== null ? { entries: tables, plan: tables } : null
  },
  compute: (view, plan, settings, context) => {
    const results: Result[] = []
    const needs: Need[] = []
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
        results.push(...numbersOf(path.states, conditions, view.catalyst, id, path.isFromEnergies))
        const shown = atPotential(path.states, U)
        if (shown.length > labels.length) labels.splice(0, labels.length, ...shown.map(({ name }) => name))
        series.push(levels(shown, path.pathway === '' ? view.catalyst! : `${view.catalyst}, ${path.pathway}`, view.catalyst!))
      }
    }
    const at = `U = ${String(Number(U.toFixed(3))).replace('-', '\u2212')} V vs RHE`
    const figures: Figure[] = series.length === 0 ? [] : [{ kind: 'xy', id: 'free-energy', title: `Free energy at ${at}`, x: { title: '', unit: '', labels }, y: { title: `ΔG at ${at}`, unit: 'eV' }, series }]
    return { results, figures, needs: uniqueNeeds(needs), findings: [] }
  }
})

const potentialVsRhe = (settings: Settings): number => Number(settings.potential) + (settings.scale === 'SHE' ? nernstSlope_V(TEMPERATURE_K) * Number(settings.pH) : 0)

function numbersOf(path: readonly PathState[], conditions: Conditions, catalyst: string | null, id: string, isFromEnergies: boolean): Result[] {
  const origin = isFromEnergies ? 'ΔE + ΔZPE − TΔS of the table' : 'ΔG of the table'
  const result = (metric: string, value: number, unit: string, more: Conditions, method: string): Result => ({ catalyst, metric, value, u: null, unit, conditions: { ...conditions, ...more }, method: `${method}; ${origin}`, inputs: [id] })
  const steps = stepsOf(path).map((step) => ({ terms: [{ name: 'firstState_eV' as const, value: path[0]!.freeEnergy_eV }], ...result('dg_step', step.dG_eV, 'eV', { from: step.from, to: step.to }, `U = 0 V vs RHE, ${step.electrons} electron(s)`) }))
  const hardest = potentialDeterminingStep(path)
  if (!hardest) return steps
  const place = { from: hardest.from, to: hardest.to }
  return [
    ...steps, result('dg_max', hardest.dG_eV, 'eV', place, 'largest ΔG of an electrochemical step at U = 0 V vs RHE'),
    result('limiting_potential', hardest.limitingPotential_V, 'V', place, 'potential-determining step')
  ]
}

/** Each state as a level 0.6 wide, joined by slopes. */
function levels(path: readonly PathState[], name: string, catalyst: string): Series {
  return { name, catalyst, style: 'line', x: path.flatMap((_, i) => [i - 0.3, i + 0.3]), y: path.flatMap(({ freeEnergy_eV }) => [freeEnergy_eV, freeEnergy_eV]) }
}
