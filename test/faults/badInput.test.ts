import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { zipSync, strToU8 } from 'fflate'

interface Report {
  files: { path: string; status: string; reason?: string }[]
  results: { catalyst: string | null; metric: string; value: number; conditions: Record<string, unknown>; inputs: string[] }[]
  checks: { rule: string; level: string; message: string }[]
  needs: { message: string }[]
}

const folder = mkdtempSync(join(tmpdir(), 'rum-bad-'))
const lab = join(folder, 'lab')
const rum = resolve('out/main/rum.js')
const trace = ['June 13, 2026   13:13:28', 'Amperometric i-t Curve', 'File: a', 'Data Source:  Experiment', 'Instrument Model:  CHI760E', 'Header: ', 'Note: ', '', 'Init E (V) = -0.3', '', 'Time/sec, Current/A', '', ...Array.from({ length: 101 }, (_, i) => `${(i * 36).toFixed(1)}, -1.000e-2`), ''].join('\r\n')
const sheet = [
  'file,catalyst,run,role,analyte,potential (V),reference,area (kg),loading (mg/cm2),volume (mL),dilution,absorbance,concentration (ug/mL)',
  'good.txt,RuFe-NC,R1,,,-0.3,RHE,1,0.5,30,,,',
  ',,,standard,NH3,,,,,,,0.02,0', ',,,standard,NH3,,,,,,,0.21,0.5', ',,,standard,NH3,,,,,,,0.40,1', ',,,standard,NH3,,,,,,,0.78,2',
  ',,R1,,NH3,,,,,,50,0.40,', ',,R1,,NH3,,,,,,fifty,0.41,', 'lost.txt,RuCo-NC,R2,,,-0.3,RHE,,,,,,'
].join('\n')
let report: Report
let stderr = ''
let stdout = ''

beforeAll(() => {
  mkdirSync(lab)
  const files: [string, string | Uint8Array][] = [
    ['good.txt', trace], ['runsheet.csv', sheet], ['empty.txt', ''], ['archive.txt', zipSync({ 'a.txt': strToU8('hello') })], ['rubbish.bin', Uint8Array.from({ length: 3000 }, (_, i) => (i * 131) & 255)],
    ['cut.txt', trace.slice(0, -7)], ['copy of good.txt', trace], ['old_good.txt', `${trace}\r\n`], ['~$runsheet.xlsx', 'lock'], ['Thumbs.db', 'x'], ['page.txt', '<!DOCTYPE html><html></html>'], ['broken_runsheet.xlsx', 'not a workbook']
  ]
  for (const [name, content] of files) writeFileSync(join(lab, name), content)
  const out = join(folder, 'out.json')
  const run = spawnSync(process.execPath, [rum, 'analyse', lab, '--json', out], { encoding: 'utf8' })
  stderr = run.stderr
  stdout = run.stdout
  report = JSON.parse(readFileSync(out, 'utf8')) as Report
}, 240_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string) => report.files.find(({ path }) => path.endsWith(name) && !path.endsWith(`copy of ${name}`) && !path.endsWith(`old_${name}`))!

describe('bad input', () => {
  it.each([
    ['empty.txt', 'error', 'empty'], ['archive.txt', 'error', 'zip'], ['rubbish.bin', 'unrecognised', 'binary'], ['cut.txt', 'partial', 'last line has no end'], ['page.txt', 'unrecognised', 'instrument'],
    ['broken_runsheet.xlsx', 'error', 'xlsx'], ['old_good.txt', 'ignored', 'old_'], ['~$runsheet.xlsx', 'ignored', 'lock'], ['Thumbs.db', 'ignored', '']
  ])('%s is listed as %s with its reason', (name, status, words) => {
    const found = report.files.find(({ path }) => path.endsWith(name))!
    expect(found).toMatchObject({ status })
    expect((found.reason ?? '').toLowerCase()).toContain(words.toLowerCase())
    expect(found.reason ?? '').not.toMatch(/\n|undefined|\bat .*\.js/)
  })
  it('names the original of a copy', () => {
    const both = report.files.filter(({ path }) => /(^|[\\/])(copy of )?good\.txt$/.test(path))
    const copy = both.find(({ status }) => status === 'duplicate')!
    expect(both).toHaveLength(2)
    expect(copy.reason).toContain('good.txt')
  })
  it('names row, column and reason of a cell, and uses the rest of the sheet', () => {
    const { status, reason } = file('runsheet.csv')
    expect(status).toBe('partial')
    expect(reason).toContain('area (kg)')
    expect(reason).toContain('fifty')
    expect(reason).toMatch(/row 8/)
    expect(report.results.some(({ metric }) => metric === 'cal_slope')).toBe(true)
    expect(report.results.some(({ metric, catalyst }) => metric === 'charge' && catalyst === 'RuFe-NC')).toBe(true)
  })
  it('says which file of the sheet is not there', () => {
    expect(report.checks.find(({ rule }) => rule === 'run-sheet-row')?.message).toContain('lost.txt')
  })
  it('prints what is missing and what the checks found, notes aside', () => {
    expect(report.needs.length).toBeGreaterThan(0)
    for (const { message } of report.needs.slice(0, 3)) expect(stdout).toContain(`: ${message}`)
    const serious = report.checks.filter(({ level }) => level !== 'note')
    expect(serious.length).toBeGreaterThan(0)
    for (const { message } of serious.slice(0, 3)) expect(stdout).toContain(`: ${message}`)
    for (const { message } of report.checks.filter(({ level }) => level === 'note')) expect(stdout).not.toContain(message)
  })
  it('writes no stack to the terminal', () => expect(stderr).not.toMatch(/\n\s+at /))
})

describe('the command line', () => {
  it.each([
    [['frobnicate'], 2, 'no command'], [['analyse'], 2, 'folder'], [['analyse', '.', '--xlsx', 'out.txt'], 2, 'does not end with .xlsx'], [['analyse', '/nowhere at all'], 2, 'nowhere at all'], [['watch', '.'], 2, '--project'], [['read'], 2, 'file'], [['simulate', 'x', '--seed', 'abc'], 2, 'whole number']
  ])('rum %j ends with one sentence', (args, code, words) => {
    const run = spawnSync(process.execPath, [rum, ...args], { encoding: 'utf8', cwd: folder })
    expect(run.status).toBe(code)
    expect(run.stderr.trim().split('\n')).toHaveLength(1)
    expect(run.stderr).toContain(words)
  })
  it('reads files as JSON and fails when one is not readable', () => {
    const good = spawnSync(process.execPath, [rum, 'read', join(lab, 'good.txt'), '--json'], { encoding: 'utf8' })
    expect(good.status).toBe(0)
    const [first] = JSON.parse(good.stdout) as { format: string; status: string; measurements: { technique: string; columns: { name: string; quantity: string; rows: number; last: number }[] }[] }[]
    expect(first).toMatchObject({ status: 'ok', measurements: [{ technique: 'CA', columns: [{ name: 'Time', quantity: 'time', rows: 101, last: 3600 }, { name: 'Current', quantity: 'current' }] }] })
    const bad = spawnSync(process.execPath, [rum, 'read', join(lab, 'good.txt'), join(lab, 'empty.txt'), '--json'], { encoding: 'utf8' })
    expect(bad.status).toBe(1)
    expect(JSON.parse(bad.stdout)).toHaveLength(2)
  })
  it('says what is installed', () => {
    const run = spawnSync(process.execPath, [rum, 'doctor'], { encoding: 'utf8' })
    expect(run.status).toBe(0)
    expect(run.stdout).toContain('Node')
  })
})
