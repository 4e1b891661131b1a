import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Result } from '../../../src/shared/analyses/analysis'
import { comparePaper, paperTableText } from '../../../src/main/cli/paperTable'
import { simulateLab } from '../../../src/main/cli/simulate'
import { simulatedLab } from '../../../src/shared/simulate/simulatedLab'
import { readLab, type ReadLab } from './readLab'

describe('the paper against results', () => {
  const result = (part: Partial<Result> & Pick<Result, 'metric' | 'value'>): Result =>
    ({ catalyst: 'RuFe-NC', u: null, unit: '', conditions: {}, method: '', inputs: [], ...part })
  const row = (results: readonly Result[], metric: string, conditions: string) =>
    comparePaper(results).find((r) => r.catalyst === 'RuFe-NC' && r.metric === metric && r.conditions === conditions)!

  it('says what is missing instead of passing it', () => {
    const rows = comparePaper([])
    expect(rows).toHaveLength(23)
    expect(rows.every((r) => r.pipeline === null && r.deviation === null && !r.within)).toBe(true)
    expect(paperTableText(rows)).toContain('0 of 23 within')
  })
  it('takes the mean of the replicates, not one of them', () => {
    const at = { potential_V_RHE: -0.5, nitrate_M: 0.1 }
    const results = [
      result({ metric: 'yield_nh3_mass', value: 3, conditions: { ...at, run: 'a', replicate: '1' } }),
      result({ metric: 'yield_nh3_mass', value: 3.1, conditions: { ...at, run: 'b', replicate: '2' } }),
      result({ metric: 'yield_nh3_mass', value: 3.05, n: 2, conditions: { ...at, sd: 0.07 } })
    ]
    expect(row(results, 'yield_nh3_mass', '-0.5 V vs RHE')).toMatchObject({ paper: 3.08, pipeline: 3.05, deviationUnit: '%', within: false })
    expect(row(results, 'yield_nh3_mass', '-0.5 V vs RHE').deviation).toBeCloseTo((100 * (3.05 - 3.08)) / 3.08, 9)
    expect(row(results, 'yield_nh3_mass', '-0.1 V vs RHE').pipeline).toBeNull()
  })
  it('leaves out the nitrate-free curve and does not choose between two others', () => {
    const free = result({ metric: 'onset', value: -0.2, conditions: { nitrate_M: 0 } })
    const own = result({ metric: 'onset', value: 0.0345, conditions: { nitrate_M: 0.1 } })
    expect(row([free, own], 'onset', '')).toMatchObject({ pipeline: 0.0345, within: true, deviationUnit: 'mV' })
    expect(row([free], 'onset', '').pipeline).toBeNull()
    expect(row([free, own, { ...own, value: 0.03, conditions: { nitrate_M: 0.5 } }], 'onset', '').pipeline).toBeNull()
    expect(row([{ ...own, value: 0.0351 }], 'onset', '').within).toBe(false)
  })
})

describe('the simulated lab through the whole pipeline', () => {
  const root = mkdtempSync(join(tmpdir(), 'rum-lab-'))
  let paths: string[] = []
  let lab: ReadLab
  beforeAll(async () => {
    paths = await simulateLab(root, { seed: 1 })
    lab = readLab(paths, root)
  }, 120_000)
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  it('writes every file where it says, EC-Lab\'s in one byte a character', () => {
    expect(paths).toHaveLength(simulatedLab(1).length)
    const mpt = readFileSync(paths.find((path) => path.endsWith('.mpt'))!)
    expect(mpt.includes(Buffer.from([0x63, 0x6d, 0xb2]))).toBe(true)
  })
  it('is read completely and without a complaint', () => {
    const complaints = [...lab.read].flatMap(([path, { status, reason }]) =>
      (status === 'ok' && reason === null || reason?.startsWith('Read together with') ? [] : [`${path}: ${status} ${reason}`]))
    expect(complaints).toEqual([])
    expect(lab.rowsWithoutFile).toBe(0)
    expect([...new Set([...lab.read.values()].map(({ reader }) => reader))].sort()).toEqual([
      'bruker-uxd', 'cary-csv', 'chi-text', 'biologic-mpt', 'delimited-table', 'energy-table', 'gamry-dta', 'infrared-text', 'labspec-text', 'micrograph', 'run-sheet', 'sample-record', 'vasp-doscar', 'win-epr'
    ].sort())
  })
  it('gives every number of the paper back within its tolerance', () => {
    const rows = comparePaper(lab.outcomes.flatMap((outcome) => outcome.results))
    expect(rows).toHaveLength(23)
    expect(rows.filter((row) => !row.within)).toEqual([])
    expect(paperTableText(rows)).toContain('23 of 23 within their tolerance')
  })
  it('raises no warning but the contradiction that the paper prints and the band under another, and needs nothing more', () => {
    expect(lab.findings.filter((finding) => finding.level !== 'note').map((finding) => finding.message.text).sort()).toEqual([
      ...Array.from({ length: 4 }, () => expect.stringContaining('*HNH at 1358 cm⁻¹ lies 23 cm⁻¹ from the D band')), expect.stringContaining('Ru-NC makes NH₃ with 51.08 % at −0.1 V, although its onset is −0.78 V')
    ])
    expect(lab.outcomes.flatMap((outcome) => outcome.needs.map((need) => need.message))).toEqual([])
  })
})
