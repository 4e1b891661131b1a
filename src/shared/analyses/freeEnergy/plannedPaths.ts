import { stateText } from '../../spectroscopy/adsorbateText'
import { message } from '../../message'
import { usualStates } from '../../usualRows'
import { potentialDeterminingStep } from '../../thermochemistry/freeEnergyPath'
import { pathwaysOf, stateKey } from '../../thermochemistry/pathwayText'
import type { Finding, Need, Outcome, Result } from '../analysis'
import type { EnergyPath, KnownState } from './energyPaths'

export interface PlannedPath {
  /** '' for the only one. */
  readonly name: string
  readonly states: readonly KnownState[]
  /** Where each state stands on the axis. */
  readonly places: readonly number[]
  /** Of several branches one that a better one leaves behind. */
  readonly isBeside: boolean
  /** Steps that nobody has stated: a state between is not known, so that the hardest step is not known either. */
  readonly gaps: readonly Gap[]
}
export interface Gap { readonly from: KnownState; readonly to: KnownState }

/** Paths as the tables and the calculations state them, one after the other. */
export function statedPaths(tables: readonly EnergyPath[], calculated: readonly KnownState[]): PlannedPath[] {
  const hydrogen = calculated.filter(({ name }) => name === '*H').flatMap((state) => [zero('H⁺ + e⁻', 0, state), state, zero('½H₂', 1, state)])
  const nitrogen = lowestByElectrons(calculated)
  const all = [
    ...tables.map(({ pathway, states, missing }) => ({ name: pathway, states, gaps: missing.length === 0 ? [] : pairsOf(states) })),
    { name: 'from calculations', states: nitrogen, gaps: pairsOf(nitrogen).filter(({ from, to }) => to.electrons - from.electrons > 1 && !isUsual(from, to)) }, { name: 'HER, from calculations', states: hydrogen, gaps: [] }
  ]
  const shown = all.filter(({ states }) => states.length > 1)
  const places = placesOf(shown.map(({ states }) => states))
  return shown.map(({ name, states, gaps }) => ({ name, states, gaps, places: states.map((state, i) => places?.get(stateKey(state.name)) ?? i), isBeside: false }))
}

const pairsOf = (states: readonly KnownState[]): Gap[] => states.slice(1).map((to, i) => ({ from: states[i]!, to }))

/** *NO3 → *NO2 takes up two electrons in the path that the literature states. */
function isUsual(from: KnownState, to: KnownState): boolean {
  const place = ({ name }: KnownState): number => usualStates.findIndex(([pathway, species]) => pathway === 'NO3RR' && stateKey(species) === stateKey(name))
  return place(from) >= 0 && place(to) === place(from) + 1
}

/** What is needed to tell the hardest step of a path from calculations: frequencies where only energies are known, else whole calculations. */
export function needsOfGaps(paths: readonly PlannedPath[], outcome: Outcome | undefined): Need[] {
  return paths.filter(({ name }) => name === 'from calculations').flatMap(({ gaps, states }) => gaps.map(({ from, to }): Need => {
    const isBetween = (electrons: number, species: string): boolean => electrons > from.electrons && electrons < to.electrons && species.includes('N') && !states.some(({ name }) => stateKey(name) === stateKey(species))
    const withEnergy = [...new Set((outcome?.results ?? []).filter(({ metric, conditions }) => metric === 'adsorption_energy' && isBetween(Number(conditions.electrons), String(conditions.species))).map(({ conditions }) => String(conditions.species)))]
    const without = usualStates.filter(([pathway, species, electrons]) => pathway === 'NO3RR' && species.startsWith('*') && isBetween(electrons, species) && !withEnergy.includes(species)).map(([, species]) => species)
    return {
      where: 'folders',
      message: message('needs.stepStates', 'for the limiting potential: the states between {from} and {to}, {n} electrons apart: frequencies of {frequencies}, energies and frequencies of {energies}; or a path typed on the card that takes them up at once', {
        from: from.name, to: to.name, n: to.electrons - from.electrons, frequencies: withEnergy.join(', ') || '\u2013', energies: without.join(', ') || '\u2013'
      })
    }
  }))
}

/** The paths that somebody has typed, made of all states that are known; the branch of the least demanding potential leads. */
export function typedPaths(text: string, known: readonly KnownState[], catalyst: string | null): { readonly paths: readonly PlannedPath[]; readonly needs: readonly Need[]; readonly findings: readonly Finding[] } {
  const read = pathwaysOf(text)
  if ('problem' in read) return { paths: [], needs: [], findings: [unreadable(read.problem, text, catalyst)] }
  const byKey = new Map<string, KnownState>()
  for (const state of known) if (!byKey.has(stateKey(state.name))) byKey.set(stateKey(state.name), state)
  const unknown = new Set(read.paths.flat().filter((name) => !byKey.has(stateKey(name))))
  const needs = [...unknown].map((species): Need => ({
    message: message('needs.pathState', 'free energy of {species} of {catalyst}; known are {known}', { species, catalyst: catalyst ?? '', known: [...byKey.values()].map(({ name }) => name).join(', ') || '\u2013' }), where: 'folders'
  }))
  const whole = read.paths.filter((path) => path.every((name) => byKey.has(stateKey(name))) && path.length > 1).map((path) => path.map((name) => byKey.get(stateKey(name))!))
  const potential = (states: readonly KnownState[]): number => potentialDeterminingStep(states)?.limitingPotential_V ?? -Infinity
  const best = whole.reduce<readonly KnownState[] | null>((a, b) => (a === null || potential(b) > potential(a) ? b : a), null)
  const places = placesOf(whole)
  const common = new Set(whole[0]?.filter((state) => whole.every((states) => states.includes(state))))
  const paths = whole.map((states): PlannedPath => ({
    name: whole.length === 1 ? '' : `via ${states.filter((state) => !common.has(state)).map(({ name }) => name).join(', ') || 'no other state'}`,
    states, places: states.map((state, i) => places?.get(stateKey(state.name)) ?? i), isBeside: states !== best, gaps: []
  }))
  return { paths: paths.sort((a, b) => Number(a.isBeside) - Number(b.isBeside)), needs, findings: [] }
}

