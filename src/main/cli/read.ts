import { existsSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { ignoredByName } from '../ingest/ignoreName'
import { createReaderPool } from '../ingest/readerPool'
import { readerIds, type ReadOutcome } from '../ingest/readFile'
import { summariseColumn, type Measurement } from '../../shared/measurement'
import type { FileStatus } from '../../shared/api'
import { parseCommand, CliError, type Cli } from './cliError'

export interface FileReport {
  readonly file: string
  readonly format: string | null
  readonly vendor: string | null
  readonly status: FileStatus
  readonly reason?: string
  readonly measurements: readonly object[]
  readonly rows?: readonly object[]
  readonly problems?: readonly object[]
}

/** `rum read FILE… --json`: contracts.md section 4. */
export async function readCommand(args: readonly string[], cli: Cli): Promise<number> {
  const { values, positionals } = parseCommand(args, { json: { type: 'boolean', default: false }, reader: { type: 'string' } })
  if (positionals.length === 0) throw new CliError('name at least one file: rum read FILE…')
  if (values.reader !== undefined && !readerIds().includes(values.reader)) throw new CliError(`--reader ${values.reader} is none of the formats; they are ${readerIds().join(', ')}.`)
  const pool = createReaderPool(cli.workerFile)
  const seen = new Map<string, string>()
  const reports: FileReport[] = []
  try {
    for (const file of positionals) reports.push(await report(file, values.reader ?? null, pool, seen))
  } finally {
    await pool.close()
  }
  if (values.json) process.stdout.write(`${JSON.stringify(reports, null, 1)}\n`)
  else for (const one of reports) process.stdout.write(textOf(one))
  for (const one of reports) if (one.status !== 'ok' && one.reason !== undefined && !values.json) process.stderr.write(`${one.file}: ${one.reason}\n`)
  return reports.every(({ status }) => status === 'ok' || status === 'partial') ? 0 : 1
}

const nothing = { format: null, vendor: null, measurements: [] }

async function report(file: string, reader: string | null, pool: ReturnType<typeof createReaderPool>, seen: Map<string, string>): Promise<FileReport> {
  const path = resolve(file)
  if (!existsSync(path)) return { file, status: 'error', reason: 'There is no such file.', ...nothing }
  if (statSync(path).isDirectory()) return { file, status: 'error', reason: 'This is a folder; rum analyse reads folders.', ...nothing }
  const ignored = ignoredByName(basename(path))
  if (ignored) return { file, status: 'ignored', reason: ignored, ...nothing }
  let outcome: ReadOutcome
  try {
    outcome = await pool.read({ path, reader, columnNames: null, archive: false })
  } catch (error) {
    return { file, status: 'error', reason: `The file cannot be read (${error instanceof Error ? error.message : 'unknown'}).`, ...nothing }
  }
  const original = outcome.bytes > 0 ? seen.get(outcome.contentKey) : undefined
  seen.set(outcome.contentKey, original ?? file)
  return {
    file, format: outcome.format, vendor: outcome.vendor, status: original === undefined ? outcome.status : 'duplicate',
    ...(original !== undefined ? { reason: `The same bytes as ${original}.` } : outcome.reason === null ? {} : { reason: outcome.reason }),
    measurements: outcome.measurements.map(measurementReport),
    ...(outcome.rows.length > 0 ? { rows: outcome.rows } : {}),
    ...(outcome.problems.length > 0 ? { problems: outcome.problems } : {})
  }
}

function measurementReport(measurement: Measurement): object {
  const { technique, title, columns, segments, settings, facts, header, startedAt, signConvention, warnings, complete } = measurement
  const named = (list: typeof settings): object => Object.fromEntries(list.map(({ name, value }) => [name === '__proto__' ? 'proto' : name, value]))
  return {
    technique, columns: columns.map(summariseColumn), warnings,
    metadata: { title, startedAt, signConvention, complete, ...header, facts: named(facts), settings: named(settings), segments }
  }
}

function textOf({ file, format, status, measurements }: FileReport): string {
  const lines = [`${file}: ${status}${format === null ? '' : `, ${format}`}`]
  for (const measurement of measurements as { technique: string; metadata: { title: string }; columns: { name: string; unit: string; rows: number }[] }[]) {
    const columns = measurement.columns.slice(0, 12).map((column) => column.name).join(', ')
    lines.push(`  ${measurement.technique} ${measurement.metadata.title} (${measurement.columns[0]?.rows ?? 0} rows): ${columns}`)
  }
  return `${lines.join('\n')}\n`
}
