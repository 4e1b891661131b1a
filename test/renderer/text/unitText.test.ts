// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import UnitText from '../../../src/renderer/text/UnitText.vue'
import { unitText } from '../../../src/renderer/text/unitText'

describe('unitText', () => {
  it.each([
    ['mg/h/mgcat', 'mg h⁻¹ mg_cat⁻¹'], ['mA/cm2', 'mA cm⁻²'], ['umol/h/cm2', 'µmol h⁻¹ cm⁻²'], ['mol/mol', 'mol mol⁻¹'], ['%', '%'], ['V', 'V'],
    ['mV/dec', 'mV dec⁻¹'], ['1', ''], ['', ''], ['1/h', 'h⁻¹'], ['cm-1', 'cm⁻¹'], ['cm2', 'cm²'], ['ohm', 'Ω'], ['mF/cm2', 'mF cm⁻²'],
    ['%/cycle', '% per cycle'], ['V vs RHE', 'V vs RHE'], ['µg mL⁻¹', 'µg mL⁻¹'], ['states/eV', 'states eV⁻¹'], ['a.u.', 'a.u.']
  ])('%s → %s', (unit, text) => expect(unitText(unit)).toBe(text))

  it('sets the subscript as such', () => {
    const wrapper = mount(UnitText, { props: { unit: 'mg/h/mgcat' } })
    expect(wrapper.get('sub').text()).toBe('cat')
    expect(wrapper.text()).toBe('mg h⁻¹ mgcat⁻¹')
  })
})
