import { describe, expect, it } from 'vitest'
import { analyses } from '../../../src/shared/analyses'
import { casaComponents } from '../../../src/shared/analyses/coreLevels/casaComponents'
import { lineIn } from '../../../src/shared/analyses/coreLevels/lineIn'
import type { XyFigure } from '../../../src/shared/figure'
import { casaText } from '../../../src/shared/readers/casaText/casaText'
import { pseudoVoigt } from '../../../src/shared/spectroscopy/pseudoVoigt'
import { column, measurement, project, texts, type Given } from './project'

let state = 21
const uniform = (): number => { state = (state * 1664525 + 1013904223) >>> 0; return (state + 0.5) / 2 ** 32 }
const gauss = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
/** A line whose electrons lose energy towards higher binding energy. */
function region(catalyst: string, name: string, from: number, to: number, centre: number, charge = 0): Given {
  const be = Array.from({ length: Math.round((to - from) / 0.1) + 1 }, (_, i) => from + i * 0.1)
  let area = 0
  const counts = be.map((x) => { const peak = pseudoVoigt(x, { centre: centre + charge, fwhm: 1.4, height: 5000, eta: 0.3 }); area += peak * 0.1; return 1000 + peak + 0.03 * area + 15 * gauss() })
  return { path: `${catalyst}_XPS_${name}.txt`, fields: { catalyst, technique: 'XPS' }, measured: measurement('XPS', [column('binding_energy', 'eV', be), column('intensity', 'counts', counts)]) }
}
const sample = (catalyst: string, ru: number, charge = 0): Given[] => [region(catalyst, 'C1s', 278, 294, 284.8, charge), region(catalyst, 'Ru3p', 452, 474, ru, charge)]

