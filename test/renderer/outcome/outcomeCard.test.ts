// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { NCheckbox, NDropdown, NInputNumber, NSelect, NSlider } from 'naive-ui'
import { createI18n } from 'vue-i18n'
import { describe, expect, it } from 'vitest'
import MissingData from '../../../src/renderer/outcome/MissingData.vue'
import { messages } from '../../../src/renderer/outcome/messages'
import OutcomeCard from '../../../src/renderer/outcome/OutcomeCard.vue'
import { groupResults } from '../../../src/renderer/outcome/groupResults'
import QuantityTable from '../../../src/renderer/outcome/QuantityTable.vue'
import type { Finding, Need, Outcome, Settings } from '../../../src/shared/analyses/analysis'
import { loadWords } from '../../../src/renderer/locales/phrases/useWords'
import { message } from '../../../src/shared/message'
import { sweep } from '../charts/figures'
import { info, outcome, result } from './outcomes'

const words = { en: messages.en, 'zh-CN': messages['zh-CN'] }
const globalIn = (locale: 'en' | 'zh-CN') => ({ plugins: [createI18n({ legacy: false, locale, fallbackLocale: 'en', messages: words })] })
const global = globalIn('en')
const card = (of: Partial<Outcome>, locale: 'en' | 'zh-CN' = 'en') => mount(OutcomeCard,
  { props: { outcome: outcome(of), info, colours: new Map() }, global: globalIn(locale) })
const needs: Need[] = [
  { message: message('needs.setPotential', 'set potential of {file}', { file: 'run R1' }), where: 'runSheet' }, { message: message('needs.unknown', 'something new'), where: 'settings' }
]

describe('QuantityTable', () => {
  const mean = result('fe_nh3', 92.43, { potential_V_RHE: -0.1 }, { u: 1.27, n: 3 })
  const results = [mean, ...[1, 2, 3].map((replicate) => result('fe_nh3', 90 + replicate, { potential_V_RHE: -0.1, replicate }))]

  it('shows the mean with u, the unit in the head, and where the number comes from on a click', async () => {
    const wrapper = mount(QuantityTable, { props: { sections: groupResults(results), colours: new Map() }, global })
    expect(wrapper.findAll('th').map((head) => head.text())).toEqual(['FE(NH₃)/ %', 'n'])
    expect(wrapper.get('.same').text()).toContain('E / V vs RHE')
    expect(wrapper.get('.number').text()).toBe('92.4 ± 1.3')
    await wrapper.get('.number').trigger('click')
    expect(wrapper.emitted('trace')).toEqual([[mean]])
  })

  it('unfolds the single runs', async () => {
    const wrapper = mount(QuantityTable, { props: { sections: groupResults(results), colours: new Map() }, global })
    expect(wrapper.findAll('tbody tr')).toHaveLength(1)
    await wrapper.get('.count button').trigger('click')
    expect(wrapper.findAll('tbody tr.folded').map((row) => row.get('.count').text())).toEqual(['rep. 1', 'rep. 2', 'rep. 3'])
  })

  it('lists single values with their units', () => {
    const wrapper = mount(QuantityTable, { props: { sections: groupResults([result('onset', 0.03, {}, { unit: 'V' }),
      result('yield_nh3_mass', 3.0791, {}, { u: 0.05, unit: 'mg/h/mgcat' })]), colours: new Map() }, global })
    expect(wrapper.find('table').exists()).toBe(false)
    expect(wrapper.findAll('.number').map((number) => number.text().replace(/\s+/g, ' '))).toEqual(['0.03 V', '3.08 ± 0.05 mg h⁻¹ mgcat⁻¹'])
  })
})

