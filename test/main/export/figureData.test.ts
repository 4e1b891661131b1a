import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { writeFigureData } from '../../../src/main/export/writeFigureData'
import type { Outcome } from '../../../src/shared/analyses/analysis'

const folder = mkdtempSync(join(tmpdir(), 'rum-figures-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('figures of catalysts whose names become one file name, in any case, are files of their own, as many as are said', async () => {
  const catalysts = ['Pt/C', 'Pt C', 'Pt:C', 'RuO2', 'Ruo2', 'CON', '钌'.repeat(200), `${'钌'.repeat(200)}铁`, null]
  const outcomes = catalysts.map((catalyst) => ({ catalyst, figures: [{ kind: 'table', id: 'fe', title: String(catalyst), header: ['catalyst'], rows: [[String(catalyst)]] }] })) as unknown as Outcome[]
  expect(await writeFigureData(outcomes, folder)).toBe(catalysts.length)
  const names = readdirSync(folder)
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(2 * catalysts.length)
  const titles = names.filter((name) => name.endsWith('.json')).map((name) => {
    const { title } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { title: string }
    expect(readFileSync(join(folder, name.replace(/json$/, 'csv')), 'utf8')).toContain(`"${title}"`)
    return title
  })
  expect(titles.sort()).toEqual(catalysts.map(String).sort())
  expect(names).toEqual(expect.arrayContaining(['Pt_C_fe.json', 'Pt_C_fe (2).json', 'Pt_C_fe (3).csv', 'RuO2_fe.json', 'Ruo2_fe (2).json', 'fe.json']))
})
