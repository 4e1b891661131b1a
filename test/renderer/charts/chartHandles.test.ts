// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import fc from 'fast-check'
import ChartHandles from '../../../src/renderer/charts/ChartHandles.vue'
import { pixelOf, valueAt, type AxisPlace, type PlotPlace } from '../../../src/renderer/charts/axisPlace'

const axis: AxisPlace = { min: -10, max: 10, minPixel: 50, maxPixel: 450, isLog: false }
const place: PlotPlace = { x: axis, y: { min: -60, max: 0, minPixel: 300, maxPixel: 0, isLog: false }, left: 50, right: 450, top: 0, bottom: 300 }
const handles = [{ label: 'Window from', setting: 'from', value: -5 }, { label: 'Window to', setting: 'to', value: 12 }]

describe('place of a value on the axis', () => {
  it('goes to pixels and back, on linear and logarithmic axes', () => {
    fc.assert(fc.property(fc.double({ min: 0.01, max: 1000, noNaN: true }), fc.boolean(), (value, isLog) => {
      for (const turned of [{}, { minPixel: 450, maxPixel: 50 }]) {
        const wide = { ...axis, min: 0.01, max: 1000, isLog, ...turned }
        expect(valueAt(wide, pixelOf(wide, value))).toBeCloseTo(value, 6)
      }
    }))
    expect(pixelOf({ ...axis, minPixel: 450, maxPixel: 50 }, -10)).toBe(450)
    expect(pixelOf({ ...axis, min: 1, max: 100, isLog: true }, 10)).toBe(250)
  })
  it('stays inside the axis', () => expect([valueAt(axis, -300), valueAt(axis, 900)]).toEqual([-10, 10]))
})

describe('handles of a figure', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())
  it('stand where their value is, and are hidden outside the window that is seen', () => {
    const wrapper = mount(ChartHandles, { props: { handles, place } })
    expect(wrapper.findAll('button').map((button) => [button.attributes('data-test'), button.attributes('style')?.includes('left: 150px')])).toEqual([['handle-from', true]])
  })
  it('move with the arrow keys and tell their new place once they rest', async () => {
    const wrapper = mount(ChartHandles, { props: { handles, place } })
    await wrapper.get('button').trigger('keydown', { key: 'ArrowRight', shiftKey: true })
    await wrapper.get('button').trigger('keydown', { key: 'ArrowRight', shiftKey: true })
    expect(wrapper.emitted('move')).toBeUndefined()
    vi.advanceTimersByTime(600)
    expect(wrapper.emitted('move')).toHaveLength(1)
    const [handle, value] = wrapper.emitted('move')![0] as [{ setting: string }, number]
    expect([handle.setting, value]).toEqual(['from', expect.closeTo(-4, 9)])
  })
  it('tell every step on the way, and give it up with Esc', async () => {
    const wrapper = mount(ChartHandles, { props: { handles, place } })
    await wrapper.get('button').trigger('keydown', { key: 'ArrowRight' })
    expect(wrapper.emitted('drag')).toEqual([[handles[0], expect.closeTo(-4.9, 9)]])
    await wrapper.get('button').trigger('keydown', { key: 'Escape' })
    vi.advanceTimersByTime(600)
    expect([wrapper.emitted('cancel')?.length, wrapper.emitted('move')]).toEqual([1, undefined])
    expect(wrapper.get('button').attributes('aria-valuenow')).toBe('-5')
  })
  it('move levels up and down', async () => {
    const wrapper = mount(ChartHandles, { props: { handles: [{ label: 'Threshold', setting: 'threshold', axis: 'y', value: -10, isOpposite: true }], place } })
    expect(wrapper.get('button').attributes()).toMatchObject({ 'aria-label': 'Threshold', 'aria-orientation': 'vertical', style: expect.stringContaining('top: 50px') })
    await wrapper.get('button').trigger('keydown', { key: 'ArrowUp', shiftKey: true })
    vi.advanceTimersByTime(600)
    expect(wrapper.emitted('move')![0]![1]).toBeCloseTo(-8, 9)
  })
  it('leave the shortcuts of the window alone', async () => {
    const wrapper = mount(ChartHandles, { props: { handles, place } })
    await wrapper.get('button').trigger('keydown', { key: 'z', ctrlKey: true })
    await wrapper.get('button').trigger('keydown', { key: 'ArrowRight', ctrlKey: true })
    expect(wrapper.emitted('drag')).toBeUndefined()
  })
})
