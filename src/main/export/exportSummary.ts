import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { Exported } from '../../shared/api'
import { buildSummaryWorkbook } from '../../shared/workbook/buildSummaryWorkbook'
import type { SummaryInput } from '../../shared/workbook/summaryInput'
import { readCatalysts } from '../store/catalysts'
import { appVersion } from '../appVersion'
import type { Project } from '../project/project'
import { fileIdOf } from '../project/inbox'
import { inboxRows } from '../project/inboxPage'
import { readDefaults } from '../project/projectSettings'
import { readFiles } from '../store/files'
import { fillTemplate } from './template/fillTemplate'
import { writeFileSafely } from './writeFileSafely'
import { writeWorkbook } from './writeWorkbook'

/** The Excel summary of a project: the same from the window, the command line and the watcher. */
export async function exportSummary(project: Project, path: string): Promise<Exported> {
  return writeFileSafely(path, await writeWorkbook(buildSummaryWorkbook(summaryInput(project))))
}

/** The group's own workbook, filled; the template itself is never written to. What was not found is said. */
export async function exportTemplate(project: Project, template: string, path: string): Promise<Exported & { readonly notFilled: string | null }> {
  if (resolve(template) === resolve(path)) throw new Error(`${path} is the template itself, which stays as it is; choose another name.`)
  const input = summaryInput(project)
  let bytes: Buffer
  try {
    bytes = await readFile(template)
  } catch (error) {
    throw new Error(`${template} cannot be read; is it still there, and is it open in another program?`, { cause: error })
  }
  const { bytes: filled, notFilled } = fillTemplate(bytes, basename(template), input, buildSummaryWorkbook(input).sheets)
  return { ...(await writeFileSafely(path, filled)), notFilled }
}

function summaryInput(project: Project): SummaryInput {
  const entries = project.entries()
  const hashes = new Map(readFiles(project.driver).map((file) => [file.id, file.sha256]))
  const state = project.state()
  return {
    project: state.name, simulated: state.simulated, appVersion, catalysts: readCatalysts(project.driver), outcomes: project.outcomes(), entries,
    findings: project.findings(), defaults: readDefaults(project.driver),
    files: inboxRows(project.driver, entries).map((row) => ({ path: row.path, sha256: hashes.get(fileIdOf(row.id)) ?? '', reader: row.reader, status: row.status, reason: row.reason }))
  }
}
