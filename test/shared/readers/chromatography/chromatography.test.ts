import { describe, expect, it } from 'vitest'
import { agilentReport } from '../../../../src/shared/readers/agilentReport/agilentReport'
import { chromeleonText } from '../../../../src/shared/readers/chromeleonText/chromeleonText'
import { ezChromAsc } from '../../../../src/shared/readers/ezChromAsc/ezChromAsc'
import { labSolutions } from '../../../../src/shared/readers/labSolutions/labSolutions'
import { agilentCsv, agilentText, chromeleonFile, ezChromFile, labSolutionsFile } from './fixture'

describe('LabSolutions', () => {
  it.each([';', ',', '\t'])('reads peaks and chromatogram separated by %j', (separator) => {
    const [peaks, trace] = labSolutions.read({ name: 'a.txt', bytes: labSolutionsFile(separator) }).measurements
    expect(peaks!.title).toBe('Peak Table(Ch1)')
    expect(peaks!.columns.find(({ name }) => name === 'Name')!.labels).toEqual(['H2', 'N2'])
    expect([...peaks!.columns.find(({ name }) => name === 'Conc.')!.values]).toEqual([24086.621, 0])
    expect(trace).toMatchObject({ title: 'Chromatogram (Ch1)', technique: 'GC', complete: true, columns: [{ unit: 'min', quantity: 'time' }, { quantity: 'intensity' }] })
    expect(trace!.columns[1]!.values[39]).toBe(39 * 39)
  })
  it('says that points are missing', () => expect(labSolutions.read({ name: 'a.txt', bytes: labSolutionsFile(';', 60) }).measurements[1]!.warnings).toEqual([expect.stringContaining('announces 60 points and holds 40')]))
})

describe('ChemStation', () => {
  it('reads a report with exponents and types of two words', () => {
    const found = agilentReport.read({ name: 'Report.TXT', bytes: agilentText() }).measurements
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ title: 'FID1 A', technique: 'GC' })
    expect([...found[0]!.columns.find(({ name }) => name === 'area')!.values]).toEqual([45713.7, 955.59546, 17.71351])
    expect(found[0]!.columns.find(({ name }) => name === 'area')!.unit).toBe('pA*s')
    expect(found[0]!.columns.find(({ name }) => name === 'type')!.labels).toEqual(['BB S', 'BB'])
  })
  it('reads the table without a header', () => {
    const [found] = agilentReport.read({ name: 'REPORT02.CSV', bytes: agilentCsv() }).measurements
    expect(found!.title).toBe('signal 2')
    expect([...found!.columns[1]!.values]).toEqual([2.824, 4.056, 9.209])
  })
})

describe('Chromeleon', () => {
  it.each([',', '.'])('reads a channel with %j as decimal sign', (decimal) => {
    const [found] = chromeleonText.read({ name: 'a.txt', bytes: chromeleonFile(decimal) }).measurements
    expect(found).toMatchObject({ technique: 'IC', title: 'made', startedAt: '2023-02-02T15:20:12', complete: true })
    expect(found!.columns.map(({ unit, quantity }) => `${unit}|${quantity}`)).toEqual(['min|time', 'sec|other', 'µS|intensity'])
    expect(found!.columns[2]!.values[7]).toBeCloseTo(1, 6)
  })
})

describe('EZChrom', () => {
  it('parts the channels and keeps counts beside the signal', () => {
    const [first, second] = ezChromAsc.read({ name: 'a.asc', bytes: ezChromFile() }).measurements
    expect([first!.columns[1]!.values[0], second!.columns[1]!.values[0], second!.columns[2]!.values[0]]).toEqual([500, 257.5, 1030])
    expect([first!.columns[1]!.unit, second!.columns[1]!.unit]).toEqual(['pA', '25 µV'])
    expect(first!.startedAt).toBe('2023-06-29T16:07:41')
  })
  it('says that a channel was cut off', () => expect(ezChromAsc.read({ name: 'a.asc', bytes: ezChromFile(10) }).measurements[1]).toMatchObject({ complete: false, warnings: [expect.stringContaining('announces 30 points and holds 10')] }))
})
