import { describe, expect, it } from 'vitest'
import { findReference } from '../../../src/shared/electrochemistry/referencePotentials'

describe('reference electrodes', () => {
  it.each([
    ['Ag/AgCl sat. KCl', 0.197, false], ['AgAgCl', 0.197, true], ['Ag/AgCl (3 M KCl)', 0.21, false], ['Ag/AgCl, 3.0M KCl', 0.21, false],
    ['vs. Ag/AgCl 1 M KCl', 0.222, false], ['Ag/AgCl (saturated KCl)', 0.197, false], ['SCE', 0.241, false], ['V vs SCE', 0.241, false],
    ['saturated calomel', 0.241, false], ['Hg/HgO', 0.14, true], ['Hg/HgO 1 M KOH', 0.14, false], ['Hg/HgO (0.1 M NaOH)', 0.165, false],
    ['MSE', 0.64, true], ['Hg/Hg2SO4 sat. K2SO4', 0.64, false], ['rhe', 0, false], ['SHE', 0, false], ['NHE', 0, false], ['饱和甘汞电极', 0.241, false]
  ])('%s is %f V vs SHE', (text, potential, assumed) => {
    const found = findReference(text)
    expect([found?.electrode.potential_V, found?.assumedFilling]).toEqual([potential, assumed])
  })
  it.each(['unspecified', '', 'Pt wire', 'Ag/AgCl 3.5 M KCl', 'constructor'])('does not guess %j', (text) => {
    expect(findReference(text)).toBeUndefined()
  })
  it('lets the project override a value or add an electrode', () => {
    expect(findReference('AgAgCl', { 'Ag/AgCl': 0.2 })?.electrode.potential_V).toBe(0.2)
    expect(findReference('AgAgCl', { 'Ag/AgCl sat. KCl': 0.199 })?.electrode.potential_V).toBe(0.199)
    expect(findReference('Pt wire', { 'Pt wire': 0.7 })?.electrode.potential_V).toBe(0.7)
  })
})
