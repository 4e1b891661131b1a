import type { Measurement } from '../../measurement'
import type { PathState } from '../../thermochemistry/freeEnergyPath'

/** A state with where its free energy comes from. */
export interface KnownState extends PathState { readonly origin: string; readonly inputs: readonly string[] }

export interface EnergyPath {
  readonly pathway: string
  readonly states: readonly KnownState[]
  /** States that lack a number, with what is missing. */
  readonly missing: readonly { readonly species: string; readonly what: 'energy' | 'electrons' }[]
}

/** The paths that a table of energies states for one catalyst (rows without a catalyst hold for every one), in the order of their rows. */
export function energyPaths(table: Measurement, catalyst: string, entry: string): EnergyPath[] {
  const find = (name: string) => table.columns.find((column) => column.name === name)
  const [names, pathways, species, G, E, ZPE, TS, electrons, corrections, sources] = ['catalyst', 'pathway', 'species', 'G', 'E', 'ZPE', 'TS', 'electrons', 'correction', 'correction source'].map(find)
  const text = (column: typeof names, row: number): string => column?.labels?.[column.values[row] ?? -1] ?? ''
  const rows = Array.from({ length: species?.values.length ?? 0 }, (_, row) => row).filter((row) => text(species, row) !== '' && (!names || text(names, row) === '' || sameName(text(names, row), catalyst)))
  const groups = new Map<string, number[]>()
  for (const row of rows) groups.set(text(pathways, row), [...(groups.get(text(pathways, row)) ?? []), row])
  const origin = G ? 'ΔG of the table' : 'ΔE + ΔZPE − TΔS of the table'
  return [...groups].map(([pathway, own]) => {
    const states: KnownState[] = []
    const missing: EnergyPath['missing'][number][] = []
    for (const row of own) {
      const name = text(species, row)
      const free = Number.isFinite(G?.values[row]) ? G!.values[row]! : (E?.values[row] ?? NaN) + (ZPE ? ZPE.values[row]! : 0) - (TS ? TS.values[row]! : 0)
      const correction = Number.isFinite(corrections?.values[row]) ? corrections!.values[row]! : 0
      const count = electrons?.values[row] ?? NaN
      if (!Number.isFinite(free)) missing.push({ species: name, what: 'energy' })
      else if (!Number.isFinite(count)) missing.push({ species: name, what: 'electrons' })
      else states.push({ name, freeEnergy_eV: free + correction, electrons: count, origin: `${origin}${correctionText(name, correction, text(sources, row))}`, inputs: [entry] })
    }
    return { pathway, states, missing }
  })
}

/** '; *NO +0.12 eV (ACS Catal. 2022)', nothing for no correction. */
export const correctionText = (species: string, correction_eV: number, source: string): string =>
  (correction_eV === 0 ? '' : `; ${species} ${correction_eV > 0 ? '+' : '\u2212'}${Math.abs(correction_eV)} eV${source === '' ? '' : ` (${source})`}`)

const sameName = (a: string, b: string): boolean => a.trim().toLowerCase().replace(/[\s_]/g, '-') === b.trim().toLowerCase()
