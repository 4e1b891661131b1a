import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readFile } from '../../../src/main/ingest/readFile'
import { recordRead } from '../../../src/main/ingest/recordFile'
import { openProject } from '../../../src/main/project/project'

const root = mkdtempSync(join(tmpdir(), 'rum-unused-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

it('a catalyst of a misspelt cell is noticed, and goes with the misspelling', async () => {
  const project = openProject({ path: join(root, 'a.rum'), create: true, workerFile: new URL('file:///none'), appVersion: 'test', emit: () => undefined, pool: { read: () => Promise.reject(new Error('nothing is read here')), close: () => Promise.resolve() } })
  const path = join(root, 'runsheet.csv')
  const names = (): string[] => project.state().catalysts.map(({ name }) => name).filter((name) => name.startsWith('RuMn'))
  writeFileSync(path, 'run,catalyst,analyte,absorbance\nR1,RuMn-NC,NH3,0.5\nR2,RuMn-NC,NH3,0.5\nR3,RuMn-NC,NH3,0.5\n')
  recordRead(project.driver, { path, folderId: null, folderPath: root }, readFile({ path, reader: null, columnNames: null, archive: false }), () => true, '2026-01-01T00:00:00Z')
  project.execute({ kind: 'setDefault', field: 'pH', value: 13 })
  const last = project.entries().at(-1)!.id
  const write = (value: string | null): void => void project.execute({ kind: 'setField', entries: [last], field: 'catalyst', value })
  write('RuMn NC')
  expect(names()).toEqual(['RuMn-NC', 'RuMn NC'])
  expect(project.findings().map(({ message }) => message.text)).toContain('RuMn NC (edited in the app) is written RuMn-NC elsewhere: one catalyst or two? If they are one, write one name.')
  write(null)
  expect(names()).toEqual(['RuMn-NC'])
  project.undo()
  expect(names()).toEqual(['RuMn-NC', 'RuMn NC'])
  // What the user gave a colour stays, also without entries, and its change can be taken back and made again.
  project.execute({ kind: 'setCatalyst', name: 'RuMn NC', colour: '#123456' })
  write(null)
  expect(names()).toEqual(['RuMn-NC', 'RuMn NC'])
  project.undo()
  project.undo()
  project.redo()
  project.redo()
  expect(names()).toEqual(['RuMn-NC', 'RuMn NC'])
  await project.close()
})
