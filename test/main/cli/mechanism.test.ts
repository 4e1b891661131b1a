import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Result } from '../../../src/shared/analyses/analysis'
import { mechanismPlan } from '../../../src/shared/simulate/mechanismPlan'
import { paperValue, printedBand, printedValue } from '../../../src/shared/simulate/paperValues'
import { simulatedLab } from '../../../src/shared/simulate/simulatedLab'
import { adsorbateText } from '../../../src/shared/spectroscopy/adsorbateText'
import { readLab, type ReadLab } from './readLab'

/** Spectra of five alloys in instruments' formats through the whole pipeline: the paper's positions, onsets and shifts come back. */
describe('the mechanism of the sample lab', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rum-mechanism-'))
  let lab: ReadLab
  beforeAll(() => {
    const paths = simulatedLab(4).filter(({ path }) => /\/(Raman|SEIRAS|EPR|XPS|XRD|DOS)\//.test(path)).map(({ path, text, encoding }) => {
      const full = join(folder, path)
      mkdirSync(dirname(full), { recursive: true })
      writeFileSync(full, Buffer.from(text, encoding))
      return full
    })
    lab = readLab(paths, folder)
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const results = (catalyst: string, metric: string, conditions: Readonly<Record<string, unknown>> = {}): Result[] =>
    lab.outcomes.flatMap((outcome) => outcome.results).filter((result) => result.catalyst === catalyst && result.metric === metric &&
      Object.entries(conditions).every(([key, value]) => (result.conditions as Readonly<Record<string, unknown>>)[key] === value))
  const within = (result: Result | undefined, truth: number, least = 0): void =>
    expect(Math.abs(result!.value - truth), `${result!.catalyst} ${result!.metric} ${result!.value} ± ${result!.u} against ${truth}`).toBeLessThanOrEqual(Math.max(4 * (result!.u ?? 0), least))

  it('is read without a complaint', () =>
    expect([...lab.read].filter(([, { status, reason }]) => status !== 'ok' && !reason?.startsWith('Read together with')).map(([path, { reason }]) => `${path}: ${reason}`)).toEqual([]))

  it.each(mechanismPlan.map((plan) => [plan.catalyst, plan] as const))('%s: its Raman bands are where they are printed, and set in where they do', (catalyst, plan) => {
    for (const [band, onset] of Object.entries(plan.raman)) {
      const positions = results(catalyst, 'band_position', { band, method: 'RAMAN' })
      const onsets = results(catalyst, 'band_onset', { band, method: 'RAMAN' })
      expect(onsets.map(({ value }) => value), band).toEqual(onset === null ? [] : [onset])
      if (onset === null) expect(positions).toEqual([])
      else for (const position of positions) within(position, printedBand(band), 0.5)
    }
    for (const band of ['D band', 'G band']) for (const position of results(catalyst, 'band_position', { band })) within(position, printedBand(band), 1)
    for (const by of ['heights', 'areas']) expect(results(catalyst, 'id_ig', { by })).toHaveLength(6)
  })
  it.each(mechanismPlan.map((plan) => [plan.catalyst, plan] as const))('%s: the infrared bands set in where they do', (catalyst, plan) => {
    for (const [band, onset] of Object.entries(plan.infrared)) expect(results(catalyst, 'band_onset', { band, method: 'IR' }).map(({ value }) => value), band).toEqual(onset === null ? [] : [onset])
  })
  it('says which adsorbate is seen on which catalyst, from which potential on', () => {
    const found = lab.outcomes.find(({ analysis }) => analysis === 'compare-bands')!
    const matrix = found.figures.flatMap((figure) => (figure.kind === 'bars' ? figure.groups.map((group) => [figure.id, group.name, ...figure.categories.map((band, i) => `${band} ${group.values[i] ?? 'absent'}`)]) : []))
    for (const { catalyst, raman, infrared } of mechanismPlan) {
      for (const [id, onsets] of [['bands-raman', raman], ['bands-ir', infrared]] as const) {
        expect(matrix.find(([figure, name]) => figure === id && name === catalyst)?.slice(2).sort(), `${catalyst} ${id}`).toEqual(Object.entries(onsets).map(([band, onset]) => `${adsorbateText(band)} ${onset ?? 'absent'}`).sort())
      }
    }
    expect(found.findings.filter(({ rule }) => rule === 'band-absent').map(({ message }) => message.text)).toContain('Ru-NC, Raman: *HNH, *HNO₂, *NH₃ not above the noise at any potential.')
  })
  it('sees less DMPO–H with nitrate, by the factors put in', () => {
    for (const { catalyst, adducts: [without, withNitrate] } of mechanismPlan) {
      const [free, own] = [0, 0.1].map((nitrate_M) => results(catalyst, 'epr_intensity', { adduct: 'DMPO–H', nitrate_M })[0]!)
      const ratio = own!.value / free!.value
      const u = ratio * Math.hypot(own!.u! / own!.value, free!.u! / free!.value)
      expect(Math.abs(ratio - withNitrate / without), catalyst).toBeLessThan(4 * u)
    }
  })
  it('gives Ru 3p back after the charge reference, and no line that is not there', () => {
    for (const { catalyst, ru3p_eV } of mechanismPlan) {
      within(results(catalyst, 'xps_position', { line: 'Ru 3p3/2' })[0], ru3p_eV, 0.05)
      expect(results(catalyst, 'xps_position').map(({ conditions }) => (conditions as { line?: string }).line).sort()).toEqual(['C 1s', 'Ru 3p3/2'])
    }
  })
  it('gives the spacings and the d-band centres of the paper back', () => {
    for (const { catalyst, lattice_nm } of mechanismPlan) {
      const spacings = lab.outcomes.flatMap((outcome) => outcome.results).filter((result) => result.catalyst === catalyst && /spacing/.test(result.metric))
      expect(spacings.some(({ value }) => Math.abs(value - lattice_nm) < 2e-4), `${catalyst}: ${spacings.map(({ value }) => value).join(', ')}`).toBe(true)
      expect(printedValue(catalyst, 'lattice_spacing') ?? lattice_nm).toBe(lattice_nm)
      within(results(catalyst, 'd_band_centre_dft')[0], paperValue(catalyst, 'd_band_centre_dft')!, 2e-4)
    }
  })
})
