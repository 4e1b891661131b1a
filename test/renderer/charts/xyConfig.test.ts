import { describe, expect, it } from 'vitest'
import { exportTheme } from '../../../src/renderer/charts/chartTheme'
import { legendItems } from '../../../src/renderer/charts/legendItems'
import { markerPlans } from '../../../src/renderer/charts/markerPlans'
import { seriesLooks } from '../../../src/renderer/charts/seriesLook'
import { xyDatasets, type levelSegments, type XyPoint } from '../../../src/renderer/charts/xyDatasets'
import { xyOptions } from '../../../src/renderer/charts/xyOptions'
import type { XyFigure } from '../../../src/shared/figure'
import { sweep } from './figures'

const colours = new Map([['RuFe-NC', { colour: '#D55E00', marker: 'circle' }], ['NC', { colour: '#A8A29A', marker: 'cross' }]])
const none: ReadonlySet<number> = new Set()
const looks = seriesLooks(sweep.series, colours, exportTheme)
const optionsOf = (figure: XyFigure, hidden = none) => xyOptions(figure, seriesLooks(figure.series, colours, exportTheme), hidden,
  exportTheme).options

describe('axes', () => {
  it('have title and unit', () => expect(optionsOf(sweep).scales).toMatchObject({ x: { title: { text: 'E / V vs RHE' } },
    y: { title: { text: 'j / mA cm⁻²' } } }))

  it('hold the curves that are seen and nothing else', () => {
    const all = optionsOf(sweep).scales!['y'] as { min: number; max: number }
    expect(all.min).toBeLessThan(-60)
    expect(all.max).toBeGreaterThan(0)
    const second = optionsOf(sweep, new Set([0])).scales!['y'] as { min: number }
    expect(second.min).toBeGreaterThan(-10)
  })

  it('hold the error bars', () => {
    const figure: XyFigure = { ...sweep, marks: [], series: [{ name: 'a', style: 'points', x: [1, 2], y: [10, 20], yError: [null, 15] }] }
    expect((optionsOf(figure).scales!['y'] as { max: number }).max).toBeGreaterThan(35)
  })

  it('hold zero where the figure says so', () => {
    const fe: XyFigure = { ...sweep, marks: [], series: [{ name: 'a', style: 'linePoints', x: [1, 2], y: [96, 98], yError: [0.2, 0.2] }] }
    expect((optionsOf(fe).scales!['y'] as { min: number }).min).toBeGreaterThan(90)
    expect((optionsOf({ ...fe, y: { ...fe.y, holdsZero: true } }).scales!['y'] as { min: number }).min).toBeLessThanOrEqual(0)
  })

  it('are logarithmic or reversed where the figure says so', () => {
    const figure: XyFigure = { ...sweep, x: { ...sweep.x, reversed: true }, y: { ...sweep.y, log: true } }
    expect(optionsOf({ ...figure, series: [{ name: 'a', style: 'line', x: [1, 2],
      y: [0.1, 100] }] }).scales).toMatchObject({ x: { reverse: true }, y: { type: 'logarithmic' } })
  })

  it('stand for a figure without a number', () => {
    expect(optionsOf({ ...sweep, series: [], marks: [] }).scales).toMatchObject({ x: { min: 0, max: 1 }, y: { min: 0, max: 1 } })
  })
})

describe('marks', () => {
  const annotations = (hidden: ReadonlySet<number>) => (optionsOf(sweep, hidden).plugins as { annotation: { annotations: Record<string,
    unknown> } }).annotation.annotations
  it('are lines in the colour of their catalyst', () => expect(annotations(none)).toMatchObject({ mark0: { scaleID: 'x', value: 0.03,
    borderColor: '#D55E00' }, mark1: { scaleID: 'y' } }))
  it('go with their catalyst', () => expect(Object.keys(annotations(new Set([0])))).toHaveLength(1))
})

