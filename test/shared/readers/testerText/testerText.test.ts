import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Measurement } from '../../../../src/shared/measurement'
import { readers } from '../../../../src/shared/readers'
import { ReadError, type Recognition } from '../../../../src/shared/readers/reader'
import { spreadsheetOf } from '../../../../src/shared/readers/spreadsheet/spreadsheet'
import { testerText } from '../../../../src/shared/readers/testerText/testerText'
import { fixtures as landt } from '../landtText/fixture'
import { fixtures as maccor } from '../maccorText/fixture'
import { fixtures as newareCsv } from '../newareCsv/fixture'
import { workbookOf } from '../spreadsheet/fixture'
import { fixtures, testerRows } from './fixture'
import { arbin, arbinBlanks, bdf, bdfPrograms, pec, written, type Layout, type TesterRow } from './testerWriter'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const readAll = (text: string): readonly Measurement[] => testerText.read({ name: 'a.csv', bytes: bytesOf(text) }).measurements
const read = (text: string): Measurement => readAll(text)[0]!
const recognised = (text: string): Recognition | null => testerText.recognises({ name: 'a.csv', bytes: bytesOf(text), size: text.length })
const quantity = (measurement: Measurement, kind: string): number[] => [...measurement.columns.find((one) => one.quantity === kind)!.values]
const named = (measurement: Measurement, name: string): number[] => [...measurement.columns.find((one) => one.name === name)!.values]
const labels = (measurement: Measurement, name: string): readonly string[] | undefined => measurement.columns.find((one) => one.name === name)!.labels
const fact = (measurement: Measurement, name: string): unknown => measurement.facts.find((one) => one.name === name)?.value
const layouts: readonly (readonly [string, Layout])[] = [['Arbin', arbin], ['Arbin with blanks', arbinBlanks], ['BDF', bdf], ['BDF for programs', bdfPrograms], ['PEC', pec]]
const units: Readonly<Record<string, readonly string[]>> = { PEC: ['s', 'mV', 'mA', 'mAh'] }

