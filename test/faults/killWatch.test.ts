import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { simulateLab } from '../../src/main/cli/simulate'
import { openStore } from '../../src/main/store/openStore'
import { readFiles, readLocations } from '../../src/main/store/files'
import { readOutcomes } from '../../src/main/store/outcomes'
import { readSummaries } from '../../src/main/store/measurements'

/** kill -9 of `rum watch` in the middle of an ingest: the next start goes on, nothing lost, nothing twice. RUM_KILLS=500 is the long run. */
const program = join(import.meta.dirname, '../../out/main/rum.js')
const kills = Number(process.env.RUM_KILLS ?? 8)
const root = mkdtempSync(join(tmpdir(), 'rum-kill-'))
const lab = join(root, 'lab')

interface Content { files: string[]; measurements: string[]; results: string[] }

function contentOf(project: string): Content {
  const driver = openStore(project, { create: false })
  try {
    const paths = new Map(readLocations(driver).map((location) => [location.fileId, location.path]))
    return {
      files: readFiles(driver).map((file) => `${paths.get(file.id)} ${file.status} ${file.sha256}`).sort(),
      measurements: readSummaries(driver).map((m) => `${m.id} ${m.summary.technique} ${JSON.stringify(m.summary.columns)}`).sort(),
      results: readOutcomes(driver).flatMap((outcome) => outcome.results.map((r) => JSON.stringify(r))).sort()
    }
  } finally {
    driver.close()
  }
}

const start = (project: string): ChildProcess => spawn(process.execPath, [program, 'watch', lab, '--project', project], { stdio: ['ignore', 'pipe', 'pipe'] })
const ended = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once('exit', (code) => resolve(code)))

/** Runs until it says that it only watches, then ends it as a user would. */
async function runToEnd(project: string): Promise<number | null> {
  const child = start(project)
  await new Promise<void>((resolve) => child.stderr!.on('data', (data: Buffer) => { if (data.toString().includes('watching')) resolve() }))
  child.kill('SIGTERM')
  return ended(child)
}

describe('rum watch under kill -9', () => {
  let undisturbed: Content
  beforeAll(async () => {
    if (!existsSync(program)) throw new Error('run npm run build first: this test starts the built program')
    await simulateLab(lab, { seed: 1 })
    const project = join(root, 'undisturbed.rum')
    expect(await runToEnd(project)).toBe(0)
    undisturbed = contentOf(project)
  }, 120_000)
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  it('ends cleanly and holds every file when it is not disturbed', () => {
    expect(undisturbed.files.length).toBeGreaterThan(50)
    expect(undisturbed.results.length).toBeGreaterThan(100)
  })

  it(`gives the same project after ${kills} kills at different moments`, async () => {
    const project = join(root, 'killed.rum')
    for (let i = 0; i < kills; i += 1) {
      const child = start(project)
      await new Promise((resolve) => setTimeout(resolve, 150 + ((i * 137) % 900)))
      child.kill('SIGKILL')
      await ended(child)
      if (existsSync(project)) {
        // What is there must be whole at every moment, on a copy so that the check changes nothing.
        const copy = join(root, `copy-${i}.rum`)
        cpSync(project, copy)
        if (existsSync(`${project}-wal`)) cpSync(`${project}-wal`, `${copy}-wal`)
        const driver = openStore(copy, { create: false })
        expect(driver.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' })
        const orphans = driver.get<{ n: number }>('SELECT count(*) AS n FROM measurements WHERE id NOT IN (SELECT measurementId FROM columns) AND json_array_length(summary, \'$.columns\') > 0')
        expect(orphans?.n).toBe(0)
        driver.close()
      }
    }
    expect(await runToEnd(project)).toBe(0)
    const after = contentOf(project)
    expect(after.files).toEqual(undisturbed.files)
    expect(after.measurements).toEqual(undisturbed.measurements)
    expect(after.results).toEqual(undisturbed.results)
  }, 60_000 + kills * 5_000)
})
