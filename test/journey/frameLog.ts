import type { RunningApp } from './launchApp'

/** Notes every frame of the window from now on, and what tasks of the window itself took beyond 50 ms. */
export async function logFrames({ page }: RunningApp): Promise<void> {
  await page.evaluate(`(() => {
    const log = window.frameLog = { times: [], on: true }
    const frame = () => { log.times.push(performance.now()); if (log.on) requestAnimationFrame(frame) }
    requestAnimationFrame(frame)
    // A frame may also wait for the drawing of canvases, which a machine without a graphics card does in software; this is what the window itself does.
    window.longFrames = []
    new PerformanceObserver((list) => longFrames.push(...list.getEntries().map(({ startTime, blockingDuration }) => ({ startTime, blockingDuration })))).observe({ type: 'long-animation-frame' })
  })()`)
}

/** The time of the window, for `blockedSince`. */
export const windowTime = ({ page }: RunningApp): Promise<number> => page.evaluate<number>('performance.now()')

/** Most that the window's own tasks took beyond 50 ms within a frame that began since then, ms; no more frames are noted. It hears of a frame some time after it. */
export const blockedSince = ({ page }: RunningApp, start: number): Promise<number> =>
  page.evaluate<number>(`frameLog.on = false, Math.max(0, ...longFrames.filter(({ startTime }) => startTime >= ${start}).map(({ blockingDuration }) => blockingDuration))`)

/** Times between the frames since it was asked last, ms. */
export async function takeFrames({ page }: RunningApp): Promise<number[]> {
  const times = await page.evaluate<number[]>('(() => { const { times } = frameLog; frameLog.times = []; return times })()')
  return times.slice(1).map((time, i) => time - times[i]!)
}
