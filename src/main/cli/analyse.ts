import { resolve } from 'node:path'
import { writeFileSafely } from '../export/writeFileSafely'
import { writeExcel } from './writeExcel'
import { openProject } from '../project/project'
import { appVersion } from '../appVersion'
import { checkFileTargets, checkFolderTarget } from './checkTargets'
import { collectFolder } from './collectFolder'
import { checkWorkbookNames, CliError, parseCommand, type Cli } from './cliError'
import { checkNames, nameOptions, setNames } from './nameOptions'
import { projectReport } from './projectReport'
import { resultsTable } from './resultsTable'

/** `rum analyse FOLDER …`: reads everything once, prints a short table, writes JSON and Excel. */
export async function analyseCommand(args: readonly string[], cli: Cli): Promise<number> {
  const { values, positionals } = parseCommand(args, { project: { type: 'string' }, xlsx: { type: 'string' }, template: { type: 'string' }, json: { type: 'string' }, figures: { type: 'string' }, ...nameOptions })
  const [folder] = positionals
  if (folder === undefined || positionals.length > 1) throw new CliError('name one folder: rum analyse FOLDER')
  checkWorkbookNames(values)
  checkNames(values)
  checkFileTargets({ '--project': values.project, '--xlsx': values.xlsx, '--json': values.json })
  checkFolderTarget('--figures', values.figures)
  const project = openProject({
    path: values.project === undefined ? ':memory:' : resolve(values.project), create: true, workerFile: cli.workerFile, appVersion, emit: () => undefined
  })
  try {
    await collectFolder(project, folder, () => setNames(project, [folder], values))
    process.stdout.write(resultsTable(project))
    if (values.json !== undefined) await writeFileSafely(resolve(values.json), Buffer.from(`${JSON.stringify(projectReport(project), null, 1)}\n`))
    const written = values.xlsx === undefined ? null : await writeExcel(project, resolve(values.xlsx), values.template)
    if (written !== null) process.stdout.write(`wrote ${written.path}\n`)
    if (values.figures !== undefined) await writeFigures(project, resolve(values.figures))
  } finally {
    await project.close()
  }
  return 0
}

async function writeFigures(project: ReturnType<typeof openProject>, folder: string): Promise<void> {
  const { writeFigureData } = await import('../export/writeFigureData')
  process.stdout.write(`wrote ${await writeFigureData(project.outcomes(), folder)} figures as data to ${folder}\n`)
}
