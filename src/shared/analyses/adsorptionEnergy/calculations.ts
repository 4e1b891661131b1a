import { nameOf } from '../../electrochemistry/electrolysis'
import type { Entry } from '../../project'
import { partsOfPath } from '../../storedPath'
import { compositionOf } from '../../thermochemistry/referenceReaction'

export type Role = 'slab' | 'adsorbate' | 'molecule'
export interface Calculation {
  readonly entry: Entry
  readonly role: Role
  /** 'NO3'; '' for the clean slab. */
  readonly species: string
  /** Words of the folder that are neither: 'top', 'bridge'. */
  readonly site: string
  readonly isVibration: boolean
  readonly energy_eV: number
}

const vibrationFolder = /^(freq|freqs|frequency|frequencies|vib|vibs|vibration|vibrations|phonon|phonons)$/i
const moleculeFolder = /^(gas|gases|mol|mols|molecule|molecules|reference|references|分子)$/i
const slabWord = /^(slab|clean|bare|surface|surf|substrate)$/i
const filler = /^(slab|clean|bare|surface|surf|substrate|ads|adsorbed|adsorbate|on|with|relax|opt|outcar|vasprun|xml|gz|dos|scf|static|vasp)$/i

/** What a calculation is of, by the names of its folders and file: 'RuFe-NC/slab', 'RuFe-NC/slab_NO3_top', 'RuFe-NC/H/freq', 'molecules/HNO3'. null: no energy, or names that do not say. */
export function calculationOf(entry: Entry): Calculation | null {
  const energy = entry.measurement?.facts.find(({ name }) => name === 'energySigma0_eV')?.value
  const isVibration = entry.measurement?.facts.some(({ name }) => name === 'zeroPointEnergy_eV') ?? false
  if (typeof energy !== 'number') return null
  const segments = partsOfPath(entry.path).slice(-6).reverse()
  const common = { entry, energy_eV: energy, isVibration: isVibration || segments.some((segment) => vibrationFolder.test(segment)) }
  for (const [depth, segment] of segments.entries()) {
    const words = segment.split(/[_@+\s.*()-]+/).filter((word) => word !== '')
    const species = words.find((word) => compositionOf(word) !== null)
    if (species !== undefined) {
      const isMolecule = segments.slice(depth).some((folder) => moleculeFolder.test(folder)) || (entry.fields.catalyst === undefined && !words.some((word) => slabWord.test(word)))
      const site = words.filter((word) => word !== species && !filler.test(word) && !vibrationFolder.test(word) && depth > 0).join(' ')
      return { ...common, role: isMolecule ? 'molecule' : 'adsorbate', species, site: isMolecule ? '' : site }
    }
    if (words.some((word) => slabWord.test(word))) return { ...common, role: 'slab', species: '', site: '' }
  }
  return null
}

export const titleOf = ({ entry }: Calculation): string => partsOfPath(entry.path).slice(-3).join('/') || nameOf(entry)

/** The calculation with the lowest energy of each kind: a relaxation that was started again, or a second file of the same run. */
export function lowest(calculations: readonly Calculation[]): Calculation | undefined {
  return calculations.reduce<Calculation | undefined>((best, next) => (best === undefined || next.energy_eV < best.energy_eV ? next : best), undefined)
}
