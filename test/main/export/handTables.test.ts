import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { writeFileSafely } from '../../../src/main/export/writeFileSafely'
import { writeWorkbook } from '../../../src/main/export/writeWorkbook'
import { tableTemplates } from '../../../src/shared/api'
import { recognise } from '../../../src/shared/readers'
import { buildHandTable, handTableNames } from '../../../src/shared/workbook/handTables'

const root = mkdtempSync(join(tmpdir(), 'rum-hand-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('tables to fill in', () => {
  it.each(tableTemplates)('%s is read by its reader, even while it is empty', async (kind) => {
    const path = join(root, handTableNames[kind])
    await writeFileSafely(path, await writeWorkbook(buildHandTable(kind, ['RuFe-NC', 'Ru-NC'])))
    const bytes = new Uint8Array(readFileSync(path))
    const [claim] = recognise({ name: handTableNames[kind], bytes: bytes.subarray(0, 65536), size: bytes.length })
    expect(claim?.recognition.confidence).toBe('certain')
    const { measurements: [table], problems = [] } = claim!.reader.read({ name: handTableNames[kind], bytes })
    expect(problems).toEqual([])
    expect(table?.columns.map(({ name }) => name)).toEqual({
      energies: ['catalyst', 'pathway', 'species', 'E', 'ZPE', 'TS', 'correction', 'correction source', 'electrons'],
      sampleRecord: ['catalyst', 'part', 'name', 'value', 'unit', 'method', 'batch', 'note'],
      literature: ['catalyst', 'source', 'FE', 'yield', 'potential', 'nitrate', 'pH', 'electrolyte', 'cell', 'normalisation']
    }[kind])
    if (kind === 'energies') expect(table!.columns.find(({ name }) => name === 'electrons')?.values.slice(0, 11)).toEqual(Float64Array.from([0, -1, 1, 2, 3, 4, 5, 6, 7, 8, 8]))
  })
})
