import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { summariseColumn, type Column, type Measurement } from '../../src/shared/measurement'
import { fermiEdge } from '../../src/shared/spectroscopy/fermiEdge'
import { recognise } from '../../src/shared/readers'

const root = process.env['RUM_CORPUS'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url))
const folder = join(root, 'mechanism')
const manifest = join(folder, 'MANIFEST.json')
const facts = existsSync(manifest)
  ? (JSON.parse(readFileSync(manifest, 'utf8')) as { files: { file: string; expected: unknown }[] }).files.filter(({ file }) =>
  file.startsWith('xps/')) : []
if (facts.length === 0) console.info(`XPS corpus: all 6 files skipped, no ${manifest}`)

const expectedOf = <T>(file: string): T => facts.find((fact) => fact.file === file)!.expected as T
function read(file: string, reader: string): readonly Measurement[] {
  const bytes = new Uint8Array(readFileSync(join(folder, file)))
  const name = file.split('/').at(-1)!
  const claims = recognise({ name, bytes: bytes.subarray(0, 65_536), size: bytes.length })
  expect(claims[0]).toMatchObject({ reader: { id: reader }, recognition: { confidence: 'certain' } })
  expect(claims.filter(({ recognition }) => recognition.confidence !== 'possible')).toHaveLength(1)
  const { measurements } = claims[0]!.reader.read({ name, bytes })
  for (const measurement of measurements) expect(measurement).toMatchObject({ technique: 'XPS', complete: true, warnings: [] })
  return measurements
}
const near = (value: number | string | null | undefined, expected: number, tolerance = 1e-6): void => {
  expect(typeof value).toBe('number')
  expect(Math.abs((value as number) - expected)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(expected)))
}
const sumOf = ({ values }: Column): number => values.reduce((sum, value) => sum + value, 0)

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
function meets({ columns }: Measurement, facts: Points, [xName, yName]: readonly [string, string]): void {
  const [x, y] = [xName, yName].map((name) => columns.find((column) => column.name === name)!) as [Column, Column]
  expect(x.values).toHaveLength(facts.points)
  const [sx, sy] = [summariseColumn(x), summariseColumn(y)]
  for (const [value, expected] of [[sx.first, facts.first_x], [sx.last, facts.last_x], [sx.min, facts.x_min], [sx.max, facts.x_max],
    [sy.first, facts.first_y], [sy.last, facts.last_y], [sy.min, facts.y_min], [sy.max, facts.y_max],
    [x.values[y.values.indexOf(sy.max!)], facts.x_at_y_max], [sumOf(y), facts.y_sum]] as const) near(value, expected)
}

interface VamasBlockFacts {
  name: string
  hv: number
  pass_energy: number
  species: string
  abscissa: string
  columns: string[]
  dwell_s: number
  n_scans: number
  x_start: number
  x_step: number
  points: number
  BE_first_hv_minus_KE_no_wf: number
  BE_last: number
  y_max: number
  BE_at_y_max: number
  y_sum: number
}
describe.skipIf(facts.length === 0)('XPS files of the corpus', () => {
  it.each(['kratos_NiW.vms', 'phi_multipak.npl', 'specs_casa_regular.vms'])('%s', (name) => {
    const { block } = expectedOf<{ block: VamasBlockFacts[] }>(`xps/${name}`)
    const measurements = read(`xps/${name}`, 'vamas')
    expect(measurements).toHaveLength(block.length)
    measurements.forEach(({ title, columns, settings }, i) => {
      const facts = block[i]!
      expect(title.startsWith(facts.name)).toBe(true)
      expect(columns.slice(0, facts.columns.length + 1).map((column) => column.name)).toEqual([facts.abscissa, ...facts.columns])
      expect(columns[0]!.values).toHaveLength(facts.points)
      near(columns[0]!.values[0], facts.x_start)
      near(columns[0]!.values.at(-1), facts.x_start + (facts.points - 1) * facts.x_step)
      const binding = columns.find(({ quantity }) => quantity === 'binding_energy')!
      near(binding.values[0], facts.BE_first_hv_minus_KE_no_wf)
      near(binding.values.at(-1), facts.BE_last)
      const y = columns[1]!
      near(summariseColumn(y).max, facts.y_max)
      near(binding.values[y.values.indexOf(facts.y_max)], facts.BE_at_y_max)
      near(sumOf(y), facts.y_sum)
      for (const [key, value] of [['Source energy (eV)', facts.hv], ['Pass energy (eV)', facts.pass_energy], ['Species', facts.species],
        ['Dwell time (s)', facts.dwell_s], ['Scans', facts.n_scans]]) expect(settings).toContainEqual({ name: key, value })
    })
  })
  it('casa_rows_of_tables.txt', () => {
    const { section_names,
      first_section_BE_vs_CPS } = expectedOf<{ section_names: string[]; first_section_BE_vs_CPS: Points }>('xps/casa_rows_of_tables.txt')
    const measurements = read('xps/casa_rows_of_tables.txt', 'casa-text')
    expect(measurements.map(({ title }) => title)).toEqual(section_names)
    expect(measurements[0]!.columns.map(({ name }) => name)).toEqual(['K.E.', 'Counts', 'B.E.', 'CPS'])
    meets(measurements[0]!, first_section_BE_vs_CPS, ['B.E.', 'CPS'])
    for (const { facts: found } of measurements) expect(found).toContainEqual({ name: 'sourceEnergy_eV', value: 1486.61 })
  })
  it('specs_prodigy.xy', () => {
    const { regions, values_per_curve, region0,
      energy_axis } = expectedOf<{ regions: string[]; values_per_curve: number[]; region0: Points; energy_axis: string }>('xps/specs_prodigy.xy')
    const measurements = read('xps/specs_prodigy.xy', 'specs-xy')
    expect(measurements.map(({ title }) => title)).toEqual(regions)
    expect(measurements.map(({ columns }) => columns[0]!.values.length)).toEqual(values_per_curve)
    meets(measurements[0]!, region0, [energy_axis, 'counts/s'])
  })
  it('Hard_carbon_Thermo_Avantage.xlsx', () => {
    const { sheets } = expectedOf<{ sheets: Record<string, Points & { declared_points: number | null }> }>('xps/Hard_carbon_Thermo_Avantage.xlsx')
    const regions = Object.entries(sheets).filter(([, { declared_points }]) => declared_points !== null)
    const measurements = read('xps/Hard_carbon_Thermo_Avantage.xlsx', 'avantage-xlsx')
    expect(measurements.map(({ title }) => title)).toEqual(regions.map(([name]) => name))
    regions.forEach(([, points], i) => {
      meets(measurements[i]!, points, ['Binding Energy (E)', 'Counts / s'])
      expect(measurements[i]!.facts).toContainEqual({ name: 'declaredPoints', value: points.declared_points })
    })
  })
})

describe.skipIf(facts.length === 0)('a real Fermi edge', () => {
  it('of gold lies where scipy 1.17.1 curve_fit has it (0.0147 ± 0.0074 eV, 0.9 eV on both sides)', () => {
    const rows = readFileSync(join(folder, 'xps/Au_fermi_edge_UPS.csv'), 'utf8').trim().split(/\r?\n/).slice(1).map((line) => line.split(',').map(Number))
    const edge = fermiEdge(rows.map(([be]) => be!), rows.map(([, counts]) => counts!))!
    expect(Math.abs(edge.position_eV - 0.0147)).toBeLessThan(0.0074)
    expect(edge.u_eV! / 0.00741).toBeCloseTo(1, 0)
    expect(edge.width_eV / (4 * 0.0576)).toBeCloseTo(1, 1)
  })
})
