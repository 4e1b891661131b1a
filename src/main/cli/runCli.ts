import { analyseCommand } from './analyse'
import { packCommand, unpackCommand } from './archiveCommands'
import { CliError, type Cli } from './cliError'
import { dataPackageCommand } from './dataPackageCommand'
import { demoCommand } from './demo'
import { doctorCommand } from './doctor'
import { readCommand } from './read'
import { recoverCommand } from './recoverCommand'
import { simulateCommand } from './simulateCommand'
import { watchCommand } from './watch'

const commands = new Map([
  ['read', readCommand], ['analyse', analyseCommand], ['watch', watchCommand], ['simulate', simulateCommand], ['doctor', doctorCommand], ['demo', demoCommand],
  ['recover', recoverCommand], ['pack', packCommand], ['unpack', unpackCommand], ['fair', dataPackageCommand]
])

const usage = `rum: instrument files to results, without a window

  rum read FILE… [--json]                      what is in each file
  rum analyse FOLDER [--project NAME.rum] [--xlsx OUT.xlsx [--template YOURS.xlsx]] [--json OUT.json] [--figures DIR]
  rum watch FOLDER… --project NAME.rum [--xlsx OUT.xlsx [--template YOURS.xlsx]]
  rum simulate DIR [--seed N]                  writes the simulated lab
  rum demo DIR                                 the simulated lab, watched live, against the paper
  rum fair NAME.rum OUT.zip                    originals, numbers, conditions and methods as open tables
  rum pack NAME.rum OUT.zip                    the project with its original files as one archive
  rum unpack IN.zip NAME.rum                   the project out of it, on any computer
  rum recover NAME.rum FOLDER                  the original files, even out of a damaged project
  rum doctor                                   what is installed and reachable

  --verbose with any of them shows where an error came from.
`

/** Returns the exit code. Every error is one sentence on stderr; a stack only with --verbose. */
export async function runCli(argv: readonly string[], cli: Cli): Promise<number> {
  const verbose = argv.includes('--verbose')
  const [name, ...rest] = argv.filter((argument) => argument !== '--verbose')
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(usage)
    return name === undefined ? 2 : 0
  }
  const command = commands.get(name)
  if (!command) {
    process.stderr.write(`rum: there is no command "${name}"; rum --help lists them.\n`)
    return 2
  }
  try {
    return await command(rest, cli)
  } catch (error) {
    const message = error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error)
    process.stderr.write(`rum ${name}: ${message}\n`)
    if (verbose && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`)
    return error instanceof CliError ? 2 : 1
  }
}
