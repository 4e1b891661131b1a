import { describe, expect, it } from 'vitest'
import { asTurned, viewSwitches, withTurned, type Turned, type ViewSwitch } from '../../../src/renderer/charts/chartView'
import type { XyFigure } from '../../../src/shared/figure'
import { bars, sweep } from './figures'

const turned = (...keys: ViewSwitch[]): Turned => new Set(keys)
const keysOf = (...of: Parameters<typeof viewSwitches>) => viewSwitches(...of).map(({ key, isOn }) => `${key} ${isOn ? 'on' : 'off'}`)

describe('viewSwitches', () => {
  const trace: XyFigure = { ...sweep, series: [{ ...sweep.series[0]!, x: [0, 1, 2, 3], y: [4, 3, 2, 1], yError: [0.1, null, 0.2, 0.1] }] }
  it('offers decades where most stands above zero, and error bars where there are some', () => {
    expect(keysOf(sweep, turned())).toEqual([])
    expect(keysOf(trace, turned('logY'))).toEqual(['logX off', 'logY on', 'errorBars on'])
    expect(keysOf(bars, turned('errorBars'))).toEqual(['logY off', 'errorBars off'])
  })
  it('offers no decades of states, of curves moved apart, of equal scales or of stacked bars', () => {
    expect(keysOf({ ...trace, x: { ...trace.x, labels: ['*', '*NO₃'] }, y: { ...trace.y, isArbitrary: true } }, turned())).toEqual(['errorBars on'])
    expect(keysOf({ ...trace, equalScales: true }, turned())).toEqual(['errorBars on'])
    expect(keysOf({ ...bars, stacked: true }, turned())).toEqual(['errorBars on'])
  })
})

describe('asTurned', () => {
  it('is the same figure where nothing is turned, or nothing that it has', () => {
    expect(asTurned(sweep, turned())).toBe(sweep)
    expect(asTurned(sweep, turned('errorBars', 'logY'))).toBe(sweep)
  })
  it('turns an axis over and back', () => {
    const logarithmic = asTurned(bars, turned('logY'))
    expect([logarithmic.y.log, logarithmic.groups]).toEqual([true, bars.groups])
    expect(asTurned({ ...sweep, x: { ...sweep.x, log: true } }, turned('logX')).x.log).toBe(false)
  })
  it('leaves the values and the single points of bars whose errors are not shown', () => {
    expect(asTurned(bars, turned('errorBars')).groups).toEqual(bars.groups.map(({ name, values, points }) => (points ? { name, values, points } : { name, values })))
  })
  it('goes back with a second turn', () => expect(withTurned(withTurned(turned('logX'), 'logY'), 'logY')).toEqual(turned('logX')))
})
