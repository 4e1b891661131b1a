import { describe, expect, it } from 'vitest'
import { analyses } from '../../../src/shared/analyses'
import { pseudoVoigt } from '../../../src/shared/spectroscopy/pseudoVoigt'
import { column, measurement, project, texts, type Given } from './project'

const x = Array.from({ length: 1301 }, (_, i) => 700 + i)
let state = 99
const uniform = (): number => { state = (state * 1664525 + 1013904223) >>> 0; return (state + 0.5) / 2 ** 32 }
const gauss = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
type Peaks = readonly (readonly [centre: number, fwhm: number, height: number])[]
const spectrum = (peaks: Peaks, noise = 2): number[] => x.map((at) => 800 + 0.3 * at + peaks.reduce((sum, [centre, fwhm, height]) => sum + pseudoVoigt(at, { centre, fwhm, height, eta: 0.6 }), 0) + noise * gauss())
const file = (name: string, y: number[], potential_V?: number): Given => ({ path: name, fields: { catalyst: 'RuFe-NC', technique: 'RAMAN', ...(potential_V === undefined ? {} : { potential_V, reference: 'RHE' }) }, measured: measurement('RAMAN', [column('wavenumber', 'cm-1', x), column('intensity', 'counts', y)]) })
const carbon: Peaks = [[1381, 60, 400], [1591, 50, 380]]
const results = (given: Given[]) => project(given, analyses).of('vibrational-bands', 'RuFe-NC').results

describe('Raman bands', () => {
  it('gives positions and the ratio of D to G', () => {
    const found = results([file('a.txt', spectrum(carbon))])
    const position = (band: string) => found.find(({ metric, conditions }) => metric === 'band_position' && conditions.band === band)!
    expect(Math.abs(position('D band').value - 1381)).toBeLessThan(1)
    expect(Math.abs(position('G band').value - 1591)).toBeLessThan(1)
    const ratio = found.find(({ metric }) => metric === 'id_ig')!
    expect(Math.abs(ratio.value - 400 / 380)).toBeLessThan(4 * ratio.u! + 0.02)
  })
  it('finds a band on the foot of another, and not one that is not there', () => {
    const names = (peaks: Peaks) => [...new Set(results([file('a.txt', spectrum(peaks))]).filter(({ metric }) => metric === 'band_position').map(({ conditions }) => conditions.band))].sort()
    expect(names([...carbon, [1528, 24, 90], [1140, 26, 70]])).toEqual(['*HNO2', '*NH3', 'D band', 'G band'])
    expect(names(carbon)).toEqual(['D band', 'G band'])
  })
  it('follows a band through the potentials and says where it sets in', () => {
    const potentials = [0, -0.1, -0.2, -0.3, -0.4, -0.5]
    const series = potentials.map((E) => file(`s${E}.txt`, spectrum([...carbon, [1140, 26, E <= -0.2 ? 60 + -E * 200 : 0]]), E))
    const found = results(series)
    expect(found.filter(({ metric, conditions }) => metric === 'band_onset' && conditions.band === '*NH3')).toEqual([expect.objectContaining({ value: -0.2, u: expect.closeTo(0.05, 9) })])
    const heights = found.filter(({ metric, conditions }) => metric === 'band_intensity' && conditions.band === '*NH3')
    expect(heights.map(({ conditions }) => conditions.potential_V_RHE)).toEqual([-0.2, -0.3, -0.4, -0.5])
    heights.forEach((height) => expect(Math.abs(height.value - (60 + -Number(height.conditions.potential_V_RHE) * 200))).toBeLessThan(4 * height.u! + 6))
    expect(found.some(({ metric, conditions }) => metric === 'band_onset' && conditions.band === 'G band')).toBe(false)
  })
  it('reads a series from one file, with potentials in its labels', () => {
    const parts = [-0.1, -0.3, -0.5, -0.7].map((E) => ({ E, y: spectrum([...carbon, [1140, 26, E < -0.2 ? 120 : 0]]) }))
    const series = measurement('RAMAN', [column('wavenumber', 'cm-1', parts.flatMap(() => x)), column('intensity', 'counts', parts.flatMap(({ y }) => y))])
    const given: Given = { path: 'map.txt', fields: { catalyst: 'RuFe-NC', reference: 'RHE', potential_V: 0 }, measured: { ...series, segments: parts.map(({ E }, i) => ({ kind: 'spectrum', start: i * x.length, end: (i + 1) * x.length, label: `${E} V` })) } }
    expect(results([given]).find(({ metric, conditions }) => metric === 'band_onset' && conditions.band === '*NH3')?.value).toBe(-0.3)
  })
  it('warns of what else lies there', () => {
    expect(texts(project([file('a.txt', spectrum(carbon))], analyses).of('vibrational-bands', 'RuFe-NC').findings).join()).toContain('D band (carbon')
  })
})
