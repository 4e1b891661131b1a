import * as XLSX from 'xlsx'
import { describe, expect, it } from 'vitest'
import type { ReadResult } from '../../../../src/shared/readers/reader'
import { runSheet } from '../../../../src/shared/readers/runSheet/runSheet'
import { bytesOf } from './runSheetFiles'

const readText = (text: string): ReadResult => runSheet.read({ name: 'runsheet.csv', bytes: bytesOf(text) })
const fieldsOf = (result: ReadResult) => (result.rows ?? []).map(({ fields }) => fields)
const problemsOf = (result: ReadResult) => (result.problems ?? []).map(({ row, column, text }) => `${row} ${column}: ${text}`)

describe('times', () => {
  const times = (header: string, ...cells: string[]) => {
    const result = readText([`file;${header}`, ...cells.map((cell, i) => `${i}.txt;${cell}`)].join('\n'))
    return [fieldsOf(result).map(({ time_h }) => time_h), problemsOf(result).map((text) => text.replace(/^[^:]*: /, ''))]
  }
  it('are taken as h:mm:ss, whatever unit their column has', () => {
    const expected = [[0.5, 1.5, 26, 0.01, 1], []]
    expect(times('time (h)', '00:30:00', '1:30:00', '26:00:00', '0:00:36', '1')).toEqual(expected)
    expect(times('time (min)', '00:30:00', '1:30:00', '26:00:00', '0:00:36', '60')).toEqual(expected)
    expect(times('time', '00:30:00', ' 1：30：00 ', '26:00:00', '00:00:36,0', '3600 s')).toEqual(expected)
  })
  it('are refused where they could be something else, with what to write', () => {
    const [values, problems] = times('time (h)', '1:30', '0:75:00', '-1:00:00', '1:30:00 PM')
    expect(values).toEqual([undefined, undefined, undefined, undefined])
    expect(problems).toEqual([
      '"1:30" could be hours and minutes or minutes and seconds; write h:mm:ss, or a number.',
      ...['0:75:00', '-1:00:00', '1:30:00 PM'].map((cell) => `"${cell}" is not a number; write the number alone, without words or a unit.`)
    ])
  })
  it('are none in other columns', () => {
    expect(fieldsOf(readText('file;volume (mL);dilution\na.txt;00:30:00;1:10'))).toEqual([{ file: 'a.txt' }])
  })
  it.each(['xlsx', 'ods', 'biff8'] as const)('of a spreadsheet (%s) are its own cells of time, where they show their seconds', (type) => {
    const cell = (hours: number, z: string): XLSX.CellObject => ({ t: 'n', v: hours / 24, z })
    const cells = [cell(0.5, 'h:mm:ss'), cell(1.5, '[h]:mm:ss'), cell(26, '[h]:mm:ss'), cell(0, 'hh:mm:ss'), cell(90 / 3600, 'mm:ss'), cell(1.5, 'h:mm'), cell(26, 'h:mm:ss'), cell(13.5, 'h:mm:ss AM/PM'), cell(0.5, '0.00')]
    const sheet = XLSX.utils.aoa_to_sheet([['file', 'time (min)'], ...cells.map((_, i) => [`${i}.txt`])])
    sheet['!ref'] = `A1:B${cells.length + 1}`
    cells.forEach((one, i) => { sheet[`B${i + 2}`] = one })
    const book = XLSX.utils.book_new()
    XLSX.utils.book_append_sheet(book, sheet, 'Runs')
    const result = runSheet.read({ name: `runsheet.${type === 'biff8' ? 'xls' : type}`, bytes: new Uint8Array(XLSX.write(book, { type: 'array', bookType: type }) as ArrayBuffer) })
    const values = fieldsOf(result).map(({ time_h }) => time_h)
    expect(values.slice(0, 7)).toEqual([0.5, 1.5, 26, 0, 0.025, undefined, undefined])
    // A number of days in a column of minutes: without the format of a time it is what it says.
    expect(values[8]).toBeCloseTo(0.5 / 24 / 60, 12)
    expect(problemsOf(result).slice(0, 2)).toEqual([
      '7 B (time (min)): "01:30" could be hours and minutes or minutes and seconds; write h:mm:ss, or a number.',
      expect.stringMatching(/^8 B \(time \(min\)\): ".* 02:00" is not a number/)
    ])
  })
})
