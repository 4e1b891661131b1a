import { describe, expect, it } from 'vitest'
import { analyses } from '../../../src/shared/analyses'
import { chargingCurrent } from '../../../src/shared/analyses/doubleLayerCapacitance/chargingCurrent'
import { rateConstants } from '../../../src/shared/analyses/kinetics/rateConstants'
import type { XyFigure } from '../../../src/shared/figure'
import type { FieldValues } from '../../../src/shared/metadata/fields'
import { column, measurement, project, texts, type Given } from './project'

const find = (out: ReturnType<typeof project>, metric: string, more: object = {}) =>
  out.outcomes.flatMap((outcome) => outcome.results).find((result) => result.metric === metric && Object.entries(more).every(([key, value]) => result.conditions[key] === value))

describe('kinetics', () => {
  const time = [0, 2, 4, 6, 8, 10, 12]
  const mM = [100, 91.2, 82.1, 73.4, 64.6, 55.2, 46.9]
  it('gives the worked example', () => {
    const fit = rateConstants(time, mM)
    expect(fit.zeroNormalised.k).toBeCloseTo(0.044428571428571394, 12)
    expect(fit.zero.k).toBeCloseTo(4.4428571428571395, 10)
    expect(fit.first?.k).toBeCloseTo(0.06277437544414056, 10)
    expect(fit.aicc!.zero).toBeLessThan(fit.aicc!.first)
  })
  it('prefers first order for an exponential', () => {
    const fit = rateConstants(time, time.map((t, i) => 100 * Math.exp(-0.2 * t) + (i % 2 ? 0.2 : -0.2)))
    expect(fit.aicc!.first).toBeLessThan(fit.aicc!.zero)
    expect(fit.first!.k).toBeCloseTo(0.2, 1)
  })
  it('is made of NO3⁻ readings of one run against their time', () => {
    const rows: Given[] = time.map((t, i) => ({ fields: { catalyst: 'RuFe-NC', run: 'K', analyte: 'NO3', time_h: t, concentration_ug_mL: (mM[i]! * 62.004) / 10, dilution: 10, basis: 'NO3-' } }))
    const out = project(rows, analyses)
    expect(find(out, 'k_zero')?.value).toBeCloseTo(4.4428571428571395, 9)
    expect(find(out, 'k_zero_normalised')?.conditions).toMatchObject({ run: 'K' })
    expect(find(out, 'k_zero_normalised')?.method).toContain('zero order fits better')
  })
  it('names its series by what differs, so that no two of a legend are alike', () => {
    const of = (run: string, nitrate_M: number): Given[] => time.map((t, i) => ({ fields: { catalyst: 'RuFe-NC', run, nitrate_M, potential_V: -0.3, reference: 'RHE', analyte: 'NO3', time_h: t, concentration_ug_mL: mM[i]! * 6.2004, dilution: 10, basis: 'NO3-' } }))
    const { figures } = project([...of('K', 0.005), ...of('L', 0.1)], analyses).of('kinetics', 'RuFe-NC')
    expect((figures[0] as XyFigure).series.map(({ name }) => name.replace(/k = .*/, 'k'))).toEqual(['-0.3 V, K, 0.005 M NO₃⁻', '-0.3 V, L, 0.1 M NO₃⁻', '-0.3 V, K, 0.005 M NO₃⁻: zero order, k', '-0.3 V, L, 0.1 M NO₃⁻: zero order, k'])
    // Points that were left out before the second run came stay out.
    const left = project([...of('K', 0.005), ...of('L', 0.1)], analyses, { settings: { leftOut: '-0.3 V, K@2' } }).of('kinetics', 'RuFe-NC')
    expect((left.figures[0] as XyFigure).series.slice(0, 2).map(({ picks }) => picks!.isOut.filter(Boolean).length)).toEqual([1, 0])
  })
})

