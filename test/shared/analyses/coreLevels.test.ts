import { describe, expect, it } from 'vitest'
import { analyses } from '../../../src/shared/analyses'
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
  it('are not seen where there is none', () => {
    const flat = region('RuFe-NC', 'Ru3p', 452, 474, 900)
    expect(project([sample('RuFe-NC', 461.6)[0]!, flat], analyses).of('core-levels', 'RuFe-NC').results.map(({ conditions }) => conditions.line)).toEqual(['C 1s'])
  })
})
