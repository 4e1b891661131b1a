/** So much drawing fits into a frame beside everything else. */
const share_ms = 8

export interface InTurn {
  (work: () => void): () => void
  /** This frame has work enough: an answer that has come changes cards and tables, and their charts are drawn in the next ones. */
  readonly fill: () => void
}

/**
 * Work in its turn: at once while this frame still has room, otherwise in one of the next, in order. A single chart under a mouse is
 * drawn at once; twenty that change together are drawn over some frames and the window answers between them. Returns how to give it up.
 */
export function createInTurn(now: () => number, nextFrame: (call: () => void) => void): InTurn {
  const waiting = new Set<() => void>()
  let spent = 0
  let isCounting = false

  function run(work: () => void): void {
    const start = now()
    try {
      work()
    } finally {
      spent += now() - start
      count()
    }
  }
  function count(): void {
    if (isCounting) return
    isCounting = true
    nextFrame(turn)
  }
  function turn(): void {
    isCounting = false
    spent = 0
    for (const work of waiting) {
      if (spent >= share_ms) break
      waiting.delete(work)
      run(work)
    }
    if (waiting.size > 0) count()
  }
  const inTurn = (work: () => void): (() => void) => {
    if (waiting.size === 0 && spent < share_ms) {
      run(work)
      return () => undefined
    }
    const own = (): void => work()
    waiting.add(own)
    count()
    return () => void waiting.delete(own)
  }
  const fill = (): void => {
    spent = share_ms
    count()
  }
  return Object.assign(inTurn, { fill })
}

/** All charts of the window take turns, each behind the layout and paint of what has changed around them. */
export const inTurn: InTurn = createInTurn(() => performance.now(), (call) => void requestAnimationFrame(() => setTimeout(call)))
