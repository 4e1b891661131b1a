import { describe, expect, it } from 'vitest'
import { exportTheme } from '../../../src/renderer/charts/chartTheme'
import { nearestPoints } from '../../../src/renderer/charts/nearestPoints'
import { seriesLooks } from '../../../src/renderer/charts/seriesLook'
import { xyReadout } from '../../../src/renderer/charts/xyReadout'
import { sweep } from './figures'

describe('nearestPoints', () => {
  it('reads a curve at its x', () => {
    expect(nearestPoints([[{ x: 10, y: 0 }, { x: 20, y: 100 }]], { x: 19, y: 45 })[0]?.point).toEqual({ x: 20, y: 100 })
  })
  it('leaves out what is far away, and points that are none', () => {
    expect(nearestPoints([[{ x: 200, y: 0 }], [{ x: 1, y: Number.NaN }]], { x: 0, y: 0 })).toEqual([])
  })
})

describe('xyReadout', () => {
  const looks = seriesLooks(sweep.series, new Map(), exportTheme)
  const at = (x: number, valueY: number, u: number | null = null) => ({ x, y: -valueY, valueX: -0.3, valueY, u })
  it('tells x and every value there with units, the nearest first', () => {
    const readout = xyReadout(sweep, looks, [[at(50, -20)], [at(51, -1, 0.12)]], { x: 50, y: 2 })
    expect(readout?.heading).toBe('E = \u22120.3 V vs RHE')
    expect(readout?.lines.map(({ name, text }) => [name, text])).toEqual([['NC', '\u22121.00 ± 0.12 mA cm⁻²'], ['RuFe-NC', '\u221220 mA cm⁻²']])
  })
  it('leaves out points at another x', () => expect(xyReadout(sweep, looks, [[at(50, -20)], [at(70, -1)]], { x: 50, y: 20 })?.lines).toHaveLength(1))
  it('tells the differences to a pinned point, no finer than the two numbers, and the slope between them', () => {
    const readout = xyReadout(sweep, looks, [[at(50, -20)], []], { x: 50, y: 2 }, { x: 0.2, y: -1.000_000_04 })
    expect(readout?.point).toEqual({ x: -0.3, y: -20 })
    expect(readout?.differences).toEqual([{ name: 'Δx', text: '\u22120.5 V' }, { name: 'Δy', text: '\u221219 mA cm⁻²' }, { name: 'Δy/Δx', text: '38 mA cm⁻² V⁻¹' }])
  })
  it('has no slope between two points at the same x', () => expect(xyReadout(sweep, looks, [[at(50, -20)], []], { x: 50, y: 2 }, { x: -0.3, y: 1 })?.differences?.map(({ name }) => name)).toEqual(['Δx', 'Δy']))
})
