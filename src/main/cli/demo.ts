import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { simulatedLab } from '../../shared/simulate/simulatedLab'
import { appVersion } from '../appVersion'
import { exportSummary } from '../export/exportSummary'
import { openProject } from '../project/project'
import { checkFolderTarget } from './checkTargets'
import { CliError, parseCommand, type Cli } from './cliError'
import { clearEarlierDemo } from './earlierDemo'
import { comparePaper, paperTableText } from './paperTable'
import { writeLab } from './simulate'

/**
 * `rum demo DIR`: the main job in one go. Watches an empty folder (what an earlier demo left there goes), lets the simulated
 * instruments write into it, and prints what the paper says against what came out of the files. Exit 1 when a number is outside its tolerance.
 */
export async function demoCommand(args: readonly string[], cli: Cli): Promise<number> {
  const { positionals } = parseCommand(args, {})
  const [folder] = positionals
  if (folder === undefined || positionals.length > 1) throw new CliError('name one folder: rum demo DIR')
  const root = resolve(folder)
  const lab = join(root, 'lab')
  const path = join(root, 'demo.rum')
  checkFolderTarget('DIR', folder)
  const files = simulatedLab(1)
  await clearEarlierDemo(lab, path, files)
  await mkdir(lab, { recursive: true })
  // By path: a file is read again when its companion (.spc with .par) arrives after it.
  const read = new Set<string>()
  const project = openProject({ path, create: true, workerFile: cli.workerFile, appVersion, emit: () => undefined, onRecorded: ({ path: file }) => { read.add(file) } })
  try {
    project.markSimulated()
    project.folders.add([lab])
    await project.folders.start()
    process.stdout.write(`watching ${lab}; the simulated instruments write now\n`)
    const written = await writeLab(lab, files)
    const lastWrite = Date.now()
    await allRead(() => read.size, written.length)
    await project.settled()
    process.stdout.write(`${read.size} of ${written.length} files read, results ${((Date.now() - lastWrite) / 1000).toFixed(1)} s after the last write (files must rest 0.8 s)\n\n`)
    const rows = comparePaper(project.outcomes().flatMap((outcome) => outcome.results))
    process.stdout.write(paperTableText(rows))
    const exported = await exportSummary(project, join(root, 'summary.xlsx'))
    process.stdout.write(`\n${exported === null ? '' : `wrote ${exported.path}\n`}project ${path}\n`)
    return rows.length > 0 && rows.every((row) => row.within) ? 0 : 1
  } finally {
    await project.close()
  }
}

/** The watcher tells of files a moment after they are written; after 20 s without news a scan is left to find the rest. */
async function allRead(count: () => number, expected: number): Promise<void> {
  let last = -1
  let quietSince = Date.now()
  while (count() < expected && Date.now() - quietSince < 20_000) {
    if (count() !== last) quietSince = Date.now()
    last = count()
    await new Promise((done) => setTimeout(done, 50))
  }
}
