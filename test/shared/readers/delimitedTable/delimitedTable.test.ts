import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { delimitedTable } from '../../../../src/shared/readers/delimitedTable/delimitedTable'
import { ReadError, type TableColumnChoice } from '../../../../src/shared/readers/reader'
import { toSi } from '../../../../src/shared/electrochemistry/unitFactor'
import type { Measurement } from '../../../../src/shared/measurement'
import { growthOf } from '../../../growth'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
function readText(text: string, columnNames?: readonly TableColumnChoice[]): Measurement {
  const { measurements } = delimitedTable.read({ name: 'a.txt', bytes: bytesOf(text), ...(columnNames ? { columnNames } : {}) })
  expect(measurements).toHaveLength(1)
  return measurements[0]!
}
const shape = ({ columns }: Measurement) => columns.map(({ name, quantity, unit, values }) => [name, quantity, unit, ...values])
const claim = (text: string, name = 'a.txt') => delimitedTable.recognises({ name, bytes: bytesOf(text), size: bytesOf(text).length })

describe('recognition', () => {
  it('claims a table of numbers as possible only', () => expect(claim('a,b\n1,2\n3,4\n5,6')?.confidence).toBe('possible'))
  it.each([
    ['prose', 'We took 5 mL at 10 min.\nThen 3 more.\nAnd no 7 of 9.'],
    ['two rows', '1,2\n3,4'],
    ['one column', '1\n2\n3\n4'],
    ['nothing', ''],
    ['binary', '1\0,2\0\n3,4\n5,6']
  ])('does not claim %s', (_, text) => {
    expect(claim(text)).toBeNull()
  })
})

describe('separators and decimals', () => {
  it.each([
    ['commas', 't (s),x\n1,0.5\n2,-1.5e-3\n3,2'],
    ['semicolons and decimal commas', 't (s);x\n1,0;0,5\n2,0;-1,5e-3\n3,0;2,0'],
    ['tabs', 't (s)\tx\n1\t0.5\n2\t-1.5E-3\n3\t2'],
    ['tabs and decimal commas', 't (s)\tx\n1\t0,5\n2\t-1,5E-3\n3\t2'],
    ['blanks', '  t (s)   x\n  1   0.5\n 2  -1.5e-3\n 3 2 '],
    ['blanks and decimal commas', 't  x\n1 0,5\n2 -1,5e-3\n3 2'],
    ['CRLF and blank lines between', 't,x\r\n\r\n1,0.5\r\n\r\n2,-1.5e-3\r\n\r\n3,2\r\n']
  ])('%s', (_, text) => {
    const { columns } = readText(text)
    expect(columns.map(({ values }) => [...values])).toEqual([
      [1, 2, 3],
      [0.5, -0.0015, 2]
    ])
  })

  it('refuses commas that stand in and between the numbers', () => {
    expect(() => readText('time (s),current (A)\n0,5,1,5\n0,6,1,6\n0,7,1,7')).toThrow(/commas stand both in the numbers and between them/)
  })
})

