import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { networkKind, networkKindOf } from '../../src/main/networkPlace'
import { untilLetGo } from '../../src/main/store/driver'
import { openStore } from '../../src/main/store/openStore'
import { writeLab } from './faultLab'

const rum = resolve('out/main/rum.js')
const root = mkdtempSync(join(tmpdir(), 'rum-two-'))
const lab = join(root, 'lab')
const project = join(root, 'one.rum')
beforeAll(() => {
  if (!existsSync(rum)) throw new Error('run npm run build first: this test starts the built program')
  writeLab(lab, 3)
})
afterAll(async () => {
  await untilLetGo()
  rmSync(root, { recursive: true, force: true })
})

describe('two programs on one project', () => {
  it('the second gets one sentence and changes nothing; a kill of the first leaves no lock behind', async () => {
    const first = spawn(process.execPath, [rum, 'watch', lab, '--project', project], { stdio: ['ignore', 'ignore', 'pipe'] })
    const ended = new Promise((done) => first.once('exit', done))
    await new Promise<void>((ready) => first.stderr.on('data', (data: Buffer) => { if (data.toString().includes('watching')) ready() }))
    const second = spawnSync(process.execPath, [rum, 'analyse', lab, '--project', project], { encoding: 'utf8' })
    expect(second.status).toBe(1)
    expect(second.stdout).toBe('')
    expect(second.stderr.trim().split('\n')).toEqual([expect.stringContaining('is open already, in another window, in rum watch or on another computer; close it there first.') as string])
    first.kill('SIGKILL')
    await ended
    const third = spawnSync(process.execPath, [rum, 'analyse', lab, '--project', project], { encoding: 'utf8' })
    expect(third.stderr).toBe('')
    expect(third.status).toBe(0)
  }, 30_000)
  it('in one process, too: the second is refused, and may open it once the first is closed', () => {
    const path = join(root, 'same.rum')
    const first = openStore(path, { create: true })
    expect(() => openStore(path, { create: false })).toThrow('is open already')
    first.close()
    openStore(path, { create: false }).close()
  })
})

describe('a project on a network share', () => {
  const facts = { platform: 'linux', path: '/data', fileSystem: 0xef53 }
  it.each([
    ['ext4', facts, null], ['NFS', { ...facts, fileSystem: 0x6969 }, 'NFS'], ['CIFS', { ...facts, fileSystem: 0xff534d42 }, 'SMB'], ['CIFS, signed', { ...facts, fileSystem: 0xff534d42 | 0 }, 'SMB'],
    ['SMB 2', { ...facts, fileSystem: 0xfe534d42 }, 'SMB'], ['WSL', { ...facts, fileSystem: 0x01021997 }, '9P'],
    ['UNC', { ...facts, platform: 'win32', path: '\\\\nas\\data\\p.rum' }, 'SMB'], ['long UNC', { ...facts, platform: 'win32', path: '\\\\?\\UNC\\nas\\data' }, 'SMB'],
    ['a local Windows path', { ...facts, platform: 'win32', path: 'C:\\data' }, null], ['a long local path', { ...facts, platform: 'win32', path: '\\\\?\\C:\\data' }, null],
    ['a macOS volume', { ...facts, platform: 'darwin', path: '/Volumes/data/lab' }, 'a volume'], ['the macOS disk', { ...facts, platform: 'darwin', path: '/Users/a' }, null]
  ])('%s is known by what the system says', (_name, place, kind) => expect(networkKind(place)).toBe(kind))
  it('a folder that is not there is not taken for a share', () => expect(networkKindOf(join(root, 'nowhere'))).toBeNull())
  it('is kept without a write-ahead log and still for one program alone', () => {
    const path = join(root, 'share.rum')
    openStore(path, { create: true }).close()
    const driver = openStore(path, { create: false, isOnNetwork: true })
    expect(driver.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'delete' })
    driver.run('INSERT INTO meta VALUES (?, ?)', ['a', 'b'])
    expect(existsSync(`${path}-wal`)).toBe(false)
    expect(() => openStore(path, { create: false, isOnNetwork: true })).toThrow('is open already')
    driver.close()
  })
})
