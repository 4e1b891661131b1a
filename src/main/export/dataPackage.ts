import { createHash } from 'node:crypto'
import { analyses } from '../../shared/analyses'
import type { Exported } from '../../shared/api'
import { findingKey } from '../../shared/checks/findingKey'
import { csvLine } from '../../shared/dataPackage/csv'
import { conditionsCsv, entriesCsv, findingsCsv, measurementPath, methodsJson, resultsCsv } from '../../shared/dataPackage/packageTables'
import { packageReadme } from '../../shared/dataPackage/readme'
import { roCrate, type CrateFile } from '../../shared/dataPackage/roCrate'
import type { Measurement } from '../../shared/measurement'
import { nameOfPath } from '../../shared/storedPath'
import { appVersion } from '../appVersion'
import type { Project } from '../project/project'
import { readDefaults } from '../project/projectSettings'
import { readAcknowledgements } from '../store/acknowledgements'
import { readFiles } from '../store/files'
import { readMeasurement } from '../store/measurements'
import { originalNames } from '../store/originalNames'
import { readOriginal } from '../store/originals'
import { writeFileSafely } from './writeFileSafely'
import { zipped, type Part } from './zipped'

const rowsAtOnce = 2000

/**
 * A zip with which another program can compute every number again: originals, columns, conditions, results, methods, and a list of all that
 * with SHA-256 sums (RO-Crate 1.1). Written whole or not at all.
 */
export async function writeDataPackage(project: Project, path: string, now: () => Date): Promise<Exported> {
  const { name, simulated } = project.state()
  const entries = project.entries()
  const outcomes = project.outcomes()
  const reasons = readAcknowledgements(project.driver)
  const originals = originalNames(project.driver)
  const nameOfOriginal = new Map(originals.map((original) => [original.sha256, `originals/${original.name}`]))
  const files = new Map(readFiles(project.driver).map(({ id, sha256 }) => [id, { sha256, original: nameOfOriginal.get(sha256) ?? null }]))
  const tables: readonly (readonly [path: string, about: string, text: string])[] = [
    ['README.md', 'What lies here and how to compute the numbers again', packageReadme(name, appVersion, simulated)],
    ['results.csv', 'Every result with its uncertainty, conditions and terms', resultsCsv(outcomes)],
    ['entries.csv', 'What each id is', entriesCsv(entries, files)],
    ['conditions.csv', 'Every condition with its origin', conditionsCsv(entries)],
    ['findings.csv', 'What the plausibility rules found', findingsCsv(project.findings().map((finding) => ({ finding, acknowledged: reasons.get(findingKey(finding)) ?? null })))],
    ['methods.json', 'Equations, settings and constants', methodsJson(outcomes, analyses, readDefaults(project.driver))]
  ]
  const listed: CrateFile[] = []
  /** Passes the pieces on and notes their sum for the list at the end. */
  function part(file: string, about: string, pieces: Iterable<Uint8Array>): Part {
    return { name: file, chunks: (function* () {
      const hash = createHash('sha256')
      let bytes = 0
      for (const piece of pieces) {
        hash.update(piece)
        bytes += piece.length
        yield piece
      }
      listed.push({ path: file, about, bytes, sha256: hash.digest('hex') })
    })() }
  }
  return writeFileSafely(path, zipped((async function* () {
    for (const [file, about, text] of tables) yield part(file, about, [Buffer.from(text)])
    for (const { id, path: from, measurement } of entries) if (measurement) yield part(measurementPath(id), `${measurement.technique} of ${nameOfPath(from)}`, columnsCsv(readMeasurement(project.driver, id)))
    for (const { sha256, name: file } of originals) yield part(`originals/${file}`, 'Original file', [readOriginal(project.driver, sha256)!])
    yield { name: 'ro-crate-metadata.json', chunks: [Buffer.from(roCrate({ project: name, appVersion, at: now().toISOString(), simulated, files: listed }))] }
  })()))
}

function* columnsCsv({ columns }: Measurement): Generator<Uint8Array> {
  yield Buffer.from(csvLine(columns.map(({ name, unit }) => (unit === '' ? name : `${name} [${unit}]`))))
  const rows = columns.reduce((most, { values }) => Math.max(most, values.length), 0)
  for (let from = 0; from < rows; from += rowsAtOnce) {
    let text = ''
    for (let row = from; row < Math.min(rows, from + rowsAtOnce); row += 1) text += csvLine(columns.map(({ values, labels }) => (labels ? labels[values[row] ?? -1] : values[row])))
    yield Buffer.from(text)
  }
}