describe('headers', () => {
  it.each([
    ['Wavelength (nm)', 'wavelength', 'nm'],
    ['Wavelength / nm', 'wavelength', 'nm'],
    ['Wavelength [nm]', 'wavelength', 'nm'],
    ['"Wavelength, nm"', 'wavelength', 'nm'],
    ['E vs RHE (V)', 'potential', 'V'],
    ['E/V', 'potential', 'V'],
    ['Potential (V vs Ag/AgCl)', 'potential', 'V vs Ag/AgCl'],
    ['Current/mA', 'current', 'mA'],
    ['Current density (mA/cm2)', 'current', 'mA/cm2'],
    ['Time (min)', 'time', 'min'],
    ['time/s', 'time', 's'],
    ['Time', 'time', ''],
    ['t', 'other', ''],
    ['Potential (nm)', 'other', 'nm'],
    ['ratio a/b', 'other', ''],
    ['Temperature (°C)', 'temperature', '°C'],
    ['Sample (old)', 'other', 'old'],
    ['WE(1).Current (A)', 'current', 'A']
  ])('%s', (header, quantity, unit) => {
    const [column] = readText(`${header},other thing\n1,2\n3,4\n5,6`).columns
    expect(column).toMatchObject({ name: header.replaceAll('"', ''), quantity, unit })
  })

  it.each([
    'j (mA/cm2)', 'j (mA cm-2)', 'Current density (mA/cm2)', 'J/mA cm-2', 'j / mA cm⁻²', 'Current Density (A/cm²)', 'current_density_mA_cm2', 'j(mA/cm^2)', 'i (mA/cm2)', 'Current (mA/cm2)', 'I/mA cm-2', 'j (A/m2)',
    'Current density (mA cm^-2)', 'j (µA cm-2)', 'j_geo [mA·cm^-2]', 'Current density mA/cm2', 'j_mA_cm2', 'Stromdichte (mA/cm²)', '电流密度（mA/cm²）', '电流密度/mA·cm-2', 'Im (A)', 'I(mA)', 'Strom (mA)', '电流 (mA)', '<I>/mA'
  ])('%s is a current whose unit is known', (header) => {
    const [, column] = readText(`Potential (V)\t${header}\n1\t2\n3\t4\n5\t6`).columns
    expect([column!.quantity, toSi(column!.unit)?.si]).toEqual(['current', expect.stringMatching(/^A(\/cm2)?$/)])
  })

  it.each(['j (A/g)', 'j (mA/mg)', 'Current density (mA)', 'j (mA)', 'j', 'j_ECSA (mA/cm2)', 'Specific activity (mA/cm2)', 'Charge density (C/cm2)'])('%s is no current per area', (header) => {
    expect(readText(`Potential (V)\t${header}\n1\t2\n3\t4\n5\t6`).columns[1]!.quantity).toBe('other')
  })

  it.each([['Zeit (s)', 'time'], ['Zeit/min', 'time'], ['时间 (s)', 'time'], ['Spannung (V)', 'potential'], ['Potenzial (V)', 'potential'], ['电位 (V)', 'potential'], ['Vf (V vs. Ref.)', 'potential']])('%s is %s', (header, quantity) => {
    expect(readText(`${header}\tx\n1\t2\n3\t4\n5\t6`).columns[0]!.quantity).toBe(quantity)
  })

  it.each([
    ['E vs RHE (V)', 'RHE'], ['Potential (V vs. Ag/AgCl)', 'Ag/AgCl'], ['E/V vs SCE', 'SCE'], ['Ewe/V vs. RHE', 'RHE'], ['E_RHE (V)', 'RHE'], ['E(V) RHE', 'RHE'], ['ERHE/V', 'RHE'], ['E_vs_RHE_V', 'RHE'],
    ['Potential (V vs Ag/AgCl (3 M KCl))', 'Ag/AgCl (3 M KCl)'], ['Potential (V) vs. Ag/AgCl (3 M KCl)', 'Ag/AgCl (3 M KCl)'], ['E vs. Ag/AgCl / V', 'Ag/AgCl'], ['Potential / V (vs. RHE)', 'RHE'], ['E vs Hg/HgO (1 M KOH) (V)', 'Hg/HgO (1 M KOH)'],
    ['E (V vs OCP)', 'OCP'], ['Potential (V)', undefined], ['E/V', undefined], ['Vf (V vs. Ref.)', undefined]
  ])('%s is a potential against %s', (header, reference) => {
    const { columns, header: facts } = readText(`${header}\tj (mA/cm2)\n1\t2\n3\t4\n5\t6`)
    expect([columns[0]!.quantity, toSi(columns[0]!.unit)?.si, facts.reference]).toEqual(['potential', 'V', reference])
  })

  it('takes the reference of the first potential, and from what its user calls it', () => {
    const text = 'E vs SCE (V)\tE vs RHE (V)\tj (mA/cm2)\n1\t2\t3\n3\t4\t5\n5\t6\t7'
    expect(readText(text).header).toEqual({ reference: 'SCE' })
    expect(readText(text, [{ column: 0, name: 'E', quantity: 'potential', unit: 'V vs Ag/AgCl' }]).header).toEqual({ reference: 'Ag/AgCl' })
    expect(readText(text, [{ column: 0, name: 'E', quantity: 'potential', unit: 'V' }]).header).toEqual({})
  })

  it('takes a line of units below the names', () => {
    expect(shape(readText('Time,Current\ns,mA\n0,1\n1,2\n2,3'))).toEqual([
      ['Time', 'time', 's', 0, 1, 2],
      ['Current', 'current', 'mA', 1, 2, 3]
    ])
  })

  it('takes a line of units in brackets for units, whatever they are', () => {
    expect(shape(readText('time\tvoltage\tcurrent density\tpower\n[s]\t[V]\t[mA/cm²]\t[mW/cm²]\n0\t1\t2\t3\n1\t2\t3\t4\n2\t3\t4\t5'))).toEqual([
      ['time', 'time', 's', 0, 1, 2], ['voltage', 'potential', 'V', 1, 2, 3], ['current density', 'current', 'mA/cm²', 2, 3, 4], ['power', 'other', 'mW/cm²', 3, 4, 5]
    ])
  })

  it('takes names and units that Origin exports', () => {
    const found = readText('E,<I>,j\nV vs. RHE,\\g(m)A,\\g(m)A cm\\+(-2)\n0.1,1,2\n0.2,2,3\n0.3,3,4')
    expect(found.columns.map(({ name, quantity, unit }) => `${name}|${quantity}|${unit}`)).toEqual(['E|potential|V vs. RHE', '<I>|current|µA', 'j|current|µA cm-2'])
    expect(toSi(found.columns[2]!.unit)).toEqual(toSi('µA cm-2'))
  })

  it('takes names where columns stand empty between others, and where rows end in a separator', () => {
    const names = (text: string) => readText(text).columns.map(({ name, quantity }) => `${name}|${quantity}`)
    expect(names('E (V),I (A),,t (s),Q (C),,n,m\n1,2,,3,4,,5,6\n2,3,,4,5,,6,7\n3,4,,5,6,,7,8')).toEqual(['E (V)|potential', 'I (A)|current', 't (s)|time', 'Q (C)|charge', 'n|other', 'm|other'])
    expect(names('time (s),current (A)\n1,2,\n2,3,\n3,4,')).toEqual(['time (s)|time', 'current (A)|current'])
    expect(names('Energy(eV), Delta, Beta\n 30.0  0.3  0.2\n 31.0  0.2  0.1\n 32.0  0.1  0.1\n')).toEqual(['Energy(eV)|other', 'Delta|other', 'Beta|other'])
    expect(names('a,,,\n1,2,3,4\n2,3,4,5\n3,4,5,6')).toEqual(['column 1|other', 'column 2|other', 'column 3|other', 'column 4|other'])
  })

  it('takes a unit behind an underscore where the word is a quantity that has it', () => {
    const found = readText('Potential_V,Current_mA,Signal_A,scan_rate_mV_s\n1,2,3,4\n2,3,4,5\n3,4,5,6')
    expect(found.columns.map(({ name, quantity, unit }) => `${name}|${quantity}|${unit}`)).toEqual(['Potential_V|potential|V', 'Current_mA|current|mA', 'Signal_A|other|', 'scan_rate_mV_s|other|'])
  })

  it('numbers columns without a name', () => {
    const measurement = readText('1,2\n3,4\n5,6')
    expect(shape(measurement)).toEqual([
      ['column 1', 'other', '', 1, 3, 5],
      ['column 2', 'other', '', 2, 4, 6]
    ])
    expect(measurement.technique).toBe('TABLE')
  })

  it('lets the user name the columns', () => {
    const measurement = readText('1,2\n3,4\n5,6', [
      { column: 0, name: 'λ', quantity: 'wavelength', unit: 'nm' },
      { column: 1, name: 'A', quantity: 'absorbance', unit: '' }
    ])
    expect(shape(measurement)).toEqual([
      ['λ', 'wavelength', 'nm', 1, 3, 5],
      ['A', 'absorbance', '', 2, 4, 6]
    ])
    expect(measurement.technique).toBe('UVVIS')
  })

  it('takes what the user says before the words of a header, and before what they mean beside each other', () => {
    const table = "f,Z',Z''\n9,1,2\n8,2,3\n7,3,4"
    expect(readText(table).columns.map(({ quantity }) => quantity)).toEqual(['frequency', 'z_real', 'z_imag'])
    const said = (column: number, quantity: string): TableColumnChoice => ({ table: 0, column, name: ['f', "Z'", "Z''"][column]!, quantity, unit: '' })
    expect(readText(table, [said(1, 'z_imag'), said(2, 'z_real')]).columns.map(({ quantity }) => quantity)).toEqual(['frequency', 'z_imag', 'z_real'])
    expect(readText(table, [said(0, 'other')]).columns.map(({ quantity }) => quantity)).toEqual(['other', 'z_real', 'z_imag'])
  })
  it('counts the columns of the file, also behind one that is empty', () => {
    const table = 'a,b,,c\n1,2,,3\n2,3,,4\n3,4,,5'
    expect(readText(table).columns.map(({ name, at }) => [name, at])).toEqual([['a', undefined], ['b', undefined], ['c', 3]])
    expect(shape(readText(table, [{ table: 0, column: 3, name: 'E', quantity: 'potential', unit: 'V' }]))[2]).toEqual(['E', 'potential', 'V', 3, 4, 5])
  })
  it('names the columns of one of several tables', () => {
    const rows = ['0.0,1', '0.1,2', '0.2,3', '0.3,4', '0.4,5', '0.5,6']
    const text = ['Signal: TCD', ...rows, 'Signal: FID', ...rows, ''].join('\n')
    const { measurements } = delimitedTable.read({ name: 'a.txt', bytes: bytesOf(text), columnNames: [{ table: 1, column: 0, name: 'E', quantity: 'potential', unit: 'V' }] })
    expect(measurements.map(({ columns }) => columns[0]!.quantity)).toEqual(['other', 'potential'])
  })
})

