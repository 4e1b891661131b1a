import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileDetail } from '../../../src/main/project/inbox'
import { inboxPage, inboxRows } from '../../../src/main/project/inboxPage'
import { inboxState } from '../../../src/shared/api'
import { openProject, type Project } from '../../../src/main/project/project'
import { gluedExports } from './gluedExports'

/** A file that two readers claim with equal right: its user is asked once. */
let folder: string
let project: Project
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rum-question-'))
  project = openProject({ path: ':memory:', create: true, workerFile: pathToFileURL(resolve('out/main/readWorker.js')), appVersion: 'test', emit: () => undefined })
})
afterEach(async () => {
  await project.close()
  rmSync(folder, { recursive: true, force: true })
})
const put = async (name: string, variant: number): Promise<void> => {
  const path = join(folder, name)
  writeFileSync(path, gluedExports(variant))
  await project.retry([path])
  await project.settled()
}
const rows = () => [...inboxRows(project.driver, project.entries())].sort((a, b) => a.name.localeCompare(b.name))
const detailOf = (name: string) => fileDetail(project.driver, project.entries(), rows().find((row) => row.name === name)!.id, () => null)
const readers = () => rows().map(({ reader }) => reader)

describe('a file that two readers claim', () => {
  it('asks once, remembers the answer for the next, and the answer can be taken back or changed', async () => {
    await put('a.txt', 1)
    await put('b.txt', 2)
    expect(rows().map(({ status }) => status)).toEqual(['unrecognised', 'unrecognised'])
    expect(rows()[0]!.reason).toMatch(/^Two formats fit this file: .* Choose one in the Inbox, or with --reader nova-text or zplot\.$/)
    const { reading, row } = detailOf('a.txt')
    expect(reading).toMatchObject({ question: 'nova-text|zplot.txt', answer: null, chosen: null, rivals: [{ id: 'nova-text' }, { id: 'zplot' }] })
    project.execute({ kind: 'chooseReader', fileIds: [row.id], reader: 'nova-text', question: reading.question! })
    await project.settled()
    expect(readers()).toEqual(['nova-text', 'nova-text'])
    await put('c.txt', 3)
    expect(readers()).toEqual(['nova-text', 'nova-text', 'nova-text'])
    project.undo()
    await project.settled()
    expect(rows().map(({ status }) => status)).toEqual(['unrecognised', 'unrecognised', 'unrecognised'])
    project.execute({ kind: 'chooseReader', fileIds: [row.id], reader: 'zplot', question: reading.question! })
    await project.settled()
    expect(readers()).toEqual(['zplot', 'zplot', 'zplot'])
    expect(detailOf('c.txt').reading.answer).toBe('zplot')
  })
  it('is counted and filtered as the rows say: asked for, not among the unrecognised', async () => {
    await put('a.txt', 1)
    await put('b.txt', 2)
    writeFileSync(join(folder, 'letter.txt'), 'Dear colleague,\nthe potentiostat is free again.\n')
    await project.retry([join(folder, 'letter.txt')])
    await project.settled()
    const page = (status: 'asks' | 'unrecognised' | null) => inboxPage(project.driver, project.entries(), { status, search: '', most: 100 })
    expect([...page(null).counts].sort((a, b) => a.status.localeCompare(b.status))).toEqual([{ status: 'asks', count: 2 }, { status: 'unrecognised', count: 1 }])
    expect(page('asks').rows.map(({ name }) => name).sort()).toEqual(['a.txt', 'b.txt'])
    expect(page('unrecognised').rows.map(({ name }) => name)).toEqual(['letter.txt'])
    expect([page('asks').total, page('unrecognised').total]).toEqual([2, 1])
    for (const status of ['asks', 'unrecognised'] as const) for (const row of page(status).rows) expect(inboxState(row)).toBe(status)
    expect(project.state().needsAttention).toBe(3)
  })
  it('and any other file is read as its user says, until that is taken back', async () => {
    await put('a.txt', 1)
    const { row } = detailOf('a.txt')
    project.execute({ kind: 'chooseReader', fileIds: [row.id], reader: 'xrdml' })
    await project.settled()
    expect(rows()[0]).toMatchObject({ reader: 'xrdml', status: 'error', recognisedBecause: 'it was chosen by hand' })
    expect(rows()[0]!.reason).not.toMatch(/please report|undefined/)
    project.execute({ kind: 'chooseReader', fileIds: [row.id], reader: null })
    await project.settled()
    expect(rows()[0]).toMatchObject({ reader: null, status: 'unrecognised' })
  })
})
