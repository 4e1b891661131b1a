import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../src/shared/checks'
import { huang2026Claims, huang2026Outcomes, huang2026Results } from '../../../src/shared/reference/huang2026'

/** The contradictions of the paper, found from its printed numbers alone. */
describe('printed numbers of the reference paper', () => {
  const findings = runChecks({ outcomes: huang2026Outcomes('test'), entries: [], rowsWithoutFile: [], claims: huang2026Claims })
  const of = (rule: string): string[] => findings.filter((finding) => finding.rule === rule).map(({ message }) => message.text)

  it('a zero-order constant in 1/h', () => expect(of('rate-constant-unit')).toEqual([expect.stringContaining('k = 0.0002 1/h of Ru-NC')]))
  it('ammonia at −0.1 V from an electrode whose onset is −0.78 V', () => {
    expect(of('product-before-onset')).toContainEqual(expect.stringContaining('Ru-NC makes NH₃ with 51.42 % at −0.1 V, although its onset is −0.78 V'))
  })
  it('a by-product beside an efficiency of 100 %', () => expect(of('byproduct-at-100')).toEqual([expect.stringMatching(/RuFe-NC .*100 % at −0.1 V/)]))
  it('a contraction that is an expansion', () => expect(of('lattice-contraction')).toEqual([expect.stringContaining('RuCo-NC has 0.208 nm, more than the 0.2056 nm')]))
  it('an onset that does not quite follow the d-band centre', () => {
    expect(of('stated-correspondence')).toEqual([expect.stringContaining('RuFe-NC and RuNi-NC stand the other way round: Spearman 0.9 with n = 5')])
  })
  it('an order of activity that the yields and onsets turn round', () => {
    expect(of('stated-order')).toEqual([expect.stringContaining('by yield_nh3_mass it is RuCo-NC > RuFe-NC'), expect.stringContaining('by onset it is RuCo-NC > RuFe-NC')])
  })
  it('one current in two units', () => expect(of('unit-of-normalisation')).toEqual([expect.stringContaining('mA cm⁻² and mA mg_cat⁻¹ are different things')]))
  it('an assigned band under the D band', () => expect(of('band-overlap')).toEqual([expect.stringContaining('*HNH at 1358 cm⁻¹ lies 23 cm⁻¹ from the D band at 1381 cm⁻¹')]))
  it('but not the battery, whose numbers agree', () => {
    expect(findings.filter(({ rule }) => rule === 'zn-capacity' || rule === 'battery')).toEqual([])
    const value = (metric: string): number => huang2026Results.find((result) => result.metric === metric)!.value
    expect(value('peak_power') / value('j_at_peak_power')).toBeLessThan(value('ocv'))
  })
})
