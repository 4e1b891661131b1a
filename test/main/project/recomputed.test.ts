import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { simulateLab } from '../../../src/main/cli/simulate'
import { readFile } from '../../../src/main/ingest/readFile'
import { recordRead } from '../../../src/main/ingest/recordFile'
import { createAnalysisState } from '../../../src/main/project/analyse'
import { applyChange, changesOf } from '../../../src/main/project/changes'
import { createEntryBuilder } from '../../../src/main/project/entries'
import { readDefaults } from '../../../src/main/project/projectSettings'
import { addCatalyst } from '../../../src/main/store/catalysts'
import type { Driver } from '../../../src/main/store/driver'
import { openStore } from '../../../src/main/store/openStore'
import { defaultCatalysts } from '../../../src/shared/catalystColours'
import type { Command } from '../../../src/shared/api'

/** The sample lab with all analyses of the program: what is computed again when one input changes. */
describe('one input that changes', () => {
  const root = mkdtempSync(join(tmpdir(), 'rum-recomputed-'))
  let driver: Driver
  let state: ReturnType<typeof createAnalysisState>
  let update: () => readonly string[]
  beforeAll(async () => {
    driver = openStore(':memory:', { create: true })
    defaultCatalysts.forEach((name) => addCatalyst(driver, name, false))
    for (const path of await simulateLab(root, { seed: 1 })) {
      recordRead(driver, { path, folderId: null, folderPath: root }, readFile({ path, reader: null, columnNames: null, archive: false }), existsSync, '2025-03-03T09:00:00')
    }
    state = createAnalysisState(driver, 'test')
    const builder = createEntryBuilder(driver)
    update = () => state.update(builder.build(readDefaults(driver)), defaultCatalysts, readDefaults(driver)).map(({ analysis, catalyst }) => `${analysis} ${catalyst ?? '*'}`)
  }, 120_000)
  afterAll(() => {
    driver.close()
    rmSync(root, { recursive: true, force: true })
  })
  const edit = (command: Command): readonly string[] => {
    for (const change of changesOf(command, driver)) applyChange(driver, change, '2026-01-01T00:00:00Z')
    return update()
  }
  const entryOf = (analysis: string, catalyst: string): string => state.outcomes().find((outcome) => outcome.analysis === analysis && outcome.catalyst === catalyst)!.results[0]!.inputs[0]!

  it('computes all once, and nothing when nothing changed', () => {
    expect(update().length).toBeGreaterThan(100)
    expect(update()).toEqual([])
  })
  it('the charge of one electrolysis: its catalyst\'s efficiency and what builds on it, no sweep, no spectrum, no other catalyst', () => {
    const computed = edit({ kind: 'setField', entries: [entryOf('electrolysis-charge', 'RuFe-NC')], field: 'volume_mL', value: 31 })
    expect(computed).toContain('faradaic-efficiency RuFe-NC')
    expect(computed.filter((name) => !name.endsWith(' RuFe-NC') && !name.endsWith(' *'))).toEqual([])
    expect(computed.filter((name) => /^(calibration|linear-sweep|tafel-slope|impedance|double-layer|d-band|vibrational|spin-trapping|diffraction|core-levels|free-energy)/.test(name))).toEqual([])
    expect(computed.length).toBeLessThan(25)
  })
  it('a setting of one analysis: that analysis and what builds on it', () => {
    const computed = edit({ kind: 'setAnalysisSetting', analysis: 'tafel-slope', key: 'from', value: 0.5, catalyst: 'RuCo-NC' })
    expect(computed.filter((name) => !/^tafel-slope RuCo-NC$| \*$/.test(name))).toEqual([])
    expect(computed).toContain('tafel-slope RuCo-NC')
    expect(edit({ kind: 'setAnalysisSetting', analysis: 'tafel-slope', key: 'from', value: 0.5, catalyst: 'RuCo-NC' })).toEqual([])
  })
  it('a colour: nothing', () => {
    expect(edit({ kind: 'setCatalyst', name: 'RuNi-NC', colour: '#123456' })).toEqual([])
  })
})
