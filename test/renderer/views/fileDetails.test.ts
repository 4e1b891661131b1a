// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { NSelect } from 'naive-ui'
import { createPinia } from 'pinia'
import { createI18n } from 'vue-i18n'
import { expect, it, vi } from 'vitest'
import { en } from '../../../src/renderer/locales/en'
import EntryChart from '../../../src/renderer/trace/EntryChart.vue'
import ProblemList from '../../../src/renderer/views/inbox/ProblemList.vue'
import FileDetails from '../../../src/renderer/views/inbox/FileDetails.vue'

const table = (file: string, place: number, rows: number, first: number | string = 0) => ({
  id: `${file}:${place}`, fileId: file, path: '/lab/a.xlsx', tags: [], content: '', revision: '1', fields: {},
  measurement: { technique: 'TABLE', title: `sheet ${place}`, warnings: [], facts: [], columns: ['p', 'q'].map((name) => ({ name, quantity: 'other', unit: '', rows, first, last: 1, min: 0, max: 1 })) }
})
const row = { id: 'f1', name: 'a.xlsx', path: '/lab/a.xlsx', status: 'ok', reason: null, format: 'x', reader: 'spreadsheet', recognisedBecause: null, techniques: [], catalyst: null }
const detailOf = (id: string, columnNames: readonly unknown[] | null) => ({
  row: { ...row, id }, sha256: '', locations: [], problems: [], preview: [], columnNames, entries: [table(id, 0, 10), table(id, 1, 30), table(id, 2, 20, 'words')],
  reading: { chosen: null, question: null, answer: null, rivals: [], formats: [] }
})
const show = async (columnNames: readonly unknown[] | null) => {
  vi.stubGlobal('workbench', { fileDetail: (id: string) => Promise.resolve(detailOf(id, columnNames)) })
  const wrapper = mount(FileDetails, { props: { id: 'f1' }, global: { plugins: [createPinia(), createI18n({ legacy: false, locale: 'en', messages: { en }, missingWarn: false, fallbackWarn: false })], stubs: { EntryChart: true } } })
  await flushPromises()
  const drawn = () => wrapper.findAllComponents(EntryChart).map((chart) => chart.props('entry').id)
  const choose = async (id: string) => {
    wrapper.get('[data-test=choose-table]').findComponent(NSelect).vm.$emit('update:value', id)
    await flushPromises()
  }
  return { wrapper, drawn, choose }
}

it('the chart shows the table that is chosen, as the form below does', async () => {
  const { wrapper, drawn, choose } = await show([])
  expect(drawn(), 'the longest').toEqual(['f1:1'])
  await choose('f1:0')
  expect(drawn()).toEqual(['f1:0'])
  await choose('f1:2')
  expect(drawn(), 'nothing to draw of words').toEqual([])
  await wrapper.setProps({ id: 'f2' })
  await flushPromises()
  expect(drawn(), 'another file begins anew').toEqual(['f2:1'])
})
it('of a file of a known format it is the first that can be drawn', async () => {
  const { wrapper, drawn } = await show(null)
  expect(drawn()).toEqual(['f1:0'])
  expect(wrapper.find('[data-test=choose-table]').exists()).toBe(false)
})

it('a notice of many cells is one line with its places', () => {
  const problem = (place: string, text: string) => ({ fileId: 'f1', path: '/lab/runsheet.csv', place, text })
  const twice = 'write a number.'
  const problems = [problem('row 2, C (pH)', 'correct it'), problem('row 3, D', twice), problem('row 4, C (pH)', 'correct it'), problem('row 5, D', twice), problem('row 6, C (pH)', 'correct it')]
  const wrapper = mount(ProblemList, { props: { problems }, global: { plugins: [createI18n({ legacy: false, locale: 'en', messages: { en } })] } })
  expect(wrapper.findAll('li').map((line) => line.text())).toEqual(['correct it in 3 placesrow 2, C (pH)row 4, C (pH)row 6, C (pH)', 'row 3, D write a number.', 'row 5, D write a number.'])
})
