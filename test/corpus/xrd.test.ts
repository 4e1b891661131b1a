import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { summariseColumn, type Measurement } from '../../src/shared/measurement'
import { recognise } from '../../src/shared/readers'

const root = process.env['RUM_CORPUS'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url))
const folder = join(root, 'mechanism')
const manifest = join(folder, 'MANIFEST.json')
const facts = existsSync(manifest)
  ? (JSON.parse(readFileSync(manifest, 'utf8')) as { files: { file: string; expected: unknown }[] }).files.filter(({ file }) =>
  file.startsWith('xrd/')) : []
if (facts.length === 0) console.info(`XRD corpus: all 6 files skipped, no ${manifest}`)

const expectedOf = <T>(file: string): T => facts.find((fact) => fact.file === file)!.expected as T
function read(file: string, reader: string): Measurement {
  const bytes = new Uint8Array(readFileSync(join(folder, file)))
  const name = file.split('/').at(-1)!
  const claims = recognise({ name, bytes: bytes.subarray(0, 65_536), size: bytes.length })
  expect(claims[0]).toMatchObject({ reader: { id: reader }, recognition: { confidence: 'certain' } })
  expect(claims.filter(({ recognition }) => recognition.confidence !== 'possible')).toHaveLength(1)
  const { measurements } = claims[0]!.reader.read({ name, bytes })
  expect(measurements).toHaveLength(1)
  expect(measurements[0]).toMatchObject({ technique: 'XRD', complete: true, warnings: [] })
  return measurements[0]!
}
const near = (value: number | string | null | undefined, expected: number, tolerance = 1e-6): void => {
  expect(typeof value).toBe('number')
  expect(Math.abs((value as number) - expected)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(expected)))
}

interface Points {
  points: number
  first_x: number
  last_x: number
  x_min: number
  x_max: number
  first_y: number
  last_y: number
  y_min: number
  y_max: number
  x_at_y_max: number
  y_sum: number
}
function meets(measurement: Measurement, expected: Points, anglePrecision = 5e-5): void {
  const [x, y] = ['two_theta', 'intensity'].map((quantity) =>
    measurement.columns.find((column) => column.quantity === quantity)!) as [Measurement['columns'][0], Measurement['columns'][0]]
  expect(x.values).toHaveLength(expected.points)
  expect(x.unit).toBe('deg')
  const [sx, sy] = [summariseColumn(x), summariseColumn(y)]
  for (const [value, wanted] of [[sx.first, expected.first_x], [sx.last, expected.last_x], [sx.min, expected.x_min], [sx.max, expected.x_max],
    [x.values[y.values.indexOf(sy.max!)], expected.x_at_y_max]] as const) expect(Math.abs(Number(value) - wanted)).toBeLessThanOrEqual(anglePrecision)
  for (const [value, wanted] of [[sy.first, expected.first_y], [sy.last, expected.last_y], [sy.min, expected.y_min], [sy.max, expected.y_max],
    [y.values.reduce((sum, count) => sum + count, 0), expected.y_sum]] as const) near(value, wanted)
}
const fact = (measurement: Measurement, name: string): unknown => measurement.facts.find((one) => one.name === name)?.value

