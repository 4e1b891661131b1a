// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { createI18n } from 'vue-i18n'
import { defineComponent, h, nextTick } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import ChangedSettings from '../../../src/renderer/outcome/ChangedSettings.vue'
import { messages } from '../../../src/renderer/outcome/messages'
import { usePreview, type Preview } from '../../../src/renderer/outcome/usePreview'
import type { Outcome, Settings } from '../../../src/shared/analyses/analysis'
import { info, outcome } from './outcomes'

const global = { plugins: [createI18n({ legacy: false, locale: 'en', messages })] }

describe('a preview', () => {
  function start() {
    const asked: { settings: Settings; answer: (found: Outcome | null) => void }[] = []
    let preview!: Preview
    const host = mount(defineComponent({ props: { of: { type: Object, required: true } }, setup(props) {
      preview = usePreview(() => props['of'] as Outcome, (_of, settings) => new Promise((answer) => asked.push({ settings, answer })))
      return () => h('i')
    } }), { props: { of: outcome({}) } })
    return { asked, preview, host }
  }
  const done = (n: number): Outcome => outcome({ trace: { appVersion: '', settings: { from: n }, key: `p${n}`, inputs: [] } })
  const settled = () => new Promise((resolve) => setTimeout(resolve))

  it('asks once at a time, always for the newest wish', async () => {
    const { asked, preview } = start()
    for (const from of [1, 2, 3, 4]) preview.attempt({ from })
    expect(asked.map(({ settings }) => settings['from'])).toEqual([1])
    asked[0]!.answer(done(1))
    await settled()
    expect(preview.shown.value?.trace.key).toBe('p1')
    expect(asked.map(({ settings }) => settings['from'])).toEqual([1, 4])
  })
  it('ends when the program has computed it, or when it is given up', async () => {
    const { asked, preview, host } = start()
    preview.attempt({ from: 1 })
    asked[0]!.answer(done(1))
    await settled()
    await host.setProps({ of: outcome({ trace: { appVersion: '', settings: {}, key: 'new', inputs: [] } }) })
    expect(preview.shown.value).toBe(null)
    preview.attempt({ from: 2 })
    preview.attempt(null)
    asked[1]!.answer(done(2))
    await settled()
    expect(preview.shown.value).toBe(null)
  })
  it('does not stay if nothing comes of it', async () => {
    vi.useFakeTimers()
    const { asked, preview } = start()
    preview.attempt({ from: 1 })
    asked[0]!.answer(done(1))
    await vi.advanceTimersByTimeAsync(0)
    preview.settle()
    expect(preview.shown.value).not.toBe(null)
    await vi.advanceTimersByTimeAsync(4000)
    expect(preview.shown.value).toBe(null)
    vi.useRealTimers()
  })
})

describe('settings that somebody chose', () => {
  const settings = [
    { key: 'from', label: 'Window from', unit: 'mA cm⁻²', default: 0, zero: 'automatic', value: 0 }, { key: 'to', label: 'Window to', unit: 'mA cm⁻²', default: 0, zero: 'automatic', value: 7 },
    { key: 'leftOut', label: 'Points left out, as 1; 2', default: '', value: '' }
  ]
  const strip = (chosen: Settings) => mount(ChangedSettings, {
    props: { info: { ...info, settings }, outcome: outcome({ catalyst: 'RuFe-NC', trace: { appVersion: '', settings: chosen, key: 'k', inputs: [] } }) }, global
  })
  it('are told, and can be applied to all catalysts or taken back', async () => {
    const wrapper = strip({ from: 0.5, to: 7, leftOut: '4' })
    expect(wrapper.get('[data-test=own-settings] span').text()).toBe('Only for RuFe-NC: Window from 0.5 mA cm⁻² · Points left out 4')
    expect(wrapper.get('[data-test=common-settings] span').text()).toBe('For all catalysts: Window to 7 mA cm⁻²')
    await wrapper.get('[data-test=apply-to-all]').trigger('click')
    await wrapper.get('[data-test=back-to-default]').trigger('click')
    await wrapper.get('[data-test=all-back-to-default]').trigger('click')
    expect(wrapper.emitted('change')).toEqual([[{ from: 0.5, leftOut: '4' }, false], [{ from: null, leftOut: null }, true], [{ to: null }, false]])
  })
  it('are not mentioned where they are as shipped', async () => {
    const wrapper = strip({ from: 0, to: 7, leftOut: '' })
    await nextTick()
    expect(wrapper.find('[data-test=own-settings]').exists()).toBe(false)
    expect(wrapper.find('[data-test=common-settings]').exists()).toBe(true)
  })
})
