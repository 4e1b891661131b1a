import { paperValue, printedValue } from './paperValues'

/** What the spectra of a catalyst hold. Positions are the paper's where it prints them; all else is made up. */
export interface MechanismPlan {
  readonly catalyst: string
  /** Raman: the potential from which on each adsorbate is seen, V vs RHE; null: never. */
  readonly raman: Readonly<Record<'*NH3' | '*HNH' | '*HNO2', number | null>>
  readonly infrared: Readonly<Record<'*NO2' | '*HNO2' | '*NH2', number | null>>
  /** Share of DMPO–H without and with nitrate. */
  readonly adducts: readonly [without: number, withNitrate: number]
  readonly ru3p_eV: number
  readonly lattice_nm: number
  readonly valenceBand_eV: number
}

const alloy = { raman: { '*NH3': -0.1, '*HNH': -0.2, '*HNO2': -0.2 }, infrared: { '*NO2': -0.1, '*HNO2': -0.2, '*NH2': -0.2 } } as const
const lattice = (catalyst: string): number => printedValue(catalyst, 'lattice_spacing') ?? 0.2056
/** The paper shows the shift of the valence band and prints no number: it follows the printed DFT centres. */
const valence = (catalyst: string): number => (paperValue(catalyst, 'd_band_centre_dft') ?? -2.2) - 1.9

export const mechanismPlan: readonly MechanismPlan[] = [
  { ...alloy, catalyst: 'RuFe-NC', adducts: [42, 9], ru3p_eV: 461.5, lattice_nm: lattice('RuFe-NC'), valenceBand_eV: valence('RuFe-NC') },
  { ...alloy, catalyst: 'RuCo-NC', adducts: [46, 11], ru3p_eV: 461.6, lattice_nm: lattice('RuCo-NC'), valenceBand_eV: valence('RuCo-NC') },
  { ...alloy, catalyst: 'RuNi-NC', adducts: [37, 12], ru3p_eV: 461.5, lattice_nm: lattice('RuNi-NC'), valenceBand_eV: valence('RuNi-NC') },
  { ...alloy, catalyst: 'RuCu-NC', raman: { '*NH3': -0.3, '*HNH': -0.3, '*HNO2': -0.3 }, adducts: [24, 14], ru3p_eV: 461.4, lattice_nm: lattice('RuCu-NC'), valenceBand_eV: valence('RuCu-NC') },
  {
    catalyst: 'Ru-NC', raman: { '*NH3': null, '*HNH': null, '*HNO2': null }, infrared: { '*NO2': -0.3, '*HNO2': null, '*NH2': null }, adducts: [15, 13], ru3p_eV: 461.2, lattice_nm: 0.2056,
    valenceBand_eV: valence('Ru-NC')
  }
]
