import { join, resolve } from 'node:path'
import { app } from 'electron'

/** RUM_USER_DATA or --user-data-dir give the app other settings, sample and logs; one instance runs per such folder. Call before the lock. */
export function chooseUserDataFolder(): void {
  const chosen = process.env['RUM_USER_DATA'] || app.commandLine.getSwitchValue('user-data-dir')
  if (!chosen) return
  app.setPath('userData', resolve(chosen))
  app.setAppLogsPath(join(resolve(chosen), 'logs'))
}
