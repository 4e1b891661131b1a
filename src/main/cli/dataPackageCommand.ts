import { resolve } from 'node:path'
import { appVersion } from '../appVersion'
import { isThere } from '../disk'
import { writeDataPackage } from '../export/dataPackage'
import { openProject } from '../project/project'
import { checkFileTargets } from './checkTargets'
import { CliError, parseCommand, type Cli } from './cliError'

/** `rum fair NAME.rum OUT.zip`: everything that another program needs to compute the numbers again. */
export async function dataPackageCommand(args: readonly string[], cli: Cli): Promise<number> {
  const { positionals } = parseCommand(args, {})
  const [name, out] = positionals
  if (name === undefined || out === undefined || positionals.length > 2) throw new CliError('name the project and a file: rum fair NAME.rum OUT.zip')
  if (!isThere(resolve(name))) throw new CliError(`${name} does not exist.`)
  checkFileTargets({ 'OUT.zip': out })
  const project = openProject({ path: resolve(name), create: false, workerFile: cli.workerFile, appVersion, emit: () => undefined })
  try {
    process.stdout.write(`wrote ${(await writeDataPackage(project, resolve(out), () => new Date())).path}\n`)
  } finally {
    await project.close()
  }
  return 0
}
