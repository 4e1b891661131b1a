import { mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unzipSync, zipSync } from 'fflate'
import { readArchive, writeArchive } from '../../src/main/export/projectArchive'
import { readFile } from '../../src/main/ingest/readFile'
import { openProject, type Project } from '../../src/main/project/project'
import { brokenRules, contentOf, randomFrom, writeLab, type Content } from './faultLab'

const root = mkdtempSync(join(tmpdir(), 'rum-archive-'))
const lab = join(root, 'lab')
const archive = join(root, 'all.zip')
const inProcess = { read: async (request: Parameters<typeof readFile>[0]) => readFile(request), close: async () => undefined }
const open = (path: string): Project => openProject({ path, create: true, workerFile: pathToFileURL('/never'), appVersion: 'test', pool: inProcess, patience: { settleMs: 0, growingMs: 0 }, emit: () => undefined })
let wanted: Content

beforeAll(async () => {
  writeLab(lab, 9)
  const project = open(join(root, 'here.rum'))
  project.folders.add([lab])
  await project.folders.scanAll()
  await project.settled()
  wanted = contentOf(project.driver)
  const written = await writeArchive(project.driver, archive)
  expect(written).toEqual({ path: archive, originals: 9 + 4 })
  await project.close()
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('a project as one archive', () => {
  it('holds every original as it was, under its name, readable without this program', () => {
    const parts = unzipSync(readFileSync(archive))
    expect(Buffer.from(parts['originals/lab/runsheet.csv']!)).toEqual(readFileSync(join(lab, 'runsheet.csv')))
    expect(Buffer.from(parts['originals/lab/RuFe-NC/RuFe-NC_CA_-0.3V_r1.txt']!)).toEqual(readFileSync(join(lab, 'RuFe-NC', 'RuFe-NC_CA_-0.3V_r1.txt')))
    expect(Object.keys(parts).filter((name) => name.startsWith('originals/'))).toHaveLength(13)
    expect(readdirSync(root).filter((name) => name.includes('tmp'))).toEqual([])
  })

  it('gives identical numbers on a computer without the folders, stored and computed anew, and asks for no folder', async () => {
    renameSync(lab, `${lab}.elsewhere`)
    try {
      const path = join(root, 'there.rum')
      expect(await readArchive(archive, path)).toEqual({ originals: 13 })
      const project = open(path)
      await project.folders.start()
      expect(contentOf(project.driver)).toEqual(wanted)
      expect(brokenRules(project.driver)).toEqual([])
      expect(project.state().watch).toEqual({ state: 'paused', reason: null })
      await project.close()
      const again = open(path)
      again.driver.run('DELETE FROM outcomes')
      await again.close()
      const anew = open(path)
      anew.outcomes()
      await anew.settled()
      expect(contentOf(anew.driver).results).toEqual(wanted.results)
      await anew.close()
    } finally {
      renameSync(`${lab}.elsewhere`, lab)
    }
  })

  it('is never put over another project', async () => {
    const path = join(root, 'taken.rum')
    writeFileSync(path, 'mine')
    await expect(readArchive(archive, path)).rejects.toThrow('already exists')
    expect(readFileSync(path, 'utf8')).toBe('mine')
  })

  it('damaged anywhere, cut off, or foreign: one sentence and no project, or the very same one', async () => {
    const whole = readFileSync(archive)
    const random = randomFrom(21)
    const broken = join(root, 'broken.zip')
    const path = join(root, 'broken.rum')
    let refused = 0
    const attempts: Uint8Array[] = [
      new Uint8Array(), Buffer.from('no zip'), zipSync({ 'project.rum': Buffer.from('x') }), zipSync({ '../../evil.rum': Buffer.from('x'), 'manifest.json': Buffer.from('{}') }),
      ...Array.from({ length: 12 }, () => whole.subarray(0, Math.floor(random() * whole.length))),
      ...Array.from({ length: 40 }, () => { const bytes = Buffer.from(whole); bytes[Math.floor(random() * bytes.length)]! ^= 1 + Math.floor(random() * 255); return bytes })
    ]
    for (const bytes of attempts) {
      writeFileSync(broken, bytes)
      rmSync(path, { force: true })
      try {
        await readArchive(broken, path)
        const project = open(path)
        expect(contentOf(project.driver)).toEqual(wanted)
        await project.close()
      } catch (error) {
        refused += 1
        const text = (error as Error).message
        expect(text).toMatch(/^[^\n]{10,300}\.$/)
        expect(readdirSync(root)).not.toContain('broken.rum')
      }
    }
    expect(refused).toBeGreaterThan(16)
    expect(readdirSync(root).filter((name) => name.includes('tmp') || name.includes('evil'))).toEqual([])
  }, 240_000)

  it('a folder that cannot be written to is said in one sentence', async () => {
    const project = open(join(root, 'other.rum'))
    mkdirSync(join(root, 'gone'))
    rmSync(join(root, 'gone'), { recursive: true })
    await expect(writeArchive(project.driver, join(root, 'gone', 'a.zip'))).rejects.toThrow(/^[^\n]+$/)
    await project.close()
  })
})
