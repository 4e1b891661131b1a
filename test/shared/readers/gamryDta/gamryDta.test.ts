import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gamryDta } from '../../../../src/shared/readers/gamryDta/gamryDta'

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)
const head = (tag: string, more: readonly string[] = []): string[] => [
  'EXPLAIN', `TAG\t${tag}`, 'TITLE\tLABEL\tmade by the project\tTest Identifier', 'DATE\tLABEL\t23/9/2026\tDate', 'TIME\tLABEL\t10:15:24\tTime', 'NOTES\tNOTES\t1\tNotes...', '\tsynthetic',
  'AREA\tQUANT\t5.00000E-001\tSample Area (cm^2)', 'CONVENTION\tIQUANT\t1\tCurrent Convention', ...more
]
const table = (name: string, rows: readonly string[], declared = rows.length): string[] => [`${name}\tTABLE\t${declared}`, '\tPt\tT\tVf\tIm\tOver\tTemp', '\t#\ts\tV vs. Ref.\tA\tbits\tdeg C', ...rows]
const row = (i: number, vf: number, im: number): string => `\t${i}\t${(i * 0.5).toFixed(2)}\t${vf.toExponential(5)}\t${im.toExponential(5)}\t${i === 1 ? '.....h.....' : '...........'}\t25.1`
const lsv = [...head('LSV', ['SCANRATE\tQUANT\t5.00000E+000\tScan Rate (mV/s)']), ...table('CURVE', [0, 1, 2, 3].map((i) => row(i, 0.1 - i * 0.01, -1e-4 * i)))]
const read = (lines: readonly string[], end = '\r\n') => gamryDta.read({ name: 'a.DTA', bytes: ascii(`${lines.join(end)}${end}`) }).measurements