describe('Arbin, BDF and PEC text', () => {
  it.each(layouts)('gives back every number that a program wrote as %s', (_, layout) => {
    const cell = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => value !== 0 && Math.abs(value) > 1e-290 && Math.abs(value) < 1e300)
    const row: fc.Arbitrary<TesterRow> = fc.record({ time_s: fc.nat(400_000), step: fc.nat(30), cycle: fc.nat(99), voltage_V: cell, current_A: cell, charge_Ah: cell, discharge_Ah: cell })
    const separators = layout.above ? [','] : [',', '\t', ';']
    fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), fc.constantFrom(...separators), fc.constantFrom('\n', '\r\n'), (rows, separator, end) => {
      const found = read(written(layout, rows, separator, end))
      expect(found).toMatchObject({ technique: 'GCPL', complete: true, warnings: [] })
      expect(found.columns.map(({ name }) => name)).toEqual(layout.names)
      expect(quantity(found, 'time')).toEqual(rows.map(({ time_s }) => time_s))
      expect(quantity(found, 'potential')).toEqual(rows.map(({ voltage_V }) => voltage_V))
      expect(quantity(found, 'current')).toEqual(rows.map(({ current_A }) => current_A))
      expect(quantity(found, 'capacity')).toEqual(rows.map(({ charge_Ah }) => charge_Ah))
      expect(named(found, layout.names.find((name) => /^discharg(e|ing).capacity/i.test(name))!)).toEqual(rows.map(({ discharge_Ah }) => discharge_Ah))
      expect(fact(found, 'cycles')).toBe(new Set(rows.map(({ cycle }) => cycle)).size)
    }), { numRuns: 60 })
  })
  it.each(layouts)('knows %s, its cycles, units and which sign charges', (title, layout) => {
    const text = written(layout, testerRows)
    expect(recognised(text)).toMatchObject({ confidence: 'certain', version: title.split(' ')[0] })
    const found = read(text)
    expect(found.segments).toEqual([{ kind: 'cycle', start: 0, end: 20, label: 'Cycle 1' }, { kind: 'cycle', start: 20, end: 40, label: 'Cycle 2' }])
    expect([fact(found, 'cycles'), fact(found, 'steps')]).toEqual([2, 4])
    expect(found.signConvention).toContain('charge current positive, discharge current negative')
    expect(['time', 'potential', 'current', 'capacity'].map((kind) => found.columns.find((one) => one.quantity === kind)?.unit)).toEqual(units[title] ?? ['s', 'V', 'A', 'Ah'])
  })
  it('reads dates, the lines above the names of PEC and the units of channels', () => {
    expect(read(written(arbin, testerRows)).startedAt).toBe('2026-09-13T10:00:00')
    expect(read(written(arbinBlanks, testerRows)).startedAt).toBe('2026-09-13T10:00:00')
    expect(read(written(bdf, testerRows)).startedAt).toBe('2025-09-13T08:00:00Z')
    const found = read(written(pec, testerRows))
    expect(found.startedAt).toBe('2026-09-13T09:59:58')
    expect(found.settings.slice(2, 6)).toEqual([
      { name: 'TestRegime Name', value: 'Zn NO3 C/25' }, { name: 'LotID', value: '' }, { name: 'Start Time', value: '09/13/2026 09:59:58' }, { name: 'Header', value: '#RESULTS CHECK' }
    ])
    expect(found.columns.filter(({ quantity: kind }) => kind === 'energy' || kind === 'temperature').map(({ name, unit }) => [name, unit])).toEqual([['Charge Capacity (mWh)', 'mWh'], ['Cell surface temperature (°C)', '°C']])
    expect(read(written(arbinBlanks, testerRows)).columns.slice(-3).map(({ name, unit, quantity: kind }) => [name, unit, kind])).toEqual([['mAh/g', '', 'other'], ['Aux_Temperature_1 (C)', 'C', 'temperature'], ['Aux_Voltage(V)_1', 'V', 'other']])
    const [first, last] = testerRows
    expect(read(written(arbin, [first!, last!])).signConvention).toContain('does not say')
  })
  it('takes the sign from the capacities, or else from the step types, whatever the format says', () => {
    const turned = testerRows.map((row) => ({ ...row, current_A: -row.current_A }))
    expect(read(written(arbin, turned)).signConvention).toContain('charge current negative, discharge current positive')
    expect(read(written(arbin, testerRows.map((row) => ({ ...row, current_A: 0.02 })))).signConvention).toContain('magnitude only')
    const typed = testerRows.map(({ current_A }, i) => `${i},1,${current_A},${current_A > 0 ? 'CC Discharge' : 'Charge'}\n`).join('')
    expect(read(`Test Time / h,Voltage / V,Current / A,Step Type / 1\n${typed}`).signConvention).toContain('charge current negative')
    const short = testerRows.map(({ current_A }, i) => `${i},1,${-current_A},${current_A > 0 ? 'CC_DChg' : 'rest'}\n`).join('')
    expect(read(`Test Time / h,Voltage / V,Current / A,Step Type / 1\n${short}`).signConvention).toContain('charge current positive')
    expect(read(`Test Time / h,Voltage / V,Current / A\n0,1,2\n`).signConvention).toContain('does not say')
  })
  it('divides by steps where the test has one cycle, and by nothing where the numbers are empty', () => {
    const one = testerRows.map((row) => ({ ...row, cycle: 1 }))
    expect(read(written(arbin, one)).segments.map(({ label }) => label)).toEqual(['Step 1', 'Step 2', 'Step 1', 'Step 2'])
    const none = read('Data_Point,Test_Time(s),Step_Index,Cycle_Index,Current(A),Voltage(V),Charge_Capacity(Ah),Discharge_Capacity(Ah)\n1,0,,,1,2,0,0\n2,1,,,1,2,0,0\n')
    expect([none.segments, fact(none, 'cycles'), none.complete]).toEqual([[], undefined, true])
  })
  it('keeps the words of a protocol that is a number at first', () => {
    const found = read('Test Time / h,Current / A,Voltage / V,Protocol Name / 1,Remark\n1,0,1,0,\n2,0,1,0,7\n3,0,1,,\n4,0,1,A with temperature: 25,8\n')
    expect(labels(found, 'Protocol Name / 1')).toEqual(['0', 'A with temperature: 25'])
    expect(named(found, 'Protocol Name / 1')).toEqual([0, 0, NaN, 1])
    expect(named(found, 'Remark')).toEqual([NaN, 7, NaN, 8])
    expect(found.warnings).toEqual([])
    expect(read('Test Time / h,Current / A,Voltage / V\n1,0,1\n2,x,1\n').warnings).toEqual(['1 cells are no numbers; they are left empty.'])
  })
  it('parts the rows of several cells', () => {
    const text = written(pec, testerRows)
    const second = written(pec, testerRows.slice(0, 10)).split('\r\n').filter((line) => line.startsWith('187,1')).map((line) => line.replace('187,1,', '187,2,'))
    const found = readAll(text + second.map((line) => `${line}\r\n`).join(''))
    expect(found.map(({ title, columns }) => [title, columns[0]!.values.length])).toEqual([['Cell 1', 40], ['Cell 2', 10]])
    expect(quantity(found[1]!, 'potential')).toEqual(testerRows.slice(0, 10).map(({ voltage_V }) => voltage_V))
    expect(fact(found[1]!, 'proven')).toBe(false)
  })
  it('assumes no units where the names have none', () => {
    const plain = written({ ...arbin, names: arbin.names.map((name) => name.replace(/\(.*\)$/, '')) }, testerRows)
    expect(recognised(plain)).toMatchObject({ confidence: 'likely', why: expect.stringContaining('without units') })
    const found = read(plain)
    expect(found.warnings).toEqual([expect.stringContaining('say no units')])
    expect(found.columns.map(({ unit }) => unit).filter((unit) => unit !== '')).toEqual([])
  })
  it('reads numbers with a decimal comma, a column of row numbers without a name, and lines above the names', () => {
    const found = read(`Exported by MITS Pro\n;${arbin.names.join(';')}\n${testerRows.map((row, i) => `${i};${arbin.cells(row, i).map((cell) => String(cell).replace('.', ',')).join(';')}\n`).join('')}`)
    expect(quantity(found, 'potential')).toEqual(testerRows.map(({ voltage_V }) => voltage_V))
    expect([found.columns[0]!.name, found.settings]).toEqual(['Column 1', [{ name: 'Header', value: 'Exported by MITS Pro' }]])
  })
  it('is what the sheet of a workbook holds', () => {
    const cells = testerRows.map((row, i) => [...arbin.cells(row, i)])
    const bytes = workbookOf({ Channel_11_1: [[...arbin.names], ...cells] })
    const sheet = spreadsheetOf([testerText]).read({ name: 'a.xlsx', bytes }).measurements[0]!
    expect([sheet.technique, sheet.title, sheet.startedAt, fact(sheet, 'layout')]).toEqual(['GCPL', 'Channel_11_1', '2026-09-13T10:00:00', 'Arbin'])
    expect(quantity(sheet, 'potential')).toEqual(testerRows.map(({ voltage_V }) => voltage_V))
  })
  it('keeps only whole rows of a file that was cut off', () => {
    for (const [, layout] of layouts) {
      const whole = written(layout, testerRows)
      const from = whole.indexOf(layout.names.at(-1)!) + 40
      fc.assert(fc.property(fc.integer({ min: from, max: whole.length - 1 }), (length) => {
        const voltages = quantity(read(whole.slice(0, length)), 'potential')
        expect(voltages).toEqual(testerRows.slice(0, voltages.length).map(({ voltage_V }) => voltage_V))
      }), { numRuns: 40 })
    }
    expect(read(written(pec, testerRows).slice(0, -30)).complete).toBe(false)
    expect(read(`${arbin.names.join(',')}\n`)).toMatchObject({ complete: false, warnings: ['The file holds a header but no data rows.'] })
    expect(() => read('Data_Point,Test_Ti')).toThrow('before its column names')
  })
  it('says what it did not read', () => {
    expect(read(`${written(arbin, testerRows)}\r\nAverage,1,2\r\n`).warnings).toEqual([expect.stringContaining('("Average,1,2"); they were not read')])
    expect(() => read('Current / A,Test Time / s,Voltage / V\n0,0,1\n-0.5,1,1\n')).toThrow('begins with a sign')
  })
  it('never fails but with a sentence', () => {
    const whole = bytesOf(written(pec, testerRows))
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }), (changes) => {
      const bytes = whole.slice()
      for (const [at, value] of changes) bytes[at] = value
      try {
        testerText.read({ name: 'a.csv', bytes })
      } catch (error) {
        expect(error).toBeInstanceOf(ReadError)
      }
    }), { numRuns: 300 })
  })
  it('does not claim tables of others', () => {
    const others = [
      'Rec#\tCyc#\tStep\tTestTime\tStepTime\tAmp-hr\tAmps\tVolts\tState\tES\n1\t0\t1\t0\t0\t0\t0\t1.2\tR\t1\n',
      'Rec,Cycle P,Cycle C,Step,TestTime,StepTime,Cap. [Ah],Ener. [Wh],Current [A],Voltage [V],Md,ES,DPT Time\n1,0,0,1,0,0,0,0,0,1,R,1,\n',
      'Index\tTestTime/Sec.\tStepTime/Sec.\tVoltage/V\tCurrent/mA\tCapacity/mAh\n1\t0\t0\t1\t0\t0\n',
      'DataPoint,Cycle Index,Step Index,Step Type,Time,Total Time,Current(A),Voltage(V),Capacity(Ah),Chg. Cap.(Ah),DChg. Cap.(Ah),Date\n1,1,1,Rest,0,0,0,1,0,0,0,2026\n',
      'index;test_time;step_time;step;cycle;current;voltage;charge_capacity;discharge_capacity\n0;1;1;1;1;0;1;0;0\n',
      'EC-Lab ASCII FILE\nNb header lines : 3\ntime/s\tEwe/V\tI/mA\tcycle number\n0\t1\t0\t1\n',
      'Pt\tT\tVf\tIm\n#\ts\tV vs. Ref.\tA\n0\t0\t1\t0\n',
      'Time (s),Voltage (V),Current (A)\n0,1,0\n',
      ''
    ]
    for (const text of others) expect(recognised(text)).toBeNull()
    for (const { name, bytes } of [...landt, ...maccor, ...newareCsv]) expect(testerText.recognises({ name, bytes, size: bytes.length })).toBeNull()
    for (const { name, bytes } of fixtures) for (const reader of readers.filter(({ isLastResort, id }) => !isLastResort && id !== 'tester-text')) expect(reader.recognises({ name, bytes, size: bytes.length })?.confidence).not.toBe('certain')
  })
})
