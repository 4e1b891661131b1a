// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import fc from 'fast-check'
import ChartHandles from '../../../src/renderer/charts/ChartHandles.vue'
import { pixelOf, valueAt, type AxisPlace } from '../../../src/renderer/charts/axisPlace'

const axis: AxisPlace = { min: -10, max: 10, left: 50, right: 450, top: 8, bottom: 300, isLog: false }
const handles = [{ label: 'Window from', setting: 'from', value: -5 }, { label: 'Window to', setting: 'to', value: 12 }]

describe('place of a value on the axis', () => {
  it('goes to pixels and back, on linear and logarithmic axes', () => {
    fc.assert(fc.property(fc.double({ min: 0.01, max: 1000, noNaN: true }), fc.boolean(), (value, isLog) => {
      const place = { ...axis, min: 0.01, max: 1000, isLog }
      expect(valueAt(place, pixelOf(place, value))).toBeCloseTo(value, 6)
    }))
    expect(pixelOf({ ...axis, min: 1, max: 100, isLog: true }, 10)).toBe(250)
  })
  it('stays inside the axis', () => expect([valueAt(axis, -300), valueAt(axis, 900)]).toEqual([-10, 10]))
})

describe('handles of a figure', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())
  it('stand where their value is, and are hidden outside the window that is seen', () => {
    const wrapper = mount(ChartHandles, { props: { handles, axis } })
    expect(wrapper.findAll('button').map((button) => [button.attributes('data-test'), button.attributes('style')?.includes('left: 150px')])).toEqual([['handle-from', true]])
  })
  it('move with the arrow keys and tell their new place once they rest', async () => {
    const wrapper = mount(ChartHandles, { props: { handles, axis } })
    await wrapper.get('button').trigger('keydown', { key: 'ArrowRight', shiftKey: true })
    await wrapper.get('button').trigger('keydown', { key: 'ArrowRight', shiftKey: true })
    expect(wrapper.emitted('move')).toBeUndefined()
    vi.advanceTimersByTime(600)
    expect(wrapper.emitted('move')).toHaveLength(1)
    const [handle, value] = wrapper.emitted('move')![0] as [{ setting: string }, number]
    expect([handle.setting, value]).toEqual(['from', expect.closeTo(-4, 9)])
  })
})
