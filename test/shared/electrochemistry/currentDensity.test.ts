import { describe, expect, it } from 'vitest'
import { analyses } from '../../../src/shared/analyses'
import { delimitedTable } from '../../../src/shared/readers/delimitedTable/delimitedTable'
import { project, texts, type Given } from '../analyses/project'

const measured = (text: string) => delimitedTable.read({ name: 'a.csv', bytes: new TextEncoder().encode(text) }).measurements[0]!
const potentials = Array.from({ length: 401 }, (_, i) => 0.2 - i * 0.002)
/** −0.5 mA cm⁻² is reached at −0.16389 V: i = 10^(−(E + 0.2)/0.12) mA cm⁻². */
const onset_V = -0.2 - 0.12 * Math.log10(0.5)
function lsv(potential: string, header: string, perUnit: number, fields: Given['fields']): Given {
  const table = measured(`${potential}\t${header}\n${potentials.map((E) => `${E.toFixed(4)}\t${(-perUnit * 10 ** (-(E + 0.2) / 0.12)).toExponential(8)}`).join('\n')}\n`)
  return { path: 'X_LSV.csv', fields: { ...table.header, catalyst: 'X', technique: 'LSV', ...fields }, measured: table }
}
const outcome = (given: Given, analysis = 'linear-sweep') => project([given], analyses).of(analysis, 'X')
const onset = (given: Given): number | undefined => outcome(given).results.find(({ metric }) => metric === 'onset')?.value

describe('a table with a current density', () => {
  it.each([['j (mA/cm2)', 1], ['J/mA cm-2', 1], ['j (A/m2)', 10], ['j (µA cm-2)', 1000], ['Current Density (A/cm²)', 1e-3], ['I (mA)', 2]])('%s gives the onset', (header, perUnit) => {
    expect(onset(lsv('E (V)', header, perUnit, { reference: 'RHE', area_cm2: 2 }))).toBeCloseTo(onset_V, 4)
  })
  it('needs the area for its iR correction, whose current is j times the area', () => {
    const fields = { reference: 'RHE', ru_ohm: 10, irFraction: 1 }
    expect(onset(lsv('E (V)', 'j (mA/cm2)', 1, { ...fields, area_cm2: 2 }))).toBeCloseTo(onset_V + 0.0005 * 2 * 10, 4)
    expect(texts(outcome(lsv('E (V)', 'j (mA/cm2)', 1, fields)).needs)).toEqual([expect.stringContaining('geometric area')])
  })
  it('takes the reference from its header, never the reversible hydrogen electrode by default', () => {
    const slope_V = (8.314462618 * 298.15 * Math.log(10)) / 96485.33212
    expect(onset(lsv('E/V vs SCE', 'j (mA/cm2)', 1, { area_cm2: 1, pH: 7 }))).toBeCloseTo(onset_V + 0.241 + 7 * slope_V, 4)
    expect(onset(lsv('E (V vs. Ag/AgCl (3 M KCl))', 'j (mA/cm2)', 1, { area_cm2: 1, pH: 7 }))).toBeCloseTo(onset_V + 0.21 + 7 * slope_V, 4)
    expect(onset(lsv('E vs RHE (V)', 'j (mA/cm2)', 1, { area_cm2: 1 }))).toBeCloseTo(onset_V, 4)
    expect(texts(outcome(lsv('E (V)', 'j (mA/cm2)', 1, { area_cm2: 1 })).needs)).toEqual(['reference electrode'])
    expect(texts(outcome(lsv('E (V vs OCP)', 'j (mA/cm2)', 1, { area_cm2: 1 })).needs)).toEqual([expect.stringContaining('OCP')])
  })
  it('gives the charge of an electrolysis on its area', () => {
    const trace = (header: string, value: number, area_cm2?: number): Given => ({
      path: 'X_CA.csv', fields: { catalyst: 'X', run: 'A', potential_V: -0.3, reference: 'RHE', ...(area_cm2 === undefined ? {} : { area_cm2 }) },
      measured: measured(`t (min)\t${header}\n${Array.from({ length: 121 }, (_, i) => `${i}\t${value}`).join('\n')}\n`)
    })
    const numbers = (given: Given) => outcome(given, 'electrolysis-charge').results.map(({ metric, value }) => [metric, Number(value.toPrecision(9))])
    // −12 mA cm⁻² on 2 cm² for two hours.
    for (const given of [trace('j (mA/cm2)', -12, 2), trace('j (A/m2)', -120, 2), trace('I (mA)', -24, 2)]) expect(numbers(given)).toEqual([['charge', -172.8], ['j_mean', -12]])
    expect(texts(outcome(trace('j (mA/cm2)', -12), 'electrolysis-charge').needs).join()).toContain('geometric area')
  })
})
