import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

interface ColumnFacts { name: string; unit?: string; count?: number; first?: number; last?: number; min?: number; max?: number; type?: string }
interface FileFacts { file: string; notes: string; technique: string; expected: { tables?: { table: string; rows: number; columns: ColumnFacts[] }[] } }

const root = process.env['RUM_CORPUS'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url))
const instruments = join(root, 'instruments')
const facts = (existsSync(instruments) ? readdirSync(instruments) : []).flatMap((folder) => {
  const manifest = join(instruments, folder, 'MANIFEST.json')
  return existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as { files: FileFacts[] }).files.map((one) => ({ ...one, path: join(dirname(manifest), one.file), name: `${folder}/${one.file}` })) : []
})
const mechanism = existsSync(join(root, 'mechanism', 'MANIFEST.json'))
  ? (JSON.parse(readFileSync(join(root, 'mechanism', 'MANIFEST.json'), 'utf8')) as { files: { file: string }[] }).files.map(({ file }) => ({ name: file, path: join(root, 'mechanism', file) })) : []
if (facts.length + mechanism.length === 0) console.info(`Every file of the corpus: skipped, no ${root}`)

interface Report { readonly file: string; readonly status: string; readonly reason?: string; readonly measurements: readonly { readonly columns: readonly ColumnReport[] }[] }
interface ColumnReport { readonly unit: string; readonly rows: number; readonly first: number | null; readonly last: number | null; readonly min: number | null; readonly max: number | null }

/** As a user would: the command itself, all files in one go. */
function reportsOf(paths: readonly string[]): Report[] {
  const { stdout } = spawnSync(process.execPath, [join('out', 'main', 'rum.js'), 'read', ...paths, '--json'], { maxBuffer: 1 << 30, encoding: 'utf8' })
  return JSON.parse(stdout) as Report[]
}
const near = (value: number | null, expected: number | undefined): boolean => expected === undefined || (typeof value === 'number' && Math.abs(value - expected) <= 1e-6 * Math.abs(expected) + 1e-30)

/** The facts spell some units in other words: by their type (PalmSens) or with other letters. */
const spellings = new Map(Object.entries({
  ohm: 'Ω', ohms: 'Ω', zre: 'Ω', zim: 'Ω', z: 'Ω', 'ma.h': 'ma·h', volt: 'v', microampere: 'µa', microcoulomb: 'µc', hertz: 'hz', time: 's', phase: '°', deg: '°', 'deg c': '°c', farad: 'f', fahradreal: 'f', fahradimaginary: 'f', y: 's', yre: 's', yim: 's', '##': '#',
  nanometers: 'nm', absorbance: 'a', minutes: 'min'
}).map(([key, value]) => [key, value.toLowerCase()]))
const spelled = (unit: string): string => {
  const word = unit.replace(/ \(unit symbol in file.*$/, '').trim().toLowerCase()
  return spellings.get(word) ?? word
}

/** Columns of the facts of which no column of the report has the unit, the rows and the numbers. */
const missing = ({ expected }: FileFacts, report: Report): string[] => (expected.tables ?? []).flatMap((table) => table.columns.filter((column) => column.first !== undefined && !report.measurements.some(({ columns }) =>
  columns.some((own) => (column.unit === undefined || spelled(own.unit) === spelled(column.unit)) && own.rows >= (column.count ?? table.rows) && (['first', 'min', 'max'] as const).every((key) => near(own[key], column[key])) && (near(own.last, column.last) || (own.last === null && own.rows > (column.count ?? table.rows))))))
  .map(({ name, unit = '' }) => `${table.table}: ${name} ${unit}`))

describe.skipIf(facts.length + mechanism.length === 0)('every real file, through rum read --json', () => {
  const reports = new Map<string, Report>()
  let good = 0
  beforeAll(() => {
    const all = [...facts, ...mechanism]
    reportsOf(all.map(({ path }) => path)).forEach((report, i) => reports.set(all[i]!.name, report))
  }, 180_000)
  afterAll(() => console.info(`${good} of ${facts.length + mechanism.length} real files give the facts that independent readers found, or the sentence that says what is wrong.`))

  it.each(facts)('$name', (file) => {
    const report = reports.get(file.name)!
    if (/ZERO BYTES|before any data/.test(`${file.notes} ${file.technique}`)) expect(report).toMatchObject({ status: 'error', reason: expect.stringMatching(/empty|before any data/) as string })
    else {
      expect(['ok', 'partial', 'duplicate'], report.reason).toContain(report.status)
      expect(missing(file, report)).toEqual([])
    }
    good += 1
  })
  // What their numbers must be stands in the tests of their kind; here that the command reads them.
  it.each(mechanism)('mechanism/$name', ({ name }) => {
    const { status, reason, measurements } = reports.get(name)!
    if (name.endsWith('.json')) expect({ status, reason }).toEqual({ status: 'unrecognised', reason: expect.stringContaining('No known instrument wrote this text') as string })
    else if (status === 'ignored') expect(reason).toMatch(/^Read together with /)
    else {
      expect(['ok', 'partial', 'duplicate'], reason).toContain(status)
      expect(measurements.length).toBeGreaterThan(0)
    }
    good += 1
  })
})
