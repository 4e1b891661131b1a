import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, it } from 'vitest'
import { readFile } from '../../src/main/ingest/readFile'
import { recordRead } from '../../src/main/ingest/recordFile'
import { openProject } from '../../src/main/project/project'
import { asWindow } from './asWindow'
import { writeElectrolyses, writeTraces } from './labs'
import { printTable, threadTime_ms } from './measure'

/**
 * One edited field in a project kept in memory, so that no disk counts, in processor time of the thread: RUM_EDIT=20,200,2000 electrolyses
 * of the edited catalyst; `npm run bench -- edit`.
 */
const counts = (process.env['RUM_EDIT'] ?? '20,200,2000').split(',').map(Number)
const edits = Number(process.env['RUM_EDITS'] ?? 25)
const root = mkdtempSync(join(tmpdir(), 'rum-edit-'))
afterAll(() => rmSync(root, { recursive: true, force: true }), 120_000)

const labs = [['with conditions, readings and standards', writeElectrolyses, 1], ['traces alone, one catalyst of five', writeTraces, 5]] as const

it.each(labs)('the volume of one electrolysis, and the outcomes of its catalyst ready to send: %s', async (what, write, catalysts) => {
  const rows: string[][] = []
  for (const count of counts) {
    const folder = join(root, `${write.name}${count}`)
    write(folder, count * catalysts)
    const project = openProject({ path: ':memory:', create: true, workerFile: new URL('file:///none'), appVersion: 'bench', emit: () => undefined, pool: { read: () => Promise.reject(new Error('nothing is read here')), close: () => Promise.resolve() } })
    project.driver.transaction(() => {
      for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        const path = join(file.parentPath, file.name)
        if (file.isFile()) recordRead(project.driver, { path, folderId: null, folderPath: folder }, readFile({ path, reader: null, columnNames: null, archive: false }), () => true, new Date().toISOString())
      }
    })
    const looking = threadTime_ms()
    const entries = project.entries()
    const look = threadTime_ms() - looking
    const traces = entries.filter(({ measurement }) => measurement?.technique === 'CA')
    const entry = traces[Math.floor(traces.length / 2)]!
    const catalyst = entry.fields.catalyst!.value
    const ready = asWindow(project, catalyst)
    await project.settled()
    ready()
    let volume = 10
    const times = Array.from({ length: edits }, () => {
      const editing = threadTime_ms()
      project.execute({ kind: 'setField', entries: [entry.id], field: 'volume_mL', value: (volume += 1) })
      const computed = threadTime_ms()
      ready()
      const edited = threadTime_ms()
      project.outcomes()
      return [computed - editing, edited - editing, threadTime_ms() - edited] as const
    })
    /** The mean: the clock of the thread goes in steps of 4 ms. */
    const mean = (which: 0 | 1 | 2): string => (times.reduce((sum, time) => sum + time[which], 0) / times.length).toFixed(1)
    const own = entries.filter(({ fields }) => fields.catalyst?.value === catalyst).length
    rows.push([count, own, look.toFixed(0), mean(0), mean(1), mean(2)].map(String))
    await project.close()
  }
  printTable(`One edited field, project in memory: electrolyses ${what}`, ['electrolyses of the catalyst', 'its entries', 'all looked through / ms', 'computed / ms', 'ready to send / ms', 'and compared / ms'], rows)
})
