import { resolve } from 'node:path'

/** The project that the command line names (`NAME.rum`, also what double-clicking a project passes), as a full path. */
export function projectArgument(argv: readonly string[], workingFolder: string): string | null {
  const found = argv.slice(1).find((word) => !word.startsWith('-') && word.toLowerCase().endsWith('.rum'))
  return found === undefined ? null : resolve(workingFolder, found)
}