describe('double layer', () => {
  const rates = [10, 20, 40, 60, 80, 100]
  const half = [0.112, 0.221, 0.447, 0.662, 0.889, 1.103]
  /** Two cycles; the first is larger and must not be taken. */
  const cv = (rate: number, h: number): Given => {
    const E: number[] = []
    const j: number[] = []
    const segments = []
    for (const [factor, direction] of [[2, 1], [2, -1], [1, 1], [1, -1]] as const) {
      const start = E.length
      for (let i = 0; i <= 100; i += 1) {
        E.push(direction > 0 ? i * 0.001 : 0.1 - i * 0.001)
        j.push(direction * factor * h + 0.05)
      }
      segments.push({ kind: 'sweep' as const, start, end: E.length })
    }
    return { path: `cv${rate}.txt`, fields: { catalyst: 'RuFe-NC', technique: 'CV', scanRate_mV_s: rate, area_cm2: 2 }, measured: measurement('CV', [column('potential', 'V', E), column('current', 'mA', j.map((value) => value * 2))], { segments }) }
  }
  it('gives the worked example', () => {
    const out = project(rates.map((rate, i) => cv(rate, half[i]!)), analyses)
    expect(find(out, 'cdl')?.value).toBeCloseTo(11.036164383561639, 9)
    expect(find(out, 'roughness_factor')?.value).toBeCloseTo(275.90410958904096, 7)
    expect(find(out, 'ecsa')?.value).toBeCloseTo(275.90410958904096 * 2, 6)
    // 11.036 mF cm⁻² over 0.06 and 0.02 mF cm⁻², 2 cm².
    expect(find(out, 'ecsa')?.method).toBe('C_dl/C_s·A, C_s = 0.04 mF cm⁻², A = 2 cm²; C_s of 0.020–0.060 mF cm⁻² gives 368–1100 cm²')
    expect(find(out, 'roughness_factor')?.method).toContain('gives 184–552')
    // The charging current of each is per its own area; which area the ECSA is of cannot be said.
    const mixed = project(rates.map((rate, i) => { const given = cv(rate, half[i]!); return i === 0 ? { ...given, fields: { ...given.fields, area_cm2: 1 } } : given }), analyses)
    expect(find(mixed, 'ecsa')).toBeUndefined()
    expect(texts(mixed.of('double-layer-capacitance', 'RuFe-NC').needs).join()).toContain('one electrode area')
  })
  it('asks for the scan rates of three CVs in one window, not of two', () => {
    const without = (rate: number): Given => { const given = cv(rate, rate / 100); return { ...given, fields: { ...given.fields, scanRate_mV_s: undefined } } }
    const three = project([10, 20, 40].map(without), analyses).of('double-layer-capacitance', 'RuFe-NC')
    expect(three.needs).toMatchObject([{ field: 'scanRate_mV_s', message: { text: 'scan rates of 3 CVs in one window (cv10.txt …)' } }])
    expect(project([10, 20].map(without), analyses).of('double-layer-capacitance', 'RuFe-NC').state).toBe('nothing')
    const one = project([...rates.slice(1).map((rate, i) => cv(rate, half[i + 1]!)), without(10)], analyses)
    expect(texts(one.of('double-layer-capacitance', 'RuFe-NC').needs)).toEqual(['scan rate of cv10.txt'])
    expect(find(one, 'cdl')?.value).toBeCloseTo(11.04, 1)
  })
  it('asks for three scan rates and refuses half a cycle', () => {
    expect(texts(project([cv(10, 0.1), cv(20, 0.2)], analyses).of('double-layer-capacitance', 'RuFe-NC').needs).join()).toContain('three or more scan rates')
    expect(() => chargingCurrent([0, 0.05, 0.1], [1, 1, 1], [{ start: 0, end: 3 }])).toThrow('no full cycle')
  })
})

describe('recycling', () => {
  const standards: Given[] = [0, 1, 2].map((c) => ({ fields: { role: 'standard', analyte: 'NH3', concentration_ug_mL: c, absorbance: 0.4 * c } }))
  const cycle = (n: number, absorbance: number): Given[] => {
    const fields: FieldValues = { catalyst: 'RuFe-NC', run: `C${n}`, cycle: n, potential_V: -0.3, reference: 'RHE' }
    return [
      { fields: { ...fields, area_cm2: 1, mass_mg: 0.4, volume_mL: 30 }, measured: measurement('CA', [column('time', 's', [0, 3600]), column('current', 'A', [-0.01, -0.01])]) },
      { fields: { ...fields, analyte: 'NH3', absorbance, dilution: 20 } }
    ]
  }
  it('compares the last with the first cycle and does not average cycles', () => {
    const out = project([...standards, ...cycle(1, 0.4), ...cycle(2, 0.395), ...cycle(3, 0.396), ...cycle(4, 0.38)], analyses)
    expect(find(out, 'retention_fe')).toMatchObject({ value: expect.closeTo(95, 6), conditions: { cycle: 4, potential_V_RHE: -0.3 } })
    expect(find(out, 'retention_yield')?.value).toBeCloseTo(95, 6)
    expect(find(out, 'decay_fe_per_cycle')?.value).toBeLessThan(0)
    expect(out.of('faradaic-efficiency', 'RuFe-NC').results.some((result) => result.n !== undefined)).toBe(false)
  })
})

