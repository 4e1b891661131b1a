import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSendOutcomes } from '../../../src/main/api/sendOutcomes'
import { readFile } from '../../../src/main/ingest/readFile'
import { recordRead } from '../../../src/main/ingest/recordFile'
import { createAnalysisState } from '../../../src/main/project/analyse'
import { createEntryBuilder } from '../../../src/main/project/entries'
import { openProject, type Project } from '../../../src/main/project/project'
import { readDefaults } from '../../../src/main/project/projectSettings'
import { readCatalysts } from '../../../src/main/store/catalysts'
import { readLocations, writeLocation } from '../../../src/main/store/files'
import { createReceived } from '../../../src/renderer/views/receivedOutcomes'
import type { Outcome } from '../../../src/shared/analyses/analysis'
import type { Command } from '../../../src/shared/api'
import { findingKey } from '../../../src/shared/checks/findingKey'
import type { FieldKey, FieldValue } from '../../../src/shared/metadata/fields'
import { randomOf } from '../../../src/shared/simulate/random'
import { simulatedLab } from '../../../src/shared/simulate/simulatedLab'

/** What an edit may say of any entry, sensible or not. */
const values: Readonly<Partial<Record<FieldKey, readonly (FieldValue | null)[]>>> = {
  volume_mL: [30, 31, 0, null], area_cm2: [1, 0.5, -1, null], time_h: [1, 2, 0, null], dilution: [1, 10, 0, null], absorbance: [0.4, 0.6, null], potential_V: [-0.1, -0.102, -0.3, 0.2, null],
  run: ['RuFe-NC-100mV-r1', 'RuCu-NC-200mV-r2', 'another', null], replicate: ['1', '2', 'third', null], cycle: [1, 2, null], catalyst: ['RuFe-NC', 'RuCu-NC', 'RuZn-NC', null], role: ['blank', 'standard', 'noNO3', 'battery', null],
  analyte: ['NH3', 'NO2', 'NO3', 'H2', null], nitrate_M: [0.1, 0, 0.5, null], calibration: ['second', null], technique: ['CA', 'CV', 'LSV', 'UVVIS', null], reference: ['RHE', 'SCE', null], pH: [7, 13, null],
  ru_ohm: [5, null], irFraction: [0.8, 1.2, null], loading_mg_cm2: [0.5, 0, null], concentration_ug_mL: [1, null], scanRate_mV_s: [5, 20, null], h2_ppm: [400, null], flow_mL_min: [20, null]
}
const settings: readonly (readonly [string, string, number | string])[] = [
  ['electrolysis-charge', 'from', 0.2], ['electrolysis-charge', 'from', 0], ['electrolysis-charge', 'leftOut', '0.2-0.35'], ['faradaic-efficiency', 'electronsNH3', 6], ['linear-sweep', 'threshold', 1], ['condition-series', 'variable', 'pH'], ['tafel-slope', 'from', 0.5]
]
const pick = <Item>(items: readonly Item[], at: number): Item => items[Math.min(items.length - 1, Math.floor(at * items.length))]!

/** `RUM_ROUNDS=50` for a long run. */
const rounds = Number(process.env['RUM_ROUNDS'] ?? 8)

