import type { RunningApp } from './launchApp'

/** Notes every frame of the window from now on; `blocked` in the page holds what tasks of the window itself took beyond 50 ms, in ms. */
export async function logFrames({ page }: RunningApp): Promise<void> {
  await page.evaluate(`(() => {
    const log = window.frameLog = { times: [], on: true }
    const frame = () => { log.times.push(performance.now()); if (log.on) requestAnimationFrame(frame) }
    requestAnimationFrame(frame)
    // A frame may also wait for the drawing of canvases, which a machine without a graphics card does in software; this is what the window itself does.
    window.blocked = []
    new PerformanceObserver((list) => blocked.push(...list.getEntries().map(({ blockingDuration }) => blockingDuration))).observe({ type: 'long-animation-frame' })
  })()`)
}

/** Times between the frames since it was asked last, ms. */
export async function takeFrames({ page }: RunningApp): Promise<number[]> {
  const times = await page.evaluate<number[]>('(() => { const { times } = frameLog; frameLog.times = []; return times })()')
  return times.slice(1).map((time, i) => time - times[i]!)
}
