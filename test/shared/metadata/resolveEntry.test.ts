import { describe, expect, it } from 'vitest'
import { defaultCatalysts } from '../../../src/shared/catalystColours'
import { setPotentialScaleOf } from '../../../src/shared/electrochemistry/potentialScale'
import { resolveEntry, type EntrySources } from '../../../src/shared/metadata/resolveEntry'

const sources = (more: Partial<EntrySources>): EntrySources =>
  ({ catalysts: defaultCatalysts, defaults: {}, edit: {}, rows: [], fileName: '', title: '', folderNames: [], header: {}, ...more })
const row = (fields: EntrySources['edit']): EntrySources['rows'][number] => ({ fields, tags: [{ name: 'operator', value: 'LW' }], where: 'runsheet.csv, row 4' })

describe('precedence', () => {
  it('is edit, run sheet, file name, folder, header, default', () => {
    const whole = sources({
      edit: { area_cm2: 1 }, rows: [row({ area_cm2: 2, pH: 7 })], fileName: 'RuFe_pH8_CA.txt', folderNames: ['pH9_LSV', 'RuCo-NC'],
      header: { area_cm2: 4, scanRate_mV_s: 10 }, defaults: { pH: 10, temperature_C: 25 }
    })
    const { fields, tags } = resolveEntry(whole)
    expect(fields).toMatchObject({
      area_cm2: { value: 1, origin: 'edit' }, pH: { value: 7, origin: 'runSheet', where: 'runsheet.csv, row 4' }, catalyst: { value: 'RuFe-NC', origin: 'fileName' },
      technique: { value: 'CA', origin: 'fileName' }, scanRate_mV_s: { value: 10, origin: 'header' }, temperature_C: { value: 25, origin: 'projectDefault' }
    })
    expect(tags).toContain('operator: LW')
    expect(resolveEntry({ ...whole, edit: {}, rows: [], fileName: 'x.txt' }).fields).toMatchObject({ pH: { value: 9, origin: 'folderName' }, catalyst: { value: 'RuCo-NC' }, area_cm2: { value: 4 } })
  })
  it('takes nothing lower for what a run sheet states unreadably; an edit and another row do', () => {
    const unread = { fields: { pH: 7 }, tags: [], unread: [{ field: 'temperature_C', name: 'temperature (F)', value: '140' }, { field: 'potential_V', name: 'potential (V)', value: 'low' }], where: 'runsheet.csv, row 2' } as const
    const given = sources({ rows: [unread], fileName: 'RuFe_CA_-0.3V.txt', header: { temperature_C: 20 }, defaults: { temperature_C: 25 } })
    const { fields } = resolveEntry(given)
    expect([fields.temperature_C, fields.potential_V, fields.pH?.value]).toEqual([undefined, undefined, 7])
    expect(fields.unreadable).toEqual([{ field: 'potential_V', text: 'potential (V): low', where: 'runsheet.csv, row 2' }, { field: 'temperature_C', text: 'temperature (F): 140', where: 'runsheet.csv, row 2' }])
    expect(resolveEntry({ ...given, edit: { temperature_C: 60, potential_V: -0.4 } }).fields).toMatchObject({ temperature_C: { value: 60, origin: 'edit' }, potential_V: { value: -0.4 } })
    expect(resolveEntry({ ...given, edit: { temperature_C: 60, potential_V: -0.4 } }).fields.unreadable).toBeUndefined()
    expect(resolveEntry({ ...given, rows: [unread, row({ temperature_C: 60 })] }).fields).toMatchObject({ temperature_C: { value: 60, origin: 'runSheet' }, unreadable: [{ field: 'potential_V' }] })
  })
  it('takes a potential of a file name against RHE whatever the instrument measured against', () => {
    const { fields } = resolveEntry(sources({ fileName: 'RuFe_CA_-0.3V.txt', rows: [row({ reference: 'Ag/AgCl', pH: 7 })] }))
    const scale = setPotentialScaleOf(fields, { fields: {}, referencePotentials: {} })
    expect('toRhe' in scale && scale.toRhe(fields.potential_V!.value)).toBe(-0.3)
    expect(fields.reference?.value).toBe('Ag/AgCl')
  })
  it('takes a potential of a run sheet against its reference, else the project default', () => {
    const { fields } = resolveEntry(sources({ fileName: 'RuFe_CA_-0.3V.txt', rows: [row({ potential_V: -0.9, pH: 7 })], defaults: { reference: 'Ag/AgCl sat. KCl' } }))
    const scale = setPotentialScaleOf(fields, { fields: {}, referencePotentials: {} })
    expect('toRhe' in scale && scale.toRhe(fields.potential_V!.value)).toBeCloseTo(-0.9 + 0.197 + 7 * 0.0591593, 5)
  })
  it('cleans the blanks of a catalyst name and makes unknown ones new', () => {
    expect(resolveEntry(sources({ rows: [row({ catalyst: '  rufe-nc ' })] })).fields.catalyst?.value).toBe('RuFe-NC')
    expect(resolveEntry(sources({ rows: [row({ catalyst: ' Pd  Cu ' })] })).fields.catalyst?.value).toBe('Pd Cu')
  })
  it('takes the title of a file with one dataset as a word of its header, of several as the name of each', () => {
    const given = { title: 'Ru-NC slab', fileName: 'OUTCAR', folderNames: ['NO3', 'RuFe-NC'] }
    expect(resolveEntry(sources({ ...given, isAlone: true })).fields.catalyst).toMatchObject({ value: 'RuFe-NC', origin: 'folderName' })
    expect(resolveEntry(sources(given)).fields.catalyst).toMatchObject({ value: 'Ru-NC', origin: 'fileName' })
    expect(resolveEntry(sources({ title: 'RuNi-NC', fileName: 'a.txt', isAlone: true })).fields.catalyst).toMatchObject({ value: 'RuNi-NC', origin: 'header' })
  })
})