describe('signals one below the other', () => {
  const rows = (from: number) => Array.from({ length: 6 }, (_, i) => `${(0.1 * i).toFixed(1)},${from + i}`)
  const read = (lines: readonly string[]) => delimitedTable.read({ name: 'a.csv', bytes: new TextEncoder().encode([...lines, ''].join('\n')) }).measurements.map(({ columns }) => columns[1]!.values.length)
  it('are tables of their own where the first column begins anew behind a line of words', () => {
    expect(read(['"Signal: TCD1A.ch"', 'Start of data points', ...rows(10), '"Signal: FID2B.ch"', 'Start of data points', ...rows(50)])).toEqual([6, 6])
  })
  it('stay one table where it goes on, or has no direction', () => {
    expect(read(['t,I', ...rows(10), '# the pump was changed', ...rows(20).map((row) => `1${row}`)])).toEqual([12])
    expect(read(['E,I', ...rows(10), ...rows(20).reverse(), '# second cycle', ...rows(30)])).toEqual([18])
  })
})

describe('technique', () => {
  it.each([
    ['Wavelength (nm),Abs\n800,1\n799,2\n798,3', 'UVVIS'],
    ['Wavelength (nm),10mm Absorbance,Blank\n800,1,0\n799,2,0\n798,3,0', 'UVVIS'],
    ['Time (s),Current (A)\n0,1\n1,2\n2,3', 'CA'],
    ['Time (s),Potential (V),Current (A)\n0,-0.3,1\n1,-0.3,2\n2,-0.301,3', 'CA'],
    ['Test_Time (s),Cycle_Index,Current (A),Voltage (V)\n0,1,0,3.3\n1,1,0,3.3\n2,1,0,3.3', 'TABLE'],
    ['Freq (Hz),Time (s),Current (A)\n9,0,1\n8,1,2\n7,2,3', 'TABLE'],
    ['Time (s),Potential (V),Current (A)\n0,0,1\n1,0.1,2\n2,0.2,3', 'TABLE'],
    ['Potential (V),Current (A)\n0,1\n1,2\n2,3', 'TABLE'],
    ["f,Z',Z''\n10,1,-2\n5,2,-3\n1,3,-4", 'EIS'],
    ['Frequency\tZre\tZimg\n10\t1\t-2\n5\t2\t-3\n1\t3\t-4', 'EIS'],
    ['freq;Zre;-Zim\n10;1;2\n5;2;3\n1;3;4', 'EIS'],
    ['frequency,real,imaginary\n10,1,-2\n5,2,-3\n1,3,-4', 'EIS'],
    ['f,real,imaginary\n10,1,-2\n5,2,-3\n1,3,-4', 'TABLE'],
    ['frequency,|Z|,-phase\n10,1,2\n5,2,3\n1,3,4', 'TABLE'],
    ['Raman shift (cm-1),Intensity (counts)\n100,1\n101,2\n102,3', 'RAMAN'],
    ['Wavenumber (cm-1),Absorbance\n1000,1\n999,2\n998,3', 'IR'],
    ['Wavenumber (cm-1),Intensity\n1000,1\n999,2\n998,3', 'TABLE'],
    ['2Theta (deg),Intensity (counts)\n10,1\n11,2\n12,3', 'XRD'],
    ['Binding energy (eV),CPS\n290,1\n289,2\n288,3', 'XPS'],
    ['Field (mT),Intensity\n330,1\n331,2\n332,3', 'EPR']
  ])('%s', (text, technique) => expect(readText(text).technique).toBe(technique))
})

