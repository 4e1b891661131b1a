import { describe, expect, it } from 'vitest'
import { columnPlaces, printedPlaces, uncertaintyWidth } from '../../../src/renderer/text/columnPlaces'
import { printedText } from '../../../src/renderer/text/printedText'
import { textRuns } from '../../../src/renderer/text/textRuns'
import { timeText } from '../../../src/renderer/views/timeText'

describe('what the program says', () => {
  it.each([
    ['NH3 from 1 reading(s) by calibration', 'NH₃ from 1 reading by calibration'], ['NO2 from 3 reading(s)', 'NO₂ from 3 readings'], ['U = 0 V vs RHE, −1 electron(s)', 'U = 0 V vs RHE, −1 electron'],
    ['NH3、NO2 之和', 'NH₃、NO₂ 之和'], ['C 1s and Ru 3p3/2 of RuFe-NC_XPS_Ru3p.csv', 'C 1s and Ru 3p₃/₂ of RuFe-NC_XPS_Ru3p.csv'], ['limiting potential is that for NO3RR', 'limiting potential is that for NO₃RR'],
    ['RuFe-NC_CA_-0.3V_r2.txt: 40 d columns of atom(s) 1–4', 'RuFe-NC_CA_-0.3V_r2.txt: 40 d columns of atoms 1–4'], ['2 of 3/2 samples', '2 of 3/2 samples'], ['calc/NO3/OUTCAR against NH3', 'calc/NO3/OUTCAR against NH₃'], ['NO2/OUTCAR: HNO3', 'NO2/OUTCAR: HNO₃'], ['NH3.csv', 'NH3.csv'], ['concentration as NO2-, absorbance at 540 nm', 'concentration as NO₂⁻, absorbance at 540 nm'], ['sweep NO3-low', 'sweep NO3-low']
  ])('%s', (said, printed) => expect(printedText(said)).toBe(printed))
})

describe('subscripts', () => {
  const shown = (text: string): string => textRuns(text).map(({ text: run, sub }) => (sub ? `<${run}>` : run)).join('')
  it.each([
    ['mg_cat⁻¹', 'mg<cat>⁻¹'], ['C_dl/C_s·A, C_s = 0.04 mF cm⁻²', 'C<dl>/C<s>·A, C<s> = 0.04 mF cm⁻²'], ['I_D/I_G is that for 0 V', 'I<D>/I<G> is that for 0 V'], ['ΔG_max', 'ΔG<max>'], ['E_eq 0.69 V − E(−10 mA cm⁻²)', 'E<eq> 0.69 V − E(−10 mA cm⁻²)'],
    ['j_NH₃/(8 F)', 'j<NH₃>/(8 F)'], ['relative to E_F', 'relative to E<F>'], ['∫ρ_d dE', '∫ρ<d> dE'], ['|Z_fit − Z|', '|Z<fit> − Z|'], ['A_standard/n_H', 'A<standard>/n<H>']
  ])('of symbols: %s', (text, as) => expect(shown(text)).toBe(as))
  it.each(['2θ / ° (RuFe-NC_XRD.uxd)', 'RuFe-NC_CA_-0.3V_r2.txt', 'a_b.txt', 'A_b-c.csv', 'NC_LSV_noNO3_5mVs.DTA', 'slab_NO2_top'])('never of names of files: %s', (name) => expect(shown(name)).toBe(name))
})

describe('numbers of a column', () => {
  const places = (unit: string, values: readonly number[], u: number | null = null): number | null => columnPlaces(values.map((value) => ({ value, u, unit })))
  it('have the decimals of four figures of the largest, volts three', () => {
    expect(places('C', [-45.91, -45.8, -46.18])).toBe(2)
    expect(places('mAh/g', [674.4, 610, 594.5])).toBe(1)
    expect(places('V', [-0.21, 0.03005])).toBe(3)
    expect(places('V', [0.001234, 0.2])).toBe(4)
  })
  it('have two figures where they are limits of an assay', () => {
    expect(columnPlaces([0.009256, 0.004162].map((value) => ({ value, u: null, unit: 'µg/mL' })), 'cal_lod')).toBe(4)
    expect(columnPlaces([0.02805, 0.01261].map((value) => ({ value, u: null, unit: 'µg/mL' })), 'cal_loq')).toBe(3)
  })
  it('nearly 1 have as many as it takes to see that they are not', () => {
    expect(places('1', [0.999953, 0.9998])).toBe(5)
    expect(places('1', [0.9982])).toBe(3)
    expect(places('1', [1 - 1e-12])).toBe(5)
    expect([printedPlaces(0.9999971, 5), printedPlaces(0.999953, 5), printedPlaces(1, 5), printedPlaces(-0.5, 2)]).toEqual(['0.99999', '0.99995', '1.00000', '\u22120.50'])
  })
  it('stay as they are where that would say more, or less, than they do', () => {
    expect(places('%', [97.1, 98], 0.3)).toBeNull()
    expect(places('', [3, 12])).toBeNull()
    expect(places('V', [1e-5, 1])).toBeNull()
    expect(places('a.u.', [0.5, 800])).toBeNull()
    expect(places('V', [])).toBeNull()
    expect(places('V', [0, Number.NaN])).toBeNull()
  })
})

it('keeps room for the widest uncertainty of a column only where they differ', () => {
  const width = (...all: readonly [number, number | null][]) => uncertaintyWidth(all.map(([value, u]) => ({ value, u })))
  expect(width([98.06, 0.18], [96.95, 0.18])).toBe(0)
  expect(width([100, 0.12], [96.9, 0.8])).toBeCloseTo(0.5 + 1.3 + 0.5 + 1 + 0.5 + 2)
  expect(width([674.4, null], [610, null])).toBe(0)
  expect(width([5.04e-3, 6e-5], [5.2e-4, 4e-5])).toBeGreaterThan(width([5.04e-3, 6e-5], [1.18e-3, null]))
})

it('writes a moment so that day and month are never mistaken for each other', () => {
  expect(timeText('2026-03-04T15:06:07', 'en')).toBe('4 Mar 2026, 15:06:07')
  expect(timeText('2026-03-04T15:06:07', 'zh-CN')).toBe('2026年3月4日 15:06:07')
  expect(timeText('yesterday', 'en')).toBe('yesterday')
})
