import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerDialogs } from './answerDialogs'
import { ask } from './ask'
import { percentile } from './dragged'
import { eventually } from './eventually'
import { launchApp, type RunningApp } from './launchApp'
import { writeLongTrace, type LongTrace } from './longTraceFile'

const rows = Number(process.env['RUM_TRACE_ROWS'] ?? 1_000_000)
interface Place { readonly x: number; readonly y: number }

describe(`a trace of ${rows} points`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'rum-trace-'))
  let running: RunningApp
  let trace: LongTrace
  const chart = () => running.part('entry-dialog').locator('[data-test=entry-chart]')
  const fine = (): Promise<void> => running.part('entry-dialog').locator('[data-test=entry-chart][data-state=fine]').waitFor({ timeout: 30_000 })
  const frame = (): Promise<unknown> => running.page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
  const plot = async (): Promise<{ x: number; y: number; width: number; height: number }> => (await chart().locator('canvas').boundingBox())!

  beforeAll(async () => {
    mkdirSync(join(folder, 'lab'))
    trace = writeLongTrace(join(folder, 'lab', 'RuFe-NC_CA_-0.3V_r1.mpr'), rows)
    running = await launchApp({ width: 1600, height: 900 })
    await answerDialogs(running.app, { save: join(folder, 'Trace.rum'), open: [join(folder, 'lab')] })
    await running.part('new-project').first().click()
    await running.part('watch-folder').first().click()
    await eventually('the file', async () => (await ask(running, 'inbox', { status: null, search: '', most: 1000 })).rows.map(({ status }) => status).join(), (found) => found === 'ok' || found === 'partial', 90_000)
    await eventually('calm', async () => (await ask(running, 'projectState'))?.progress.length, (tasks) => tasks === 0, 60_000)
  }, 180_000)
  afterAll(async () => {
    await running.quit()
    rmSync(folder, { recursive: true, force: true })
  })

  /** What the cross-hair reads there. */
  async function read({ x, y }: Place): Promise<string> {
    await running.page.mouse.move(x, y)
    await frame()
    return running.page.evaluate<string>('document.querySelector("[data-test=entry-dialog] .readout")?.innerText ?? ""')
  }
  const isSpike = (text: string): boolean => text.includes('42.5 mA')
  /** The tip of the spike in the ink that is drawn near a place, read by the cross-hair too; null when it is not there. */
  async function findSpike(near: Place, reach = 40): Promise<Place | null> {
    await running.page.mouse.move(near.x, (await plot()).y - 30) // the cross-hair is no ink of the curve; a wider axis moves the plot
    await frame()
    const tip = await running.page.evaluate<Place | null>(`(() => {
      const canvas = document.querySelector('[data-test=entry-dialog] [data-test=entry-chart] canvas')
      const box = canvas.getBoundingClientRect()
      const [left, top, size] = [Math.round(${near.x} - box.x - ${reach}), Math.max(0, Math.round(${near.y} - box.y - ${reach})), ${2 * reach + 1}]
      const { data } = canvas.getContext('2d').getImageData(left, top, size, size)
      for (let y = 0; y < size; y += 1) {
        const xs = Array.from({ length: size }, (_, x) => x).filter((x) => { const at = 4 * (y * size + x); return data[at + 3] > 90 && data[at + 2] > data[at] + 80 })
        if (xs.length > 0) return { x: box.x + left + (xs[0] + xs.at(-1)) / 2 + 0.5, y: box.y + top + y + 1 }
      }
      return null
    })()`)
    return tip && isSpike(await read(tip)) ? tip : null
  }
  const wheel = async (times: number, by: number): Promise<void> => {
    for (let i = 0; i < times; i += 1) {
      await running.page.mouse.wheel(0, by)
      await frame()
    }
  }

  let start: Place
  it('opens large from the Inbox, with its one spike', async () => {
    await running.part('nav-inbox').first().click()
    await running.part('enlarge').click({ timeout: 60_000 })
    await chart().locator('canvas').waitFor()
    await fine()
    await running.page.waitForTimeout(400) // the dialog grows
    const { x, y, width, height } = await plot()
    // Beside the plot stand the ticks (about 60 pixels); the axis reaches 2 % beyond the curve.
    const found = await findSpike({ x: x + 60 + (width - 70) * (0.02 + 0.96 * 0.618), y: y + height * 0.06 }, 30)
    expect(found, 'the spike is read at its place').not.toBe(null)
    start = found!
    expect(await read({ x: x + width * 0.3, y: y + height * 0.8 })).toMatch(/time = [\d.]+( × 10\S+)? s\s+.*mA/s)
    await read(start)
    await running.screenshot('trace-whole')
    expect(await chart().innerText()).toContain(`drawn from ${rows} points, every peak kept`)
  })

  it('keeps the spike under the cursor at every step of a zoom down to single rows', async () => {
    let place = start
    for (let level = 0; level < 14; level += 1) {
      await running.page.mouse.move(place.x, place.y)
      await wheel(6, -120)
      const found = await findSpike(place)
      await fine()
      place = (await findSpike(found ?? place))!
      expect(found, `the spike after ${6 * (level + 1)} steps of the wheel`).not.toBe(null)
      expect(place, 'also in the finer picture').not.toBe(null)
    }
    await running.screenshot('trace-deep')
    // The time of the row is told to the row.
    const [, mantissa, power = ''] = /time = ([\d.]+)(?: × 10([⁰¹²³⁴⁵⁶⁷⁸⁹]+))?/.exec(await read(place)) ?? []
    expect(Number(`${mantissa}e${[...power].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)).join('') || 0}`)).toBeCloseTo(trace.spike * 0.1, 3)
    const moved = { x: place.x + 160, y: place.y }
    await running.page.mouse.move(place.x, place.y)
    await running.page.mouse.down()
    await running.page.mouse.move(moved.x, moved.y, { steps: 12 })
    await running.page.mouse.up()
    await fine()
    expect(await findSpike(moved), 'dragging moves the curve').not.toBe(null)
    await running.page.mouse.dblclick(place.x, place.y)
    await fine()
    expect(await findSpike(start), 'a double click shows all of it again').not.toBe(null)
  }, 120_000)

  it('is zoomed into with a box, and saved with typed ends of the axes', async () => {
    const { page } = running
    const { y, height } = await plot()
    await page.mouse.move(start.x - 60, y + 14)
    await page.keyboard.down('Shift')
    await page.mouse.down()
    await page.mouse.move(start.x + 60, y + height * 0.5, { steps: 8 })
    await page.mouse.up()
    await page.keyboard.up('Shift')
    await fine()
    const box = await plot()
    expect(await findSpike({ x: box.x + 60 + (box.width - 70) / 2, y: box.y + height * 0.14 }), 'the middle of the box is the middle of the window').not.toBe(null)
    await page.mouse.dblclick(start.x, start.y)
    await fine()
    await running.part('save-figure').click()
    const preview = async (): Promise<string> => decodeURIComponent((await running.part('figure-preview').getAttribute('src')) ?? '')
    const seen = await preview()
    for (const [key, value] of [['xMin', '1000'], ['xMax', '2000']] as const) await running.part(`figure-${key}`).locator('input').fill(value)
    await page.keyboard.press('Tab')
    const { answer } = await eventually('the typed ends', preview, (svg) => svg !== seen && svg.includes('>1200<') && svg.includes('>1800<'))
    expect(answer).not.toMatch(/NaN|Infinity/)
    await running.screenshot('trace-save')
    await page.keyboard.press('Escape')
    await running.part('figure-dialog').waitFor({ state: 'hidden' })
  })

  it('moves and zooms at the pace of the screen', async () => {
    const { page } = running
    await chart().locator('canvas').waitFor()
    await page.evaluate(`(() => {
      const log = window.traceLog = { frames: [], states: [], on: true }
      const frame = () => { log.frames.push(performance.now()); if (log.on) requestAnimationFrame(frame) }
      requestAnimationFrame(frame)
      const target = document.querySelector('[data-test=entry-dialog] [data-test=entry-chart]')
      new MutationObserver(() => log.states.push([performance.now(), target.dataset.state])).observe(target, { attributes: true, attributeFilter: ['data-state'] })
    })()`)
    const take = async (): Promise<{ frames: number[]; waits: number[] }> => {
      const { frames, states } = await page.evaluate<{ frames: number[]; states: [number, string][] }>('(() => { const { frames, states } = traceLog; traceLog.frames = []; traceLog.states = []; return { frames, states } })()')
      const waits = states.flatMap(([at, state], i) => (state === 'fine' && states[i - 1]?.[1] === 'coming' ? [at - states[i - 1]![0]] : []))
      return { frames: frames.slice(1).map((at, i) => at - frames[i]!), waits }
    }
    const { x, y, width, height } = await plot()
    const middle = { x: x + width * 0.5, y: y + height * 0.7 }
    const once = (): Promise<unknown> => page.evaluate('new Promise(requestAnimationFrame)')
    await page.mouse.move(middle.x, middle.y)
    await page.waitForTimeout(1000)
    const idle = await take()
    const report: string[] = []
    const measure = async (what: string, move: () => Promise<void>): Promise<void> => {
      await take()
      await move()
      const { frames, waits } = await take()
      await fine()
      waits.push(...(await take()).waits)
      expect(frames.length, what).toBeGreaterThan(20)
      report.push(`${what}: a frame each ${percentile(frames, 0.5).toFixed(0)} ms (95 %: ${percentile(frames, 0.95).toFixed(0)}, longest ${Math.max(...frames).toFixed(0)}); finer picture after ${waits.length === 0 ? '–' : `${percentile(waits, 0.5).toFixed(0)} ms (longest ${Math.max(...waits).toFixed(0)}, ${waits.length} times)`}`)
    }
    const zoom = (by: number) => async (): Promise<void> => {
      for (let i = 0; i < 60; i += 1) {
        await page.mouse.wheel(0, by)
        await once()
      }
    }
    const drag = async (): Promise<void> => {
      await page.mouse.move(middle.x, middle.y)
      await page.mouse.down()
      for (let i = 0; i < 120; i += 1) {
        await page.mouse.move(middle.x + 300 * Math.sin((i / 120) * 2 * Math.PI), middle.y)
        await once()
      }
      await page.mouse.up()
    }
    await measure('whole trace, dragged', drag)
    await measure('zoomed in by the wheel', zoom(-120))
    await measure('zoomed, dragged', drag)
    await measure('zoomed out', zoom(120))
    await page.evaluate('traceLog.on = false')
    console.log([`${rows} points, ${Math.round(width)} pixels; idle a frame each ${percentile(idle.frames, 0.5).toFixed(0)} ms (longest ${Math.max(...idle.frames).toFixed(0)})`, ...report].join('\n'))
    await page.mouse.dblclick(middle.x, middle.y)
    await fine()
    expect(await findSpike(start), 'after all that the spike is where it was').not.toBe(null)
  }, 120_000)
})
