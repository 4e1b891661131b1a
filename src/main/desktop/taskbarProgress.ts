import type { Progress } from '../../shared/api'

/** Longer than a brief batch takes. */
const shownAfterMs = 2_000

/** What the taskbar shows of the work under way: a share, 2 (busy, no share known) or −1 (nothing). */
export function createTaskbarProgress(now: () => number): (tasks: readonly Progress[]) => number {
  let since: number | null = null
  return (tasks) => {
    since = tasks.length === 0 ? null : (since ?? now())
    if (since === null || now() - since < shownAfterMs) return -1
    const known = tasks.filter(({ total }) => total !== null && total > 0)
    if (known.length === 0) return 2
    return known.reduce((sum, { done }) => sum + done, 0) / known.reduce((sum, { total }) => sum + total!, 0)
  }
}
