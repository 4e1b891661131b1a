import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readFile } from '../../../src/main/ingest/readFile'
import { recordRead, type Recorded } from '../../../src/main/ingest/recordFile'
import type { Driver } from '../../../src/main/store/driver'
import { readFile as readRecord, readFiles } from '../../../src/main/store/files'
import { openStore } from '../../../src/main/store/openStore'
import { winEprPair } from '../../shared/readers/winEpr/fixture'

let folder: string
let driver: Driver
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rum-companions-'))
  driver = openStore(':memory:', { create: true })
})
afterEach(() => {
  driver.close()
  rmSync(folder, { recursive: true, force: true })
})
const put = (name: string, bytes: Uint8Array): string => {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
  return path
}
const take = (path: string): Recorded =>
  recordRead(driver, { path, folderId: null, folderPath: folder }, readFile({ path, reader: null, columnNames: null, archive: true }), existsSync, '2026-01-01T00:00:00Z')
const ramp = (slope: number): number[] => Array.from({ length: 64 }, (_, i) => slope * i)

describe('two files that are read together', () => {
  it('are no copies of others that share only one of them', () => {
    const [one, two] = [winEprPair(ramp(1), true), winEprPair(ramp(2), true)]
    expect(one.par).toEqual(two.par)
    put('a.spc', one.spc)
    put('b.spc', two.spc)
    put('copy/a.spc', one.spc)
    expect(['a.par', 'b.par', 'copy/a.par'].map((name) => take(put(name, one.par)).status)).toEqual(['ok', 'ok', 'duplicate'])
  })
  it('are read when the second arrives, whichever comes first', () => {
    const { par, spc } = winEprPair(ramp(1), true)
    const early = put('a.par', par)
    expect(take(early)).toMatchObject({ status: 'error', reason: expect.stringContaining('.spc of the same name') as string })
    const late = take(put('a.spc', spc))
    expect(late).toMatchObject({ status: 'ignored', readAgain: [early] })
    expect(take(early)).toMatchObject({ status: 'ok', changed: true })
    const first = put('b.spc', winEprPair(ramp(3), true).spc)
    expect(take(first).status).toBe('error')
    expect(take(put('b.par', par)).readAgain).toEqual([first])
    expect(take(first).status).toBe('ignored')
  })
  it('are read again when only the second has changed, and not without end', () => {
    const { par, spc } = winEprPair(ramp(1), true)
    const data = put('a.spc', spc)
    const parameters = put('a.par', par)
    take(parameters)
    expect(take(data).readAgain).toEqual([parameters])
    expect(take(parameters).readAgain).toBeUndefined()
    const before = readRecord(driver, take(parameters).fileId)!
    put('a.spc', winEprPair(ramp(5), true).spc)
    expect(take(data).readAgain).toEqual([parameters])
    const after = readRecord(driver, take(parameters).fileId)!
    expect(after).toMatchObject({ id: before.id, sha256: before.sha256 })
    expect(after.contentKey).not.toBe(before.contentKey)
    expect(readFiles(driver)).toHaveLength(2)
  })
})
