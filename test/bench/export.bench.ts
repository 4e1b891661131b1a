import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, describe, it } from 'vitest'
import * as XLSX from 'xlsx'
import { unzipSync } from 'fflate'
import { exportSummary } from '../../src/main/export/exportSummary'
import { openProject } from '../../src/main/project/project'
import { labs, writtenLab } from './labs'
import { printTable } from './measure'

/** The Excel summary of a laboratory over the years, beside SheetJS writing the cells alone: RUM_EXPORT=100,1000,10000 files; `npm run bench -- export`. */
const counts = (process.env['RUM_EXPORT'] ?? '100,1000,10000').split(',').map(Number)
const root = mkdtempSync(join(tmpdir(), 'rum-export-'))
const out = resolve('out/main')
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('the Excel summary', () => {
  it.each(labs)('%s', async (what, write) => {
    if (!existsSync(join(out, 'rum.js'))) throw new Error('run npm run build first')
    const rows: string[][] = []
    for (const count of counts) {
      const { folder, path } = writtenLab(root, write, count)
      spawnSync(process.execPath, [join(out, 'rum.js'), 'analyse', folder, '--project', path], { stdio: 'ignore' })
      rows.push([String(count), ...await exported(path, join(root, 'summary.xlsx'))])
    }
    printTable(`Excel summary: ${what}`, ['files', 'export / s', 'longest stall of the project’s process / ms', 'cells', 'size / MB', 'memory over before / MB', 'SheetJS, the same cells without charts, formulas and looks / s'], rows)
  })
})

async function exported(path: string, target: string): Promise<string[]> {
  const project = openProject({ path, create: false, workerFile: pathToFileURL(join(out, 'readWorker.js')), appVersion: 'bench', emit: () => undefined })
  project.outcomes()
  const before = process.memoryUsage.rss()
  const stalls = monitorEventLoopDelay({ resolution: 5 })
  await new Promise((resume) => setTimeout(resume, 50))
  stalls.enable()
  const started = performance.now()
  const written = (await exportSummary(project, target))!.path
  const seconds = (performance.now() - started) / 1000
  await new Promise((resume) => setTimeout(resume, 20))
  stalls.disable()
  const memory = (process.memoryUsage.rss() - before) / 2 ** 20
  await project.close()
  const book = XLSX.read(readFileSync(written))
  const cells = Object.values(book.Sheets).reduce((sum, sheet) => sum + Object.keys(sheet).filter((key) => !key.startsWith('!')).length, 0)
  const plain = XLSX.utils.book_new()
  for (const [name, sheet] of Object.entries(book.Sheets)) XLSX.utils.book_append_sheet(plain, XLSX.utils.aoa_to_sheet(XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1 })), name)
  const peer = performance.now()
  XLSX.write(plain, { type: 'buffer', compression: true })
  const peerSeconds = (performance.now() - peer) / 1000
  const charts = Object.keys(unzipSync(new Uint8Array(readFileSync(written)))).filter((part) => part.startsWith('xl/charts/chart')).length
  return [seconds.toFixed(2), (stalls.max / 1e6).toFixed(0), `${cells} and ${charts} charts`, (statSync(written).size / 2 ** 20).toFixed(1), memory.toFixed(0), peerSeconds.toFixed(2)]
}