describe('an impedance without a format', () => {
  it('is split where its frequency begins anew, and its sign is what the name says', () => {
    const spectrum = [100, 10, 1, 0.1].map((f, i) => `${f};${i + 1};${i + 2}`).join('\n')
    const found = readText(`f;Zre;-Zim\n${spectrum}\n${spectrum}`)
    expect(found.segments.map(({ kind, start, end }) => [kind, start, end])).toEqual([['spectrum', 0, 4], ['spectrum', 4, 8]])
    expect(found.columns.map(({ quantity }) => quantity)).toEqual(['frequency', 'z_real', 'z_imag'])
    expect(found.signConvention).toContain('sign turned')
    expect(readText("f,Z',Z''\n10,1,-2\n5,2,-3\n1,3,-4").signConvention).toContain('does not say')
  })
})

describe('what stands around and inside the table', () => {
  const text = 'Operator: Li\nDwell = 2\nfree words\n\nTime (s)\tnote\tCurrent (A)\t\n0\ta\t1\t\n1\tb\t\t\n2\ta\tnan\t\n3\t\t4\t\nEnd of run\t5\n'
  it('keeps settings, texts and empty cells', () => {
    const measurement = readText(text)
    expect(measurement.settings).toEqual([
      { name: 'Operator', value: 'Li' },
      { name: 'Dwell', value: '2' },
      { name: 'remark', value: 'free words' },
      { name: 'End of run', value: '5' }
    ])
    const [time, note, current] = measurement.columns
    expect(measurement.columns).toHaveLength(3)
    expect([...time!.values]).toEqual([0, 1, 2, 3])
    expect(note!.labels).toEqual(['a', 'b'])
    expect([...note!.values]).toEqual([0, 1, 0, NaN])
    expect([...current!.values]).toEqual([1, NaN, NaN, 4])
  })

  it('says which line inside the table it left out, and what it did not read', () => {
    expect(readText('a,b\n1,2\n3,4\n# paused\n5,6\n').warnings[0]).toMatch(/^1 lines inside the table .* first line 4/)
    expect(readText('a,b\n1,2\n3,4\n5,6\n\n\n\n7,8\n').warnings[0]).toMatch(/^1 single lines with as many numbers/)
  })

  it('reads each of several tables with its own header and title', () => {
    const text =
      'Operator: Li\nfirst\nTime (s),Current (A)\n0,1\n1,2\n2,3\n' +
      'second\nTime (s),Potential (V)\n0,4\n1,5\n2,6\nTime (s),x\n0,7\n1,8\n2,9\nend of file'
    const { measurements } = delimitedTable.read({ name: 'a.txt', bytes: bytesOf(text) })
    expect(measurements.map(({ title, technique, columns }) => [title, technique, columns[1]!.name, [...columns[1]!.values]])).toEqual([
      ['first', 'CA', 'Current (A)', [1, 2, 3]], ['second', 'TABLE', 'Potential (V)', [4, 5, 6]], ['table 3', 'TABLE', 'x', [7, 8, 9]]
    ])
    expect(measurements.map(({ settings }) => settings.map(({ value }) => value))).toEqual([['Li', 'first'], ['second'], ['end of file']])
  })

  it('does not claim markup, JCAMP-DX or a report with a small table', () => {
    expect(claim('<?xml version="1.0"?>\n<r>\n1 2\n3 4\n5 6\n</r>')).toBeNull()
    expect(claim('##TITLE=x\n1 2\n3 4\n5 6\n##END=')).toBeNull()
    expect(claim(`${'A line of a report.\n'.repeat(30)}1 2\n3 4\n5 6\n`)).toBeNull()
  })

  it('refuses a text without a table and a zip named .txt', () => {
    expect(() => readText('nothing here')).toThrow(ReadError)
    const zip = zipSync({ 'a.txt': bytesOf('1,2') })
    expect(delimitedTable.recognises({ name: 'a.txt', bytes: zip, size: zip.length })?.confidence).toBe('possible')
    expect(delimitedTable.recognises({ name: 'a.zip', bytes: zip, size: zip.length })).toBeNull()
    expect(() => delimitedTable.read({ name: 'a.txt', bytes: zip })).toThrow(/named as a text but is a zip container/)
  })

  it('reads 200 000 rows, in time that grows with their number', () => {
    const textOf = (count: number): string => `t/s\tI/A\tn\n${Array.from({ length: count }, (_, i) => `${i * 0.1}\t${-0.001 * i}\t${i % 7}`).join('\n')}`
    expect(readText(textOf(200_000)).columns[1]!.values[199_999]).toBeCloseTo(-199.999, 9)
    expect(growthOf(textOf, readText, 50_000)).toBeLessThan(10)
  })
})
