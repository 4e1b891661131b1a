import { describe, expect, it } from 'vitest'
import { axisRange, extentOf } from '../../../src/renderer/charts/axisRange'
import { axisTitle } from '../../../src/renderer/charts/axisTitle'
import { chartMove } from '../../../src/renderer/charts/chartKeys'
import { exportTheme, type ChartTheme } from '../../../src/renderer/charts/chartTheme'
import { contrast, readableColour } from '../../../src/renderer/charts/contrast'
import { figureNotes, toldOnce } from '../../../src/renderer/charts/figureNotes'
import { figureTable } from '../../../src/renderer/charts/figureTable'
import { isolateSeries, toggleSeries } from '../../../src/renderer/charts/hiddenSeries'
import { labelRows } from '../../../src/renderer/charts/labelRows'
import { legendHeight, legendPlaces } from '../../../src/renderer/charts/plugins/drawLegend'
import { legendItems } from '../../../src/renderer/charts/legendItems'
import { colourScale } from '../../../src/renderer/charts/colourScale'
import { logTicks } from '../../../src/renderer/charts/logTicks'
import { markPlaces } from '../../../src/renderer/charts/markPlaces'
import { seriesLooks } from '../../../src/renderer/charts/seriesLook'
import { linearTickLabel, logTickLabel } from '../../../src/renderer/charts/tickLabel'
import { tsv } from '../../../src/renderer/charts/tsv'
import { colourOf, defaultCatalysts } from '../../../src/shared/catalystColours'
import { bars, sweep } from './figures'

const darkTheme: ChartTheme = { ...exportTheme, dark: true, surface: '#1A1E22', text: '#E7EAED', muted: '#98A2AD', accent: '#6EA8FF' }

describe('ticks', () => {
  const ticks = (...values: number[]) => values.map((value) => ({ value }))
  it.each([[-0.2, [-0.4, -0.2, 0], '\u22120.2'], [0, [-0.4, -0.2, 0], '0.0'], [0.25, [0.25, 0.5], '0.25'], [40, [20, 40], '40'],
    [2e-6, [1e-6, 2e-6], '2 × 10⁻⁶']])('%s', (value, all, text) =>
    expect(linearTickLabel(value, ticks(...all))).toBe(text))
  it.each([
    ['decades', 0.08, 1.2e5, [0.1, 1, 10, 100, 1000, 1e4, 1e5]], ['an impedance', 4.6, 46, [5, 10, 20]], ['less than a decade', 3, 9.5, [3, 5, 7]],
    ['hardly more than a value', 4.9, 5.3, [4.9, 5, 5.1, 5.2, 5.3]], ['many decades', 1e-9, 1e9, [1e-9, 1e-6, 0.001, 1, 1000, 1e6, 1e9]], ['nothing', 0, 1, []]
  ])('log axis of %s', (_, min, max, places) => expect(logTicks(min, max)).toEqual(places))
  it.each([[1, '1'], [1000, '1000'], [1e-4, '10⁻⁴'], [2, '2'], [0.01, '0.01'], [0.0002, '2 × 10⁻⁴']])('log %s', (value, text) => expect(logTickLabel(value)).toBe(text))
})

it('titles an axis with its unit, and without one', () => {
  expect(axisTitle({ title: 'NH₃ yield', unit: 'mg/h/mgcat' })).toBe('NH₃ yield / mg h⁻¹ mg_cat⁻¹')
  expect(axisTitle({ title: 'cycle', unit: '1' })).toBe('cycle')
})

it('finds the extent of what can be shown', () => {
  expect(extentOf([Number.NaN, -1, 10], {})).toEqual({ min: -1, max: 10 })
  expect(extentOf([Number.NaN, -1, 10], { log: true })).toEqual({ min: 10, max: 10 })
  expect(extentOf([], {})).toBeNull()
  expect(axisRange({ min: 5, max: 5 }, {}, 0.1)).toEqual({ min: 4.5, max: 5.5 })
})

it('moves with the keyboard, but leaves shortcuts to the window', () => {
  const key = (name: string, ctrlKey = false) => chartMove({ key: name, ctrlKey, altKey: false, metaKey: false })
  expect(key('0')).toEqual({ kind: 'reset' })
  expect(key('ArrowLeft')).toMatchObject({ kind: 'pan', y: 0 })
  expect(key('+')).toMatchObject({ kind: 'zoom' })
  expect(key('+', true)).toBeNull()
  expect(key('a')).toBeNull()
})

it('hides, brings back and isolates series', () => {
  expect([...toggleSeries(new Set([1]), [0])]).toEqual([1, 0])
  expect([...toggleSeries(new Set([1]), [1])]).toEqual([])
  expect([...isolateSeries(new Set(), [1], 3)]).toEqual([0, 2])
  expect([...isolateSeries(new Set([0, 2]), [1], 3)]).toEqual([])
})

