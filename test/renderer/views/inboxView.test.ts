// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { createI18n } from 'vue-i18n'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { en } from '../../../src/renderer/locales/en'
import { messages } from '../../../src/renderer/outcome/messages'
import InboxView from '../../../src/renderer/views/inbox/InboxView.vue'
import type { InboxPage, InboxQuery, InboxRow } from '../../../src/shared/api'

const rowOf = (i: number): InboxRow => ({
  id: `f${i}`, path: `/lab/${i}.csv`, name: `${i}.csv`, folderId: null, status: 'ok', reason: null, format: null, reader: null, recognisedBecause: null, techniques: [], catalyst: null, bytes: 1, sha256: '', at: '2026-01-01T00:00:00Z', ignoredBy: null, note: null
})
let there = 0
const inbox = vi.fn((query: InboxQuery): Promise<InboxPage> => Promise.resolve({ rows: Array.from({ length: Math.min(there, query.most) }, (_, i) => rowOf(i)), total: there, files: there, counts: [], withoutCatalyst: 0 }))
const filesInCommon = vi.fn((_: readonly string[]): Promise<unknown> => Promise.reject(new Error('not asked here')))
beforeEach(() => {
  vi.stubGlobal('workbench', { on: () => () => undefined, inbox, filesInCommon, fileDetail: () => Promise.reject(new Error('not asked here')) })
  inbox.mockClear()
  filesInCommon.mockClear()
})
const view = async () => {
  const wrapper = mount(InboxView, { global: { plugins: [createPinia(), createI18n({ legacy: false, locale: 'en', messages: { en: { ...en, ...messages.en } } })] } })
  await flushPromises()
  return wrapper
}

describe('the Inbox of more files than are fetched at first', () => {
  it('selects all of them, and says how many', async () => {
    there = 2500
    const wrapper = await view()
    expect(inbox.mock.calls.map(([{ most }]) => most)).toEqual([1000])
    await wrapper.get('[role=listbox]').trigger('keydown', { key: 'a', ctrlKey: true })
    await flushPromises()
    expect(inbox.mock.calls.at(-1)![0].most).toBe(20_000)
    expect(wrapper.get('[role=status]').text()).toBe('2500 files selected')
    expect(filesInCommon.mock.calls.at(-1)![0]).toHaveLength(2500)
  })
  it('selects no more than it lists, and says that there are others', async () => {
    there = 20_001
    const wrapper = await view()
    await wrapper.get('[role=listbox]').trigger('keydown', { key: 'a', metaKey: true })
    await flushPromises()
    expect(wrapper.get('[role=status]').text()).toBe('20000 files selected')
    expect(wrapper.text()).toContain('1 older files are not listed')
    await wrapper.get('[role=listbox]').trigger('keydown', { key: 'Escape' })
    expect(wrapper.find('[role=status]').exists()).toBe(false)
  })
  it('shows the newest one, and selects others with the arrow keys', async () => {
    there = 3
    const wrapper = await view()
    expect(wrapper.find('[role=status]').exists()).toBe(false)
    await wrapper.get('[role=listbox]').trigger('keydown', { key: 'ArrowDown', shiftKey: true })
    expect(wrapper.get('[role=status]').text()).toBe('2 files selected')
  })
})
