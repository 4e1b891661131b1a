import { resolve } from 'node:path'
import { checkFolderTarget } from './checkTargets'
import { CliError, parseCommand } from './cliError'
import { simulateLab } from './simulate'

/** `rum simulate DIR [--seed N]` */
export async function simulateCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseCommand(args, { seed: { type: 'string' } })
  const [folder] = positionals
  if (folder === undefined || positionals.length > 1) throw new CliError('name one folder: rum simulate DIR')
  const seed = values.seed === undefined ? 1 : Number(values.seed)
  if (!Number.isSafeInteger(seed)) throw new CliError(`--seed ${values.seed} is not a whole number.`)
  checkFolderTarget('DIR', folder)
  const paths = await simulateLab(resolve(folder), { seed })
  process.stdout.write(`wrote ${paths.length} simulated files to ${folder}\n`)
  return 0
}
