import { describe, expect, it } from 'vitest'
import { barsDatasets, barsOptions, barsRange } from '../../../src/renderer/charts/barsConfig'
import { barsReadout } from '../../../src/renderer/charts/barsReadout'
import { exportTheme } from '../../../src/renderer/charts/chartTheme'
import { replicateOffset } from '../../../src/renderer/charts/plugins/replicatePoints'
import { seriesLooks } from '../../../src/renderer/charts/seriesLook'
import type { BarsFigure } from '../../../src/shared/figure'
import { bars } from './figures'

const looks = seriesLooks(bars.groups, new Map(), exportTheme)
const none: ReadonlySet<number> = new Set()
const stacked: BarsFigure = { ...bars, stacked: true }

describe('bars', () => {
  it('have error bars, and no bar where there is no value', () => {
    const [nh3, h2] = barsDatasets(bars, looks, none, exportTheme)
    expect(nh3!.data).toEqual([{ x: '\u22120.1', y: 90, yMin: 88, yMax: 92 }, { x: '\u22120.2', y: 80, yMin: 77, yMax: 83 }])
    expect(h2!.data[1]).toEqual({ x: '\u22120.2', y: Number.NaN })
  })

  it('stand on zero and leave room for every single value', () => {
    const range = barsRange(bars, none)
    expect(range.min).toBe(0)
    expect(range.max).toBeGreaterThan(95)
  })

  it('put the error bar of a stacked part on top of what is below it', () => {
    expect(barsDatasets(stacked, looks, none, exportTheme)[1]!.data[0]).toEqual({ x: '\u22120.1', y: 5, yMin: 94, yMax: 96 })
    expect(barsDatasets(stacked, looks, new Set([0]), exportTheme)[1]!.data[0]).toEqual({ x: '\u22120.1', y: 5, yMin: 4, yMax: 6 })
    expect(barsRange({ ...stacked, y: { title: 'j', unit: 'mA/cm2' } }, none).max).toBeCloseTo(96 * 1.06)
  })

  it('that come near 100 % are seen against it', () => {
    const share = (value: number, unit = '%') => barsRange({ ...bars, y: { title: 'FE', unit }, groups: [{ name: 'a', values: [value] }] }, none).max
    expect([share(94), share(101), share(30), share(94, 'mV')]).toEqual([106, 101 * 1.06, 30 * 1.06, 94 * 1.06])
  })

  it('go below zero where values do', () => {
    const { min, max } = barsRange({ ...bars, groups: [{ name: 'a', values: [-5, 2] }] }, none)
    expect(min).toBeCloseTo(-5.3)
    expect(max).toBeCloseTo(2.12)
  })

  it('label potentials with a true minus sign and leave names alone', () => {
    expect(barsOptions({ ...bars, categories: ['-0.1', 'RuFe-NC'] }, none, exportTheme).labels).toEqual(['\u22120.1', 'RuFe-NC'])
  })
})

it('spreads single values over the middle of their bar', () => {
  expect([0, 1, 2].map((i) => replicateOffset(i, 3, 10))).toEqual([-3, 0, 3])
  expect(replicateOffset(0, 1, 10)).toBe(0)
})

it('reads all groups of a category with u, n and unit', () => {
  const shown = [[{ x: 10, y: 50, category: 0 }, { x: 60, y: 55, category: 1 }], [{ x: 20, y: 90, category: 0 }]]
  const readout = barsReadout(bars, looks, shown, { x: 12, y: 52 })
  expect(readout?.heading).toBe('E = \u22120.1 V vs RHE')
  expect(readout?.lines.map(({ text }) => text)).toEqual(['90.0 ± 2.0 % (n = 2)', '5.0 ± 1.0 %'])
  expect(barsReadout(bars, looks, shown, { x: 400, y: 0 })).toBeNull()
})
