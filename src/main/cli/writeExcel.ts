import { resolve } from 'node:path'
import type { Exported } from '../../shared/api'
import { exportSummary, exportTemplate } from '../export/exportSummary'
import type { Project } from '../project/project'

/** The summary, or the group's own workbook filled; what the template asks for in vain is said on stderr. null where the project was closed meanwhile. */
export async function writeExcel(project: Project, path: string, template: string | undefined): Promise<Exported | null> {
  if (template === undefined) return exportSummary(project, path)
  const written = await exportTemplate(project, resolve(template), path)
  if (written !== null && written.notFilled !== null) process.stderr.write(`${written.notFilled}\n`)
  return written
}