/** Branches begin and end at the same places: a state stands where the longest path reaches it. null where paths contradict each other in its order. */
function placesOf(paths: readonly (readonly KnownState[])[]): ReadonlyMap<string, number> | null {
  const places = new Map<string, number>()
  for (let rounds = 0; rounds < 64; rounds += 1) {
    let isMoved = false
    for (const states of paths) {
      states.forEach(({ name }, i) => {
        const key = stateKey(name)
        const place = Math.max(places.get(key) ?? 0, i === 0 ? 0 : places.get(stateKey(states[i - 1]!.name))! + 1)
        if (place === places.get(key)) return
        places.set(key, place)
        isMoved = true
      })
    }
    if (!isMoved) return places
  }
  return null
}

/** Paths that share a state belong into one diagram; hydrogen beside nitrate gets its own. */
export function together(paths: readonly PlannedPath[]): PlannedPath[][] {
  const groups: PlannedPath[][] = []
  for (const path of paths) {
    const names = new Set(path.states.map(({ name }) => stateKey(name)))
    const group = groups.find((others) => others.some(({ states }) => states.some(({ name }) => names.has(stateKey(name)))))
    if (group) group.push(path)
    else groups.push([path])
  }
  return groups
}

/** What stands under each place: '*NOH / *HNO' where branches part. */
export function placeLabels(paths: readonly PlannedPath[]): string[] {
  const labels: Set<string>[] = []
  for (const { states, places } of paths) states.forEach(({ name }, i) => (labels[places[i]!] ??= new Set()).add(stateText(name)))
  return Array.from(labels, (names) => [...(names ?? [])].join(' / '))
}

/** States whose free energies were computed from frequencies, by the electrons that nitrate has taken up. */
export function calculatedStates(outcome: Outcome | undefined): KnownState[] {
  const lowest = new Map<string, Result>()
  for (const result of outcome?.results ?? []) {
    const species = String(result.conditions.species)
    if (result.metric === 'adsorption_free_energy' && !(result.value >= (lowest.get(species)?.value ?? Infinity))) lowest.set(species, result)
  }
  return [...lowest].map(([name, { value, conditions, inputs }]) => ({ name, freeEnergy_eV: value, electrons: Number(conditions.electrons), origin: 'ΔE + ΔZPE − TΔS from calculations', inputs }))
}

/** What calculated states are counted from: 0 eV by definition (nitrate with its correction, protons and electrons as ½H₂ at 0 V). */
export const referenceStates = (calculated: readonly KnownState[]): KnownState[] => (calculated[0] ? [zero('NO3-', 0, calculated[0]), zero('½H2', 1, calculated[0])] : [])
const zero = (name: string, electrons: number, { origin, inputs }: KnownState): KnownState => ({ name, freeEnergy_eV: 0, electrons, origin, inputs })

/** Of the nitrogen species the lower of two at the same number of electrons: the path where nobody has typed one. */
function lowestByElectrons(states: readonly KnownState[]): KnownState[] {
  const lowest = new Map<number, KnownState>()
  for (const state of states) if (state.name.includes('N') && !(state.freeEnergy_eV >= (lowest.get(state.electrons)?.freeEnergy_eV ?? Infinity))) lowest.set(state.electrons, state)
  return [...lowest.values()].sort((a, b) => a.electrons - b.electrons)
}

function unreadable(problem: 'brackets' | 'emptyState' | 'tooMany', text: string, catalyst: string | null): Finding {
  const about = { rule: 'che-path', level: 'error', catalyst, metric: 'dg_step', source: 'the path on the card' } as const
  const path = { path: text.length > 120 ? `${text.slice(0, 120)}…` : text }
  if (problem === 'tooMany') return { ...about, message: message('finding.pathTooMany', 'The path "{path}" branches into more than 32 paths; leave out brackets.', path) }
  if (problem === 'emptyState') return { ...about, message: message('finding.pathEmptyState', 'The path "{path}" lacks a state between two signs; write it as *NO > (*NOH | *HNO) > *N.', path) }
  return { ...about, message: message('finding.pathBrackets', 'The brackets of the path "{path}" do not match; write it as *NO > (*NOH | *HNO) > *N.', path) }
}
