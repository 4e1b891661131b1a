import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { SimulatedFile } from '../../shared/simulate/simulatedFile'
import { simulatedLab } from '../../shared/simulate/simulatedLab'
import { isAbsence } from '../disk'
import { checkFolderTarget } from './checkTargets'
import { CliError, parseCommand } from './cliError'
import { writeLab } from './simulate'

/** `rum simulate DIR [--seed N]` */
export async function simulateCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseCommand(args, { seed: { type: 'string' } })
  const [folder] = positionals
  if (folder === undefined || positionals.length > 1) throw new CliError('name one folder: rum simulate DIR')
  const seed = values.seed === undefined ? 1 : Number(values.seed)
  if (!Number.isSafeInteger(seed)) throw new CliError(`--seed ${values.seed} is not a whole number.`)
  checkFolderTarget('DIR', folder)
  const files = simulatedLab(seed)
  checkNothingElseThere(resolve(folder), files)
  const paths = await writeLab(folder, files)
  process.stdout.write(`wrote ${paths.length} simulated files to ${folder}\n`)
  return 0
}

/** The same laboratory may be written again; a file with other bytes under one of its names is somebody's. */
function checkNothingElseThere(root: string, files: readonly SimulatedFile[]): void {
  for (const { path, text, encoding } of files) {
    const target = join(root, path)
    const there = bytesOf(target)
    if (there && !there.equals(Buffer.from(text, encoding))) throw new CliError(`${target} is there already with other content, so nothing was written; name an empty folder.`)
  }
}

function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch (error) {
    if (isAbsence(error)) return null
    throw error
  }
}
