import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readFile } from '../../../../src/main/ingest/readFile'
import type { TableColumnChoice } from '../../../../src/shared/readers/reader'

const folder = mkdtempSync(join(tmpdir(), 'rum-unused-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function reasonOf(header: string, columnNames: readonly TableColumnChoice[] | null = null): string | null {
  const path = join(folder, 'a.csv')
  writeFileSync(path, `${header}\n1,2\n3,4\n5,6\n`)
  const { status, reason } = readFile({ path, reader: null, columnNames, archive: false })
  expect(status).toBe('ok')
  return reason
}
const choice = (column: number, quantity: string): TableColumnChoice => ({ column, name: 'x', quantity, unit: '' })

describe('a table that no analysis uses', () => {
  it('says so, with the columns that are to be named', () => {
    expect(reasonOf('E vs RHE (V),Signal')).toBe('No analysis uses this table: of the columns "Signal" neither quantity nor unit is known; name the columns in the Inbox.')
    expect(reasonOf('a,j (A/g)')).toContain('"a", "j (A/g)"')
  })
  it('is none where an analysis does, or where its user named every column', () => {
    expect(reasonOf('E vs RHE (V),j (mA/cm2)')).toBeNull()
    expect(reasonOf('Time (s),j (mA/cm2)')).toBeNull()
    expect(reasonOf('a,b', [choice(0, 'other'), choice(1, 'dos')])).toBeNull()
    expect(reasonOf('a,b', [choice(0, 'time')])).toContain('"b"')
  })
})
