import { describe, expect, it } from 'vitest'
import { checkedReport } from '../../../src/main/desktop/checkedReport'
import { reportHtml, type Report } from '../../../src/renderer/report/reportHtml'
import { resultTables } from '../../../src/renderer/report/reportTables'
import type { Result } from '../../../src/shared/analyses/analysis'

const evil = '<img src=x onerror=alert(1)>"\'&=cmd|\' /C calc\'!A0'
const report = (text: string): Report => ({
  language: 'en', title: text, facts: [text], simulated: text,
  parts: [{ title: 'Performance', cards: [{ title: text, figures: [{ title: text, svg: '<svg xmlns="http://www.w3.org/2000/svg"><text>a</text></svg>', isWide: false, hasCaption: true }], tables: [{ head: [text], rows: [[text]], more: 3 }], findings: [{ level: 'warning', text }], needs: [text] }] }],
  methods: [{ title: text, sentences: [text] }], files: [{ name: text, reader: text, sha256: 'ab'.repeat(32), feeds: text }],
  words: { methods: 'Methods', files: 'Files', file: 'File', reader: 'Format', feeds: 'Used for', needs: 'Missing', more: (n) => `and ${n} more` }
})

describe('a report', () => {
  it('says what hostile names say, and does nothing of it', () => {
    const html = reportHtml(report(evil))
    expect(html).not.toContain('<img')
    expect(html.match(/&lt;img src=x onerror=alert\(1\)&gt;/g)!.length).toBeGreaterThan(8)
    expect(checkedReport(html)).toBe(html)
  })
  it('is taken from our own window only: nothing that runs, loads or leads elsewhere', () => {
    const good = reportHtml(report('RuFe-NC'))
    const bad = ['<script>1</script>', '<img src="http://x/">', '<a href="https://x">y</a>', '<p onclick="x()">', '<iframe>', '<meta http-equiv="refresh" content="0;url=http://x">', '<svg><use href="http://x#a"/></svg>', '<link rel="stylesheet">']
    for (const part of bad) expect(() => checkedReport(good.replace('</body>', `${part}</body>`)), part).toThrow('no report')
    expect(() => checkedReport(good.replace("default-src 'none'", 'default-src *'))).toThrow('no report')
    expect(() => checkedReport('<!doctype html><html></html>')).toThrow('no report')
  })
  it('has one row a mean with its n, and says how many rows it leaves out', () => {
    const single = (potential: number, n?: number): Result => ({ catalyst: 'A', metric: 'fe_nh3', value: 91.234, u: 0.5, unit: '%', conditions: { potential_V_RHE: potential }, method: '', inputs: [], ...(n === undefined ? {} : { n }) })
    const [table] = resultTables([single(-0.1, 3), single(-0.2, 3)], () => 'FE(NH₃)', false)
    expect(table).toEqual({ head: ['E / V vs RHE', 'FE(NH₃) / %', 'n'], rows: [['−0.1', '91.2 ± 0.5', '3'], ['−0.2', '91.2 ± 0.5', '3']], more: 0 })
    expect(resultTables(Array.from({ length: 50 }, (_, i) => single(-0.01 * i, 2)), () => 'FE', true)[0]).toMatchObject({ more: 14, head: ['', 'E / V vs RHE', 'FE / %', 'n'] })
  })
})
