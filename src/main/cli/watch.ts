import { resolve } from 'node:path'
import { openProject, type Project } from '../project/project'
import { appVersion } from '../appVersion'
import { checkFileTargets } from './checkTargets'
import { isFolder } from './collectFolder'
import { checkWorkbookNames, CliError, parseCommand, type Cli } from './cliError'
import { checkNames, nameOptions, setNames } from './nameOptions'
import { writeExcel } from './writeExcel'

/** What asks the watcher to end. Windows sends no SIGTERM; closing its console window is a SIGHUP, after which some seconds are left. Elsewhere nohup keeps SIGHUP away. */
export const endingSignals = (platform: string): readonly NodeJS.Signals[] => (platform === 'win32' ? ['SIGINT', 'SIGTERM', 'SIGBREAK', 'SIGHUP'] : ['SIGINT', 'SIGTERM'])

/** `rum watch FOLDER… --project NAME.rum`: until one of those comes; one line a file. */
export async function watchCommand(args: readonly string[], cli: Cli): Promise<number> {
  const { values, positionals } = parseCommand(args, { project: { type: 'string' }, xlsx: { type: 'string' }, template: { type: 'string' }, ...nameOptions })
  if (values.project === undefined) throw new CliError('name the project: rum watch FOLDER… --project NAME.rum')
  if (positionals.length === 0) throw new CliError('name at least one folder: rum watch FOLDER… --project NAME.rum')
  for (const folder of positionals) if (!isFolder(resolve(folder))) throw new CliError(`${folder} is not a folder that can be read.`)
  checkWorkbookNames(values)
  checkNames(values)
  checkFileTargets({ '--project': values.project, '--xlsx': values.xlsx })
  const workbook = values.xlsx === undefined ? null : createWorkbookWriter(resolve(values.xlsx), values.template, () => project)
  const project: Project = openProject({
    path: resolve(values.project), create: true, workerFile: cli.workerFile, appVersion,
    emit: (event, payload) => {
      if (event === 'outcomesChanged') workbook?.changed()
      if (event === 'notice' && typeof payload === 'object' && payload !== null && 'text' in payload) process.stderr.write(`${payload.text}\n`)
    },
    onRecorded: ({ path, recorded }) => void process.stdout.write(`${recorded.status}\t${path}${recorded.reason === null ? '' : `\t${recorded.reason}`}\n`)
  })
  const stopped = new Promise<void>((done) => {
    for (const signal of endingSignals(process.platform)) process.once(signal, () => done())
  })
  // A pending promise does not keep Node alive: the watchers of an empty polling folder might not either.
  const alive = setInterval(() => undefined, 60_000)
  try {
    project.folders.add(positionals.map((folder) => resolve(folder)))
    setNames(project, positionals, values)
    await Promise.race([project.folders.start(), stopped])
    await Promise.race([project.settled(), stopped])
    workbook?.changed()
    process.stderr.write('watching; Ctrl+C ends it\n')
    await stopped
  } finally {
    clearInterval(alive)
    await workbook?.finish()
    await project.close()
  }
  return 0
}

/** Rewrites the workbook a moment after the last change, never two at a time. */
function createWorkbookWriter(path: string, template: string | undefined, project: () => Project): { changed: () => void; finish: () => Promise<void> } {
  let timer: NodeJS.Timeout | null = null
  let writing: Promise<void> = Promise.resolve()
  const write = (): void => {
    timer = null
    writing = writing.then(async () => {
      try {
        await writeExcel(project(), path, template)
      } catch (error) {
        process.stderr.write(`${path} cannot be written (${error instanceof Error ? error.message : 'unknown'}).\n`)
      }
    })
  }
  return {
    changed() {
      if (timer) clearTimeout(timer)
      timer = setTimeout(write, 500)
    },
    async finish() {
      if (timer) {
        clearTimeout(timer)
        write()
      }
      await writing
    }
  }
}
