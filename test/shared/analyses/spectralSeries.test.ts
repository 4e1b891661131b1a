import { describe, expect, it } from 'vitest'
import { analyses } from '../../../src/shared/analyses'
import { prepareSpectra, type Preparation } from '../../../src/shared/analyses/vibrationalBands/prepareSpectra'
import type { HeatFigure } from '../../../src/shared/figure'
import { pseudoVoigt } from '../../../src/shared/spectroscopy/pseudoVoigt'
import { savitzkyGolay } from '../../../src/shared/spectroscopy/savitzkyGolay'
import { column, measurement, project, texts, type Given } from './project'

const x = Array.from({ length: 901 }, (_, i) => 900 + i)
const plain: Preparation = { treatment: 'as recorded', reference: 'most positive potential', normalisation: 'none', smoothing: 0 }
const of = (potential: number | null, signal: number[], place = 0) => ({ entryId: `e${place}`, name: `s${place}`, wavenumber_cm: x, signal, potential_V_RHE: potential, place })
/** A single beam: the lamp, times what a band of this absorbance leaves. */
const beam = (absorbance: number): number[] => x.map((at) => (1000 + at / 2) * 10 ** -pseudoVoigt(at, { centre: 1240, fwhm: 30, height: absorbance, eta: 0.5 }))
const file = (potential_V: number, y: number[]): Given => ({ path: `s${potential_V}.csv`, fields: { catalyst: 'RuCo-NC', technique: 'IR', potential_V, reference: 'RHE' }, measured: measurement('IR', [column('wavenumber', 'cm-1', x), column('intensity', '', y)]) })

describe('a series of spectra', () => {
  it('against a reference gives the absorbance back, whatever the lamp', () => {
    const given = [of(0.4, beam(0), 0), of(0, beam(0.01), 1), of(-0.4, beam(0.03), 2)]
    const { spectra, note } = prepareSpectra(given, { ...plain, treatment: 'absorbance change −log₁₀(R/R₀)' })
    expect(spectra.map(({ potential_V_RHE }) => potential_V_RHE)).toEqual([0, -0.4])
    expect(spectra.map(({ signal }) => Math.max(...signal))).toEqual([expect.closeTo(0.01, 9), expect.closeTo(0.03, 9)])
    expect(note).toBe('−log₁₀(R/R₀) to 0.4 V')
    expect(() => prepareSpectra([given[0]!, of(0, x.map(() => -1), 1)], { ...plain, treatment: 'absorbance change −log₁₀(R/R₀)' })).toThrow('needs single beams above zero')
  })
  it('is smoothed without moving a parabola, and says so', () => {
    const parabola = x.map((at) => (at - 1200) ** 2)
    savitzkyGolay(x, parabola, 15).forEach((value, i) => expect(value).toBeCloseTo(parabola[i]!, 3))
    expect(prepareSpectra([of(0, parabola)], { ...plain, smoothing: 14 }).note).toBe('smoothed (Savitzky–Golay 15, cubic)')
    expect(prepareSpectra([of(0, parabola)], { ...plain, normalisation: 'highest point' }).spectra[0]!.signal.reduce((a, b) => Math.max(a, b))).toBeCloseTo(1, 1)
  })
  it('becomes a map of colours over potential, its bands where they are', () => {
    const given = [0.4, 0, -0.2, -0.4, -0.6].map((E, i) => file(E, beam(i * 0.01)))
    const outcome = project(given, analyses, { settings: { treatment: 'absorbance change −log₁₀(R/R₀)' } }).of('vibrational-bands', 'RuCo-NC')
    const map = outcome.figures.find((figure): figure is HeatFigure => figure.kind === 'heat')!
    expect(map.ys).toEqual([-0.6, -0.4, -0.2, 0])
    const row = map.values[0]!
    expect(Math.abs(map.xs[row.indexOf(Math.max(...row))]! - 1240)).toBeLessThan(3)
    expect(Math.max(...row)).toBeCloseTo(0.04, 3)
    expect(outcome.results.filter(({ metric, conditions }) => metric === 'band_intensity' && conditions.band === '*NO2').map(({ value }) => Number(value.toFixed(2)))).toEqual([0.01, 0.02, 0.03, 0.04])
  })
  it('is searched for bands of the user\u2019s own', () => {
    const y = x.map((at) => 5 + pseudoVoigt(at, { centre: 1650, fwhm: 25, height: 3, eta: 0.5 }) + 0.01 * Math.sin(at * 12.9898) * Math.cos(at * 78.233))
    const run = (bands: string) => project([file(-0.2, y)], analyses, { settings: { bands_IR: bands } }).of('vibrational-bands', 'RuCo-NC')
    expect(run('*NO 1648').results.find(({ metric, conditions }) => metric === 'band_position' && conditions.band === '*NO')?.value).toBeCloseTo(1650, 0)
    expect(texts(run('*NO').findings)).toEqual([expect.stringContaining('"*NO" is no band')])
  })
})
