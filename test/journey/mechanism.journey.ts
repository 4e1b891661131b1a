import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerDialogs } from './answerDialogs'
import { ask, outcomesOf } from './ask'
import { campaignCatalyst, writeCampaign } from './campaignFiles'
import { dragHandle, percentile } from './dragged'
import { eventually } from './eventually'
import { blockedSince, logFrames, takeFrames, windowTime } from './frameLog'
import { launchApp, type RunningApp } from './launchApp'
import { largeDoscar, put, spectralSeries, writeCalculations, writeDensities } from './mechanismFiles'
import { scrolledScreenshots } from './scrolledScreenshots'

const corpus = join(resolve(process.env['RUM_CORPUS'] ?? '../shared/data'), 'mechanism')
/** Real files of the corpus with the analysis that shows them, as a catalyst of their own. */
const realFiles: readonly (readonly [file: string, as: string, analysis: string])[] = [
  ['vasp/Fe2O3bulk.DOSCAR.gz', 'RuCo-NC/DOS/DOSCAR', 'd-band-pdos'], ['raman/carbon_DW38C_pos1.txt', 'RuCo-NC/Raman/RuCo-NC_Raman.txt', 'vibrational-bands'],
  ['ftir/ammonia_ir.jdx', 'RuCo-NC/IR/RuCo-NC_IR.jdx', 'vibrational-bands'], ['epr/esp.par', 'RuCo-NC/EPR/RuCo-NC_EPR.par', 'spin-trapping'], ['epr/esp.spc', 'RuCo-NC/EPR/RuCo-NC_EPR.spc', 'spin-trapping'],
  ['xps/kratos_NiW.vms', 'RuCo-NC/XPS/RuCo-NC_XPS.vms', 'core-levels'], ['xrd/BT86.UXD', 'RuCo-NC/XRD/RuCo-NC_XRD.UXD', 'diffraction']
]
const bytesOf = (file: string): Uint8Array => {
  const raw = readFileSync(join(corpus, file))
  return file.endsWith('.gz') ? gunzipSync(raw) : raw
}

