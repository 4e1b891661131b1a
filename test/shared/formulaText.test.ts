import { describe, expect, it } from 'vitest'
import { formulaText } from '../../src/shared/formulaText'

describe('formulas that were typed', () => {
  it.each([
    ['RuCl3', 'RuCl₃'], ['FeCl3·6H2O', 'FeCl₃·6H₂O'], ['Ru(NO)(NO3)3', 'Ru(NO)(NO₃)₃'], ['La0.6Sr0.4CoO3', 'La₀.₆Sr₀.₄CoO₃'], ['Co(NO3)2, 10 g', 'Co(NO₃)₂, 10 g'], ['H2/N2', 'H₂/N₂'], ['0.1 M KNO3', '0.1 M KNO₃'], ['C10H16', 'C₁₀H₁₆'], ['CO2', 'CO₂']
  ])('%s is printed %s', (typed, printed) => expect(formulaText(typed)).toBe(printed))
  it.each(['urea', 'PEG 4000', 'S1', 'r2', 'NC800', 'NaCl', 'HCl', 'batch B12', 'Ru-NC', '(101)', 'Xx2O3', 'C1s', 'P25', 'Nafion 117', '2 M', ''])('%s stays as it is', (typed) => expect(formulaText(typed)).toBe(typed))
})
