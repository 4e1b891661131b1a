import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { writeElectrolysis } from '../journey/electrolysis'
import { eventually } from '../journey/eventually'

/** `rum watch … --xlsx`: rewritten after each change, and never over a workbook that somebody has open. */
const root = mkdtempSync(join(tmpdir(), 'rum-watch-xlsx-'))
const [lab, out] = [join(root, 'lab'), join(root, 'out')]
const target = join(out, 'summary.xlsx')
const heldSign = join(root, 'held')
const program = join(import.meta.dirname, '../../out/main/rum.js')
let child: ChildProcess | undefined
afterAll(() => {
  child?.kill('SIGKILL')
  rmSync(root, { recursive: true, force: true })
})

/** What Windows answers while Excel holds a file: nothing can be renamed over it. */
const asWindows = `
import fs from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
const { rename } = fs
fs.rename = async (from, to) => {
  if (to === ${JSON.stringify(target)} && existsSync(${JSON.stringify(heldSign)})) throw Object.assign(new Error('EBUSY: resource busy or locked, rename'), { code: 'EBUSY' })
  return rename(from, to)
}
syncBuiltinESMExports()
`

function efficiencyIn(path: string): number | null {
  if (!existsSync(path)) return null
  const sheet = XLSX.read(readFileSync(path)).Sheets['RuFe-NC']
  const rows = sheet ? XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1 }) : []
  const column = rows.find((row) => row.includes('FE(NH₃)'))?.indexOf('FE(NH₃)') ?? -1
  const value = rows.map((row) => row[column]).find((cell) => typeof cell === 'number')
  return typeof value === 'number' ? value : null
}
const holds = (path: string, efficiency: number) => eventually(`${efficiency.toFixed(2)} % in ${path}`, async () => efficiencyIn(path), (found) => found !== null && Math.abs(found - efficiency) < 1e-6, 20_000)

it('a workbook that a person has open stays, the numbers are written beside it, and over it once it is closed', async () => {
  mkdirSync(lab)
  mkdirSync(out)
  writeFileSync(join(root, 'asWindows.mjs'), asWindows)
  writeFileSync(join(out, 'summary (2).xlsx'), 'of somebody else')
  child = spawn(process.execPath, ['--import', pathToFileURL(join(root, 'asWindows.mjs')).href, program, 'watch', lab, '--project', join(root, 'p.rum'), '--xlsx', target], { stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise<number | null>((done) => child!.once('exit', done))
  let said = ''
  child.stderr!.on('data', (data: Buffer) => { said += data.toString() })
  const first = writeElectrolysis(lab, 0.5, 0)
  await holds(target, first.fe_percent)
  expect(said).not.toContain('open in another program')

  writeFileSync(heldSign, '')
  const opened = readFileSync(target)
  const beside = join(out, 'summary (3).xlsx')
  for (const round of [1, 2]) await holds(beside, writeElectrolysis(lab, 0.5, round).fe_percent)
  await eventually('a sentence', async () => said, (text) => text.includes(`${target} is open in another program; wrote ${beside} instead.\n`))
  expect(readFileSync(target).equals(opened)).toBe(true)
  expect(readFileSync(join(out, 'summary (2).xlsx'), 'utf8')).toBe('of somebody else')

  rmSync(heldSign)
  await holds(target, writeElectrolysis(lab, 0.5, 3).fe_percent)
  child.kill('SIGTERM')
  expect(await ended).toBe(process.platform === 'win32' ? null : 0) // Windows knows no SIGTERM and ends it at once
  expect(readdirSync(out).sort()).toEqual(['summary (2).xlsx', 'summary (3).xlsx', 'summary.xlsx'])
}, 90_000)
