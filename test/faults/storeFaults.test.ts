import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readFile } from '../../src/main/ingest/readFile'
import { openProject, type Project } from '../../src/main/project/project'
import { brokenRules, contentOf, withoutOrder, writeLab, type Content } from './faultLab'

/** How SQLite fails: a full disk or an I/O error takes the transaction back, a busy file does not. */
const kinds = [['SQLITE_FULL', 'database or disk is full', true], ['SQLITE_IOERR', 'disk I/O error', true], ['SQLITE_BUSY', 'database is locked', false]] as const
const isFull = process.env['RUM_FAULTS'] === 'full'
/** The long run takes minutes for each kind of error; RUM_FAULT_CODE=FULL takes one. */
const chosen = kinds.filter(([code]) => code.includes(process.env['RUM_FAULT_CODE'] ?? ''))
const faulty = vi.hoisted(() => ({ count: 0, at: Infinity, forGood: false, code: '', text: '', takesBack: false }))

vi.mock('libsql', async (original) => {
  const Real = (await original<{ default: new (path: string) => Real }>()).default
  interface Real { inTransaction: boolean; exec(sql: string): void; prepare(sql: string): Statement; close(): void }
  interface Statement { run(values: unknown[]): { changes: number }; all(values: unknown[]): unknown[]; get(values: unknown[]): unknown }
  const next = (database: Real): void => {
    faulty.count += 1
    if (faulty.forGood ? faulty.count < faulty.at : faulty.count !== faulty.at) return
    if (faulty.takesBack && database.inTransaction) database.exec('ROLLBACK')
    throw Object.assign(new Error(faulty.text), { code: faulty.code })
  }
  return {
    default: class {
      private readonly real: Real
      constructor(path: string) { this.real = new Real(path) }
      get inTransaction(): boolean { return this.real.inTransaction }
      exec(sql: string): void {
        // Taking back never fails: SQLite has nothing to write for it.
        if (sql !== 'ROLLBACK') next(this.real)
        this.real.exec(sql)
      }
      prepare(sql: string): Statement {
        const statement = this.real.prepare(sql)
        return { run: (values) => (next(this.real), statement.run(values)), all: (values) => (next(this.real), statement.all(values)), get: (values) => (next(this.real), statement.get(values)) }
      }
      close(): void { this.real.close() }
    }
  }
})

const root = mkdtempSync(join(tmpdir(), 'rum-store-'))
const lab = join(root, 'lab')
const path = join(root, 'p.rum')
const unhandled: unknown[] = []
const note = (error: unknown): void => void unhandled.push(error)
const inProcess = { read: async (request: Parameters<typeof readFile>[0]) => readFile(request), close: async () => undefined }
const sentence = (text: string): boolean => text.length > 10 && text.length < 400 && !/\n|undefined|\bat .*\.ts/.test(text)

