import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, it } from 'vitest'
import { rowsOf } from '../../src/shared/measurement'
import { instrumentFiles } from './instrumentFiles'
import { bestInTurn, printTable } from './measure'
import { dataViewWalk, numberScan } from './numberScan'

/** Megabytes a file; RUM_SIZES=1,10 for a short run. */
const sizes = (process.env['RUM_SIZES'] ?? '1,10,50,200').split(',').map(Number)
/** Parts of the formats' names, RUM_FORMATS=mpt,DTA; all formats without it. */
const wanted = (process.env['RUM_FORMATS'] ?? '').split(',').filter((part) => part !== '').map((part) => part.toLowerCase())
const chosen = instrumentFiles.filter(({ format }) => wanted.length === 0 || wanted.some((part) => format.toLowerCase().includes(part)))
const folder = mkdtempSync(join(tmpdir(), 'rum-readers-'))
const program = resolve('out/main/rum.js')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const atExit = `data:text/javascript,${encodeURIComponent(`import { readFileSync } from 'node:fs'
process.on('exit', () => {
  // The largest size that Node states may be that of the process which started it; Linux knows its own.
  let peak = process.resourceUsage().maxRSS
  try { peak = Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) } catch {}
  process.stderr.write('maxRSS=' + peak)
})`)}`
/** The most memory that `rum read` of this file ever had, in MB. */
function peakMegabytes(name: string, bytes: Uint8Array): number {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  const { stderr } = spawnSync(process.execPath, ['--import', atExit, program, 'read', path], { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
  rmSync(path)
  return (Number(/maxRSS=(\d+)/.exec(stderr)?.[1]) * 1024) / 1e6
}

/** What a script does: each line split, each cell a number where it is one. Milliseconds; null where there is no python3. */
const script = `import sys, time
t = time.perf_counter()
rows = []
for line in open(sys.argv[1], encoding='latin-1'):
    try:
        rows.append([float(cell) for cell in line.replace(',', sys.argv[2]).split() if cell[0] in '-+.0123456789'])
    except ValueError:
        pass
print(1e3 * (time.perf_counter() - t))`
function pythonMs(name: string, bytes: Uint8Array): number | null {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  const { status, stdout } = spawnSync('python3', ['-c', script, path, name.startsWith('comma') ? '.' : ' '], { encoding: 'utf8' })
  rmSync(path)
  return status === 0 ? Number(stdout) : null
}

describe('readers', () => {
  it.each(chosen)('$format', ({ format, reader, isBinary, name, make }) => {
    if (!existsSync(program)) throw new Error('run npm run build first')
    const small = peakMegabytes(name, make(0.05))
    const rows = sizes.map((megabytes) => {
      const bytes = make(megabytes)
      const size = bytes.length / 1e6
      const { measurements } = reader.read({ name, bytes })
      const columns = measurements.flatMap((one) => one.columns)
      const count = columns[0] ? rowsOf(columns[0]) : 0
      const kept = columns.reduce((sum, { values }) => sum + values.length, 0)
      const [ours, floor] = bestInTurn(() => reader.read({ name, bytes }), () => (isBinary ? dataViewWalk(bytes) : numberScan(bytes)))
      // What keeping them costs any reader: the system gives the memory page by page while it is written for the first time.
      const [room] = bestInTurn(() => new Float64Array(kept).fill(1.5), () => undefined, 5, 200)
      const peak = peakMegabytes(name, bytes)
      const python = isBinary || megabytes > 60 ? null : pythonMs(name, bytes)
      return [format, size.toFixed(1), count, ours.toFixed(0), (size / ours * 1000).toFixed(0), (size / floor * 1000).toFixed(0), python === null ? '' : (size / python * 1000).toFixed(0), (floor / ours).toFixed(2), ((floor + room) / ours).toFixed(2), ((peak - small) / size).toFixed(1)]
    })
    printTable(`${format}: as the file grows`, ['format', 'MB', 'rows', 'ms', 'MB/s', isBinary ? 'DataView walk MB/s' : 'number scan MB/s', 'Python, a line at a time MB/s', 'of the floor', 'of the floor and room for its numbers', 'most memory / size'], rows)
  })
})
