import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { Exported, FilledWorkbook } from '../../shared/api'
import type { SummaryInput } from '../../shared/workbook/summaryInput'
import { readCatalysts } from '../store/catalysts'
import { appVersion } from '../appVersion'
import type { Project } from '../project/project'
import { fileIdOf } from '../project/inbox'
import { inboxRows } from '../project/inboxPage'
import { readDefaults } from '../project/projectSettings'
import { readFiles } from '../store/files'
import { workbookApart } from './workbookApart'
import { writeFileSafely } from './writeFileSafely'

/** The Excel summary of a project: the same from the window, the command line and the watcher. null where it was stopped, and nothing was written. */
export function exportSummary(project: Project, path: string): Promise<Exported | null> {
  return project.underway.run('export', async (signal) => {
    const { bytes } = await workbookApart(project.workbookWorker, summaryInput(project), null, signal)
    return writeFileSafely(path, bytes)
  })
}

/** The group's own workbook, filled; the template itself is never written to. What was not found is said. */
export async function exportTemplate(project: Project, template: string, path: string): Promise<FilledWorkbook | null> {
  if (resolve(template) === resolve(path)) throw new Error(`${path} is the template itself, which stays as it is; choose another name.`)
  let bytes: Buffer
  try {
    bytes = await readFile(template)
  } catch (error) {
    throw new Error(`${template} cannot be read; is it still there, and is it open in another program?`, { cause: error })
  }
  return project.underway.run('export', async (signal) => {
    const made = await workbookApart(project.workbookWorker, summaryInput(project), { bytes, name: basename(template) }, signal)
    return { ...(await writeFileSafely(path, made.bytes)), notFilled: made.notFilled }
  })
}

function summaryInput(project: Project): SummaryInput {
  const entries = project.entries()
  const hashes = new Map(readFiles(project.driver).map((file) => [file.id, file.sha256]))
  const state = project.state()
  return {
    project: state.name, simulated: state.simulated, appVersion, catalysts: readCatalysts(project.driver),
    outcomes: [...project.outcomes()], entries: [...entries], // lists of their own: they are handed over in turns, while the project goes on
    findings: project.findings(), defaults: readDefaults(project.driver),
    files: inboxRows(project.driver, entries).map((row) => ({ path: row.path, sha256: hashes.get(fileIdOf(row.id)) ?? '', reader: row.reader, status: row.status, reason: row.reason }))
  }
}
