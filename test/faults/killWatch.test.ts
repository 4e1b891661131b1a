import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { untilLetGo } from '../../src/main/store/driver'
import { openStore } from '../../src/main/store/openStore'
import { brokenRules, contentOfFile, otherFiles, randomFrom, writeLab, type Content } from './faultLab'

/**
 * kill -9 of `rum watch` at random moments of an ingest: what is there is whole at every moment, and the next start goes on, nothing lost,
 * nothing twice. `npm run faults` is the long run: 500 kills, 1000 files.
 */
const program = join(import.meta.dirname, '../../out/main/rum.js')
const kills = Number(process.env['RUM_KILLS'] ?? 12)
const files = Number(process.env['RUM_KILL_FILES'] ?? 60)
const seed = Number(process.env['RUM_KILL_SEED'] ?? 1)
/** After so many kills the project is finished, compared, and begun anew: a finished one would not be killed at work. */
const killsPerProject = 4
const readyWithinMs = 5000
const root = mkdtempSync(join(tmpdir(), 'rum-kill-'))
const lab = join(root, 'lab')

interface Watch { readonly child: ChildProcess; readonly lines: () => number; readonly ready: Promise<void>; readonly ended: Promise<number | null> }

function watch(project: string): Watch {
  const child = spawn(process.execPath, [program, 'watch', lab, '--project', project], { stdio: ['ignore', 'pipe', 'pipe'] })
  let lines = 0
  child.stdout.on('data', (data: Buffer) => { lines += data.toString().split('\n').length - 1 })
  const ready = new Promise<void>((resolve) => child.stderr.on('data', (data: Buffer) => { if (data.toString().includes('watching')) resolve() }))
  return { child, lines: () => lines, ready, ended: new Promise((resolve) => child.once('exit', (code) => resolve(code))) }
}

/** How it ends when it is asked to: Windows knows no SIGTERM and ends it at once. */
const asked = process.platform === 'win32' ? null : 0

/** Runs until it says that it only watches, then ends it as a user would. */
async function runToEnd(project: string): Promise<{ code: number | null; readyMs: number }> {
  const started = performance.now()
  const { child, ready, ended } = watch(project)
  await ready
  const readyMs = performance.now() - started
  child.kill('SIGTERM')
  return { code: await ended, readyMs }
}

/** Kills when so many more files are recorded, and a random moment later; or, one time in four, at a moment of its start. */
async function killAtRandom(project: string, random: () => number): Promise<number> {
  const { child, lines, ready, ended } = watch(project)
  const within = Math.floor((random() * files) / killsPerProject)
  const later = random() * 60
  if (random() < 0.25) await new Promise((resolve) => setTimeout(resolve, random() * 400))
  else {
    let isReady = false
    void ready.then(() => { isReady = true })
    while (!isReady && lines() < within) await new Promise((resolve) => setTimeout(resolve, 2))
    await new Promise((resolve) => setTimeout(resolve, later))
  }
  child.kill('SIGKILL')
  await ended
  return lines()
}

/** What a copy of the project breaks, so that the look changes nothing. */
async function brokenNow(project: string, copy: string): Promise<string[]> {
  if (!existsSync(project) || statSync(project).size === 0) return []
  cpSync(project, copy)
  if (existsSync(`${project}-wal`)) cpSync(`${project}-wal`, `${copy}-wal`)
  const driver = openStore(copy, { create: true })
  try {
    return brokenRules(driver)
  } finally {
    driver.close()
    await untilLetGo()
    for (const end of ['', '-wal', '-shm']) rmSync(`${copy}${end}`, { force: true })
  }
}

describe('rum watch under kill -9', () => {
  let undisturbed: Content
  beforeAll(async () => {
    if (!existsSync(program)) throw new Error('run npm run build first: this test starts the built program')
    writeLab(lab, files)
    const project = join(root, 'undisturbed.rum')
    expect((await runToEnd(project)).code).toBe(asked)
    undisturbed = contentOfFile(project)
  }, 120_000)
  afterAll(async () => {
    await untilLetGo()
    rmSync(root, { recursive: true, force: true })
  })

  it('ends cleanly and holds every file when it is not disturbed', () => {
    expect(undisturbed.places).toHaveLength(files + otherFiles)
    expect(undisturbed.measurements).toHaveLength(files + 1)
    expect(undisturbed.results.length).toBeGreaterThan(100)
  })

  it(`${kills} kills while ${files} files are read: whole at every moment, and the same project in the end`, async () => {
    const random = randomFrom(seed)
    const faults: string[] = []
    let atWork = 0
    let slowest = 0
    for (let done = 0, project = ''; done < kills; done += 1) {
      if (done % killsPerProject === 0) project = join(root, `killed-${done}.rum`)
      const read = await killAtRandom(project, random)
      if (read < files) atWork += 1
      for (const broken of await brokenNow(project, join(root, 'copy.rum'))) faults.push(`kill ${done + 1}, after ${read} files: ${broken}`)
      if (done % killsPerProject < killsPerProject - 1 && done < kills - 1) continue
      const { code, readyMs } = await runToEnd(project)
      slowest = Math.max(slowest, readyMs)
      expect(code).toBe(asked)
      expect(contentOfFile(project), `after kill ${done + 1} of seed ${seed}`).toEqual(undisturbed)
      await untilLetGo()
      for (const end of ['', '-wal', '-shm']) rmSync(`${project}${end}`, { force: true })
    }
    console.info(`${kills} kills while ${files} files were read (${atWork} before the last file): ${faults.length} faults; ready again after at most ${(slowest / 1000).toFixed(1)} s`)
    expect(faults).toEqual([])
    expect(atWork).toBeGreaterThan(kills / 2)
    if (files <= 100) expect(slowest).toBeLessThan(readyWithinMs)
  }, 120_000 + kills * 10_000)
})
