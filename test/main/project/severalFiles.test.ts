import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readFile } from '../../../src/main/ingest/readFile'
import { filesInCommon } from '../../../src/main/project/filesInCommon'
import { inboxRows } from '../../../src/main/project/inboxPage'
import { openProject, type Project } from '../../../src/main/project/project'
import { translator } from '../../../src/renderer/locales/phrases/translator'
import { catalogue } from '../../../src/renderer/locales/zhCN'

const table = (tail: number, header = 'p,q'): string => [header, ...Array.from({ length: 30 }, (_, i) => `${(0.1 - 0.01 * i).toFixed(2)},${(-0.02 * i - tail).toFixed(3)}`), ''].join('\n')

/** What is done to several files of the Inbox is one step, whatever becomes of them. */
describe('several files', () => {
  let folder: string
  let project: Project
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rum-several-'))
    project = openProject({
      path: ':memory:', create: true, workerFile: pathToFileURL('/never'), appVersion: 'test', patience: { settleMs: 0, growingMs: 0 }, emit: () => undefined,
      pool: { read: (request) => Promise.resolve(readFile(request)), close: async () => undefined }
    })
    await put({ 'a.csv': table(1), 'b.csv': table(2), 'c.csv': table(3), 'd.csv': table(4, 'p,r') })
  })
  afterEach(async () => {
    await project.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const put = async (texts: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text)
    await project.retry(Object.keys(texts).map((name) => join(folder, name)))
    await project.settled()
  }
  const rows = () => inboxRows(project.driver, project.entries()).toSorted((a, b) => a.name.localeCompare(b.name))
  const common = (...names: string[]) => filesInCommon(project.driver, project.entries(), rows().filter(({ name }) => names.includes(name)).map(({ id }) => id), () => null)
  const states = (): string => rows().map(({ name, status }) => `${name[0]} ${status}`).join(', ')
  const lastLabel = (): string => project.state().undo ?? ''

  it('get a catalyst in one step, and say what they have in common', async () => {
    expect(common('a.csv', 'b.csv')).toMatchObject({ catalysts: [null], readers: [null], entries: [expect.any(String), expect.any(String)] })
    project.execute({ kind: 'setField', entries: common('a.csv', 'b.csv').entries, field: 'catalyst', value: 'RuFe-NC' })
    await project.settled()
    expect([common('a.csv', 'b.csv').catalysts, common('a.csv', 'c.csv').catalysts]).toEqual([['RuFe-NC'], ['RuFe-NC', null]])
    project.undo()
    await project.settled()
    expect(common('a.csv', 'b.csv').catalysts).toEqual([null])
    expect(lastLabel()).toBe('')
  })
  it('have their columns named at once where they have the same, and only there', async () => {
    expect(common('a.csv', 'b.csv', 'd.csv').tables).toBeNull()
    const { fileIds, tables } = common('a.csv', 'b.csv', 'c.csv')
    expect(tables).toMatchObject([{ entries: { length: 3 }, techniques: [null] }])
    project.execute({ kind: 'nameColumns', fileIds, columns: [{ table: 0, column: 0, name: 'E', quantity: 'potential', unit: 'V' }, { table: 0, column: 1, name: 'i', quantity: 'current', unit: 'mA' }] })
    await project.settled()
    const quantities = () => project.entries().map(({ measurement }) => measurement!.columns.map(({ quantity }) => quantity).join()).sort()
    expect(quantities()).toEqual(['other,other', 'potential,current', 'potential,current', 'potential,current'])
    expect(common('a.csv', 'c.csv').tables).toHaveLength(1)
    project.execute({ kind: 'setField', entries: [common('a.csv').entries[0]!], field: 'technique', value: 'LSV' })
    expect(common('a.csv', 'c.csv').tables?.[0]?.techniques).toHaveLength(2)
    project.undo()
    expect(lastLabel()).toBe('name columns of 3 files')
    project.undo()
    await project.settled()
    expect(quantities()).toEqual(Array(4).fill('other,other'))
  })
  it('are left out and used again, also where one of them has gone meanwhile', async () => {
    const { fileIds } = common('a.csv', 'b.csv', 'c.csv')
    project.execute({ kind: 'ignoreFiles', fileIds, ignore: true })
    await project.settled()
    expect([states(), project.entries().length]).toEqual(['a ignored, b ignored, c ignored, d ok', 1])
    // The bytes of d come to the place of c: what was c is no longer a file of the project.
    await put({ 'c.csv': table(4, 'p,r') })
    expect(states()).toBe('a ignored, b ignored, c duplicate, d ok')
    project.undo()
    await project.settled()
    expect(states()).toBe('a ok, b ok, c duplicate, d ok')
    project.redo()
    await project.settled()
    expect(states()).toBe('a ignored, b ignored, c duplicate, d ok')
    expect(() => project.execute({ kind: 'ignoreFiles', fileIds: [fileIds[2]!], ignore: true })).toThrow('That file is no longer in the project.')
    expect(() => project.execute({ kind: 'ignoreFiles', fileIds: [...fileIds], ignore: false })).not.toThrow()
  })
  it('are read as something else in one step; its copies count with a file', async () => {
    await put({ 'e.csv': table(1) })
    const { fileIds } = common('a.csv', 'b.csv', 'e.csv')
    expect(fileIds).toHaveLength(2)
    project.execute({ kind: 'chooseReader', fileIds, reader: 'chi-text' })
    await project.settled()
    expect([common('a.csv', 'b.csv').readers, common('a.csv', 'c.csv').readers]).toEqual([['chi-text'], ['chi-text', null]])
    expect(lastLabel()).toBe('read 2 files as chi-text')
    project.undo()
    await project.settled()
    expect(common('a.csv', 'b.csv').readers).toEqual([null])
  })
  it('have their steps in the history in Chinese, too', () => {
    const { known } = translator(catalogue)
    expect(['name columns of 3 files', 'read 2 files as chi-text', 'read 2 files as recognised'].map(known)).toEqual(['命名 3 个文件的各列', '将 2 个文件读取为 chi-text', '按识别结果读取 2 个文件'])
  })
})
