import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readFile } from '../../../src/main/ingest/readFile'
import { recordRead } from '../../../src/main/ingest/recordFile'
import { createEntryBuilder } from '../../../src/main/project/entries'
import { readDefaults } from '../../../src/main/project/projectSettings'
import { openStore } from '../../../src/main/store/openStore'
import { runSheetRows } from '../../../src/shared/checks/runSheetRows'
import { simulatedLab } from '../../../src/shared/simulate/simulatedLab'

const root = mkdtempSync(join(tmpdir(), 'rum-second-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

it('a further reading of one i–t file is said to be lost, with what to write instead', () => {
  const driver = openStore(':memory:', { create: true })
  const trace = simulatedLab(1).find(({ path }) => path.endsWith('RuFe-NC_CA_-0.3V_r1.txt'))!
  const record = (name: string, text: string, encoding: BufferEncoding = 'utf8'): void => {
    writeFileSync(join(root, name), Buffer.from(text, encoding))
    recordRead(driver, { path: join(root, name), folderId: null, folderPath: root }, readFile({ path: join(root, name), reader: null, columnNames: null, archive: false }), () => true, '2026-01-01T00:00:00Z')
  }
  record('trace.txt', trace.text, trace.encoding)
  record('runsheet.csv', ['file,volume (mL),analyte,dilution,absorbance,h2 (ppm)', 'trace.txt,30,,,,', 'trace.txt,,NH3,25,0.5,', 'trace.txt,,NH3,25,0.5,', 'trace.txt,,,,,300', 'trace.txt,,NO2,5,0.2,'].join('\n'))
  const { rowsWithoutFile, entries } = createEntryBuilder(driver).build(readDefaults(driver))
  expect(entries.map(({ fields }) => [fields.absorbance?.value, fields.h2_ppm?.value])).toEqual([[0.5, 300]])
  expect(runSheetRows.run({ outcomes: [], entries, rowsWithoutFile }).map(({ message }) => message.text)).toEqual([
    'runsheet.csv, row 6 states a further reading of trace.txt, which does not count beside that of an earlier row: empty its file cell and write the run, or catalyst, potential and replicate.'
  ])
  driver.close()
})
