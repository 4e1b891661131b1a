// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { createI18n } from 'vue-i18n'
import { describe, expect, it } from 'vitest'
import ChartPoints from '../../../src/renderer/charts/ChartPoints.vue'
import ChartStretches from '../../../src/renderer/charts/ChartStretches.vue'
import { isolateSeries, toggleSeries } from '../../../src/renderer/charts/hiddenSeries'
import { legendItems } from '../../../src/renderer/charts/legendItems'
import { seriesLooks, type CatalystLooks } from '../../../src/renderer/charts/seriesLook'
import { logTicks } from '../../../src/renderer/charts/logTicks'
import { logTickLabel } from '../../../src/renderer/charts/tickLabel'
import { exportTheme } from '../../../src/renderer/charts/chartTheme'
import { bandAnnotations } from '../../../src/renderer/charts/markAnnotations'
import { markerPlans } from '../../../src/renderer/charts/markerPlans'
import type { PlotPlace } from '../../../src/renderer/charts/axisPlace'
import { messages } from '../../../src/renderer/outcome/messages'
import type { XyFigure } from '../../../src/shared/figure'

const global = { plugins: [createI18n({ legacy: false, locale: 'en', messages })] }
const figure: XyFigure = {
  kind: 'xy', id: 'k', title: 'Kinetics', x: { title: 't', unit: 'h' }, y: { title: 'c', unit: 'mM' },
  series: [{ name: 'r1', style: 'points', x: [0, 1, 2], y: [9, 8, 7], picks: { setting: 'leftOut', value: '1', keys: ['0', '1', '2'], isOut: [false, true, false] } }, { name: 'fit', style: 'line', x: [0, 2], y: [9, 7] }]
}

describe('points that can be left out', () => {
  it('are reached with the keyboard and say what they are', async () => {
    const wrapper = mount(ChartPoints, { props: { plot: null, figure, pixelsOf: (_series: number, index: number) => ({ x: 10 * index, y: 5 }) }, global })
    const button = wrapper.get('button')
    await button.trigger('focus')
    expect(button.attributes()).toMatchObject({ 'aria-pressed': 'true', 'aria-label': expect.stringContaining('r1: 9 at 0, counts') })
    await button.trigger('keydown', { key: 'ArrowRight' })
    expect(button.attributes()).toMatchObject({ 'aria-pressed': 'false', 'aria-label': expect.stringContaining('left out'), style: expect.stringContaining('left: 10px') })
    await button.trigger('click')
    expect(wrapper.emitted('pick')).toEqual([[0, 1]])
  })
  it('are drawn hollow', () => {
    const look = { colour: '#D55E00', marker: 'circle', dash: [] } as const
    expect(markerPlans(figure, [look, look])).toEqual([{ look, markers: 'all', isOut: [false, true, false] }, { look, markers: 'none' }])
  })
})

describe('stretches that are left out', () => {
  const axis = { min: 0, max: 10, minPixel: 0, maxPixel: 100, isLog: false }
  const place: PlotPlace = { x: axis, y: axis, left: 0, right: 100, top: 0, bottom: 50 }
  const pressed = (type: string, clientX: number, more: object = {}) => new PointerEvent(type, { clientX, button: 0, bubbles: true, cancelable: true, ...more })
  it('are drawn with Ctrl held, and a click tells its place', () => {
    const plot = document.createElement('div')
    document.body.append(plot)
    const wrapper = mount(ChartStretches, { props: { place }, attachTo: plot })
    const host = wrapper.element.parentElement!
    host.dispatchEvent(pressed('pointerdown', 70, { ctrlKey: true }))
    window.dispatchEvent(pressed('pointermove', 30))
    window.dispatchEvent(pressed('pointerup', 30))
    host.dispatchEvent(pressed('pointerdown', 42, { ctrlKey: true }))
    window.dispatchEvent(pressed('pointerup', 42))
    host.dispatchEvent(pressed('pointerdown', 10))
    window.dispatchEvent(pressed('pointerup', 90))
    expect(wrapper.emitted('stretch')).toEqual([[{ x: 70, y: 0 }, 3, 7]])
    expect(wrapper.emitted('click')).toEqual([[expect.closeTo(4.2, 9)]])
    wrapper.unmount()
  })
  it('are shaded, with the name of the curve unless it is all', () => {
    const boxes = Object.values(bandAnnotations([{ from: 1, to: 2, label: 'r2' }, { from: 3, to: 4, label: '' }], exportTheme)) as { xMin: number; label: { display: boolean } }[]
    expect(boxes.map(({ xMin, label }) => [xMin, label.display])).toEqual([[1, true], [3, false]])
  })
})

describe('a family of curves', () => {
  const plain: CatalystLooks = new Map()
  const line = (name: string, family?: string) => ({ name, style: 'line' as const, x: [0, 1], y: [0, 1], ...(family === undefined ? {} : { family }) })
  const series = [line('-0.1 V, r1', '-0.1 V'), line('-0.1 V, r2', '-0.1 V'), line('-0.2 V, r1', '-0.2 V'), line('other')]
  it('looks the same and has one entry in the legend, with a true minus sign', () => {
    const looks = seriesLooks(series, plain, exportTheme)
    expect(looks[0]).toEqual(looks[1])
    expect(looks[2]!.colour).not.toBe(looks[0]!.colour)
    expect(legendItems({ ...figure, series }, looks, exportTheme.text).map(({ index, name }) => [index, name])).toEqual([[0, '−0.1 V'], [2, '−0.2 V'], [3, 'other']])
  })
  it('comes and goes together', () => {
    expect([...toggleSeries(new Set(), [0, 1])]).toEqual([0, 1])
    expect([...toggleSeries(new Set([0, 1, 3]), [0, 1])]).toEqual([3])
    expect([...isolateSeries(new Set(), [0, 1], 4)]).toEqual([2, 3])
  })
})

it('labels twos and fives on a short logarithmic axis', () => {
  expect(logTicks(4.6, 52).map(logTickLabel)).toEqual(['5', '10', '20', '50'])
  expect(logTicks(0.9, 1100).map(logTickLabel)).toEqual(['1', '10', '100', '1000'])
})
