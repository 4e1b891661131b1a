import { parseArgs, type ParseArgsConfig } from 'node:util'

/** What every command gets: where its helpers lie. */
export interface Cli { readonly workerFile: URL; readonly program: string }

/** Wrong words on the command line: exit code 2. */
export class CliError extends Error {}

/** parseArgs with its errors in one sentence. Positionals are allowed. */
export function parseCommand<O extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true } as const)
  } catch (error) {
    const first = error instanceof Error ? error.message.split('. ')[0]! : String(error)
    throw new CliError(`${first}; rum --help lists the options.`)
  }
}
