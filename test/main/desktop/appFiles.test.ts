import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { disk } from '../../../src/main/disk'
import { createLog } from '../../../src/main/desktop/log'
import { createPreferences, spokenLanguage } from '../../../src/main/desktop/preferences'
import { createRecentProjects } from '../../../src/main/desktop/recentProjects'

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'rum-files-')) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const at = () => new Date('2026-03-14T12:00:00Z')

describe('preferences', () => {
  it('are kept, one by one', () => {
    const path = join(folder, 'new', 'preferences.json')
    expect(createPreferences(path).current()).toEqual({ theme: 'system', language: 'system' })
    createPreferences(path).change({ theme: 'dark' })
    createPreferences(path).change({ language: 'zh-CN' })
    expect(createPreferences(path).current()).toEqual({ theme: 'dark', language: 'zh-CN' })
  })
  it.each(['', '{', '[]', '{"theme":"pink","language":"en"}', '{"theme":"dark"}'])('start afresh from a damaged file %j, which is kept aside', (text) => {
    const path = join(folder, 'preferences.json')
    writeFileSync(path, text)
    expect(createPreferences(path).current()).toEqual({ theme: 'system', language: 'system' })
    expect(readFileSync(`${path}.damaged`, 'utf8')).toBe(text)
  })
  it.each(['EPERM', 'EBUSY', 'EACCES'])('are kept and read where a virus scanner holds the file (%s)', (code) => {
    const path = join(folder, 'preferences.json')
    const { renameSync } = disk
    disk.renameSync = () => { throw Object.assign(new Error('held'), { code }) }
    try {
      createPreferences(path).change({ theme: 'dark' })
      expect(createPreferences(path).current()).toEqual({ theme: 'dark', language: 'system' })
      expect(readdirSync(folder)).toEqual(['preferences.json'])
      writeFileSync(path, '{')
      expect(createPreferences(path).current()).toEqual({ theme: 'system', language: 'system' })
    } finally {
      disk.renameSync = renameSync
    }
  })
  it('speak the language of the system if the app has it', () => {
    expect(spokenLanguage({ theme: 'system', language: 'system' }, 'zh-TW')).toBe('zh-CN')
    expect(spokenLanguage({ theme: 'system', language: 'system' }, 'de-DE')).toBe('en')
    expect(spokenLanguage({ theme: 'system', language: 'en' }, 'zh-CN')).toBe('en')
  })
})

describe('recent projects', () => {
  it('are listed newest first, once each, at most twelve, by id', () => {
    const recent = createRecentProjects(join(folder, 'recent.json'), at)
    const paths = Array.from({ length: 14 }, (_, number) => join(folder, `p${number}.rum`))
    for (const path of [...paths, paths[5]!]) recent.opened(path)
    const list = recent.list()
    expect(list.map(({ name }) => name)).toEqual(['p5', 'p13', 'p12', 'p11', 'p10', 'p9', 'p8', 'p7', 'p6', 'p4', 'p3', 'p2'])
    expect(recent.pathOf(list[0]!.id)).toBe(paths[5])
    expect(list[0]).toMatchObject({ folder, exists: false, openedAt: '2026-03-14T12:00:00.000Z' })
    expect(() => recent.pathOf('/etc/passwd')).toThrow('That project is no longer in the list of recent projects.')
  })
})

it('a project of Windows is in the list once, in whatever case it is named', () => {
  const recent = createRecentProjects(join(folder, 'recent.json'), at)
  for (const path of ['C:\\Lab\\NO3RR.rum', 'D:\\b.rum', 'c:\\lab\\no3rr.RUM', '/lab/a.rum', '/Lab/a.rum']) recent.opened(path)
  expect(recent.list().map(({ id }) => recent.pathOf(id))).toEqual(['/Lab/a.rum', '/lab/a.rum', 'c:\\lab\\no3rr.RUM', 'D:\\b.rum'])
})

describe('the log', () => {
  it('says what happened and where, never what the data were', () => {
    const path = join(folder, 'logs', 'main.log')
    createLog(path, at).write('call failed', new TypeError('RuFe-NC gave 92.4 %'))
    const text = readFileSync(path, 'utf8')
    expect(text).toMatch(/^2026-03-14T12:00:00\.000Z call failed TypeError \| at /)
    expect(text).not.toMatch(/92\.4|RuFe/)
  })
  it('stays small', () => {
    const path = join(folder, 'main.log')
    const log = createLog(path, at)
    for (let line = 0; line < 30; line += 1) log.write('x'.repeat(100_000))
    expect(statSync(path).size).toBeLessThan(1_200_000)
    expect(existsSync(`${path}.old`)).toBe(true)
  })
})