describe('Gamry DTA', () => {
  it('reads a table with its text column, settings, area and sign', () => {
    const [measurement] = read(lsv)
    expect(measurement).toMatchObject({ technique: 'LSV', title: '', startedAt: '2026-09-23T10:15:24', complete: true, warnings: [], header: { area_cm2: 0.5, scanRate_mV_s: 5 }, signConvention: expect.stringContaining('anodic current positive') })
    expect(measurement!.columns.map(({ name, unit, quantity }) => `${name}|${unit}|${quantity}`)).toEqual(['Pt|#|other', 'T|s|time', 'Vf|V vs. Ref.|potential', 'Im|A|current', 'Over|bits|other', 'Temp|deg C|temperature'])
    expect(measurement!.columns[4]!.labels).toEqual(['...........', '.....h.....'])
    expect([...measurement!.columns[3]!.values]).toEqual([0, -1e-4, -2e-4, -3e-4].map((v) => Number(v.toExponential(5))))
  })
  it('reads a decimal comma and LF', () => {
    const numbers = (lines: readonly string[], end?: string) => read(lines, end)[0]!.columns.filter((column) => !column.labels).map((column) => [...column.values])
    expect(numbers(lsv.map((line) => (line.startsWith('\t') ? line.replaceAll(/(\d)\.(\d)/g, '$1,$2') : line)), '\n')).toEqual(numbers(lsv))
  })
  it('reads what the virtual front panel writes, which has no times', () => {
    const text = ['VFP600', 'TAG\tVFP600', 'CTRLMODE\tIQUANT\t1\tControl Mode', 'FREQ\tQUANT\t1.50000E+1\tAcquisition Frequency (Hz)', 'VFPCURVE\tTABLE', '\tVoltage\tCurrent', '\tV\tA', '\t0.03\t5E-11', '\t0.02\t4E-11', ''].join('\r\n')
    const bytes = new TextEncoder().encode(text)
    expect(gamryDta.recognises({ name: 'a.dta', bytes, size: bytes.length })).toMatchObject({ confidence: 'certain', why: 'it begins with VFP and TAG VFP600' })
    expect(gamryDta.read({ name: 'a.dta', bytes }).measurements.map(({ columns }) => columns.map(({ quantity, values }) => [quantity, ...values]))).toEqual([[['potential', 0.03, 0.02], ['current', 5e-11, 4e-11]]])
  })
  it.each([['GALVANOSTATIC', 'made by the project', 'CP'], ['POTENTIOSTATIC', 'held', 'CA'], ['POTDYN', 'Potentiodynamic Scan', 'LSV'], ['CYCPOL', 'Cyclic Polarization', 'CV'], ['GALVDYN', 'Galvanodynamic Scan', 'OTHER'], ['PV', 'Differential Pulse Voltammetry', 'DPV'], ['DPV', 'made by the project', 'DPV'], ['NPV', 'Normal Pulse Voltammetry', 'OTHER'], ['MYSCRIPT', 'made by the project', 'OTHER']])('knows %s (%s) as %s', (tag, title, technique) => {
    const lines = [...head(tag), ...table('CURVE', [0, 1, 2].map((i) => row(i, 0.1, -1e-4)))].map((line) => line.replace('made by the project', title))
    expect(read(lines)[0]).toMatchObject({ technique })
  })
  it.each([['7.2.2026', '2026-02-07T10:15:24'], ['31.3.2026', '2026-03-31T10:15:24'], ['7/2/2026', null], ['7/7/2026', '2026-07-07T10:15:24'], ['1/16/2026', '2026-01-16T10:15:24'], ['7.13.2026', null]])('takes the date %s for %s', (date, startedAt) => {
    expect(read(lsv.map((line) => line.replace('23/9/2026', date)))[0]).toMatchObject({ startedAt })
  })
  it('takes a time with parts of a second, as new versions write it', () => {
    expect(read(lsv.map((line) => line.replace('10:15:24', '10:15:24.727375')))[0]).toMatchObject({ startedAt: '2026-09-23T10:15:24' })
  })
  it('is known by its table where the upper lines are missing', () => {
    const lines = lsv.slice(3)
    const bytes = ascii(lines.join('\r\n'))
    expect(gamryDta.recognises({ name: 'charge.DTA', bytes, size: bytes.length })).toMatchObject({ confidence: 'likely' })
    expect(read(lines)[0]).toMatchObject({ technique: 'OTHER', columns: [{}, { quantity: 'time' }, { quantity: 'potential' }, { quantity: 'current' }, {}, {}] })
    const table = ascii('CURVE\tTABLE\t3\na\tb\n1\t2\n2\t3\n3\t4\n')
    expect(gamryDta.recognises({ name: 'a.txt', bytes: table, size: table.length })).toBeNull()
  })
  it('keeps several tables apart', () => {
    const found = read([...head('EISPOT'), ...table('OCVCURVE', [row(0, 0.1, 0)]), 'EOC\tQUANT\t0.1\tOpen Circuit (V)', ...table('CURVE GENERATOR1', [row(0, 0.1, 1e-6), row(1, 0.1, 1e-6)])])
    expect(found.map(({ title, technique, columns }) => [title, technique, columns[0]!.values.length])).toEqual([['OCVCURVE', 'OCV', 1], ['CURVE GENERATOR1', 'EIS', 2]])
  })
  it('tells the two electrodes of a bipotentiostat apart by what was applied to each', () => {
    const curve = (name: string, points: readonly (readonly [sig: number, vf: number, im: number])[]): string[] => [
      `${name}\tTABLE\t${points.length}`, '\tPt\tT\tVf\tIm\tSig', '\t#\ts\tV vs. Ref.\tA\tV', ...points.map(([sig, vf, im], i) => `\t${i}\t${i}\t${vf}\t${im}\t${sig}`)
    ]
    const n = Array.from({ length: 20 }, (_, i) => i)
    const heldE = curve('CURVE DETECTOR', n.map((i) => [0.5, 0.5 + 1e-4 * (i % 3), 1e-5 * i]))
    const heldI = curve('CURVE DETECTOR', n.map((i) => [0.3, 0.6 + 0.01 * i, 1e-4]))
    const swept = curve('CURVE GENERATOR1', n.map((i) => [0.1 * Math.min(i, 20 - i), 0.1 * Math.min(i, 20 - i), 1e-3 * i]))
    const once = curve('CURVE GENERATOR', n.map((i) => [0.1 * i, 0.1 * i, 1e-3]))
    const steps = curve('CURVE GENERATOR', n.map((i) => [i < 10 ? 0 : 0.2, i < 10 ? 0 : 0.2, 1e-6]))
    const techniques = (tag: string, ...curves: readonly string[][]) => read([...head(tag), ...curves.flat()]).map(({ technique }) => technique)
    expect(techniques('CV', heldE, swept)).toEqual(['CA', 'CV'])
    expect(techniques('CV', heldI, swept)).toEqual(['CP', 'CV'])
    expect(techniques('COLLECT', heldE, once)).toEqual(['CA', 'LSV'])
    expect(techniques('COLLECT', heldE, swept)).toEqual(['CA', 'CV'])
    expect(techniques('COLLECTCHRONOA', heldE, steps)).toEqual(['CA', 'CA'])
    expect(techniques('CV', heldE)).toEqual(['CV'])
    expect(techniques('CV', swept, curve('CURVE2', n.slice(0, 4).map((i) => [0.1 * i, 0.1 * i, 1e-3])))).toEqual(['CV', 'CV'])
    expect(techniques('CV', curve('CURVE1', n.map((i) => [0.1 * i, 0.1 * i, 1e-3])), curve('CURVE2', n.map((i) => [0.1 * i, 0.1 * i, 1e-3])))).toEqual(['CV', 'CV'])
  })
  it.each([['PWR800_POTENTIOSTATIC', 'CA'], ['PWR800_GALVANOSTATIC', 'CP'], ['PWR800_DISCHARGE', 'GCPL'], ['UNHEARD_OF', 'OTHER']])('knows the script %s', (tag, technique) => {
    expect(read([...head(tag), ...table('CURVE', [row(0, 0.1, 0), row(1, 0.1, 0)])])[0]!.technique).toBe(technique)
  })
  it('keeps what an aborted, short or cut file holds', () => {
    expect(read([...lsv, 'EXPERIMENTABORTED\tTOGGLE\tT\tExperiment Aborted'])[0]).toMatchObject({ complete: false, warnings: [expect.stringContaining('aborted')] })
    expect(read([...head('LSV'), ...table('CURVE', [row(0, 0.1, 0)], 5)])[0]).toMatchObject({ warnings: ['Table CURVE holds 1 of the 5 rows that it announces.'] })
    const cut = gamryDta.read({ name: 'a', bytes: ascii(lsv.join('\r\n').slice(0, -9)) }).measurements[0]!
    expect(cut).toMatchObject({ complete: false })
    expect(cut.columns[0]!.values).toHaveLength(3)
    expect(() => read(head('CV'))).toThrow('ends in its header')
  })
})

it('Gamry DTA reads back what is written, with points or commas', () => {
  const cell = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })
  fc.assert(fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 40 }), fc.boolean(), fc.constantFrom('\n', '\r\n'), (points, hasCommas, end) => {
    const rows = points.map(([vf, im], i) => row(i, vf, im)).map((line) => (hasCommas ? line.replaceAll(/(\d)\.(\d)/g, '$1,$2') : line))
    const [found] = read([...head('CHRONOA'), ...table('CURVE', rows)], end)
    expect(found!.columns.slice(0, 4).map(({ values }) => [...values])).toEqual([
      points.map((_, i) => i), points.map((_, i) => i * 0.5), points.map(([vf]) => Number(vf.toExponential(5))), points.map(([, im]) => Number(im.toExponential(5)))
    ])
    expect(found!.complete).toBe(true)
  }))
})
