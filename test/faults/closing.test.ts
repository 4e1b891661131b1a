import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { disk } from '../../src/main/disk'
import { readFile } from '../../src/main/ingest/readFile'
import { openProject } from '../../src/main/project/project'
import { readSummaries } from '../../src/main/store/measurements'
import { writeLab } from './faultLab'

const root = mkdtempSync(join(tmpdir(), 'rum-closing-'))
const lab = join(root, 'lab')
const stat = disk.stat
afterAll(() => {
  Object.assign(disk, { stat })
  rmSync(root, { recursive: true, force: true })
})

it('a project that is closed while a deleted file is being looked for is not asked any more: nothing fails behind it', async () => {
  mkdirSync(lab)
  writeLab(lab, 2)
  const project = openProject({
    path: join(root, 'p.rum'), create: true, workerFile: pathToFileURL('/never'), appVersion: 'test', emit: () => undefined,
    pool: { read: async (request) => readFile(request), close: async () => undefined }
  })
  project.folders.add([lab])
  await project.folders.start()
  await project.settled()
  expect(readSummaries(project.driver).length).toBeGreaterThan(1)
  /** The folder is asked whether it is still there, and answers late. */
  let answer: (() => void) | undefined
  const asked = new Promise<void>((done) => {
    Object.assign(disk, { stat: async (...args: Parameters<typeof stat>) => {
      if (args[0] === lab) await new Promise<void>((go) => { answer = go; done() })
      return stat(...args)
    } })
  })
  const failures: unknown[] = []
  const note = (error: unknown): void => void failures.push(error)
  process.on('unhandledRejection', note)
  rmSync(join(lab, 'rubbish.bin'))
  await asked
  await project.close()
  answer!()
  await new Promise((resolve) => setTimeout(resolve, 100))
  process.off('unhandledRejection', note)
  expect(failures).toEqual([])
})