describe('XPS core levels', () => {
  it('come back, also from a charged sample', () => {
    for (const charge of [0, 1.3, -3.4]) {
      const { results } = project(sample('RuFe-NC', 461.6, charge), analyses).of('core-levels', 'RuFe-NC')
      const ru = results.find(({ conditions }) => conditions.line === 'Ru 3p3/2')!
      expect(Math.abs(ru.value - 461.6)).toBeLessThan(0.06)
      expect(ru.u).toBeLessThan(0.05)
    }
  })
  it('scatter as their errors say, the noise of the ends of the background among it', () => {
    const be = Array.from({ length: 321 }, (_, i) => 278 + i * 0.05)
    const found = Array.from({ length: 40 }, () => {
      let area = 0
      const counts = be.map((x) => { const peak = pseudoVoigt(x, { centre: 284.8, fwhm: 1.2, height: 2000, eta: 0.3 }); area += peak; const mean = 300 + peak + 0.001 * area; return Math.round(mean + Math.sqrt(mean) * gauss()) })
      return lineIn(be, counts, 282, 288, 'Shirley')!
    })
    const mean = found.reduce((sum, { position_eV }) => sum + position_eV, 0) / found.length
    const sd = Math.sqrt(found.reduce((sum, { position_eV }) => sum + (position_eV - mean) ** 2, 0) / (found.length - 1))
    const u = found.reduce((sum, { u_eV }) => sum + u_eV!, 0) / found.length
    expect(Math.abs(mean - 284.8)).toBeLessThan(u)
    expect(sd / u).toBeGreaterThan(0.65)
    expect(sd / u).toBeLessThan(1.35)
  })
  it('need a charge reference, unless somebody says that they are calibrated', () => {
    const alone = [sample('RuFe-NC', 461.6)[1]!]
    expect(texts(project(alone, analyses).of('core-levels', 'RuFe-NC').needs)).toEqual([expect.stringContaining('a C 1s spectrum')])
    expect(project(alone, analyses, { settings: { reference: 'as the file has it', background: 'Shirley' } }).of('core-levels', 'RuFe-NC').results).toHaveLength(1)
  })
  it('are compared with the reference catalyst', () => {
    const out = project([...sample('Ru-NC', 461.2), ...sample('RuFe-NC', 461.65)], analyses).of('compare-core-levels')
    const [shift] = out.results.filter(({ conditions }) => conditions.line === 'Ru 3p3/2')
    expect(shift).toMatchObject({ catalyst: 'RuFe-NC', metric: 'xps_shift' })
    expect(Math.abs(shift!.value - 0.45)).toBeLessThan(0.08)
  })
  it('have no shift of the C 1s that their scale is set by, but one where the energies are those of the file', () => {
    const given = [...sample('Ru-NC', 461.2), ...sample('RuFe-NC', 461.65, 0.3)]
    const lines = (settings: Record<string, string> = {}) => project(given, analyses, { settings }).of('compare-core-levels').results.map(({ conditions }) => conditions.line)
    expect(lines()).toEqual(expect.arrayContaining(['Ru 3p3/2']))
    expect(lines()).not.toContain('C 1s')
    const measured = project(given, analyses, { settings: { reference: 'as the file has it', background: 'Shirley' } })
    expect(measured.of('core-levels', 'RuFe-NC').results.find(({ conditions }) => conditions.line === 'C 1s')?.value).toBeCloseTo(285.1, 1)
  })
  it('are referred to the C 1s of their own session, and say whose', () => {
    const file = (path: string, fileId: string, given: Given): Given => ({ ...given, path, fileId })
    const after = [region('RuFe-NC', 'C1s', 278, 294, 284.8), region('RuFe-NC', 'O1s', 524, 540, 531), region('RuFe-NC', 'Ru3p', 452, 474, 461.9)].map((one) => file('RuFe-NC/after.vms', 'after', one))
    const before = sample('RuFe-NC', 461.6, 2.79).map((one) => ({ ...one, path: `RuFe-NC/XPS/${one.path!}` }))
    const { of } = project([...before, ...after, ...sample('Ru-NC', 461.2)], analyses)
    const { results, findings } = of('core-levels', 'RuFe-NC')
    const at = (line: string, name: RegExp) => results.find(({ conditions }) => conditions.line === line && name.test(String(conditions.file)))!
    for (const [found, place, carbon] of [[at('O 1s', /after/), 531, 'after.vms'], [at('Ru 3p3/2', /after/), 461.9, 'after.vms'], [at('Ru 3p3/2', /Ru3p/), 461.6, 'RuFe-NC_XPS_C1s.txt']] as const) {
      expect(Math.abs(found.value - place)).toBeLessThan(0.06)
      expect(found.method).toContain(`C 1s of ${carbon} set to 284.8 eV`)
    }
    expect(texts(findings)).toEqual([expect.stringMatching(/^2 sessions of XPS, each shifted by a C 1s of its own: RuFe-NC_XPS_C1s\.txt −2\.\d+ eV, after\.vms −?0\.0\d eV/)])
    const compared = of('compare-core-levels')
    expect(compared.results.filter(({ conditions }) => conditions.line === 'Ru 3p3/2').map(({ value, conditions }) => [Math.round(value * 10) / 10, conditions.file])).toEqual([[0.4, 'RuFe-NC_XPS_Ru3p.txt'], [0.7, 'after.vms']])
    const ofReference = [...before, ...after].map((one) => ({ ...one, fields: { ...one.fields, catalyst: 'Ru-NC' } }))
    const asked = project([...ofReference, ...sample('RuFe-NC', 461.2)], analyses).of('compare-core-levels')
    expect(texts(asked.needs)).toContain('one Ru 3p3/2 of Ru-NC to compare with: there are several (RuFe-NC_XPS_Ru3p.txt, after.vms)')
  })
  describe('of a file of several samples', () => {
    const ofSample = (name: string, given: Given): Given => ({ ...given, path: 'RuFe-NC/all.vms', fileId: 'all', measured: { ...given.measured!, settings: [{ name: 'Sample', value: name }] } })
    const fresh = sample('RuFe-NC', 461.6, 1.5).map((one) => ofSample('fresh', one))
    const used = sample('RuFe-NC', 462.1).map((one) => ofSample('used', one))
    const ruOf = (given: readonly Given[]) => {
      const { results, needs } = project([...given], analyses).of('core-levels', 'RuFe-NC')
      return { ru: results.filter(({ conditions }) => conditions.line === 'Ru 3p3/2').map(({ value, conditions }) => [Math.round(value * 10) / 10, conditions.file]), needs: texts(needs) }
    }
    it('are each referred to the C 1s of their sample', () =>
      expect(ruOf([...fresh, ...used])).toEqual({ ru: [[461.6, 'all.vms (fresh)'], [462.1, 'all.vms (used)']], needs: [] }))
    it('take the C 1s of the file where each region has a name of its own, and need one where those of the file disagree', () => {
      const [carbon, ru] = sample('RuFe-NC', 461.6, 1.5) as [Given, Given]
      expect(ruOf([ofSample('C region', carbon), ofSample('Ru region', ru)])).toEqual({ ru: [[461.6, undefined]], needs: [] })
      const asked = ruOf([...fresh, used[0]!, ofSample('third', ru)])
      expect([asked.ru.map(([value]) => value), asked.needs]).toEqual([[461.6], [expect.stringMatching(/the same session as all\.vms \(third\), as those of its folder disagree \(all\.vms \(fresh\) −1\.\d\d eV, all\.vms \(used\)/)]])
    })
  })
  it('without a C 1s of their own take that of their folder, by their names where it has several, and need one where these disagree', () => {
    const [carbon, ru] = sample('RuFe-NC', 461.6, 1.5) as [Given, Given]
    const named = (path: string, given: Given): Given => ({ ...given, path })
    const fresh = [named('X/fresh_C1s.txt', carbon), named('X/fresh_Ru3p.txt', ru)]
    const used = region('RuFe-NC', 'C1s', 278, 294, 284.8)
    const run = (...given: Given[]) => project(given, analyses).of('core-levels', 'RuFe-NC')
    const ofRu = ({ results }: ReturnType<typeof run>) => results.filter(({ conditions }) => conditions.line === 'Ru 3p3/2')
    expect(ofRu(run(...fresh, named('X/used_C1s.txt', used)))[0]!.value).toBeCloseTo(461.6, 1)
    const asked = run(fresh[0]!, named('X/Ru3p.txt', ru), named('X/used_C1s.txt', used))
    expect(ofRu(asked)).toEqual([])
    expect(texts(asked.needs)).toEqual([expect.stringMatching(/^a C 1s spectrum of the same session as Ru3p\.txt, as those of its folder disagree \(fresh_C1s\.txt −1\.\d\d eV, used_C1s\.txt −?0\.0\d eV\)/)])
    const elsewhere = run(fresh[0]!, named('Y/Ru3p.txt', ru))
    expect([ofRu(elsewhere), texts(elsewhere.needs)]).toEqual([[], [expect.stringContaining('to calibrate Ru3p.txt by')]])
  })
  it('keep one session where a survey has a C 1s as well', () => {
    const be = Array.from({ length: 500 }, (_, i) => 250 + i)
    const survey: Given = { path: 'RuFe-NC_XPS_survey.txt', fields: { catalyst: 'RuFe-NC', technique: 'XPS' }, measured: measurement('XPS', [column('binding_energy', 'eV', be), column('intensity', 'counts', be.map((x) => 1000 + pseudoVoigt(x, { centre: 285.3, fwhm: 2.4, height: 20000, eta: 0.3 }) + 5 * gauss()))]) }
    const { results, needs } = project([survey, ...sample('RuFe-NC', 461.6)], analyses).of('core-levels', 'RuFe-NC')
    expect([results.map(({ conditions }) => conditions), needs]).toEqual([[{ line: 'C 1s' }, { line: 'Ru 3p3/2' }], []])
    expect(results[1]!.method).toContain('C 1s of RuFe-NC_XPS_C1s.txt')
  })
  it('of a depth profile are those of its surface, which is said', () => {
    const [carbon, surface, below] = [...sample('RuFe-NC', 461.6), region('RuFe-NC', 'Ru3p', 452, 474, 463.5)]
    const [x, y] = [0, 1].map((i) => [surface!, below!].flatMap(({ measured }) => [...measured!.columns[i]!.values])) as [number[], number[]]
    const points = x.length / 2
    const profile = { ...surface!, measured: { ...measurement('XPS', [column('binding_energy', 'eV', x), column('intensity', 'counts', y)]), segments: [{ kind: 'spectrum' as const, start: 0, end: points }, { kind: 'spectrum' as const, start: points, end: 2 * points }] } }
    const { results, findings } = project([carbon!, profile], analyses).of('core-levels', 'RuFe-NC')
    const ru = results.find(({ conditions }) => conditions.line === 'Ru 3p3/2')!
    expect(Math.abs(ru.value - 461.6)).toBeLessThan(0.06)
    expect(texts(findings)).toEqual([expect.stringContaining('2 spectra one behind the other')])
  })
  it('are not seen where there is none', () => {
    const flat = region('RuFe-NC', 'Ru3p', 452, 474, 900)
    expect(project([sample('RuFe-NC', 461.6)[0]!, flat], analyses).of('core-levels', 'RuFe-NC').results.map(({ conditions }) => conditions.line)).toEqual(['C 1s'])
  })
})

describe('doublets', () => {
  /** Both lines of a level over the Shirley background of their own electrons. */
  function pair(catalyst: string, name: string, from: number, to: number, stronger: number, splitting: number, ratio: number, fwhm: number): Given {
    const be = Array.from({ length: Math.round((to - from) / 0.1) + 1 }, (_, i) => from + i * 0.1)
    let area = 0
    const counts = be.map((x) => {
      const peak = pseudoVoigt(x, { centre: stronger, fwhm, height: 4000, eta: 0.3 }) + pseudoVoigt(x, { centre: stronger + splitting, fwhm, height: 4000 * ratio, eta: 0.3 })
      area += peak * 0.1
      return 900 + peak + 0.01 * area + 12 * gauss()
    })
    return { path: `${catalyst}_XPS_${name}.txt`, fields: { catalyst, technique: 'XPS' }, measured: measurement('XPS', [column('binding_energy', 'eV', be), column('intensity', 'counts', counts)]) }
  }
  const run = (given: Given[], settings: Record<string, string>) => project([region('RuFe-NC', 'C1s', 278, 294, 284.8), ...given], analyses, { settings }).of('core-levels', 'RuFe-NC')
  it('are fitted together with what is held, and say what is held', () => {
    const out = run([pair('RuFe-NC', 'Ru3p', 452, 496, 461.45, 22.2, 0.5, 3)], { lines: 'constrained doublets' })
    const [ru, ...others] = out.results.filter(({ conditions }) => String(conditions.line).startsWith('Ru 3p'))
    expect(others).toEqual([])
    expect(Math.abs(ru!.value - 461.45)).toBeLessThan(4 * ru!.u! + 0.01)
    expect(ru!.method).toContain('doublet, splitting 22.2 eV, ratio 1 : 2, equal widths (all fixed)')
    expect(Number(/FWHM (\d\.\d+)/.exec(ru!.method)![1])).toBeCloseTo(3, 1)
    expect(texts(out.findings).join()).not.toContain('fitted alone')
    expect(run([pair('RuFe-NC', 'Ru3p', 452, 496, 461.45, 22.2, 0.5, 3)], {}).results.map(({ conditions }) => conditions.line)).toEqual(['C 1s', 'Ru 3p3/2', 'Ru 3p1/2'])
  })
  it('warn where the data have another splitting, refuse what is none, and leave single lines where only one is measured', () => {
    const off = run([pair('RuFe-NC', 'Ru3p', 452, 496, 461.45, 21.4, 0.5, 3)], { lines: 'constrained doublets' })
    expect(texts(off.findings)).toEqual([expect.stringMatching(/fitted alone, are 21\.[34]\d eV apart; the doublet is held at 22\.2 eV/)])
    const bad = run([pair('RuFe-NC', 'Ru3p', 452, 496, 461.45, 22.2, 0.5, 3)], { lines: 'constrained doublets', doublets: 'Ru 3p 22.2' })
    expect(texts(bad.findings)).toEqual([expect.stringContaining('"Ru 3p 22.2" is no doublet')])
    expect(bad.results.map(({ conditions }) => conditions.line)).toContain('Ru 3p1/2')
    const one = run([region('RuFe-NC', 'Ru3p', 452, 474, 461.6)], { lines: 'constrained doublets' }).results.find(({ conditions }) => conditions.line === 'Ru 3p3/2')!
    expect(one.method).not.toContain('doublet')
  })
})

describe('components of CasaXPS', () => {
  const be = Array.from({ length: 141 }, (_, i) => 278 + i * 0.1)
  const parts = [{ centre: 284.8, fwhm: 1.3, height: 9000, eta: 0.3 }, { centre: 286.4, fwhm: 1.6, height: 1400, eta: 0.3 }]
  const rows = be.map((x, i) => {
    const [a, b] = parts.map((part) => pseudoVoigt(x, part)) as [number, number]
    const half = [500 + a, 500 + b, 500, 500 + a + b].map((value) => value / 10)
    return [1486.6 - x, 500 + a + b + Math.sin(i), ...half.map((value) => value * 10), x, 50 + (a + b) / 10, ...half]
  })
  const text = ['Cycle 1:RuFe:C 1s', '\tCharacteristic Energy eV\t1.486600e+003\tAcquisition Time s\t1.000000e-001', 'Name\t\tC-C\tC-O\tBackground\tEnvelope', 'Position\t\t284.8\t1200.2\t\t', 'FWHM\t\t1.3\t1.6\t\t', 'Area\t\t13500\t2500\t\t', 'Lineshape\t\tGL(30)\tGL(30)\t\t',
    'K.E.\tCounts\tC-C\tC-O\tBackground\tEnvelope\t\tB.E.\tCPS\tC-C\tC-O\tBackground\tEnvelope', ...rows.map((row) => [...row.slice(0, 6), '', ...row.slice(6)].map((cell) => (cell === '' ? '' : Number(cell).toExponential(6))).join('\t')), ''].join('\n')
  const measured = casaText.read({ name: 'casa.txt', bytes: new TextEncoder().encode(text) }).measurements[0]!
  it('are results: position (also from a kinetic energy), width, area and share of each, with the fit as a figure', () => {
    const { results, figures } = project([{ path: 'casa.txt', fields: { catalyst: 'RuFe-NC', technique: 'XPS' }, measured }], analyses, { settings: { reference: 'as the file has it' } }).of('core-levels', 'RuFe-NC')
    const of = (component: string) => Object.fromEntries(results.filter(({ conditions }) => conditions.component === component).map(({ metric, value }) => [metric, Number(value.toFixed(3))]))
    expect(of('C-C')).toEqual({ xps_position: 284.8, xps_fwhm: 1.3, xps_area: 13500, xps_share: 84.375 })
    expect(of('C-O')).toEqual({ xps_position: 286.4, xps_fwhm: 1.6, xps_area: 2500, xps_share: 15.625 })
    expect(results.filter(({ conditions }) => conditions.component !== undefined).every(({ u, conditions }) => u === null && conditions.line === 'C 1s')).toBe(true)
    const casa = figures.find(({ id }) => id.startsWith('casa-')) as XyFigure
    expect(casa.series.map(({ name }) => name)).toEqual(['measured', 'Background', 'C-C', 'C-O', 'Envelope'])
    expect(casa.series[4]!.y.every((value, i) => Math.abs(value - casa.series[0]!.y[i]!) < 1e-3)).toBe(true)
    // The program's own line of the same spectrum stands beside them.
    expect(Math.abs(results.find(({ conditions }) => conditions.line === 'C 1s' && conditions.component === undefined)!.value - 284.8)).toBeLessThan(0.05)
  })
  it('are not invented where the file has none', () => {
    expect(casaComponents({ ...measured, settings: measured.settings.filter(({ name }) => !/: (Position|FWHM|Area)$/.test(name)) })).toEqual([])
  })
})
