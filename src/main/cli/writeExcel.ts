import { resolve } from 'node:path'
import type { Exported } from '../../shared/api'
import { exportSummary, exportTemplate } from '../export/exportSummary'
import type { Project } from '../project/project'

/** The summary, or the group's own workbook filled; a target that is held and what the template asks for in vain are said on stderr. null where the project was closed meanwhile. */
export async function writeExcel(project: Project, path: string, template: string | undefined): Promise<Exported | null> {
  const written = template === undefined ? await exportSummary(project, path) : await exportTemplate(project, resolve(template), path)
  if (written?.held !== undefined) process.stderr.write(`${written.held} is open in another program; wrote ${written.path} instead.\n`)
  if (written !== null && 'notFilled' in written && written.notFilled !== null) process.stderr.write(`${written.notFilled}\n`)
  return written
}