interface Opened { readonly project: Project; readonly notices: string[] }
function open(): Opened {
  const notices: string[] = []
  const project = openProject({
    path, create: true, workerFile: pathToFileURL('/never'), appVersion: 'test', pool: inProcess, patience: { settleMs: 0, growingMs: 0 },
    emit: (event, payload) => { if (event === 'notice') notices.push((payload as { text: string }).text) }
  })
  return { project, notices }
}
async function readAll(project: Project): Promise<void> {
  project.folders.add([lab])
  await project.folders.scanAll()
  await project.settled()
}
const remove = (): void => { for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${end}`, { force: true }) }

describe('a store that fails', () => {
  let wanted: Content
  let calls = 0
  beforeAll(async () => {
    process.on('unhandledRejection', note).on('uncaughtException', note)
    writeLab(lab, 2)
    faulty.count = 0
    const { project } = open()
    await readAll(project)
    calls = faulty.count
    wanted = withoutOrder(contentOf(project.driver))
    await project.close()
  })
  afterAll(() => {
    process.off('unhandledRejection', note).off('uncaughtException', note)
    rmSync(root, { recursive: true, force: true })
  })

  async function oneFault(at: number, [code, text, takesBack]: (typeof kinds)[number], forGood: boolean): Promise<string[]> {
    remove()
    const wrong: string[] = []
    let opened: Opened | null = null
    Object.assign(faulty, { count: 0, at, forGood, code, text, takesBack })
    const mend = (): void => { faulty.at = Infinity; faulty.forGood = false }
    try {
      opened = open()
      await readAll(opened.project)
    } catch (error) {
      if (!(error instanceof Error) || !sentence(error.message)) wrong.push(`fails with ${String(error)}`)
    }
    mend()
    if (opened) {
      const { project, notices } = opened
      if (notices.length > 1) wrong.push(`${notices.length} notices: ${notices.join(' | ')}`)
      for (const said of notices) if (!sentence(said)) wrong.push(`says: ${said}`)
      await readAll(project)
      wrong.push(...otherwise(project, 'mended'))
      if (project.state().watch.state === 'trouble') wrong.push(`still says ${project.state().watch.reason}`)
      await project.close()
    }
    else await new Promise((resolve) => setTimeout(resolve, 300)) // a person is no faster: what could not be closed properly is closed by now
    const { project } = open()
    await readAll(project)
    wrong.push(...otherwise(project, 'started again'))
    await project.close()
    return wrong
  }
  function otherwise({ driver }: Project, when: string): string[] {
    const now = withoutOrder(contentOf(driver))
    return [...brokenRules(driver), ...(['places', 'measurements', 'originals', 'results'] as const).flatMap((part) =>
      (JSON.stringify(now[part]) === JSON.stringify(wanted[part]) ? [] : [`${when}, ${part} differ: ${now[part].length} instead of ${wanted[part].length}; ${now[part].find((line) => !wanted[part].includes(line)) ?? ''}`]))]
  }

  it('at every call, once and for good: one notice, no crash, and the same project once it is mended', async () => {
    expect(calls).toBeGreaterThan(150)
    const wrong: string[] = []
    let runs = 0
    const step = isFull ? 1 : Math.ceil(calls / 60)
    for (const forGood of [false, true]) {
      for (let at = 1 + (forGood ? step >> 1 : 0); at <= calls; at += step) {
        for (const kind of isFull ? chosen : [kinds[runs % kinds.length]!]) {
          runs += 1
          for (const broken of await oneFault(at, kind, forGood)) wrong.push(`call ${at}, ${kind[0]}${forGood ? ' for good' : ''}: ${broken}`)
        }
      }
    }
    console.info(`${calls} calls of the store, ${runs} runs with a fault: ${wrong.length} ended otherwise than undisturbed`)
    expect(wrong.slice(0, 30)).toEqual([])
    expect(unhandled).toEqual([])
  }, 3_600_000)

  it('a disk that fills up at any page: what was taken in stays whole, the rest comes when there is room', async () => {
    const wrong: string[] = []
    remove()
    const whole = open()
    const first = whole.project.driver.get<{ page_count: number }>('PRAGMA page_count')!.page_count
    await readAll(whole.project)
    const last = whole.project.driver.get<{ page_count: number }>('PRAGMA page_count')!.page_count
    await whole.project.close()
    expect(last).toBeGreaterThan(first + 5)
    for (let pages = first; pages < last; pages += isFull ? 1 : Math.ceil((last - first) / 12)) {
      remove()
      const { project, notices } = open()
      project.driver.exec(`PRAGMA max_page_count = ${pages}`)
      await readAll(project).catch((error: Error) => { if (!sentence(error.message)) wrong.push(`${pages} pages: fails with ${error.message}`) })
      if (notices.length > 1 || !notices.every(sentence)) wrong.push(`${pages} pages: says ${notices.join(' | ')}`)
      wrong.push(...brokenRules(project.driver).map((broken) => `${pages} pages: ${broken}`))
      project.driver.exec('PRAGMA max_page_count = 1000000')
      await readAll(project)
      wrong.push(...otherwise(project, `${pages} pages, room again`))
      await project.close()
    }
    expect(wrong.slice(0, 30)).toEqual([])
  }, 600_000)
})
