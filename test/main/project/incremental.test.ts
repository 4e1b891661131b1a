import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { simulateLab } from '../../../src/main/cli/simulate'
import { readFile } from '../../../src/main/ingest/readFile'
import { recordRead } from '../../../src/main/ingest/recordFile'
import { createAnalysisState } from '../../../src/main/project/analyse'
import { applyChange, changesOf } from '../../../src/main/project/changes'
import { createEntryBuilder, type Built } from '../../../src/main/project/entries'
import { readDefaults } from '../../../src/main/project/projectSettings'
import { addCatalyst } from '../../../src/main/store/catalysts'
import type { Driver } from '../../../src/main/store/driver'
import { locationsOfFile, readFiles, readLocations, removeFile, writeLocation } from '../../../src/main/store/files'
import { sha256Text } from '../../../src/main/store/sha256'
import { openStore } from '../../../src/main/store/openStore'
import type { Command } from '../../../src/shared/api'
import { defaultCatalysts } from '../../../src/shared/catalystColours'
import type { ComputeContext } from '../../../src/shared/analyses/analysis'
import { valuesOf } from '../../../src/shared/analyses/descriptorMap/chosenValues'
import { descriptors, performances } from '../../../src/shared/analyses/descriptorMap/quantities'
import { runChecks } from '../../../src/shared/checks'
import { findingKey } from '../../../src/shared/checks/findingKey'
import { CHECKS } from '../../../src/shared/checks/thresholds'

