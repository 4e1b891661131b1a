import { describe, expect, it } from 'vitest'
import { analyses } from '../../../src/shared/analyses'
import { MOLAR_MASS_G_PER_MOL } from '../../../src/shared/constants'
import type { FieldValues } from '../../../src/shared/metadata/fields'
import { column, measurement, project, type Given } from './project'

const concentrations = [0, 0.2, 0.4, 0.8, 1.2, 1.6, 2]
const absorbances = [0.021, 0.095, 0.168, 0.318, 0.461, 0.612, 0.757]
const standards = (analyte: string): Given[] => concentrations.map((c, i) => ({ fields: { role: 'standard', analyte, concentration_ug_mL: c, absorbance: absorbances[i]! } }))

// The line of these standards by the textbook sums, apart from the program's own.
const n = concentrations.length
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const [x0, y0] = [mean(concentrations), mean(absorbances)]
const sxx = concentrations.reduce((sum, c) => sum + (c - x0) ** 2, 0)
const b = concentrations.reduce((sum, c, i) => sum + (c - x0) * (absorbances[i]! - y0), 0) / sxx
const a = y0 - b * x0
const s = Math.sqrt(absorbances.reduce((sum, y, i) => sum + (y - a - b * concentrations[i]!) ** 2, 0) / (n - 2)) / b
const read = (absorbance: number): number => (absorbance - a) / b

const trace = measurement('CA', [column('time', 's', [0, 3600, 7200]), column('current', 'A', [-0.01, -0.01, -0.01])])
const run: Given = { path: 'RuFe-NC_CA.txt', fields: { catalyst: 'RuFe-NC', run: 'R1', potential_V: -0.3, reference: 'RHE', area_cm2: 1, mass_mg: 0.4, volume_mL: 30, time_h: 2, nitrate_M: 0.1 }, measured: trace }
const reading = (fields: FieldValues): Given => ({ fields: { catalyst: 'RuFe-NC', run: 'R1', analyte: 'NH3', dilution: 50, ...fields } })
const one = (given: readonly Given[], metric: string) => project(given, analyses).outcomes.flatMap((outcome) => outcome.results).find((result) => result.metric === metric)
const close = (value: number | null | undefined, expected: number): void => expect(Math.abs((value ?? NaN) / expected - 1)).toBeLessThan(1e-9)
/** mg in 30 mL of µg/mL. */
const mg = (ug_mL: number): number => ug_mL * 0.03

