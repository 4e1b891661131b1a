import { describe, expect, it } from 'vitest'
import type { ReadResult } from '../../../../src/shared/readers/reader'
import { runSheet } from '../../../../src/shared/readers/runSheet/runSheet'
import { bytesOf, workbook } from './runSheetFiles'

const readText = (text: string): ReadResult => runSheet.read({ name: 'runsheet.csv', bytes: bytesOf(text) })
const fieldsOf = (result: ReadResult) => (result.rows ?? []).map(({ fields }) => fields)
const problemsOf = (result: ReadResult) => (result.problems ?? []).map(({ row, column, text }) => `${row} ${column}: ${text}`)

describe('headers in other words', () => {
  it('reads a German sheet with decimal commas, and a Chinese one', () => {
    const german = readText('Datei;Katalysator;Potential (V);Fläche (cm²);Beladung (mg/cm²);Volumen (mL);Verdünnung;Zeit (h);Absorption;Rolle;Bemerkung\r\na.txt;RuAg-NC;-0,3;1,0;0,5;30;25;1,0;0,471;;größer\r\n')
    expect(problemsOf(german)).toEqual([])
    expect(german.rows).toEqual([{ row: 2, tags: [], fields: { file: 'a.txt', catalyst: 'RuAg-NC', potential_V: -0.3, area_cm2: 1, loading_mg_cm2: 0.5, volume_mL: 30, dilution: 25, time_h: 1, absorbance: 0.471, note: 'größer' } }])
    expect(fieldsOf(readText('文件,催化剂,电位（V）,面积 (cm²),吸光度,备注\na.txt,RuAg-NC,-0.3,1,0.471,无'))).toEqual([{ file: 'a.txt', catalyst: 'RuAg-NC', potential_V: -0.3, area_cm2: 1, absorbance: 0.471, note: '无' }])
    expect(fieldsOf(readText('Files,Catalysts,Flaeche,Verduennung\na.txt,RuAg-NC,1,5'))).toEqual([{ file: 'a.txt', catalyst: 'RuAg-NC', area_cm2: 1, dilution: 5 }])
  })

  it('names columns that it does not know once, with what they may have meant, and keeps them', () => {
    const text = 'file,potental (V),absorbence,Electrolyt,Ladung,operator,Comment 2,,empty\na.txt,-0.3,0.5,K2SO4,12,Li,x,y,'
    const result = readText(text)
    expect(problemsOf(result)).toEqual([
      '1 B1, C1, D1, E1: these columns are not known (did you mean potential (V), absorbance, electrolyte?) and are kept as notes: potental (V), absorbence, Electrolyt, Ladung.'
    ])
    expect(result.problems?.[0]).not.toHaveProperty('isNotice')
    const own = readText('file,Ladung,Date\na.txt,12,today')
    expect([problemsOf(own), own.problems?.[0]?.isNotice]).toEqual([['1 B1: these columns are not known and are kept as notes: Ladung.'], true])
    expect(result.rows?.[0]).toMatchObject({ fields: { file: 'a.txt' }, tags: [{ name: 'potental (V)', value: '-0.3' }, { name: 'absorbence' }, { name: 'Electrolyt' }, { name: 'Ladung' }, { name: 'operator' }, { name: 'Comment 2' }, { name: 'column H' }] })
    const rows = text.split('\n').map((line) => line.split(',').map((cell) => cell || null))
    expect(problemsOf(runSheet.read({ name: 'runsheet.xlsx', bytes: workbook([['Title'], ...rows]) }))[0]).toContain('2 B2, C2, D2, E2: these columns')
  })
})
