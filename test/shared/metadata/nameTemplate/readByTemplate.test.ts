import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FieldKey, FieldValue } from '../../../../src/shared/metadata/fields'
import { parseTemplate, type NameTemplate } from '../../../../src/shared/metadata/nameTemplate/parseTemplate'
import { readByTemplate } from '../../../../src/shared/metadata/nameTemplate/readByTemplate'
import { readName } from '../../../../src/shared/metadata/nameTemplate/readName'
import { resolveEntry, type EntrySources } from '../../../../src/shared/metadata/resolveEntry'

const catalysts = ['RuFe-NC', 'RuCo-NC', 'Ru-NC', 'NC']
const template = (text: string): NameTemplate => {
  const parsed = parseTemplate(text)
  if ('problem' in parsed) throw new Error(parsed.problem.text)
  return parsed
}
const read = (text: string, name: string): unknown => {
  const found = readByTemplate(name, template(text), catalysts)
  return 'facts' in found ? found.facts.fields : found.misfit.text
}

describe('a name that fits its template', () => {
  it.each<[string, string, Record<string, FieldValue>]>([
    ['{catalyst}_{technique}_{potential}_{replicate}', 'RuFe-NC_CA_-0.3V_r2.txt', { catalyst: 'RuFe-NC', technique: 'CA', potential_V: -0.3, reference: 'RHE', replicate: '2' }],
    ['{catalyst}_{technique}_{potential}_{replicate}', 'Ru_Fe-NC_i-t_0.3_3.txt', { catalyst: 'RuFe-NC', technique: 'CA', potential_V: 0.3, reference: 'RHE', replicate: '3' }],
    ['{catalyst}_{technique}_{potential}_{replicate}', 'Sample 17_IT_m0p3V_03.txt', { catalyst: 'Sample 17', technique: 'CA', potential_V: -0.3, reference: 'RHE', replicate: '3' }],
    ['{catalyst}-{technique}-{potential}-{replicate}', 'RuFe-NC-CA--0.3V-r2.mpt', { catalyst: 'RuFe-NC', technique: 'CA', potential_V: -0.3, reference: 'RHE', replicate: '2' }],
    ['{replicate}-{potential}', 'r1--0.3V', { replicate: '1', potential_V: -0.3, reference: 'RHE' }],
    ['{catalyst}_{potential:-mV}', 'Ru_300.txt', { catalyst: 'Ru-NC', potential_V: -0.3, reference: 'RHE' }],
    ['{catalyst}_{potential:-mV}', 'Ru_+300.txt', { catalyst: 'Ru-NC', potential_V: 0.3, reference: 'RHE' }],
    ['{catalyst}_{potential:-mV}', 'Ru_0.25V.txt', { catalyst: 'Ru-NC', potential_V: -0.25, reference: 'RHE' }],
    ['{catalyst}_{potential}', 'Ru_-0.9VvsSCE.txt', { catalyst: 'Ru-NC', potential_V: -0.9, reference: 'SCE' }],
    ['{catalyst}_{potential}_{reference}', 'Ru_-0.9_AgAgCl.txt', { catalyst: 'Ru-NC', potential_V: -0.9, reference: 'Ag/AgCl' }],
    ['{date_}'.replace('date_', '*') + '_{catalyst}_{scan rate}', '2024-05-01_RuCo_50.DTA', { catalyst: 'RuCo-NC', scanRate_mV_s: 50 }],
    ['{*}_{catalyst}_{scan rate}', 'x_y_RuCo_0.05Vs.DTA', { catalyst: 'RuCo-NC', scanRate_mV_s: 50 }],
    ['{analyte} {role} {time:min}', 'NO2- blank 30.csv', { analyte: 'NO2', role: 'blank', time_h: 0.5 }],
    ['{analyte} {role} {time:min}', 'NH4+ std1.2ppm 2h.csv', { analyte: 'NH3', role: 'standard', concentration_ug_mL: 1.2, time_h: 2 }],
    ['{role}_{nitrate:mM}_{pH}', 'battery_100_ph14', { role: 'battery', nitrate_M: 0.1, pH: 14 }],
    ['{run}_cycle {cycle}', 'Exp 12_Cycle 3.txt', { run: 'Exp 12', cycle: 3 }],
    ['{area}_{loading}_{volume}_{Ru}_{temperature}', '0p5cm2_0.5_30 mL_12ohm_298K', { area_cm2: 0.5, loading_mg_cm2: 0.5, volume_mL: 30, ru_ohm: 12, temperature_C: 24.85 }],
    ['{catalyst}_{technique}.txt', 'RuFe_LSV.TXT', { catalyst: 'RuFe-NC', technique: 'LSV' }],
    ['{catalyst}–{technique}', 'RuCo−LSV.txt', { catalyst: 'RuCo-NC', technique: 'LSV' }],
    ['{technique}_{catalyst}', '(ＣＡ)_x'.replace(/[()]/g, '') + '.txt', { technique: 'CA', catalyst: 'x' }]
  ])('%s reads %s', (text, name, fields) => {
    expect(read(text, name)).toEqual(fields)
  })
  it('says nothing of the parts that are to say nothing, and keeps the word of a special technique and the number of a second file', () => {
    expect(readName('-0.5V_RuFe_VB (2).txt', template('{*}_{catalyst}_{technique}'), catalysts)).toEqual({
      fields: { catalyst: 'RuFe-NC', technique: 'XPS' }, tags: ['VB', '2'], template: '{*}_{catalyst}_{technique}'
    })
    expect(readName('RuFe_CA - Copy.txt', template('{catalyst}_{technique}'), catalysts).tags).toEqual(['Copy'])
  })
  it('prefers a catalyst that is known where the separator stands in names, too', () => {
    expect(read('{catalyst}_{run}', 'RuFe_NC_A_1')).toEqual({ catalyst: 'RuFe-NC', run: 'A_1' })
  })
})

