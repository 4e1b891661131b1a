import type { Exported } from '../../shared/api'
import { buildSummaryWorkbook } from '../../shared/workbook/buildSummaryWorkbook'
import { readCatalysts } from '../store/catalysts'
import { appVersion } from '../appVersion'
import type { Project } from '../project/project'
import { fileIdOf } from '../project/inbox'
import { inboxRows } from '../project/inboxPage'
import { readDefaults } from '../project/projectSettings'
import { readFiles } from '../store/files'
import { writeFileSafely } from './writeFileSafely'
import { writeWorkbook } from './writeWorkbook'

/** The Excel summary of a project: the same from the window, the command line and the watcher. */
export async function exportSummary(project: Project, path: string): Promise<Exported> {
  const entries = project.entries()
  const hashes = new Map(readFiles(project.driver).map((file) => [file.id, file.sha256]))
  const state = project.state()
  const workbook = buildSummaryWorkbook({
    project: state.name, simulated: state.simulated, appVersion, catalysts: readCatalysts(project.driver), outcomes: project.outcomes(), entries,
    findings: project.findings(), defaults: readDefaults(project.driver),
    files: inboxRows(project.driver, entries).map((row) => ({ path: row.path, sha256: hashes.get(fileIdOf(row.id)) ?? '', reader: row.reader, status: row.status, reason: row.reason }))
  })
  return writeFileSafely(path, await writeWorkbook(workbook))
}