describe('looks', () => {
  it.each([exportTheme, darkTheme])('every catalyst stands out from the ground', (theme) => {
    const colours = new Map(defaultCatalysts.map((name) => [name as string, colourOf(name, [])]))
    const looks = seriesLooks(defaultCatalysts.map((catalyst) => ({ catalyst })), colours, theme)
    expect(looks.map(({ colour }) => contrast(colour, theme.surface)).every((ratio) => ratio !== null && ratio >= 3)).toBe(true)
    expect(new Set(looks.map(({ marker }) => marker)).size).toBe(defaultCatalysts.length)
  })

  it('keeps a readable colour as it is', () => expect(readableColour('#0072B2', '#FFFFFF', '#000000')).toBe('#0072B2'))

  it('gives series of one catalyst different dashes and unnamed ones different shades', () => {
    const one = { catalyst: 'a' }
    expect(new Set(seriesLooks([one, one, one], new Map([['a', { colour: '#0072B2', marker: 'rect' }]]),
      exportTheme).map(({ dash }) => dash.join())).size).toBe(3)
    expect(new Set(seriesLooks([{}, {}, {}, {}, {}], new Map(), exportTheme).map(({ colour }) => colour)).size).toBe(5)
  })
})

describe('notes', () => {
  it('say what was done and what a log axis cannot show', () => {
    expect(figureNotes({ ...sweep, y: { ...sweep.y, log: true } })).toEqual([
      { kind: 'notOnLog', series: 'RuFe-NC', rows: 3 }, { kind: 'said', series: 'NC', text: 'smoothed' }, { kind: 'notOnLog', series: 'NC', rows: 3 }
    ])
  })
  it('are told once, of many curves with their number', () => {
    const notes = (n: number) => Array.from({ length: n }, (_, i) => ({ series: `r${i}`, text: 'thinned' }))
    const told = (n: number, all: number) => toldOnce(notes(n), all, (count) => `${count} curves`)
    expect(toldOnce([{ series: 'a', text: 'x' }, { series: 'b', text: 'x' }, { series: 'b', text: 'y' }], 2, String)).toEqual(['x', 'b: y'])
    expect([told(2, 9), told(18, 24), told(24, 24)]).toEqual([['r0, r1: thinned'], ['18 curves: thinned'], ['thinned']])
  })
})

describe('table', () => {
  it('gives each series its own columns', () => {
    const { header, rows } = figureTable(sweep)
    expect(header).toEqual(['E / V vs RHE (RuFe-NC)', 'j / mA cm⁻² (RuFe-NC)', 'E / V vs RHE (NC)', 'j / mA cm⁻² (NC)'])
    expect(rows[1]).toEqual([-0.3, -20, -0.3, -1])
  })
  it('gives bars their u and single values', () => expect(figureTable(bars).rows[1]).toEqual(['-0.2', 80, 3, '70; 95', null, null]))
  it('becomes text for the clipboard that no spreadsheet takes for a formula', () => {
    expect(tsv({ header: ['a\tb', '=1+1'], rows: [[-1.5e-7, null], ['-0.2', '@x']] })).toBe("a b\t'=1+1\n-1.5e-7\t\n-0.2\t'@x")
  })
})

it('puts labels that would touch into rows', () => {
  expect(labelRows([{ left: 0, right: 10 }, { left: 5, right: 15 }, { left: 12, right: 20 }])).toEqual([0, 1, 0])
})

describe('words of upright marks', () => {
  const at = (...marks: readonly [number, number][]) => markPlaces(marks.map(([place, width]) => ({ at: place, width })), 0, 400)
  it('stand to the right of their line', () => expect(at([100, 50])).toEqual([105]))
  it('stand to the left at the edge and where another line is in the way', () => {
    expect(at([380, 50])).toEqual([325])
    expect(at([100, 70], [150, 20])).toEqual([25, 155])
  })
  it('of close lines stand beside all of them', () => {
    expect(at([200, 60], [203, 60], [210, 60])).toEqual([215, 215, 215])
    expect(at([200, 60], [210, 50], [240, 10])).toEqual([135, 145, 245])
  })
})

describe('a scale of colours', () => {
  const heat = (values: readonly number[], more: object = {}) => colourScale({ kind: 'heat', id: 'h', title: 'h', x: { title: '', unit: '' }, y: { title: '', unit: '' }, z: { title: 'Signal', unit: '' }, xs: [1, 2], ys: [1], values: [values], ...more })
  it('has its numbers to one place and its title clear of them', () => {
    expect(heat([0.00255, 0.0293]).numbers).toEqual(['0.0026', '0.0159', '0.0293'])
    expect(heat([833, 1350]).numbers).toEqual(['833', '1092', '1350'])
    for (const scale of [heat([0.00255, 0.0293]), heat([833, 1350]), heat([-1e-6, 2e-6], { isDiverging: true, limit: 1e-6 })]) {
      const longest = Math.max(...scale.numbers.map((number) => number.length))
      expect(scale.titleAt - (10 + 12 + 4 + 6.4 * longest)).toBeGreaterThanOrEqual(8)
      expect(scale.room).toBeGreaterThan(scale.titleAt + 5)
    }
  })
})

it('lets the legend of a picture flow in rows', () => {
  const items = legendItems(sweep, seriesLooks(sweep.series, new Map(), exportTheme), exportTheme.text)
  expect(items.map(({ name }) => name)).toEqual(['RuFe-NC', 'NC'])
  const places = legendPlaces(items, 80, (text) => text.length * 7)
  expect(places.map(({ x, y }) => [x, y])).toEqual([[0, 0], [0, 18]])
  expect(legendHeight(places)).toBeGreaterThan(36)
  expect(legendHeight([])).toBe(0)
  const [long] = legendPlaces([{ ...items[0]!, name: 'n'.repeat(300) }], 200, (text) => text.length * 7)
  expect(long!.item.name).toMatch(/^n{10,30}…$/)
})