describe.skipIf(facts.length === 0)('XRD files of the corpus', () => {
  it.each(['BT86.raw', 'bruker_v3.RAW'])('%s', (name) => {
    const { ranges, meta } = expectedOf<{ ranges: Points[]; meta: Record<string, string> }>(`xrd/${name}`)
    const measurement = read(`xrd/${name}`, 'bruker-raw')
    meets(measurement, ranges[0]!)
    for (const [key, value] of [['anode', meta['ANODE_MATERIAL']], ['wavelength_A', Number(meta['USED_LAMBDA'])],
      ['wavelengthAlpha1_A', Number(meta['ALPHA1'])], ['wavelengthAlpha2_A', Number(meta['ALPHA2'])],
      ['averageWavelength_A', Number(meta['ALPHA_AVERAGE'])], ['betaWavelength_A', Number(meta['BETA'])],
      ['kAlphaRatio', Number(meta['ALPHA_RATIO'])]] as const) expect(fact(measurement, key)).toBe(value)
    near(fact(measurement, 'timePerStep_s') as number, Number(meta['TIME_PER_STEP']))
    near(fact(measurement, 'stepSize_deg') as number, Number(meta['STEP_SIZE']))
    expect(measurement.settings).toEqual(expect.arrayContaining([{ name: 'Sample', value: meta['SAMPLE_ID'] }, { name: 'User', value: meta['USER'] },
      { name: 'Generator voltage (kV)', value: Number(meta['GENERATOR_VOLTAGE']) }]))
  })
  it('BT86.UXD and its RAW twin', () => {
    const [uxd, raw] = [read('xrd/BT86.UXD', 'bruker-uxd'), read('xrd/BT86.raw', 'bruker-raw')]
    meets(uxd, expectedOf<Points>('xrd/BT86.UXD'))
    expect([...uxd.columns[1]!.values]).toEqual([...raw.columns[1]!.values])
    uxd.columns[0]!.values.forEach((angle, i) => expect(Math.abs(angle - raw.columns[0]!.values[i]!)).toBeLessThanOrEqual(0.0056))
    for (const name of ['anode', 'wavelength_A', 'wavelengthAlpha1_A', 'wavelengthAlpha2_A', 'betaWavelength_A', 'kAlphaRatio',
      'timePerStep_s']) expect(fact(uxd, name)).toBe(fact(raw, name))
  })
  it('empyrean.xrdml', () => {
    const { wavelengths, anode, scan } = expectedOf<{ wavelengths: Record<string,
      number>; anode: string; scan: (Points & { counting_time: number })[] }>('xrd/empyrean.xrdml')
    const measurement = read('xrd/empyrean.xrdml', 'xrdml')
    meets(measurement, scan[0]!)
    for (const [key, value] of [['wavelengthAlpha1_A', wavelengths['kAlpha1']], ['wavelengthAlpha2_A', wavelengths['kAlpha2']],
      ['betaWavelength_A', wavelengths['kBeta']], ['kAlphaRatio', wavelengths['ratioKAlpha2KAlpha1']], ['anode', anode],
      ['timePerStep_s', scan[0]!.counting_time]] as const) expect(fact(measurement, key)).toBe(value)
    expect(measurement.settings).toEqual(expect.arrayContaining([{ name: 'Omega (deg)', value: 4 }, { name: 'Z (mm)', value: 9.391 }]))
  })
  it('standard.brml', () => {
    const expected = expectedOf<Points & { wavelengths: Record<string, string>; scan: string[]; datum_columns: number }>('xrd/standard.brml')
    const measurement = read('xrd/standard.brml', 'brml')
    meets(measurement, expected)
    expect(measurement.columns).toHaveLength(expected.datum_columns)
    for (const [key, name] of [['wavelengthAlpha1_A', 'WaveLengthAlpha1'], ['wavelengthAlpha2_A', 'WaveLengthAlpha2'],
      ['averageWavelength_A', 'WaveLengthAverage'], ['betaWavelength_A', 'WaveLengthBeta'],
      ['kAlphaRatio', 'WaveLengthRatio']] as const) expect(fact(measurement, key)).toBe(Number(expected.wavelengths[name]))
    expect(fact(measurement, 'anode')).toBe('Ag')
    expect(measurement.settings).toContainEqual({ name: 'Scan', value: expected.scan[0] })
  })
  it('bruker_v3_xylib_converted.txt and the RAW file it came from', () => {
    const [text, raw] = [read('xrd/bruker_v3_xylib_converted.txt', 'xy-text'), read('xrd/bruker_v3.RAW', 'bruker-raw')]
    meets(text, expectedOf<Points>('xrd/bruker_v3_xylib_converted.txt'))
    expect([...text.columns[1]!.values]).toEqual([...raw.columns[1]!.values])
    text.columns[0]!.values.forEach((angle, i) => expect(Math.abs(angle - raw.columns[0]!.values[i]!)).toBeLessThanOrEqual(1e-6))
    expect(fact(text, 'wavelength_A')).toBe(1.5406)
    expect(fact(text, 'timePerStep_s')).toBe(564.03)
  })
})
