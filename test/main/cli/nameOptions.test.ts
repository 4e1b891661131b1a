import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { traceOf } from '../../faults/faultLab'

/** Of the built command line, as a user types it. */
describe('rum analyse with the names of a folder', () => {
  let folder: string
  const rum = (...args: string[]): { out: string; error: string; code: number } => {
    try {
      return { out: execFileSync(process.execPath, [resolve('out/main/rum.js'), ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }), error: '', code: 0 }
    } catch (error) {
      const { stdout, stderr, status } = error as { stdout: string; stderr: string; status: number }
      return { out: stdout, error: stderr, code: status }
    }
  }
  interface Report { files: { path: string; status: string; reason?: string; note?: string }[]; results: { catalyst: string | null; conditions: Record<string, unknown> }[] }
  const analysed = (...args: string[]): Report => {
    const { code, error } = rum('analyse', join(folder, 'lab'), '--project', join(folder, 'p.rum'), '--json', join(folder, 'out.json'), ...args)
    expect([code, error]).toEqual([0, ''])
    return JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')) as Report
  }
  const catalysts = ({ results }: Report): unknown[] => [...new Set(results.map(({ catalyst }) => catalyst))].filter((name) => name !== null)
  const states = ({ files }: Report): string[] => files.map(({ status }) => status)
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rum-cli-names-'))
    mkdirSync(join(folder, 'lab', 'old'), { recursive: true })
    for (const [name, n] of [['Lot 7_CA_0.3_1.txt', 1], ['old/Lot 7_CA_0.3_2.txt', 2], ['CA odd.txt', 3]] as const) writeFileSync(join(folder, 'lab', name), traceOf(n).replace(/Init E.*\r\n/, ''))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('uses them, keeps them in the project and takes them back', () => {
    expect(catalysts(analysed())).toEqual([])
    const named = analysed('--name-template', '{catalyst}_{technique}_{potential:-V}_{replicate}', '--ignore', 'OLD/**', '--ignore', '*.bak')
    expect(catalysts(named)).toEqual(['Lot 7'])
    expect(states(named)).toEqual(['ok', 'ok', 'ignored'])
    expect(named.files[0]?.note).toContain('does not fit the template')
    expect(named.files[2]?.reason).toContain('Left out by the pattern OLD/**')
    const kept = analysed()
    expect([catalysts(kept), states(kept)]).toEqual([['Lot 7'], ['ok', 'ok', 'ignored']])
    const back = analysed('--name-template', '', '--ignore', '')
    expect([catalysts(back), states(back)]).toEqual([[], ['ok', 'ok', 'ok']])
  })
  it.each([
    [['--name-template', '{catalyst}{technique}'], 'rum analyse: Nothing stands between {catalyst} and {technique}'],
    [['--name-template', '{colour}'], 'rum analyse: “colour” at character 2 of the template is no field'],
    [['--ignore', '../x'], 'rum analyse: The pattern ../x leads out of the watched folder'],
    [['--template', '{catalyst}_{technique}'], 'rum analyse: --template is a workbook to fill; file names are read by --name-template']
  ])('%s: one sentence before anything is read', (args, sentence) => {
    const { code, error } = rum('analyse', join(folder, 'lab'), ...args)
    expect(code).toBe(2)
    expect(error).toContain(sentence)
    expect(error.trim().split('\n')).toHaveLength(1)
  })
  it('says in the help what a bare number means', () => {
    expect(rum('watch', '--help').out).toMatch(/--name-template[^]*bare number[^]*--ignore/)
  })
})