describe('recycling that went wrong', () => {
  const standards: Given[] = [0, 1, 2].map((c) => ({ fields: { role: 'standard', analyte: 'NH3', concentration_ug_mL: c, absorbance: 0.4 * c } }))
  const cycle = (n: number, absorbance: number, more: FieldValues = {}): Given[] => {
    const fields: FieldValues = { catalyst: 'RuFe-NC', run: `C${n}`, cycle: n, potential_V: -0.3, reference: 'RHE', ...more }
    return [
      { fields: { ...fields, area_cm2: 1, mass_mg: 0.4, volume_mL: 30 }, measured: measurement('CA', [column('time', 's', [0, 3600]), column('current', 'A', [-0.01, -0.01])]) },
      { fields: { ...fields, analyte: 'NH3', absorbance, dilution: 20 } }
    ]
  }
  it('says that a first cycle without product has nothing to retain', () => {
    const out = project([...standards, ...cycle(1, 0), ...cycle(2, 0.395), ...cycle(3, 0.396)], analyses)
    expect(find(out, 'retention_fe')).toBeUndefined()
    expect(texts(out.of('recycling-stability', 'RuFe-NC').findings).join()).toContain('Cycle 1, the first that counts, made no NH₃')
  })
  it('says with its retention what was stated of the electrolyte and of the metal in it', () => {
    const of = (more: FieldValues, last: FieldValues = {}) => find(project([...standards, ...cycle(1, 0.4, more), ...cycle(2, 0.39, more), ...cycle(3, 0.38, { ...more, ...last })], analyses), 'retention_fe')?.method
    expect(of({})).toBe('cycle 3 over cycle 1, 3 cycles')
    expect(of({ freshElectrolyte: 'yes' }, { leached: 'Ru 12 ug/L; Fe <1 ug/L' })).toBe('cycle 3 over cycle 1, 3 cycles; fresh electrolyte (yes); leached metal (Ru 12 ug/L; Fe <1 ug/L)')
  })
  it('asks which series a cycle belongs to that was made twice, and keeps series with a replicate apart', () => {
    const twice = project([...standards, ...cycle(1, 0.4), ...cycle(2, 0.39), ...cycle(1, 0.3, { run: 'D1' }), ...cycle(2, 0.15, { run: 'D2' })], analyses)
    expect(find(twice, 'retention_fe')).toBeUndefined()
    expect(twice.of('recycling-stability', 'RuFe-NC').needs).toMatchObject([{ field: 'replicate', message: { text: 'a replicate for each series of cycles: cycle 1, 2 was made more than once (runs C1, D1, C2, D2)' } }])
    const told = project([...standards, ...cycle(1, 0.4), ...cycle(2, 0.38), ...cycle(1, 0.3, { run: 'D1', replicate: 'b' }), ...cycle(2, 0.15, { run: 'D2', replicate: 'b' })], analyses)
    expect(told.of('recycling-stability', 'RuFe-NC').results.filter(({ metric }) => metric === 'retention_fe').map(({ value }) => Math.round(value))).toEqual([95, 50])
  })
})

describe('the current of a long electrolysis', () => {
  const hours = Array.from({ length: 2001 }, (_, i) => i / 100)
  const trace = (current: (t: number) => number, hold = hours): Given => ({
    path: 'RuFe_CA_-0.3V.txt', fields: { catalyst: 'RuFe-NC', run: 'L', potential_V: -0.3, reference: 'RHE', area_cm2: 1 },
    measured: measurement('CA', [column('time', 's', hold.map((t) => 3600 * t)), column('current', 'mA', hold.map(current))])
  })
  it('gives a drift of 0.5 % an hour back, whatever the sign of the current', () => {
    const falling = project([trace((t) => -10 * (1 - 0.005 * t))], analyses)
    // First and last of twenty equal parts of 20 h: their middles lie at 0.5 h and 19.5 h.
    expect(find(falling, 'retention_current')?.value).toBeCloseTo((100 * (1 - 0.005 * 19.5)) / (1 - 0.005 * 0.5), 6)
    expect(find(falling, 'drift_current')).toMatchObject({ value: expect.closeTo(-0.5 / (1 - 0.0025), 6), method: expect.stringContaining('significant decay') })
  })
  it('names traces of one name by their folders', () => {
    const two = ['a', 'b'].map((folder): Given => { const one = trace((t) => -10 * (1 - 0.005 * t)); return { ...one, path: `${folder}/CA.txt`, fields: { ...one.fields, run: folder } } })
    expect((project(two, analyses).of('long-term-current', 'RuFe-NC').figures[0] as XyFigure).series.map(({ name }) => name.replace(/: .*/, ''))).toEqual(['a/CA.txt', 'b/CA.txt', 'a/CA.txt', 'b/CA.txt'])
  })
  it('says "no significant drift" of noise alone, and nothing of a short trace', () => {
    const noisy = project([trace((t) => -10 + 0.3 * Math.sin(12.9898 * t * 100) * Math.cos(78.233 * t * 41))], analyses)
    expect(find(noisy, 'drift_current')?.method).toContain('no significant drift')
    const short = project([trace(() => -10, hours.slice(0, 200))], analyses)
    expect(find(short, 'drift_current')).toBeUndefined()
    expect(short.of('long-term-current', 'RuFe-NC').state).toBe('nothing')
  })
})

