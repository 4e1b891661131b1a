import { nernstSlope_V } from '../../electrochemistry/potentialVsRhe'
import { nameOf } from '../../electrochemistry/electrolysis'
import type { Figure, Series } from '../../figure'
import { message } from '../../message'
import { kindOf } from '../../metadata/kindOf'
import { atPotential, potentialDeterminingStep, stepsOf, type PathState } from '../../thermochemistry/freeEnergyPath'
import { calculationOf } from '../adsorptionEnergy/calculations'
import { defineAnalysis, type Conditions, type Finding, type Need, type Result, type Settings } from '../analysis'
import { uniqueNeeds } from '../electrolysisPlan'
import { energyPaths } from './energyPaths'
import { statesTable } from './statesTable'
import { cellsOf, rowsOfTable, stateTable, withTypedRows } from './stateRows'
import { calculatedStates, needsOfGaps, placeLabels, referenceStates, statedPaths, together, typedPaths, type PlannedPath } from './plannedPaths'
import { typedCorrections } from './typedCorrections'

const SOURCE = 'Nørskov et al., J. Phys. Chem. B 108 (2004) 17886 (computational hydrogen electrode); seed paper, Eq. 1'
const TEMPERATURE_K = 298.15
/** NO₃⁻ + 9 H⁺ + 8 e⁻ → NH₃ + 3 H₂O: 0.80 V vs RHE at pH 0 to 0.695 V at pH 14; 0.05 V for what DFT leaves. */
const NITRATE_TO_AMMONIA = { from_V: 0.645, to_V: 0.85, electrons: 8 }

export const freeEnergy = defineAnalysis<readonly string[]>({
  id: 'free-energy',
  version: 6,
  title: 'Free-energy diagram',
  tab: 'mechanism',
  scope: 'catalyst',
  metrics: ['dg_step', 'dg_max', 'limiting_potential'],
  about: {
    equation: 'ΔG = ΔE + ΔZPE − TΔS + n e U;  G(U) = G(0) + n·U;  U_L = −max ΔG/(n e)', source: SOURCE,
    assumes: ['n counts the electrons transferred up to a state', 'steps without electrons do not answer to the potential and set no limiting potential', 'no limiting potential while a state between two others is missing; steps of several electrons only as a path states them', 'potentials vs RHE move with the pH; vs SHE they are shifted by 0.059 V per pH', 'the CHE has no barriers, solvent or field; below 0 V vs RHE it has been found to underestimate ΔG (Cu(111), J. Phys. Chem. C 129, 16569)', 'branches: the one with the least demanding limiting potential is drawn solid']
  },
  settings: [
    { key: 'potential', label: 'Potential U', unit: 'V', default: 0, range: [-1, 0.5], isAtHand: true },
    { key: 'scale', label: 'Potential against', default: 'RHE', options: ['RHE', 'SHE'], isAtHand: true },
    { key: 'pH', label: 'pH (for the SHE scale)', default: 7, range: [0, 14], isAtHand: true },
    { key: 'path', label: 'Path, as *NO2 > *NO > (*NOH | *HNO) > *N (empty: as the table has it)', default: '', isLong: true },
    { key: 'states', label: 'States and energies', default: '', table: stateTable },
    { key: 'corrections', label: 'Corrections in eV, as *NO +0.12 (source); NH3(g) −0.1', default: '', isLong: true }
  ],
  after: ['adsorption-energy'],
  collect: (view, settings) => {
    const tables = [...view.entries, ...view.common].filter((entry) => kindOf(entry) === 'energies').map(({ id }) => id)
    const isCalculated = view.entries.some((entry) => calculationOf(entry) !== null)
    return (tables.length > 0 || isCalculated || settings.states !== '') && view.catalyst !== null ? { entries: tables, plan: tables } : null
  },
  compute: (view, plan, settings, context) => {
    const needs: Need[] = []
    const findings: Finding[] = []
    const corrections = typedCorrections(String(settings.corrections))
    for (const part of corrections.unreadable) findings.push(about('che-correction', view.catalyst, message('finding.unreadableCorrection', '"{part}" is no correction; write a state, a number in eV and, in brackets, where it comes from: *NO +0.12 (source).', { part }), []))
    const rows = withTypedRows(plan.flatMap((id) => rowsOfTable(context.load(id), view.catalyst!, id)), String(settings.states))
    const fileOf = (id: string | null): string => (id === null ? 'the table on the card' : nameOf([...view.entries, ...view.common].find((entry) => entry.id === id)))
    const tables = energyPaths(rows).map((path) => {
      for (const { species, what, entry } of path.missing) {
        const file = fileOf(entry)
        needs.push({ message: what === 'energy' ? message('needs.stateEnergy', 'free energy of {species} in {file}', { species, file }) : message('needs.stateElectrons', 'number of electrons up to {species} in {file}', { species, file }), ...(entry === null ? { where: 'card' } : { where: 'inbox', entries: [entry] }) })
      }
      const states = corrections.apply(path.states)
      const inputs = [...new Set(states.flatMap((state) => state.inputs))]
      if (states.length > 0) findings.push(...closure(states, view.catalyst, inputs, fileOf(inputs[0] ?? null)))
      return { ...path, states }
    })
    const calculated = corrections.apply(calculatedStates(context.upstream('adsorption-energy')))
    const text = String(settings.path).trim()
    const typed = text === '' ? null : typedPaths(text, [...tables.flatMap(({ states }) => states), ...calculated, ...referenceStates(calculated)], view.catalyst)
    needs.push(...(typed?.needs ?? []))
    findings.push(...(typed?.findings ?? []))
    const paths = typed ? typed.paths : statedPaths(tables, calculated)
    needs.push(...needsOfGaps(paths, context.upstream('adsorption-energy')))
    return { results: paths.flatMap((path) => numbersOf(path, view.catalyst)), rows: { states: rows.map(cellsOf) }, figures: [...diagrams(paths, potentialVsRhe(settings), view.catalyst!), ...statesTable(paths)], needs: uniqueNeeds(needs), findings }
  }
})

