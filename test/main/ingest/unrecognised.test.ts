import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, it } from 'vitest'
import { zipSync, type Zippable } from 'fflate'
import * as XLSX from 'xlsx'
import { readFile } from '../../../src/main/ingest/readFile'
import { traceOf } from '../../faults/faultLab'

const folder = mkdtempSync(join(tmpdir(), 'rum-unknown-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.each([
  ['letter.txt', Buffer.from('Dear all,\nno numbers here.\n'), /wrote this text/], ['wide.txt', Buffer.from('\uFEFFDear all,\nno numbers here.\n', 'utf16le'), /wrote this text/],
  ['a.mpr', Buffer.from('version https://git-lfs.github.com/spec/v1\noid sha256:0123456789abcdef\nsize 157216\n'), /^This is only a pointer of Git LFS .* run "git lfs pull"/],
  ['minutes.docx', Buffer.from('PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x11\0\0\0word/document.xml', 'latin1'), /^A document of an office program/], ['some.zip', Buffer.from('PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x05\0\0\0a.txt', 'latin1'), /^A zip archive/],
  ['empty.zip', Buffer.from('PK\x05\x06' + '\0'.repeat(18), 'latin1'), /^A zip archive/], ['bits.xyz', Buffer.from([1, 0, 2, 0, 0, 0, 9, 0, 0, 0, 7]), /^A binary file/]
])('of %s it is said whether it is text', (name, bytes, reason) => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  expect(readFile({ path, reader: null, columnNames: null, archive: false })).toMatchObject({ status: 'unrecognised', reason: expect.stringMatching(reason) })
})

const read = (name: string, bytes: Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return readFile({ path, reader: null, columnNames: null, archive: false })
}
const foreign = 'A zip archive of no known program; unpack it and put its files here.'
const trace = Buffer.from(traceOf(1), 'latin1')
const workbook = Buffer.from(XLSX.write({ SheetNames: ['a'], Sheets: { a: XLSX.utils.aoa_to_sheet([['file', 'area (cm2)'], ['a.txt', 1]]) } }, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array)

it.each<[string, Zippable]>([
  ['a text and another', { 'x.txt': trace, 'y.txt': Buffer.from(traceOf(2), 'latin1') }], ['a table', { 'table.csv': Buffer.from('time (s),current (A)\n1,2\n2,3\n') }], ['a workbook', { 'my runsheet.xlsx': workbook }],
  ['a picture', { 'a.png': Buffer.from('89504e470d0a1a0a', 'hex') }]
])('a zip that holds %s as it is, is a zip and no measurement', (_, files) => {
  const bytes = zipSync(files, { level: 0 })
  for (const name of ['x.zip', 'x']) expect(read(name, bytes), name).toMatchObject({ status: 'unrecognised', reason: foreign, measurements: [], rows: [] })
})
it.each(['x.txt', 'x.dat', 'x.mpt'])('one that is named %s says so, too', (name) => {
  const bytes = zipSync({ 'x.txt': trace }, { level: 0 })
  expect(read(name, bytes)).toMatchObject({ status: expect.not.stringMatching(/ok|partial/), reason: expect.stringContaining('zip'), measurements: [] })
  expect(read('my runsheet.xlsx', zipSync({ 'a.xlsx': workbook }, { level: 0 }))).toMatchObject({ status: expect.not.stringMatching(/ok|partial/), reason: expect.stringContaining('zip'), rows: [] })
})
it('keeps nothing of a POTCAR, whatever its name is', () => {
  const text = '  PAW_PBE Fe_pv 02Aug2007\n   14.0000000000000\n parameters from PSCTR are:\n   VRHFIN =Fe:  d7 s1\n 1.0 2.0\n 3.0 4.0\n 5.0 6.0\n'
  for (const [name, bytes] of [['POTCAR.Fe_pv', Buffer.from(text)], ['POTCAR_C2.gz', gzipSync(text)]] as const) {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    expect(readFile({ path, reader: null, columnNames: null, archive: true })).toMatchObject({ status: 'ignored', measurements: [], deflated: null, reason: expect.stringContaining('may not be handed on') })
  }
})
it('other archives are no text either', () => {
  const tar = Buffer.alloc(512 + trace.length + 1024)
  tar.write('x.txt', 0)
  tar.write('ustar', 257)
  trace.copy(tar, 512)
  for (const bytes of [tar, Buffer.concat([Buffer.from('Rar!\x1a\x07\x01\0', 'latin1'), trace]), Buffer.concat([Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1'), trace])]) {
    expect(read('x.txt', bytes)).toMatchObject({ status: 'error', reason: expect.stringMatching(/archive of several files.*unpack it/), measurements: [] })
  }
})
