import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDriver } from '../../../src/main/store/driver'
import { migrations } from '../../../src/main/store/migrations'
import { openStore } from '../../../src/main/store/openStore'
import { writeOriginal } from '../../../src/main/store/originals'
import { recoverOriginals } from '../../../src/main/store/recoverOriginals'
import { sha256Text } from '../../../src/main/store/sha256'

let root: string
let project: string
let out: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rum-recover-'))
  project = join(root, 'p.rum')
  out = join(root, 'out')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** A project of one Windows folder with a file of each name; each holds its own name. */
function projectOf(...names: string[]): void {
  const driver = openStore(project, { create: true })
  driver.run("INSERT INTO folders (id, path) VALUES ('d1', 'C:\\lab')")
  names.forEach((name, i) => {
    const sha256 = sha256Text(name)
    writeOriginal(driver, sha256, name.length, deflateRawSync(Buffer.from(name)))
    driver.run("INSERT INTO files (id, sha256, bytes, status, at) VALUES (?, ?, 1, 'ok', '')", [`f${i}`, sha256])
    driver.run("INSERT INTO locations (path, fileId, folderId, bytes, mtimeMs, sequence) VALUES (?, ?, 'd1', 1, 0, ?)", [`C:\\lab\\${name}`, `f${i}`, i])
  })
  driver.close()
}
const files = (): Record<string, string> => Object.fromEntries(readdirSync(out, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => [join(one.parentPath, one.name).slice(out.length + 1).replaceAll('\\', '/'), readFileSync(join(one.parentPath, one.name), 'utf8')]))

it('names that Windows does not take are made safe, and each file is there', async () => {
  const names = ['CON.txt', 'a<1>.txt', 'what?.txt', 'RuFe.\\a.txt', 'end. ', 'Ruo2.txt', 'RuO2.txt', 'data', 'data\\x.txt', `${'钌'.repeat(240)}.txt`]
  projectOf(...names)
  const { written, lost, unwritten } = await recoverOriginals(project, out)
  expect([written.length, lost, unwritten]).toEqual([names.length, 0, []])
  const found = files()
  expect(Object.values(found).sort()).toEqual([...names].sort())
  expect(found).toMatchObject({ 'lab/_CON.txt': 'CON.txt', 'lab/a_1_.txt': 'a<1>.txt', 'lab/what_.txt': 'what?.txt', 'lab/RuFe_/a.txt': 'RuFe.\\a.txt', 'lab/end__': 'end. ', 'lab/Ruo2.txt': 'Ruo2.txt', 'lab/data': 'data' })
  expect(new Set(Object.keys(found).map((name) => name.toLowerCase())).size).toBe(names.length)
})
it('a file that cannot be written goes to another place, the rest to its own; nothing that lies there is replaced', async () => {
  projectOf('a.txt', 'b.txt', 'RuFe\\c.txt')
  mkdirSync(join(out, 'lab', 'a.txt'), { recursive: true })
  writeFileSync(join(out, 'lab', 'b.txt'), 'mine')
  writeFileSync(join(out, 'lab', 'RuFe'), 'a file where a folder is wanted')
  const { written, unwritten } = await recoverOriginals(project, out)
  expect([written.length, unwritten]).toEqual([3, []])
  const [a, b, c] = ['a.txt', 'b.txt', 'RuFe\\c.txt'].map((name) => sha256Text(name).slice(0, 8))
  expect(files()).toEqual({
    'lab/b.txt': 'mine', 'lab/RuFe': 'a file where a folder is wanted', [`lab/${a}_a.txt`]: 'a.txt', [`lab/${b}_b.txt`]: 'b.txt', [`${c}_c.txt`]: 'RuFe\\c.txt'
  })
  expect((await recoverOriginals(project, out)).written.toSorted()).toEqual(written.toSorted()) // once more: found as they are
})
it('what can be written nowhere is said, and ends nothing', async () => {
  projectOf('a.txt', 'b.txt')
  const a = sha256Text('a.txt')
  mkdirSync(join(out, 'lab', 'a.txt'), { recursive: true })
  for (const name of [`lab/${a.slice(0, 8)}_a.txt`, `${a.slice(0, 8)}_a.txt`, `earlier versions/${a.slice(0, 16)}.bin`]) mkdirSync(join(out, name), { recursive: true })
  expect(await recoverOriginals(project, out)).toEqual({ written: [join(out, 'lab/b.txt')], lost: 0, unwritten: [{ name: 'lab/a.txt', why: 'other files have its name' }] })
})
it('a project of the layout before the roots has its names, too', async () => {
  const driver = openDriver(project)
  driver.exec(`${migrations.slice(0, 4).join('')} PRAGMA user_version = 4; PRAGMA application_id = ${0x52754d57};`)
  driver.run("INSERT INTO folders (id, path) VALUES ('d1', '/home/me/lab')")
  driver.run("INSERT INTO files (id, sha256, bytes, status, at) VALUES ('f1', ?, 1, 'ok', '')", [sha256Text('a')])
  driver.run("INSERT INTO locations (path, fileId, folderId, bytes, mtimeMs, sequence) VALUES ('/home/me/lab/RuFe/a.txt', 'f1', 'd1', 1, 0, 1)")
  writeOriginal(driver, sha256Text('a'), 1, deflateRawSync(Buffer.from('a')))
  driver.close()
  await recoverOriginals(project, out)
  expect(files()).toEqual({ 'lab/RuFe/a.txt': 'a' })
})
