import fc from 'fast-check'
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
  it('says the unit with its multiplier, and when the sample was acquired where the order of the date is told', () => {
    const file = (head: readonly string[], of: readonly string[]) => bytesOf(['[Header]', 'Application Name;LabSolutions', ...head, '', '[File Information]', 'Type;Data File', '', '[LC Chromatogram(Detector A-Ch1)]', '# of Points;2', ...of, 'R.Time (min);Intensity', '0.0;-1530', '0.5;4240', ''])
    const of = (head: readonly string[], ...units: readonly string[]) => {
      const [found] = labSolutions.read({ name: 'a.txt', bytes: file(head, units) }).measurements
      return [found!.startedAt, found!.columns[1]!.unit, found!.columns[1]!.values[1]]
    }
    expect(of(['Acquired;7/18/2019 7:45:56 PM'], 'Intensity Units;mV', 'Intensity Multiplier;0.001')).toEqual(['2019-07-18T19:45:56', '\u00b5V', 4240])
    expect(of(['Acquired;7/1/2023 4:43:43 AM'], 'Intensity Units;mV', 'Intensity Multiplier;1')).toEqual([null, 'mV', 4240])
    expect(of(['Output Date;7/30/2023', '', '[Sample Information]', 'Acquired;7/1/2023 4:43:43 AM'], 'Intensity Units;C', 'Intensity Multiplier;0.01')).toEqual(['2023-07-01T04:43:43', '0.01 C', 4240])
    expect(of(['Acquired;21.2.2012. 13:16:57'])).toEqual(['2012-02-21T13:16:57', '', 4240])
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
  it.each([['7/24/2023 9:37:10 PM', 'FID1 A', 'GC', '2023-07-24T21:37:10'], ['22-Jan-13, 14:14:16', 'DAD1 A, Sig=254,8 Ref=off', 'OTHER', '2013-01-22T14:14:16'], ['7/4/2023 9:37:10 PM', 'TCD2 B', 'GC', null]])('takes the injection of %s at %s', (date, signal, technique, start) => {
    const text = Buffer.from(agilentText()).toString('utf16le').replace('Sample Name: made', `Sample Name: made\r\nInjection Date  : ${date}                 Inj :   1`).replace('FID1 A', signal)
    expect(agilentReport.read({ name: 'Report.TXT', bytes: Uint8Array.from(Buffer.from(text, 'utf16le')) }).measurements[0]).toMatchObject({ title: signal, technique, startedAt: start })
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
  it('reads the commas of version 3', () => {
    const text = Buffer.from(ezChromFile()).toString('latin1')
    const bytes = Uint8Array.from(Buffer.from(text.replaceAll('\t', ','), 'latin1'))
    expect(ezChromAsc.recognises({ name: 'a.asc', bytes, size: bytes.length })).toMatchObject({ confidence: 'certain', version: '3' })
    expect(ezChromAsc.read({ name: 'a.asc', bytes }).measurements.map(({ columns }) => columns.map(({ values, unit }) => [unit, ...values]))).toEqual(ezChromAsc.read({ name: 'a.asc', bytes: ezChromFile() }).measurements.map(({ columns }) => columns.map(({ values, unit }) => [unit, ...values])))
  })
  it('says that a channel was cut off', () => expect(ezChromAsc.read({ name: 'a.asc', bytes: ezChromFile(10) }).measurements[1]).toMatchObject({ complete: false, warnings: [expect.stringContaining('announces 30 points and holds 10')] }))
})

const trace = fc.array(fc.integer({ min: -2_000_000, max: 2_000_000 }), { minLength: 2, maxLength: 60 })
const bytesOf = (lines: readonly string[], encoding: BufferEncoding = 'latin1', mark = ''): Uint8Array => Uint8Array.from(Buffer.from(mark + lines.join('\r\n'), encoding))

describe('what is written is read back', () => {
  it('LabSolutions, however its cells are parted', () => fc.assert(fc.property(trace, fc.constantFrom(';', ',', '\t'), (counts, separator) => {
    const lines = ['[Header]', 'Application Name;LabSolutions', '', '[File Information]', 'Type;Data File', '', '[Chromatogram (Ch1)]', 'Interval(msec);500', `# of Points;${counts.length}`, 'R.Time (min);Intensity', ...counts.map((count, i) => `${(i / 128).toFixed(7)};${count}`), '']
    const [found] = labSolutions.read({ name: 'a.txt', bytes: bytesOf(lines.map((line) => line.replaceAll(';', separator))) }).measurements
    expect([found!.complete, ...found!.columns.map(({ values }) => [...values])]).toEqual([true, counts.map((_, i) => i / 128), counts])
  })))
  it('ChemStation, as a table', () => fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 60_000 }), fc.integer({ min: 1, max: 1e9 }), fc.constantFrom('BB', 'BB S', 'BV', 'VB  ')), { minLength: 1, maxLength: 30 }), (peaks) => {
    const lines = peaks.map(([time, area, type], i) => `${i + 1},${time / 1000},"${type}",0.088,${area / 16},${area / 64},1.5`)
    const [found] = agilentReport.read({ name: 'REPORT01.CSV', bytes: bytesOf([...lines, ''], 'utf16le', '\uFEFF') }).measurements
    const column = (name: string) => found!.columns.find((one) => one.name === name)!
    expect([[...column('RT').values], [...column('area').values], [...column('height').values]]).toEqual([peaks.map(([time]) => time / 1000), peaks.map(([, area]) => area / 16), peaks.map(([, area]) => area / 64)])
    expect([...column('type').values].map((value) => column('type').labels![value])).toEqual(peaks.map(([, , type]) => type.trim()))
  })))
  it('Chromeleon, with points or commas', () => fc.assert(fc.property(trace, fc.constantFrom('.', ','), (counts, decimal) => {
    const rows = counts.map((count, i) => `${(i / 64).toFixed(6)}\t0.100000\t${(count / 1000).toFixed(5)}\t`.replaceAll('.', decimal))
    const [found] = chromeleonText.read({ name: 'a.txt', bytes: bytesOf(['Sample\tmade', `Data Points\t${counts.length}`, 'Raw Data:', 'Time(min)\tStep(sec)\tValue(\u00b5S)', ...rows, '']) }).measurements
    expect([found!.complete, [...found!.columns[0]!.values], [...found!.columns[2]!.values]]).toEqual([true, counts.map((_, i) => i / 64), counts.map((count) => count / 1000)])
  })))
  it('EZChrom, channel after channel', () => fc.assert(fc.property(trace, (counts) => {
    const n = counts.length
    const other = counts.map((count) => count - 7)
    const head = ['Version:\t3', 'Maxchannels:\t2', 'Acquisition Date and Time:\t6/29/2023 4:07:41 PM', 'Sampling Rate:\t10.0\t10.0\tHz', `Total Data Points:\t${n}\t${n}\tPts.`, 'Y Axis Title:\tpA\t25 \u00b5V', 'Y Axis Multiplier:\t0.5\t0.25']
    const found = ezChromAsc.read({ name: 'a.asc', bytes: bytesOf([...head, ...[...counts, ...other].map(String), '']) }).measurements
    expect(found.map(({ columns }) => columns.some(({ values }) => values.every((value, i) => value === counts[i])) || columns.some(({ values }) => values.every((value, i) => value === other[i])))).toEqual([true, true])
    expect(found.map(({ columns }) => columns[0]!.values.length)).toEqual([n, n])
  })))
})
