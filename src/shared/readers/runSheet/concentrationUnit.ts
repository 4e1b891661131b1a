import { MOLAR_MASS_G_PER_MOL } from '../../constants'
import { analyteOf, basisOf, ownBasis, type Basis } from '../../electrochemistry/species'
import { unitScale } from './unitFactor'

/** A concentration as its header or its cell states it. `factor` leads to µg/mL, of an amount per volume to mM. */
export interface ConcentrationUnit { readonly factor: number; readonly isMolar: boolean; /** 'mg/L NH3-N' states it. */ readonly basis?: Basis }

const behind = /^(.+?)(?:[\s_]+(?:as|of)?\s*|[\s_]*\()([\p{L}(][\p{L}\d₀-₉⁺⁻+()-]*?)\)?$/u
const inside = /^([munµμ]?(?:g|mol))[\s-]([\p{L}\d₀-₉⁺⁻+-]+)\/([mu]?L|dm3|dm³)$/u

/** null for a unit that is none of a concentration. */
export function concentrationUnit(unit: string): ConcentrationUnit | null {
  const plain = withoutSpecies(unit)
  if (plain) return plain
  const text = unit.normalize('NFKC').trim()
  const [, head, species] = behind.exec(text) ?? []
  const [, amount, middle, volume] = inside.exec(text) ?? []
  const basis = basisOf(species ?? middle ?? '')
  const scale = basis && withoutSpecies(species === undefined ? `${amount}/${volume}` : head!)
  return scale ? { ...scale, basis } : null
}

function withoutSpecies(unit: string): ConcentrationUnit | null {
  const mass = unitScale(unit, 'ug/mL')
  if (mass) return { factor: mass.factor, isMolar: false }
  const molar = /mol|molar|^\s*[munµμ]?M\s*$/.test(unit) ? unitScale(unit, 'M') : null
  return molar && { factor: molar.factor * 1000, isMolar: true }
}

export interface ReadingRow { readonly basis: string | undefined; readonly analyte: string | undefined }

/**
 * µg/mL of the row's own basis, with the basis that it is stated in where the row does not say it itself: the molar mass of the stated species, else of
 * the analyte's own, of which a mole is a mole. A problem where neither is known.
 */
export function inMicrogramsPerMl(value: number, { factor, isMolar, basis }: ConcentrationUnit, row: ReadingRow): { readonly value: number; readonly basis: Basis } | { readonly problem: string } {
  const written = row.basis === undefined ? undefined : basisOf(row.basis)
  if (row.basis !== undefined && written === undefined) return { problem: `the molar mass of the basis "${row.basis}" is not known; write NH3, NH4+, NH3-N, NO2-, NO3- … or the concentration in ug/mL.` }
  if (basis !== undefined && written !== undefined && basis !== written) return { problem: `its unit says ${basis}, its basis ${row.basis}; correct one of them.` }
  const analyte = row.analyte === undefined ? undefined : analyteOf(row.analyte)
  const species = basis ?? written ?? (analyte && ownBasis[analyte])
  if (species === undefined) return { problem: `${value} is an amount per volume: write the analyte or the basis (NH3, NH4+, NO2-, …) beside it, whose molar mass is needed.` }
  return { value: value * factor * (isMolar ? MOLAR_MASS_G_PER_MOL[species] : 1), basis: species }
}
