import { describe, expect, it } from 'vitest'
import { seriesLooks } from '../../../src/renderer/charts/seriesLook'
import { keyNumbers } from '../../../src/renderer/views/cards/keyNumbers'
import { exportTheme } from '../../../src/renderer/charts/chartTheme'
import { outcome, result } from '../outcome/outcomes'

describe('several series of one catalyst', () => {
  const of = (...styles: readonly ('line' | 'dashed' | 'points')[]) => seriesLooks(styles.map((style) => ({ catalyst: 'RuFe-NC', style })), new Map([['RuFe-NC', { colour: '#D1495B', marker: 'rect' }]]), exportTheme)
  it('differ in their markers where they are points', () => {
    expect(new Set(of('points', 'points', 'points').map(({ marker }) => marker)).size).toBe(3)
    expect(of('points', 'line', 'points', 'line').map(({ dash }) => dash.join()).filter((_, i) => i % 2 === 1)).toEqual(['', '6,4'])
  })
  it('differ in their dashes, also from those that are dashed on purpose', () => {
    const dashes = of('line', 'line', 'dashed', 'dashed').map(({ dash }) => dash.join())
    expect(new Set(dashes).size).toBe(4)
    expect([dashes[0], dashes[2]]).toEqual(['', '6,4'])
  })
})

it('series of no catalyst are shades of one colour where they are steps, colours of their own where they are kinds', () => {
  const hues = (...names: readonly string[]) => seriesLooks(names.map((name) => ({ name })), new Map(), exportTheme).map(({ colour }) => colour)
  const isMixed = (colour: string): boolean => colour !== exportTheme.accent && colour !== exportTheme.text
  expect(new Set(hues('corrected', '*NH₃', 'D band', '*HNH', 'G band', 'sum')).size).toBe(6)
  expect(hues('corrected', '*NH₃', 'D band', '*HNH')[1]).toBe('#8A4FA3')
  for (const steps of [['0 V', '−0.1 V', '−0.2 V', '-0.3 V'], ['cycle 1', 'cycle 2', 'cycle 3', 'cycle 10']]) {
    expect(hues(...steps).at(-1)).toBe(hues('', '', '', '').at(-1))
    expect(hues(...steps).slice(1, -1).every(isMixed)).toBe(true)
  }
})

describe('a key number of which there are several', () => {
  it('says that it is one of them; the largest FE is a number of its own', () => {
    const files = outcome({ results: [result('d_band_centre_dft', -2.156, { file: 'a/DOSCAR' }), result('d_band_centre_dft', -4.314, { file: 'b/DOSCAR' }), result('fe_nh3', 90), result('fe_nh3', 80)] })
    expect(keyNumbers([files], 'RuFe-NC').map(({ id, of, result: { conditions } }) => [id, of, conditions['file']])).toEqual([['bestFe', undefined, undefined], ['dBandCentre', 2, 'a/DOSCAR']])
    const sweeps = outcome({ results: [result('onset', 0.03, { nitrate_M: 0.1 }), result('onset', -0.21, { nitrate_M: 0 })] })
    expect(keyNumbers([sweeps], 'RuFe-NC').map(({ of }) => of)).toEqual([undefined])
  })
})
