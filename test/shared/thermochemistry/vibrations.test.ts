import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { harmonicCorrection } from '../../../src/shared/thermochemistry/vibrations'

describe('harmonic corrections', () => {
  // *H, *OH and *CO: modes of published calculations, values by ASE's HarmonicThermo at 298.15 K (modes above 12 cm⁻¹).
  it.each([
    [[459.5, 563, 995.3], 0.125088, 0.012922, 0.017852]
  ])('give ASE\u2019s numbers for %j', (modes, zpe, thermal, entropy) => {
    const found = harmonicCorrection(modes, 298.15, 12)
    expect(found.zeroPointEnergy_eV).toBeCloseTo(zpe, 6)
    expect(found.thermalEnergy_eV).toBeCloseTo(thermal, 6)
    expect(found.entropyTerm_eV).toBeCloseTo(entropy, 6)
  })
  it('raise low modes to the floor for entropy, not for the zero point', () => {
    const [low, floor] = [harmonicCorrection([5], 298.15, 50), harmonicCorrection([50], 298.15, 50)]
    expect(low.entropyTerm_eV).toBe(floor.entropyTerm_eV)
    expect(low.zeroPointEnergy_eV).toBeCloseTo(floor.zeroPointEnergy_eV / 10, 12)
    expect([low.clamped, floor.clamped]).toEqual([1, 0])
  })
  it('give less entropy to stiffer modes', () => {
    fc.assert(fc.property(fc.double({ min: 60, max: 3000, noNaN: true }), (mode) => {
      expect(harmonicCorrection([mode * 1.1], 298.15, 50).entropyTerm_eV).toBeLessThan(harmonicCorrection([mode], 298.15, 50).entropyTerm_eV)
    }))
  })
  it('refuse an imaginary mode given as a negative number', () => expect(() => harmonicCorrection([-100], 298.15, 50)).toThrow(RangeError))
})
