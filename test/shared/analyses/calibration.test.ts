import { describe, expect, it } from 'vitest'
import type { FieldValues } from '../../../src/shared/metadata/fields'
import { ammoniaYield } from '../../../src/shared/analyses/ammoniaYield'
import { calibration } from '../../../src/shared/analyses/calibration'
import { electrolysisCharge } from '../../../src/shared/analyses/electrolysisCharge'
import { calibrationOf, inverse } from '../../../src/shared/electrochemistry/calibrationFit'
import { column, measurement, project, texts, type Given } from './project'

const indophenol = [[0, 0.021], [0.2, 0.095], [0.4, 0.168], [0.8, 0.318], [1.2, 0.461], [1.6, 0.612], [2, 0.757]] as const
const standard = (c: number, a: number, more: FieldValues = {}): Given =>
  ({ fields: { role: 'standard', analyte: 'NH3', concentration_ug_mL: c, absorbance: a, basis: 'NH3', ...more } })
const typed = indophenol.map(([c, a]) => standard(c, a))
const run = (given: readonly Given[], settings = {}) => project(given, [calibration], { settings }).of('calibration')

describe('calibration of the assays', () => {
  it('gives the worked example, with n, units and the analyte', () => {
    const outcome = run(typed)
    const found = Object.fromEntries(outcome.results.map((result) => [result.metric, result]))
    const expected = { cal_slope: 0.36819965870307186, cal_intercept: 0.02130887372013668, cal_r2: 0.9999723004585239, cal_lod: 0.014213499755072268, cal_loq: 0.04307121137900688 }
    for (const [metric, value] of Object.entries(expected)) {
      expect(Math.abs((found[metric]?.value ?? NaN) / value - 1)).toBeLessThan(1e-9)
      expect(found[metric]).toMatchObject({ catalyst: null, n: 7, conditions: { analyte: 'NH3' }, inputs: ['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7'] })
    }
    expect(found.cal_slope?.u).toBeCloseTo(0.0008666438997986393, 12)
    const fit = calibrationOf(outcome, 'NH3')
    expect(fit && inverse(fit, [0.402, 0.398, 0.405])).toMatchObject({ concentration: expect.closeTo(1.0330204929746087, 9), u: expect.closeTo(0.002992350792510361, 9) })
    expect(outcome.findings).toEqual([])
  })
  it('reads a spectrum at the wavelength of the assay, in any order and unit of rows', () => {
    const spectra = indophenol.map(([c, a], i): Given => {
      const nm = i % 2 ? [700, 656, 654, 600] : [600, 654, 656, 700]
      return {
        path: `std${c}ppm.csv`, fields: { role: 'std', analyte: 'NH4+', concentration_ug_mL: c, basis: 'NH3' },
        measured: measurement('UVVIS', [column('wavelength', 'nm', nm), column('absorbance', 'Abs', nm.map((x) => a - (x - 655) / 1000))])
      }
    })
    expect(run(spectra).results[0]?.value).toBeCloseTo(0.36819965870307186, 10)
    const short = { ...spectra[0]!, measured: measurement('UVVIS', [column('wavelength', 'nm', [400, 500]), column('absorbance', 'Abs', [1, 1])]) }
    const partial = run([short, ...spectra.slice(1)])
    expect(partial.results[0]?.n).toBe(6)
    expect(texts(partial.findings)[0]).toContain('655 nm')
  })
  it('subtracts twice the background of nitrate', () => {
    const spectra = [1, 2, 3].map((c): Given => ({
      fields: { role: 'standard', analyte: 'NO3', concentration_ug_mL: c, basis: 'NO3-' },
      measured: measurement('UVVIS', [column('wavelength', 'nm', [220, 275]), column('absorbance', '', [0.2 * c + 0.02, 0.01])])
    }))
    const results = run(spectra).results
    expect(results[0]?.value).toBeCloseTo(0.2, 10)
    expect(results[1]?.value).toBeCloseTo(0, 10)
  })
  it('keeps analytes apart and converts standards of mixed basis', () => {
    const mixed = [standard(1, 0.1), standard(2, 0.2), standard(3 * 14.007 / 17.031, 0.3, { basis: 'NH3-N' }), standard(1, 0.4, { analyte: 'NO2', basis: 'NO2-' }), standard(2, 0.8, { analyte: 'NO2', basis: 'NO2-' })]
    const outcome = run(mixed)
    expect(outcome.results.filter((result) => result.metric === 'cal_slope').map((result) => [result.conditions.analyte, Number(result.value.toFixed(9)), result.n])).toEqual([['NH3', 0.1, 3], ['NO2', 0.4, 2]])
    expect(texts(outcome.findings)).toEqual([expect.stringContaining('converted to NH3')])
    expect(outcome.results.filter((result) => result.conditions.analyte === 'NO2').map((result) => result.metric)).toEqual(['cal_slope', 'cal_intercept', 'cal_r2'])
  })
  it('asks for what is missing and goes on with the rest', () => {
    const outcome = run([...typed, { fields: { role: 'standard', absorbance: 0.1, concentration_ug_mL: 1 } }, { fields: { role: 'standard', analyte: 'NO2', absorbance: 0.3 } },
      { fields: { role: 'standard', analyte: 'NH3', concentration_ug_mL: 3 } }, { fields: { analyte: 'NO2', absorbance: 0.2, catalyst: 'RuFe-NC' } }])
    expect(texts(outcome.needs)).toEqual([
      'analyte (NH3, NO2, NO3) of the standard in row 9', 'concentration of the standard in row 10', 'absorbance or spectrum of the standard in row 11',
      'at least two standards of NO2 with different concentrations'
    ])
    expect(outcome.results).toHaveLength(5)
  })
  it('asks nothing of a standard of another instrument, as standard.brml of X-ray diffraction', () => {
    const pattern: Given = { path: 'standard.brml', origin: 'fileName', fields: { role: 'standard' }, measured: measurement('XRD', [column('two_theta', '°', [10, 20]), column('intensity', '', [1, 2])]) }
    expect(run([...typed, pattern]).needs).toEqual([])
    expect(run([pattern]).state).toBe('nothing')
    expect(texts(run([...typed, { ...pattern, path: 'standard.csv', measured: measurement('UVVIS', [column('wavelength', 'nm', [600, 700]), column('absorbance', '', [1, 2])]) }]).needs)).toEqual(['analyte (NH3, NO2, NO3) of the standard in row 9'])
  })
  it('says why weights do not work instead of dropping a standard', () => {
    const outcome = run(typed, { weighting: '1/x' })
    expect(outcome.results).toEqual([])
    expect(outcome.findings[0]).toMatchObject({ level: 'error', message: { text: expect.stringContaining('NH3') } })
    expect(run(typed.slice(1), { weighting: '1/x' }).results).toHaveLength(5)
  })
  it('has nothing to say without standards or readings', () => {
    expect(run([{ fields: { catalyst: 'NC' } }]).state).toBe('nothing')
  })
  it('reads an assay by its name, above a straight line under its band', () => {
    // A band of 0.3·c at 697 nm on a slope that differs from standard to standard.
    const spectra = [1, 2, 4].map((c): Given => {
      const nm = [560, 655, 697, 800]
      return {
        fields: { role: 'standard', analyte: 'NH3', concentration_ug_mL: c, basis: 'NH3' },
        measured: measurement('UVVIS', [column('wavelength', 'nm', nm), column('absorbance', 'Abs', nm.map((x) => (x === 697 ? 0.3 * c : 0) + 0.01 * c * c + ((x - 560) * c) / 1e4))])
      }
    })
    const settings = { assay_NH3: 'salicylate, 697 nm', baseline_NH3: '560–800' }
    const outcome = run(spectra, settings)
    expect(outcome.results[0]?.value).toBeCloseTo(0.3, 12)
    expect(outcome.results[0]?.method).toContain('697 nm above a line from 560 to 800 nm')
    expect(run(spectra, { assay_NH3: 'salicylate, 697 nm' }).results[0]?.value).not.toBeCloseTo(0.3, 2)
    expect(texts(run(spectra, { baseline_NH3: '700-800' }).findings)).toEqual([expect.stringContaining('no pair of wavelengths on both sides of 655 nm')])
  })
  it('leaves out a standard, which stays on the figure', () => {
    const outlier = run([...typed, standard(1, 0.9)])
    const without = run([...typed, standard(1, 0.9)], { leftOut: 'NH3@1' })
    expect(outlier.results[0]?.n).toBe(8)
    expect(without.results[0]).toMatchObject({ n: 7, value: expect.closeTo(0.36819965870307186, 9), method: expect.stringContaining('1 left out') })
    const [standards] = without.figures[0]?.kind === 'xy' ? without.figures[0].series : []
    expect(standards?.picks).toMatchObject({ setting: 'leftOut', isOut: [...typed.map(() => false), true] })
    expect(texts(run(typed, { leftOut: '0; 0.2; 0.4; 0.8; 1.2; 1.6' }).needs)).toEqual([expect.stringContaining('at least two standards of NH3')])
  })
  it('keeps several calibrations of one assay side by side; a reading takes the one that it names', () => {
    const later = indophenol.map(([c, a]) => standard(c, a * 1.2, { calibration: 'May' }))
    const reading = (more: FieldValues = {}): Given => ({ fields: { catalyst: 'RuFe-NC', run: 'a', analyte: 'NH3', absorbance: 0.4, dilution: 1, volume_mL: 10, time_h: 1, ...more } })
    const of = (given: readonly Given[]) => {
      const { of: outcome } = project(given, [calibration, electrolysisCharge, ammoniaYield])
      return { calibration: outcome('calibration'), mass: outcome('ammonia-yield', 'RuFe-NC')?.results.find((result) => result.metric === 'nh3_mass')?.value, needs: texts(outcome('ammonia-yield', 'RuFe-NC')?.needs ?? []) }
    }
    const both = of([...typed, ...later, reading()])
    expect(both.calibration.results.filter((result) => result.metric === 'cal_slope').map((result) => [result.conditions.calibration, result.n])).toEqual([[undefined, 7], ['May', 7]])
    expect(texts(both.calibration.findings)).toEqual([expect.stringContaining('differs by 20 %')])
    // The later standards move nothing that was computed before.
    expect(both.mass).toBe(of([...typed, reading()]).mass)
    expect(of([...typed, ...later, reading({ calibration: 'May' })]).mass).toBeCloseTo(((0.4 - 1.2 * 0.02130887372013668) / (1.2 * 0.36819965870307186)) * 10 / 1000, 9)
    const first = typed.map(({ fields }) => ({ fields: { ...fields, calibration: 'March' } }))
    expect(of([...first, reading()]).mass).toBe(both.mass)
    expect(of([...first, ...later, reading()]).needs).toEqual([expect.stringContaining('one of March, May')])
    expect(of([...first, reading({ calibration: 'June' })]).needs).toEqual([expect.stringContaining('there are March')])
  })
})