describe('a name that does not fit', () => {
  it.each([
    ['{catalyst}_{technique}_{potential}', 'RuFe-NC_CA_cold.txt', '(“cold” is no {potential})'],
    ['{catalyst}_{technique}_{potential}', 'RuFe-NC_CA.txt', '(“_” is missing)'],
    ['{catalyst}_{technique}_{potential}', 'RuFe-NC_CA_300.txt', '(“300” is no {potential})'],
    ['{catalyst}_{technique}', 'RuFe-NC_wonder.txt', '(“wonder” is no {technique})'],
    ['{catalyst}__{technique}', 'RuFe-NC_CA.txt', '(“__” is missing)'],
    ['{run}_{note}', 'a_b_c.txt', 'in more than one way (“a” or “a_b”)'],
    ['{catalyst}_{role}_{nitrate}', 'Ru_noNO3_0.1M.txt', '(“0.1M” is no {nitrate})'],
    ['{catalyst}_{reference}', 'Ru_Ref.txt', '(“Ref” is no {reference})'],
    ['{catalyst}_{time}', 'Ru_n2.txt', '(“n2” is no {time})']
  ])('%s, %s: says why', (text, name, why) => {
    expect(read(text, name)).toContain(why)
    expect(read(text, name)).toMatch(/it was read by its words\.$/)
  })
  it('is read by its words', () => {
    const { fields, misfit, template: by } = readName('CA_RuFe-NC_-0.3V.txt', template('{catalyst}_{technique}_{potential}_{replicate}'), catalysts)
    expect(fields).toEqual({ catalyst: 'RuFe-NC', technique: 'CA', potential_V: -0.3, reference: 'RHE' })
    expect([misfit?.text.includes('does not fit'), by]).toEqual([true, undefined])
  })
  it('takes no long time, whatever its separators are', () => {
    const started = performance.now()
    expect(read('{run}_{note}_{electrolyte}_{calibration}_{catalyst}_{technique}', 'a_'.repeat(120) + 'b')).toContain('does not fit')
    expect(performance.now() - started).toBeLessThan(1500)
  })
})