describe('series', () => {
  it('become lines with the colour of their catalyst', () => {
    const datasets = xyDatasets(sweep, looks, none, null)
    expect(datasets[0]).toMatchObject({ type: 'line', borderColor: '#D55E00', borderWidth: 1.6, showLine: true, hidden: false })
    expect(datasets[1]).toMatchObject({ borderDash: [6, 4] })
  })

  it('are taken as they are where they rise, and looked through where they turn or have gaps', () => {
    const of = (x: readonly (number | null)[], y: readonly (number | null)[]) =>
      xyDatasets({ ...sweep, series: [{ name: 'a', style: 'line', x: x as number[], y: y as number[] }] }, looks, none, null)[0]!
    expect(of([-2, -1, 3], [1, 2, 3])).toMatchObject({ parsing: false })
    expect(of([3, 2, 1], [1, 2, 3])).not.toHaveProperty('parsing')
    expect(of([0, 1, 0], [1, 2, 3])).not.toHaveProperty('parsing')
    // What JSON makes of NaN and Infinity is a gap, never a zero.
    expect(of([-2, null, 3], [1, 2, 3])).not.toHaveProperty('parsing')
    expect(of([1, 2, 3], [1, null, Infinity]).data).toEqual([{ x: 1, y: 1 }, { x: 2, y: Number.NaN }, { x: 3, y: Number.NaN }])
  })

  it('carry error bars with both ends', () => {
    const figure: XyFigure = { ...sweep, series: [{ name: 'a', style: 'points', x: [1, 2], y: [10, 20], yError: [2, null], xError: [0.1, 0.2] }] }
    const [dataset] = xyDatasets(figure, seriesLooks(figure.series, colours, exportTheme), none, null)
    expect(dataset).toMatchObject({ type: 'lineWithErrorBars', showLine: false })
    expect(dataset!.data).toEqual([{ x: 1, y: 10, xMin: 0.9, xMax: 1.1, yMin: 8, yMax: 12 }, { x: 2, y: 20, xMin: 1.8, xMax: 2.2 }])
  })

  it('break where a log axis has no place for a value', () => {
    const figure: XyFigure = { ...sweep, y: { ...sweep.y, log: true }, series: [{ name: 'a', style: 'line', x: [1, 2, 3], y: [1, -1, 2] }] }
    const points = xyDatasets(figure, seriesLooks(figure.series, colours, exportTheme), none, null)[0]!.data as unknown as XyPoint[]
    expect(points.map(({ y }) => y)).toEqual([1, Number.NaN, 2])
  })

  it('of several catalysts carry a few markers, points carry all, a lone line none', () => {
    expect(markerPlans(sweep, looks).map(({ markers }) => markers)).toEqual(['few', 'few'])
    // A catalyst's spectrum beside sticks of a phase that is no catalyst's has none either.
    const spectrum: XyFigure = { ...sweep, series: [sweep.series[0]!, { name: 'Ru hcp', style: 'line', x: [], y: [] }] }
    expect(markerPlans(spectrum, seriesLooks(spectrum.series, colours, exportTheme)).map(({ markers }) => markers)).toEqual(['none', 'none'])
    const lone: XyFigure = { ...sweep, series: [{ name: 'a', style: 'line', x: [], y: [] }, { name: 'b', style: 'points', x: [], y: [] }] }
    expect(markerPlans(lone, seriesLooks(lone.series, colours, exportTheme)).map(({ markers }) => markers)).toEqual(['none', 'all'])
  })

  it('along states are levels; what joins them is fine and dotted', () => {
    const path: XyFigure = { ...sweep, x: { title: '', unit: '', labels: ['*NO', '*N'] }, series: [{ name: 'a', style: 'line', x: [-0.3, 0.3, 0.7, 1.3], y: [0, 0, -1, -1] }] }
    const { segment } = xyDatasets(path, looks, none, null)[0] as unknown as { segment: typeof levelSegments }
    const step = (from: number, to: number) => ({ p0: { parsed: { y: from } }, p1: { parsed: { y: to } } })
    expect([segment.borderDash(step(0, 0)), segment.borderDash(step(0, -1))]).toEqual([undefined, [2, 2]])
    expect(segment.borderWidth(step(0, 0))!).toBeGreaterThan(2 * segment.borderWidth(step(0, -1))!)
    expect(xyDatasets(sweep, looks, none, null)[0]).not.toHaveProperty('segment')
  })

  it('that are fits have no markers of their own; the points under them are pale and drawn before them', () => {
    const fitted: XyFigure = { ...sweep, series: ['RuFe-NC', 'NC'].flatMap((catalyst) => [{ name: catalyst, catalyst, style: 'points' as const, x: [1], y: [1] }, { name: 'fit', family: 'fits', catalyst, style: 'line' as const, x: [1], y: [1] }]).concat({ name: 'background', style: 'line', x: [1], y: [1] } as never) }
    const own = seriesLooks(fitted.series, colours, exportTheme)
    expect(markerPlans(fitted, own).map(({ markers, isUnderCurve }) => [markers, isUnderCurve ?? false])).toEqual([['all', true], ['none', false], ['all', true], ['none', false], ['none', false]])
    expect(xyDatasets(fitted, own, none, null).map((dataset) => (dataset as { order: number }).order)).toEqual([1, 0, 1, 0, -1])
    expect(legendItems(fitted, own, '#123456').map(({ name, look, sample }) => [name, look.colour, sample])).toEqual([
      ['RuFe-NC', '#D55E00', 'point'], ['NC', own[2]!.colour, 'point'], ['background', own[4]!.colour, 'line'], ['fits', '#123456', 'line']])
  })
})
