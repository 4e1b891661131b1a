import { describe, expect, it } from 'vitest'
import type { FieldValues } from '../../../src/shared/metadata/fields'
import { presence } from '../../../src/shared/checks/stated'
import { column, measurement } from '../analyses/project'
import { entry, found, result, outcome } from './entries'

const trace = (hours: number) => measurement('CA', [column('time', 's', [0, hours * 3600]), column('current', 'A', [-0.01, -0.01])])
/** One electrolysis: its trace and its reading of NH3. */
const electrolysis = (run: string, hours: number, fields: FieldValues = {}, defaults: FieldValues = {}) => [
  entry(`t${run}`, { catalyst: 'A', run, ...fields }, { measured: trace(hours), path: `A_CA_${run}.txt`, defaults }), entry(`r${run}`, { catalyst: 'A', run, analyte: 'NH3', absorbance: 0.4, dilution: 10 }, { defaults })
]

it.each(['none', 'No', 'no membrane', 'without', 'undivided cell', 'single compartment', '无', '无隔膜', '单室', '0', 'ohne'])('%s says that there is none', (text) => expect(presence(text)).toBe('none'))
it.each(['Nafion 117', 'yes', '0.05 M H2SO4', 'Nordic membrane', 'glass frit', '质子交换膜', 'no. 117'])('%s does not', (text) => expect(presence(text)).toBe('some'))
it.each(['-', 'n/a', '?', 'unknown', ' ', undefined])('%s says nothing', (text) => expect(presence(text)).toBe(undefined))

describe('NH3 that leaves with the gas', () => {
  const of = (...entries: ReturnType<typeof electrolysis>) => found('ammonia-loss', { entries })
  it('long or basic without a trap: one warning a catalyst, with its longest', () => {
    expect(of(...electrolysis('R1', 4, { trap: 'none', pH: 7 }), ...electrolysis('R2', 1, { trap: 'none', pH: 13 }))).toEqual([['warning', expect.stringMatching(/^A_CA_R1\.txt ran for 4 h at pH 7 without a trap \(2 electrolyses beyond 2 h or pH 9\.2\)/)]])
  })
  it('2 h at pH 9.2 are just inside', () => expect(of(...electrolysis('R1', 2, { trap: 'none', pH: 9.2 }))).toEqual([]))
  it('the pH afterwards counts', () => expect(of(...electrolysis('R1', 1, { trap: 'none', pH: 7, pHAfter: 10.5 }))).toHaveLength(1))
  it('with a trap nothing', () => expect(of(...electrolysis('R1', 12, { trap: '0.05 M H2SO4', pH: 13 }))).toEqual([]))
  it('fifty that do not say are one note', () => expect(of(...Array.from({ length: 50 }, (_, i) => electrolysis(`R${i}`, 3)).flat())).toEqual([['note', expect.stringContaining('whether a trap caught the NH₃ of the gas is not on record')]]))
  it('short and neutral ones need not say', () => expect(of(...electrolysis('R1', 1, { pH: 7 }))).toEqual([]))
  it('a trace without NH3 is no matter', () => expect(of(electrolysis('R1', 12, { trap: 'none' })[0]!)).toEqual([]))
  it('thresholds are set in Settings', () => expect(found('ammonia-loss', { entries: electrolysis('R1', 4, { trap: 'none' }), settings: new Map([['gasTime_h', 5]]) })).toEqual([]))
})

