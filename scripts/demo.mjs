#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildIfNeeded, projectRoot } from './buildIfNeeded.mjs'
import { hasDisplay, openApp } from './openApp.mjs'

/**
 * `npm run demo`: simulated instruments write into a watched folder, the numbers are held against the paper's, and the
 * window opens on the result if there is a screen. Ends with the exit code of the comparison; --no-window leaves the window out.
 */
try {
  process.exitCode = await demo()
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

async function demo() {
  if (!buildIfNeeded()) {
    console.error('The app could not be built; the lines above say why.')
    return 1
  }
  const code = spawnSync(process.execPath, [join('out', 'main', 'rum.js'), 'demo', 'demo'], { cwd: projectRoot, stdio: 'inherit' }).status ?? 1
  const project = join(projectRoot, 'demo', 'demo.rum')
  if (!existsSync(project) || process.argv.includes('--no-window')) return code
  if (hasDisplay) {
    const child = await openApp([project], { stdio: 'ignore', detached: true })
    child.unref() // the window stays; the comparison's exit code is what a script waits for
  } else {
    console.log('There is no display here, so no window was opened; on a machine with a screen, `npm start -- demo/demo.rum` shows this project.')
  }
  return code
}
