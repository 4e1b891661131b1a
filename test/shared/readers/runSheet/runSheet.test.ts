import * as XLSX from 'xlsx'
import { describe, expect, it } from 'vitest'
import type { ReadResult } from '../../../../src/shared/readers/reader'
import { runSheet } from '../../../../src/shared/readers/runSheet/runSheet'
import { bytesOf, sentenceOf, workbook } from './runSheetFiles'

const readText = (text: string, name = 'runsheet.csv'): ReadResult => runSheet.read({ name, bytes: bytesOf(text) })
const fieldsOf = (result: ReadResult) => (result.rows ?? []).map(({ fields }) => fields)
const problemsOf = (result: ReadResult) => (result.problems ?? []).map(({ row, column, text }) => `${row} ${column}: ${text}`)

describe('recognition', () => {
  const claim = (name: string, bytes = bytesOf('file,run')) => runSheet.recognises({ name, bytes, size: bytes.length })
  it.each(['runsheet.csv', 'My_RunSheet-2024.XLSX', 'run_sheet.tsv', 'Run sheet RuFe.ods', '实验记录表.xls'])('%s', (name) =>
    expect(claim(name)?.confidence).toBe('certain')
  )
  it.each(['runsheet.txt', 'results.xlsx', '~$runsheet.xlsx', 'runsheet.pdf'])('not %s', (name) => expect(claim(name)).toBeNull())
})

describe('headers', () => {
  it('reads every column of the template', () => {
    const result = readText(
      [
        'file,catalyst,technique,run,role,analyte,potential (V),reference,pH,temperature (C),' +
        'electrolyte,nitrate (M),area (cm2),loading (mg/cm2),mass (mg),volume (mL),dilution,time (h),absorbance,' +
          'concentration (ug/mL),basis,Ru (ohm),iR fraction,scan rate (mV/s),replicate,cycle,zn mass (mg),flow (mL/min),h2 (ppm),note',
        'a.txt,RuFe-NC,CA,R1,sample,NH3,-0.3,RHE,7,25,0.5 M K2SO4,0.1,0.25,0.4,0.1,30,10,1,0.532,1.2,NH4+,4.1,0.85,5,1,2,8.5,20,150,fresh cell'
      ].join('\n')
    )
    expect(problemsOf(result)).toEqual([])
    expect(fieldsOf(result)).toEqual([
      {
        file: 'a.txt',
        catalyst: 'RuFe-NC',
        technique: 'CA',
        run: 'R1',
        role: 'sample',
        analyte: 'NH3',
        potential_V: -0.3,
        reference: 'RHE',
        pH: 7,
        temperature_C: 25,
        electrolyte: '0.5 M K2SO4',
        nitrate_M: 0.1,
        area_cm2: 0.25,
        loading_mg_cm2: 0.4,
        mass_mg: 0.1,
        volume_mL: 30,
        dilution: 10,
        time_h: 1,
        absorbance: 0.532,
        concentration_ug_mL: 1.2,
        basis: 'NH4+',
        ru_ohm: 4.1,
        irFraction: 0.85,
        scanRate_mV_s: 5,
        replicate: '1',
        cycle: 2,
        znMass_mg: 8.5,
        flow_mL_min: 20,
        h2_ppm: 150,
        note: 'fresh cell'
      }
    ])
  })

  it('takes any order, case and spelling of names and units', () => {
    const result = readText('pH ,Loading [mg cm-2],POTENTIAL,nitrate (mM),Time / min,File,operator\n7,0.4,-0.3,100,90,a.txt,Li')
    expect(problemsOf(result)).toEqual([])
    expect(fieldsOf(result)).toEqual([{ pH: 7, loading_mg_cm2: 0.4, potential_V: -0.3, nitrate_M: 0.1, time_h: 1.5, file: 'a.txt' }])
    expect(result.rows?.[0]?.tags).toEqual([{ name: 'operator', value: 'Li' }])
  })

  it('takes the reference from the header of the potential', () => {
    expect(fieldsOf(readText('file,potential (mV vs Ag/AgCl)\na.txt,-900'))).toEqual([{ file: 'a.txt', potential_V: -0.9, reference: 'Ag/AgCl' }])
  })

  it('does not use a column in a wrong unit, and says so', () => {
    const result = readText('file,area (kg),pH\na.txt,1,7')
    expect(fieldsOf(result)).toEqual([{ file: 'a.txt', pH: 7 }])
    expect(problemsOf(result)).toEqual([
      '1 B (area (kg)): the unit "kg" cannot be converted to cm2; write the column as "area (cm2)". The column is not used.'
    ])
  })

  it('finds the header below title lines and joins the units below it', () => {
    const result = readText('Nitrate reduction,,,\nCatalyst: RuFe,,,\nfile,potential,nitrate,time\n,V vs RHE,mM,min\n,,,\na.txt,-0.3,100,30\n')
    expect(problemsOf(result)).toEqual([])
    expect(result.rows).toEqual([{ row: 6, fields: { file: 'a.txt', potential_V: -0.3, reference: 'RHE', nitrate_M: 0.1, time_h: 0.5 }, tags: [] }])
  })

  it('does not use a column whose header and unit row disagree', () => {
    const result = readText('file,time (h),pH\n,min,\na.txt,30,7')
    expect(fieldsOf(result)).toEqual([{ file: 'a.txt', pH: 7 }])
    expect(problemsOf(result)).toEqual([
      '2 B (time (h)): the header says h, the row below it min (column B); correct one of them. The column is not used.'
    ])
  })

  it('does not use the second of two columns for one field', () => {
    const result = readText('file,pH,PH\na.txt,7,8')
    expect(fieldsOf(result)).toEqual([{ file: 'a.txt', pH: 7 }])
    expect(problemsOf(result)).toHaveLength(1)
  })

  it('takes standards without a file, a run or a catalyst', () => {
    expect(fieldsOf(readText('role,analyte,concentration (ug/mL),absorbance\nstandard,NH3,0.5,0.21'))).toEqual([
      { role: 'standard', analyte: 'NH3', concentration_ug_mL: 0.5, absorbance: 0.21 }
    ])
  })

  it('refuses a sheet without any known header', () => {
    expect(sentenceOf(() => readText('a,b\n1,2'))).toMatch(/no row with known column names/)
    expect(sentenceOf(() => readText('\n\n'))).toMatch(/no row with known column names/)
  })
})

