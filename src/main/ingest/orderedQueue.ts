/**
 * Runs up to `width` jobs at a time and hands their results over strictly in the order in which they were added,
 * so that the store looks the same whichever worker was faster.
 */
export interface OrderedQueue<T> {
  add(job: () => Promise<T>, onDone: (value: T) => void, onFailed: (error: Error) => void): void
  drained(): Promise<void>
}

interface Item<T> { job: () => Promise<T>; onDone: (value: T) => void; onFailed: (error: Error) => void; settled: (() => void) | null }

export function createOrderedQueue<T>(width: number): OrderedQueue<T> {
  let waiting: Item<T>[] = []
  /** Those before it are taken: taking each off the front would move all the others. */
  let first = 0
  const running: Item<T>[] = []
  let listeners: (() => void)[] = []

  const deliver = (): void => {
    while (running[0]?.settled) running.shift()?.settled?.()
    while (running.length < width && first < waiting.length) start(waiting[first++]!)
    if (first > 1000 && first * 2 > waiting.length) {
      waiting = waiting.slice(first)
      first = 0
    }
    if (running.length === 0 && first === waiting.length) {
      const done = listeners
      listeners = []
      for (const listener of done) listener()
    }
  }
  const start = (item: Item<T>): void => {
    running.push(item)
    item.job().then(
      (value) => { item.settled = () => item.onDone(value) },
      (error: Error) => { item.settled = () => item.onFailed(error) }
    ).finally(deliver)
  }
  return {
    add(job, onDone, onFailed) {
      const item: Item<T> = { job, onDone, onFailed, settled: null }
      if (running.length < width) start(item)
      else waiting.push(item)
    },
    drained: () => (running.length === 0 && first === waiting.length ? Promise.resolve() : new Promise((resolve) => listeners.push(resolve)))
  }
}
