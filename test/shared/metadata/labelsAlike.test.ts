import { describe, expect, it } from 'vitest'
import { electrolysesOf } from '../../../src/shared/electrochemistry/electrolysis'
import { summariseMeasurement } from '../../../src/shared/measurement'
import { catalystNamed, cleanCatalystName, squeezedName } from '../../../src/shared/metadata/catalystName'
import type { FieldValues } from '../../../src/shared/metadata/fields'
import { runKey } from '../../../src/shared/metadata/inheritCatalyst'
import { matchRows } from '../../../src/shared/metadata/matchRow'
import { replicateName } from '../../../src/shared/metadata/replicateName'
import { resolveEntry } from '../../../src/shared/metadata/resolveEntry'
import type { Entry } from '../../../src/shared/project'
import { column, measurement } from '../analyses/project'

const apart = (text: string): string => text.normalize('NFD')
const resolved = (fileName: string, row: FieldValues = {}) => resolveEntry({
  catalysts: ['RuFe-NC', 'Müller-NC'], defaults: {}, edit: {}, rows: [{ fields: row, tags: [], where: 'row 2' }], fileName, title: '', folderNames: [], header: {}
})

describe('the label of a replicate', () => {
  it.each([['r1', '1'], ['R2', '2'], ['03', '3'], ['rep1', '1'], ['Rep 1', '1'], ['#2', '2'], ['3.0', '3'], ['3,0', '3'], ['replicate 2', '2'], ['run 2', '2'], [' r_4 ', '4'], ['平行2', '2']])('%s is %s', (text, name) => expect(replicateName(text)).toBe(name))
  it.each(['A', 'new cell', '1.5', 'r1b', '2024-05-03', '12345', 'cell 2', ''])('%s is itself', (text) => expect(replicateName(text)).toBe(text))

  it('of a run sheet meets that of a file name', () => {
    const ca = summariseMeasurement(measurement('CA', [column('time', 's', [0, 3600]), column('current', 'A', [-0.01, -0.01])]))
    const entries = ['r1', 'R2', '03', '#4', '5.0'].flatMap((label, i): Entry[] => {
      const common = { catalyst: 'RuFe-NC', potential_V: -0.3, reference: 'RHE' }
      const of = (id: string, fileName: string, row: FieldValues, own: Entry['measurement']): Entry => ({ id, measurement: own, fileId: id, path: fileName, ...resolved(fileName, row), content: '', revision: '' })
      return [of(`file ${i}`, `RuFe-NC_CA_-0.3V_r${i + 1}.txt`, {}, ca), of(`row ${i}`, '', { ...common, replicate: label, analyte: 'NH3', absorbance: 0.3 }, null)]
    })
    const found = electrolysesOf({ catalyst: 'RuFe-NC', entries, common: [], defaults: { fields: {}, referencePotentials: {} } })
    expect(found?.runs.map(({ traces, readings, conditions }) => [traces, readings, conditions.replicate])).toEqual([0, 1, 2, 3, 4].map((i) => [[`file ${i}`], [`row ${i}`], String(i + 1)]))
  })
})

describe('names from a Mac, whose umlauts are two characters', () => {
  it('mean the same file', () => {
    const candidates = [{ id: 'a', fileId: 'a', path: apart('/lab/Prüfung_CA.txt'), title: '' }, { id: 'b', fileId: 'b', path: '/lab/uv.csv', title: apart('Größe') }]
    const match = (file: string, catalyst?: string): readonly string[] => matchRows([{ fields: { file, ...(catalyst ? { catalyst } : {}) }, folder: '/lab' }], candidates)[0]!.ids
    expect(match('Prüfung_CA.txt')).toEqual(['a'])
    expect(match('uv.csv#Größe')).toEqual(['b'])
    const twins = ['Müller', 'Möller'].map((name) => ({ id: name, fileId: name, path: apart(`/lab/${name}-NC/CA.txt`), title: '' }))
    expect(matchRows([{ fields: { file: 'CA.txt', catalyst: 'Möller-NC' } }], twins)[0]!.ids).toEqual(['Möller'])
  })
  it('mean the same catalyst and run, stored in one spelling', () => {
    expect(cleanCatalystName(apart('Müller-NC'))).toBe('Müller-NC')
    expect(squeezedName(apart('Müller-NC'))).toBe(squeezedName('Müller NC'))
    expect(catalystNamed(apart('müller-NC'), ['Müller-NC'])).toBe('Müller-NC')
    expect(resolved(apart('Müller-NC_CA_-0.3V.txt')).fields.catalyst?.value).toBe('Müller-NC')
    expect(resolved('x.txt', { catalyst: apart('Jürgen-NC'), run: apart('Läuf 1') }).fields).toMatchObject({ catalyst: { value: 'Jürgen-NC' }, run: { value: 'Läuf 1' } })
    const entry = (run: string): Entry => ({ id: '', measurement: null, fileId: '', path: '', fields: { run: { value: run, origin: 'runSheet', where: '' } }, tags: [], content: '', revision: '' })
    expect(runKey(entry(apart('LÄUF  1')))).toBe(runKey(entry('Läuf 1')))
  })
})
