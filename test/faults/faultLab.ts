import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Driver } from '../../src/main/store/driver'
import { readFiles, readLocations } from '../../src/main/store/files'
import { readMeasurement, readSummaries } from '../../src/main/store/measurements'
import { openStore } from '../../src/main/store/openStore'
import { readOriginal } from '../../src/main/store/originals'
import { readOutcomes } from '../../src/main/store/outcomes'
import { sha256Bytes } from '../../src/main/store/sha256'
import { winEprPair } from '../shared/readers/winEpr/fixture'

const catalysts = ['RuFe-NC', 'RuCo-NC', 'RuNi-NC']
const potentials = ['-0.2', '-0.3', '-0.4']

const lastYear = new Date('2025-06-13T13:13:28Z')

/** mulberry32: the same seed gives the same faults on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A chronoamperometry of CHI that no other number `i` gives. */
export function traceOf(i: number, rows = 60): string {
  const values = Array.from({ length: rows }, (_, k) => `${(k * 60).toFixed(1)}, -${(1e-2 * (1 + 0.05 * Math.sin(i + 0.7 * k))).toExponential(4)}`)
  return ['June 13, 2026   13:13:28', 'Amperometric i-t Curve', `File: a${i}`, 'Data Source:  Experiment', 'Instrument Model:  CHI760E', 'Header: ', 'Note: ', '',
    `Init E (V) = ${potentials[i % 3]!}`, '', 'Time/sec, Current/A', '', ...values, ''].join('\r\n')
}
export const traceName = (i: number): string => `${catalysts[Math.floor(i / 3) % 3]!}/${catalysts[Math.floor(i / 3) % 3]!}_CA_${potentials[i % 3]!}V_r${i}.txt`

/** One run per trace with its two readings, and the calibration: enough for charges, efficiencies and yields. */
function runSheet(count: number): string {
  const header = 'file,catalyst,run,role,analyte,potential (V),reference,area (cm2),loading (mg/cm2),volume (mL),dilution,absorbance,concentration (ug/mL)'
  const standards = [[0.02, 0], [0.21, 0.5], [0.4, 1], [0.78, 2]].map(([absorbance, concentration]) => `,,,standard,NH3,,,,,,,${absorbance},${concentration}`)
  const runs = Array.from({ length: count }, (_, i) => {
    const name = traceName(i).split('/')[1]!
    const catalyst = catalysts[Math.floor(i / 3) % 3]!
    return [`${name},${catalyst},R${i},,,${potentials[i % 3]!},RHE,1,0.5,30,,,`, `,,R${i},,NH3,,,,,,50,${(0.3 + 0.001 * i).toFixed(3)},`]
  })
  return [header, ...standards, ...runs.flat(), ''].join('\n')
}

/**
 * `count` traces, a spectrum in two files, a run sheet for the first dozen, and what every folder has too: copies, an empty file, rubbish, a lock file.
 * All of them last year's: of files just written some may wait to settle and others not, and the copy that is read first gives its name to the rest.
 */
export function writeLab(lab: string, count: number): void {
  const put = (name: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(lab, name)), { recursive: true })
    writeFileSync(join(lab, name), content)
    utimesSync(join(lab, name), lastYear, lastYear)
  }
  for (let i = 0; i < count; i += 1) put(traceName(i), traceOf(i))
  put('copies/again.txt', traceOf(0))
  put('copies/and again.txt', traceOf(0))
  const { par, spc } = winEprPair(Array.from({ length: 64 }, (_, i) => i), true)
  put('epr/dmpo.par', par)
  put('epr/dmpo.spc', spc)
  put('empty.txt', '')
  put('rubbish.bin', Uint8Array.from({ length: 3000 }, (_, i) => (i * 131) & 255))
  put('~$runsheet.xlsx', 'lock')
  put('runsheet.csv', runSheet(Math.min(count, 12)))
}

/** How many files there are beside the traces. */
export const otherFiles = 8

