// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { NInput, NSelect } from 'naive-ui'
import { createI18n } from 'vue-i18n'
import { expect, it } from 'vitest'
import { en } from '../../../src/renderer/locales/en'
import ColumnNames from '../../../src/renderer/views/inbox/ColumnNames.vue'

const columns = [
  { name: 'E', quantity: 'potential', unit: 'V', first: 0 }, { name: 'x', quantity: 'other', unit: '', first: 1, at: 2 }, { name: 'state', quantity: 'other', unit: '', first: 'on', at: 3 }
] as const
const form = () => mount(ColumnNames, { props: { table: 'f1:0', columns }, global: { plugins: [createI18n({ legacy: false, locale: 'en', messages: { en } })] } })
type Form = ReturnType<typeof form>
const said = (wrapper: Form) => wrapper.findAll('[data-test=column-name]').map((_, i) => [
  wrapper.findAllComponents(NInput)[2 * i]!.props('value'), wrapper.findAllComponents(NSelect)[i]!.props('value'), wrapper.findAllComponents(NInput)[2 * i + 1]!.props('value')
])
const apply = (wrapper: Form) => wrapper.get('[data-test=apply-columns]')

it('begins with what the columns are taken for, and has nothing to apply then', async () => {
  const wrapper = form()
  expect(said(wrapper)).toEqual([['E', 'potential', 'V'], ['x', 'other', ''], ['state', 'other', '']])
  expect(apply(wrapper).attributes('disabled')).toBeDefined()
  await apply(wrapper).trigger('click')
  expect(wrapper.emitted('apply')).toBeUndefined()
})
it('tells only of what was changed, by the column of the file; a text has no quantity', async () => {
  const wrapper = form()
  wrapper.findAllComponents(NSelect)[1]!.vm.$emit('update:value', 'current')
  await wrapper.findAllComponents(NInput)[3]!.find('input').setValue('mA')
  await apply(wrapper).trigger('click')
  expect(wrapper.emitted('apply')).toEqual([[[{ column: 2, name: 'x', quantity: 'current', unit: 'mA' }]]])
  expect(wrapper.findAllComponents(NSelect).map((select) => select.props('disabled'))).toEqual([false, false, true])
})
it('keeps what is being typed when the same columns come again, and begins anew with others', async () => {
  const wrapper = form()
  await wrapper.findAllComponents(NInput)[3]!.find('input').setValue('mA')
  await wrapper.setProps({ columns: columns.map((column) => ({ ...column })) })
  expect(said(wrapper)[1]).toEqual(['x', 'other', 'mA'])
  await wrapper.setProps({ columns: columns.map((column) => ({ ...column, quantity: 'time' as const })) })
  expect(said(wrapper)[1]).toEqual(['x', 'time', ''])
})
