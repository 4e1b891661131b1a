import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, it } from 'vitest'
import { traceOf } from '../faults/faultLab'
import { printTable } from './measure'

/** Files already in a folder at the first start: RUM_FOLDER=1000,10000,100000,500000; `npm run build && npm run bench -- folder`. */
const counts = (process.env['RUM_FOLDER'] ?? '1000,10000').split(',').map(Number)
const root = mkdtempSync(join(process.env['RUM_FOLDER_AT'] ?? tmpdir(), 'rum-folder-'))
const program = resolve('out/main/rum.js')
afterAll(() => rmSync(root, { recursive: true, force: true }))

const perFolder = 500
const lastYear = new Date('2025-06-13T13:13:28Z')
/** Of a hundred files sixty are none of our business by their name, thirty-nine are texts of a foreign program, and one is a trace of 60 rows. */
function fileOf(i: number): readonly [name: string, content: string] {
  const kind = i % 100
  if (kind < 60) return [`acquisition ${i}.${['tmp', 'bak', 'lock'][i % 3]!}`, `buffer ${i}`]
  if (kind < 99) return [`pump_${i}.log`, `pump log ${i}\nspeed set to ${i % 400} by the valve controller\npressure in range, no alarm\n`]
  return [`RuFe-NC_CA_-0.${1 + ((i / 100) % 5 | 0)}V_${i}.txt`, traceOf(i)]
}
function writeFolder(folder: string, count: number): void {
  for (let i = 0; i < count; i += 1) {
    const part = join(folder, `week ${Math.floor(i / perFolder / 20)}`, `day ${Math.floor(i / perFolder)}`)
    if (i % perFolder === 0) mkdirSync(part, { recursive: true })
    const [name, content] = fileOf(i)
    writeFileSync(join(part, name), content)
    utimesSync(join(part, name), lastYear, lastYear)
  }
}
/** The least that any program would do: every folder listed, every file asked for its state. */
function walk(folder: string): number {
  let bytes = 0
  for (const item of readdirSync(folder, { withFileTypes: true })) bytes += item.isDirectory() ? walk(join(folder, item.name)) : statSync(join(folder, item.name)).size
  return bytes
}

interface Run { readonly readySeconds: number; readonly peakMegabytes: number; readonly watches: number; readonly handles: number }
/** `rum watch` until it says that all is read; what it takes of the system is asked of Linux. */
async function watchUntilReady(folder: string, project: string): Promise<Run> {
  const started = performance.now()
  const child = spawn(process.execPath, [program, 'watch', folder, '--project', project], { stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  let said = ''
  const ready = new Promise<void>((done) => child.stderr.on('data', (data: Buffer) => {
    said += data.toString()
    if (said.includes('watching; ')) done()
  }))
  await Promise.race([ready, ended.then(() => { throw new Error(`rum watch ended: ${said}`) })])
  const readySeconds = (performance.now() - started) / 1000
  const of = `/proc/${child.pid}`
  const peakMegabytes = existsSync(of) ? Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`${of}/status`, 'utf8'))?.[1]) / 1024 : Number.NaN
  const handles = existsSync(of) ? readdirSync(`${of}/fd`) : []
  const watches = handles.reduce((sum, fd) => sum + (readFileSync(`${of}/fdinfo/${fd}`, 'utf8').match(/^inotify wd/gm)?.length ?? 0), 0)
  child.kill('SIGTERM')
  await ended
  return { readySeconds, peakMegabytes, watches, handles: handles.length }
}

describe('a folder that is full already', () => {
  it('is read at the first start, and looked through at the second', async () => {
    if (!existsSync(program)) throw new Error('run npm run build first')
    const rows = []
    for (const count of counts) {
      const folder = join(root, `full${count}`)
      const project = join(root, `p${count}.rum`)
      writeFolder(folder, count)
      const walking = performance.now()
      walk(folder)
      const floor = (performance.now() - walking) / 1000
      const first = await watchUntilReady(folder, project)
      const second = await watchUntilReady(folder, project)
      rows.push([count, first.readySeconds.toFixed(1), ((1000 * first.readySeconds) / count).toFixed(2), floor.toFixed(2), first.peakMegabytes.toFixed(0), second.readySeconds.toFixed(1), second.peakMegabytes.toFixed(0), (statSync(project).size / 1e6).toFixed(0), first.watches, first.handles])
      rmSync(folder, { recursive: true, force: true })
      rmSync(project, { force: true })
    }
    printTable('A folder that is full already', ['files', 'first start / s', 'ms per file', 'floor: every file listed and asked for its state / s', 'most memory / MB', 'second start / s', 'most memory / MB', 'project / MB', 'inotify watches', 'open handles'], rows)
  }, 3_600_000)
})
