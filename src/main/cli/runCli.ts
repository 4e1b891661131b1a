import { appVersion } from '../appVersion'
import { analyseCommand } from './analyse'
import { packCommand, unpackCommand } from './archiveCommands'
import { CliError, type Cli } from './cliError'
import { dataPackageCommand } from './dataPackageCommand'
import { demoCommand } from './demo'
import { doctorCommand } from './doctor'
import { readCommand } from './read'
import { recoverCommand } from './recoverCommand'
import { simulateCommand } from './simulateCommand'
import { usageOf } from './usage'
import { watchCommand } from './watch'

const commands = new Map([
  ['read', readCommand], ['analyse', analyseCommand], ['watch', watchCommand], ['simulate', simulateCommand], ['doctor', doctorCommand], ['demo', demoCommand],
  ['recover', recoverCommand], ['pack', packCommand], ['unpack', unpackCommand], ['fair', dataPackageCommand]
])

/** Returns the exit code. Every error is one sentence on stderr; a stack only with --verbose. */
export async function runCli(argv: readonly string[], cli: Cli): Promise<number> {
  const verbose = argv.includes('--verbose')
  const [name, ...rest] = argv.filter((argument) => argument !== '--verbose')
  const isHelp = (word: string | undefined): boolean => word === '--help' || word === '-h'
  if (name === undefined || name === 'help' || isHelp(name)) {
    process.stdout.write(usageOf(rest[0] ?? ''))
    return name === undefined ? 2 : 0
  }
  if (name === '--version' || name === 'version') {
    process.stdout.write(`${appVersion}\n`)
    return 0
  }
  const command = commands.get(name)
  if (!command) {
    process.stderr.write(`rum: there is no command "${name}"; rum --help lists them.\n`)
    return 2
  }
  if (rest.slice(0, rest.includes('--') ? rest.indexOf('--') : undefined).some(isHelp)) {
    process.stdout.write(usageOf(name))
    return 0
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
