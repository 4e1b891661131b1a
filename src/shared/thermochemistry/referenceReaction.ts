/** How a species of N, O and H is made of HNO₃(g), H₂ and H₂O: X = nitricAcid·HNO3 + hydrogen·H2 + water·H2O. */
export interface ReferenceReaction { readonly nitricAcid: number; readonly hydrogen: number; readonly water: number }

/** 'HNO2' → { N: 1, O: 2, H: 1 }; null for anything but N, O and H. */
export function compositionOf(formula: string): { readonly N: number; readonly O: number; readonly H: number } | null {
  if (!/^(?:[NOH]\d?){1,6}$/.test(formula)) return null
  const count = { N: 0, O: 0, H: 0 }
  for (const [, element, number] of formula.matchAll(/([NOH])(\d?)/g)) count[element as 'N' | 'O' | 'H'] += number === '' ? 1 : Number(number)
  return count
}

/**
 * Nitrogen from nitric acid, oxygen with water, hydrogen with H₂. Twice `hydrogen` is the number of (H⁺ + e⁻) that NO₃⁻ has taken up on the
 * way to the species: −1 for *NO3, 8 for NH3. RangeError for other elements.
 */
export function referenceReaction(formula: string): ReferenceReaction {
  const composition = compositionOf(formula)
  if (!composition) throw new RangeError(`${formula} holds more than nitrogen, oxygen and hydrogen`)
  const { N, O, H } = composition
  const water = O - 3 * N
  return { nitricAcid: N, water, hydrogen: (H - N) / 2 - water }
}

/** Gas molecules at 298.15 K, eV: ZPE (NIST CCCBDB, rounded) and T·S° (NIST-JANAF; water at 0.035 bar, where it is in equilibrium with the liquid). */
export const moleculeCorrections: Readonly<Record<'HNO3' | 'H2' | 'H2O', { readonly zeroPointEnergy_eV: number; readonly entropyTerm_eV: number }>> = {
  HNO3: { zeroPointEnergy_eV: 0.71, entropyTerm_eV: 0.823 },
  H2: { zeroPointEnergy_eV: 0.27, entropyTerm_eV: 0.404 },
  H2O: { zeroPointEnergy_eV: 0.56, entropyTerm_eV: 0.67 }
}
