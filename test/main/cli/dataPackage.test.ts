import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { unzipSync } from 'fflate'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** Another program: it knows the package's README and nothing of ours. */
const program = join(import.meta.dirname, '../../../out/main/rum.js')
const root = mkdtempSync(join(tmpdir(), 'rum-fair-'))
type Row = Readonly<Record<string, string>>
let parts: Readonly<Record<string, Uint8Array>> = {}
const text = (name: string): string => new TextDecoder().decode(parts[name])
const table = (name: string): Row[] => Papa.parse<Row>(text(name), { header: true, skipEmptyLines: true }).data

beforeAll(() => {
  if (!existsSync(program)) throw new Error('run npm run build first: this test starts the built program')
  const rum = (...args: readonly string[]): void => void execFileSync(process.execPath, [program, ...args], { stdio: 'pipe' })
  rum('simulate', join(root, 'lab'))
  rum('analyse', join(root, 'lab'), '--project', join(root, 'p.rum'))
  rum('fair', join(root, 'p.rum'), join(root, 'out.zip'))
  parts = unzipSync(new Uint8Array(readFileSync(join(root, 'out.zip'))))
}, 120_000)
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('the data package', () => {
  let methods: { constants: { faraday_C_per_mol: number; molarMass_g_per_mol: Record<string, number> } }
  let conditions: Map<string, Map<string, string>>
  let numbers: Map<string, string>
  let results: Row[]
  beforeAll(() => {
    methods = JSON.parse(text('methods.json')) as typeof methods
    results = table('results.csv')
    numbers = new Map(table('entries.csv').map((row) => [row['entry']!, row['numbers']!]))
    conditions = new Map()
    for (const { entry, field, value } of table('conditions.csv')) conditions.set(entry!, (conditions.get(entry!) ?? new Map<string, string>()).set(field!, value!))
  })
  const given = (entry: string, field: string): number => Number(conditions.get(entry)?.get(field) ?? NaN)

  /** ∫ i dt and the time of a trace, from its table. */
  function charge(entry: string): { Q_C: number; t_s: number } {
    const rows = table(numbers.get(entry)!)
    const header = Object.keys(rows[0]!)
    const find = (words: RegExp): { name: string; factor: number } => {
      const name = header.find((one) => words.test(one))!
      const unit = /\[(.*)\]$/.exec(name)?.[1] ?? ''
      return { name, factor: unit === 'mA' ? 1e-3 : unit === 'uA' ? 1e-6 : 1 }
    }
    const [time, current] = [find(/^(time|T )/i), find(/^(current|<?I|Im)\b/i)]
    const points = rows.map((row) => [Number(row[time.name]), Number(row[current.name]) * current.factor] as const)
    const Q_C = points.slice(1).reduce((sum, [t, i], k) => sum + ((t - points[k]![0]) * (i + points[k]![1])) / 2, 0)
    return { Q_C, t_s: points.at(-1)![0] - points[0]![0] }
  }
  /** As typed, or read from the spectrum at the wavelength of the indophenol method. */
  function absorbance(entry: string): number {
    if (!Number.isNaN(given(entry, 'absorbance'))) return given(entry, 'absorbance')
    const points = table(numbers.get(entry)!).map((row) => Object.values(row).map(Number)).sort((a, b) => a[0]! - b[0]!)
    const above = points.findIndex(([nm]) => nm! >= 655)
    const [[x0, y0], [x1, y1]] = [points[above - 1]!, points[above]!] as [number[], number[]]
    return y0! + ((655 - x0!) / (x1! - x0!)) * (y1! - y0!)
  }
  /** The line through the standards of ammonia: absorbance against concentration. */
  let known: { slope: number; intercept: number } | null = null
  const line = (): { slope: number; intercept: number } => (known ??= fitted())
  function fitted(): { slope: number; intercept: number } {
    const points = [...conditions].filter(([, of]) => of.get('role') === 'standard' && of.get('analyte') === 'NH3').map(([entry]) => [given(entry, 'concentration_ug_mL'), absorbance(entry)] as const)
    const mean = (of: readonly number[]): number => of.reduce((a, b) => a + b, 0) / of.length
    const [x, y] = [mean(points.map(([c]) => c)), mean(points.map(([, A]) => A))]
    const slope = points.reduce((sum, [c, A]) => sum + (c - x) * (A - y), 0) / points.reduce((sum, [c]) => sum + (c - x) ** 2, 0)
    return { slope, intercept: y - slope * x }
  }
  function amount(row: Row): { n_mol: number; trace: string } {
    const [trace, ...readings] = row['inputs']!.split(' ')
    const { slope, intercept } = line()
    const undiluted = (entry: string): number => ((absorbance(entry) - intercept) / slope) * (given(entry, 'dilution') || 1)
    const isBlank = (entry: string): boolean => conditions.get(entry)?.get('role') === 'blank'
    const mean = (entries: readonly string[]): number => (entries.length === 0 ? 0 : entries.map(undiluted).reduce((a, b) => a + b, 0) / entries.length)
    const c_ug_mL = mean(readings.filter((entry) => !isBlank(entry))) - mean(readings.filter(isBlank))
    const volume_mL = [trace!, ...readings].map((entry) => given(entry, 'volume_mL')).find((value) => value > 0)!
    return { n_mol: (c_ug_mL * 1e-6 * volume_mL) / methods.constants.molarMass_g_per_mol['NH3']!, trace: trace! }
  }
  const singles = (metric: string): Row[] => results.filter((row) => row['metric'] === metric && row['n'] === '' && row['inputs']!.includes('#'))

  it('gives back every Faradaic efficiency and yield', () => {
    const efficiencies = singles('fe_nh3')
    expect(efficiencies.length).toBeGreaterThan(80)
    for (const row of efficiencies) {
      const { n_mol, trace } = amount(row)
      expect((100 * 8 * methods.constants.faraday_C_per_mol * n_mol) / Math.abs(charge(trace).Q_C) / Number(row['value']), `${row['catalyst']} ${row['conditions']}`).toBeCloseTo(1, 9)
    }
    const yields = singles('yield_nh3_mass')
    expect(yields.length).toBeGreaterThan(80)
    for (const row of yields) {
      const { n_mol, trace } = amount(row)
      const mass_mg = given(trace, 'mass_mg') || given(trace, 'loading_mg_cm2') * given(trace, 'area_cm2')
      const time_h = given(trace, 'time_h') || charge(trace).t_s / 3600
      expect((n_mol * methods.constants.molarMass_g_per_mol['NH3']! * 1000) / time_h / mass_mg / Number(row['value'])).toBeCloseTo(1, 9)
    }
  })
  it('gives back means and their uncertainties', () => {
    const means = results.filter((row) => row['metric'] === 'fe_nh3' && row['n'] !== '')
    expect(means.length).toBeGreaterThan(20)
    for (const row of means) {
      const used = new Set(row['inputs']!.split(' '))
      const values = singles('fe_nh3').filter((single) => used.has(single['inputs']!.split(' ')[0]!)).map(({ value }) => Number(value))
      const mean = values.reduce((a, b) => a + b, 0) / values.length
      expect(values).toHaveLength(Number(row['n']))
      expect(mean / Number(row['value'])).toBeCloseTo(1, 12)
      expect(Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1) / values.length)).toBeCloseTo(Number(row['u']), 9)
    }
  })
  it('holds the originals byte for byte, and lists every file with its sum', () => {
    const crate = JSON.parse(text('ro-crate-metadata.json')) as { '@graph': { '@id': string; '@type': string; sha256?: string; conformsTo?: { '@id': string } }[] }
    const files = crate['@graph'].filter((one) => one['@type'] === 'File')
    expect(new Set(files.map((file) => decodeURIComponent(file['@id'])))).toEqual(new Set(Object.keys(parts).filter((name) => name !== 'ro-crate-metadata.json')))
    for (const file of files) expect(createHash('sha256').update(parts[decodeURIComponent(file['@id'])]!).digest('hex')).toBe(file.sha256)
    expect(crate['@graph'][0]).toMatchObject({ '@id': 'ro-crate-metadata.json', conformsTo: { '@id': 'https://w3id.org/ro/crate/1.1' } })
    const originals = Object.keys(parts).filter((name) => name.startsWith('originals/'))
    expect(originals.length).toBeGreaterThan(250)
    for (const name of originals) expect(Buffer.from(parts[name]!).equals(readFileSync(join(root, relative('originals', name))))).toBe(true)
  })
  it('is asked for in one sentence', () => {
    const wrong = spawnSync(process.execPath, [program, 'fair', join(root, 'none.rum'), join(root, 'x.zip')], { encoding: 'utf8' })
    expect([wrong.status, wrong.stderr.trim()]).toEqual([2, expect.stringMatching(/^rum fair: .*none\.rum does not exist\.$/)])
  })
})
