import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readFile } from '../../../src/main/ingest/readFile'

const folder = mkdtempSync(join(tmpdir(), 'rum-unknown-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.each([
  ['letter.txt', Buffer.from('Dear all,\nno numbers here.\n'), /wrote this text/], ['wide.txt', Buffer.from('\uFEFFDear all,\nno numbers here.\n', 'utf16le'), /wrote this text/],
  ['minutes.docx', Buffer.from('PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x11\0\0\0word/document.xml', 'latin1'), /^A document of an office program/], ['some.zip', Buffer.from('PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x05\0\0\0a.txt', 'latin1'), /^A zip archive/],
  ['bits.xyz', Buffer.from([1, 0, 2, 0, 0, 0, 9, 0, 0, 0, 7]), /^A binary file/]
])('of %s it is said whether it is text', (name, bytes, reason) => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  expect(readFile({ path, reader: null, columnNames: null, archive: false })).toMatchObject({ status: 'unrecognised', reason: expect.stringMatching(reason) })
})
