import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, it } from 'vitest'
import { openProject } from '../../src/main/project/project'
import { asWindow } from './asWindow'
import { labs, writtenLab } from './labs'
import { bestMs, printTable } from './measure'

/** A laboratory over the years: RUM_SCALE=100,1000,10000 files at most; `npm run bench -- scale`. */
const counts = (process.env['RUM_SCALE'] ?? '100,1000,10000').split(',').map(Number)
const root = mkdtempSync(join(tmpdir(), 'rum-scale-'))
const out = resolve('out/main')
/** The same as the built program's: another version would look at everything anew. */
const appVersion = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** The least that any program would do: every file opened and read once. */
const readAll = (folder: string): void => {
  for (const name of readdirSync(folder, { recursive: true, withFileTypes: true })) if (name.isFile()) readFileSync(join(name.parentPath, name.name))
}

describe('years of work', () => {
  it.each(labs)('%s', async (what, write) => {
    if (!existsSync(join(out, 'rum.js'))) throw new Error('run npm run build first')
    const rows: string[][] = []
    for (const count of counts) {
      const { folder, path } = writtenLab(root, write, count)
      const atExit = `data:text/javascript,${encodeURIComponent('process.on("exit", () => process.stderr.write(`maxRSS=${process.resourceUsage().maxRSS}`))')}`
      const started = performance.now()
      const { stderr } = spawnSync(process.execPath, ['--import', atExit, join(out, 'rum.js'), 'analyse', folder, '--project', path], { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
      const ingest = (performance.now() - started) / 1000
      const floor = bestMs(() => readAll(folder), 1) / 1000
      const memory = Number(/maxRSS=(\d+)/.exec(stderr)?.[1]) / 1024
      rows.push([count, ingest.toFixed(1), floor.toFixed(2), (1000 * ingest / count).toFixed(1), memory.toFixed(0), ...await openedAndEdited(path)].map(String))
    }
    printTable(`A project as it grows: ${what}`, ['files', 'read and analysed / s', 'floor: every file read once / s', 'ms per file', 'most memory / MB', 'first view / ms', 'all looked through / ms', 'one edited field / ms', 'and compared / ms'], rows)
  })
})

/** As the window does: open, show a catalyst, then bring everything up to date; then edit the volume of an electrolysis. */
async function openedAndEdited(path: string): Promise<string[]> {
  const opening = performance.now()
  const project = openProject({ path, create: false, workerFile: pathToFileURL(join(out, 'readWorker.js')), appVersion, emit: () => undefined })
  const catalyst = project.state().catalysts.find(({ entries }) => entries > 0)!.name
  const ask = asWindow(project, catalyst)
  ask()
  const view = performance.now() - opening
  const looking = performance.now()
  const entry = project.entries().find(({ fields, measurement }) => fields.catalyst?.value === catalyst && measurement?.technique === 'CA')!
  const look = performance.now() - looking
  let volume = 10
  const times = Array.from({ length: 7 }, () => {
    const editing = performance.now()
    project.execute({ kind: 'setField', entries: [entry.id], field: 'volume_mL', value: (volume += 1) })
    ask()
    const edited = performance.now()
    project.outcomes()
    return [edited - editing, performance.now() - edited] as const
  })
  const middle = (which: 0 | 1): string => times.map((time) => time[which]).sort((a, b) => a - b)[3]!.toFixed(0)
  await project.close()
  return [view.toFixed(0), look.toFixed(0), middle(0), middle(1)]
}