describe('what a template writes', () => {
  const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,8}$/)
  const values: { readonly [K in FieldKey]?: fc.Arbitrary<readonly [written: string, read: FieldValue]> } = {
    catalyst: fc.constantFrom(...catalysts).map((name) => [name, name] as const),
    technique: fc.constantFrom('LSV', 'CV', 'CA', 'EIS', 'OCV').map((name) => [name, name] as const),
    potential_V: fc.integer({ min: -1500, max: 1500 }).chain((mV) => fc.constantFrom(`${mV / 1000}V`, `${mV / 1000}`, `${mV}mV`, `${mV < 0 ? 'm' : ''}${String(Math.abs(mV) / 1000).replace('.', 'p')}V`).map((text) => [text, mV / 1000] as const)),
    replicate: fc.integer({ min: 1, max: 99 }).chain((n) => fc.constantFrom(`${n}`, `r${n}`, `#${n}`, `rep${n}`).map((text) => [text, String(n)] as const)),
    run: word.map((text) => [text, text] as const),
    scanRate_mV_s: fc.integer({ min: 1, max: 500 }).chain((v) => fc.constantFrom(`${v}`, `${v}mVs`).map((text) => [text, v] as const)),
    time_h: fc.integer({ min: 1, max: 90 }).chain((h) => fc.constantFrom(`${h}`, `${h}h`, `t${h}h`, `${h * 60}min`).map((text) => [text, h] as const)),
    cycle: fc.integer({ min: 1, max: 900 }).chain((n) => fc.constantFrom(`${n}`, `cycle${n}`).map((text) => [text, n] as const)),
    analyte: fc.constantFrom(['NH3', 'NH3'], ['NO2', 'NO2'], ['nitrate', 'NO3']).map(([a, b]) => [a!, b!] as const)
  }
  const fields = Object.keys(values) as FieldKey[]
  it('is read back: every field, whatever the order and the separators', () => {
    fc.assert(fc.property(
      fc.shuffledSubarray(fields, { minLength: 1 }).chain((keys) => fc.tuple(fc.constant(keys), fc.tuple(...keys.map((key) => values[key]!)), fc.array(fc.constantFrom('_', '__', ' ', '_-_', '+'), { minLength: keys.length, maxLength: keys.length }), fc.boolean())),
      ([keys, written, separators, startsWithDate]) => {
        const join = (parts: readonly string[]): string => parts.map((part, i) => (i === 0 ? part : separators[i]! + part)).join('')
        const [head, date] = startsWithDate ? ['{*}_', '20240501_'] : ['', '']
        const name = `${date}${join(written.map(([text]) => text))}.txt`
        const facts = read(head + join(keys.map((key) => `{${key}}`)), name)
        const wanted = Object.fromEntries(keys.map((key, i) => [key, written[i]![1]]))
        expect(facts, name).toEqual({ ...wanted, ...('potential_V' in wanted ? { reference: 'RHE' } : {}) })
      }), { numRuns: 500 })
  })
  it('holds for hyphens, too, with the minus of a potential behind them', () => {
    fc.assert(fc.property(fc.tuple(values.catalyst!, values.technique!, values.potential_V!, values.replicate!), ([catalyst, technique, potential, replicate]) => {
      expect(read('{catalyst}-{technique}-{potential}-{replicate}', `${[catalyst, technique, potential, replicate].map(([text]) => text).join('-')}.txt`))
        .toEqual({ catalyst: catalyst[1], technique: technique[1], potential_V: potential[1], reference: 'RHE', replicate: replicate[1] })
    }))
  })
})

describe('an entry', () => {
  const sources: EntrySources = {
    catalysts, defaults: {}, edit: {}, rows: [], fileName: 'A7_CA_0.2_4.txt', title: '', isAlone: true, folderNames: ['RuFe-NC', '-0.4V'], header: { technique: 'LSV' }, template: template('{run}_{technique}_{potential}_{replicate}')
  }
  it('shows that a template read the file name, which counts as a file name', () => {
    const { fields } = resolveEntry(sources)
    expect(fields.run).toEqual({ value: 'A7', origin: 'fileName', where: 'A7_CA_0.2_4.txt', template: '{run}_{technique}_{potential}_{replicate}' })
    expect([fields.technique?.value, fields.replicate?.value, fields.potential_V]).toEqual(['CA', '4', { value: 0.2, origin: 'fileName', where: 'A7_CA_0.2_4.txt', against: 'RHE', template: '{run}_{technique}_{potential}_{replicate}' }])
    expect(fields.catalyst).toEqual({ value: 'RuFe-NC', origin: 'folderName', where: 'folder RuFe-NC' })
  })
  it('gives way to a run sheet and an edit', () => {
    const { fields } = resolveEntry({ ...sources, edit: { replicate: '9' }, rows: [{ fields: { run: 'sheet' }, tags: [], where: 'runsheet.xlsx, row 2' }] })
    expect([fields.replicate?.origin, fields.run?.origin, fields.run?.template]).toEqual(['edit', 'runSheet', undefined])
  })
  it('reads a copy by the template of the folder that the copy lies in', () => {
    const { fields } = resolveEntry({ ...sources, fileName: 'data.txt', template: null, copies: [{ fileName: '3_A7.txt', folderNames: [], template: template('{replicate}_{run}') }] })
    expect([fields.run?.value, fields.replicate?.template]).toEqual(['A7', '{replicate}_{run}'])
  })
})
