import { accessSync, constants } from 'node:fs'
import { tmpdir } from 'node:os'
import { openDriver } from '../store/driver'
import { readers } from '../../shared/readers'
import { analyses } from '../../shared/analyses'
import { appVersion } from '../appVersion'

/** `rum doctor`: what is installed, what works, versions. Exit 1 when something needed does not work. */
export async function doctorCommand(): Promise<number> {
  const lines: [string, () => string][] = [
    ['RuM Workbench', () => appVersion],
    ['Node', () => `${process.version} on ${process.platform} ${process.arch}`],
    ['Electron', () => process.versions.electron ?? 'not needed for the command line'],
    ['project store', () => sqliteVersion()],
    ['readers', () => `${readers.length}: ${readers.map((reader) => reader.format).join(' · ')}`],
    ['analyses', () => `${analyses.length}: ${analyses.map((analysis) => analysis.id).join(' · ')}`],
    ['temporary folder', () => { accessSync(tmpdir(), constants.W_OK); return `${tmpdir()} (writable)` }],
    ['network', () => 'never used']
  ]
  let bad = 0
  for (const [name, probe] of lines) {
    let text: string
    try {
      text = probe()
    } catch (error) {
      bad += 1
      text = `does not work: ${error instanceof Error ? error.message : String(error)}`
    }
    process.stdout.write(`${name.padEnd(18)} ${text}\n`)
  }
  return bad === 0 ? 0 : 1
}

function sqliteVersion(): string {
  const driver = openDriver(':memory:')
  try {
    return `SQLite ${driver.get<{ v: string }>('SELECT sqlite_version() AS v')?.v ?? '?'} (libsql)`
  } finally {
    driver.close()
  }
}
