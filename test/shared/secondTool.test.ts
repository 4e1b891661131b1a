import { describe, expect, it } from 'vitest'
import { kramersKronig } from '../../src/shared/analyses/impedance/kramersKronig'
import { airPls } from '../../src/shared/spectroscopy/airPls'
import { derivativeSpectrum, linesOf, spinAdducts } from '../../src/shared/spectroscopy/spinAdducts'

// The numbers below were computed once with numpy 2.4.6 and scipy 1.17.1 (own scripts, nothing of this program in them).
describe('against a second computation', () => {
  it('airPLS: the same equations solved by a general sparse LU (scipy.sparse.linalg.spsolve)', () => {
    const spectrum = Array.from({ length: 1000 }, (_, i) => 200 + 2 * i).map((x) =>
      500 * Math.exp(-x / 900) + 120 * Math.exp(-(((x - 1381) / 60) ** 2)) + 90 * Math.exp(-(((x - 1591) / 35) ** 2)) + 0.02 * x + 3 * Math.sin(x / 7.3))
    const baseline = airPls(spectrum, 1e6)
    for (const [row, value] of [[0, 396.758548], [150, 294.635961], [400, 181.286531], [590, 136.587084], [695, 117.240569], [850, 95.562332], [999, 84.255427]] as const) expect(baseline[row], `row ${row}`).toBeCloseTo(value, 4)
  })

  // −1/π ∫ t·exp(−Γt)·g(t)·sin(Bt) dt with g the product of the nuclei's cosines (scipy.integrate.quad): no list of lines is made.
  const fields = [-40.1, -22.9, -16.0, -7.0, -0.7, 0.4, 5.5, 15.3, 21.9, 38.6]
  it.each([
    ['DMPO–H', [0.01158765, 0.014754158, -0.03127297, 0.012945134, 0.031138252, -0.028587329, 0.01501098, 0.020874354, 0.015283214, 0.014314169]],
    ['DMPO–OH', [2.8408e-5, 0.031798545, -4.6847e-5, -0.060288406, -2.91646e-4, 1.63613e-4, 0.017956882, -1.59596e-4, 0.030085131, -3.5511e-5]],
    ['DMPO–OOH', [2.2721e-5, 0.005006652, -0.001144559, 0.002639341, -5.0871e-4, 2.82523e-4, 0.005669135, 4.6641e-4, -0.014254847, -2.7587e-5]]
  ] as const)('%s: its spectrum as the Fourier transform of its decay', (name, expected) => {
    const spectrum = derivativeSpectrum(fields, 0, 1.2, linesOf(spinAdducts.find((adduct) => adduct.name === name)!))
    expected.forEach((value, i) => expect(spectrum[i], `at ${fields[i]} G`).toBeCloseTo(value, 7))
  })
  it('DMPO–H has nine lines of 1:1:2:1:2:1:2:1:1, DMPO–OH four of 1:2:2:1, DMPO–OOH twelve', () => {
    const weights = (name: string) => linesOf(spinAdducts.find((adduct) => adduct.name === name)!).map(({ weight }) => Math.round(weight * 12))
    expect(weights('DMPO–H')).toEqual([1, 1, 2, 1, 2, 1, 2, 1, 1])
    expect(weights('DMPO–OH')).toEqual([2, 4, 4, 2])
    expect(weights('DMPO–OOH')).toEqual(Array.from({ length: 12 }, () => 1))
  })

  // Voigt chain with µ criterion by singular values (numpy.linalg.lstsq) instead of normal equations.
  const impedance = (drift: number) => {
    const points = Array.from({ length: 61 }, (_, k) => {
      const frequency = 10 ** (5 - 0.1 * k)
      const omega = 2 * Math.PI * frequency
      // R_s 5 Ω, 0.1 µH, 40 Ω ∥ CPE (Q 2·10⁻⁴ F s⁻¹, α 0.9 of the product)
      const [modulus, angle] = [(omega * 2e-4 * 40) ** 0.9, (0.9 * Math.PI) / 2]
      const [a, b] = [1 + modulus * Math.cos(angle), modulus * Math.sin(angle)]
      const [re, im] = [5 + (40 * a) / (a * a + b * b), omega * 1e-7 - (40 * b) / (a * a + b * b)]
      const [c, d] = [1 + 0.004 * Math.sin(1.7 * k), 0.003 * Math.cos(2.3 * k)]
      const factor = k >= 45 ? 1 + drift : 1
      return { frequency, re: factor * (re * c - im * d), im: factor * (re * d + im * c) }
    })
    return kramersKronig({ frequency_Hz: points.map(({ frequency }) => frequency), re_ohm: points.map(({ re }) => re), im_ohm: points.map(({ im }) => im) })
  }
  it('Kramers–Kronig residuals of a spectrum with 0.4 % of noise, and of one whose resistance drifts by 5 %', () => {
    expect(impedance(0)).toEqual({ largest_percent: expect.closeTo(0.468744, 3), rms_percent: expect.closeTo(0.351542, 3), elements: 25 })
    expect(impedance(0.05)).toEqual({ largest_percent: expect.closeTo(2.907845, 3), rms_percent: expect.closeTo(1.101551, 3), elements: 16 })
  })
})
