import { app } from 'electron'

/** The project is closed before the program ends: what was read is written, no watcher is left. `staysOn`: whether it goes on without a window. */
export function quitCleanly(stop: () => Promise<void>, staysOn: () => boolean): void {
  let isStopped = false
  let stopping: Promise<void> | null = null
  app.on('window-all-closed', () => { if (process.platform !== 'darwin' && !staysOn()) app.quit() })
  app.on('will-quit', (event) => {
    if (isStopped) return
    event.preventDefault()
    stopping ??= stop().catch(() => undefined).then(() => {
      isStopped = true
      setImmediate(() => app.exit()) // not before this event is over: until then Electron believes it is quitting already and ignores the call
    })
  })
}
