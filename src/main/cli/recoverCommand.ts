import { resolve } from 'node:path'
import { recoverOriginals } from '../store/recoverOriginals'
import { isThere } from '../disk'
import { checkFolderTarget } from './checkTargets'
import { CliError, parseCommand } from './cliError'

/** `rum recover NAME.rum FOLDER`: the original files out of a project, even of a damaged one. Exit 1 when some are lost. */
export async function recoverCommand(args: readonly string[]): Promise<number> {
  const { positionals } = parseCommand(args, {})
  const [project, folder] = positionals
  if (project === undefined || folder === undefined || positionals.length > 2) throw new CliError('name the project and a folder: rum recover NAME.rum FOLDER')
  if (!isThere(resolve(project))) throw new CliError(`${project} does not exist.`)
  checkFolderTarget('FOLDER', folder)
  const { written, lost, unwritten } = await recoverOriginals(resolve(project), resolve(folder))
  process.stdout.write(`${written.length} original files written to ${folder}, each as it was byte for byte${lost > 0 ? `; ${lost} are lost` : ''}\n`)
  const [first] = unwritten
  if (first) process.stderr.write(`${unwritten.length} could not be written, the first is ${first.name} (${first.why}); choose a folder on another disk and recover again.\n`)
  return lost + unwritten.length === 0 ? 0 : 1
}
