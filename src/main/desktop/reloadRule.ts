/** A page that crashes while it loads would otherwise be loaded for ever; one that crashes once a month for years is loaded each time. */
const most = { reloads: 5, withinMs: 60_000 } as const

/** Whether a window whose page crashed is to be loaded again now. */
export function createReloadRule(now: () => number): (reason: string) => boolean {
  let crashes: number[] = []
  return (reason) => {
    if (reason === 'clean-exit') return false
    crashes = [...crashes.filter((at) => now() - at < most.withinMs), now()]
    return crashes.length <= most.reloads
  }
}
