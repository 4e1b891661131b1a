#!/usr/bin/env node
import { resolve } from 'node:path'
import { buildIfNeeded } from './buildIfNeeded.mjs'
import { hasDisplay, openApp } from './openApp.mjs'

/** `npm start [-- NAME.rum]`: builds if something changed, finds an Electron, opens the window. */
try {
  process.exitCode = await start(process.argv.slice(2))
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

async function start(words) {
  if (!hasDisplay) {
    console.error('There is no display for a window; set DISPLAY, use `xvfb-run npm start`, or work without a window: npx rum --help')
    return 1
  }
  if (!buildIfNeeded()) {
    console.error('The app could not be built; the lines above say why.')
    return 1
  }
  const from = process.env.INIT_CWD ?? process.cwd() // npm runs scripts in the project's folder; INIT_CWD is the person's
  const child = await openApp(words.map((word) => (word.toLowerCase().endsWith('.rum') ? resolve(from, word) : word)))
  return new Promise((done) => child.once('exit', (code, signal) => done(code ?? (signal === null ? 0 : 1))))
}
