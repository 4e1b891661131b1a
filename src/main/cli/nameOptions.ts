import { resolve } from 'node:path'
import { isSamePath } from '../../shared/storedPath'
import type { FolderNames } from '../../shared/api'
import { checkedNames } from '../project/folderNames'
import type { Project } from '../project/project'
import { CliError } from './cliError'

/** How the names in a folder are read, as the command line states it; what it does not state stays as the project keeps it. */
export const nameOptions = { 'name-template': { type: 'string' }, ignore: { type: 'string', multiple: true } } as const
export interface NameValues { readonly 'name-template'?: string | undefined; readonly ignore?: readonly string[] | undefined }

/** Before anything is read: one sentence where the template or a pattern is none. */
export function checkNames({ 'name-template': template, ignore }: NameValues): void {
  try {
    checkedNames({ template: template ?? null, ignore: ignore ?? [] })
  } catch (error) {
    throw new CliError(error instanceof Error ? error.message : String(error))
  }
}

/** Sets them for folders that the project watches now, as a step of its history; an empty text takes back what was set. */
export function setNames(project: Project, folders: readonly string[], { 'name-template': template, ignore }: NameValues): void {
  if (template === undefined && ignore === undefined) return
  for (const named of folders) {
    const path = resolve(named)
    const folder = project.folders.list().find((one) => isSamePath(one.path, path))
    if (!folder) throw new CliError(`${named} lies in a folder that the project watches as a whole (${project.folders.placeOf(path).folderPath ?? 'unknown'}); name that folder: a template and patterns hold for all that is in it.`)
    const names: FolderNames = checkedNames({ template: template ?? folder.names.template, ignore: ignore ?? folder.names.ignore })
    if (JSON.stringify(names) !== JSON.stringify(folder.names)) project.execute({ kind: 'setFolderNames', folder: folder.id, names })
  }
}
