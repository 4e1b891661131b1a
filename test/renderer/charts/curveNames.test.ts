import type { Chart } from 'chart.js'
import { describe, expect, it } from 'vitest'
import { exportTheme } from '../../../src/renderer/charts/chartTheme'
import { legendItems } from '../../../src/renderer/charts/legendItems'
import { markerPlans } from '../../../src/renderer/charts/markerPlans'
import { curveNames } from '../../../src/renderer/charts/plugins/curveNames'
import { numericScale } from '../../../src/renderer/charts/scaleOptions'
import { seriesLooks } from '../../../src/renderer/charts/seriesLook'
import type { Mark, Series, XyFigure } from '../../../src/shared/figure'

const places = Array.from({ length: 51 }, (_, i) => 2 * i)
const curve = (name: string, level: number, more: Partial<Series> = {}): Series => ({ name, style: 'line', isNamedAtCurve: true, x: places, y: places.map((x) => level + (x > 90 ? 10 : 0)), ...more })
const spike = (level: number, height: number): Partial<Series> => ({ y: places.map((x) => level + (x > 75 && x < 85 ? height : 0)) })
const figure = (series: readonly Series[]): XyFigure => ({ kind: 'xy', id: 'stack', title: 'Stack', x: { title: 'Raman shift', unit: 'cm⁻¹' }, y: { title: 'Signal', unit: '', isArbitrary: true }, series })

/** One pixel a unit, y downwards from 200; letters of one height and 10 pixels each. */
function drawn(series: readonly Series[], hidden: ReadonlySet<number> = new Set(), marks: readonly Mark[] = []): [text: string, x: number, y: number][] {
  const said: [string, number, number][] = []
  const ctx = { save() {}, restore() {}, measureText: (text: string) => ({ width: text.length * 10 }), fillText: (text: string, x: number, y: number) => void said.push([text, x, y]) }
  const scale = (pixel: (value: number) => number): unknown => ({ getPixelForValue: pixel })
  const chart = { ctx, chartArea: { left: 0, right: 100, top: 0, bottom: 200 }, scales: { x: scale((v) => v), y: scale((v) => 200 - v) } } as unknown as Chart
  const looks = seriesLooks(series, new Map(), exportTheme)
  void (curveNames(() => series, () => looks, () => hidden, () => exportTheme, () => marks).afterDatasetsDraw as (chart: Chart) => void)(chart)
  return said
}

describe('curves above each other', () => {
  const stack = [curve('-0.1 V', 20), curve('-0.2 V', 60), curve('-0.3 V', 100), curve('0 V', 140)]
  it('have their names over the highest point below the words, with a true minus sign', () => {
    expect(drawn(stack)).toEqual([['\u22120.1 V', 36, 162], ['\u22120.2 V', 36, 122], ['\u22120.3 V', 36, 82], ['0 V', 66, 42]])
  })
  it('have them where no other curve is in the way', () => {
    const [low, high] = drawn([curve('low', 20, spike(20, 0)), curve('high', 50, spike(50, -20))])
    expect(low![0]).toBe('low')
    expect(low![1] + 30).toBeLessThanOrEqual(76)
    expect(high![1] + 40).toBe(low![1] + 30)
  })
  it('have them clear of upright marks', () => {
    const [only] = drawn([curve('a curve', 20)], new Set(), [{ axis: 'x', value: 90, label: 'E_F' }, { axis: 'y', value: 50, label: '' }])
    expect(only![1] + 70).toBeLessThan(90)
  })
  it('have them beside their end where a wider one leaves no place above', () => {
    const narrow = (name: string, level: number): Series => curve(name, level, { x: places.filter((x) => x >= 30 && x <= 60), y: places.filter((x) => x >= 30 && x <= 60).map(() => level) })
    const wide = curve('wide', 100, { y: places.map((x) => (x > 28 && x < 62 ? 27 : 100)) })
    const names = new Map(drawn([narrow('ab', 20), wide]).map(([text, x, y]) => [text, [x, y]]))
    expect(names.get('ab')).toEqual([64, 180])
    expect(names.get('wide')![1]).toBe(92)
  })
  it('that are hidden have none, nor those that would stand on another name', () => {
    expect(drawn(stack, new Set([1])).map(([text]) => text)).toEqual(['\u22120.1 V', '\u22120.3 V', '0 V'])
    expect(drawn([curve('a', 20), curve('b', 25), curve('c', 60)]).map(([text]) => text)).toEqual(['a', 'c'])
  })
  it('need no legend, dashes, markers or numbers on their axis', () => {
    const mixed = figure([...stack, curve('fit', 20, { isNamedAtCurve: undefined as never })])
    const looks = seriesLooks(mixed.series, new Map(), exportTheme)
    expect(legendItems(mixed, looks, exportTheme.text).map(({ name }) => name)).toEqual(['fit'])
    expect(looks.slice(0, 4).flatMap(({ dash }) => dash)).toEqual([])
    const catalysts = figure([curve('A', 20, { catalyst: 'A' }), curve('B', 60, { catalyst: 'B' })])
    expect(markerPlans(catalysts, seriesLooks(catalysts.series, new Map(), exportTheme)).map(({ markers }) => markers)).toEqual(['none', 'none'])
    expect(numericScale(mixed.y, { min: 0, max: 1 }, exportTheme)).toMatchObject({ ticks: { display: false }, grid: { display: false } })
  })
})
