import { describe, expect, it } from 'vitest'
import { joinCatalogues } from '../../../src/renderer/locales/phrases/catalogue'
import { figureInWords } from '../../../src/renderer/locales/phrases/figureWords'
import { english, translator } from '../../../src/renderer/locales/phrases/translator'
import { message } from '../../../src/shared/message'
import type { XyFigure } from '../../../src/shared/figure'

const words = translator(joinCatalogues([{
  messages: { 'finding.noSweep': '{file:label} 的扫描不能使用：{why:phrase}', 'needs.pH': '{run} 的 pH' },
  phrases: {
    'It is cut off.': '被截断。', 'copy it again': '请重新复制', 'fit': '拟合', 'fit of {name:label}': '{name} 的拟合', 'Nyquist plot': '奈奎斯特图', 'onset': '起始电位', 'without NO₃⁻': '无 NO₃⁻',
    '{n:number} rows are damaged': '有 {n} 行已损坏', 'FE {fe:number} % of {j:number} mA': 'FE {fe} %，电流 {j} mA', '{file} gives no {name:phrase}': '{file} 没有{name}', 'line {line:number}': '第 {line} 行', 'line {line:number}: {text:phrase}': '第 {line} 行：{text}'
  },
  asTheyAre: ['Bard & Faulkner']
}]))

describe('a text in another language', () => {
  it.each([
    ['fit', '拟合'], ['fit of eis.mpt', 'eis.mpt 的拟合'], ['FE 97.2 % of −12.7 mA', 'FE 97.2 %，电流 −12.7 mA'], ['Bard & Faulkner', 'Bard & Faulkner'], ['R(RC), 51 Hz', 'R(RC), 51 Hz'],
    ['3 rows are damaged; copy it again.', '有 3 行已损坏；请重新复制。'], ['It is cut off. 3 rows are damaged.', '被截断。有 3 行已损坏。'], ['line 4: It is cut off.', '第 4 行：被截断。'], ['a.csv gives no onset', 'a.csv 没有起始电位']
  ])('is whole: %s', (text, expected) => expect(words.text(text)).toBe(expected))
  it.each(['something else', '3 rows are damaged; go home', 'It is cut off. Something else is wrong.', 'a.csv gives no centre', 'a few rows are damaged', 'line 4: who knows'])('or is whole in English: %s', (text) => {
    expect(words.text(text)).toBe(text)
    expect(words.known(text)).toBeUndefined()
  })
  it.each([['RuFe-NC, without NO₃⁻', 'RuFe-NC，无 NO₃⁻'], ['a, b.csv', 'a, b.csv'], ['my run, fit', 'my run，拟合'], ['NH3 and NO2', 'NH3、NO2'], ['salt and pepper.csv', 'salt and pepper.csv'], ['−0.3 V, r2', '−0.3 V, r2'], ['x (a, fit)', 'x (a, fit)']])('has its words translated and its names kept: %s', (text, expected) => expect(words.label(text)).toBe(expected))
  it('is found by the id of a message, with its params', () => {
    expect(words.message(message('needs.pH', 'pH of {run}', { run: 'R1' }))).toBe('R1 的 pH')
    expect(words.message(message('finding.noSweep', 'The sweep of {file} cannot be used: {why}', { file: 'line 3', why: 'It is cut off.' }))).toBe('第 3 行的扫描不能使用：被截断。')
  })
  it('is the English of a message that lacks a param, holds an unknown text, or is not in the catalogue', () => {
    for (const one of [message('needs.pH', 'pH'), message('finding.noSweep', 'The sweep of {file} cannot be used: {why}', { file: 'a.csv', why: 'who knows' }), message('needs.new', 'something new')]) expect(words.message(one)).toBe(one.text)
  })
})

describe('a figure in another language', () => {
  const figure: XyFigure = { kind: 'xy', id: 'f', title: 'Nyquist plot', x: { title: 'E vs RHE', unit: 'V' }, y: { title: 'onset', unit: 'V' }, series: [{ name: 'RuFe-NC, fit', style: 'line', x: [1, 2], y: [3, 4] }], stretches: { setting: 's', value: '', names: ['fit'] } }
  it('has its words, its numbers and the keys of its settings', () => {
    const shown = figureInWords(figure, words)
    expect(shown).toMatchObject({ id: 'f', title: '奈奎斯特图', x: { title: 'E vs RHE' }, y: { title: '起始电位' }, series: [{ name: 'RuFe-NC，拟合' }], stretches: { names: ['fit'] } })
    expect((shown as XyFigure).series[0]!.x).toBe(figure.series[0]!.x)
  })
  it('is the same one again, and itself in English', () => {
    expect(figureInWords(figure, words)).toBe(figureInWords(figure, words))
    expect(figureInWords(figure, english)).toBe(figure)
  })
})
