import { describe, expect, it } from 'vitest'
import { analyses } from '../../../src/shared/analyses'
import type { SettingValue } from '../../../src/shared/analyses/analysis'
import { circuitFormulas } from './circuitFormulas'
import type { XyFigure } from '../../../src/shared/figure'
import { column, measurement, project, texts, type Given } from './project'

/** What a person chooses on a figure: windows, levels, points. */
const run = (given: readonly Given[], id: string, settings: Record<string, SettingValue> = {}) => project(given, analyses.filter((analysis) => [id, ...uses(id)].includes(analysis.id)), { settings }).of(id, 'X')
const uses = (id: string): readonly string[] => { const after = analyses.find((analysis) => analysis.id === id)!.after; return [...after, ...after.flatMap(uses)] }
const xy = (outcome: ReturnType<typeof run>, id: string): XyFigure => outcome.figures.find((figure) => figure.id === id) as XyFigure
const value = (outcome: ReturnType<typeof run>, metric: string): number | undefined => outcome.results.find((result) => result.metric === metric)?.value

describe('kinetics', () => {
  const rows = (mM: readonly number[], more: object = {}): Given[] => mM.map((c, t) => ({ fields: { catalyst: 'X', run: 'K', analyte: 'NO3', time_h: t, concentration_ug_mL: (c * 62.004) / 10, dilution: 10, basis: 'NO3-', ...more } }))
  const bent = rows([100, 90, 80, 70, 60, 50, 5])
  it('fits the window, draws it and shows what does not count hollow', () => {
    const outcome = run(bent, 'kinetics', { to: 5.5 })
    expect(value(outcome, 'k_zero')).toBeCloseTo(10, 9)
    expect(value(run(bent, 'kinetics'), 'k_zero')).not.toBeCloseTo(10, 1)
    const figure = xy(outcome, 'kinetics')
    expect(figure.series[0]!.picks!.isOut).toEqual([false, false, false, false, false, false, true])
    expect(figure.series[0]!.note).toBe('1 of 7 points do not count (hollow)')
    expect(figure.series[1]).toMatchObject({ name: 'zero order, k = 10.0 mM h⁻¹', x: [0, 5], y: [expect.closeTo(100, 9), expect.closeTo(50, 9)] })
    expect(figure.handles!.map(({ setting, value: place }) => [setting, place])).toEqual([['from', 0], ['to', 5.5]])
  })
  it('leaves a clicked point out, of one series where there are several', () => {
    expect(value(run(bent, 'kinetics', { leftOut: '6' }), 'k_zero')).toBeCloseTo(10, 9)
    const two = [...bent, ...rows([50, 45, 40, 35, 30, 25, 20], { run: 'L' })]
    const outcome = run(two, 'kinetics', { leftOut: 'K@6' })
    expect(xy(outcome, 'kinetics').series.slice(0, 2).map(({ picks }) => [picks!.keys[6], picks!.isOut[6]])).toEqual([['K@6', true], ['L@6', false]])
    expect(outcome.results.filter(({ metric }) => metric === 'k_zero').map((result) => Number(result.value.toFixed(6)))).toEqual([10, 5])
  })
  it('says what makes a fit impossible, and keeps the figure to mend it', () => {
    const outcome = run(bent, 'kinetics', { from: 4.5 })
    expect(texts(outcome.needs)).toEqual(['three or more times inside the fit window and not left out (K has 2)'])
    expect(xy(outcome, 'kinetics').handles).toHaveLength(2)
    expect(texts(run(bent, 'kinetics', { leftOut: 'the last' }).findings).join()).toContain('"the last" in the list of points left out cannot be read')
  })
})

