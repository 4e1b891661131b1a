import { accessSync, constants, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { codeOf, isAbsence } from '../disk'
import { CliError } from './cliError'

/** What somebody named to be written, by the word that names it ('--json', 'OUT.zip'). */
export type Targets = Readonly<Record<string, string | undefined>>

/** Files that are written at the end are looked at before anything is read: their folder must be there, and be one that takes files. */
export function checkFileTargets(targets: Targets): void {
  for (const [word, name] of Object.entries(targets)) {
    if (name === undefined) continue
    const path = resolve(name)
    const folder = dirname(path)
    if (kindOf(path) === 'folder') throw new CliError(`${word} ${name} is a folder; name a file in it.`)
    const kind = kindOf(folder)
    if (kind === 'nothing') throw new CliError(`the folder ${folder} of ${word} ${name} does not exist; make it first, or name another place.`)
    if (kind === 'file') throw new CliError(`${folder} is a file, so ${word} ${name} cannot lie in it; name another place.`)
    checkTakesFiles(folder, `${word} ${name}`)
  }
}

/** A folder that is made where it is missing: nothing else may stand in its way. */
export function checkFolderTarget(word: string, name: string | undefined): void {
  if (name === undefined) return
  let path = resolve(name)
  while (kindOf(path) === 'nothing' && dirname(path) !== path) path = dirname(path)
  if (kindOf(path) === 'file') throw new CliError(`${path} is a file, so ${word} ${name} cannot be a folder; name another place.`)
  checkTakesFiles(path, `${word} ${name}`)
}

function checkTakesFiles(folder: string, what: string): void {
  try {
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw new CliError(`the folder ${folder} may not be written to (${codeOf(error)}), so ${what} cannot lie there; name another place.`)
  }
}

function kindOf(path: string): 'folder' | 'file' | 'nothing' {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file'
  } catch (error) {
    if (isAbsence(error)) return 'nothing'
    throw new CliError(`${path} cannot be looked at (${codeOf(error)}); name another place.`)
  }
}