describe('cells', () => {
  it('reports a text in a number cell and uses the rest of the row', () => {
    const result = readText('file,potential (V),pH\na.txt,abc,7\nb.txt,-0.4,7')
    expect(fieldsOf(result)).toEqual([
      { file: 'a.txt', pH: 7 },
      { file: 'b.txt', potential_V: -0.4, pH: 7 }
    ])
    expect(problemsOf(result)).toEqual(['2 B (potential (V)): "abc" is not a number; write the number alone, without words or a unit.'])
  })

  it.each(['1:10', ' 1 : 10 ', '1/10', '1：10'])('asks which factor a dilution of %s is', (written) => {
    const result = readText(`run,dilution,absorbance\nR1,${written},0.3`)
    expect(fieldsOf(result)).toEqual([{ run: 'R1', absorbance: 0.3 }])
    expect(problemsOf(result)).toEqual([`2 B (dilution): "${written.trim()}" can mean two factors (1:10 is 10 or, as 1 + 10, 11); write the factor alone: total volume over volume of sample.`])
  })

  it('reads decimal commas', () => {
    expect(fieldsOf(readText('file;potential (V);h2 (ppm);nitrate (M)\na.txt;-0,5;1.234,5;0,1'))).toEqual([
      { file: 'a.txt', potential_V: -0.5, h2_ppm: 1234.5, nitrate_M: 0.1 }
    ])
    expect(fieldsOf(readText('file,potential (V),h2 (ppm)\na.txt,"-0,5","1,234.5"'))).toEqual([{ file: 'a.txt', potential_V: -0.5, h2_ppm: 1234.5 }])
  })

  it('refuses what could be a decimal or a thousand', () => {
    const result = readText('file,h2 (ppm)\na.txt,"1,234"')
    expect(fieldsOf(result)).toEqual([{ file: 'a.txt' }])
    expect(problemsOf(result)[0]).toMatch(/could be a decimal or a thousand/)
  })

  it.each([
    ['potential (V)', '-0.3 V', { potential_V: -0.3 }],
    ['potential (V)', '−300 mV', { potential_V: -0.3 }],
    ['potential', '-0.9 V vs Ag/AgCl', { potential_V: -0.9, reference: 'Ag/AgCl' }],
    ['time (h)', '30 min', { time_h: 0.5 }],
    ['nitrate (mM)', '0.1 M', { nitrate_M: 0.1 }],
    ['dilution', '10x', { dilution: 10 }],
    ['potential (V, RHE)', '-0.3', { potential_V: -0.3, reference: 'RHE' }],
    ['iR fraction', '85 %', { irFraction: 0.85 }],
    ['Cycle No.', '3', { cycle: 3 }],
    ['temperature (C)', '25 °C', { temperature_C: 25 }]
  ])('%s: %s', (header, cell, expected) => {
    const result = readText(`file;${header}\na.txt;${cell}`)
    expect(problemsOf(result)).toEqual([])
    expect(fieldsOf(result)).toEqual([{ file: 'a.txt', ...expected }])
  })

  it.each(['-0.3 kg', '<0.1', '1:10', '5 M KNO3', '1e999', '--1', 'NaN', '=A1*2'])('is no number: %s', (cell) => {
    const result = readText(`file,volume (mL)\na.txt,${cell}`)
    expect(fieldsOf(result)).toEqual([{ file: 'a.txt' }])
    expect(problemsOf(result)).toHaveLength(1)
  })

  it('does not take a number in another unit than its column for one in it', () => {
    const result = readText('file,potential,nitrate,iR fraction,pH\na.txt,-300,100,85,70\nb.txt,-0.3,0.1,0.85,14.2')
    expect(fieldsOf(result)).toEqual([{ file: 'a.txt' }, { file: 'b.txt', potential_V: -0.3, nitrate_M: 0.1, irFraction: 0.85, pH: 14.2 }])
    expect(problemsOf(result)).toEqual([
      '2 B (potential): -300 V is not possible here (-10 to 10); write volts, or the unit mV into the header.',
      '2 C (nitrate): 100 M is not possible here (0 to 15); write mol/L, or the unit mM into the header.',
      '2 D (iR fraction): 85 is not possible here (0 to 1); write 0.85 for 85 %.',
      '2 E (pH): 70 is not possible here (-2 to 16); correct it.'
    ])
  })

  it('refuses what is never below or at zero', () => {
    const result = readText('file,volume (mL),dilution,loading (mg/cm2),time (h),absorbance\na.txt,-5,0,-1,-2,-0.01\nb.txt,0,1,0,0,0')
    expect(fieldsOf(result)).toEqual([{ file: 'a.txt', absorbance: -0.01 }, { file: 'b.txt', dilution: 1, loading_mg_cm2: 0, time_h: 0, absorbance: 0 }])
    expect(problemsOf(result)).toEqual([
      '2 B (volume (mL)): -5 mL is not possible here (only above 0); correct it.', '2 C (dilution): 0 is not possible here (only above 0); correct it.',
      '2 D (loading (mg/cm2)): -1 mg/cm2 is not possible here (not below 0); correct it.', '2 E (time (h)): -2 h is not possible here (not below 0); correct it.',
      '3 B (volume (mL)): 0 mL is not possible here (only above 0); correct it.'
    ])
  })

  it('keeps 1 as the text of run and replicate', () => {
    const bytes = workbook([
      ['file', 'run', 'replicate'],
      ['007', 1, 2]
    ])
    expect(fieldsOf(runSheet.read({ name: 'runsheet.xlsx', bytes }))).toEqual([{ file: '007', run: '1', replicate: '2' }])
  })

  it('does not use a row that a comma has shifted', () => {
    const result = readText('file,potential (V),pH\na.txt,-0,3,7\nb.txt,-0.4,7,,')
    expect(result.rows?.map(({ row }) => row)).toEqual([3])
    expect(problemsOf(result)[0]).toMatch(/^2 : the row has 4 cells, the header 3/)
  })

  it('says where a quotation mark stays open', () => {
    expect(
      problemsOf(readText('file,note\na.txt,fine\nb.txt,"open\nc.txt,lost')).some((text) => text.startsWith('3 ') && text.includes('never closed'))
    ).toBe(true)
  })
})