/** What is kept from look to look must never differ from what a program that has just started would make of the same store. */
describe('a project that is kept up to date piece by piece', () => {
  const root = mkdtempSync(join(tmpdir(), 'rum-incremental-'))
  let driver: Driver
  let state: ReturnType<typeof createAnalysisState>
  let builder: ReturnType<typeof createEntryBuilder>
  let paths: readonly string[] = []
  let built: Built
  const record = (path: string, as = path): void =>
    void recordRead(driver, { path: as, folderId: null, folderPath: root }, readFile({ path, reader: null, columnNames: null, archive: false }), existsSync, new Date().toISOString())
  const update = (): void => {
    built = builder.build(readDefaults(driver))
    state.update(built, defaultCatalysts, readDefaults(driver))
  }
  const change = (command: Command): void => { for (const one of changesOf(command, driver)) applyChange(driver, one, '2026-01-01T00:00:00Z') }
  const entry = (name: string): string => built.entries.find(({ path }) => basename(path) === name)!.id

  beforeAll(async () => {
    driver = openStore(':memory:', { create: true })
    defaultCatalysts.forEach((name) => addCatalyst(driver, name, false))
    paths = await simulateLab(root, { seed: 1 })
    state = createAnalysisState(driver, 'test')
    builder = createEntryBuilder(driver)
    for (const path of paths.slice(0, 150)) record(path)
    update()
  })
  afterAll(() => {
    driver.close()
    rmSync(root, { recursive: true, force: true })
  })

  const steps: readonly (readonly [string, () => void])[] = [
    ['files that come one by one, and the run sheet last', () => { for (const path of paths.slice(150)) record(path) }],
    ['an edit', () => change({ kind: 'setField', entries: [entry('RuFe-NC_CA_-0.1V_r1.txt')], field: 'volume_mL', value: 31 })],
    ['an edit of a run', () => change({ kind: 'setField', entries: [entry('RuFe-NC_CA_-0.1V_r2.txt')], field: 'run', value: 'another run' })],
    ['an edit that names a new catalyst', () => change({ kind: 'setField', entries: [entry('RuFe-NC_CA_-0.1V_r3.txt')], field: 'catalyst', value: 'RuZn-NC' })],
    ['edits taken back', () => change({ kind: 'setField', entries: [entry('RuFe-NC_CA_-0.1V_r3.txt'), entry('RuFe-NC_CA_-0.1V_r2.txt')], field: 'catalyst', value: null })],
    ['a default of the project', () => change({ kind: 'setDefault', field: 'temperature_C', value: 25 })],
    ['a file left out', () => change({ kind: 'ignoreFiles', fileIds: [entry('RuFe-NC_CA_-0.2V_r1.txt').split(':')[0]!], ignore: true })],
    ['a copy under a name that rows of the run sheet mean', () => record(paths.find((path) => path.endsWith('RuCo-NC_CA_-0.1V_r1.mpt')) ?? paths[0]!, join(root, 'copies', 'RuFe-NC_CA_-0.3V_r1.txt'))],
    ['a file that went away', () => { const file = readFiles(driver).find(({ id }) => locationsOfFile(driver, id)[0]?.path.endsWith('RuFe-NC_CA_-0.4V_r1.txt'))!; driver.run('DELETE FROM locations WHERE fileId = ?', [file.id]); removeFile(driver, file.id) }],
    ['the run sheet gone and back', () => { const sheet = readLocations(driver).find(({ path }) => path.endsWith('runsheet.csv'))!; writeLocation(driver, { ...sheet, missing: true }) }],
    ['a setting for all catalysts', () => change({ kind: 'setAnalysisSetting', analysis: 'linear-sweep', key: 'threshold', value: 1 })]
  ]
  it.each(steps)('%s: the entries are those of a new look at everything', (_name, step) => {
    step()
    update()
    const anew = createEntryBuilder(driver).build(readDefaults(driver))
    expect(built.entries).toEqual(anew.entries)
    expect(built.rowsWithoutFile).toEqual(anew.rowsWithoutFile)
  })
  it('in the end, outcomes and findings are those of a program that has just started', () => {
    const anew = createAnalysisState(driver, 'test')
    anew.update(createEntryBuilder(driver).build(readDefaults(driver)), defaultCatalysts, readDefaults(driver))
    const withoutTrace = (outcomes: ReturnType<typeof state.outcomes>): unknown => outcomes.map(({ analysis, catalyst, results, figures, needs, findings }) => ({ analysis, catalyst, results, figures, needs, findings }))
    expect(withoutTrace(state.outcomes())).toEqual(withoutTrace(anew.outcomes()))
    const keys = (findings: ReturnType<typeof state.findings>): string[] => findings.map(findingKey).sort()
    expect(keys(state.findings())).toEqual(keys(runChecks({ outcomes: state.outcomes(), entries: built.entries, rowsWithoutFile: built.rowsWithoutFile })))
  })
  it('every quantity of the descriptor map is found in the sample, but adsorption energies, of which the paper prints none', () => {
    const upstreamAll = (analysis: string): ReturnType<typeof state.outcomes> => state.outcomes().filter((outcome) => outcome.analysis === analysis && outcome.catalyst !== null)
    const context = { upstreamAll } as Pick<ComputeContext, 'upstreamAll'> as ComputeContext
    const found = [...descriptors, ...performances].map(([name, quantity]) => `${name}: ${valuesOf(quantity, context).size}`)
    expect(found.filter((line) => Number(line.split(': ')[1]) < 3)).toEqual(['ΔE(*NO3): 0', 'ΔE(*NO2): 0', 'ΔG(*H): 0'])
  })
  it('stored and read again it is the same, and nothing is computed', () => {
    /** Short, so that a difference can be read. */
    const sums = (of: ReturnType<typeof createAnalysisState>): string[] => of.outcomes().map(({ analysis, version, catalyst, state: is, results, figures, needs, findings, rows, trace }) => `${analysis} ${catalyst}: ${sha256Text(JSON.stringify([version, is, results, figures, needs, findings, rows, trace]))}`).sort()
    const before = sums(state)
    state.save()
    const anew = createAnalysisState(driver, 'test')
    expect(anew.isAsLeft()).toBe(true)
    expect(sums(anew)).toEqual(before)
    // What an editor begins with: without it, saving would forget what was typed before.
    const record = anew.outcomes().find(({ analysis, catalyst }) => analysis === 'sample-record' && catalyst === 'RuFe-NC')?.rows?.record
    expect(record?.length).toBeGreaterThan(5)
    expect(anew.findings().map(findingKey).sort()).toEqual(state.findings().map(findingKey).sort())
    expect(anew.update(createEntryBuilder(driver).build(readDefaults(driver)), defaultCatalysts, readDefaults(driver))).toEqual([])
  })
  it('thresholds of the rules are those that were set, also for catalysts of which nothing else changed', () => {
    const conversions = (): number => state.findings().filter(({ rule }) => rule === 'high-conversion').length
    const before = conversions()
    expect(before).toBeGreaterThan(0)
    change({ kind: 'setAnalysisSetting', analysis: CHECKS, key: 'conversion', value: 99 })
    update()
    expect(conversions()).toBe(0)
    change({ kind: 'setAnalysisSetting', analysis: CHECKS, key: 'conversion', value: null })
    update()
    expect(conversions()).toBe(before)
  })
})
