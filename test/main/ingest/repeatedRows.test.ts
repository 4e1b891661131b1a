import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readFile } from '../../../src/main/ingest/readFile'
import { found, entry } from '../../shared/checks/entries'

const folder = mkdtempSync(join(tmpdir(), 'rum-repeated-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const header = 'time (s),potential (V),current (A)'
const rows = Array.from({ length: 120 }, (_, i) => `${i * 10},-0.3,${(-0.01 - 0.001 * Math.abs(Math.sin(i * 12.9898))).toFixed(7)}`)

it.each([
  ['saved twice', [header, ...rows, ...rows], 'Duplicated rows in saved twice.csv: 120, from row 121 on, where those from row 1 come again to the last digit (counted below the header).'],
  ['joined', [header, ...rows.slice(0, 60), ...rows.slice(59)], 'Duplicated rows in joined.csv: 1, the first at row 61, each like the row before, time included (counted below the header).'],
  ['as recorded', [header, ...rows], null]
])('a file that is %s', (name, lines, text) => {
  const path = join(folder, `${name}.csv`)
  writeFileSync(path, `${lines.join('\n')}\n`)
  const { measurements } = readFile({ path, reader: null, columnNames: null, archive: false })
  expect(measurements).toHaveLength(1)
  // Nothing is left out.
  expect(measurements[0]!.columns[0]!.values).toHaveLength(lines.length - 1)
  const findings = found('duplicated-rows', { entries: [entry('e1', { catalyst: 'A' }, { measured: measurements[0]!, path })] })
  expect(findings).toEqual(text === null ? [] : [['error', expect.stringContaining(text)]])
})
