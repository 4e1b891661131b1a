import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { unzipSync } from 'fflate'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { traceOf } from '../faults/faultLab'

/** As a catalyst's name in the run sheet. */
const payloads = [
  '<img src=x onerror=alert(1)>', '<svg onload=alert(1)>', '"><script>alert(1)</script>', "javascript:alert('x')", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x","y")', '+1+cmd', '-2+3', '@SUM(1)', '\t=1+1',
  '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'CON', 'NUL.txt', '中文名', 'n'.repeat(300), 'safe\u202Ecod.exe', 'a:b/c\\d?*[e]'
]
const folder = mkdtempSync(join(tmpdir(), 'rum-names-'))
const rum = (...words: readonly string[]): { status: number | null; stderr: string } => spawnSync(process.execPath, [resolve('out/main/rum.js'), ...words], { encoding: 'utf8', timeout: 120_000 })
const fileName = (i: number): string => `run${i}.txt`

describe('names made to harm', () => {
  let book: XLSX.WorkBook
  let parts: Record<string, Uint8Array>
  beforeAll(() => {
    const lab = join(folder, 'lab')
    mkdirSync(lab)
    const rows = payloads.map((catalyst, i) => ({ 'file': fileName(i), catalyst, 'run': `R${i}`, 'potential (V)': '-0.3', 'reference': 'RHE', 'area (cm2)': '1' }))
    payloads.forEach((_, i) => writeFileSync(join(lab, fileName(i)), traceOf(i)))
    writeFileSync(join(lab, 'runsheet.csv'), Papa.unparse(rows))
    // Windows allows none of these in a file name.
    if (process.platform !== 'win32') for (const [i, name] of ['<img src=x onerror=alert(1)>.txt', "=cmd|' calc'!A0.txt", 'line\nbreak.txt', '__proto__'].entries()) writeFileSync(join(lab, name), traceOf(100 + i))
    const analysed = rum('analyse', lab, '--project', join(folder, 'p.rum'), '--xlsx', join(folder, 'out.xlsx'))
    expect(analysed.status, analysed.stderr).toBe(0)
    const packed = rum('fair', join(folder, 'p.rum'), join(folder, 'out.zip'))
    expect(packed.status, packed.stderr).toBe(0)
    book = XLSX.read(readFileSync(join(folder, 'out.xlsx')), { cellFormula: true })
    parts = unzipSync(new Uint8Array(readFileSync(join(folder, 'out.zip'))))
  }, 240_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const cells = (): XLSX.CellObject[] => book.SheetNames.flatMap((name) => Object.entries(book.Sheets[name]!).flatMap(([at, cell]) => (at.startsWith('!') ? [] : [cell as XLSX.CellObject])))

  it('are text in Excel, and every formula there is ours', () => {
    const texts = new Set(cells().filter(({ t, f }) => t === 's' && f === undefined).map(({ v }) => String(v).trim()))
    expect(payloads.map((name) => name.trim()).filter((name) => !texts.has(name))).toEqual([])
    const strange = cells().flatMap(({ f }) => (f === undefined ? [] : [f])).filter((f) => /cmd|HYPERLINK\("http|calc'|^1\+1$|alert/i.test(f))
    expect(strange).toEqual([])
    for (const name of book.SheetNames) expect(name).toMatch(/^[^:\\/?*[\]]{1,31}$/)
  })

  it('start no formula in the tables of the data package', () => {
    const tables = Object.entries(parts).filter(([name]) => name.endsWith('.csv') && !name.startsWith('originals/'))
    expect(tables.length).toBeGreaterThan(3)
    const fields = tables.flatMap(([name, bytes]) => Papa.parse<string[]>(new TextDecoder().decode(bytes)).data.flatMap((row) => row.map((field) => ({ name, field }))))
    expect(fields.some(({ field }) => field.includes('<img src=x onerror=alert(1)>'))).toBe(true)
    expect(fields.filter(({ field }) => /^[=+@\t\r-]/.test(field) && !Number.isFinite(Number(field)))).toEqual([])
  })

  it('name nothing outside the package, and nothing that Windows cannot hold', () => {
    const names = Object.keys(parts)
    expect(names.filter((name) => /^[/\\]|^[A-Za-z]:|(^|\/)\.\.(\/|$)/.test(name))).toEqual([])
    expect(names.filter((name) => /[<>:"|?*\\\n]|(^|\/)(con|nul|aux|prn)(\.|\/|$)/i.test(name))).toEqual([])
  })
})