describe('impedance', () => {
  const f = Array.from({ length: 51 }, (_, i) => 10 ** (5 - i * 0.1))
  const spectrum = (spoil: (i: number) => number): Given => {
    const z = f.map((hz, i) => circuitFormulas['R(RC)']!([8, 100, 2e-5], 2 * Math.PI * hz).map((part) => part * spoil(i)))
    return { fields: { catalyst: 'X' }, measured: measurement('EIS', [column('frequency', 'Hz', f), column('z_real', 'Ohm', z.map(([re]) => re!)), column('z_imag', 'Ohm', z.map(([, im]) => im!))]) }
  }
  const tail = spectrum((i) => (i > 40 ? 1.3 : 1))
  it('fits the frequencies that are chosen; both ends are dragged on the Bode plot', () => {
    expect(Math.abs(value(run([tail], 'impedance', { circuit: 'R(RC)' }), 'rct')! - 100)).toBeGreaterThan(3)
    const outcome = run([tail], 'impedance', { circuit: 'R(RC)', fromHz: f[40]! })
    expect(value(outcome, 'rct')).toBeCloseTo(100, 4)
    expect(outcome.results[0]!.method).toContain('41 of 51 frequencies')
    expect(xy(outcome, 'bode').handles!.map(({ setting }) => setting)).toEqual(['fromHz', 'toHz'])
    expect(xy(outcome, 'nyquist').series[0]!.picks!.isOut.filter(Boolean)).toHaveLength(10)
  })
  it('leaves out a point that was clicked', () => {
    const spoilt = spectrum((i) => (i === 30 ? 2 : 1))
    const key = xy(run([spoilt], 'impedance'), 'nyquist').series[0]!.picks!.keys[30]!
    expect(value(run([spoilt], 'impedance', { circuit: 'R(RC)', leftOut: key }), 'rct')).toBeCloseTo(100, 4)
  })
  it('says when too little is left, and still draws what was measured', () => {
    const outcome = run([tail], 'impedance', { fromHz: 5e4 })
    expect(texts(outcome.findings).join()).toContain('fewer than five points count')
    expect(xy(outcome, 'nyquist').series).toHaveLength(1)
  })
})

describe('double layer', () => {
  const cv = (rate: number, slope = 0): Given => {
    const E = [...Array.from({ length: 101 }, (_, i) => i * 0.001), ...Array.from({ length: 101 }, (_, i) => 0.1 - i * 0.001)]
    const j = E.map((e, i) => (i <= 100 ? 1 : -1) * rate * 0.01 * (1 + slope * e))
    return { fields: { catalyst: 'X', technique: 'CV', scanRate_mV_s: rate, area_cm2: 1 }, measured: measurement('CV', [column('potential', 'V', E), column('current', 'mA', j)], { segments: [{ kind: 'sweep', start: 0, end: 101 }, { kind: 'sweep', start: 101, end: 202 }] }) }
  }
  const series = [10, 20, 40, 60, 80].map((rate) => cv(rate, 10))
  it('takes the currents at the middle, or at the potential that is set', () => {
    expect(value(run(series, 'double-layer-capacitance'), 'cdl')).toBeCloseTo(15, 9)
    const outcome = run(series, 'double-layer-capacitance', { at: 'the potential below', atPotential: 0.08 })
    expect(value(outcome, 'cdl')).toBeCloseTo(18, 9)
    expect(xy(outcome, 'double-layer-cycles').handles).toMatchObject([{ setting: 'atPotential', value: 0.08, also: { at: 'the potential below' } }])
  })
  it('leaves a scan rate out', () => {
    const odd = [...series, cv(100, 40)]
    expect(value(run(odd, 'double-layer-capacitance', { leftOut: '100' }), 'cdl')).toBeCloseTo(15, 9)
    expect(value(run(odd, 'double-layer-capacitance'), 'cdl')).toBeGreaterThan(16)
  })
  it('says that the settings leave too little', () => {
    const outside = run(series, 'double-layer-capacitance', { at: 'the potential below', atPotential: 0.5 })
    expect(texts(outside.needs)).toEqual(['three or more scan rates that count: the potential and the scan rates left out leave 0 of 5'])
    expect(texts(outside.findings)[0]).toContain('does not reach 0.5; its window is 0 … 0.1')
    expect(outside.figures.map(({ id }) => id)).toEqual(['double-layer-cycles'])
    expect(texts(run(series, 'double-layer-capacitance', { leftOut: '10; 20; 40' }).needs)[0]).toContain('leave 2 of 5')
  })
})

