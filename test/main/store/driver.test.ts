import { mkdtempSync, readdirSync, readlinkSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { longForm, openDriver, untilLetGo } from '../../../src/main/store/driver'

describe('one row', () => {
  it('is the same whether it is asked for alone or with others: numbers, texts, nothing, and blobs as ArrayBuffer', () => {
    const driver = openDriver(':memory:')
    driver.exec('CREATE TABLE things (i INTEGER, r REAL, t TEXT, n TEXT, b BLOB, e BLOB)')
    const values = Float64Array.from([9, -0.5])
    driver.run('INSERT INTO things VALUES (?, ?, ?, ?, ?, ?)', [9007199254740991, 1.5, 'Ru–NC', null, new Uint8Array(values.buffer), new Uint8Array()])
    const alone = driver.get<{ b: ArrayBuffer; e: ArrayBuffer }>('SELECT * FROM things')!
    expect(driver.all('SELECT * FROM things')).toEqual([alone])
    expect([...new Float64Array(alone.b), alone.e.byteLength, alone.b instanceof ArrayBuffer]).toEqual([9, -0.5, 0, true])
    expect(driver.get('SELECT * FROM things WHERE i = 0')).toBeUndefined()
    driver.close()
  })
})

/** How many handles this process has on a file; only Linux says so. */
const handlesOn = (path: string): number => readdirSync('/proc/self/fd').filter((fd) => {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`) === path
  } catch {
    return false // that of the listing itself
  }
}).length

it('a closed file is open no more once it was let go: Windows renames and deletes it only then', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rum-driver-'))
  const path = join(folder, 'a.rum')
  const work = (): void => {
    const driver = openDriver(path)
    driver.exec('PRAGMA journal_mode = WAL; CREATE TABLE things (i INTEGER)')
    for (let i = 0; i < 20; i += 1) driver.run(`INSERT INTO things VALUES (${i} + ?)`, [i])
    expect(driver.all('SELECT * FROM things')).toHaveLength(20)
    if (process.platform === 'linux') expect(handlesOn(path)).toBeGreaterThan(0)
    driver.close()
  }
  work()
  await untilLetGo()
  if (process.platform === 'linux') expect(handlesOn(path)).toBe(0)
  renameSync(path, join(folder, 'b.rum'))
  rmSync(folder, { recursive: true })
})

it('Windows is given a long path in its own long form', () => {
  const deep = 'deep folder\\'.repeat(20)
  expect(longForm(`C:\\${deep}a.rum`, 'win32')).toBe(`\\\\?\\C:\\${deep}a.rum`)
  expect(longForm(`\\\\nas\\lab\\${deep}a.rum`, 'win32')).toBe(`\\\\?\\UNC\\nas\\lab\\${deep}a.rum`)
  expect(['C:\\lab\\a.rum', ':memory:'].map((path) => longForm(path, 'win32'))).toEqual(['C:\\lab\\a.rum', ':memory:'])
  expect(longForm(`/${deep}a.rum`, 'linux')).toBe(`/${deep}a.rum`)
})
