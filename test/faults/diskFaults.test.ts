import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { disk } from '../../src/main/disk'
import { writeFileSafely } from '../../src/main/export/writeFileSafely'
import { readFile } from '../../src/main/ingest/readFile'
import { openProject, type Project } from '../../src/main/project/project'
import { codes, failing, type Fault } from './failing'
import { brokenRules, contentOf, withoutOrder, writeLab, type Content } from './faultLab'

/** The n-th call on the disk fails, for every n, once and for good. `npm run faults` takes every error for every n; here they take turns. */
const isFull = process.env['RUM_FAULTS'] === 'full'
const root = mkdtempSync(join(tmpdir(), 'rum-disk-'))
const lab = join(root, 'lab')
const unhandled: unknown[] = []
const note = (error: unknown): void => void unhandled.push(error)
beforeAll(() => {
  writeLab(lab, 2)
  process.on('unhandledRejection', note).on('uncaughtException', note)
})
afterAll(() => {
  process.off('unhandledRejection', note).off('uncaughtException', note)
  rmSync(root, { recursive: true, force: true })
})

const inProcess = { read: async (request: Parameters<typeof readFile>[0]) => readFile(request), close: async () => undefined }
interface Opened { readonly project: Project; readonly notices: string[] }
function open(path: string): Opened {
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
const remove = (path: string): void => { for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${end}`, { force: true }) }

const sentence = (text: string): boolean => text.length > 10 && text.length < 400 && !/\n|undefined|\bat .*\.ts/.test(text)

describe('a disk that fails while files are read', () => {
  let wanted: Content
  let calls = 0
  beforeAll(async () => {
    const counter = failing(null)
    const { project } = open(join(root, 'whole.rum'))
    await readAll(project)
    wanted = withoutOrder(contentOf(project.driver))
    await project.close()
    calls = counter.count()
    counter.mend()
  })
  afterEach(() => failing(null).mend())

  it('is looked at often enough to be worth the test', () => {
    expect(wanted.measurements).toHaveLength(3)
    expect(wanted.results.length).toBeGreaterThan(10)
    expect(calls).toBeGreaterThan(30)
  })
  it('at every call, once and for good: one sentence, no crash, and the same project once it is mended', async () => {
    const wrong: string[] = []
    let runs = 0
    for (const forGood of [false, true]) {
      for (let at = 1; at <= calls; at += 1) {
        for (const code of isFull ? codes : [codes[at % codes.length]!]) {
          runs += 1
          for (const broken of await oneFault({ at, code, forGood })) wrong.push(`call ${at}, ${code}${forGood ? ' for good' : ''}: ${broken}`)
        }
      }
    }
    console.info(`${calls} calls on the disk, ${runs} runs with a fault: ${wrong.length} ended otherwise than undisturbed`)
    expect(wrong).toEqual([])
    expect(unhandled).toEqual([])
  }, 600_000)

  async function oneFault(fault: Fault): Promise<string[]> {
    const path = join(root, 'fault.rum')
    remove(path)
    const wrong: string[] = []
    const fails = failing(fault)
    try {
      const { project, notices } = open(path)
      await readAll(project)
      if (notices.length > 1) wrong.push(`${notices.length} notices: ${notices.join(' | ')}`)
      for (const text of [project.state().watch.reason ?? 'none is needed', ...notices]) if (!sentence(text)) wrong.push(`says: ${text}`)
      fails.mend()
      await readAll(project)
      wrong.push(...otherwise(project, 'mended'))
      await project.close()
    } catch (error) {
      if (!(error instanceof Error) || !sentence(error.message)) wrong.push(`fails with ${String(error)}`)
    } finally {
      fails.mend()
    }
    const { project } = open(path)
    await readAll(project)
    wrong.push(...otherwise(project, 'started again'))
    await project.close()
    return wrong
  }
  function otherwise({ driver }: Project, when: string): string[] {
    const wrong = brokenRules(driver)
    const now = withoutOrder(contentOf(driver))
    for (const part of ['places', 'measurements', 'originals', 'results'] as const) {
      if (JSON.stringify(now[part]) !== JSON.stringify(wanted[part])) wrong.push(`${when}, ${part} differ: ${now[part].filter((line) => !wanted[part].includes(line)).slice(0, 2).join(' ; ')} instead of ${wanted[part].filter((line) => !now[part].includes(line)).slice(0, 2).join(' ; ')}`)
    }
    return wrong
  }
})

describe('a disk that fails while a file is written', () => {
  const [old, fresh] = ['the old workbook', 'the new workbook, which is longer']
  const folder = join(root, 'export')
  const target = join(folder, 'summary.xlsx')
  const prepare = (): void => {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder)
    writeFileSync(target, old)
  }
  it('at every call: the old file or the new one, whole, and no rest beside it', async () => {
    prepare()
    const counter = failing(null)
    await writeFileSafely(target, Buffer.from(fresh))
    counter.mend()
    const wrong: string[] = []
    for (let at = 1; at <= counter.count(); at += 1) {
      for (const forGood of [false, true]) {
        for (const code of codes) {
          prepare()
          const fails = failing({ at, code, forGood })
          const said = await writeFileSafely(target, Buffer.from(fresh)).then(({ path }) => ({ path, text: 'It was written.' }), (error: Error) => ({ path: null, text: error.message }))
          fails.mend()
          const what = `call ${at}, ${code}${forGood ? ' for good' : ''}`
          if (![old, fresh].includes(readFileSync(target, 'utf8'))) wrong.push(`${what}: mixed content`)
          const written = readdirSync(folder).filter((name) => !name.startsWith('.')).map((name) => readFileSync(join(folder, name), 'utf8'))
          if (said.path !== null && !written.includes(fresh)) wrong.push(`${what}: nothing was written, though it says so`)
          if (!sentence(said.text)) wrong.push(`${what}: says ${said.text}`)
          if (!forGood && readdirSync(folder).some((name) => name.startsWith('.'))) wrong.push(`${what}: leaves ${readdirSync(folder).join(', ')}`)
        }
      }
    }
    expect(wrong).toEqual([])
  }, 240_000)
  it('a virus scanner that holds it for a moment is waited for: the same name, no numbered copy', async () => {
    prepare()
    const rename = disk.rename
    let held = 5
    disk.rename = async (from, to) => {
      held -= 1
      if (held >= 0) throw Object.assign(new Error('EPERM: held'), { code: 'EPERM' })
      await rename(from, to)
    }
    try {
      expect(await writeFileSafely(target, Buffer.from(fresh))).toEqual({ path: target })
    } finally {
      disk.rename = rename
    }
    expect(readdirSync(folder)).toEqual(['summary.xlsx'])
    expect(readFileSync(target, 'utf8')).toBe(fresh)
  })
})
