import { spawn } from 'node:child_process'
import { projectRoot } from './buildIfNeeded.mjs'
import { electronEnvironment, findElectron, rootFlags } from './electron.mjs'

/** Windows and macOS always have a screen; Linux only with X11 or Wayland. */
export const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/** Starts the built app from the checkout. Resolves to the running process once it has started. */
export async function openApp(args, spawnOptions = {}) {
  const electron = await findElectron()
  const env = electronEnvironment(electron)
  delete env.ELECTRON_RUN_AS_NODE
  const child = spawn(electron.executable, [projectRoot, ...rootFlags, ...args], { cwd: projectRoot, env, stdio: 'inherit', ...spawnOptions })
  await new Promise((started, failed) => child.once('spawn', started).once('error', failed))
  return child
}
