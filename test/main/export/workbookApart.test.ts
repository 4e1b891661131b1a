import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HostPush } from '../../../src/main/api/hostApi'
import { createHost } from '../../../src/main/api/createHost'
import { exportSummary, exportTemplate } from '../../../src/main/export/exportSummary'
import { madeWorkbook } from '../../../src/main/export/madeWorkbook'
import { workbookApart } from '../../../src/main/export/workbookApart'
import { openProject, type Project } from '../../../src/main/project/project'
import type { SummaryInput } from '../../../src/shared/workbook/summaryInput'
import { writeCampaigns } from '../../bench/labs'

const root = mkdtempSync(join(tmpdir(), 'rum-apart-'))
const workerFile = pathToFileURL(resolve('out/main/readWorker.js'))
const path = join(root, 'p.rum')
const out = join(root, 'out')
const open = (): Project => openProject({ path, create: true, workerFile, appVersion: 'test', emit: () => undefined })

beforeAll(async () => {
  if (!existsSync(resolve('out/main/workbookWorker.js'))) throw new Error('The program is not built; run `npm run build` first.')
  mkdirSync(out)
  writeCampaigns(join(root, 'lab'), 90)
  const project = open()
  project.folders.add([join(root, 'lab')])
  await project.folders.start()
  await project.settled()
  await project.close()
}, 120_000)
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('a workbook that is made in a thread of its own', () => {
  it('is the one that is made here', async () => {
    const project = open()
    const entries = project.entries()
    const input: SummaryInput = { project: 'p', simulated: false, appVersion: 'test', catalysts: project.state().catalysts, outcomes: project.outcomes(), entries, findings: project.findings(), defaults: { fields: {}, referencePotentials: {} }, files: entries.map((entry) => ({ path: entry.path, sha256: 'x', reader: null, status: 'ok', reason: null })) }
    const [here, apart] = [await madeWorkbook(input, null), await workbookApart(project.workbookWorker, input, null, new AbortController().signal)].map(({ bytes }) => unzipSync(bytes))
    await project.close()
    expect(Object.keys(apart!)).toEqual(Object.keys(here!))
    expect(Object.keys(here!).filter((part) => part.startsWith('xl/charts/')).length).toBeGreaterThan(20)
    // The hour at which it was made stands in this one.
    for (const [part, bytes] of Object.entries(here!)) if (part !== 'docProps/core.xml') expect(Buffer.from(apart![part]!).equals(Buffer.from(bytes)), part).toBe(true)
  }, 60_000)

  it('leaves the project at hand: whoever asks meanwhile is answered at once', async () => {
    const pushed: HostPush[] = []
    const host = createHost({ workerFile, emit: (event, payload) => void pushed.push({ event, payload } as HostPush) })
    await host.open(path)
    await host.comparison([])
    let isOver = false
    const started = performance.now()
    const exporting = host.exportExcelTo(join(out, 'asked.xlsx')).finally(() => { isOver = true })
    const waits: number[] = []
    while (!isOver) {
      const asked = performance.now()
      await new Promise((next) => setTimeout(next, 5))
      expect((await host.inbox({ status: null, search: '', most: 50 })).rows.length).toBeGreaterThan(10)
      waits.push(performance.now() - asked)
    }
    const took = performance.now() - started
    expect((await exporting)?.path).toBe(join(out, 'asked.xlsx'))
    await host.shutdown()
    waits.sort((a, b) => a - b)
    expect(waits.length).toBeGreaterThan(10)
    // Made in this thread, it would be one wait as long as the whole.
    expect(waits.at(-1)!).toBeLessThan(took / 2)
    expect(waits[Math.floor(waits.length / 2)]!).toBeLessThan(100)
  }, 60_000)

  it('is not written when the project is closed meanwhile: no file, no half of one, and nothing fails behind it', async () => {
    const project = open()
    const target = join(out, 'closed.xlsx')
    writeFileSync(target, 'before')
    const exporting = exportSummary(project, target)
    await new Promise((next) => setTimeout(next, 60))
    await project.close()
    expect(await exporting).toBeNull()
    expect(readFileSync(target, 'utf8')).toBe('before')
    expect(readdirSync(out).filter((name) => name.includes('closed'))).toEqual(['closed.xlsx'])
    expect(await exportSummary(project, target)).toBeNull()
  }, 60_000)

  it('is shown while it takes long, and can be stopped', async () => {
    const project = open()
    let shown: string | undefined
    const exporting = project.underway.run('export', (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))))
    expect(project.state().progress).toEqual([])
    while (!shown) {
      await new Promise((next) => setTimeout(next, 20))
      shown = project.state().progress.find(({ label, cancellable }) => label === 'export' && cancellable)?.task
    }
    project.cancel(shown)
    expect(await exporting).toBeNull()
    expect(project.state().progress).toEqual([])
    await project.close()
  })

  it('says in a sentence what a template lacks', async () => {
    const project = open()
    const template = join(root, 'ours.xlsx')
    writeFileSync(template, 'no workbook')
    await expect(exportTemplate(project, template, join(out, 'filled.xlsx'))).rejects.toThrow('ours.xlsx is no Excel workbook (.xlsx) that can be filled')
    expect(readdirSync(out).filter((name) => name.includes('filled'))).toEqual([])
    await project.close()
  })

  it('fails in a sentence where the thread cannot start', async () => {
    await expect(workbookApart(pathToFileURL(join(root, 'nowhere.js')), { outcomes: [], entries: [] } as never, null, new AbortController().signal)).rejects.toThrow('could not be made')
  })
})