describe('drift of the bulk pH', () => {
  const of = (...rows: readonly FieldValues[]) => found('ph-drift', { entries: rows.map((fields, i) => entry(`e${i}`, { catalyst: 'A', run: `R${i}`, ...fields }, { measured: trace(1), path: `A_${i}.txt` })) })
  // 59.16 mV a unit at 25 °C: 2.6 units are 153.8 mV.
  it('is one warning a catalyst, of the farthest', () => expect(of({ pH: 7, pHAfter: 8 }, { pH: 7, pHAfter: 9.6 })).toEqual([['warning', expect.stringMatching(/^The bulk pH of A_1\.txt went from 7 to 9\.6 \(2 electrolyses drift by more than 0\.5\): .* moved by 154 mV/)]]))
  it('says at which temperature where nobody stated one', () => {
    // 64.12 mV a unit at 50 °C: 166.7 mV.
    expect(of({ pH: 7, pHAfter: 9.6 })).toEqual([['warning', expect.stringContaining('moved by 154 mV, if it was at 25 °C (temperature not stated);')]])
    expect(of({ pH: 7, pHAfter: 9.6, temperature_C: 50 })).toEqual([['warning', expect.stringContaining('moved by 167 mV;')]])
  })
  it('half a unit is none', () => expect([of({ pH: 7, pHAfter: 7.5 }), of({ pH: 7, pHAfter: 6.5 })]).toEqual([[], []]))
  it('down, too', () => expect(of({ pH: 13, pHAfter: 12.4 })).toHaveLength(1))
  it('what nobody measured is not asked for', () => expect([of({ pH: 7 }), of({ pHAfter: 9 }), of({})]).toEqual([[], [], []]))
  it('rows of one run state the two apart, and are one electrolysis', () => {
    expect(found('ph-drift', { entries: [entry('t', { catalyst: 'A', run: 'R1', pH: 7 }), entry('r', { catalyst: 'A', run: 'R1', pHAfter: 9 }), entry('q', { catalyst: 'A', run: 'R1', pHAfter: 9 })] })).toEqual([['warning', expect.stringContaining('(1 electrolyses')]])
  })
  it('the default of the project is the pH before', () => expect(found('ph-drift', { entries: [entry('t', { catalyst: 'A', pHAfter: 9 }, { defaults: { pH: 7 } })] })).toHaveLength(1))
})

describe('Pt as the counter electrode', () => {
  const of = (...rows: readonly FieldValues[]) => found('counter-electrode', { entries: rows.map((fields, i) => entry(`e${i}`, { catalyst: 'A', ...fields }, { measured: trace(1), path: `A_${i}.txt` })) })
  it('without a membrane', () => expect(of({ counterElectrode: 'Pt wire', membrane: 'none' }, { counterElectrode: '铂片', membrane: '无' })).toEqual([['warning', expect.stringMatching(/^A_0\.txt \(2 files\) has a counter electrode of Pt wire and no membrane/)]]))
  it('behind a membrane, or of carbon', () => expect([of({ counterElectrode: 'Pt', membrane: 'Nafion 117' }), of({ counterElectrode: 'graphite rod', membrane: 'none' }), of({ counterElectrode: 'carbon paper with optical window', membrane: 'none' })]).toEqual([[], [], []]))
  it('a membrane that nobody speaks of is one note', () => expect(of(...Array.from({ length: 50 }, () => ({ counterElectrode: 'platinum mesh' })))).toEqual([['note', expect.stringContaining('whether a membrane parts it')]]))
  it('nothing where the counter electrode is not stated', () => expect([of({}), of({ membrane: 'none' })]).toEqual([[], []]))
  it('a default of the project is not said of diffraction patterns', () => {
    expect(found('counter-electrode', { entries: [entry('x', { catalyst: 'A' }, { measured: measurement('XRD', []), defaults: { counterElectrode: 'Pt', membrane: 'none' } })] })).toEqual([])
  })
})

describe('voltage of a battery', () => {
  const of = (volt: number, ocv: number | null = 1.4) => found('battery-voltage', { outcomes: [outcome('b', [result('discharge_voltage', volt), ...(ocv === null ? [] : [result('ocv', ocv)])])] })
  it('lies below its open circuit and above zero', () => expect([of(1.2), of(1.44), of(1.45), of(-0.1), of(1.45, null)].map((list) => list.map(([level]) => level))).toEqual([[], [], ['error'], ['error'], []]))
  // 10.16 mW/cm2 over 16 mA/cm2 is 0.635 V.
  it('P/j at the peak, too', () => {
    const peak = (power: number) => found('battery-voltage', { outcomes: [outcome('b', [result('peak_power', power), result('j_at_peak_power', 16), result('ocv', 1.4)])] })
    expect([peak(10.16), peak(24)]).toEqual([[], [['error', expect.stringContaining('delivers at 1.5 V, more than its open-circuit voltage of 1.4 V')]]])
  })
})