export interface Content { readonly places: readonly string[]; readonly measurements: readonly string[]; readonly originals: readonly string[]; readonly results: readonly string[] }

/** All that a project holds, in words that two runs share: places, numbers, originals and results, without times. */
export function contentOf(driver: Driver): Content {
  const files = new Map(readFiles(driver).map((file) => [file.id, file]))
  return {
    places: readLocations(driver).map(({ path, fileId, missing }) => {
      const file = files.get(fileId)
      return `${path} ${fileId} ${file?.status} ${file?.reader} ${file?.sha256} ${missing ? 'missing' : ''}`
    }).sort(),
    measurements: readSummaries(driver).map(({ id }) => `${id} ${sha256Bytes(Buffer.from(JSON.stringify(readMeasurement(driver, id).columns.map(({ name, values }) => [name, ...values]))))}`).sort(),
    originals: driver.all<{ sha256: string }>('SELECT sha256 FROM originals ORDER BY sha256').map(({ sha256 }) => `${sha256} ${sha256Bytes(readOriginal(driver, sha256)!)}`),
    results: readOutcomes(driver).flatMap((outcome) => outcome.results.map((result) => JSON.stringify(result))).sort()
  }
}

/** Which of several equal files came first is chance when one of them could not be opened: they are told by their bytes, and sums in another order to 12 digits. */
export function withoutOrder({ places, measurements, originals, results }: Content): Content {
  const status = (line: string): string => line.replace(/ f[0-9a-f]{12}(-\d+)? /, ' ')
  const ids = new Map(places.map((line) => [/ (f[0-9a-f]{12}(?:-\d+)?) /.exec(line)![1]!, / ([0-9a-f]{64}) /.exec(line)?.[1] ?? line]))
  const byBytes = (text: string): string => [...ids].reduce((now, [id, bytes]) => now.replaceAll(id, bytes), text)
  return { places: places.map(status), originals, measurements: measurements.map(byBytes).sort(), results: results.map((result) => JSON.stringify({ ...(JSON.parse(result, to12Digits) as object), inputs: [] })).sort() }
}

const to12Digits = (_key: string, value: unknown): unknown => (typeof value === 'number' ? Number(value.toPrecision(12)) : value)

export function contentOfFile(project: string): Content {
  const driver = openStore(project, { create: false })
  try {
    return contentOf(driver)
  } finally {
    driver.close()
  }
}

/** What must hold of a project at every moment: SQLite's own check, no measurement without its columns, no file without a place, no copy counted as a second one. */
export function brokenRules(driver: Driver): string[] {
  const count = (sql: string): number => driver.get<{ n: number }>(sql)?.n ?? -1
  const check = driver.get<{ integrity_check: string }>('PRAGMA integrity_check')?.integrity_check
  return [
    ...(check === 'ok' ? [] : [`integrity: ${check}`]),
    ...Object.entries({
      'measurements without all columns': 'SELECT count(*) AS n FROM measurements m WHERE json_array_length(summary, \'$.columns\') <> (SELECT count(*) FROM columns WHERE measurementId = m.id)',
      'columns of no measurement': 'SELECT count(*) AS n FROM columns WHERE measurementId NOT IN (SELECT id FROM measurements)',
      'measurements of no file': 'SELECT count(*) AS n FROM measurements WHERE fileId NOT IN (SELECT id FROM files)',
      'files without a place': 'SELECT count(*) AS n FROM files WHERE id NOT IN (SELECT fileId FROM locations)',
      'contents counted twice': 'SELECT count(*) AS n FROM (SELECT contentKey FROM files WHERE contentKey <> \'\' AND bytes > 0 GROUP BY contentKey HAVING count(*) > 1)',
      'files whose original is not kept': 'SELECT count(*) AS n FROM files WHERE contentKey <> \'\' AND bytes > 0 AND sha256 NOT IN (SELECT sha256 FROM originals)'
    }).flatMap(([what, sql]) => (count(sql) === 0 ? [] : [`${count(sql)} ${what}`]))
  ]
}