describe('the mechanism of a catalyst', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rum-mechanism-'))
  const lab = join(folder, 'Lab')
  const hasCorpus = existsSync(corpus)
  let running: RunningApp
  let files = 0

  beforeAll(async () => {
    mkdirSync(lab)
    files = writeCampaign(lab) + writeCalculations(lab, campaignCatalyst) + writeDensities(lab, campaignCatalyst)
    if (!hasCorpus) console.log(`${realFiles.length} real files skipped: no ${corpus}`)
    else for (const [file, as] of realFiles) put(lab, as, bytesOf(file))
    files += hasCorpus ? realFiles.length : 0
    running = await launchApp()
    await answerDialogs(running.app, { save: join(folder, 'Mechanism.rum'), open: [lab] })
    await running.part('new-project').first().click()
    await running.part('watch-folder').first().click()
    await eventually('all files', async () => {
      const state = await ask(running, 'projectState')
      return { read: state?.files, waiting: state?.progress.length }
    }, ({ read, waiting }) => read === files && waiting === 0, 90_000)
  })
  afterAll(async () => {
    await running.quit()
    rmSync(folder, { recursive: true, force: true })
  })

  const resultsOf = async (catalyst: string, analysis: string) => (await outcomesOf(running, catalyst)).find((outcome) => outcome.analysis === analysis && outcome.catalyst === catalyst)

  it('has every analysis of the tab, from the record of the sample to the path of nitrate', async () => {
    const wanted = (await ask(running, 'analyses')).filter(({ tab, scope }) => tab === 'mechanism' && scope === 'catalyst').map(({ id }) => id)
    await eventually('the analyses', async () => {
      const outcomes = await outcomesOf(running, campaignCatalyst)
      return wanted.filter((id) => !outcomes.some(({ analysis, catalyst, state }) => analysis === id && catalyst === campaignCatalyst && state === 'result'))
    }, (silent) => silent.length === 0, 60_000)
    await running.part(`catalyst-${campaignCatalyst}`).first().click()
    await running.part('tab-mechanism').click()
    for (const id of wanted) await running.part(`card-${id}`).locator('section.card').waitFor({ timeout: 10_000 })
    const steps = (await resultsOf(campaignCatalyst, 'free-energy'))?.results.filter(({ metric, conditions }) => metric === 'dg_step' && conditions.pathway === 'from calculations')
    expect(steps?.map(({ conditions }) => conditions.to)).toEqual(['*NO2', '*NO', '*N', '*NH3'])
    expect((await resultsOf(campaignCatalyst, 'charge-density-difference'))?.results[0]?.value).toBeGreaterThan(0.2)
  })

  it.each([['light', 1366, 768], ['dark', 1920, 1080]] as const)('looks right from top to bottom, %s at %i×%i', async (theme, width, height) => {
    await ask(running, 'setPreferences', { theme, language: 'en' })
    await running.page.reload()
    await running.resize(width, height)
    await running.part(`catalyst-${campaignCatalyst}`).first().click()
    await running.part('tab-mechanism').click()
    await running.part('card-d-band-pdos').locator('canvas').first().waitFor()
    await scrolledScreenshots(running, '[role=tabpanel]', `mechanism-${width}x${height}-${theme}`)
    expect(await running.page.evaluate('document.documentElement.scrollWidth - innerWidth'), 'no sideways scrolling').toBeLessThanOrEqual(0)
  })

  it('takes a sample record and energies that are typed, as one step each that can be undone', async () => {
    const catalyst = 'RuNi-NC'
    await ask(running, 'setPreferences', { theme: 'light', language: 'en' })
    await running.page.reload()
    await running.resize(1366, 768)
    await running.part(`catalyst-${catalyst}`).first().click()
    await running.part('tab-mechanism').click()
    const record = running.part('card-sample-record')
    await record.locator('section.card').waitFor()
    const type = async (values: Readonly<Record<string, string>>): Promise<void> => {
      for (const [cell, value] of Object.entries(values)) await running.page.locator(`[data-cell="${cell}"]`).fill(value)
    }
    await running.part('fill-in').first().click()
    await running.part('table-editor').waitFor()
    const last = await running.page.locator('[data-test=table-editor] tbody tr').count() - 1
    await type({ [`${last}-0`]: 'composition', [`${last}-1`]: 'Ru', [`${last}-2`]: '2,15', [`${last}-3`]: 'wt%', [`${last}-4`]: 'ICP-OES', [`${last}-5`]: 'B2' })
    await running.screenshot('sample-record-editor')
    await running.part('save-table').click()
    await eventually('the typed composition', async () => (await resultsOf(catalyst, 'sample-record'))?.results.find(({ metric }) => metric === 'composition')?.value, (value) => value === 2.15)

    await ask(running, 'setPreferences', { theme: 'dark', language: 'en' })
    await running.page.reload()
    await running.part(`catalyst-${catalyst}`).first().click()
    await running.part('tab-mechanism').click()
    await record.locator('section.card').waitFor()
    await running.part('card-free-energy').locator('[data-test=fill-in]').or(running.part('fill-in-free-energy')).first().click()
    await running.part('table-editor').waitFor()
    const rows = await running.page.locator('[data-test=table-editor] tbody tr').count()
    const [from, to] = [rows - 1, rows]
    await type({ [`${from}-0`]: 'typed', [`${from}-1`]: '*NO2', [`${from}-2`]: '1', [`${from}-3`]: '-0.5' })
    await type({ [`${to}-0`]: 'typed', [`${to}-1`]: '*HNO2', [`${to}-2`]: '2', [`${to}-4`]: '-0,3', [`${to}-5`]: '0.4', [`${to}-6`]: '0.1', [`${to}-7`]: '0.05', [`${to}-8`]: 'gas phase, ACS Catal. 2022' })
    await running.screenshot('energies-editor-dark')
    await running.part('save-table').click()
    const typed = async (): Promise<number | undefined> => (await resultsOf(catalyst, 'free-energy'))?.results.find(({ metric, conditions }) => metric === 'dg_step' && conditions.pathway === 'typed')?.value
    expect((await eventually('the typed step', typed, (value) => value !== undefined)).answer).toBeCloseTo(0.55, 9)
    await running.part('card-free-energy').scrollIntoViewIfNeeded()
    await running.screenshot('energies-typed-dark')
    await ask(running, 'undo')
    await eventually('the energies taken back', typed, (value) => value === undefined)
    await ask(running, 'undo')
    await eventually('the record taken back', async () => (await resultsOf(catalyst, 'sample-record'))?.results.some(({ metric }) => metric === 'composition'), (has) => has === false)
  })

  it('moves the free-energy diagram with the potential, a frame each, and says what the SHE scale makes of it', async () => {
    await running.part(`catalyst-${campaignCatalyst}`).first().click()
    await running.part('tab-mechanism').click()
    const diagram = async () => {
      const outcome = await resultsOf(campaignCatalyst, 'free-energy')
      const figure = outcome?.figures.find((one) => one.kind === 'xy' && one.id === 'free-energy')
      return { settings: outcome?.trace.settings, limiting: outcome?.results.find(({ metric }) => metric === 'limiting_potential')?.value, y: figure?.kind === 'xy' ? figure.series[0]!.y : [] }
    }
    const before = await diagram()
    const drag = await dragHandle(running, 'card-free-energy', '[data-test=slider-potential] .n-slider-handle', -60)
    console.log(`free-energy diagram dragged: shown ${percentile(drag.latency_ms, 0.5).toFixed(0)} ms (90 %: ${percentile(drag.latency_ms, 0.9).toFixed(0)}) after the mouse, a frame each ${percentile(drag.frames_ms, 0.5).toFixed(0)} ms (idle ${percentile(drag.floor_ms, 0.5).toFixed(0)} ms)`)
    expect(drag.latency_ms.length, 'movements that were followed').toBeGreaterThan(10)
    const moved = (await eventually('the potential that it was let go at', diagram, ({ settings }) => Number(settings?.['potential']) < 0)).answer
    const U = Number(moved.settings?.['potential'])
    // The path of the calculations: 0, 1, 2 … electrons from state to state, each level lower by n·|U|.
    const shifts = moved.y.map((y, i) => (y - before.y[i]!) / U)
    expect(shifts[0]).toBeCloseTo(0, 9)
    expect(shifts.every((n) => Math.abs(n - Math.round(n)) < 1e-6)).toBe(true)
    expect(Math.round(shifts.at(-1)!)).toBeGreaterThan(0)
    expect(moved.limiting).toBe(before.limiting)
    await ask(running, 'execute', { kind: 'setAnalysisSetting', analysis: 'free-energy', key: 'scale', value: 'SHE', catalyst: campaignCatalyst })
    const she = (await eventually('the SHE scale', diagram, ({ settings }) => settings?.['scale'] === 'SHE')).answer
    const shift = 8.314462618 * 298.15 * Math.LN10 / 96485.33212 * Number(she.settings?.['pH'])
    expect(she.y.at(-1)! - before.y.at(-1)!).toBeCloseTo(Math.round(shifts.at(-1)!) * (U + shift), 6)
    await running.screenshot('free-energy-slider')
    await ask(running, 'undo')
    await ask(running, 'undo')
    await eventually('the diagram as it was', diagram, ({ y }) => y.every((value, i) => Math.abs(value - before.y[i]!) < 1e-9))
    expect(percentile(drag.latency_ms, 0.5)).toBeLessThan(100)
  })

  it.skipIf(!hasCorpus)('analyses real files of every method', async () => {
    const outcomes = await outcomesOf(running, 'RuCo-NC')
    const silent = [...new Set(realFiles.map(([, , analysis]) => analysis))].filter((id) => !outcomes.some(({ analysis, catalyst, figures }) => analysis === id && catalyst === 'RuCo-NC' && figures.length > 0))
    expect(silent, 'analyses without a figure').toEqual([])
    const centre = (await resultsOf('RuCo-NC', 'd-band-pdos'))?.results.find(({ metric }) => metric === 'd_band_centre_up_dft')
    expect(centre?.value).toBeCloseTo(-6.814109, 4)
    const g = (await resultsOf('RuCo-NC', 'vibrational-bands'))?.results.find(({ metric, conditions }) => metric === 'band_position' && conditions.band === 'G band')
    expect(Math.abs((g?.value ?? 0) - 1590)).toBeLessThan(20)
    await ask(running, 'setPreferences', { theme: 'light', language: 'en' })
    await running.page.reload()
    await running.resize(1366, 768)
    await running.part('catalyst-RuCo-NC').first().click()
    await running.part('tab-mechanism').click()
    await running.part('card-d-band-pdos').locator('canvas').first().waitFor()
    await scrolledScreenshots(running, '[role=tabpanel]', 'mechanism-real')
  })

  it.skipIf(!hasCorpus)('refuses to rank d-band centres over different windows, and says what to set', async () => {
    const centreIn = async (window: string): Promise<number | undefined> => {
      const outcome = await resultsOf('RuCo-NC', 'd-band-pdos')
      return outcome?.trace.settings['window'] === window ? outcome.results.find(({ metric }) => metric === 'd_band_centre_up_dft')?.value : undefined
    }
    await running.part('catalyst-RuCo-NC').first().click()
    await running.part('tab-mechanism').click()
    await running.part('card-d-band-pdos').locator('[data-test=choice-window]').click()
    await running.page.getByText('-10 to 0 eV', { exact: true }).last().click()
    const narrow = (await eventually('the centre over −10 … 0 eV', () => centreIn('-10 to 0 eV'), (value) => value !== undefined)).answer!
    expect(narrow).toBeLessThan(0)
    expect(narrow).not.toBeCloseTo(-6.814109, 2)
    const findings = await eventually('the refusal', async () => (await ask(running, 'findings')).map(({ finding }) => finding.message.text), (texts) => texts.some((text) => /different settings for different catalysts \(.*indow/i.test(text)))
    await running.part('nav-comparison').first().click()
    await running.page.getByText(/set them alike for all before comparing/).first().waitFor({ timeout: 20_000 })
    expect(findings.answer.length).toBeGreaterThan(0)
    await ask(running, 'undo')
    await eventually('one window for all again', async () => (await ask(running, 'findings')).map(({ finding }) => finding.message.text), (texts) => !texts.some((text) => /different settings for different catalysts/.test(text)))
  })

  it('is never blocked by a hundred spectra or a DOSCAR of 75 MB', async () => {
    await running.part(`catalyst-${campaignCatalyst}`).first().click()
    await running.part('tab-mechanism').click()
    await logFrames(running)
    /** The tab that was just opened is drawn, and what the tests before have left in memory is collected, which takes some 10 s, before anything is measured. */
    let [idle, calm]: [number[], number] = [[], 0]
    await eventually('a window at rest', async () => {
      await running.page.waitForTimeout(2500)
      idle = await takeFrames(running)
      calm = Math.max(...idle) < 50 ? calm + 1 : 0
      return calm
    }, (periods) => periods >= 4, 90_000)
    // Made before: while this process makes them, frames of the first would pass unseen.
    const [series, doscar] = [spectralSeries(), largeDoscar(75e6)]
    await takeFrames(running)
    const begun = await windowTime(running)
    put(lab, `${campaignCatalyst}/Raman/${campaignCatalyst}_Raman_series.txt`, series)
    put(lab, `${campaignCatalyst}/DOS2/DOSCAR`, doscar)
    // Asking for outcomes would itself take frames: the card says when it knows the second DOSCAR.
    // A search through the whole page for a text would take frames, too.
    const says = (card: string, text: RegExp): Promise<unknown> => eventually(`${String(text)} on the card ${card}`, async () => {
      await running.page.waitForTimeout(250)
      return running.page.evaluate<string>(`document.querySelector('[data-test=card-${card}]').textContent`)
    }, (said) => text.test(said), 90_000)
    await says('d-band-pdos', /DOS2\/DOSCAR/)
    await says('vibrational-bands', /show all \d+ rows|RuFe-NC_Raman_series/)
    await running.page.waitForTimeout(1500)
    const busy = await takeFrames(running)
    const blocked = await blockedSince(running, begun)
    console.log(`longest time between frames while 100 spectra and a DOSCAR of 75 MB came: ${Math.max(...busy).toFixed(0)} ms (99 %: ${percentile(busy, 0.99).toFixed(0)} ms); idle ${Math.max(...idle).toFixed(0)} ms; tasks of the window longer than 50 ms: ${blocked.toFixed(0)} ms beyond`)
    await running.screenshot('mechanism-large-files')
    expect(busy.length).toBeGreaterThan(60)
    expect(percentile(busy, 0.99)).toBeLessThan(50)
    expect(blocked).toBeLessThan(50)
  })
})
