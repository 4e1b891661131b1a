import { readdir, readFile, rm } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { SimulatedFile } from '../../shared/simulate/simulatedFile'
import { isAbsence, isThere } from '../disk'
import { untilLetGo } from '../store/driver'
import { openStore, StoreError } from '../store/openStore'
import { readSetting } from '../store/settings'
import { CliError } from './cliError'

/**
 * Takes away the laboratory and the project that an earlier demo left, so that the next one begins empty. Only what the demo itself
 * wrote goes: a file of somebody else or a changed one, or a project with measured data, is a CliError and nothing is touched.
 */
export async function clearEarlierDemo(lab: string, project: string, files: readonly SimulatedFile[]): Promise<void> {
  const own = new Map(files.map(({ path, text, encoding }) => [path, Buffer.from(text, encoding)]))
  for (const path of await filesBeneath(lab)) {
    const bytes = own.get(relative(lab, path).split(sep).join('/'))
    if (!bytes?.equals(await readFile(path))) throw new CliError(`${path} is not what the demo writes, so it is left alone; move it away, or name another folder.`)
  }
  if (isThere(project)) checkSimulated(project)
  await untilLetGo()
  for (const old of [lab, project, `${project}-wal`, `${project}-shm`]) await rm(old, { recursive: true, force: true })
}

/** Opened as any project: one that is open in a window is refused. */
function checkSimulated(project: string): void {
  let isSimulated: boolean
  try {
    const driver = openStore(project, { create: false })
    isSimulated = readSetting(driver, 'meta', 'simulated') === true
    driver.close()
  } catch (error) {
    if (error instanceof StoreError) throw new CliError(error.message)
    throw error
  }
  if (!isSimulated) throw new CliError(`${project} is not the project of a demo, so it is left alone; move it away, or name another folder.`)
}

async function filesBeneath(folder: string): Promise<string[]> {
  try {
    const all = await readdir(folder, { recursive: true, withFileTypes: true })
    return all.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name))
  } catch (error) {
    if (!isAbsence(error)) throw error
    if (isThere(folder)) throw new CliError(`${folder} is a file, so the demo's laboratory cannot lie there; name another folder.`)
    return []
  }
}
