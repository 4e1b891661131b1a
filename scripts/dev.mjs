#!/usr/bin/env node
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from './buildIfNeeded.mjs'
import { electronEnvironment, findElectron, rootFlags } from './electron.mjs'

/** `npm run dev`: the window with live reload of the renderer; main and preload restart when they change. */
try {
  const electron = await findElectron()
  const command = join(projectRoot, 'node_modules', '.bin', process.platform === 'win32' ? 'electron-vite.cmd' : 'electron-vite')
  const child = spawn(command, ['dev', '--watch', ...(rootFlags.length > 0 ? ['--', ...rootFlags] : [])], { cwd: projectRoot, stdio: 'inherit', env: electronEnvironment(electron), shell: process.platform === 'win32' })
  child.once('exit', (code) => { process.exitCode = code ?? 0 })
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