describe('numbers read from one calibration line', () => {
  it('a blank of the same dilution takes the error of the line’s height with it', () => {
    const found = one([...standards('NH3'), run, reading({ absorbance: 0.402 }), reading({ role: 'blank', absorbance: 0.03 })], 'nh3_mass')
    const difference = read(0.402) - read(0.03)
    close(found?.value, mg(50 * difference))
    close(found?.u, mg(50 * s * Math.sqrt(2 + difference ** 2 / sxx)))
    close(found?.u, Math.hypot(...found!.budget!.map((part) => part.u)))
    expect(found?.budget?.map((part) => part.source)).toEqual(['reading of NH3', 'blank of NH3', 'calibration line of NH3'])
  })

  it('two dilutions of one sample err together in the line, apart in their readings', () => {
    const found = one([...standards('NH3'), run, reading({ absorbance: 0.402, dilution: 50 }), reading({ absorbance: 0.212, dilution: 100 })], 'nh3_mass')
    const [c1, c2] = [read(0.402), read(0.212)]
    close(found?.value, mg((50 * c1 + 100 * c2) / 2))
    const [own1, own2, height, slope] = [50, 100, 150 / Math.sqrt(n), (50 * (c1 - x0) + 100 * (c2 - x0)) / Math.sqrt(sxx)]
    close(found?.u, mg((s / 2) * Math.hypot(own1, own2, height, slope)))
  })

  it('a concentration of another instrument beside an absorbance counts as much as it', () => {
    const found = one([...standards('NH3'), run, reading({ absorbance: 0.402 }), reading({ concentration_ug_mL: 1.2 })], 'nh3_mass')
    close(found?.value, mg((50 * (read(0.402) + 1.2)) / 2))
    // A single concentration states no uncertainty, so that of the mean is not known.
    expect(found?.u).toBeNull()
  })

  it('conversion knows that start and end were read from one line', () => {
    const nitrate = (time_h: number, absorbance: number): Given => reading({ analyte: 'NO3', time_h, absorbance, dilution: 100 })
    const given = [...standards('NO3'), run, nitrate(0, 0.7), nitrate(2, 0.5)]
    const [first, last] = [read(0.7), read(0.5)]
    const found = one(given, 'conversion')
    close(found?.value, (100 * (first - last)) / first)
    const [ofFirst, ofLast] = [last / first ** 2, -1 / first]
    close(found?.u, 100 * s * Math.hypot(ofFirst, ofLast, (ofFirst + ofLast) / Math.sqrt(n), (ofFirst * (first - x0) + ofLast * (last - x0)) / Math.sqrt(sxx)))
  })

  it('selectivity and N balance know what their parts have in common, and what not', () => {
    const nitrate = (time_h: number, absorbance: number): Given => reading({ analyte: 'NO3', time_h, absorbance, dilution: 100 })
    const given = [...['NH3', 'NO2', 'NO3'].flatMap(standards), run, nitrate(0, 0.7), nitrate(2, 0.1), reading({ absorbance: 0.402 }), reading({ analyte: 'NO2', absorbance: 0.3 })]
    /** A single reading of its own line, mol per mL (× 10⁶), with its textbook uncertainty. */
    const amount = (absorbance: number, dilution: number, molarMass: number): readonly [value: number, u: number] =>
      [(read(absorbance) * dilution) / molarMass, (s * Math.sqrt(1 + 1 / n + (read(absorbance) - x0) ** 2 / sxx) * dilution) / molarMass]
    const [ammonia, nitrite] = [amount(0.402, 50, MOLAR_MASS_G_PER_MOL.NH3), amount(0.3, 50, MOLAR_MASS_G_PER_MOL['NO2-'])]
    const [first, last, perUg] = [read(0.7), read(0.1), 100 / MOLAR_MASS_G_PER_MOL['NO3-']]
    const selectivity = one(given, 'selectivity_nh3')
    close(selectivity?.value, (100 * ammonia[0]) / ((first - last) * perUg))
    close(selectivity!.u! / selectivity!.value, Math.hypot(ammonia[1] / ammonia[0], (s * Math.sqrt(2 + (first - last) ** 2 / sxx)) / (first - last)))
    const balance = one(given, 'n_balance')
    const share = (last * perUg + ammonia[0] + nitrite[0]) / (first * perUg)
    close(balance?.value, 100 * share)
    const ofNitrate = (s / first) * Math.hypot(share, 1, (1 - share) / Math.sqrt(n), (last - x0 - share * (first - x0)) / Math.sqrt(sxx))
    close(balance?.u, 100 * Math.hypot(ofNitrate, ammonia[1] / (first * perUg), nitrite[1] / (first * perUg)))
  })

  it('a blank whose uncertainty nobody knows leaves that of the product unknown', () => {
    const found = one([...standards('NH3'), run, reading({ absorbance: 0.402 }), reading({ role: 'blank', concentration_ug_mL: 0.05, dilution: 1 })], 'nh3_mass')
    close(found?.value, mg(50 * read(0.402) - 0.05))
    expect(found?.u).toBeNull()
  })

  it('the blank of NO₃⁻ is taken off in the balance and in the kinetics', () => {
    const nitrate = (time_h: number, absorbance: number): Given => reading({ analyte: 'NO3', time_h, absorbance, dilution: 100 })
    const given = [...standards('NO3'), run, nitrate(0, 0.7), nitrate(1, 0.6), nitrate(2, 0.5)]
    const blank = reading({ analyte: 'NO3', role: 'blank', absorbance: 0.1, dilution: 100 })
    const without = one(given, 'k_zero_normalised')!
    const within = one([...given, blank], 'k_zero_normalised')!
    close(within.value / without.value, read(0.7) / (read(0.7) - read(0.1)))
    close(one([...given, blank], 'conversion')?.value, (100 * (read(0.7) - read(0.5))) / (read(0.7) - read(0.1)))
  })
})

describe('what a sample and a trace do not hold', () => {
  const said = (given: readonly Given[]): string => project(given, analyses).outcomes.flatMap((outcome) => outcome.findings).map((finding) => finding.message.text).join('\n')
  const blank = reading({ role: 'blank', absorbance: 0.1 })

  it('a sample at its blank proves no product, and a negative one contradicts nothing', () => {
    const below = said([...standards('NH3'), run, reading({ absorbance: 0.05 }), blank])
    expect(below).toContain('no NH3 is proven')
    expect(below).not.toContain('disagree')
    const levels = (given: readonly Given[]) => project(given, analyses).outcomes.flatMap((outcome) => outcome.findings).filter(({ rule }) => rule === 'not-above-blank').map(({ level, message }) => [level, message.text.includes('3 u of the blank (not known)')])
    expect(levels([...standards('NH3'), run, reading({ absorbance: 0.05 }), blank])[0]).toEqual(['error', false])
    expect(levels([...standards('NH3'), run, reading({ absorbance: 0.05 }), reading({ role: 'blank', concentration_ug_mL: 30, dilution: 1 })])[0]).toEqual(['error', true])
    expect(said([...standards('NH3'), run, reading({ absorbance: 0.4 }), blank])).not.toContain('proven')
  })

  it('a trace without charge is named as such, not as missing', () => {
    const still = { ...run, measured: measurement('CA', [column('time', 's', [0, 3600, 7200]), column('current', 'A', [0, 0, 0])]) }
    const needs = project([...standards('NH3'), still, reading({ absorbance: 0.4 })], analyses).of('faradaic-efficiency', 'RuFe-NC').needs.map(({ message }) => message.text)
    expect(needs).toEqual([expect.stringContaining('not zero')])
  })
})
