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

/** The names of the workbooks, before anything is read. */
export function checkWorkbookNames({ xlsx, template }: { readonly xlsx?: string | undefined; readonly template?: string | undefined }): void {
  if (template?.includes('{')) throw new CliError(`--template is a workbook to fill; file names are read by --name-template '${template}'.`)
  if (template !== undefined && xlsx === undefined) throw new CliError('name the file that the filled template is written to: --template YOURS.xlsx --xlsx OUT.xlsx')
  if (xlsx !== undefined && !xlsx.toLowerCase().endsWith('.xlsx')) throw new CliError(`${xlsx} does not end with .xlsx, so Excel would not open it; name it OUT.xlsx.`)
}
