import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readFile } from '../../../src/main/ingest/readFile'
import { recordRead } from '../../../src/main/ingest/recordFile'
import { openProject } from '../../../src/main/project/project'

const root = mkdtempSync(join(tmpdir(), 'rum-unread-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** −6 mA cm⁻² on 2 cm² for two hours: −86.4 C. */
const trace = `t (s)\tj (mA/cm2)\n${Array.from({ length: 73 }, (_, i) => `${i * 100}\t-6`).join('\n')}\n`
const header = 'file,catalyst,technique,run,analyte,potential (V),reference,pH,area (cm2),mass (mg),loading (mg/cm2),volume (mL),time (h),dilution,concentration (mM),temperature (K)'
const electrolysis = (more: { area?: string; mass?: string; time?: string; dilution?: string; temperature?: string }): string => [
  header, `trace.txt,X,CA,A,,-0.9,SCE,7,${more.area ?? '2'},${more.mass ?? '1'},0.4,30,${more.time ?? '2'},,,${more.temperature ?? '333.15'}`, `,X,,A,NH3,,,,,,,30,,${more.dilution ?? '1'},3,`
].join('\n')

it('what a row states unreadably is asked for, also after a restart; no default, no length of the trace and no 25 °C stands in for it', async () => {
  const open = (create: boolean) => openProject({ path: join(root, 'a.rum'), create, workerFile: new URL('file:///none'), appVersion: 'test', emit: () => undefined, pool: { read: () => Promise.reject(new Error('nothing is read here')), close: () => Promise.resolve() } })
  let project = open(true)
  const record = (name: string, text: string): void => {
    writeFileSync(join(root, name), text)
    recordRead(project.driver, { path: join(root, name), folderId: null, folderPath: root }, readFile({ path: join(root, name), reader: null, columnNames: null, archive: false }), () => true, '2026-01-01T00:00:00Z')
  }
  const all = () => project.outcomes().filter(({ catalyst }) => catalyst === 'X')
  const value = (metric: string): number | undefined => all().flatMap(({ results }) => results).find((result) => result.metric === metric)?.value
  const needs = (): string => [...new Set(all().flatMap((outcome) => outcome.needs.map(({ message }) => message.text)))].join('; ')
  let default_C = 20
  const setRow = (more: Parameters<typeof electrolysis>[0]): void => {
    record('runsheet.csv', electrolysis(more))
    // What is recorded beside the program is looked at with the next change.
    project.execute({ kind: 'setDefault', field: 'temperature_C', value: default_C += 1 })
  }

  record('trace.txt', trace)
  project.execute({ kind: 'setDefault', field: 'area_cm2', value: 5 })
  setRow({})
  // 8 F · 3 mmol/L · 30 mL of 86.4 C; 51.093 µg/mL · 30 mL in 2 h on 1 mg; SCE and pH 7 at 60 °C.
  expect(value('fe_nh3')).toBeCloseTo((100 * 8 * 96485.33212 * 9e-5) / 86.4, 6)
  expect(value('yield_nh3_mass')).toBeCloseTo((51.093 * 30) / 1000 / 2, 6)
  const potential = all().flatMap(({ results }) => results).find(({ metric }) => metric === 'fe_nh3')?.conditions.potential_V_RHE
  expect(potential).toBeCloseTo(-0.9 + 0.241 + (8.314462618 * 333.15 * Math.LN10 * 7) / 96485.33212, 5)
  expect(needs()).not.toContain('that can be read')

  setRow({ temperature: '140 F' })
  expect(needs()).toContain('temperature (C) that can be read: runsheet.csv, row 2 says “temperature (K): 140 F”')
  expect(all().flatMap(({ results }) => results).filter(({ conditions }) => conditions.potential_V_RHE !== undefined)).toEqual([])
  await project.close()
  project = open(false)
  expect(needs()).toContain('temperature (C) that can be read')

  setRow({ area: '~2' })
  expect([value('charge'), value('fe_nh3')]).toEqual([undefined, undefined])
  expect(needs()).toContain('area (cm2) that can be read')
  setRow({ mass: 'about 1' })
  expect([value('yield_nh3_mass'), value('fe_nh3')]).toEqual([undefined, expect.closeTo(80.4044, 3)])
  expect(needs()).toContain('mass (mg) that can be read')
  setRow({ time: 'overnight' })
  expect([value('charge'), value('j_mean'), value('yield_nh3_mass')]).toEqual([expect.closeTo(-86.4, 9), undefined, undefined])
  expect(needs()).toContain('time (h) that can be read')
  setRow({ dilution: '1 to 5' })
  expect(value('fe_nh3')).toBeUndefined()
  expect(needs()).toContain('dilution that can be read')
  await project.close()
})
