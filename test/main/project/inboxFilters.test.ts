import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { inboxPage, inboxTexts } from '../../../src/main/project/inboxPage'
import { openProject, type Project } from '../../../src/main/project/project'
import { translator } from '../../../src/renderer/locales/phrases/translator'
import { catalogue } from '../../../src/renderer/locales/zhCN'
import type { InboxQuery } from '../../../src/shared/api'

let folder: string
let project: Project
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rum-filters-'))
  project = openProject({ path: ':memory:', create: true, workerFile: pathToFileURL(resolve('out/main/readWorker.js')), appVersion: 'test', emit: () => undefined })
})
afterEach(async () => {
  await project.close()
  rmSync(folder, { recursive: true, force: true })
})
const sweep = (tail: number): string => ['Sept. 3, 2026   09:05:07', 'Linear Sweep Voltammetry', 'File: a', 'Data Source:  Experiment', 'Instrument Model:  CHI760E', '', 'Init E (V) = 0', '', 'Potential/V, Current/A', '', ...Array.from({ length: 20 }, (_, i) => `${(-0.01 * i).toFixed(2)}, ${(-1e-6 * (i + tail)).toExponential(3)}`), ''].join('\n')
const page = (query: Partial<InboxQuery>) => inboxPage(project.driver, project.entries(), { status: null, search: '', most: 100, ...query })
const named = (query: Partial<InboxQuery>) => page(query).rows.map(({ name }) => name).sort()

it('the Inbox shows the files of what is asked for, and those whose measurements no catalyst has', async () => {
  const texts = { 'RuFe-NC_LSV.txt': sweep(1), 'scan 7.txt': sweep(2), 'scan 8.txt': sweep(3), 'letter.txt': 'Dear colleague,\nthe potentiostat is free again.\n', 'runsheet.csv': 'file,role\nscan 8.txt,standard\n' }
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text)
  await project.retry(Object.keys(texts).map((name) => join(folder, name)))
  await project.settled()
  expect(named({}).length).toBe(5)
  expect(named({ withoutCatalyst: true })).toEqual(['scan 7.txt'])
  expect([page({}).withoutCatalyst, page({ withoutCatalyst: true }).total]).toEqual([1, 1])
  const asked = project.entries().filter(({ path }) => path.endsWith('LSV.txt') || path.endsWith('scan 7.txt')).map(({ id }) => id)
  expect(named({ entries: asked })).toEqual(['RuFe-NC_LSV.txt', 'scan 7.txt'])
  expect(named({ entries: asked, search: 'scan' })).toEqual(['scan 7.txt'])
  expect(named({ entries: [] })).toEqual([])
  // As a Mac writes an umlaut into the name of a file, and a keyboard into the search.
  const umlaut = 'Prüfung 9.txt'.normalize('NFD')
  writeFileSync(join(folder, umlaut), sweep(3))
  await project.retry([join(folder, umlaut)])
  await project.settled()
  expect(named({ search: 'prüfung'.normalize('NFC') })).toEqual([umlaut])
})

it('the Inbox finds what its rows say in another language, and the reasons that are made for copies and gone files', async () => {
  const texts = { 'a.txt': sweep(1), 'b.txt': sweep(1), 'letter.txt': 'Dear colleague,\nthe potentiostat is free again.\n', 'gone.txt': sweep(4) }
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text)
  for (const name of Object.keys(texts)) await project.retry([join(folder, name)]) // one after the other: the second of two copies is the copy
  await project.settled()
  rmSync(join(folder, 'gone.txt'))
  project.driver.run('UPDATE locations SET missing = 1 WHERE path = ?', [join(folder, 'gone.txt')])
  const said = inboxTexts(project.driver)
  const inChinese = (search: string) => named({ search, texts: said.filter((text) => translator(catalogue).text(text).includes(search)) })
  expect(named({ search: 'known instrument' })).toEqual(['letter.txt'])
  expect(inChinese('已知仪器')).toEqual(['letter.txt'])
  expect(named({ search: '已知仪器' })).toEqual([])
  expect([named({ search: 'no longer at its place' }), inChinese('不在原处')]).toEqual([['gone.txt'], ['gone.txt']])
  expect([named({ search: 'same bytes' }), inChinese('内容相同')]).toEqual([['b.txt'], ['b.txt']])
  expect([named({ search: 'chi' }), inChinese('CHI')]).toEqual([['a.txt', 'b.txt', 'gone.txt'], ['a.txt', 'b.txt', 'gone.txt']])
  expect(inChinese('没有这样的话')).toEqual([])
})
