import type { MOLAR_MASS_G_PER_MOL } from '../constants'

export type Analyte = 'NH3' | 'NO2' | 'NO3' | 'H2'
export type Basis = keyof typeof MOLAR_MASS_G_PER_MOL

const analytes = new Map<string, Analyte>([
  ['nh3', 'NH3'], ['nh4', 'NH3'], ['ammonia', 'NH3'], ['ammonium', 'NH3'], ['氨', 'NH3'], ['铵', 'NH3'], ['氨氮', 'NH3'],
  ['no2', 'NO2'], ['nitrite', 'NO2'], ['亚硝酸盐', 'NO2'], ['亚硝酸根', 'NO2'],
  ['no3', 'NO3'], ['nitrate', 'NO3'], ['硝酸盐', 'NO3'], ['硝酸根', 'NO3'],
  ['h2', 'H2'], ['hydrogen', 'H2'], ['氢气', 'H2']
])

/** The analyte that a written name means ('NH4+', 'NO2-', 'nitrite', 'NH₃-N'), undefined when unknown. */
export function analyteOf(text: string): Analyte | undefined {
  const letters = text.normalize('NFKC').toLowerCase().replace(/[\s_+\-−–⁺⁻()]/g, '')
  return analytes.get(letters) ?? (letters.endsWith('n') ? analytes.get(letters.slice(0, -1)) : undefined)
}

const bases = new Map<string, Basis>([
  ['nh3', 'NH3'], ['nh4', 'NH4+'], ['nh3n', 'NH3-N'], ['nh4n', 'NH4+-N'], ['nh4cl', 'NH4Cl'], ['no2', 'NO2-'], ['no2n', 'NO2--N'],
  ['nano2', 'NaNO2'], ['no3', 'NO3-'], ['no3n', 'NO3--N'], ['kno3', 'KNO3'], ['h2', 'H2'], ['n', 'N']
])

/** The species that a concentration is stated in ('NH4-N', 'NH4+', 'NO2⁻', 'KNO3'), undefined when unknown. */
export function basisOf(text: string): Basis | undefined {
  return bases.get(text.normalize('NFKC').toLowerCase().replace(/^as\s/, '').replace(/[\s_+\-−–⁺⁻()]/g, ''))
}

/** The ion or molecule that results are stated for. */
export const ownBasis = { NH3: 'NH3', NO2: 'NO2-', NO3: 'NO3-', H2: 'H2' } as const satisfies Record<Analyte, Basis>
