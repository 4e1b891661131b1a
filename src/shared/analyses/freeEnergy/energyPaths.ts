import type { PathState } from '../../thermochemistry/freeEnergyPath'
import type { StateRow } from './stateRows'

/** A state with where its free energy comes from. */
export interface KnownState extends PathState { readonly origin: string; readonly inputs: readonly string[]; readonly corrections?: readonly Correction[] }
/** What is added to a free energy, and who says so. */
export interface Correction { readonly eV: number; readonly source: string }

export interface EnergyPath {
  readonly pathway: string
  readonly states: readonly KnownState[]
  /** States that lack a number, with what is missing and the file that should have it. */
  readonly missing: readonly { readonly species: string; readonly what: 'energy' | 'electrons'; readonly entry: string | null }[]
}

/** The paths that rows state, in their order. A path of one file and one of another are two, but for what was filled in on the card. */
export function energyPaths(rows: readonly StateRow[]): EnergyPath[] {
  const files = [...new Set(rows.flatMap(({ entry }) => entry ?? []))]
  const groups = new Map<string, StateRow[]>()
  for (const row of rows) {
    const owners = row.entry !== null ? [row.entry] : files.filter((entry) => rows.some((other) => other.entry === entry && isSamePath(other, row)))
    for (const owner of owners.length > 0 ? owners : ['']) {
      const key = `${owner}\n${row.pathway.toLowerCase()}`
      groups.set(key, [...(groups.get(key) ?? []), row])
    }
  }
  return [...groups.values()].map((own) => {
    const states: KnownState[] = []
    const missing: EnergyPath['missing'][number][] = []
    for (const row of own) {
      const { species: name, electrons, correction, source, entry } = row
      const { value, how } = freeEnergyOf(row)
      if (!Number.isFinite(value + correction)) missing.push({ species: name, what: 'energy', entry })
      else if (!Number.isFinite(electrons)) missing.push({ species: name, what: 'electrons', entry })
      else states.push({ name, freeEnergy_eV: value + correction, electrons, origin: `${how} ${entry === null ? 'as filled in on the card' : 'of the table'}${correctionText(name, correction, source)}`, inputs: entry === null ? [] : [entry], ...(correction === 0 ? {} : { corrections: [{ eV: correction, source }] }) })
    }
    return { pathway: own[0]!.pathway, states, missing }
  })
}

/** ΔG as stated, else ΔE + ΔZPE − TΔS; an empty cell of a column that is there makes it unknown. */
function freeEnergyOf({ G, E, ZPE, TS }: StateRow): { readonly value: number; readonly how: string } {
  if (G !== undefined && Number.isFinite(G)) return { value: G, how: 'ΔG' }
  return { value: (E ?? NaN) + (ZPE ?? 0) - (TS ?? 0), how: ['ΔE', ...(ZPE === undefined ? [] : [' + ΔZPE']), ...(TS === undefined ? [] : [' − TΔS'])].join('') }
}

const isSamePath = (a: StateRow, b: StateRow): boolean => a.pathway.toLowerCase() === b.pathway.toLowerCase()

/** '; *NO +0.12 eV (ACS Catal. 2022)', nothing for no correction. */
export const correctionText = (species: string, correction_eV: number, source: string): string =>
  (correction_eV === 0 ? '' : `; ${species} ${correction_eV > 0 ? '+' : '\u2212'}${Math.abs(correction_eV)} eV${source === '' ? '' : ` (${source})`}`)
