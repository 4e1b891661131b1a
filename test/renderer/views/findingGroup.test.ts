// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { createI18n } from 'vue-i18n'
import { describe, expect, it, vi } from 'vitest'
import type { ListedFinding } from '../../../src/shared/api'
import { message } from '../../../src/shared/message'
import { en } from '../../../src/renderer/locales/en'
import FindingGroup from '../../../src/renderer/views/FindingGroup.vue'

const listed = (file: string, acknowledged: string | null = null): ListedFinding =>
  ({ key: `kk|${file}`, acknowledged, finding: { rule: 'kk', level: 'warning', catalyst: 'RuFe-NC', message: message('check.kk', 'residual of {file}', { file }), source: 'a source' } })
const show = (...alike: ListedFinding[]) => mount(FindingGroup, { props: { alike }, global: { plugins: [createPinia(), createI18n({ legacy: false, locale: 'en', messages: { en }, missingWarn: false, fallbackWarn: false })] } })

describe('findings that say the same', () => {
  it('stand in full where they are few', () => {
    const wrapper = show(listed('a'), listed('b'), listed('c'))
    expect(wrapper.findAll('[data-test=finding]')).toHaveLength(3)
    expect(wrapper.find('[data-test=alike-findings]').exists()).toBe(false)
  })
  it('are folded where they are many, and unfolded', async () => {
    const wrapper = show(...['a', 'b', 'c', 'd', 'e'].map((file) => listed(file)))
    expect(wrapper.findAll('[data-test=finding]')).toHaveLength(2)
    expect(wrapper.get('[data-test=alike-findings] .link').text()).toBe('3 more that say the same')
    await wrapper.get('[data-test=alike-findings] .link').trigger('click')
    expect(wrapper.findAll('[data-test=finding]')).toHaveLength(5)
  })
  it('are acknowledged together, but for those that have a reason already', async () => {
    const execute = vi.fn(() => Promise.resolve(null))
    vi.stubGlobal('workbench', { execute })
    const wrapper = show(listed('a'), listed('b', 'known'), listed('c'), listed('d'))
    const all = wrapper.get('[data-test=acknowledge-all]')
    expect(all.text()).toBe('Acknowledge all 3 like these')
    await all.trigger('click')
    expect(wrapper.get('form button').attributes('disabled')).toBeDefined()
    await wrapper.get('form input').setValue(' five frequencies only ')
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(execute.mock.calls).toEqual([[{ kind: 'acknowledge', findings: ['kk|a', 'kk|c', 'kk|d'], reason: 'five frequencies only' }]])
  })
})
