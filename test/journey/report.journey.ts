import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { xmlTree } from '../../src/shared/readers/xml/xmlTree'
import { answerDialogs } from './answerDialogs'
import { ask } from './ask'
import { eventually } from './eventually'
import { launchApp, type RunningApp } from './launchApp'

const pictures = resolve('test-output', 'journey')
const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0

describe('reports and packages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rum-report-'))
  let running: RunningApp

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true })
    running = await launchApp()
    await running.part('open-sample').first().click()
    let before = ''
    await eventually('all files of the sample', async () => {
      await running.page.waitForTimeout(1_500)
      const state = await ask(running, 'projectState')
      const now = `${state?.files} files, ${state?.progress.length} tasks`
      const isCalm = now === before && (state?.files ?? 0) > 0 && state?.progress.length === 0
      before = now
      return isCalm
    }, (isCalm) => isCalm, 90_000)
  })
  afterAll(async () => {
    await running.quit()
    rmSync(folder, { recursive: true, force: true })
  })

  async function written(entry: RegExp, file: string): Promise<Buffer> {
    const path = join(folder, file)
    await answerDialogs(running.app, { save: path })
    await running.part('export-menu').click()
    await running.page.getByText(entry).first().click()
    await eventually(`the file ${file}`, async () => existsSync(path), (isThere) => isThere, 60_000)
    const bytes = readFileSync(path)
    writeFileSync(join(pictures, file), bytes)
    return bytes
  }

  it('of a catalyst is a page of its own, with every figure, number, method and file', async () => {
    await running.part('catalyst-RuFe-NC').first().click()
    const html = (await written(/Report of RuFe-NC \(HTML\)/, 'report-catalyst.html')).toString('utf8')
    expect(html).toContain('Content-Security-Policy')
    expect(html.replace(/base64,[^"]*/g, '')).not.toMatch(/<script|src="http|href="http|NaN|undefined|\[object/)
    expect(html.match(/<figure/g)!.length).toBeGreaterThan(15)
    expect(html).toContain('100.00 ± 0.12')
    expect(html).toMatch(/Computed as FE = .*Faraday/i)
    expect(html).toMatch(/RuFe-NC_CA_-0\.1V_r1[^<]*<\/td><td>[^<]+<\/td><td>[^<]*Faradaic efficiency[^<]*<\/td><td><code>[0-9a-f]{16}/)
    for (const [svg] of html.matchAll(/<svg .*?<\/svg>/gs)) expect(xmlTree(svg).problem).toBeNull()
  })
  it('of a catalyst is a PDF of pages with text and outline', async () => {
    const pdf = await written(/Report of RuFe-NC \(PDF\)/, 'report-catalyst.pdf')
    expect(pdf.toString('latin1', 0, 5)).toBe('%PDF-')
    if (!hasPoppler) return
    const text = spawnSync('pdftotext', ['-layout', join(folder, 'report-catalyst.pdf'), '-'], { encoding: 'utf8' }).stdout
    expect(text).toContain('Faradaic efficiency')
    expect(text).toMatch(/100\.00 ± 0\.12/)
    expect(text).toMatch(/Methods/)
    spawnSync('pdftoppm', ['-r', '60', '-png', join(folder, 'report-catalyst.pdf'), join(pictures, 'report-page')])
    expect(existsSync(join(pictures, 'report-page-01.png'))).toBe(true)
  })
  it('of the comparison has the numbers of all catalysts', async () => {
    await running.part('nav-comparison').first().click()
    const html = (await written(/Report of Comparison \(HTML\)/, 'report-comparison.html')).toString('utf8')
    for (const name of ['RuFe-NC', 'RuCo-NC', 'RuNi-NC', 'RuCu-NC', 'Ru-NC']) expect(html).toContain(name)
    expect(html).toContain('Spearman')
  })
  it('as a data package is a zip that lists what it holds', async () => {
    const parts = unzipSync(new Uint8Array(await written(/Data package/, 'package.zip')))
    expect(Object.keys(parts)).toEqual(expect.arrayContaining(['README.md', 'results.csv', 'ro-crate-metadata.json']))
    rmSync(join(pictures, 'package.zip'))
  })
})
