import { existsSync } from 'node:fs'
import type { Finding, Outcome } from '../../../src/shared/analyses/analysis'
import { defaultCatalysts } from '../../../src/shared/catalystColours'
import { readFile, type ReadOutcome } from '../../../src/main/ingest/readFile'
import { recordRead } from '../../../src/main/ingest/recordFile'
import { createAnalysisState } from '../../../src/main/project/analyse'
import { createEntryBuilder } from '../../../src/main/project/entries'
import { readDefaults } from '../../../src/main/project/projectSettings'
import { addCatalyst } from '../../../src/main/store/catalysts'
import { openStore } from '../../../src/main/store/openStore'

export interface ReadLab {
  readonly read: ReadonlyMap<string, ReadOutcome>
  readonly outcomes: readonly Outcome[]
  readonly findings: readonly Finding[]
  readonly rowsWithoutFile: number
}

/** The way of a project from files to results, in one process and without watching. */
export function readLab(paths: readonly string[], folderPath: string): ReadLab {
  const driver = openStore(':memory:', { create: true })
  try {
    defaultCatalysts.forEach((name) => addCatalyst(driver, name, false))
    const read = new Map<string, ReadOutcome>()
    for (const path of paths) {
      const outcome = readFile({ path, reader: null, columnNames: null, archive: false })
      read.set(path, outcome)
      recordRead(driver, { path, folderId: null, folderPath }, outcome, existsSync, '2025-03-03T09:00:00')
    }
    const defaults = readDefaults(driver)
    const built = createEntryBuilder(driver).build(defaults)
    const state = createAnalysisState(driver, 'test')
    state.update(built, defaultCatalysts, defaults)
    return { read, outcomes: state.outcomes(), findings: state.findings(), rowsWithoutFile: built.rowsWithoutFile.length }
  } finally {
    driver.close()
  }
}
