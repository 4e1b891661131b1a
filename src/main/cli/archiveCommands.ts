import { resolve } from 'node:path'
import { readArchive, writeArchive } from '../export/projectArchive'
import { isThere } from '../disk'
import { openStore } from '../store/openStore'
import { checkFileTargets } from './checkTargets'
import { CliError, parseCommand } from './cliError'

function twoPaths(args: readonly string[], usage: string): [string, string] {
  const { positionals } = parseCommand(args, {})
  const [from, to] = positionals
  if (from === undefined || to === undefined || positionals.length > 2) throw new CliError(`name two files: ${usage}`)
  if (!isThere(resolve(from))) throw new CliError(`${from} does not exist.`)
  checkFileTargets({ [usage.split(' ').at(-1)!]: to })
  return [resolve(from), resolve(to)]
}

/** `rum pack NAME.rum OUT.zip`: the whole project with its original files as one archive. */
export async function packCommand(args: readonly string[]): Promise<number> {
  const [project, archive] = twoPaths(args, 'rum pack NAME.rum OUT.zip')
  const driver = openStore(project, { create: false })
  try {
    const { path, originals } = await writeArchive(driver, archive)
    process.stdout.write(`wrote ${path} with ${originals} original files\n`)
  } finally {
    driver.close()
  }
  return 0
}

/** `rum unpack IN.zip NAME.rum`: the project out of an archive, checked against its list of sums. */
export async function unpackCommand(args: readonly string[]): Promise<number> {
  const [archive, project] = twoPaths(args, 'rum unpack IN.zip NAME.rum')
  const { originals } = await readArchive(archive, project)
  process.stdout.write(`wrote ${project}; its ${originals} original files are as they were\n`)
  return 0
}
