/** A beat that comes so much too late was slept through: the computer was off, or the process stopped. A clock set ahead looks the same and costs one scan. */
const lateMs = 30_000

/** Call it every few seconds: true where the time since the last call was slept through, and what happened meanwhile has told nobody. */
export function createSleepSense(now: () => number): () => boolean {
  let last = now()
  return () => {
    const before = last
    last = now()
    return last - before > lateMs
  }
}
