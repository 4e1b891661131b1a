import { resolve } from 'node:path'
import type { Exported } from '../../shared/api'
import { exportSummary, exportTemplate } from '../export/exportSummary'
import type { Project } from '../project/project'

/** The summary, or the group's own workbook filled; what the template asks for in vain is said on stderr. */
export async function writeExcel(project: Project, path: string, template: string | undefined): Promise<Exported> {
  if (template === undefined) return exportSummary(project, path)
  const { path: written, notFilled } = await exportTemplate(project, resolve(template), path)
  if (notFilled !== null) process.stderr.write(`${notFilled}\n`)
  return { path: written }
}