describe('MissingData', () => {
  it('names each missing input and leads to where it is entered', async () => {
    const wrapper = mount(MissingData, { props: { needs }, global })
    expect(wrapper.findAll('.what').map((what) => what.text())).toEqual(['set potential of run R1', 'something new'])
    await wrapper.findAll('button')[1]!.trigger('click')
    expect(wrapper.emitted('need')).toEqual([[needs[1]]])
  })
  describe('the same of many files', () => {
    const area = (file: string, entry: string): Need => ({
      message: message('needs.areaPlaceholder', 'geometric area of the electrode of {file} (its header says {area} cm², the placeholder of the instrument)', { file, area: 1 }), where: 'runSheet', field: 'area_cm2', entries: [entry]
    })
    const several = [...needs, area('b.mpt', 'b:0'), area('a.mpt', 'a:0'), area('c.mpt', 'c:0')]
    it('stands in one line that leads to all of them, with the files below it', async () => {
      const wrapper = mount(MissingData, { props: { needs: several }, global })
      expect(wrapper.findAll('.what').map((what) => what.text())).toEqual(['set potential of run R1', 'something new', 'geometric area of the electrode of each of 3 files (its header says 1 cm², the placeholder of the instrument)'])
      await wrapper.findAll('.line')[2]!.trigger('click')
      expect(wrapper.emitted('need')?.[0]).toMatchObject([{ where: 'runSheet', field: 'area_cm2', entries: ['a:0', 'b:0', 'c:0'] }])
      expect(wrapper.findAll('.file').map((file) => file.text())).toEqual(['a.mpt', 'b.mpt', 'c.mpt'])
      await wrapper.findAll('.file')[1]!.trigger('click')
      expect(wrapper.emitted('need')?.[1]).toEqual([several[2]])
    })
    it('in Chinese, too, and runs are called runs', async () => {
      await loadWords('zh-CN')
      const runs = ['R1', 'R2', 'R3'].map((run): Need => ({ message: message('needs.setPotential', 'set potential of {file}', { file: `run ${run}` }), where: 'runSheet' }))
      const says = (of: readonly Need[], locale: 'en' | 'zh-CN') => mount(MissingData, { props: { needs: of }, global: globalIn(locale) }).findAll('.what').map((what) => what.text())
      expect(says(runs, 'en')).toEqual(['set potential of each of 3 runs'])
      expect(says(runs, 'zh-CN')).toEqual(['3 次电解各自的设定电位'])
      expect(says([...runs, { ...runs[0]!, message: message('needs.setPotential', 'set potential of {file}', { file: 'a.txt' }) }], 'en')).toEqual(['set potential of each of 4 files and runs'])
    })
    it('stays apart where it says something else of each, or is asked elsewhere', () => {
      const of = (file: string, area_cm2: number, where: Need['where'] = 'runSheet'): Need => ({ message: message('needs.areaPositive', 'a geometric area above 0 cm² for {file}, not {area}', { file, area: area_cm2 }), where })
      const twice = ['a', 'b', 'c'].map((file): Need => ({ message: message('needs.scale', 'size of a pixel of {file}.tif: add a row image, {file}.tif', { file: `${file}.tif` }), where: 'inbox' }))
      const apart = [of('a.txt', -1), of('b.txt', -2), of('c.txt', -3), of('d.txt', -1, 'settings'), of('e.txt', -1, 'inbox'), ...twice]
      expect(mount(MissingData, { props: { needs: apart }, global }).findAll('.what')).toHaveLength(apart.length)
    })
  })
  it('does so in Chinese, and in whole English where a message is not in the catalogue', async () => {
    await loadWords('zh-CN')
    expect(mount(MissingData, { props: { needs }, global: globalIn('zh-CN') }).findAll('.what').map((what) => what.text())).toEqual(['电解 R1 的设定电位', 'something new'])
  })
})

