import type { Progress } from '../../shared/api'

/** Shown only when it takes longer: a bar that flashes says nothing. */
const shownAfterMs = 500

/** Work beside the project that can be stopped by hand, and that stops with the project. */
export interface Underway {
  /** null where it was stopped. */
  run<T>(label: string, work: (signal: AbortSignal) => Promise<T>): Promise<T | null>
  tasks(): readonly Progress[]
  cancel(task: string): void
  close(): Promise<void>
}

export function createUnderway(tell: () => void): Underway {
  const running = new Map<string, { readonly stop: AbortController; readonly label: string; isShown: boolean; readonly over: Promise<unknown> }>()
  let sequence = 0
  let isClosed = false
  return {
    async run(label, work) {
      if (isClosed) return null
      const task = `${label}:${(sequence += 1)}`
      const stop = new AbortController()
      const over = work(stop.signal)
      const entry = { stop, label, isShown: false, over: over.catch(() => undefined) }
      running.set(task, entry)
      const timer = setTimeout(() => { entry.isShown = true; tell() }, shownAfterMs)
      try {
        return await over
      } catch (error) {
        if (stop.signal.aborted) return null
        throw error
      } finally {
        clearTimeout(timer)
        running.delete(task)
        if (entry.isShown && !isClosed) tell()
      }
    },
    tasks: () => [...running].filter(([, { isShown }]) => isShown).map(([task, { label }]) => ({ task, label, done: 0, total: null, cancellable: true })),
    cancel: (task) => running.get(task)?.stop.abort(),
    async close() {
      isClosed = true
      for (const { stop } of running.values()) stop.abort()
      await Promise.all([...running.values()].map(({ over }) => over))
    }
  }
}