const potentialVsRhe = (settings: Settings): number => Number(settings.potential) + (settings.scale === 'SHE' ? nernstSlope_V(TEMPERATURE_K) * Number(settings.pH) : 0)

function numbersOf({ name, states, gaps }: PlannedPath, catalyst: string | null): Result[] {
  const origin = [...new Set(states.map((state) => state.origin))].join('; ')
  const inputs = [...new Set(states.flatMap((state) => state.inputs))]
  const conditions: Conditions = name === '' ? {} : { pathway: name }
  const result = (metric: string, value: number, unit: string, more: Conditions, method: string): Result => ({ catalyst, metric, value, u: null, unit, conditions: { ...conditions, ...more }, method: `${method}; ${origin}`, inputs })
  const steps = stepsOf(states).map((step) => ({ terms: [{ name: 'firstState_eV' as const, value: states[0]!.freeEnergy_eV }], ...result('dg_step', step.dG_eV, 'eV', { from: step.from, to: step.to }, `U = 0 V vs RHE, ${step.electrons} electron(s)`) }))
  const hardest = potentialDeterminingStep(states)
  if (!hardest || gaps.length > 0) return steps
  const place = { from: hardest.from, to: hardest.to }
  return [
    ...steps, result('dg_max', hardest.dG_eV, 'eV', place, 'largest ΔG of an electrochemical step at U = 0 V vs RHE'),
    result('limiting_potential', hardest.limitingPotential_V, 'V', place, hardest.electrons > 1 ? `potential-determining step, ${hardest.electrons} electrons at once as the path has it` : 'potential-determining step')
  ]
}

/** Each state as a level 0.6 wide, joined by slopes; branches that a better one leaves behind dashed. */
function diagrams(paths: readonly PlannedPath[], potential_V: number, catalyst: string): Figure[] {
  return together(paths).map((group, i) => diagram(group, potential_V, catalyst, i === 0 ? 'free-energy' : `free-energy-${i + 1}`))
}

function diagram(paths: readonly PlannedPath[], potential_V: number, catalyst: string, id: string): Figure {
  const at = `U = ${String(Number(potential_V.toFixed(3))).replace('-', '\u2212')} V vs RHE`
  const series = paths.map(({ name, states, places, isBeside }): Series => {
    const shown = atPotential(states, potential_V)
    return { name: name === '' ? catalyst : `${catalyst}, ${name.replace('NO3RR', 'NO₃RR')}`, catalyst, style: isBeside ? 'dashed' : 'line', x: places.flatMap((place) => [place - 0.3, place + 0.3]), y: shown.flatMap(({ freeEnergy_eV }) => [freeEnergy_eV, freeEnergy_eV]) }
  })
  return { kind: 'xy', id, title: `Free energy at ${at}`, x: { title: '', unit: '', labels: placeLabels(paths) }, y: { title: `ΔG at ${at}`, unit: 'eV' }, series }
}

/** A whole path from dissolved nitrate to ammonia must add up to −8 e E°, whatever lies between. */
function closure(states: readonly PathState[], catalyst: string | null, inputs: readonly string[], file: string): Finding[] {
  const [first, last] = [states[0]!, states.at(-1)!]
  const isWhole = /^(\*\s*\+\s*)?NO3\s*[-\u2212\u207b]/.test(first.name) && /^(\*\s*\+\s*)?NH3(\s*\(?(g|aq)\)?)?$/.test(last.name) && last.electrons - first.electrons === NITRATE_TO_AMMONIA.electrons
  const potential_V = -(last.freeEnergy_eV - first.freeEnergy_eV) / NITRATE_TO_AMMONIA.electrons
  if (!isWhole || (potential_V >= NITRATE_TO_AMMONIA.from_V && potential_V <= NITRATE_TO_AMMONIA.to_V)) return []
  return [about('che-closure', catalyst, message('finding.closure', '{file}: the path from NO₃⁻ to NH₃ adds up to {sum} eV, which would be E° = {potential} V vs RHE instead of 0.70 to 0.80 V: look at the reference of nitrate and the corrections of the gases.', { file, sum: (last.freeEnergy_eV - first.freeEnergy_eV).toFixed(2), potential: potential_V.toFixed(2) }), inputs)]
}

const about = (rule: 'che-closure' | 'che-correction', catalyst: string | null, text: Finding['message'], entries: readonly string[]): Finding =>
  ({ rule, level: 'warning', catalyst, metric: 'dg_step', source: rule === 'che-closure' ? 'E°(NO₃⁻/NH₃) from standard free energies of formation' : 'the corrections on the card', entries, message: text })
