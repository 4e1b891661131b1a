import { describe, expect, it } from 'vitest'
import { analyses } from '../../../src/shared/analyses'
import type { Result } from '../../../src/shared/analyses/analysis'
import type { XyFigure } from '../../../src/shared/figure'
import { bandLibrary, ownBands } from '../../../src/shared/spectroscopy/bandLibrary'
import { findBands } from '../../../src/shared/spectroscopy/findBands'
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
    const ratio = (by: string) => found.find(({ metric, conditions }) => metric === 'id_ig' && conditions.by === by)!
    expect(Math.abs(ratio('heights').value - 400 / 380)).toBeLessThan(4 * ratio('heights').u! + 0.02)
    expect(Math.abs(ratio('areas').value - (400 * 60) / (380 * 50))).toBeLessThan(4 * ratio('areas').u! + 0.03)
    expect(found.filter(({ metric }) => metric === 'id_ig')).toHaveLength(2)
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
  it('have areas within their errors where areas are wanted', () => {
    const area = (fwhm: number, height: number) => height * fwhm * (0.6 * Math.PI / 2 + 0.4 * Math.sqrt(Math.PI / Math.LN2) / 2)
    const wanted = project([file('a.txt', spectrum([[1140, 26, 120]]))], analyses, { settings: { intensity: 'area' } }).of('vibrational-bands', 'RuFe-NC').results.find(({ metric }) => metric === 'band_intensity')!
    expect(wanted).toMatchObject({ unit: 'a.u. cm-1', method: expect.stringContaining('its height 1') })
    const library = bandLibrary.filter(({ name }) => name === '*NH3')
    const runs = [wanted, ...Array.from({ length: 40 }, () => { const [band] = findBands(x, spectrum([[1140, 26, 120]]), library, 1e6, 5).bands; return { value: band!.area, u: band!.uArea } })]
    const mean = runs.reduce((sum, { value }) => sum + value, 0) / runs.length
    const sd = Math.sqrt(runs.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / (runs.length - 1))
    expect(Math.abs(mean / area(26, 120) - 1)).toBeLessThan(0.03)
    expect(sd / runs[0]!.u!).toBeGreaterThan(0.6)
    expect(sd / runs[0]!.u!).toBeLessThan(1.6)
  })
  it('are not made smaller by their baseline: heights and areas of broad bands come back within 4 u', () => {
    const { bands } = findBands(x, spectrum([...carbon, [1140, 26, 120]]), bandLibrary.filter(({ method }) => method === 'RAMAN'), 1e6, 5)
    for (const [name, fwhm, height] of [['D band', 60, 400], ['G band', 50, 380], ['*NH3', 26, 120]] as const) {
      const band = bands.find((one) => one.band.name === name)!
      const area = height * fwhm * (0.6 * Math.PI / 2 + 0.4 * Math.sqrt(Math.PI / Math.LN2) / 2)
      expect(Math.abs(band.height - height), `${name} ${band.height}`).toBeLessThan(4 * band.uHeight!)
      expect(Math.abs(band.area - area), `${name} ${band.area / area}`).toBeLessThan(4 * band.uArea!)
    }
  })
  it('scatter as their errors say, those of the baseline among them; of the ratio of two only what the baseline does not do to both', () => {
    const place = Array.from({ length: 667 }, (_, i) => 900 + 1.5 * i)
    for (const [eta, weak] of [[1, 1], [0.5, 1], [0.5, 0]] as const) {
      const mean = place.map((at) => 500 + 3000 * Math.exp(-(at - 900) / 900) + ([[1381, 90, 800], [1591, 70, 1000], [1140, 25, 200 * weak]] as const).reduce((sum, [centre, fwhm, height]) => sum + pseudoVoigt(at, { centre, fwhm, height, eta }), 0))
      const found = Array.from({ length: 24 }, (_, i) => {
        const measured = measurement('RAMAN', [column('wavenumber', 'cm-1', place), column('intensity', 'counts', mean.map((value) => value + 8 * gauss()))])
        return project([{ path: `${i}.txt`, fields: { catalyst: 'RuFe-NC', technique: 'RAMAN' }, measured }], [analyses.find(({ id }) => id === 'vibrational-bands')!]).of('vibrational-bands', 'RuFe-NC').results
      })
      const check = (name: string, truth: number, pick: (result: Result) => boolean, farthest: number): void => {
        const own = found.flatMap((all) => all.filter(pick))
        expect(own, name).toHaveLength(24)
        const [value, u] = [own.reduce((sum, one) => sum + one.value, 0) / 24, own.reduce((sum, one) => sum + one.u!, 0) / 24]
        const sd = Math.sqrt(own.reduce((sum, one) => sum + (one.value - value) ** 2, 0) / 23)
        expect(sd / u, `${name} ${eta} ${weak}`).toBeGreaterThan(0.6)
        expect(sd / u, `${name} ${eta} ${weak}`).toBeLessThan(1.45)
        expect(Math.abs(value - truth) / u, `${name} ${eta} ${weak}`).toBeLessThan(farthest)
      }
      for (const [name, truth] of [['D band', 800], ['G band', 1000], ...(weak ? [['*NH3', 200] as const] : [])] as const) check(name, truth, ({ metric, conditions }) => metric === 'band_intensity' && conditions.band === name, 1.5)
      check('heights', 0.8, ({ metric, conditions }) => metric === 'id_ig' && conditions.by === 'heights', 1.5)
      check('areas', (800 * 90) / (1000 * 70), ({ metric, conditions }) => metric === 'id_ig' && conditions.by === 'areas', 1.5)
    }
  })
  it('shows one spectrum from its signal to its bands: that with most of them, or the one that is chosen', () => {
    const series = [0, -0.2, -0.4].map((E) => file(`s${E}.txt`, spectrum([...carbon, [1140, 26, E === -0.2 ? 120 : 0]]), E))
    const run = (settings: Record<string, string | number>) => project(series, analyses, { settings }).of('vibrational-bands', 'RuFe-NC')
    const shown = (settings: Record<string, string | number>) => run(settings).figures.filter(({ id }) => /^(spectrum|fit)-RAMAN$/.test(id)) as XyFigure[]
    expect(run({}).choices).toEqual({ spectrum_RAMAN: ['automatic', '0 V', '\u22120.2 V', '\u22120.4 V'] })
    const [measured, fitted] = shown({})
    expect(measured!.title).toContain('\u22120.2 V')
    expect(measured!.series.map(({ name }) => name)).toEqual(['measured', 'baseline (airPLS)'])
    expect(fitted!.series.map(({ name }) => name)).toEqual(['corrected', '*NH₃', 'D band', 'G band', 'sum of the fit', 'residual, moved down'])
    // The fit says what was put in: sum = corrected − residual, and the residual is noise.
    const [corrected, sum, residual] = ['corrected', 'sum of the fit', 'residual, moved down'].map((name) => fitted!.series.find((one) => one.name === name)!)
    const rest = residual!.y.filter(Number.isFinite)
    const level = rest.reduce((total, value) => total + value, 0) / rest.length
    expect(Math.sqrt(rest.reduce((total, value) => total + (value - level) ** 2, 0) / rest.length)).toBeLessThan(2.6)
    const at = (one: { x: readonly number[]; y: readonly number[] }, place: number) => one.y[one.x.findIndex((value) => Math.abs(value - place) < 0.6)]!
    expect(Math.abs(at(corrected!, 1591) - at(sum!, 1591))).toBeLessThan(10)
    expect(Math.max(...rest)).toBeLessThan(Math.min(...corrected!.y) + 4)
    expect(shown({ spectrum_RAMAN: '0 V' })[1]!.series.map(({ name }) => name)).not.toContain('*NH₃')
    expect(shown({ spectrum_RAMAN: 'gone' })[0]!.title).toContain('\u22120.2 V')
    const smoothed = shown({ smoothing: 15, spectrum_RAMAN: '0 V' })[0]!
    expect(smoothed.series.map(({ name }) => name)).toEqual(['before smoothing', 'smoothed', 'baseline (airPLS)'])
    expect(smoothed.series.at(-1)!.note).toContain('Savitzky–Golay 15')
  })
  it('fits no spectrum again when another one is shown', () => {
    const kept = new Map<string, unknown>()
    let fitted = 0
    const derive = <Value>(entryId: string, name: string, parameters: unknown, compute: () => Value): Value => {
      const key = JSON.stringify([entryId, name, parameters])
      if (!kept.has(key)) { fitted += 1; kept.set(key, structuredClone(compute())) }
      return kept.get(key) as Value
    }
    const analysis = analyses.find(({ id }) => id === 'vibrational-bands')!
    const wrapped = (settings: Record<string, string>) => project([0, -0.2].map((E) => file(`s${E}.txt`, spectrum(carbon), E)), [{ ...analysis, compute: (view, plan, chosen, context) => analysis.compute(view, plan, { ...chosen, ...settings }, { ...context, derive: (entryId, name, parameters, compute) => derive(entryId, name, parameters, () => compute(context.load(entryId))) }) }])
    const first = wrapped({}).of('vibrational-bands', 'RuFe-NC')
    expect(fitted).toBe(2)
    expect(wrapped({ spectrum_RAMAN: '0 V' }).of('vibrational-bands', 'RuFe-NC').results).toEqual(first.results)
    expect(fitted).toBe(2)
  })
  it('of the user\u2019s own come with a warning of what else lies there', () => {
    const found = texts(project([file('a.txt', spectrum([...carbon, [1050, 20, 200]]))], analyses, { settings: { bands_RAMAN: '*NO3 1050' } }).of('vibrational-bands', 'RuFe-NC').findings).join()
    expect(found).toContain('*NO₃ (NO₃⁻ of the electrolyte near 1048 cm⁻¹)')
    expect(ownBands('*NH2OH 1370; *X 800', 'RAMAN').map(({ interference }) => interference)).toEqual(['D band is listed at 1381 cm⁻¹, *HNH is listed at 1358 cm⁻¹', undefined])
  })
})
