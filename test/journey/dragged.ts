import type { RunningApp } from './launchApp'

export interface Drag {
  /** Time from a movement of the mouse to the picture that shows its result, for movements that rest a moment, ms. */
  readonly latency_ms: readonly number[]
  /** While the mouse moves without rest: times between frames, and between changes of the figure. */
  readonly frames_ms: readonly number[]
  readonly changes_ms: readonly number[]
  /** Times between frames while nothing happens: what this machine can do. */
  readonly floor_ms: readonly number[]
}

/** Drags a handle (`[data-test=handle-…]`) or a slider of a card to the side and back, and leaves it a little off its place. */
export async function dragHandle(running: RunningApp, card: string, handle: string, by: number): Promise<Drag> {
  const { page } = running
  const target = running.part(card).locator(handle.startsWith('[') ? handle : `[data-test=handle-${handle}]`).first()
  await running.part(card).scrollIntoViewIfNeeded() // charts are drawn when they come near
  await target.scrollIntoViewIfNeeded()
  await page.waitForTimeout(500)
  const box = (await target.boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.evaluate(`(() => {
    const log = window.dragLog = { moves: [], changes: [], frames: [], on: true }
    addEventListener('pointermove', (event) => log.moves.push(event.timeStamp), { capture: true })
    // The method line says the window in three digits: it changes in the same step as the figure is drawn.
    new MutationObserver(() => log.changes.push(performance.now())).observe(document.querySelector('[data-test=${card}] section'), { subtree: true, characterData: true, childList: true })
    const frame = () => { log.frames.push(performance.now()); if (log.on) requestAnimationFrame(frame) }
    requestAnimationFrame(frame)
  })()`)
  const take = (): Promise<{ moves: number[]; changes: number[]; frames: number[] }> =>
    page.evaluate('(() => { const { moves, changes, frames } = dragLog; dragLog.moves = []; dragLog.changes = []; dragLog.frames = []; return { moves, changes, frames } })()')
  await page.waitForTimeout(600)
  const idle = await take()
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + by / 20, y)
  await page.waitForTimeout(600) // the curves are read once
  await take()
  const latency_ms: number[] = []
  for (let step = 1; step <= 20; step += 1) {
    await page.mouse.move(x + (by * step) / 20, y)
    await page.waitForTimeout(120)
    const { moves, changes, frames } = await take()
    const [move, change] = [moves[0], changes[0]]
    if (move === undefined || change === undefined) continue
    latency_ms.push((frames.find((at) => at >= change) ?? change) - move)
  }
  await page.evaluate('dragLog.frames = []')
  for (let step = 1; step <= 90; step += 1) {
    await page.mouse.move(x + by * (1 - (0.9 * step) / 90), y)
    await page.evaluate('new Promise(requestAnimationFrame)')
  }
  const busy = await take()
  await page.mouse.up()
  await page.evaluate('dragLog.on = false')
  return { latency_ms, frames_ms: steps(busy.frames), changes_ms: steps(busy.changes), floor_ms: steps(idle.frames) }
}

const steps = (times: readonly number[]): number[] => times.slice(1).map((time, i) => time - times[i]!)

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN
}