describe('text files', () => {
  it('reads tabs, the sep= line, CRLF, CR and UTF-8 with BOM', () => {
    const expected = [{ file: 'a.txt', pH: 7 }]
    expect(fieldsOf(readText('file\tpH\r\na.txt\t7\r\n', 'runsheet.tsv'))).toEqual(expected)
    expect(fieldsOf(readText('\uFEFFsep=;\r\nfile;pH\r\na.txt;7'))).toEqual(expected)
    expect(fieldsOf(readText('file;pH\ra.txt;7\r'))).toEqual(expected)
  })

  it('reads UTF-16', () => {
    const text = '\uFEFFfile\tcatalyst\na.txt\tRuFe-NC'
    const bytes = new Uint8Array([...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]))
    expect(fieldsOf(runSheet.read({ name: 'runsheet.tsv', bytes }))).toEqual([{ file: 'a.txt', catalyst: 'RuFe-NC' }])
  })
})

describe('workbooks', () => {
  it.each(['xlsx', 'ods', 'biff8'] as const)('%s: numbers, blank rows and dates', (type) => {
    const bytes = workbook(
      [['Series 4'], [], ['file', 'potential (V)', 'day'], ['a.txt', -0.3, new Date(Date.UTC(2024, 4, 6))], [], ['b.txt', '-0,4', null]],
      type
    )
    const result = runSheet.read({ name: `runsheet.${type === 'biff8' ? 'xls' : type}`, bytes })
    expect(problemsOf(result)).toEqual([])
    expect(result.rows).toEqual([
      { row: 4, fields: { file: 'a.txt', potential_V: -0.3 }, tags: [{ name: 'day', value: '2024-05-06' }] },
      { row: 6, fields: { file: 'b.txt', potential_V: -0.4 }, tags: [] }
    ])
  })

  it('uses the saved value of a formula and reports one without', () => {
    const sheet = XLSX.utils.aoa_to_sheet([
      ['file', 'volume (mL)', 'mass (mg)'],
      ['a.txt', null, null]
    ])
    sheet['B2'] = { t: 'n', f: '10*3', v: 30 }
    sheet['C2'] = { t: 'e', v: 0x07, w: '#DIV/0!' }
    const book = XLSX.utils.book_new()
    XLSX.utils.book_append_sheet(book, sheet, 'Runs')
    const result = runSheet.read({
      name: 'runsheet.xlsx',
      bytes: new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
    })
    expect(fieldsOf(result)).toEqual([{ file: 'a.txt', volume_mL: 30 }])
    expect(problemsOf(result)[0]).toContain('#DIV/0!')
  })

  it('reads every sheet that is a run sheet and names it', () => {
    const book = XLSX.utils.book_new()
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['note'], ['by Li']]), 'Notes')
    XLSX.utils.book_append_sheet(
      book,
      XLSX.utils.aoa_to_sheet([
        ['file', 'pH'],
        ['a.txt', 7]
      ]),
      'One'
    )
    XLSX.utils.book_append_sheet(
      book,
      XLSX.utils.aoa_to_sheet([
        ['file', 'pH'],
        ['b.txt', 'x']
      ]),
      'Two'
    )
    const result = runSheet.read({
      name: 'runsheet.xlsx',
      bytes: new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
    })
    expect(fieldsOf(result)).toEqual([{ file: 'a.txt', pH: 7 }, { file: 'b.txt' }])
    expect(result.problems?.[0]).toMatchObject({ row: 2, column: 'Two!B (pH)' })
  })
})

describe('two rows of one file', () => {
  const sheet = (...rows: string[]) => problemsOf(readText(['file,run,area (cm2),volume (mL),analyte,absorbance', ...rows].join('\n')))
  it('are named with both values where they contradict each other', () =>
    expect(sheet('a.txt,R1,1,30,,', 'b.txt,R2,1,30,,', 'a.txt,R1,2,30,,')).toEqual([
      '4 C (area (cm2)): 2 contradicts row 2, which says 1 for a.txt; row 2 counts, correct one or delete this row.'
    ]))
  it('are none of a problem where they say the same, add to each other, or hold readings', () =>
    expect(sheet('a.txt,R1,1,,,', 'a.txt,R1,1,30,,', 'a.txt,R1,1,30,NH3,0.4', 'a.txt,R1,1,25,NH3,0.5', 'a.txt,R3,2,30,,')).toEqual([]))
})
