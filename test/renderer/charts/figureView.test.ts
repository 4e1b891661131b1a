// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils'
import { nextTick } from 'vue'
import { createI18n } from 'vue-i18n'
import { expect, it } from 'vitest'
import FigureView from '../../../src/renderer/charts/FigureView.vue'
import { messages } from '../../../src/renderer/outcome/messages'
import { bars, sweep } from './figures'

const global = { plugins: [createI18n({ legacy: false, locale: 'en', messages })] }
const off = (wrapper: VueWrapper) => wrapper.findAll('.legend button').filter((button) =>
  button.attributes('aria-pressed') === 'false').map((button) => button.text())

it('says in words what a chart shows, and can take the focus', () => {
  const canvas = mount(FigureView, { props: { figure: sweep }, global }).get('canvas')
  expect(canvas.attributes('aria-label')).toContain('Linear sweep. j / mA cm⁻² against E / V vs RHE, 2 series')
  expect(canvas.attributes('tabindex')).toBe('0')
})

it('hides a series on a click and isolates it on a double click', async () => {
  const wrapper = mount(FigureView, { props: { figure: sweep }, global })
  const [first] = wrapper.findAll('.legend button')
  await first!.trigger('click')
  expect(off(wrapper)).toEqual(['RuFe-NC'])
  await first!.trigger('click')
  await first!.trigger('dblclick')
  expect(off(wrapper)).toEqual(['NC'])
  await first!.trigger('dblclick')
  expect(off(wrapper)).toEqual([])
})

it('hides the catalysts that are switched off everywhere', async () => {
  const wrapper = mount(FigureView, { props: { figure: sweep, hiddenCatalysts: new Set(['NC']) }, global })
  expect(off(wrapper)).toEqual(['NC'])
  await wrapper.setProps({ hiddenCatalysts: new Set<string>() })
  expect(off(wrapper)).toEqual([])
})

it('has the numbers as a table behind it', async () => {
  const wrapper = mount(FigureView, { props: { figure: bars }, global })
  expect(wrapper.find('table').exists()).toBe(false)
  const details = wrapper.get('details')
  ;(details.element as HTMLDetailsElement).open = true
  await details.trigger('toggle')
  await nextTick()
  expect(wrapper.findAll('tbody td').map((cell) => cell.text()).slice(0, 3)).toEqual(['-0.1', '90', '2'])
})

it('tells below the figure what was done to a curve', () => {
  expect(mount(FigureView, { props: { figure: sweep }, global }).get('figcaption').text()).toBe('NC: smoothed')
})
