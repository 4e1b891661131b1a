import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Project } from '../project/project'
import { scanFolder, type SeenFile } from '../ingest/scanFolder'
import { CliError } from './cliError'
import { createProgressBar } from './progressBar'

/** Reads everything under a folder once, now: nothing is waited for. `added`: the project watches it, and nothing of it has been looked at. */
export async function collectFolder(project: Project, folder: string, added: () => void = () => undefined): Promise<void> {
  const root = resolve(folder)
  if (!isFolder(root)) throw new CliError(`${folder} is not a folder that can be read.`)
  project.folders.add([root])
  added()
  const files: SeenFile[] = []
  for await (const file of scanFolder(root, (path) => process.stderr.write(`${path}: cannot be listed.\n`))) files.push(file)
  const bar = createProgressBar('reading')
  for (const [i, file] of files.entries()) {
    await project.ingest.consider(project.folders.placeOf(file.path), file, { immediately: true })
    bar.update(i + 1, files.length)
  }
  await project.settled()
  bar.end()
}

export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
