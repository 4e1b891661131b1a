/** What of Electron's powerMonitor is listened to. */
interface Power { on(event: 'resume', listener: () => void): unknown }

/** Watchers may have slept through what was written, and shares through being connected: everything is looked through as soon as the computer is awake. */
export function lookAfterSleep(power: Power, isProjectOpen: () => boolean, rescan: () => Promise<void>): void {
  const look = (): void => {
    if (isProjectOpen()) rescan().catch(() => undefined) // a project that was closed meanwhile has nothing to look for
  }
  power.on('resume', look)
}