/** Whatever is kept from edit to edit, what is shown is to the byte what a program that has just started makes of the same store. */
describe.each([1, 2])('edits at random, seed %i', (seed) => {
  const root = mkdtempSync(join(tmpdir(), 'rum-random-'))
  const uniform = randomOf(seed, 'edits').uniform
  let project: Project
  const send = createSendOutcomes()
  const received = createReceived()
  const anew = (): { outcomes: readonly Outcome[]; findings: readonly string[] } => {
    const state = createAnalysisState(project.driver, 'test')
    expect(state.outcomes()).toEqual([]) // nothing of the other is stored
    state.update(createEntryBuilder(project.driver).build(readDefaults(project.driver)), readCatalysts(project.driver).filter(({ archived }) => !archived).map(({ name }) => name), readDefaults(project.driver))
    return { outcomes: state.outcomes(), findings: state.findings().map(findingKey).sort() }
  }
  beforeAll(() => {
    project = openProject({ path: ':memory:', create: true, workerFile: new URL('file:///none'), appVersion: 'test', emit: () => undefined, pool: { read: () => Promise.reject(new Error('nothing is read here')), close: () => Promise.resolve() } })
    const files = simulatedLab(seed).filter(({ path }) => !path.includes('/') || /^(RuFe-NC|RuCu-NC|UV-Vis)/.test(path))
    for (const { path: name, text, encoding } of files) {
      const path = join(root, name)
      mkdirSync(dirname(path), { recursive: true })
      // Where nobody entered an area EC-Lab writes 0.001: then the default counts, which no entry of such a file states.
      writeFileSync(path, Buffer.from(text.replace(/(Electrode surface area : )[\d.,]+/, (_, words: string) => `${words}0.001`), encoding))
      recordRead(project.driver, { path, folderId: null, folderPath: root }, readFile({ path, reader: null, columnNames: null, archive: false }), () => true, '2026-01-01T00:00:00Z')
    }
    project.outcomes()
  }, 120_000)
  afterAll(async () => {
    await project.close()
    rmSync(root, { recursive: true, force: true })
  })
  const command = (): Command => {
    const kind = uniform()
    if (kind < 0.05) { const [analysis, key, value] = pick(settings, uniform()); return { kind: 'setAnalysisSetting', analysis, key, value, ...(uniform() < 0.5 ? { catalyst: 'RuFe-NC' } : {}) } }
    if (kind < 0.1) return { kind: 'setDefault', field: pick(['area_cm2', 'nitrate_M', 'pH'] as const, uniform()), value: pick([1, 0.5, null], uniform()) }
    if (kind < 0.12) return { kind: 'setReferencePotential', reference: 'SCE', potential_V: pick([0.241, 0.3, null], uniform()) }
    if (kind < 0.15) return { kind: 'setCatalyst', name: pick(['RuFe-NC', 'RuCu-NC'], uniform()), archived: uniform() < 0.3 }
    const field = pick(Object.keys(values) as FieldKey[], uniform())
    const entries = project.entries()
    return { kind: 'setField', entries: Array.from({ length: uniform() < 0.8 ? 1 : 3 }, () => pick(entries, uniform()).id), field, value: pick(values[field]!, uniform()) }
  }
  const edit = (): string => {
    const wanted = command()
    project.execute(wanted)
    return JSON.stringify(wanted)
  }
  const step = (): string => {
    const kind = uniform()
    if (kind < 0.2) return `undo: ${String(project.undo().redo)}`
    if (kind < 0.3) return `redo: ${String(project.redo().undo)}`
    if (kind < 0.36) {
      const place = pick(readLocations(project.driver), uniform())
      // A file of which nothing is left has no place; one that vanished keeps its data.
      if (uniform() < 0.5) writeLocation(project.driver, { ...place, missing: !place.missing })
      else project.driver.run('DELETE FROM locations WHERE fileId = ?', [place.fileId])
      return `gone: ${place.path}; ${edit()}`
    }
    return edit()
  }
  it('outcomes, findings and what the window holds are those of a new look at everything', async () => {
    const steps: string[] = []
    const sent: { readonly answer: ReturnType<typeof send>; readonly is: string }[] = []
    // Without a pause, so that nothing is stored meanwhile and could be taken from there.
    for (let round = 0; round < rounds; round += 1) {
      for (let i = 0; i < 3; i += 1) {
        steps.push(step())
        project.shown() // as the window asks after each edit, comparisons left for later
      }
      const now = anew()
      const { outcomes, findings } = { outcomes: project.outcomes(), findings: project.findings() }
      const differing = outcomes.filter((outcome, i) => JSON.stringify(outcome) !== JSON.stringify(now.outcomes[i])).map(({ analysis, catalyst }) => `${analysis} ${catalyst}`)
      expect([differing, outcomes.length], steps.slice(-3).join('\n')).toEqual([[], now.outcomes.length])
      expect(findings.map(findingKey).sort(), steps.slice(-3).join('\n')).toEqual(now.findings)
      const ofView = outcomes.filter(({ catalyst }) => catalyst === 'RuFe-NC' || catalyst === null)
      sent.push({ answer: send(ofView, sent.at(-1)?.answer.map(({ version }) => version) ?? []), is: JSON.stringify(ofView) })
    }
    for (const { answer, is } of sent) expect(JSON.stringify(await received.take(answer)) === is).toBe(true)
  }, 240_000)
})