describe('hydrogen, nitrogen balance and battery', () => {
  it('count H2 of online GC into the sum', () => {
    const fields: FieldValues = { catalyst: 'NC', run: 'G', potential_V: -0.5, reference: 'RHE' }
    const out = project([
      { fields: { ...fields, area_cm2: 1, volume_mL: 30 }, measured: measurement('CA', [column('time', 's', [0, 3600]), column('current', 'A', [-0.01, -0.01])]) },
      { fields: { ...fields, h2_ppm: 990, flow_mL_min: 20 } }, { fields: { ...fields, h2_ppm: 1010, flow_mL_min: 20 } }
    ], analyses)
    const expected = (100 * 2 * 96485.33212 * ((1e-3 * 20e-6) / 60) * 101325) / (8.314462618 * 298.15) / 0.01
    expect(find(out, 'fe_h2')?.value).toBeCloseTo(expected, 8)
    expect(find(out, 'j_h2')?.value).toBeCloseTo((-10 * expected) / 100, 8)
  })
  it('balance nitrogen', () => {
    const fields: FieldValues = { catalyst: 'NC', run: 'N', potential_V: -0.5, reference: 'RHE' }
    const reading = (analyte: string, concentration: number, time_h?: number): Given => ({ fields: { ...fields, analyte, concentration_ug_mL: concentration, dilution: 1, ...(time_h === undefined ? {} : { time_h }) } })
    const out = project([{ fields: { ...fields, volume_mL: 50 }, measured: measurement('CA', [column('time', 's', [0, 3600]), column('current', 'A', [-0.01, -0.01])]) },
      reading('NO3', 6200.4, 0), reading('NO3', 4960.32, 1), reading('NH3', 170.31), reading('NO2', 460.05)], analyses)
    expect(find(out, 'conversion')?.value).toBeCloseTo(20, 9)
    expect(find(out, 'selectivity_nh3')?.value).toBeCloseTo(50, 9)
    expect(find(out, 'n_balance')?.value).toBeCloseTo(100, 9)
  })
  it('make a battery of its traces', () => {
    const fields: FieldValues = { catalyst: 'RuFe-NC', role: 'battery', area_cm2: 2, znMass_mg: 10 }
    const t = Array.from({ length: 101 }, (_, i) => i * 36)
    const out = project([
      { fields: { ...fields, technique: 'OCV' }, measured: measurement('OCV', [column('time', 's', t), column('potential', 'V', t.map((x) => (x < 2880 ? 1 : 1.4)))]) },
      { fields: { ...fields, technique: 'LSV' }, measured: measurement('LSV', [column('potential', 'V', t.map((_, i) => 1.4 - i * 0.01)), column('current', 'A', t.map((_, i) => -i * 0.0004))]) },
      { fields: { ...fields, technique: 'CP' }, measured: measurement('CP', [column('time', 's', t), column('potential', 'V', t.map(() => 0.6)), column('current', 'mA', t.map(() => -7))]) }
    ], analyses)
    expect(find(out, 'ocv')?.value).toBeCloseTo(1.4, 9)
    expect(find(out, 'peak_power')?.value).toBeCloseTo(0.7 * 70 * 0.2, 9)
    expect(find(out, 'j_at_peak_power')?.value).toBeCloseTo(14, 9)
    expect(find(out, 'specific_capacity')?.value).toBeCloseTo(700, 6)
    expect(find(out, 'energy_density')?.value).toBeCloseTo(420, 6)
    expect(find(out, 'specific_capacity')?.conditions.j_mA_cm2).toBe(3.5)
    const changing = project([{ fields: { ...fields, technique: 'GCPL' }, measured: measurement('GCPL', [column('time', 's', t), column('potential', 'V', t.map(() => 0.6)), column('current', 'mA', t.map((x) => -7 - x / 500))]) }], analyses)
    expect(find(changing, 'specific_capacity')?.value).toBeGreaterThan(700)
    expect(find(changing, 'specific_capacity')?.conditions, 'of a current that changes none is named').not.toHaveProperty('j_mA_cm2')
  })

  describe('a battery in steps and cycles', () => {
    const fields: FieldValues = { catalyst: 'RuFe-NC', role: 'battery', area_cm2: 2 }
    /** Ten rows a step of 100 s, the voltage by each row's current and its place in the step. */
    const constant = (currents_mA: readonly number[], voltage: (mA: number, within: number) => number): Given['measured'] => {
      const rows = currents_mA.flatMap((mA) => Array.from({ length: 10 }, (_, i) => ({ mA, within: i / 9 })))
      return measurement('CP', [column('time', 's', rows.map((_, i) => i * 10)), column('potential', 'V', rows.map(({ mA, within }) => voltage(mA, within))), column('current', 'mA', rows.map(({ mA }) => mA))])
    }
    const of = (out: ReturnType<typeof project>, metric: string): readonly (readonly unknown[])[] => out.of('zn-nitrate-battery', 'RuFe-NC').results.filter((result) => result.metric === metric).map(({ value, conditions }) => [Number(value.toFixed(6)), conditions.step ?? conditions.cycle, conditions.j_mA_cm2])

    it('gives the voltage of each step by its last fifth, and says whether it came back', () => {
      const out = project([{ fields, measured: constant([-4, -10, -20, -4], (mA, within) => 1.4 + 0.02 * mA - (within > 0.75 ? 0 : 0.1)) }], analyses)
      expect(of(out, 'discharge_voltage')).toEqual([[1.32, 1, 2], [1.2, 2, 5], [1, 3, 10], [1.32, 4, 2]])
      const { needs, findings } = out.of('zn-nitrate-battery', 'RuFe-NC')
      expect(needs).toEqual([])
      expect(findings.map(({ message }) => message.text)).toEqual(['Back at 2 mA cm⁻² the cell gives 1.320 V; in the first such step it gave 1.320 V.'])
    })
    it.each([1, -1])('tells discharge from charge by the voltage, whatever the sign of the current (%s)', (sign) => {
      const cycle = (k: number): number[] => [-4 * sign * (1 + 1e-9 * k), 4 * sign]
      const out = project([{ fields, measured: constant([0, 1, 2].flatMap(cycle), (mA) => (mA * sign < 0 ? 1.0 : 2.0)) }], analyses)
      expect(of(out, 'discharge_voltage')).toEqual([[1, 1, undefined], [1, 3, undefined]])
      expect(of(out, 'charge_voltage')).toEqual([[2, 1, undefined], [2, 3, undefined]])
      expect(of(out, 'energy_efficiency')).toEqual([[50, 1, undefined], [50, 3, undefined]])
      expect(of(out, 'specific_capacity')).toEqual([])
    })
    it('names the file where nothing else tells two cells apart', () => {
      const cell = (path: string, volts: number): Given => ({ path, fields, measured: constant([-4, 4, -4, 4], (mA) => (mA < 0 ? volts : 2.0)) })
      const { results, figures } = project([cell('cellA.nda', 1.0), cell('cellB.nda', 1.1)], analyses).of('zn-nitrate-battery', 'RuFe-NC')
      expect(results.filter(({ metric }) => metric === 'discharge_voltage').map(({ value, conditions }) => [value, conditions.cycle, conditions.file])).toEqual([[1, 1, 'cellA.nda'], [1, 2, 'cellA.nda'], [1.1, 1, 'cellB.nda'], [1.1, 2, 'cellB.nda']])
      const cycling = figures.find(({ id }) => id === 'battery-cycles')
      expect(cycling?.kind === 'xy' && cycling.series.map(({ name }) => name)).toEqual(['discharge, cellA.nda', 'charge, cellA.nda', 'discharge, cellB.nda', 'charge, cellB.nda'])
    })
    it('still takes one discharge as a capacity, with noise on its current', () => {
      const out = project([{ fields: { ...fields, znMass_mg: 10 }, measured: constant(Array.from({ length: 36 }, (_, i) => -7 * (1 + 0.01 * Math.sin(i))), () => 0.6) }], analyses)
      expect(of(out, 'specific_capacity')).toHaveLength(1)
    })

    const run: FieldValues = { ...fields, run: 'B1', mass_mg: 0.5, volume_mL: 30 }
    const hour = Array.from({ length: 101 }, (_, i) => i * 36)
    const trace: Given = { fields: run, measured: measurement('CP', [column('time', 's', hour), column('potential', 'V', hour.map(() => 1)), column('current', 'mA', hour.map(() => -5))]) }
    const reading: FieldValues = { catalyst: 'RuFe-NC', run: 'B1', analyte: 'NH3', concentration_ug_mL: 11.354, dilution: 1 }
    it('gives FE and yield of its discharge, apart from those of electrolyses', () => {
      const out = project([trace, { fields: reading }], analyses)
      const n = (11.354e-6 * 30) / 17.031
      const own = out.of('zn-nitrate-battery', 'RuFe-NC')
      expect(own.results.find(({ metric }) => metric === 'fe_nh3')).toMatchObject({ value: expect.closeTo((100 * 8 * 96485.33212 * n) / 18, 9), conditions: { run: 'B1', role: 'battery' } })
      expect(own.results.find(({ metric }) => metric === 'yield_nh3_mass')?.value).toBeCloseTo((11.354e-3 * 30) / 0.5, 9)
      expect(out.of('faradaic-efficiency', 'RuFe-NC').state).toBe('nothing')
      expect(out.of('ammonia-yield', 'RuFe-NC').state).toBe('nothing')
    })
    it('counts the electrons that are set for the battery', () => {
      const fe = (electronsNH3: number): number => project([trace, { fields: reading }], analyses, { settings: { electronsNH3 } }).of('zn-nitrate-battery', 'RuFe-NC').results.find(({ metric }) => metric === 'fe_nh3')!.value
      expect(fe(6) / fe(8)).toBeCloseTo(6 / 8, 12)
    })
    it('leaves readings to an electrolysis that has the same run, and asks for the analyte of one that states none', () => {
      const cell: Given = { fields: { catalyst: 'RuFe-NC', run: 'B1', potential_V: -0.3, reference: 'RHE', area_cm2: 1, mass_mg: 0.5, volume_mL: 30 }, measured: measurement('CA', [column('time', 's', [0, 3600]), column('current', 'A', [-0.005, -0.005])]) }
      const both = project([trace, cell, { fields: reading }], analyses)
      expect(both.of('faradaic-efficiency', 'RuFe-NC').results.filter(({ metric }) => metric === 'fe_nh3')).toHaveLength(1)
      expect(both.of('zn-nitrate-battery', 'RuFe-NC').results.filter(({ metric }) => metric === 'fe_nh3')).toEqual([])
      const { analyte: _none, ...silent } = reading
      expect(texts(project([trace, { fields: silent }], analyses).of('zn-nitrate-battery', 'RuFe-NC').needs).join()).toContain('analyte')
    })
    it('gives no efficiency of a run that was charged in between', () => {
      const charged: Given = { fields: run, measured: constant([-4, 4, -4, 4], (mA) => (mA < 0 ? 1 : 2)) }
      const own = project([charged, { fields: reading }], analyses).of('zn-nitrate-battery', 'RuFe-NC')
      expect(own.results.filter(({ metric }) => /^(fe|yield)_/.test(metric))).toEqual([])
      expect(texts(own.needs).join()).toContain('a discharge without charging in between')
    })
    it('gives the capacity of a discharge in steps, too, where the mass of zinc is stated', () => {
      const out = project([{ fields: { ...fields, znMass_mg: 10 }, measured: constant([-4, -10], () => 1) }], analyses)
      // Trapezoids over 10 rows of each current, 10 s apart.
      expect(of(out, 'specific_capacity')).toEqual([[Number(((9 * 10 * 4 + 10 * 7 + 9 * 10 * 10) / 3600 / 10 * 1000).toFixed(6)), undefined, undefined]])
    })
    it('says which discharge a reading without a run needs', () => {
      const { run: _none, ...loose } = reading
      const out = project([trace, { fields: { ...loose, role: 'battery', volume_mL: 30 } }], analyses)
      expect(texts(out.of('zn-nitrate-battery', 'RuFe-NC').needs).join()).toContain('the same run for both')
    })
  })
})
