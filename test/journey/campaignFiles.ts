import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { simulatedLab } from '../../src/shared/simulate/simulatedLab'

export const campaignCatalyst = 'RuFe-NC'

/** One catalyst's whole campaign as it lies on a PC: its own folder, the standards and a run sheet that knows of no other catalyst. */
export function writeCampaign(folder: string, seed = 3): number {
  const files = simulatedLab(seed).filter(({ path }) => path.startsWith(`${campaignCatalyst}/`) || !/^[\w-]*NC\//.test(path))
  for (const { path, text, encoding } of files) {
    const full = join(folder, path)
    mkdirSync(dirname(full), { recursive: true })
    writeFileSync(full, Buffer.from(path === 'runsheet.csv' ? ownRows(text) : text, encoding))
  }
  return files.length
}

function ownRows(sheet: string): string {
  const [head = '', ...rows] = sheet.split(/\r?\n/)
  const column = head.split(',').indexOf('catalyst')
  if (column < 0) throw new Error(`The simulated run sheet names no catalyst: ${head}`)
  return [head, ...rows.filter((row) => ['', campaignCatalyst, undefined].includes(row.split(',')[column]))].join('\n')
}
