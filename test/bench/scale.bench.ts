import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, it } from 'vitest'
import { openProject } from '../../src/main/project/project'
import { bestMs, printTable } from './measure'

/** A laboratory over the years: RUM_SCALE=100,1000,10000 files at most; `npm run bench -- scale`. */
const counts = (process.env['RUM_SCALE'] ?? '100,1000,10000').split(',').map(Number)
const root = mkdtempSync(join(tmpdir(), 'rum-scale-'))
const out = resolve('out/main')
const catalysts = ['RuFe-NC', 'RuCo-NC', 'RuNi-NC', 'RuCu-NC', 'Ru-NC']
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** `count` chronoamperometries of 200 rows, no two alike, 200 in a folder. */
function writeTraces(folder: string, count: number): void {
  for (let i = 0; i < count; i += 1) {
    const catalyst = catalysts[i % catalysts.length]!
    const potential = (-0.1 * (1 + (i % 5))).toFixed(1)
    const day = join(folder, catalyst, `day${Math.floor(i / 200)}`)
    mkdirSync(day, { recursive: true })
    const rows = Array.from({ length: 200 }, (_, k) => `${(k * 18).toFixed(1)}, -${(1e-2 * (1 + 0.01 * Math.sin(i + 0.7 * k))).toExponential(4)}`)
    writeFileSync(join(day, `${catalyst}_CA_${potential}V_${i}.txt`), ['June 13, 2026   13:13:28', 'Amperometric i-t Curve', `File: a${i}`, 'Data Source:  Experiment', 'Instrument Model:  CHI760E', 'Header: ', 'Note: ', '', `Init E (V) = ${potential}`, '', 'Time/sec, Current/A', '', ...rows, ''].join('\r\n'))
  }
}
/** The least that any program would do: every file opened and read once. */
const readAll = (folder: string): void => {
  for (const name of readdirSync(folder, { recursive: true, withFileTypes: true })) if (name.isFile()) readFileSync(join(name.parentPath, name.name))
}

describe('years of work', () => {
  it('is read, opened and edited', () => {
    if (!existsSync(join(out, 'rum.js'))) throw new Error('run npm run build first')
    const rows = counts.map((count) => {
      const folder = join(root, `lab${count}`)
      const path = join(root, `p${count}.rum`)
      writeTraces(folder, count)
      const atExit = `data:text/javascript,${encodeURIComponent('process.on("exit", () => process.stderr.write(`maxRSS=${process.resourceUsage().maxRSS}`))')}`
      const started = performance.now()
      const { stderr } = spawnSync(process.execPath, ['--import', atExit, join(out, 'rum.js'), 'analyse', folder, '--project', path], { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
      const ingest = (performance.now() - started) / 1000
      const floor = bestMs(() => readAll(folder), 1) / 1000
      const memory = Number(/maxRSS=(\d+)/.exec(stderr)?.[1]) / 1024
      const workerFile = pathToFileURL(join(out, 'readWorker.js'))
      const opening = performance.now()
      const project = openProject({ path, create: false, workerFile, appVersion: 'bench', emit: () => undefined })
      project.outcomes()
      project.state()
      const open = performance.now() - opening
      const [entry] = project.entries()
      let volume = 10
      const edit = bestMs(() => project.execute({ kind: 'setField', entries: [entry!.id], field: 'volume_mL', value: (volume += 1) }), 5)
      void project.close()
      return [count, ingest.toFixed(1), floor.toFixed(2), (1000 * ingest / count).toFixed(1), memory.toFixed(0), open.toFixed(0), edit.toFixed(0)]
    })
    printTable('A project as it grows', ['files', 'read and analysed / s', 'floor: every file read once / s', 'ms per file', 'most memory / MB', 'opened / ms', 'one edited field / ms'], rows)
  })
})
