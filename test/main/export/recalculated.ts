import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as XLSX from 'xlsx'

/** LibreOffice, where it is installed. */
export const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0)

export const formulasOf = (workbook: XLSX.WorkBook): Map<string, XLSX.CellObject> =>
  new Map(workbook.SheetNames.flatMap((name) => Object.entries(workbook.Sheets[name]!).flatMap(([address, cell]) => (!address.startsWith('!') && (cell as XLSX.CellObject).f ? [[`${name}!${address}`, cell as XLSX.CellObject] as const] : []))))

/**
 * The workbook as LibreOffice computes it. No formula comes with a value, so every number that comes back was computed anew. Of sheets
 * to which no formula of another leads, lists and figures, the formulas alone are kept: that saves most of the time.
 */
export function recalculated(bytes: Uint8Array, folder: string): XLSX.WorkBook {
  const bare = XLSX.read(bytes)
  const formulas = formulasOf(bare)
  for (const cell of formulas.values()) { delete cell.v; cell.t = 'n' }
  const said = [...formulas.values()].map(({ f }) => f!).join(' ')
  for (const name of bare.SheetNames.filter((one) => ![`${one}!`, `'${one}'!`].some((reference) => said.includes(reference)))) {
    const sheet = bare.Sheets[name]!
    for (const address of Object.keys(sheet)) if (!address.startsWith('!') && !(sheet[address] as XLSX.CellObject).f) delete sheet[address]
  }
  return throughOffice(new Uint8Array(XLSX.write(bare, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer), folder)
}

/** The file as it is, opened and saved by LibreOffice. */
export function throughOffice(bytes: Uint8Array, folder: string): XLSX.WorkBook {
  mkdirSync(folder, { recursive: true })
  const [input, out] = [join(folder, 'opened.xlsx'), join(folder, 'out')]
  writeFileSync(input, bytes)
  const run = spawnSync(office!, ['--headless', `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--convert-to', 'xlsx', '--outdir', out, input], { timeout: 120_000 })
  if (run.status !== 0) throw new Error(`LibreOffice ended with ${run.status}: ${run.stderr.toString()}`)
  return XLSX.read(readFileSync(join(out, 'opened.xlsx')))
}
