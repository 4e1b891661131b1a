import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { labPlan, potentials_V_RHE } from '../../src/shared/simulate/labPlan'
import { sheetText } from '../../src/shared/simulate/sheetText'
import type { FieldValues } from '../../src/shared/metadata/fields'
import { simulatedAssay, type SimulatedAssay } from '../../src/shared/simulate/simulatedAssay'
import { simulatedCampaign } from '../../src/shared/simulate/simulatedCampaign'
import { simulatedElectrolyses } from '../../src/shared/simulate/simulatedElectrolyses'
import { joined } from '../../src/shared/simulate/simulatedFile'
import { simulatedSweeps } from '../../src/shared/simulate/simulatedSweeps'

const catalysts = ['RuFe-NC', 'RuCo-NC', 'RuNi-NC', 'RuCu-NC', 'Ru-NC']

/** `count` chronoamperometries of 200 rows, no two alike, 200 in a folder. */
export function writeTraces(folder: string, count: number): void {
  for (let i = 0; i < count; i += 1) {
    const catalyst = catalysts[i % catalysts.length]!
    const potential = (-0.1 * (1 + (i % 5))).toFixed(1)
    const day = join(folder, catalyst, `day${Math.floor(i / 200)}`)
    mkdirSync(day, { recursive: true })
    const rows = Array.from({ length: 200 }, (_, k) => `${(k * 18).toFixed(1)}, -${(1e-2 * (1 + 0.01 * Math.sin(i + 0.7 * k))).toExponential(4)}`)
    writeFileSync(join(day, `${catalyst}_CA_${potential}V_${i}.txt`), ['June 13, 2026   13:13:28', 'Amperometric i-t Curve', `File: a${i}`, 'Data Source:  Experiment', 'Instrument Model:  CHI760E', 'Header: ', 'Note: ', '', `Init E (V) = ${potential}`, '', 'Time/sec, Current/A', '', ...rows, ''].join('\r\n'))
  }
}
/** `count` electrolyses of one catalyst, each with its NH3 and NO2 readings and conditions in the run sheet of its campaign of 15; the first sheet has the standards. */
export function writeElectrolyses(folder: string, count: number): void {
  const plan = labPlan[0]!
  const assays = { NH3: simulatedAssay('NH3', 1), NO2: simulatedAssay('NO2', 1) }
  mkdirSync(join(folder, plan.catalyst), { recursive: true })
  for (let written = 0, campaign = 0; written < count; campaign += 1) {
    const { files, rows } = joined(potentials_V_RHE.map((_, i) => simulatedElectrolyses(plan, i, assays, campaign, campaign * 24)))
    const wanted = files.slice(0, count - written)
    const nameOf = (file: string): string => file.replace('_CA_', `_CA_c${campaign}_`)
    for (const { path, text, encoding } of wanted) writeFileSync(join(folder, nameOf(path)), Buffer.from(text, encoding))
    const runs = new Set(rows.filter(({ file }) => wanted.some(({ path }) => basename(path) === file)).map(({ run }) => run))
    const own = rows.filter(({ run }) => runs.has(run)).map((row) => ({ ...row, run: `${row.run ?? ''}-c${campaign}`, ...(row.file === undefined ? {} : { file: nameOf(row.file) }) }))
    writeFileSync(join(folder, plan.catalyst, `runsheet${campaign}.csv`), sheetText(campaign === 0 ? [...standardRows(assays.NH3, 'NH3'), ...standardRows(assays.NO2, 'NO2-'), ...own] : own))
    written += wanted.length
  }
}
const standardRows = ({ product, standards, blankAbsorbance }: SimulatedAssay, basis: string): FieldValues[] => [
  ...standards.map((standard) => ({ technique: 'UVVIS', role: 'standard', analyte: product, basis, ...standard })),
  { technique: 'UVVIS', role: 'blank', analyte: product, absorbance: blankAbsorbance, dilution: 1 }
]
/** Campaigns as they are measured: some 46 files a catalyst (sweeps, cycles, electrolyses with replicates, recycling, impedance, battery) and its run sheet. */
export function writeCampaigns(folder: string, count: number): number {
  let written = 0
  for (let k = 0; written < count; k += 1) {
    const assays = { NH3: simulatedAssay('NH3', k), NO2: simulatedAssay('NO2', k) }
    const plan = { ...labPlan[k % labPlan.length]!, catalyst: `Ru${String.fromCharCode(65 + (k % 26))}${String.fromCharCode(97 + Math.floor(k / 26))}-NC` }
    const { files, rows } = joined([simulatedSweeps(plan, k, k * 96), ...potentials_V_RHE.map((_, i) => simulatedElectrolyses(plan, i, assays, k, k * 96)), simulatedCampaign(plan, assays, k, k * 96 + 48)])
    for (const { path, text, encoding } of [...files, { path: `${plan.catalyst}/runsheet.csv`, text: sheetText(rows), encoding: 'utf8' as const }]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), Buffer.from(text, encoding))
      written += 1
    }
  }
  return written
}

/** Both laboratories, as benches are made of them: what is said of each, and what writes it. */
export const labs = [['one kind of file, five catalysts', writeTraces], ['whole campaigns, ever more catalysts', writeCampaigns]] as const

/** A laboratory of so many files in a folder of its own, and where its project goes. */
export function writtenLab(root: string, write: typeof writeTraces | typeof writeCampaigns, count: number): { readonly folder: string; readonly path: string } {
  const name = join(root, `${write.name}${count}`)
  write(name, count)
  return { folder: name, path: `${name}.rum` }
}
