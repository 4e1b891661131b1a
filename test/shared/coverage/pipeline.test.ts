import { expect, it, describe } from 'vitest'
import { analyses } from '../../../src/shared/analyses'
import type { Random } from '../../../src/shared/simulate/random'
import { column, measurement, project, type Given } from '../analyses/project'
import { coverageOf } from './coverageOf'

const FARADAY = 96485.33212
const only = (...ids: string[]) => analyses.filter(({ id }) => ids.includes(id))

/** From absorbances with scatter to the efficiency: the assay is the only thing that varies, so its degrees of freedom count. */
describe('through the whole engine the stated uncertainty holds the truth', () => {
  it('of Faradaic efficiency and yield', () => {
    const [slope, intercept, noise, concentration, dilution, volume_mL, charge_C] = [0.3682, 0.0213, 0.002, 1.05, 50, 30, -75.4]
    const mass_ug = concentration * dilution * volume_mL
    const truth = { fe: (100 * 8 * FARADAY * mass_ug * 1e-6) / 17.031 / -charge_C, yield_: mass_ug / 1000 / 2 / 0.4 }
    const t = Array.from({ length: 121 }, (_, i) => i * 60)
    const trace = measurement('CA', [column('time', 's', t), column('current', 'A', t.map(() => charge_C / 7200))])
    const given = (random: Random): Given[] => {
      const read = (c: number): number => intercept + slope * c + noise * random.normal()
      return [
        ...[0, 0.2, 0.4, 0.8, 1.2, 1.6, 2].map((c): Given => ({ fields: { role: 'standard', analyte: 'NH3', concentration_ug_mL: c, absorbance: read(c) } })),
        { path: 'RuFe-NC_CA.txt', fields: { catalyst: 'RuFe-NC', run: 'R1', potential_V: -0.3, reference: 'RHE', area_cm2: 1, mass_mg: 0.4, volume_mL, time_h: 2 }, measured: trace },
        ...[1, 2, 3].map((): Given => ({ fields: { catalyst: 'RuFe-NC', run: 'R1', analyte: 'NH3', dilution, absorbance: read(concentration) } }))
      ]
    }
    const used = only('calibration', 'electrolysis-charge', 'faradaic-efficiency', 'ammonia-yield')
    const shares = coverageOf('efficiency', 300, (random) => {
      const { outcomes } = project(given(random), used)
      const result = (metric: string) => outcomes.flatMap((outcome) => outcome.results).find((one) => one.metric === metric)!
      const [fe, rate] = [result('fe_nh3'), result('yield_nh3_mass')]
      return [{ value: fe.value, u: fe.u, truth: truth.fe, degreesOfFreedom: 5 }, { value: rate.value, u: rate.u, truth: truth.yield_, degreesOfFreedom: 5 }]
    })
    for (const share of shares.values()) {
      expect(share).toBeGreaterThanOrEqual(92)
      expect(share).toBeLessThanOrEqual(98)
    }
  }, 240_000)
})