describe('electrolysis', () => {
  const t = Array.from({ length: 361 }, (_, i) => i * 10)
  const given = [{ fields: { catalyst: 'X', run: 'r1', potential_V: -0.3, reference: 'RHE', area_cm2: 1 }, measured: measurement('CA', [column('time', 's', t), column('current', 'A', t.map((s) => (s > 1800 && s < 2160 ? 0 : -0.01)))]) }]
  it('leaves a stretch out of Q and shades it', () => {
    const bridged = run(given, 'electrolysis-charge', { leftOut: '0.49–0.62' })
    expect(value(bridged, 'charge')).toBeCloseTo(-36, 9)
    expect(bridged.results[0]!.method).toContain('without 0.49–0.62 h (straight line between the ends)')
    expect(xy(bridged, 'electrolysis').bands).toEqual([{ from: 0.49, to: 0.62, label: '' }])
    expect(value(run(given, 'electrolysis-charge', { leftOut: '-0.3 V, r2@0.49–0.62' }), 'charge')).toBeGreaterThan(-33)
  })
  it('counts the window that is dragged, and its time', () => {
    const half = run(given, 'electrolysis-charge', { to: 0.4 })
    expect([value(half, 'charge'), value(half, 'j_mean')]).toEqual([expect.closeTo(-14.4, 9), expect.closeTo(-10, 9)])
    const none = run(given, 'electrolysis-charge', { from: 0.9, to: 0.1 })
    expect(texts(none.findings).join()).toContain('The window and the stretches left out leave nothing of the trace.')
    expect(xy(none, 'electrolysis').handles).toHaveLength(2)
  })
})

describe('Tafel and onset', () => {
  const E = Array.from({ length: 600 }, (_, i) => 0.1 - i * 0.001)
  const given = [{ fields: { catalyst: 'X', reference: 'RHE', area_cm2: 1 }, measured: measurement('LSV', [column('potential', 'V', E), column('current', 'A', E.map((e) => -1e-3 * 10 ** ((-0.1 - e) / 0.118)))]) }]
  it('say that a window or a level gives nothing, and keep the handles', () => {
    const tafel = run(given, 'tafel-slope', { from: 500, to: 400 })
    expect(texts(tafel.findings).join()).toContain('holds no three points on a falling line')
    expect(xy(tafel, 'tafel').handles!.map(({ value: place }) => place)).toEqual([Math.log10(500), Math.log10(400)])
    expect(texts(run(given, 'linear-sweep', { threshold: -1 }).needs)).toContain('an onset level above 0 mA cm⁻² (it is set to -1)')
  })
  it('drag the threshold on the axis of the current', () => {
    expect(xy(run(given, 'linear-sweep'), 'linear-sweep').handles).toEqual([{ label: 'Threshold of the onset', setting: 'threshold', axis: 'y', value: -0.5, isOpposite: true }])
    expect(xy(run(given, 'linear-sweep', { onsetMethod: 'departure' }), 'linear-sweep').handles).toEqual([])
  })
})

it('comparisons show curves without the handles of a single catalyst', () => {
  const E = Array.from({ length: 600 }, (_, i) => 0.1 - i * 0.001)
  const sweep = (catalyst: string): Given => ({ fields: { catalyst, reference: 'RHE', area_cm2: 1 }, measured: measurement('LSV', [column('potential', 'V', E), column('current', 'A', E.map((e) => -1e-3 * 10 ** ((-0.1 - e) / 0.118)))]) })
  const [figure] = project([sweep('X'), sweep('Y')], analyses).of('compare-linear-sweep').figures as XyFigure[]
  expect(figure!.series).toHaveLength(2)
  expect(figure!.handles).toBeUndefined()
})