describe('OutcomeCard', () => {
  const finding: Finding = { rule: 'fe.sum', level: 'warning', catalyst: 'RuFe-NC', message: { id: 'x', text: 'ΣFE is 108 %.' }, source: 'own rule' }

  it('is one quiet line when there is nothing', () => {
    const wrapper = card({ state: 'nothing' })
    expect(wrapper.text()).toBe('Faradaic efficiency nothing of this kind in the project yet')
    expect(wrapper.find('button').exists()).toBe(false)
  })

  it('says how many inputs are missing and passes the chosen one on', async () => {
    const wrapper = card({ state: 'missing', needs })
    expect(wrapper.get('.badge').text()).toBe('needs 2 inputs')
    await wrapper.get('.needs button').trigger('click')
    expect(wrapper.emitted('need')).toEqual([[needs[0]]])
  })

  it('shows figure, numbers, method and findings', () => {
    const wrapper = card({ results: [result('fe_nh3', 90)], figures: [sweep], findings: [finding] })
    expect(wrapper.find('canvas').exists()).toBe(true)
    expect(wrapper.get('.strip').text()).toContain('ΣFE is 108 %.')
    expect(wrapper.get('.strip').text()).toContain('fe.sum')
    expect(wrapper.get('.method').text()).toBe('FE = 8·F·n/Q')
  })

  it('folds findings that say the same of many files, and no others', async () => {
    const finding = (rule: string, file: string): Finding => ({ rule, level: 'warning', catalyst: 'RuFe-NC', message: message(`check.${rule}`, `${rule} of {file}`, { file }), source: 'a source' })
    const files = ['a', 'b', 'c', 'd', 'e']
    const wrapper = card({ findings: [...files.map((file) => finding('residual', file)), finding('arc', 'a'), ...['a', 'b', 'c'].map((file) => finding('fit', file))] })
    const said = () => wrapper.findAll('.strip b + *').map((strip) => strip.text())
    expect(said()).toEqual(['residual of a', 'residual of b', 'arc of a', 'fit of a', 'fit of b', 'fit of c'])
    const more = wrapper.get('[data-test=more-findings]')
    expect(more.text()).toBe('3 more that say the same')
    await more.trigger('click')
    expect(said().slice(0, 6)).toEqual([...files.map((file) => `residual of ${file}`), 'arc of a'])
    expect(wrapper.find('[data-test=more-findings]').exists()).toBe(false)
  })

  it('leaves out the numbers of catalysts that are switched off', async () => {
    const wrapper = card({ catalyst: null, results: [result('onset', 1), result('onset', 2, {}, { catalyst: 'NC' })] })
    expect(wrapper.findAll('.number')).toHaveLength(2)
    await wrapper.setProps({ hiddenCatalysts: new Set(['NC']) })
    expect(wrapper.findAll('.number').map((number) => number.text().trim())).toEqual(['1\u00A0%'])
  })

  it('explains itself and changes settings', async () => {
    const wrapper = card({ results: [result('fe_nh3', 90)] })
    await wrapper.get('.icon').trigger('click')
    expect(wrapper.get('.equation').text()).toBe('FE = 8·F·n/Q')
    expect(wrapper.get('.how').text()).toContain('Well mixed.')
    wrapper.getComponent(NInputNumber).vm.$emit('update:value', 1)
    wrapper.getComponent(NInputNumber).vm.$emit('update:value', null)
    wrapper.getComponent(NCheckbox).vm.$emit('update:checked', false)
    wrapper.getComponent(NSelect).vm.$emit('update:value', 'occupied')
    expect(wrapper.emitted('change')).toEqual([[{ threshold: 1 }, false], [{ threshold: 0.5 }, false], [{ subtract: false }, false], [{ range: 'occupied' }, false]])
  })

  it('follows a slider while it moves, and keeps what it was let go at', async () => {
    const asked: Settings[] = []
    const tried = (from: number): Outcome => outcome({ results: [result('fe_nh3', from)], trace: { ...outcome({}).trace, key: 'tried' } })
    const withSlider = { ...info, settings: [{ key: 'u', label: 'U', unit: 'V', default: 0, range: [-1, 0] as const, value: 0 }] }
    const wrapper = mount(OutcomeCard, {
      props: { outcome: outcome({ results: [result('fe_nh3', 90)] }), info: withSlider, colours: new Map(), askPreview: (_of: Outcome, settings: Settings) => { asked.push(settings); return Promise.resolve(tried(55)) } }, global
    })
    await wrapper.get('.icon').trigger('click')
    wrapper.getComponent(NSlider).vm.$emit('update:value', -0.40001)
    await flushPromises()
    expect(asked).toEqual([{ u: -0.4 }])
    expect(wrapper.get('.number').text()).toContain('55')
    expect(wrapper.emitted('change')).toBeUndefined()
    wrapper.getComponent(NSlider).vm.$emit('dragend')
    expect(wrapper.emitted('change')).toEqual([[{ u: -0.4 }, false]])
  })

  it('has the slider beside the figure where it belongs; the arrow keys set it as well', async () => {
    const attempted: Outcome = outcome({ results: [result('fe_nh3', 55)], trace: { ...outcome({}).trace, settings: { u: -0.4 }, key: 'tried' } })
    const withSlider = { ...info, settings: [{ key: 'u', label: 'U', unit: 'V', default: 0, range: [-1, 0] as const, value: 0, isAtHand: true as const }] }
    const wrapper = mount(OutcomeCard, { props: { outcome: outcome({ results: [result('fe_nh3', 90)] }), info: withSlider, colours: new Map(), askPreview: () => Promise.resolve(attempted) }, global })
    const slider = wrapper.getComponent(NSlider)
    expect(wrapper.get('.slider b').text()).toBe('0\u00A0V')
    slider.vm.$emit('update:value', -0.4)
    await flushPromises()
    expect(wrapper.get('.slider b').text()).toBe('\u22120.4\u00A0V')
    expect(wrapper.getComponent(NSlider).vm.$, 'the slider in the hand is not made anew').toBe(slider.vm.$)
    await wrapper.get('[data-test=slider-u]').trigger('keyup')
    expect(wrapper.emitted('change')).toEqual([[{ u: -0.4 }, true]])
  })

  it('copies the data of its figures and results', () => {
    const wrapper = card({ results: [result('fe_nh3', 90.123)], figures: [sweep] })
    wrapper.getComponent(NDropdown).vm.$emit('select', 'data')
    const [[text]] = wrapper.emitted('copyText') as [[string]]
    expect(text).toContain('E / V vs RHE (RuFe-NC)\tj / mA cm⁻² (RuFe-NC)')
    expect(text).toContain('RuFe-NC\tfe_nh3\t90.123\t\t%')
  })

  it('lights up once when its numbers are new', async () => {
    const wrapper = card({ results: [result('fe_nh3', 90)] })
    expect(wrapper.classes()).not.toContain('lit')
    await wrapper.setProps({ outcome: outcome({ results: [result('fe_nh3', 91)], trace: { ...outcome({}).trace, key: 'k2' } }) })
    expect(wrapper.classes()).toContain('lit')
    await wrapper.trigger('animationend')
    expect(wrapper.classes()).not.toContain('lit')
  })

  it('speaks Chinese', () => {
    expect(card({ state: 'missing', needs: needs.slice(1) }, 'zh-CN').get('.badge').text()).toBe('缺少 1 项输入')
    expect(card({ results: [result('onset', 0.1, {}, { unit: 'V' })] }, 'zh-CN').get('dt').text()).toBe('起始电位')
  })
})
