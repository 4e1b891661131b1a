import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { app } from 'electron'
import { autostartEntry, backgroundFlag, programToStart } from './autostartEntry'

/** Does with the system what was chosen. Only an installed program can be started by it. */
export function startAtLogin(isWanted: boolean): void {
  if (!app.isPackaged) return
  const program = programToStart(process.env, process.execPath)
  if (process.platform !== 'linux') return app.setLoginItemSettings({ openAtLogin: isWanted, path: program, args: [backgroundFlag] })
  const path = join(app.getPath('appData'), 'autostart', 'rum-workbench.desktop')
  if (!isWanted) return rmSync(path, { force: true })
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, autostartEntry(program))
}
