import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { readFile } from '../../../src/main/ingest/readFile'
import { spcFile } from '../../shared/readers/galacticSpc/fixture'

const folder = mkdtempSync(join(tmpdir(), 'rum-small-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const y = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

describe('a small file', () => {
  // Small buffers share memory in Node: a library that takes "the whole buffer" would get that of other files.
  it.each(['a.spc', 'a.spc.gz'])('%s reaches its reader alone in its memory', (name) => {
    const bytes = spcFile({ first: 400, last: 700, y })
    const path = join(folder, name)
    writeFileSync(path, name.endsWith('.gz') ? gzipSync(bytes) : bytes)
    for (let i = 0; i < 3; i += 1) Buffer.from(`something else in the shared memory ${i}`)
    const { status, measurements, reason } = readFile({ path, reader: null, columnNames: null, archive: false })
    expect([status, reason, ...(measurements[0]?.columns[1]?.values ?? [])]).toEqual(['ok', null, ...y])
  })
})
